package parse

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
)

// readCSV returns a sequence of maps, one a row, keyed by the first row; or
// nil with a finding. It sets the tree's Table, which keeps what the maps lose:
// the places of the first row and the lines within cells.
func readCSV(tree *Tree, src []byte, base int, repair func(string) string) *Record {
	c := csv.NewReader(bytes.NewReader(src))
	c.Comma = separator(src)
	c.FieldsPerRecord = -1
	c.LazyQuotes = true
	lines := lineStarts(src)
	out := &Record{Kind: Seq, Start: base, End: base + len(src)}
	table := &Block{Kind: Table, Start: base, End: base + len(src)}
	var head []string
	cells := 0
	for {
		row, err := c.Read()
		if errors.Is(err, io.EOF) {
			tree.Table = table
			return out
		}
		if err != nil {
			tree.find(csvProblem(err, src, base, lines))
			return nil
		}
		if cells += len(row); cells > maxRecords {
			tree.find(finding{rule: LimitRule, start: base, end: base + firstLineEnd(src), message: "this table has more than " + count(maxRecords, "cell") + "; it was not read"})
			return nil
		}
		places := csvPlaces(c, row, src, lines)
		table.Children = append(table.Children, csvCells(places, src, base, repair))
		if head == nil {
			head = row
			continue
		}
		out.Items = append(out.Items, csvRow(places, head, row, base, repair))
	}
}

// csvPlace is where a cell stands, quotes included.
type csvPlace struct{ start, end int }

func csvPlaces(c *csv.Reader, row []string, src []byte, lines []int) []csvPlace {
	out := make([]csvPlace, len(row))
	for i := range row {
		line, column := c.FieldPos(i)
		start := min(lines[min(max(line-1, 0), len(lines)-1)]+column-1, len(src))
		out[i] = csvPlace{start, cellEnd(src, start, c.Comma)}
	}
	return out
}

func csvRow(places []csvPlace, head, row []string, base int, repair func(string) string) *Record {
	m := &Record{Kind: Map}
	for i, v := range row {
		start, end := base+places[i].start, base+places[i].end
		key := ""
		if i < len(head) {
			key = repair(head[i])
		}
		m.Fields = append(m.Fields, Field{Key: key, Start: start, End: start, Value: &Record{Value: repair(v), Start: start, End: end}})
		if i == 0 {
			m.Start = start
		}
		m.End = max(m.End, end)
	}
	return m
}

// csvCells returns a row as blocks.
func csvCells(places []csvPlace, src []byte, base int, repair func(string) string) *Block {
	row := &Block{Kind: Row, Start: base + places[0].start, End: base + places[len(places)-1].end}
	for _, p := range places {
		row.Children = append(row.Children, &Block{Kind: Cell, Text: csvText(src[p.start:p.end], base+p.start, repair), Start: base + p.start, End: base + p.end})
	}
	return row
}

// csvText returns the words of a cell that stands at the offset, its lines
// kept: a blank line is a break twice at one place.
func csvText(raw []byte, at int, repair func(string) string) Text {
	b := &textBuilder{repair: repair}
	quoted := len(raw) > 1 && raw[0] == '"'
	if quoted {
		raw, at = bytes.TrimSuffix(raw[1:], []byte{'"'}), at+1
	}
	from := 0
	flush := func(to int) {
		if to > from {
			b.add(string(raw[from:to]), at+from, at+to)
		}
	}
	for i := 0; i < len(raw); i++ {
		switch {
		case raw[i] == '\n':
			flush(i)
			b.line()
			from = i + 1
		case quoted && raw[i] == '"' && i+1 < len(raw) && raw[i+1] == '"':
			flush(i + 1)
			i++
			from = i + 1
		}
	}
	flush(len(raw))
	return b.done()
}

// cellEnd returns where the cell that begins at the offset ends.
func cellEnd(src []byte, at int, comma rune) int {
	quoted := at < len(src) && src[at] == '"'
	for i := at; i < len(src); i++ {
		switch c := src[i]; {
		case quoted && i > at && c == '"':
			if i+1 >= len(src) || src[i+1] != '"' {
				return i + 1
			}
			i++
		case !quoted && (rune(c) == comma || c == '\n' || c == '\r'):
			return i
		}
	}
	return len(src)
}

func csvProblem(err error, src []byte, base int, lines []int) finding {
	f := finding{rule: DataRule, start: base, end: base + firstLineEnd(src), message: "invalid CSV", help: "correct the quotes of this row"}
	var p *csv.ParseError
	if errors.As(err, &p) {
		at := lines[min(max(p.Line-1, 0), len(lines)-1)]
		f.start, f.end = base+at, base+at+firstLineEnd(src[at:])
		f.message += ": " + p.Err.Error()
	}
	return f
}
