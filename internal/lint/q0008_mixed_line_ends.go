package lint

import (
	"strings"

	"rung/internal/diag"
	"rung/internal/source"
)

var q0008MixedLineEnds = &Rule{
	Rule: diag.Rule{
		Code: "Q0008", Slug: "mixed-line-ends", Severity: diag.Warning, Since: "0.1.0",
		Title: "a file mixes kinds of line end",
		Text: `Some lines of the file end as on Windows (CR LF) and some as elsewhere (LF). Editors show no difference, but the next
one that saves the file changes every line of one kind, and the history then says that somebody rewrote the ladder. Tables
(CSV) are left alone: there a line within a cell ends in another way than a row on purpose.`,
		Bad:  "The last line ends otherwise.\n-- Boats/L2-Mate.md --\n# L2: Mate\n\n## Craft\n\n- I keep the boat ready for the morning.\r\n",
		Good: "All lines end alike.\n-- Boats/L2-Mate.md --\n# L2: Mate\n\n## Craft\n\n- I keep the boat ready for the morning.\n",
	},
	Run: mixedLineEnds,
}

// lineEnd is a way of ending a line.
type lineEnd string

// The kinds of line end, the one preferred among equals first.
const (
	endLF   lineEnd = "\n"
	endCRLF lineEnd = "\r\n"
	endCR   lineEnd = "\r"
)

var lineEndNames = map[lineEnd]string{endLF: "LF", endCRLF: "CR LF", endCR: "CR"}

func mixedLineEnds(p *Pass) {
	for _, file := range p.ladder.files {
		// Nearly every file has no CR at all, or one before each LF.
		text := file.String()
		cr := strings.Count(text, "\r")
		if cr == 0 || isTable(file.Path()) {
			continue
		}
		pairs := strings.Count(text, "\r\n")
		if lf := strings.Count(text, "\n"); cr == pairs && lf == pairs {
			continue
		}
		p.mixedIn(file)
	}
}

// mixedIn reports the first line that ends otherwise than most of the file.
func (p *Pass) mixedIn(file *source.File) {
	ends := make(map[lineEnd][]source.Span)
	text, all := file.Bytes(), 0
	for i := 0; i < len(text); i++ {
		end := lineEndAt(text[i:])
		if end == "" {
			continue
		}
		ends[end] = append(ends[end], file.Span(i, i+len(end)))
		i += len(end) - 1
		all++
	}
	usual := endLF
	for _, end := range [...]lineEnd{endCRLF, endCR} {
		if len(ends[end]) > len(ends[usual]) {
			usual = end
		}
	}
	if len(ends[usual]) == all {
		return // a file of lone CRs is odd, and not mixed
	}
	first, fix := lineEnd(""), diag.Fix{Title: "end every line in " + lineEndNames[usual], Safe: diag.Safe}
	for _, end := range [...]lineEnd{endLF, endCRLF, endCR} {
		if end == usual {
			continue
		}
		for _, at := range ends[end] {
			fix.Edits = append(fix.Edits, diag.Edit{Span: at, New: string(usual)})
			if first == "" || at.Start < ends[first][0].Start {
				first = end
			}
		}
	}
	p.at(ends[first][0], "%d of %d lines of this file end otherwise than in %s, here in %s; expected one kind", len(fix.Edits), all, lineEndNames[usual], lineEndNames[first]).
		help("save the file with one kind of line end").
		fix(fix).
		add()
}

// lineEndAt returns the line end with which text begins, or "".
func lineEndAt(text []byte) lineEnd {
	switch {
	case text[0] == '\n':
		return endLF
	case text[0] != '\r':
		return ""
	case len(text) > 1 && text[1] == '\n':
		return endCRLF
	}
	return endCR
}
