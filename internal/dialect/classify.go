package dialect

import (
	"strconv"

	"rung/internal/parse"
)

// classify decides what every page holds.
func (s *Survey) classify() {
	for _, p := range s.Pages {
		s.kinds[p] = s.kindOf(p)
	}
	for _, p := range s.Pages {
		if s.kinds[p] == prose {
			continue
		}
		if s.holdsForAll(p) {
			s.kinds[p] = foundation
		}
	}
}

// holdsForAll decides whether a page of roles is a foundation.
func (s *Survey) holdsForAll(p *Page) bool {
	const yes, no = "foundation", "role"
	if why := s.foundationReason(p); why != "" {
		return s.Choose(p.Path, yes, no, why)
	}
	return s.Asked(p.Path, yes) != ""
}

// settleLabels decides where heading and file name name two levels: the one
// whose letters the other pages of the folder use stands.
func (s *Survey) settleLabels() {
	const fromFile, fromHeading = "level-from-file-name", "level-from-heading"
	used := map[string]int{}
	for _, p := range s.Pages {
		if p.Names.Label.Text != "" {
			used[p.Dir+"\x00"+p.Names.Label.Prefix]++
		}
	}
	for _, p := range s.Pages {
		n := &p.Names
		if n.From != "heading" || n.File.Text == "" || n.File.Prefix == n.Label.Prefix && n.File.Number == n.Label.Number {
			continue
		}
		why := "the heading says " + n.Label.Text + ", the file name " + n.File.Text
		if used[p.Dir+"\x00"+n.File.Prefix] >= used[p.Dir+"\x00"+n.Label.Prefix] && n.File.Prefix != n.Label.Prefix {
			if s.Choose(p.Path, fromFile, fromHeading, why+", as the other pages of the folder do") {
				n.Label, n.From = n.File, "file name"
			}
		} else if !s.Choose(p.Path, fromHeading, fromFile, why) {
			n.Label, n.From = n.File, "file name"
		}
	}
}

// kindOf decides it for one page.
func (s *Survey) kindOf(p *Page) pageKind {
	if s.transposed[p] || isData(p.Doc) {
		return prose
	}
	roles := s.roles[p]
	switch asked := s.Asked(p.Path, "page", "role", "track"); {
	case asked == "page":
		return prose
	case asked == "role":
		return oneRole
	case asked == "track" && len(roles) > 0:
		return manyRoles
	case levelsOfElse(p):
		return prose
	case p.Index:
		if ladderInIndex(roles) && !s.isDirectory(p) {
			return manyRoles
		}
		return prose
	case len(roles) > 0:
		return manyRoles
	case s.isOneRole(p) && !s.inSeries(p), s.foundationReason(p) != "":
		return oneRole
	}
	return prose
}

// ladderInIndex reports whether the sections of a README hold roles in full.
func ladderInIndex(roles []*Section) bool {
	full := 0
	for _, r := range roles {
		if holdsList(r) {
			full++
		}
	}
	return full >= 2 && full*2 > len(roles)
}

// isDirectory reports whether a page links to other pages of the framework
// that are roles.
func (s *Survey) isDirectory(p *Page) bool {
	n := 0
	for _, l := range p.Doc.Links {
		if to := s.Target(p, l.Target); to != nil && to != p && !to.Index {
			n++
		}
	}
	return n >= 2
}

// isOneRole reports whether a page is one role: it has a level that its other
// words bear out, or the title of a job and statements under it.
func (s *Survey) isOneRole(p *Page) bool {
	n := p.Names
	statements := hasStatements(p.Outline.Subs, AreHeadings) || hasStatements([]*Section{{Body: p.Outline.Body}}, AreHeadings)
	if n.Label.Text != "" && !isStub(p) {
		switch {
		case schoolGrade(p):
			return false
		case RoleTitle(n.Title), n.From == "front matter", s.siblingLevels(p) >= 2:
			return true
		case n.Title == n.Label.Text, statements && n.Label.Number <= 20:
			return statements
		}
	}
	if introduced(p.Outline) && hasAreas(p.Outline) && s.statementsVoice(p) > 0.6 {
		return true
	}
	if statements && inJobs(s.jobs[p.Dir], n.Title) {
		return true
	}
	return statements && (RoleTitle(p.Title.Value) || RoleTitle(n.Title) || RoleTitle(unhyphen(p.Stem)) && p.Title.Value == "" || OnlySeniority(roleWords(n.Title)) && s.siblingSeniority(p) >= 2)
}

// siblingLevels counts the pages of p's folder with a level of its kind.
func (s *Survey) siblingLevels(p *Page) int {
	if s.levelsIn == nil { // names are settled when the first page asks
		s.levelsIn = map[string]int{}
		for _, q := range s.Pages {
			if q.Names.Label.Text != "" {
				s.levelsIn[q.Dir+"\x00"+q.Names.Label.Prefix]++
			}
		}
	}
	return s.levelsIn[p.Dir+"\x00"+p.Names.Label.Prefix]
}

func (s *Survey) siblingSeniority(p *Page) int {
	if s.rankedIn == nil {
		s.rankedIn = map[string]int{}
		for _, q := range s.Pages {
			if OnlySeniority(roleWords(q.Names.Title)) {
				s.rankedIn[q.Dir]++
			}
		}
	}
	return s.rankedIn[p.Dir]
}

func isData(d *parse.Document) bool {
	return d.Format == parse.YAML || d.Format == parse.JSON || d.Format == parse.TOML || d.Format == parse.CSV
}

// plural2 returns "1 row", "2 rows".
func plural2(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return strconv.Itoa(n) + " " + noun
}
