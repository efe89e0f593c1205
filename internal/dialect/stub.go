package dialect

import (
	"slices"
	"strings"
	"unicode"

	"rung/internal/model"
	"rung/internal/parse"
)

// stubWords is how many words beside its links a stub may have.
const stubWords = 12

// isStub reports whether a page says nothing but where its text is.
func isStub(p *Page) bool {
	links, words, own := 0, 0, false
	var visit func(blocks []*parse.Block)
	visit = func(blocks []*parse.Block) {
		for _, b := range blocks {
			if b.Kind == parse.Heading || words > 4*stubWords {
				continue
			}
			own = own || b.Kind == parse.List && slices.ContainsFunc(itemTexts(b), saysItself)
			words += wordsIn(b.Text.Value)
			for _, m := range b.Text.Marks {
				if m.Target != "" && !strings.HasPrefix(m.Target, "#") {
					links++
					words -= wordsIn(b.Text.Value[m.Start:m.End])
				}
			}
			visit(b.Children)
		}
	}
	visit(p.Doc.Blocks)
	return links > 0 && words <= stubWords && !own
}

// wordsIn counts words by the spaces between them, and letters where a script
// has no spaces.
func wordsIn(s string) int {
	n := 0
	for _, c := range s {
		if c == ' ' || unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) {
			n++
		}
	}
	return n
}

// saysItself reports whether a bullet holds words and no link.
func saysItself(t parse.Text) bool {
	return !slices.ContainsFunc(t.Marks, func(m model.Mark) bool { return m.Target != "" })
}
