package dialect

import (
	"slices"

	"rung/internal/model"
	"rung/internal/parse"
)

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
	for _, row := range slices.Concat(site.Grid.Lead, site.Grid.Rows) {
		for _, c := range row {
			if c.Block == nil || seen[c.Block] || !hasWord(c.Text.Value) {
				continue
			}
			seen[c.Block] = true
			switch {
			case told[c.Block]:
				s.accountTexts(p, c)
			case site.Grid.naming[c.Block]:
				s.accountName(p, c)
			}
		}
	}
}

// accountName accounts for a cell that names something, or is a figure.
func (s *Survey) accountName(p *Page, c *Cell) {
	kind := model.GroupText
	if IsBlank(c.Text.Value) || isFigure(c.Text.Value) || isDate(c.Text.Value) {
		kind = model.Metadata
	}
	s.Account(p, p.Doc.Span(c.Text.Start, c.Text.End), kind)
}

// accountTexts accounts for what a cell of texts has beside them: that there
// is none, and lines that say that examples follow.
func (s *Survey) accountTexts(p *Page, c *Cell) {
	if IsBlank(c.Text.Value) {
		s.accountName(p, c)
		return
	}
	for _, l := range cellLines(c.Block) {
		if exampleLead(l.text.Value) != leadNone {
			s.Account(p, p.Doc.Span(l.text.Start, l.text.End), model.LeadText)
		}
	}
}
