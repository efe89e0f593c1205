package parse

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"unicode/utf8"
)

// readCSV returns a sequence of maps, one a row, keyed by the first row; or
// nil with a finding. Semicolons and tabs are told from commas by the first
// line.
func readCSV(tree *Tree, src []byte, base int, repair func(string) string) *Record {
	c := csv.NewReader(bytes.NewReader(src))
	c.Comma = separator(src)
	c.FieldsPerRecord = -1
	c.LazyQuotes = true
	lines := lineStarts(src)
	out := &Record{Kind: Seq, Start: base, End: base + len(src)}
	var head []string
	cells := 0
	for {
		row, err := c.Read()
		if errors.Is(err, io.EOF) {
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
		if head == nil {
			head = row
			continue
		}
		out.Items = append(out.Items, csvRow(c, head, row, src, base, lines, repair))
	}
}

func csvRow(c *csv.Reader, head, row []string, src []byte, base int, lines []int, repair func(string) string) *Record {
	m := &Record{Kind: Map}
	for i, v := range row {
		line, column := c.FieldPos(i)
		start := base + min(lines[min(max(line-1, 0), len(lines)-1)]+column-1, len(src))
		end := base + cellEnd(src, start-base, c.Comma)
		cell := &Record{Value: repair(v), Start: start, End: end}
		key := ""
		if i < len(head) {
			key = repair(head[i])
		}
		m.Fields = append(m.Fields, Field{Key: key, Start: start, End: start, Value: cell})
		if i == 0 {
			m.Start = start
		}
		m.End = max(m.End, end)
	}
	return m
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

func separator(src []byte) rune {
	first, _ := line(src, 0)
	best, n := ',', bytes.Count(first, []byte(","))
	for _, c := range []rune{';', '\t'} {
		if k := bytes.Count(first, utf8.AppendRune(nil, c)); k > n {
			best, n = c, k
		}
	}
	return best
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
