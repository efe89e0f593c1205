package dialect

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rung/internal/model"
	"rung/internal/parse"
)

// wrapWidth is how long a line may be and still have been ended on purpose:
// editors fold prose at 72 columns and more.
const wrapWidth = 68

// bareLines reads a paragraph whose lines are entries, which their author set
// below each other without bullets. It returns them as a list, with the line in
// bold above them, if any, as a paragraph of its own. Lines that begin with
// "e.g." are nested under the line before. ok is false for prose, which is
// folded anywhere, and for facts.
func bareLines(b *parse.Block, titled bool) (head, list *parse.Block, ok bool) {
	if b.Kind != parse.Paragraph {
		return nil, nil, false
	}
	lines := b.Text.Lines()
	if dotted := dottedLines(lines); dotted != nil {
		return nil, lineList(dotted), true
	}
	if len(lines) < 2 {
		return nil, nil, false
	}
	closed := strings.HasSuffix(strings.TrimRight(lines[0].Value, "* "), ":")
	if (len(lines) > 2 || closed) && lines[0].Covered(model.Strong) && !lines[1].Covered(model.Strong) && !isFact(lines[0]) {
		head = &parse.Block{Kind: parse.Paragraph, Text: lines[0], Start: lines[0].Start, End: lines[0].End}
		lines = lines[1:]
	}
	if head == nil && !titled || !entries(lines) && (head == nil || !closed || len(lines) > 1) {
		return nil, nil, false
	}
	return head, lineList(lines), true
}

// dottedLines returns lines that all begin with a bullet that Markdown does not
// know, without it; nil where one does not.
func dottedLines(lines []parse.Text) []parse.Text {
	var out []parse.Text
	for _, l := range lines {
		rest := strings.TrimLeft(l.Value, "・•●○◦▪■–—※ 　")
		if len(rest) == len(l.Value) || rest == "" {
			return nil
		}
		out = append(out, l.Slice(len(l.Value)-len(rest), len(l.Value)))
	}
	return out
}

// entries reports whether lines are entries of their own: each begins as a
// sentence does, none is a fact, and all but the last are too short to have
// been folded.
func entries(lines []parse.Text) bool {
	said, short := 0, 0
	for i, l := range lines {
		if eg := saysExample(l.Value); eg > 0 {
			continue
		}
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(l.Value, "\"“«*_("))
		if unicode.IsLower(first) || !unicode.IsLetter(first) && !unicode.IsDigit(first) || isFact(l) || exampleLead(l.Value) != leadNone {
			return false
		}
		if name, _, ok := splitFact(l); ok && len(l.Marks) > 0 && len(name) < 40 {
			return false
		}
		said++
		if i+1 == len(lines) || utf8.RuneCountInString(l.Value) <= wrapWidth || strings.ContainsAny(l.Value[len(l.Value)-1:], ".!") {
			short++
		}
	}
	return said >= 2 && short == said && !folded(lines)
}

// folded reports lines of which only the last ends as a sentence does: they are
// one, however short its author folds.
func folded(lines []parse.Text) bool {
	for i, l := range lines {
		if strings.HasSuffix(l.Value, ".") != (i == len(lines)-1) {
			return false
		}
	}
	return true
}

// lineList returns lines as a list.
func lineList(lines []parse.Text) *parse.Block {
	list := &parse.Block{Kind: parse.List, Start: lines[0].Start, End: lines[len(lines)-1].End}
	for _, l := range lines {
		item := &parse.Block{Kind: parse.Item, Start: l.Start, End: l.End, Children: []*parse.Block{{Kind: parse.Paragraph, Text: l, Start: l.Start, End: l.End}}}
		n := len(list.Children)
		if saysExample(l.Value) == 0 || n == 0 {
			list.Children = append(list.Children, item)
			continue
		}
		above := list.Children[n-1]
		if k := len(above.Children); above.Children[k-1].Kind != parse.List {
			above.Children = append(above.Children, &parse.Block{Kind: parse.List, Start: l.Start})
		}
		nested := above.Children[len(above.Children)-1]
		nested.Children = append(nested.Children, item)
		nested.End, above.End = l.End, l.End
	}
	return list
}

// saysExample returns how far the words reach that make a sentence an example,
// as "e.g." and "For example,"; 0 where there are none.
func saysExample(text string) int {
	low := strings.ToLower(strings.TrimLeft(text[:min(len(text), 24)], "*_("))
	for _, w := range []string{"e.g.", "eg.", "eg:", "ex.:", "ex.", "ex:", "z. b.", "z.b.", "p. ej.", "p.ej.", "por ejemplo", "por exemplo", "par exemple", "zum beispiel", "for example", "for instance", "example:", "examples:", "exemplos:", "ejemplos:", "beispiele:", "例：", "exemplo:", "ejemplo:", "exemple", "beispiel:", "bijv.", "например", "пример:", "例:", "例えば", "たとえば"} {
		if strings.HasPrefix(low, w) {
			return len(w)
		}
	}
	return 0
}

// paragraphsApart reports whether an author sets entries apart by empty lines:
// two paragraphs follow on each other under one heading that is not the
// page's. Lines within a paragraph are then no entries.
func paragraphsApart(blocks []*parse.Block) bool {
	headings := 0
	for i, b := range blocks {
		if b.Kind == parse.Heading {
			headings++
		}
		if headings > 1 && i > 0 && isEntry(b) && isEntry(blocks[i-1]) {
			return true
		}
	}
	return false
}

// isEntry reports a paragraph that says something of its own: it is not all in
// bold, introduces or is no example, and leads nowhere else.
func isEntry(b *parse.Block) bool {
	if b.Kind != parse.Paragraph || len(b.Text.Breaks()) > 0 && b.Text.Lines()[0].Covered(model.Strong) {
		return false // or a name in bold over lines
	}
	return !b.Text.Covered(model.Strong) && exampleLead(b.Text.Value) == leadNone && saysExample(b.Text.Value) == 0 && !onlyLinks(b.Text)
}
