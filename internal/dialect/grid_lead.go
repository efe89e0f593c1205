package dialect

import (
	"slices"

	"rung/internal/parse"
)

// lift takes the rows off the top of a grid that stand above the one with its
// heads, as a spreadsheet has them: its title, its version, a remark, each in
// a cell or two of a wide sheet. A row of a few cells right above the heads groups
// them and stays, but where its author left a row empty below it.
func (g *Grid) lift() {
	if g == nil || g.marked() {
		return
	}
	head := g.firstFull()
	lead := 0
	for r, row := range g.Rows[:head] {
		if filledCells(row) == 1 && (r > 0 || !g.sectioned(head)) {
			lead = r + 1
		}
	}
	for _, r := range g.below {
		if r <= maxLeadRows && filledCells(g.Rows[r])*2 > g.Width() && !slices.ContainsFunc(g.Rows[:r], func(row []*Cell) bool { return filledCells(row) >= filledCells(g.Rows[r]) }) {
			lead = max(lead, r)
		}
	}
	if lead == 0 || lead+1 >= len(g.Rows) {
		return
	}
	g.Lead, g.Rows = g.Rows[:lead], g.Rows[lead:]
	for _, row := range g.Lead {
		g.names(row...)
	}
	g.dropEmpty()
}

// sectioned reports whether rows of one cell part the rows from one on: then the
// first row may head those below it too.
func (g *Grid) sectioned(from int) bool {
	for r := from + 1; r+1 < len(g.Rows); r++ {
		if _, whole := wholeRow(g.Rows[r]); !whole {
			continue
		}
		if _, again := wholeRow(g.Rows[r+1]); !again {
			return true
		}
	}
	return false
}

// maxLeadRows is how many rows may stand above the heads of a sheet.
const maxLeadRows = 40

// firstFull returns the first row that fills more than half of the columns, or
// 0 where none of the top ones does.
func (g *Grid) firstFull() int {
	for r := range min(maxLeadRows, len(g.Rows)-1) {
		if filledCells(g.Rows[r])*2 > g.Width() {
			return r
		}
	}
	return 0
}

// filledCells counts the cells of a row that hold words, one that spans several
// columns once.
func filledCells(row []*Cell) int {
	n := 0
	for _, s := range headSpans(row) {
		if s.cell.says() {
			n++
		}
	}
	return n
}

// leadTitle returns the words that head the whole of a sheet, and those of the
// other rows above its heads.
func (g *Grid) leadTitle() (title parse.Text, rest []parse.Text) {
	for _, row := range g.Lead {
		whole, single := wholeRow(row)
		for _, s := range headSpans(row) {
			switch {
			case !s.cell.says():
			case title.Value == "" && single && hasWord(whole.Value):
				title = bareSlice(s.cell.Text)
			default:
				rest = append(rest, s.cell.Text)
			}
		}
	}
	return title, rest
}
