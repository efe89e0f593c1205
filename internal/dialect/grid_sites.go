package dialect

import (
	"slices"
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
	"rung/internal/pattern"
)

// TableSite is a table of a page with the headings that it stands under.
type TableSite struct {
	Block   *parse.Block
	Heads   []parse.Text // from the outermost on; the page's title is none
	Grid    *Grid
	Layouts []*Layout // nil for a table that is no ladder
}

// Tables returns the tables of a page, in reading order, wherever they stand.
// The result is the survey's own.
func (s *Survey) Tables(p *Page) []TableSite {
	if sites, ok := s.tables[p]; ok {
		return sites
	}
	w := siteWalker{survey: s, page: p}
	if p.Doc.Table != nil {
		w.table(p.Doc.Table, nil)
	}
	w.section(p.Outline, nil)
	if s.tables == nil {
		s.tables = map[*Page][]TableSite{}
	}
	s.tables[p] = w.out
	return w.out
}

type siteWalker struct {
	survey *Survey
	page   *Page
	out    []TableSite
}

func (w *siteWalker) section(sec *Section, heads []parse.Text) {
	if sec != w.page.Outline && sec.Title.Value != "" {
		heads = append(slices.Clip(heads), sec.Title)
	}
	w.blocks(sec.Body, heads)
	for _, sub := range sec.Subs {
		w.section(sub, heads)
	}
}

func (w *siteWalker) blocks(blocks []*parse.Block, heads []parse.Text) {
	for _, b := range blocks {
		switch b.Kind {
		case parse.Table:
			w.table(b, heads)
		case parse.Details:
			under := heads
			if b.Text.Value != "" {
				under = append(slices.Clip(heads), b.Text)
			}
			w.blocks(b.Children, under)
		case parse.Quote:
			w.blocks(b.Children, heads)
		}
	}
}

func (w *siteWalker) table(b *parse.Block, heads []parse.Text) {
	g := NewGrid(b)
	g.lift()
	near := w.page.Title.Value + " " + unhyphen(w.page.Stem)
	for _, h := range heads {
		near += " " + h.Value
	}
	if g != nil {
		title, _ := g.leadTitle()
		near += " " + title.Value
	}
	if g = w.inForce(g, near); g != nil {
		g.about = w.survey.about
	}
	found, other := Layouts(g, near)
	if otherScale.MatchString(near) && !ladderWord.MatchString(near) {
		found, other = nil, nil
	} else if len(found) == 0 {
		found = w.shaped(g, near)
	}
	found, other = w.saying(found), w.saying(other)
	if len(found) == 0 {
		found, other = other, nil
	}
	if len(other) > 0 {
		across, down, why := "levels-as-columns", "levels-as-rows", "the heads of the columns are named like levels more than the rows are"
		if !found[0].Across {
			across, down, why = down, across, "the rows are named like levels more than the heads of the columns are"
		}
		if !w.survey.Choose(w.page.Path, across, down, why) {
			found = other
		}
	}
	w.out = append(w.out, TableSite{Block: b, Heads: heads, Grid: g, Layouts: found})
}

// saying returns the layouts whose cells say something beside names of roles:
// what tells which posts are of a band is no ladder of bands.
func (w *siteWalker) saying(all []*Layout) []*Layout {
	return slices.DeleteFunc(all, func(l *Layout) bool {
		names, filled := 0, 0
		for _, lane := range l.Of(TextLane) {
			for _, c := range lane.All() {
				if c == nil || !c.says() {
					continue
				}
				filled++
				if w.survey.namesRoles(c.Text.Value) {
					names++
				}
			}
		}
		return filled > 0 && names*4 >= filled*3
	})
}

// namesRoles reports whether a text is nothing but titles of roles, one or
// several: titles of pages of the set are known, others are if their last word is
// one for a job.
func (s *Survey) namesRoles(text string) bool {
	if len(text) > 3*maxTitle {
		return false
	}
	parts := strings.FieldsFunc(joining.ReplaceAllString(text, ","), func(r rune) bool { return r == ',' || r == ';' || r == '/' || r == '·' })
	for _, part := range parts {
		part = strings.TrimSpace(part)
		if strings.ContainsAny(part, ".!?:") || len(strings.Fields(part)) > 6 || !s.pageTitles()[Slug(part)] && !RoleTitle(part) {
			return false
		}
	}
	return len(parts) > 0
}

// pageTitles returns the slugs of the titles of all pages but indexes.
func (s *Survey) pageTitles() map[string]bool {
	if s.titles == nil {
		s.titles = map[string]bool{}
		for _, p := range s.Pages {
			if !p.Index && p.Title.Value != "" {
				s.titles[Slug(p.Title.Value)] = true
			}
		}
	}
	return s.titles
}

// otherScale matches words about things that have levels too and are no
// people's: incidents, releases, interviews, plans of customers.
var otherScale = pattern.New(`(?i)\b(incidents?|severit(y|ies)|priorit(y|ies)|sla|escalation|support tiers?|on-?call|pricing|plans|releases?|roadmap|milestones?|sprints?|interviews?|scorecards?|risk (matrix|register)|maturity model|backlog|vulnerabilit(y|ies)|alerts?|environments?)\b`)

// LadderTables returns the tables of a page that are ladders.
func (s *Survey) LadderTables(p *Page) []TableSite {
	var out []TableSite
	if levelsOfElse(p) && s.Asked(p.Path, "table-is-ladder") == "" {
		return nil
	}
	for _, t := range s.Tables(p) {
		if len(t.Layouts) > 0 {
			out = append(out, t)
		}
	}
	return out
}

// inTables counts the other pages whose tables have the same levels.
func (s *Survey) inTables(p *Page, names []string) int {
	n := 0
	for _, q := range s.Pages {
		if q == p || q.Index || namedForLevels(q) {
			continue
		}
		for _, t := range s.LadderTables(q) {
			if sameLevels(t.Layouts[0].Names(), names) {
				n++
				break
			}
		}
	}
	return n
}

// BesideTables returns what a page says beside its tables, as prose on its
// track, and the sections that hold for every level. What it does not take it
// reports; a README is a page too, where all of it stands.
func (s *Survey) BesideTables(p *Page, tables []TableSite) (intro []model.Prose, everyone []*Section) {
	b := besideReader{survey: s, page: p, tables: map[*parse.Block]bool{}}
	for _, t := range tables {
		b.tables[t.Block] = true
	}
	for _, t := range tables {
		_, lead := t.Grid.leadTitle()
		for _, words := range lead {
			b.out = appendProse(b.out, p.Doc, words)
		}
	}
	b.section(p.Outline)
	return b.out, b.everyone
}

// AroundTables returns the outline of a page without its tables of levels.
func AroundTables(p *Page, tables []TableSite) *Section {
	without := map[*parse.Block]bool{}
	for _, t := range tables {
		without[t.Block] = true
	}
	var copyOf func(sec *Section) *Section
	copyOf = func(sec *Section) *Section {
		out := *sec
		out.Body = slices.DeleteFunc(slices.Clone(sec.Body), func(b *parse.Block) bool { return without[b] })
		out.Subs = nil
		for _, sub := range sec.Subs {
			if c := copyOf(sub); len(c.Body) > 0 || len(c.Subs) > 0 || len(sub.Body) == 0 {
				out.Subs = append(out.Subs, c)
			}
		}
		return &out
	}
	return copyOf(p.Outline)
}
