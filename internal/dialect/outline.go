package dialect

import (
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
)

// outline arranges the blocks of a document by their headings. Where the
// author had no headings and set lines in bold instead, these serve. The root
// is the page's title with all beneath it, or a section without heading.
func outline(doc *parse.Document) *Section {
	blocks := doc.Blocks
	real := false
	for _, b := range blocks {
		real = real || b.Kind == parse.Heading
	}
	root := &Section{}
	stack := []*Section{root}
	folded := paragraphsApart(blocks)
	for i, b := range blocks {
		title, depth, ok := headingOf(blocks, i, real, stack)
		if !ok {
			stack = addBody(stack, b, len(stack) > 2 && !folded)
			continue
		}
		for len(stack) > 1 && (stack[len(stack)-1].Depth >= depth || b.Kind == parse.Heading && stack[len(stack)-1].Head.Kind != parse.Heading) {
			stack = stack[:len(stack)-1] // a heading ends what lines in bold began, however deep it is
		}
		s := &Section{Head: b, Title: title, Depth: depth}
		top := stack[len(stack)-1]
		top.Subs = append(top.Subs, s)
		stack = append(stack, s)
	}
	bulletSections(root)
	return hoist(root, named(doc))
}

// addBody adds a block to the innermost section. Lines without bullets become
// a list, and a line in bold above them a section.
func addBody(stack []*Section, b *parse.Block, lines bool) []*Section {
	top := stack[len(stack)-1]
	head, list, ok := bareLines(b, lines)
	if !ok {
		top.Body = append(top.Body, b)
		return stack
	}
	if head == nil {
		top.Body = append(top.Body, list)
		return stack
	}
	title, depth, _ := boldUnderHeading(head.Text, stack)
	for len(stack) > 1 && stack[len(stack)-1].Depth >= depth {
		stack = stack[:len(stack)-1]
	}
	s := &Section{Head: head, Title: title.Slice(0, len(strings.TrimRight(title.Value, ":： "))), Depth: depth, Body: []*parse.Block{list}}
	top = stack[len(stack)-1]
	top.Subs = append(top.Subs, s)
	return append(stack, s)
}

// named reports whether a page has its name from its front matter or its
// file, so that its first heading need not be one.
func named(doc *parse.Document) bool {
	if doc.Front.Text("title") != "" {
		return true
	}
	label, rest := SplitLabel(unhyphen(stemOf(doc.File.Path())))
	return label.Text != "" || RoleTitle(rest)
}

// hoist makes the page's title the root, and takes text before it along. The
// title is the only top section, or a first one that has nothing beneath it
// but prose: some authors set title and areas at one rank.
func hoist(root *Section, named bool) *Section {
	if len(root.Subs) == 0 {
		return root
	}
	top := root.Subs[0]
	if named && top.Head.Kind == parse.Heading && top.Head.Level > 1 && !roleHeading(top.Title.Value) {
		return root
	}
	if len(root.Subs) > 1 && levelTitle(top.Title.Value) && levelTitle(root.Subs[1].Title.Value) {
		return root // the levels of something that only the file names
	}
	if len(root.Subs) > 1 {
		if len(top.Subs) > 0 || hasList(top.Body) || hasQuestion(top.Title.Value) {
			return root
		}
		top.Subs = root.Subs[1:]
	}
	top.Body = append(root.Body[:len(root.Body):len(root.Body)], top.Body...)
	return top
}

func hasQuestion(title string) bool { return strings.HasSuffix(title, "?") }

func hasList(blocks []*parse.Block) bool {
	for _, b := range blocks {
		if b.Kind == parse.List || statesTable(b) {
			return true
		}
	}
	return false
}

// headingOf says whether block i is a heading or serves as one, and how deep.
func headingOf(blocks []*parse.Block, i int, real bool, stack []*Section) (parse.Text, int, bool) {
	b := blocks[i]
	if b.Kind == parse.Heading {
		return b.Text, b.Level * rankStep, b.Text.Value != ""
	}
	title, ok := boldLine(b)
	if !ok && followedByList(blocks, i) {
		title, ok = italicLine(b)
	}
	if !ok || !introduces(blocks, i, real) {
		return parse.Text{}, 0, false
	}
	if real {
		return boldUnderHeading(title, stack)
	}
	if i == 0 && !followedByList(blocks, i) {
		return title, rankStep, true
	}
	return title, 2*rankStep + boldRank(title), true
}

// rankStep is how much deeper a heading is than one of the rank above: lines in
// bold stand between.
const rankStep = 4

// boldRank returns how far below a heading a line in bold stands: levels above
// what is no level, and what is in italics as well below these.
func boldRank(title parse.Text) int {
	switch {
	case LevelName(title.Value):
		return 1
	case title.Covered(model.Emphasis):
		return 3
	}
	return 2
}

// boldUnderHeading places a bold line below the heading that it stands under:
// a part of a step deeper, so that the next real heading ends it.
func boldUnderHeading(title parse.Text, stack []*Section) (parse.Text, int, bool) {
	depth := 0
	for _, s := range stack {
		if s.Head != nil && s.Head.Kind == parse.Heading {
			depth = s.Depth
		}
	}
	return title, depth + boldRank(title), true
}

// boldLine returns the words of a paragraph that is one line of bold type:
// closed ("**Name**") or left open by its author ("***Name").
func boldLine(b *parse.Block) (title parse.Text, ok bool) {
	t := b.Text
	if b.Kind != parse.Paragraph || t.Value == "" || len(t.Breaks) > 0 {
		return t, false
	}
	open := len(t.Value) - len(strings.TrimLeft(t.Value, "*"))
	if open >= 2 {
		inner := strings.TrimRight(t.Value, "*")
		return t.Slice(open, len(inner)), len(inner) > open && !strings.Contains(inner[open:], "**")
	}
	if !t.Covered(model.Strong) || exampleLead(t.Value) != leadNone {
		return t, false
	}
	return t.Slice(0, len(strings.TrimRight(t.Value, ":"))), true
}

// italicLine returns the words of a paragraph that is a few words in italics,
// as "*Craft*" over a list.
func italicLine(b *parse.Block) (title parse.Text, ok bool) {
	t := b.Text
	const most = 5
	if b.Kind != parse.Paragraph || len(t.Breaks) > 0 || !t.Covered(model.Emphasis) || len(strings.Fields(t.Value)) > most {
		return t, false
	}
	if strings.ContainsAny(t.Value, ".!?") || exampleLead(t.Value) != leadNone || facetOf(t.Value) != noFacet || Extends(t.Value) || LevelName(t.Value) {
		return t, false
	}
	return t.Slice(0, len(strings.TrimRight(t.Value, ": "))), true
}

// introduces reports whether what follows block i is of its section. A bold
// line before another one, or at the end, is a remark. Where the page has real
// headings, whole paragraphs may be bold for weight: there a line in bold is a
// heading only over a list.
func introduces(blocks []*parse.Block, i int, real bool) bool {
	if i+1 == len(blocks) {
		return false
	}
	next := blocks[i+1]
	switch next.Kind {
	case parse.Heading:
		return false
	case parse.Paragraph:
		if LevelName(strings.Trim(blocks[i].Text.Value, "*: ")) {
			return true
		}
		_, bold := boldLine(next)
		sentence := strings.HasSuffix(blocks[i].Text.Value, ".")
		return !bold && (!real || !sentence && followedByList(blocks, i+1))
	default:
		return true
	}
}

func followedByList(blocks []*parse.Block, i int) bool {
	return i+1 < len(blocks) && blocks[i+1].Kind == parse.List
}
