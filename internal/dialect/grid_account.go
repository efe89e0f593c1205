package dialect

import (
	"rung/internal/model"
	"rung/internal/parse"
)

// labelWords is how many words a cell has at most that only names what stands
// beside or under it. A longer one that was not read is not passed over.
const labelWords = 12

// AccountTable accounts for the cells of a table of levels that are no texts:
// names of levels, areas, sections and columns, ids and figures.
func (s *Survey) AccountTable(p *Page, site TableSite) {
	told := map[*parse.Block]bool{}
	for _, l := range site.Layouts {
		for _, lane := range l.Lanes {
			if lane.Kind == NoLane || lane.Kind == TitleLane || l.Tidy && lane.Kind == ScopeLane {
				continue
			}
			for _, c := range lane.All() {
				if c.Block != nil {
					told[c.Block] = true
				}
			}
		}
	}
	seen := map[*parse.Block]bool{}
	for _, row := range site.Grid.Rows {
		for _, c := range row {
			if c.Block == nil || seen[c.Block] || !hasWord(c.Text.Value) {
				continue
			}
			seen[c.Block] = true
			s.accountCell(p, c, told[c.Block])
		}
	}
}

// accountCell accounts for what a cell has beside statements; told says that
// its texts were read.
func (s *Survey) accountCell(p *Page, c *Cell, told bool) {
	at := p.Doc.Span(c.Text.Start, c.Text.End)
	switch {
	case IsBlank(c.Text.Value), isFigure(c.Text.Value) && !told:
		s.Account(p, at, model.Metadata)
	case !told && wordCount(c.Text.Value) <= labelWords:
		s.Account(p, at, model.GroupText)
	case told:
		for _, l := range cellLines(c.Block) {
			if exampleLead(l.text.Value) != leadNone {
				s.Account(p, p.Doc.Span(l.text.Start, l.text.End), model.LeadText)
			}
		}
	}
}
