package parse

import (
	"bytes"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// newMarkdown returns the one Markdown reader of the program, with what is
// given beside what every page is read with.
func newMarkdown(more ...goldmark.Extender) goldmark.Markdown {
	return goldmark.New(goldmark.WithExtensions(append(more, extension.Table, extension.Strikethrough, extension.TaskList)...))
}

// markdown reads for everybody: it holds no state and is made once, because
// its tables are large beside a page. A page without an address in plain words
// is read without looking for one at every space, which took a tenth of the
// reading and cannot find any.
var (
	markdown  = sync.OnceValue(func() goldmark.Markdown { return newMarkdown(extension.Linkify) })
	unlinking = sync.OnceValue(func() goldmark.Markdown { return newMarkdown() })
)

// markdownFor returns the reader for src.
func markdownFor(src []byte) goldmark.Markdown {
	for _, sign := range [...]string{"@", "www.", "http:", "https:", "ftp:"} {
		if bytes.Contains(src, []byte(sign)) {
			return markdown()
		}
	}
	return unlinking()
}

// markdownReader reads one Markdown text.
type markdownReader struct {
	md     goldmark.Markdown
	tree   *Tree
	src    []byte              // the text, as long as the file from base on
	base   int                 // offset of src in the file
	repair func(string) string // nil: nothing to mend
	file   string              // the whole file
	slugs  *slugger
	depth  int
	spare  *textBuilder
	slab   []Block // blocks to come: one allocation for many
}

// readMarkdown adds the blocks, links and anchors of src, which stands in the
// file from base on.
func readMarkdown(tree *Tree, src []byte, base int, repair func(string) string, file string) {
	if deep := nestingOfLines(src); deep.levels > MaxBlockDepth {
		tree.find(finding{rule: LimitRule, start: base + deep.at, end: base + deep.end,
			message: "blocks nest " + count(deep.levels, "level") + " deep here; at most " + count(MaxBlockDepth, "level") + " are read"})
		return
	}
	if c, ok := crowded(src); ok {
		tree.find(finding{rule: LimitRule, start: base + c.at, end: base + c.end,
			message: "this paragraph has more than " + count(MaxDelimiters, "bracket") + ", stars and the like; the file was not read", help: "split the paragraph"})
		return
	}
	if c, ok := sprawling(src); ok {
		tree.find(finding{rule: LimitRule, start: base + c.at, end: base + min(c.at+firstLineEnd(src[c.at:]), c.end),
			message: "this table has more than " + count(maxRecords, "cell") + "; the file was not read", help: "split the table"})
		return
	}
	r := &markdownReader{md: markdownFor(src), tree: tree, src: onlyNewlines(src), base: base, repair: repair, file: file, slugs: newSlugger()}
	tree.Blocks = append(tree.Blocks, dropStrays(r.document(r.src))...)
}

// document returns the blocks of src.
func (r *markdownReader) document(src []byte) []*Block {
	root := r.md.Parser().Parse(text.NewReader(src), parser.WithContext(parser.NewContext()))
	return r.blocks(root)
}

// onlyNewlines turns a lone carriage return, which ends a line for people and
// not for Markdown, into a line feed. The length stays.
func onlyNewlines(src []byte) []byte {
	if i := bytes.IndexByte(src, '\r'); i < 0 {
		return src
	}
	out := bytes.Clone(src)
	for i, c := range out {
		if c == '\r' && (i+1 == len(out) || out[i+1] != '\n') {
			out[i] = '\n'
		}
	}
	return out
}

// blocks returns the children of n, details paired.
func (r *markdownReader) blocks(n ast.Node) []*Block {
	if !n.HasChildren() {
		return nil
	}
	out := make([]*Block, 0, n.ChildCount())
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if h, ok := c.(*ast.HTMLBlock); ok {
			out = append(out, r.html(h)...)
		} else if b := r.block(c); b != nil {
			out = append(out, b)
		}
	}
	return r.pairDetails(out)
}

// block returns the block of n, or nil for one that says nothing.
func (r *markdownReader) block(n ast.Node) *Block {
	b := r.newBlock()
	b.Start = r.base + max(0, n.Pos())
	b.End = b.Start
	switch n := n.(type) {
	case *ast.Heading:
		id := cutHeadingID(n, r.src)
		b.Kind, b.Level, b.Text = Heading, int8(n.Level), r.inline(n)
		r.lineEnd(b, n)
		b.Anchor = r.slugs.slug(b.Text.Value)
		r.tree.Anchors = append(r.tree.Anchors, b.Anchor)
		if id != "" {
			r.tree.Anchors = append(r.tree.Anchors, id)
		}
	case *ast.Paragraph, *ast.TextBlock:
		b.Kind, b.Text = Paragraph, r.inline(n)
		r.lineEnd(b, n)
	case *ast.Blockquote:
		b.Kind, b.Children = Quote, r.blocks(n)
	case *ast.List:
		b.Kind, b.Ordered, b.Children = List, n.IsOrdered(), r.blocks(n)
	case *ast.ListItem:
		b.Kind, b.Children = Item, r.blocks(n)
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		b.Kind, b.Text = Code, r.raw(n)
		r.lineEnd(b, n)
	case *east.Table:
		b.Kind, b.Children = Table, r.blocks(n)
	case *east.TableHeader, *east.TableRow:
		b.Kind, b.Children = Row, r.blocks(n)
	case *east.TableCell:
		b.Kind, b.Text = Cell, r.inline(n)
		_, b.Head = n.Parent().(*east.TableHeader)
		r.lineEnd(b, n)
	default: // thematic breaks and link definitions say nothing
		return nil
	}
	for _, c := range b.Children {
		b.End = max(b.End, c.End)
	}
	return b
}

// newBlock returns a block out of a slab.
func (r *markdownReader) newBlock() *Block {
	if len(r.slab) == 0 {
		r.slab = make([]Block, max(4, min(len(r.src)/bytesPerBlock, maxSlab)))
	}
	b := &r.slab[0]
	r.slab = r.slab[1:]
	return b
}

const (
	bytesPerBlock = 64 // about
	maxSlab       = 32
)

// builder returns a builder without words; what is given back with spare is
// taken again.
func (r *markdownReader) builder() *textBuilder {
	if b := r.spare; b != nil {
		r.spare = nil
		return b
	}
	return &textBuilder{repair: r.repair, file: r.file}
}

// built returns the builder's text and keeps the builder for the next one.
func (r *markdownReader) built(b *textBuilder) Text {
	t := b.done()
	r.spare = b
	return t
}

// lineEnd sets b's end to that of the last line of n, and its start to the
// heading's own where the parser points behind it.
func (r *markdownReader) lineEnd(b *Block, n ast.Node) {
	lines := n.Lines()
	if lines == nil || lines.Len() == 0 {
		return
	}
	stop := lines.At(lines.Len() - 1).Stop
	for stop > 0 && (r.src[stop-1] == '\n' || r.src[stop-1] == '\r') {
		stop--
	}
	b.End = max(b.End, r.base+stop)
	b.Start = min(b.Start, r.base+lines.At(0).Start)
}

// raw returns the lines of n as they stand.
func (r *markdownReader) raw(n ast.Node) Text {
	b := r.builder()
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		b.line()
		b.addRaw(s.Value(r.src), r.base+s.Start, r.base+s.Stop)
	}
	return r.built(b)
}
