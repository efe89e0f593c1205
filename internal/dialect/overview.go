package dialect

import (
	"slices"
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
)

// dropOverviews takes the roles away that a page only sums up: a career map
// names jobs that have pages of their own, which say what they ask in full. Such
// a page is prose. It is one where half of its roles or more are told elsewhere
// by a page or a table of that job alone.
func (s *Survey) dropOverviews(drafts []*Draft) []*Draft {
	byPage := map[*Page][]*Draft{}
	for _, d := range drafts {
		byPage[d.Page] = append(byPage[d.Page], d)
	}
	told := map[string]*Page{} // jobs that a page is about alone
	for _, p := range s.Pages {
		if job := soleJob(p, byPage[p]); job != "" && told[job] == nil {
			told[job] = p
		}
	}
	out := drafts[:0:0]
	dropped := map[*Page]bool{}
	for _, p := range s.Pages {
		dropped[p] = len(told) > 1 && s.isOverview(p, byPage[p], told) || p.Index && (s.namesLevels(p, byPage[p], drafts) || s.listsRoles(p, byPage))
	}
	for _, d := range drafts {
		if !dropped[d.Page] {
			out = append(out, d)
		}
	}
	return out
}

// isOverview decides it for one page, and notes the choice.
func (s *Survey) isOverview(p *Page, drafts []*Draft, told map[string]*Page) bool {
	again, rungs := 0, 0
	for _, d := range drafts {
		if d.Role.Foundation {
			continue
		}
		rungs++
		if q := told[jobKey(d.Role.Title)]; q != nil && q != p {
			again++
		}
	}
	if again < 2 || again*2 < rungs {
		return false
	}
	why := plural2(again, "role") + " of " + plural2(rungs, "role") + " on it have pages of their own, which tell what they ask in full"
	if !s.Choose(p.Path, "overview", "track", why) {
		return false
	}
	s.kinds[p] = prose
	return true
}

// inFull is how many times as much a level must ask elsewhere for a page that
// introduces others to only name it.
const inFull = 3

// namesLevels decides whether a page that introduces others only names levels
// that are told in full elsewhere, as a table of stages with who stands there.
func (s *Survey) namesLevels(p *Page, own, all []*Draft) bool {
	full := map[string]int{} // statements by name
	for _, d := range all {
		if d.Page != p {
			full[Slug(d.Role.Title)] += len(d.Role.Statements())
		}
	}
	here, there, rungs := 0, 0, 0
	for _, d := range own {
		if d.Role.Foundation {
			continue
		}
		rungs++
		elsewhere, ok := full[Slug(d.Role.Title)]
		if !ok {
			return false
		}
		here, there = here+len(d.Role.Statements()), there+elsewhere
	}
	if rungs < 2 || here*inFull > there || here > 2*rungs || s.Asked(p.Path, "table-is-ladder") != "" {
		return false
	}
	if !s.Choose(p.Path, "overview", "track", "each of its "+plural2(rungs, "level")+" is told in full elsewhere") {
		return false
	}
	s.kinds[p] = prose
	return true
}

// listsRoles decides whether the tables of a page that introduces others are
// their list: most rows lead to a page with roles, and all that the page seems
// to hold stands in such tables.
func (s *Survey) listsRoles(p *Page, byPage map[*Page][]*Draft) bool {
	if len(byPage[p]) == 0 || s.Asked(p.Path, "table-is-ladder") != "" {
		return false
	}
	var lists []*parse.Block
	rows := 0
	for _, b := range p.Doc.Blocks {
		if n := s.leadingRows(p, b, byPage); n >= 2 && n*2 >= len(b.Children)-1 {
			lists, rows = append(lists, b), rows+n
		}
	}
	for _, d := range byPage[p] {
		if !slices.ContainsFunc(lists, func(b *parse.Block) bool { return b.Start <= d.Role.At.Start && d.Role.At.End <= b.End }) {
			return false
		}
	}
	if !s.Choose(p.Path, "overview", "track", plural2(rows, "row")+" of its tables lead to pages with roles") {
		return false
	}
	s.kinds[p] = prose
	return true
}

// leadingRows counts the rows of a table that lead to another page with roles.
func (s *Survey) leadingRows(p *Page, table *parse.Block, byPage map[*Page][]*Draft) int {
	n := 0
	if table.Kind != parse.Table {
		return 0
	}
	for _, row := range table.Children {
		for _, m := range flat(row).Marks {
			if to := s.Target(p, m.Target); m.Kind == model.Link && to != nil && to != p && len(byPage[to]) > 0 {
				n++
				break
			}
		}
	}
	return n
}

// soleJob returns the job that a page is about alone, or "": all of its roles
// are that job at some level, and it says so itself.
func soleJob(p *Page, drafts []*Draft) string {
	title := jobKey(p.name())
	rungs := 0
	for _, d := range drafts {
		if d.Role.Foundation {
			continue
		}
		rungs++
		if job := jobKey(d.Role.Title); job != "" && job != title {
			return ""
		}
	}
	if rungs == 0 {
		return ""
	}
	return title
}

// sexes are the endings with which a title names a job for everybody.
var sexes = strings.NewReplacer("(a)", "", "(o)", "", "/a ", " ", "/o ", " ", "·e", "", "*in", "", ":in", "", "(in)", "")

// jobKey returns what two titles of one job share: words of seniority, labels,
// remarks and endings are taken off.
func jobKey(title string) string {
	_, _, base := Rank(ordinalOff(roleWords(sexes.Replace(title + " "))))
	base, _, _ = strings.Cut(base, " / ")
	var words []string
	for _, w := range strings.Split(Slug(base), "-") {
		if w != "e" && w != "and" && w != "und" && w != "y" && w != "et" {
			words = append(words, w)
		}
	}
	return strings.Join(words, "-")
}
