package lint

import (
	"strings"

	"rung/internal/diag"
	"rung/internal/source"
)

var q0007ByteOrderMark = &Rule{
	Rule: diag.Rule{
		Code: "Q0007", Slug: "byte-order-mark", Severity: diag.Warning, Since: "0.1.0",
		Title: "a file holds a byte order mark",
		Text: `An editor put three bytes before the text (U+FEFF) that nobody sees. Programs that look for "---" or "#" at the very
beginning of a file do not find it; where files were joined the mark stands in the middle and parts words that look whole.
UTF-8 needs none. Tables (CSV) are left alone: spreadsheets want the mark there.`,
		Bad:  "The mark stands before the heading.\n-- Boats/L2-Mate.md --\n\ufeff# L2: Mate\n\n## Craft\n\n- I keep the boat ready for the morning.\n",
		Good: "The file begins with its heading.\n-- Boats/L2-Mate.md --\n# L2: Mate\n\n## Craft\n\n- I keep the boat ready for the morning.\n",
	},
	Run: byteOrderMark,
}

// bom is the mark in UTF-8.
const bom = "\ufeff"

func byteOrderMark(p *Pass) {
	for _, file := range p.ladder.files {
		if isTable(file.Path()) {
			continue
		}
		text := file.String()
		for at := strings.Index(text, bom); at >= 0; {
			p.markAt(file.Span(at, at+len(bom)))
			next := strings.Index(text[at+len(bom):], bom)
			if next < 0 {
				break
			}
			at += len(bom) + next
		}
	}
}

func (p *Pass) markAt(at source.Span) {
	where := "a byte order mark stands before the text, expected none"
	if at.Start > 0 {
		where = "a byte order mark stands within the text, expected none"
	}
	p.at(at, "%s", where).
		help("save the file as UTF-8 without a byte order mark").
		fix(diag.Fix{Title: "take the byte order mark off", Safe: diag.Safe, Edits: []diag.Edit{{Span: at}}}).
		add()
}
