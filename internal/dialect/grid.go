package dialect

import (
	"cmp"
	"slices"

	"rung/internal/parse"
)

// Grid is a table laid out: rows of one width, what spans several columns or
// rows standing in each of them. Rows and columns without any words are gone.
type Grid struct {
	Block *parse.Block
	Rows  [][]*Cell
	Lead  [][]*Cell // rows above the heads that are of no column: a title, a date

	below  []int                 // rows with an empty one above them
	about  bool                  // the set that it belongs to says that it is about levels
	naming map[*parse.Block]bool // cells that were read as names: of levels, areas, tracks, columns
}

// names notes that cells were read as names and say nothing else.
func (g *Grid) names(cells ...*Cell) {
	if g.naming == nil {
		g.naming = map[*parse.Block]bool{}
	}
	for _, c := range cells {
		if c.Block != nil {
			g.naming[c.Block] = true
		}
	}
}

// Cell is one cell of a Grid, which may stand in it several times. No cell of
// a Grid is nil; where the author wrote none it is empty.
type Cell struct {
	Text  parse.Text // all its words
	Key   string     // the id that a table of records gives it, or ""
	Block *parse.Block
}

// What a table may have at most to be laid out.
const (
	maxColumns = 200
	maxSlots   = 200_000
)

// NewGrid lays out a table. It returns nil for a block that is none, and for a
// table that says nothing or is too large to be one that people read.
func NewGrid(table *parse.Block) *Grid {
	if table == nil || table.Kind != parse.Table {
		return nil
	}
	g := &Grid{Block: table}
	l := gridLayer{g: g}
	for _, row := range tableRows(table) {
		if !l.row(row) {
			return nil
		}
	}
	l.level()
	g.below = g.dropEmpty()
	if len(g.Rows) == 0 {
		return nil
	}
	return g
}

// tableRows returns the cells of each row. Cells that stand in a table without
// a row, as authors of HTML head their columns, are a row.
func tableRows(table *parse.Block) [][]*parse.Block {
	var out [][]*parse.Block
	loose := false
	for _, b := range table.Children {
		switch {
		case b.Kind == parse.Row:
			out, loose = append(out, cellsOf(b)), false
		case b.Kind != parse.Cell:
		case loose:
			out[len(out)-1] = append(out[len(out)-1], b)
		default:
			out, loose = append(out, []*parse.Block{b}), true
		}
	}
	return out
}

func cellsOf(row *parse.Block) []*parse.Block {
	var out []*parse.Block
	for _, c := range row.Children {
		if c.Kind == parse.Cell {
			out = append(out, c)
		}
	}
	return out
}

// gridLayer puts cells into rows.
type gridLayer struct {
	g     *Grid
	down  []pending // by column: the cell above that reaches into the next row
	slots int
}

type pending struct {
	cell *Cell
	rows int
}

// row lays out one row; it reports false where the table grows too large.
func (l *gridLayer) row(cells []*parse.Block) bool {
	var row []*Cell
	next := make([]pending, 0, len(l.down))
	put := func(c *Cell, rows int) {
		row, next = append(row, c), append(next, pending{c, rows})
	}
	above := func() {
		for len(row) < len(l.down) && l.down[len(row)].rows > 0 {
			p := l.down[len(row)]
			put(p.cell, p.rows-1)
		}
	}
	for _, b := range cells {
		above()
		c := &Cell{Text: cellText(b), Block: b}
		for range max(b.Across, 1) {
			put(c, int(max(b.Down, 1))-1)
		}
		if len(row) > maxColumns {
			return false
		}
	}
	for len(row) < len(l.down) {
		if above(); len(row) < len(l.down) {
			put(&Cell{}, 0)
		}
	}
	l.slots += len(row)
	l.g.Rows, l.down = append(l.g.Rows, row), next
	return l.slots <= maxSlots
}

// level makes all rows of one width.
func (l *gridLayer) level() {
	width := 0
	for _, row := range l.g.Rows {
		width = max(width, len(row))
	}
	for i, row := range l.g.Rows {
		for len(row) < width {
			row = append(row, &Cell{})
		}
		l.g.Rows[i] = row
	}
}

// dropEmpty drops rows and columns that hold no words. It returns which of the
// rows that are left have an empty one above them.
func (g *Grid) dropEmpty() (below []int) {
	kept := g.Rows[:0]
	gap := false
	for _, row := range g.Rows {
		if !slices.ContainsFunc(row, (*Cell).says) {
			gap = true
			continue
		}
		if gap && len(kept) > 0 {
			below = append(below, len(kept))
		}
		kept, gap = append(kept, row), false
	}
	g.Rows = kept
	for c := g.Width() - 1; c >= 0; c-- {
		if slices.ContainsFunc(g.Column(c), (*Cell).says) {
			continue
		}
		for i := range g.Rows {
			g.Rows[i] = slices.Delete(g.Rows[i], c, c+1)
		}
	}
	return below
}

func (c *Cell) says() bool { return c.Text.Value != "" }

// Width returns the number of columns.
func (g *Grid) Width() int {
	if len(g.Rows) == 0 {
		return 0
	}
	return len(g.Rows[0])
}

// Column returns the cells of a column, the first row's included. The caller
// owns the slice.
func (g *Grid) Column(c int) []*Cell {
	out := make([]*Cell, len(g.Rows))
	for i, row := range g.Rows {
		out[i] = row[c]
	}
	return out
}

// cellText returns all words of a cell in the order in which they stand.
func cellText(b *parse.Block) parse.Text {
	if len(b.Children) == 0 {
		return b.Text
	}
	var parts []parse.Text
	for _, l := range cellLines(b) {
		parts = append(parts, l.text)
	}
	return parse.Join(parts...)
}

// cellLine is a line of a cell as its author broke it.
type cellLine struct {
	text   parse.Text
	bullet bool // it is an item of a list, or has the sign of one
	depth  int  // of lists within lists
	para   int  // lines of one paragraph share it
}

// cellLines returns the lines of a cell, in the order in which they stand: a
// cell of HTML has words before and behind its lists.
func cellLines(b *parse.Block) []cellLine {
	out := textLines(b.Text, 0)
	for i, c := range b.Children {
		for _, l := range blockLines(c, 0) {
			l.para += (i + 1) << 16 // each block is a paragraph of its own
			out = append(out, l)
		}
	}
	slices.SortStableFunc(out, func(a, b cellLine) int { return cmp.Compare(a.text.Start, b.text.Start) })
	return out
}

// blockLines returns the lines of a block within a cell.
func blockLines(b *parse.Block, depth int) []cellLine {
	var out []cellLine
	switch b.Kind {
	case parse.List:
		for _, item := range b.Children {
			if t := ownText(item); t.Value != "" {
				out = append(out, cellLine{text: t, bullet: true, depth: depth})
			}
			for _, c := range item.Children {
				if c.Kind != parse.Paragraph && c.Kind != parse.Heading {
					out = append(out, blockLines(c, depth+1)...)
				}
			}
		}
	default:
		out = append(out, textLines(b.Text, depth)...)
		for _, c := range b.Children {
			out = append(out, blockLines(c, depth)...)
		}
	}
	return out
}

// textLines splits words where their author did; an empty line, which is a
// break twice at one place, ends a paragraph.
func textLines(t parse.Text, depth int) []cellLine {
	if t.Value == "" {
		return nil
	}
	if len(t.Breaks()) == 0 {
		return inlineBullets(bulletOff(cellLine{text: t, depth: depth}))
	}
	var out []cellLine
	from, para := 0, 0
	for i, b := range append(slices.Clone(t.Breaks()), len(t.Value)) {
		if i > 0 && b == from {
			para++
			continue
		}
		if line := t.Slice(from, b); line.Value != "" {
			out = append(out, inlineBullets(bulletOff(cellLine{text: line, depth: depth, para: para}))...)
		}
		from = b
	}
	return out
}
