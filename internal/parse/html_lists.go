package parse

import (
	"strings"

	"rung/internal/model"
)

// noteID keeps the id of an element that may stand around a heading.
func (r *htmlReader) noteID(tag, id string) {
	switch {
	case id == "":
	case headingLevel(tag) > 0, tag == "section", tag == "div", tag == "article", tag == "a":
		r.id = id
	}
}

// inTerms reports whether the innermost list is one of terms.
func (r *htmlReader) inTerms() bool {
	for i := len(r.stack) - 1; i > 0; i-- {
		if r.stack[i].block.Kind == List {
			return r.stack[i].tag == "dl"
		}
	}
	return false
}

// endTerm marks the words of an item so far as the term: in bold type, with a
// colon, as authors write them in Markdown.
func (r *htmlReader) endTerm() {
	item := r.stack[len(r.stack)-1].block
	if item.Kind != Item || len(item.Children) != 1 || item.Children[0].Kind != Paragraph {
		return
	}
	t := &item.Children[0].Text
	if !strings.HasSuffix(t.Value, ":") {
		t.Value += ":"
	}
	t.Marks = append([]model.Mark{{Kind: model.Strong, End: len(t.Value)}}, t.Marks...)
}

// gatherTerm joins a term with what explains it: one text to one line, several
// to bullets under it.
func gatherTerm(item *Block) {
	if len(item.Children) < 2 || item.Children[0].Kind != Paragraph {
		return
	}
	for _, c := range item.Children[1:] {
		if c.Kind != Paragraph {
			return
		}
	}
	term := item.Children[0]
	if len(item.Children) == 2 {
		term.Text = Join(term.Text, item.Children[1].Text)
		term.End = max(term.End, term.Text.End)
		item.Children = item.Children[:1]
		return
	}
	list := &Block{Kind: List, Start: item.Children[1].Start, End: lastEnd(item.Children)}
	for _, c := range item.Children[1:] {
		list.Children = append(list.Children, &Block{Kind: Item, Children: []*Block{c}, Start: c.Start, End: c.End})
	}
	item.Children = []*Block{term, list}
}

// listDepth returns how deep a list lies that a word processor wrote: it sets
// nested lists beside each other, and tells them apart by a class alone, as
// "lst-kix_ab12-1".
func listDepth(class string) int {
	if !strings.Contains(class, "lst-") {
		return 0
	}
	for _, c := range strings.Fields(class) {
		if i := strings.LastIndexByte(c, '-'); strings.HasPrefix(c, "lst-") && i > 3 && len(c) == i+2 && c[i+1] >= '1' && c[i+1] <= '9' {
			return int(c[i+1] - '0')
		}
	}
	return 0
}

// lastItem returns the item that a list of that depth belongs to: the last one
// of the list before it, and so on; the block itself where there is none.
func lastItem(in *Block, depth int) *Block {
	for ; depth > 0; depth-- {
		n := len(in.Children)
		if n == 0 || in.Children[n-1].Kind != List || len(in.Children[n-1].Children) == 0 {
			return in
		}
		list := in.Children[n-1]
		in = list.Children[len(list.Children)-1]
	}
	return in
}

// withoutPermalink takes a sign off a heading that only links to the heading.
func withoutPermalink(t Text) Text {
	for _, m := range t.Marks {
		if m.Kind != model.Link || !strings.HasPrefix(m.Target, "#") || strings.Trim(t.Value[m.Start:m.End], "#¶§🔗\u200b ") != "" {
			continue
		}
		switch {
		case m.End == len(t.Value):
			return t.Slice(0, m.Start)
		case m.Start == 0:
			return t.Slice(m.End, len(t.Value))
		}
	}
	return t
}
