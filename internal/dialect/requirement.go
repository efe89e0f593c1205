package dialect

import (
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
)

// requirement says that a role asks for a competency at a level.
type requirement struct {
	competency *Competency
	level      *CompetencyLevel
	at         parse.Text    // the words that say so
	more       []model.Prose // what stands under them
}

// demand is what a text asks for.
type demand int

const (
	asksNothing demand = iota // it is no requirement
	asksLevel                 // a competency at one of its levels
	asksNone                  // a competency at no level: it is not required
	noLevel                   // a competency at a level that it does not have
	noSkill                   // something unknown at what may be a level
)

// maxRequirement is how long a requirement may be, in bytes.
const maxRequirement = 160

// requirementIn reads what a text asks for, of competencies known and unknown.
func (s *Survey) requirementIn(p *Page, t parse.Text) (requirement, demand) {
	r, got := s.knownRequirement(p, t)
	if got == asksNothing && s.asksUnknown(t) {
		return requirement{at: t}, noSkill
	}
	return r, got
}

// knownRequirement reads "Communication: level 3", "Communication 3", "Level 3
// communication", "Communication (Practitioner)" and links that lead to the
// level of a competency.
func (s *Survey) knownRequirement(p *Page, t parse.Text) (requirement, demand) {
	text := requirementText(t)
	if text == "" || len(s.competencies) == 0 {
		return requirement{}, asksNothing
	}
	if r, got := s.linkedRequirement(p, t); got != asksNothing {
		return r, got
	}
	best, found := requirement{at: t}, asksNothing
	for _, cut := range requirementCuts(text) {
		for _, side := range [][2]string{{cut[0], cut[1]}, {cut[1], cut[0]}} {
			r, got := s.askKnown(side[0], side[1])
			r.at = t
			if got == asksLevel || got == asksNone {
				return r, got
			}
			if got != asksNothing && found == asksNothing {
				best, found = r, got
			}
		}
	}
	return best, found
}

// requirementText returns the words of a text that may be a requirement, or "".
func requirementText(t parse.Text) string {
	if text := strings.Trim(t.Value, " .;,"); len(text) <= maxRequirement {
		return text
	}
	return ""
}

// asksUnknown reports whether a text asks for something unknown at what may be
// a level.
func (s *Survey) asksUnknown(t parse.Text) bool {
	text := requirementText(t)
	if text == "" || len(s.competencies) == 0 {
		return false
	}
	for _, cut := range requirementCuts(text) {
		if s.unknownAt(cut[0], cut[1]) || s.unknownAt(cut[1], cut[0]) {
			return true
		}
	}
	return false
}

// ask looks a competency and one of its levels up.
func (s *Survey) ask(name, level string) (requirement, demand) {
	if s.unknownAt(name, level) {
		return requirement{}, noSkill
	}
	return s.askKnown(name, level)
}

func (s *Survey) askKnown(name, level string) (requirement, demand) {
	c, level := s.Competency(cleanName(name)), cleanLevel(level)
	if c == nil || level == "" {
		return requirement{}, asksNothing
	}
	return s.askOf(c, level)
}

func (s *Survey) unknownAt(name, level string) bool {
	name = cleanName(name)
	return name != "" && s.Competency(name) == nil && len(strings.Fields(name)) <= 6 && asksFor(cleanLevel(level))
}

func cleanLevel(level string) string { return strings.Trim(level, " *_`.,;:") }

func cleanName(name string) string {
	return emojiOff(strings.Trim(name, " *_`.,;:"))
}

// asksFor reports whether words may be a level that somebody is asked for.
func asksFor(level string) bool {
	for _, way := range levelWays(level) {
		if levelTitle(way) && !RoleTitle(way) {
			return true
		}
	}
	return false
}

// isNone reports the signs for "not required".
func isNone(level string) bool {
	switch strings.ToLower(strings.Trim(level, " .")) {
	case "-", "–", "—", "0", "n/a", "na", "none", "not required", "✗", "keine", "nenhum", "ninguno", "нет":
		return true
	}
	return false
}

// levelWays returns the ways in which words may name a level: as they stand,
// without what is in parentheses, what is in these, without a word of degree.
func levelWays(level string) []string {
	level = strings.TrimSpace(level)
	out := []string{level}
	if i, j := strings.IndexByte(level, '('), strings.LastIndexByte(level, ')'); i >= 0 && j > i {
		out = append(out, strings.TrimSpace(level[:i]+level[j+1:]), strings.TrimSpace(level[i+1:j]))
	}
	low := strings.ToLower(level)
	for _, lead := range []string{"at least ", "minimum ", "min. ", "min ", "≥ ", "≥", ">= ", ">=", "required level ", "required: ", "level: ", "mindestens ", "mínimo "} {
		if strings.HasPrefix(low, lead) && len(low) == len(level) {
			out = append(out, strings.TrimSpace(level[len(lead):]))
		}
	}
	for _, of := range []string{"/", " of ", " von ", " de ", "+", " or above", " or higher", " level", " proficiency"} {
		if i := strings.Index(low, of); i > 0 && len(low) == len(level) {
			out = append(out, strings.TrimSpace(level[:i]))
		}
	}
	return out
}

// requirementCuts returns where a text may be cut into a competency and a
// level: at signs, and at its first and last words where these may be levels.
func requirementCuts(text string) [][2]string {
	var out [][2]string
	for _, sep := range []string{":", "：", " – ", " — ", " - ", "=", "→", " @ ", " at ", ", ", "|"} {
		if i := strings.Index(text, sep); i > 0 {
			out = append(out, [2]string{text[:i], text[i+len(sep):]})
		}
	}
	if i := strings.IndexByte(text, '('); i > 0 && strings.HasSuffix(text, ")") {
		out = append(out, [2]string{text[:i], text[i+1 : len(text)-1]})
	}
	words := strings.Fields(text)
	if len(words) > 10 {
		return out
	}
	for n := 1; n <= 3 && n < len(words); n++ {
		if last := strings.Join(words[len(words)-n:], " "); maybeLevel(last) {
			out = append(out, [2]string{strings.Join(words[:len(words)-n], " "), last})
		}
		if first := strings.Join(words[:n], " "); maybeLevel(first) {
			out = append(out, [2]string{strings.Join(words[n:], " "), first})
		}
	}
	return out
}

// linkedRequirement reads a text that links to a competency: the words beside
// the link name the level, else the link's fragment does.
func (s *Survey) linkedRequirement(p *Page, t parse.Text) (requirement, demand) {
	for _, m := range t.Marks {
		if m.Kind != model.Link {
			continue
		}
		c := s.linkedCompetency(p, m.Target)
		if c == nil {
			continue
		}
		r := requirement{competency: c, at: t}
		_, fragment, _ := strings.Cut(m.Target, "#")
		beside := strings.Trim(t.Value[:m.Start]+" "+t.Value[m.End:], " :–—-()|*,.")
		for _, words := range []string{beside, t.Value[m.Start:m.End], strings.ReplaceAll(fragment, "-", " ")} {
			for _, way := range levelWays(words) {
				if r.level = c.Level(way); r.level != nil {
					return r, asksLevel
				}
			}
		}
		switch {
		case isNone(beside):
			return r, asksNone
		case asksFor(beside):
			return r, noLevel
		}
	}
	return requirement{}, asksNothing
}

// CompetencyOf returns the competency that a file describes, the only one, by
// its address in page; or nil.
func (s *Survey) CompetencyOf(page *Page, file string) *Competency {
	return s.linkedCompetency(page, file)
}

// linkedCompetency returns the competency that a link leads to: the one of its
// page, or the one at its fragment.
func (s *Survey) linkedCompetency(p *Page, target string) *Competency {
	file, fragment, _ := strings.Cut(target, "#")
	to := p
	if file != "" {
		to = s.Target(p, file)
	}
	list := s.describedOn[to]
	if to == nil || len(list) == 0 {
		return nil
	}
	for _, c := range list {
		if fragment != "" && (Slug(c.Title.Value) == Slug(fragment) || c.anchor == fragment) {
			return c
		}
	}
	if len(list) == 1 && to != p {
		return list[0]
	}
	return nil
}
