package dialect

import (
	"slices"
	"strings"

	"rung/internal/parse"
)

// framedExamples returns blocks with the frames of site generators that hold
// examples, `!!! example "Title"` over indented lines and ":::tip Example" up to
// ":::", as what is folded away is: Markdown knows them as paragraphs. Frames
// around anything else are left as they are.
func framedExamples(blocks []*parse.Block) []*parse.Block {
	if !slices.ContainsFunc(blocks, func(b *parse.Block) bool { return frameMark(b) != "" }) {
		return blocks
	}
	var out []*parse.Block
	for i := 0; i < len(blocks); i++ {
		b := blocks[i]
		mark := frameMark(b)
		if mark == "" || !framesExample(firstTextLine(b.Text)) {
			out = append(out, b)
			continue
		}
		frame, last := indentedFrame(blocks, i)
		if mark == ":::" {
			frame, last = closedFrame(blocks, i)
		}
		out = append(out, frame)
		i = last
	}
	return out
}

// frameMark returns the signs that a paragraph begins a frame with, or "".
func frameMark(b *parse.Block) string {
	if b.Kind != parse.Paragraph || len(b.Text.Value) < 4 {
		return ""
	}
	switch mark := b.Text.Value[:3]; mark {
	case "!!!", "???", ":::":
		return mark
	}
	return ""
}

// firstTextLine returns the first line of a text as its author broke it.
func firstTextLine(t parse.Text) parse.Text {
	if breaks := t.Breaks(); len(breaks) > 0 {
		return t.Slice(0, breaks[0])
	}
	return t
}

// framesExample reports the head of a frame whose kind or title says that it
// holds an example.
func framesExample(head parse.Text) bool {
	words := strings.TrimLeft(head.Value, "!?:+ ")
	kind, title, _ := strings.Cut(words, " ")
	title = strings.Trim(title, "\"“”[]' ")
	return exampleLead(kind) != leadNone || facetOf(title) == exampleFacet || shows.MatchString(title)
}

// framed returns a frame without children.
func framed(b *parse.Block, head parse.Text) *parse.Block {
	return &parse.Block{Kind: parse.Details, Text: head, Start: b.Start, End: b.End}
}

// indentedFrame reads a frame of indented lines from block i on, and returns
// the last block of it: lines behind an empty one are code to Markdown.
func indentedFrame(blocks []*parse.Block, i int) (frame *parse.Block, last int) {
	b := blocks[i]
	head := firstTextLine(b.Text)
	frame = framed(b, head)
	if rest := b.Text.Slice(len(head.Value), len(b.Text.Value)); rest.Value != "" {
		frame.Children = append(frame.Children, entriesOf(rest))
	}
	for last = i; last+1 < len(blocks) && blocks[last+1].Kind == parse.Code && blocks[last+1].Text.Value != ""; last++ {
		code := blocks[last+1]
		frame.Children = append(frame.Children, entriesOf(code.Text))
		frame.End = code.End
	}
	return frame, last
}

// closedFrame reads a frame that reaches to a line of ":::", or to the end of
// its paragraph where there is none.
func closedFrame(blocks []*parse.Block, i int) (frame *parse.Block, last int) {
	b := blocks[i]
	head := firstTextLine(b.Text)
	frame = framed(b, head)
	rest := b.Text.Slice(len(head.Value), len(b.Text.Value))
	if words, closed := strings.CutSuffix(rest.Value, ":::"); closed || rest.Value != "" {
		frame.Children = append(frame.Children, entriesOf(rest.Slice(0, len(words))))
		if closed {
			return frame, i
		}
	}
	for end := i + 1; end < len(blocks) && blocks[end].Kind != parse.Heading; end++ {
		if blocks[end].Kind == parse.Paragraph && strings.Trim(blocks[end].Text.Value, ": ") == "" {
			frame.Children = append(frame.Children, blocks[i+1:end]...)
			frame.End = blocks[end].End
			return frame, end
		}
	}
	return frame, i
}

// entriesOf returns the words of a frame: lines with bullets as a list of these,
// other words as one entry.
func entriesOf(t parse.Text) *parse.Block {
	list := &parse.Block{Kind: parse.List, Start: t.Start, End: t.End}
	bulleted := true
	for _, l := range t.Lines() {
		bulleted = bulleted && len(l.Value) > 2 && strings.Contains("-*+", l.Value[:1]) && l.Value[1] == ' '
	}
	lines := []parse.Text{t}
	if bulleted {
		lines = t.Lines()
	}
	for _, l := range lines {
		if bulleted {
			l = l.Slice(1, len(l.Value))
		}
		item := &parse.Block{Kind: parse.Paragraph, Text: l, Start: l.Start, End: l.End}
		list.Children = append(list.Children, &parse.Block{Kind: parse.Item, Children: []*parse.Block{item}, Start: l.Start, End: l.End})
	}
	return list
}
