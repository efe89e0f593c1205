package dialect

import (
	"slices"

	"rung/internal/model"
)

// The readings of entries that say that they are in force no more.
const (
	EndedLeftOut = "ended-is-left-out"
	EndedAsked   = "ended-is-asked"
)

// ended are states of what stands in data and is in force no more.
var ended = wordSet(`removed retired deprecated deleted archived obsolete inactive withdrawn superseded legacy disabled entfernt veraltet obsolet obsoleto obsoleta supprime retire eliminado removido arquivado`)

// states are what data call whether something is in force.
var states = wordSet(`status state statut estado lifecycle`)

// SaysEnded reports whether a field of a record, or a column of a table, says
// that what it stands beside is in force no more: "status: removed",
// "deprecated: true".
func SaysEnded(key, value string) bool {
	k := Slug(key)
	switch {
	case states[k]:
		return ended[Slug(value)]
	case ended[k]:
		v := Slug(value)
		return v == "true" || v == "yes"
	}
	return false
}

// inForce returns a table of records without those that say of themselves
// that they are in force no more, and the table itself where none or all do.
func (w *siteWalker) inForce(g *Grid, near string) *Grid {
	if g == nil {
		return g
	}
	heads := g.heads()
	var kept, left [][]*Cell
	for i, row := range g.Rows {
		if i >= heads && g.rowEnded(row, heads) {
			left = append(left, row)
		} else {
			kept = append(kept, row)
		}
	}
	if len(left) == 0 || len(kept) <= heads {
		return g
	}
	out := &Grid{Block: g.Block, Rows: kept, Lead: g.Lead, naming: g.naming}
	if found, _ := Layouts(out, near); len(found) == 0 || !found[0].Tidy {
		return g // a row that is a role as a whole is one that is marked
	}
	why := "the status of " + plural2(len(left), "row") + " says that it is in force no more"
	if !w.survey.Choose(w.page.Path, EndedLeftOut, EndedAsked, why) {
		return g
	}
	for _, cell := range slices.Concat(left...) {
		w.survey.Account(w.page, w.page.Doc.Span(cell.Text.Start, cell.Text.End), model.Metadata)
	}
	return out
}

func (g *Grid) rowEnded(row []*Cell, heads int) bool {
	for c, cell := range row {
		if len(cell.Text.Value) <= maxLead && SaysEnded(g.head(c, heads), cell.Text.Value) {
			return true
		}
	}
	return false
}
