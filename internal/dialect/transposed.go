package dialect

import (
	"regexp"
	"strings"

	"rung/internal/model"
)

// family are words that name a discipline, and so the title of a track.
var family = regexp.MustCompile(`(?i)\b(engineering|development|design|management|analytics|operations|marketing|sales|support|product|security|research|backend|back-end|frontend|front-end|mobile|web|ios|android|devops|qa|platform|infrastructure|finance|people|hr|legal|success)\b`)

// findTransposed marks pages that hold one competency each, levels as
// headings: several of a folder, with the same bare levels, named for skills.
func (s *Survey) findTransposed() {
	byLevels := map[string][]*Page{}
	var order []string
	for _, p := range s.Pages {
		if key := bareLevels(s.roles[p]); key != "" {
			key = p.Dir + "\x00" + key
			if byLevels[key] == nil {
				order = append(order, key)
			}
			byLevels[key] = append(byLevels[key], p)
		}
	}
	for _, key := range order {
		pages := byLevels[key]
		jobs := 0
		for _, p := range pages {
			if _, told := trackName(p.name()); told || RoleTitle(p.name()) || family.MatchString(p.name()) {
				jobs++
			}
		}
		if len(pages) < 2 || jobs*2 >= len(pages) {
			continue
		}
		for _, p := range pages {
			s.transposed[p] = true
			at := s.roles[p][0].At(p.Doc)
			if p.Outline.Head != nil {
				at = p.Outline.At(p.Doc)
			}
			d := TransposedRule.New(at, "this file tells one competency at "+plural2(len(s.roles[p]), "level")+", as "+plural2(len(pages), "file")+" of its folder do; it was not read as roles")
			d.Help = "write one file a level, with the competencies as headings"
			s.Report.Add(d)
			s.Account(p, p.Doc.Span(0, p.Doc.File.Len()), model.Reported)
		}
	}
}

// bareLevels returns the levels that head the sections, where they are levels
// and nothing else, and have no headings under them: a skill at one level has
// no areas, a job has.
func bareLevels(roles []*Section) string {
	var out []string
	for _, r := range roles {
		label, rest := SplitLabel(emojiOff(r.Title.Value))
		switch {
		case len(r.Subs) > 0:
			return ""
		case label.Text != "" && rest == "":
			out = append(out, label.Text)
		case OnlySeniority(roleWords(r.Title.Value)):
			out = append(out, strings.ToLower(roleWords(r.Title.Value)))
		default:
			return ""
		}
	}
	if len(out) < 2 {
		return ""
	}
	return strings.Join(out, "\x00")
}
