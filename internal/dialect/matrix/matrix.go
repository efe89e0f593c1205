// Package matrix reads ladders that are tables: levels one way and areas the
// other, or a record for each expectation. It knows Markdown, HTML and CSV
// alike, because all of them come to it laid out.
package matrix

import (
	"strconv"

	"rung/internal/dialect"
	"rung/internal/model"
	"rung/internal/parse"
)

// Way reads pages whose tables are the ladder.
type Way struct{}

// Read returns the roles of the tables of page; ok is false for a page without
// tables of levels, and for one whose tables only explain levels that are told
// in full elsewhere.
func (Way) Read(s *dialect.Survey, page *dialect.Page) (drafts []*dialect.Draft, ok bool) {
	sites := s.LadderTables(page)
	if len(sites) == 0 {
		return nil, false
	}
	if why := s.Explained(page, allNames(sites)); why != "" && s.Choose(page.Path, "table-explains-levels", "table-is-ladder", why) {
		return nil, false
	}
	if copied(s, page, sites) {
		return nil, true
	}
	if set := s.TableSet(page); set != nil {
		return readSet(s, page, set), true
	}
	m := &reader{survey: s, page: page, sites: sites}
	m.plan()
	for _, sh := range m.sheets {
		m.fill(sh)
	}
	for _, site := range sites {
		s.AccountTable(page, site)
	}
	m.beside()
	for _, sh := range m.sheets {
		got := sh.sheet.Drafts()
		if len(got) > 0 {
			got[0].Intro = sh.intro
		}
		drafts = append(drafts, got...)
	}
	return drafts, true
}

// allNames returns the names of the levels of all tables, each once.
func allNames(sites []dialect.TableSite) []string {
	var out []string
	seen := map[string]bool{}
	for _, site := range sites {
		for _, l := range site.Layouts {
			for _, n := range l.Names() {
				if !seen[n] {
					seen[n] = true
					out = append(out, n)
				}
			}
		}
	}
	return out
}

// copied reports a file of data whose texts stand in another file too.
func copied(s *dialect.Survey, page *dialect.Page, sites []dialect.TableSite) bool {
	if page.Doc.Format != parse.CSV {
		return false
	}
	var texts []parse.Text
	for _, site := range sites {
		for _, l := range site.Layouts {
			for _, lane := range l.Of(dialect.TextLane) {
				for _, c := range lane.All() {
					for _, say := range c.Sayings(partsOf(l, page)) {
						texts = append(texts, say.Text)
					}
				}
			}
		}
	}
	other := s.TellsElsewhere(page, texts)
	if other == nil || !s.Choose(page.Path, "table-repeats-page", "table-is-ladder", "most of its "+strconv.Itoa(len(texts))+" texts stand in "+other.Path+" too") {
		return false
	}
	at := sites[0].Layouts[0].Levels[0].Name
	d := dialect.CopyRule.New(page.Doc.Span(at.Start, at.End), "this table says what \""+other.Path+"\" says too; it was not read a second time")
	d.Help = "keep one of the two, or make the table from the other"
	s.Report.Add(d)
	s.Account(page, page.Doc.At(page.Doc.Table), model.Reported)
	return true
}

// partsOf says how the cells of a layout are divided. A record of data is one
// expectation, however its author's spreadsheet broke the line.
func partsOf(l *dialect.Layout, page *dialect.Page) dialect.Parts {
	if l.Tidy && page.Doc.Format == parse.CSV {
		return dialect.Whole
	}
	var cells []*dialect.Cell
	for _, lane := range l.Of(dialect.TextLane) {
		cells = append(cells, lane.All()...)
	}
	return dialect.PartsOf(cells)
}
