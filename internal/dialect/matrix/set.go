package matrix

import (
	"rung/internal/dialect"
	"rung/internal/model"
	"rung/internal/parse"
)

// readSet reads pages that tell one area each, as one track. The first of them
// gives the roles of all.
func readSet(s *dialect.Survey, page *dialect.Page, set []*dialect.Page) []*dialect.Draft {
	if set[0] != page {
		return nil
	}
	t := &track{name: s.SetTrack(page), sheet: s.NewSheet(s.SetTrack(page), page.Dir)}
	t.sheet.Spell(levelLists(s, set))
	for _, level := range longest(s, set) {
		t.sheet.Rung(level.page, level.name)
	}
	var intro []model.Prose
	for _, p := range set {
		m := &reader{survey: s, page: p, sites: s.LadderTables(p)}
		site := m.sites[0]
		one := &part{site: site, layout: site.Layouts[0], area: pageArea(p)}
		if !one.layout.Single {
			one.section = one.area
		}
		m.fill(&track{name: t.name, sheet: t.sheet, parts: []*part{one}})
		s.AccountTable(p, site)
		beside, everyone := s.BesideTables(p, m.sites)
		for _, sec := range everyone {
			t.sheet.Base(p, sec.Title).AddBody(p, s.ReadBody(p, sec, dialect.AreHeadings))
		}
		intro = append(intro, beside...)
	}
	drafts := t.sheet.Drafts()
	if len(drafts) > 0 {
		drafts[0].Intro = intro
	}
	return drafts
}

// levelLists returns what the pages call the levels.
func levelLists(s *dialect.Survey, set []*dialect.Page) [][]string {
	var out [][]string
	for _, p := range set {
		out = append(out, s.LadderTables(p)[0].Layouts[0].Names())
	}
	return out
}

// placedLevel is a level's name on a page.
type placedLevel struct {
	page *dialect.Page
	name parse.Text
}

// longest returns the levels of the page that tells most of them: a page may
// begin with the second.
func longest(s *dialect.Survey, set []*dialect.Page) []placedLevel {
	var out []placedLevel
	for _, p := range set {
		levels := s.LadderTables(p)[0].Layouts[0].Levels
		if len(levels) <= len(out) {
			continue
		}
		out = nil
		for _, l := range levels {
			out = append(out, placedLevel{p, l.Name})
		}
	}
	return out
}

// pageArea returns the title of a page as that of an area; where only its file
// has a name, it stands where the page begins.
func pageArea(p *dialect.Page) parse.Text {
	if p.Title.Value != "" {
		return p.Title
	}
	return parse.Text{Value: dialect.TrackTitle(p)}
}
