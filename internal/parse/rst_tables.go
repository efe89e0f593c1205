package parse

import (
	"bytes"
	"unicode/utf8"
)

// gridBorder reports a line between the rows of a table that is drawn: "+---+---+".
func gridBorder(words []byte) bool {
	return len(words) > 4 && words[0] == '+' && words[len(words)-1] == '+' && len(bytes.Trim(words, "+-=")) == 0 && bytes.IndexByte(words[1:], '+') > 1
}

// simpleBorder reports a line of a table whose columns are lines apart: "====  ====".
func simpleBorder(words []byte) bool {
	return len(words) > 4 && words[0] == '=' && len(bytes.Trim(words, "= ")) == 0 && bytes.IndexByte(words, ' ') > 1
}

// rstCell is a cell in the making: its lines, an empty one between paragraphs.
type rstCell []span

// gridTable reads a table that is drawn from line i on, and returns the line
// behind it. A cell may span columns; one that spans rows begins a new one at
// each, which leaves the words where they stand.
func (r *rstReader) gridTable(i int) int {
	ends := columnEnds(r.words(i))
	t := &rstTable{reader: r, head: -1}
	end := i + 1
	for ; end < len(r.lines) && r.lines[end].indent >= 0; end++ {
		words := r.words(end)
		if words[0] != '+' && words[0] != '|' {
			break
		}
		if gridBorder(words) {
			t.flush()
			if bytes.IndexByte(words, '=') > 0 {
				t.head = len(t.rows)
			}
			continue
		}
		t.line(r.cutAtBars(end, ends))
	}
	t.flush()
	return t.done(i, end)
}

// columnEnds returns the places, in characters, at which columns end.
func columnEnds(border []byte) []int {
	var out []int
	for at, c := range border {
		if at > 0 && c == '+' {
			out = append(out, at)
		}
	}
	return out
}

// cutAtBars returns the parts of a line of a drawn table, by column; those of a
// cell that spans columns stand in its first.
func (r *rstReader) cutAtBars(i int, ends []int) []span {
	out := make([]span, len(ends))
	at := r.lines[i].start + r.lines[i].indent
	from, column, first := at+1, 0, 0
	for n := 0; at < r.lines[i].end && column < len(ends); n++ {
		c, width := utf8.DecodeRune(r.src[at:])
		if n == ends[column] {
			column++
			if c == '|' || c == '+' || column == len(ends) {
				out[first] = span{from, at}
				from, first = at+width, column
			}
		}
		at += width
	}
	return out
}

// simpleTable reads a table whose columns stand apart, and returns the line
// behind it. A line whose first column is empty goes on with the row above.
func (r *rstReader) simpleTable(i int) int {
	border := r.words(i)
	var starts []int
	for at := range border {
		if border[at] == '=' && (at == 0 || border[at-1] == ' ') {
			starts = append(starts, at)
		}
	}
	t := &rstTable{reader: r, head: -1}
	borders, end := 1, i+1
	for ; end < len(r.lines); end++ {
		words := r.words(end)
		if simpleBorder(words) {
			t.flush()
			if borders++; borders == 2 {
				t.head = len(t.rows)
			}
			if end+1 == len(r.lines) || r.lines[end+1].indent < 0 {
				end++
				break
			}
			continue
		}
		if len(words) == 0 || len(bytes.Trim(words, "- ")) == 0 {
			t.flush()
			continue
		}
		parts := r.cutAtStarts(end, starts, r.lines[i].indent)
		if len(bytes.TrimSpace(r.src[parts[0].from:parts[0].to])) > 0 {
			t.flush()
		}
		t.line(parts)
	}
	t.flush()
	return t.done(i, end)
}

func (r *rstReader) cutAtStarts(i int, starts []int, indent int) []span {
	out := make([]span, len(starts))
	at, column, n := r.lines[i].start, -1, -indent
	for ; at < r.lines[i].end; n++ {
		if column+1 < len(starts) && n == starts[column+1] {
			if column >= 0 {
				out[column].to = at
			}
			column++
			out[column] = span{at, r.lines[i].end}
		}
		_, width := utf8.DecodeRune(r.src[at:])
		at += width
	}
	return out
}

// rstTable is a table in the making.
type rstTable struct {
	reader *rstReader
	head   int // how many of the rows head it; -1: none
	cells  []rstCell
	rows   []*Block
}

// line adds the parts of one line to the cells of the row.
func (t *rstTable) line(parts []span) {
	for len(t.cells) < len(parts) {
		t.cells = append(t.cells, nil)
	}
	for i, p := range parts {
		t.cells[i] = append(t.cells[i], p)
	}
}

// flush ends a row.
func (t *rstTable) flush() {
	if len(t.cells) == 0 {
		return
	}
	r := t.reader
	row := &Block{Kind: Row, Start: r.base + t.cells[0][0].from}
	for _, lines := range t.cells {
		first, last := lines[0], lines[len(lines)-1]
		for n, s := range lines {
			if n > 0 {
				r.breakBefore(s)
			}
			r.text.addRaw(r.src[s.from:s.to], r.base+s.from, r.base+s.to)
		}
		c := &Block{Kind: Cell, Text: r.text.done(), Start: r.base + first.from, End: r.base + max(first.to, last.to)}
		if c.Text.Value != "" {
			c.Start, c.End = c.Text.Start, c.Text.End
		}
		row.Children = append(row.Children, c)
		row.End = max(row.End, c.End)
	}
	row.Start = min(row.Start, row.End)
	t.rows = append(t.rows, row)
	t.cells = nil
}

// done adds the table that stands in the lines from i to end, and covers it.
func (t *rstTable) done(i, end int) int {
	r := t.reader
	for n, row := range t.rows {
		for _, c := range row.Children {
			c.Head = n < t.head
		}
	}
	if len(t.rows) > 0 {
		r.blocks = append(r.blocks, &Block{Kind: Table, Children: t.rows, Start: r.base + r.lines[i].start, End: r.base + r.lines[end-1].end})
	}
	r.cover(r.lines[i].start, r.lines[end-1].end)
	if r.lines[i].indent == 0 {
		r.rule(r.lines[i])
	}
	return end
}

// breakBefore begins a line of a cell where the words at s are an item or an
// empty line: others go on with the line above, which its author wrapped.
func (r *rstReader) breakBefore(s span) {
	words := bytes.TrimSpace(r.src[s.from:s.to])
	if len(words) == 0 || len(words) > 1 && words[1] == ' ' && bytes.IndexByte([]byte("*-+|"), words[0]) >= 0 {
		r.text.line()
		return
	}
	r.text.space()
}
