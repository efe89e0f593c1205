package dialect

import (
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
)

// Where examples stand that no heading announces: behind a word for one, in the
// last lines of a bullet, and beneath what they exemplify.

// inlineExample reads "Example: I did so" as an example.
func (r *bodyReader) inlineExample(a *model.Area, t parse.Text) bool {
	i := strings.IndexAny(t.Value, ":：")
	if i < 0 || i > 30 || exampleLead(strings.TrimSpace(t.Value[:i])) == leadNone {
		return false
	}
	rest := strings.TrimLeft(t.Value[i:], ":： *_")
	return r.example(&a.Examples, t.Slice(len(t.Value)-len(rest), len(t.Value)))
}

// lastLine returns the last line of a text of several.
func lastLine(t parse.Text) parse.Text { return t.Slice(t.Breaks()[len(t.Breaks())-1], len(t.Value)) }

// trailingLead splits a last line that introduces examples off a paragraph: a
// line directly under a bullet belongs to it as far as Markdown knows.
func trailingLead(t parse.Text) (words parse.Text, ok bool) {
	n := len(t.Breaks())
	if n == 0 || exampleLead(t.Value[t.Breaks()[n-1]:]) == leadNone {
		return t, false
	}
	return t.Slice(0, t.Breaks()[n-1]), true
}

// trailingExample splits the lines in italics off a bullet that begin as
// examples do. Without italics they are a part of what is said: "e.g." may begin
// any line of a folded sentence.
func trailingExample(t parse.Text) (words, example parse.Text) {
	for _, at := range t.Breaks() {
		if saysExample(strings.TrimLeft(t.Value[at:], " ")) > 0 && t.Slice(at, len(t.Value)).Covered(model.Emphasis) {
			return t.Slice(0, at), t.Slice(at, len(t.Value))
		}
	}
	return t, parse.Text{}
}

// flatten adds all items of a list, however deep, as examples; what the author
// says is none goes to the words of the area.
func (r *bodyReader) flatten(a *model.Area, to *[]*model.Example, list *parse.Block) {
	m := &mode{}
	for i, item := range list.Children {
		text := ownText(item)
		switch {
		case m.denied:
			r.warning(a, &parse.Block{Kind: parse.List, Children: list.Children[i:]})
			return
		case r.deniedItem(a, item, text, m):
			continue
		case exampleLead(text.Value) == leadNone:
			r.example(to, text)
		default:
			r.isLead(text)
		}
		for _, n := range nestedLists(item) {
			r.flatten(a, to, n)
		}
	}
}
