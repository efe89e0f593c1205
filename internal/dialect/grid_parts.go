package dialect

import (
	"slices"

	"rung/internal/parse"
)

// parts divides a table that holds several, one below the other, as a sheet
// does that has a block for each track: where a row names other levels than
// the one above did. A row of one cell right above it is its title.
func (g *Grid) parts() []*Grid {
	var starts []int
	var names []string
	for r, row := range g.Rows {
		got := levelNames(row)
		if len(got) < 2 || slices.Equal(got, names) || r+1 == len(g.Rows) {
			continue
		}
		at := r
		for at > 0 && len(starts) > 0 && at > starts[len(starts)-1]+1 || at > 0 && len(starts) == 0 {
			if _, whole := wholeRow(g.Rows[at-1]); !whole {
				break
			}
			at--
		}
		if len(starts) > 0 && r <= starts[len(starts)-1]+2 {
			continue // a second row of heads
		}
		starts, names = append(starts, at), got
	}
	if len(starts) < 2 {
		return []*Grid{g}
	}
	g.names()
	var out []*Grid
	starts[0] = 0
	for i, from := range starts {
		to := len(g.Rows)
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		part := &Grid{Block: g.Block, naming: g.naming, about: g.about}
		for _, row := range g.Rows[from:to] {
			part.Rows = append(part.Rows, slices.Clone(row))
		}
		if i == 0 {
			part.Lead = g.Lead
		}
		part.dropEmpty()
		out = append(out, part)
	}
	return out
}

// levelNames returns the names of a row that are levels, where two or more are
// and nothing else stands beside them but the corner.
func levelNames(row []*Cell) []string {
	var out []string
	for i, s := range headSpans(row) {
		name, _ := headOf(s.cell)
		switch {
		case name.Value == "":
		case LevelName(name.Value) && wordCount(name.Value) <= 6:
			out = append(out, name.Value)
		case i > 2 || len(out) > 0:
			return nil
		}
	}
	if !LevelAxis(out) || certainty(out) < 0.5 {
		return nil
	}
	return out
}

// title returns the words of the rows above a head that have one cell each.
func (g *Grid) title(head int) parse.Text {
	for _, row := range g.Rows[:head] {
		if t, whole := wholeRow(row); whole {
			return bareSlice(t)
		}
	}
	t, _ := g.leadTitle()
	return t
}
