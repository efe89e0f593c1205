package dialect

import (
	"strings"

	"rung/internal/parse"
)

// closing keeps the paragraphs behind a rule at the end of a section as notes,
// and returns the blocks before it: "---" and then "Not asked of anybody: the
// keys" closes the page where each paragraph is a statement. Of several rules
// none closes, they part what is asked.
func (r *bodyReader) closing(blocks []*parse.Block) []*parse.Block {
	at := 0
	for i := 1; i < len(blocks); i++ {
		if blocks[i].Kind != parse.Paragraph && at > 0 {
			return blocks
		}
		if !ruled(r.doc, blocks[i-1], blocks[i]) {
			continue
		}
		if at > 0 {
			return blocks
		}
		at = i
	}
	if at == 0 || (len(blocks)-at)*2 > at {
		return blocks
	}
	for _, b := range blocks[at:] {
		r.note(flat(b))
	}
	return blocks[:at]
}

// ruled reports whether a rule stands between two blocks.
func ruled(doc *parse.Document, above, below *parse.Block) bool {
	text := doc.File.String()
	if above.End >= below.Start || below.Start > len(text) {
		return false
	}
	for _, line := range strings.Split(text[above.End:below.Start], "\n") {
		line = strings.ReplaceAll(strings.TrimSpace(line), " ", "")
		if len(line) >= 3 && strings.Trim(line, line[:1]) == "" && strings.ContainsAny(line[:1], "-*_") {
			return true
		}
	}
	return false
}
