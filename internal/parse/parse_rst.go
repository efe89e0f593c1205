package parse

import (
	"bytes"
	"cmp"
	"slices"
	"unicode/utf8"

	"rung/internal/model"
)

// readRST adds the blocks, links and anchors of reStructuredText. What it shares
// with Markdown, paragraphs, lists and words set apart, is read as that is: its
// own signs are covered by others of the same length, so that places stay.
func readRST(tree *Tree, src []byte, base int, repair func(string) string, file string) {
	r := &rstReader{src: onlyNewlines(src), base: base, text: &textBuilder{repair: repair, file: file}, slugs: newSlugger(), tree: tree}
	r.out = bytes.Clone(r.src)
	r.cut()
	for i := 0; i < len(r.lines); {
		i = max(i+1, r.line(i))
	}
	r.inline()
	readMarkdown(tree, r.out, base, repair, file)
	r.fields(tree.Blocks)
	tree.Blocks = append(tree.Blocks, r.blocks...)
	slices.SortStableFunc(tree.Blocks, func(a, b *Block) int { return cmp.Compare(a.Start, b.Start) })
	slices.SortStableFunc(tree.Links, func(a, b Link) int { return cmp.Compare(a.Start, b.Start) })
}

// rstReader covers the signs of one text.
type rstReader struct {
	src    []byte
	out    []byte // src with signs covered
	base   int
	lines  []rstLine
	text   *textBuilder
	slugs  *slugger
	tree   *Tree
	styles []string // of adornments, from the highest rank on
	blocks []*Block // that are read here
	item   int      // the column at which the words of the open bullet begin, or 0
	code   bool     // what is indented next is code
}

// rstLine is a line without its end.
type rstLine struct {
	start, end int
	indent     int // -1 where it is empty
}

func (r *rstReader) cut() {
	for at := 0; at < len(r.src); {
		end := bytes.IndexByte(r.src[at:], '\n')
		next := at + end + 1
		if end < 0 {
			next = len(r.src)
			end = next - at
		}
		words := bytes.TrimRight(r.src[at:at+end], " \t\r")
		indent := len(words) - len(bytes.TrimLeft(words, " \t"))
		if len(words) == 0 {
			indent = -1
		}
		r.lines = append(r.lines, rstLine{at, at + len(words), indent})
		at = next
	}
}

func (r *rstReader) words(i int) []byte {
	if i < 0 || i >= len(r.lines) {
		return nil
	}
	return r.src[r.lines[i].start+max(r.lines[i].indent, 0) : r.lines[i].end]
}

// cover writes spaces over [from, to), line ends excepted.
func (r *rstReader) cover(from, to int) {
	for i := from; i < to; i++ {
		if r.out[i] != '\n' && r.out[i] != '\r' {
			r.out[i] = ' '
		}
	}
}

// line covers what begins at line i and returns the line behind it.
func (r *rstReader) line(i int) int {
	l := r.lines[i]
	switch words := r.words(i); {
	case l.indent < 0:
		return i + 1
	case gridBorder(words):
		return r.gridTable(i)
	case simpleBorder(words):
		return r.simpleTable(i)
	case l.indent == 0 && r.adorns(i) && i+2 < len(r.lines) && r.lines[i+1].indent >= 0 && r.sameAdornment(i, i+2):
		return r.title(i+1, string(words[:1])+"^", i, i+2)
	case l.indent == 0 && i+1 < len(r.lines) && r.lines[i+1].indent == 0 && r.adorns(i+1) && !r.adorns(i) && r.wide(i, i+1) && (i == 0 || r.lines[i-1].indent < 0):
		return r.title(i, string(r.words(i + 1)[:1]), i, i+1)
	case r.adorns(i) && len(words) > 3 && r.blankAround(i):
		r.rule(l) // a transition
		return i + 1
	case bytes.HasPrefix(words, []byte(".. ")) || string(words) == ".." || bytes.HasPrefix(words, []byte("__ ")):
		return r.explicit(i)
	case bytes.HasPrefix(words, []byte("| ")):
		r.cover(l.start, l.start+l.indent+1) // a line block
	case bytes.HasPrefix(words, []byte("#. ")):
		r.out[l.start+l.indent] = '1'
		r.bullet(l.indent, 3)
	case len(words) > 2 && bytes.IndexByte([]byte("*-+"), words[0]) >= 0 && words[1] == ' ':
		r.bullet(l.indent, 2)
	case l.indent == 0:
		r.item, r.code = 0, bytes.HasSuffix(words, []byte("::"))
		if n := counterLen(words); n > 0 {
			r.bullet(0, n)
		}
	case r.item == 0 && !r.code && i > 0 && (r.lines[i-1].indent < 0 || r.out[r.lines[i-1].start] == '>'):
		r.out[l.start] = '>' // what is only indented is quoted
	}
	return i + 1
}

// bullet opens a list item whose words begin width behind its sign.
func (r *rstReader) bullet(indent, width int) { r.item = indent + width }

// counterLen returns how long a number is that begins an item, with the space
// behind it; 0 where none does.
func counterLen(words []byte) int {
	n := 0
	for n < len(words) && words[n] >= '0' && words[n] <= '9' {
		n++
	}
	if n == 0 || n+1 >= len(words) || words[n] != '.' && words[n] != ')' || words[n+1] != ' ' {
		return 0
	}
	return n + 2
}

// adorns reports a line of one sign again and again.
func (r *rstReader) adorns(i int) bool {
	words := r.words(i)
	if len(words) < 2 || r.lines[i].indent != 0 || bytes.IndexByte([]byte("=-~^\"'`#*+.:_<>!$%&,/;?@\\|"), words[0]) < 0 {
		return false
	}
	return len(bytes.Trim(words, string(words[:1]))) == 0
}

func (r *rstReader) sameAdornment(i, j int) bool {
	return r.adorns(j) && r.words(i)[0] == r.words(j)[0] && !r.adorns(i+1) && r.wide(i+1, j)
}

// wide reports whether the adornment at line j is as long as the title at i, or
// nearly: four signs are enough for the tools that read it.
func (r *rstReader) wide(i, j int) bool {
	n := len(r.words(j))
	return n >= utf8.RuneCount(r.words(i)) || n >= 4
}

func (r *rstReader) blankAround(i int) bool {
	return (i == 0 || r.lines[i-1].indent < 0) && (i+1 == len(r.lines) || r.lines[i+1].indent < 0)
}

// title makes a heading of line i, whose adornments begin and end at first and
// last, and a rule of these, which ends what stands above.
func (r *rstReader) title(i int, style string, first, last int) int {
	level := slices.Index(r.styles, style)
	if level < 0 {
		level = len(r.styles)
		r.styles = append(r.styles, style)
	}
	from, to := r.lines[i].start+r.lines[i].indent, r.lines[i].end
	b := &Block{Kind: Heading, Level: int8(min(level+1, 6)), Start: r.base + from, End: r.base + to, Text: r.raw(from, to)}
	b.Anchor = r.slugs.slug(b.Text.Value)
	r.tree.Anchors = append(r.tree.Anchors, b.Anchor)
	r.blocks = append(r.blocks, b)
	r.cover(r.lines[first].start, r.lines[last].end)
	r.rule(r.lines[last])
	r.item, r.code = 0, false
	return last + 1
}

// rule covers a line by one that Markdown takes for a line across the page.
func (r *rstReader) rule(l rstLine) {
	r.cover(l.start, l.end)
	if l.end-l.start < 3 {
		return // too short for one
	}
	for i := range 3 {
		r.out[l.start+i] = '-'
	}
}

// raw returns the words at [from, to).
func (r *rstReader) raw(from, to int) Text {
	r.text.addRaw(r.src[from:to], r.base+from, r.base+to)
	return r.text.done()
}

// fields makes lists of paragraphs whose lines all are fields, as ":Code: A1".
func (r *rstReader) fields(blocks []*Block) {
	for _, b := range blocks {
		if b.Kind != Paragraph || len(b.Text.Value) == 0 || b.Text.Value[0] != ':' {
			r.fields(b.Children)
			continue
		}
		var items []*Block
		for _, line := range b.Text.Lines() {
			if end := fieldName(line.Value); end > 0 {
				t := line.Slice(1, len(line.Value))
				p := &Block{Kind: Paragraph, Text: t, Start: t.Start, End: t.End}
				items = append(items, &Block{Kind: Item, Children: []*Block{p}, Start: t.Start, End: t.End})
			} else if n := len(items); n > 0 { // it goes on
				p := items[n-1].Children[0]
				p.Text = Join(p.Text, line)
				p.End, items[n-1].End = p.Text.End, p.Text.End
			}
		}
		if len(items) > 0 {
			b.Kind, b.Children, b.Text = List, items, Text{}
		}
	}
}

// fieldName returns where the name of a field ends, or 0.
func fieldName(line string) int {
	if len(line) < 3 || line[0] != ':' || line[1] == ' ' || line[1] == ':' {
		return 0
	}
	for i := 1; i < len(line) && i < 60; i++ {
		if line[i] == ':' && (i+1 == len(line) || line[i+1] == ' ') {
			return i
		}
		if line[i] == '`' {
			return 0
		}
	}
	return 0
}

// link adds a link to target with the words at [from, to).
func (r *rstReader) link(from, to int, target string) *Block {
	t := r.raw(from, to)
	t.Marks = []model.Mark{{Kind: model.Link, Target: target, Start: 0, End: len(t.Value)}}
	r.tree.Links = append(r.tree.Links, Link{Text: t.Value, Target: target, Start: r.base + from, End: r.base + to})
	return &Block{Kind: Item, Start: r.base + from, End: r.base + to, Children: []*Block{{Kind: Paragraph, Text: t, Start: r.base + from, End: r.base + to}}}
}
