package parse

import (
	"bytes"
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"rung/internal/model"
)

// inline returns the words of the inline children of n and notes their links.
func (r *markdownReader) inline(n ast.Node) Text {
	b := r.builder()
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		r.span(b, c)
	}
	return r.built(b)
}

func (r *markdownReader) span(b *textBuilder, n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		r.words(b, n)
	case *ast.String:
		b.add(string(n.Value), b.text.End, b.text.End)
	case *ast.CodeSpan:
		r.marked(b, n, model.Mark{Kind: model.Code})
	case *ast.Emphasis:
		kind := model.Emphasis
		if n.Level == 2 {
			kind = model.Strong
		}
		r.marked(b, n, model.Mark{Kind: kind})
	case *ast.Link:
		from := b.buf.Len()
		r.marked(b, n, model.Mark{Kind: model.Link, Target: string(n.Destination)})
		r.link(n, n.Destination, string(b.buf[min(from, len(b.buf)):]), n.Reference != nil)
	case *ast.Image:
		alt := r.builder()
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			r.span(alt, c)
		}
		r.link(n, n.Destination, r.built(alt).Value, n.Reference != nil)
	case *ast.AutoLink:
		r.autoLink(b, n)
	case *ast.RawHTML:
		r.rawHTML(b, n)
	case *east.Strikethrough:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			r.span(b, c)
		}
	}
}

func (r *markdownReader) marked(b *textBuilder, n ast.Node, m model.Mark) {
	mark := b.begin(m)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		r.span(b, c)
	}
	b.end(mark)
}

// words adds a text node: its escapes and character references are resolved.
func (r *markdownReader) words(b *textBuilder, n *ast.Text) {
	seg := n.Segment
	at, raw := r.base+seg.Start, r.src[seg.Start:seg.Stop]
	if n.IsRaw() || n.Parent().Kind() == ast.KindCodeSpan {
		b.addRaw(raw, at, at+len(raw))
	} else {
		r.unescaped(b, raw, at)
	}
	if n.HardLineBreak() || n.SoftLineBreak() {
		b.line()
	}
}

func (r *markdownReader) unescaped(b *textBuilder, raw []byte, at int) {
	if bytes.IndexByte(raw, '\\') < 0 && bytes.IndexByte(raw, '&') < 0 {
		b.addRaw(raw, at, at+len(raw))
		return
	}
	from := 0
	flush := func(to int) { b.addRaw(raw[from:to], at+from, at+to) }
	for i := 0; i < len(raw); i++ {
		switch {
		case raw[i] == '\\' && i+1 < len(raw) && util.IsPunct(raw[i+1]):
			flush(i)
			from = i + 1
			i++
		case raw[i] == '&':
			if end := bytes.IndexByte(raw[i:min(len(raw), i+40)], ';'); end > 1 {
				if s := html.UnescapeString(string(raw[i : i+end+1])); s != string(raw[i:i+end+1]) {
					flush(i)
					b.add(s, at+i, at+i+end+1)
					i += end
					from = i + 1
				}
			}
		}
	}
	flush(len(raw))
}

func (r *markdownReader) autoLink(b *textBuilder, n *ast.AutoLink) {
	label := n.Label(r.src)
	at := max(0, n.Pos())
	if i := bytes.Index(r.src[at:min(len(r.src), at+len(label)+2)], label); i >= 0 {
		at += i
	}
	start := r.base + at
	mark := b.begin(model.Mark{Kind: model.Link, Target: string(n.URL(r.src))})
	b.add(string(label), start, start+len(label))
	b.end(mark)
	r.tree.Links = append(r.tree.Links, Link{Text: string(label), Target: string(n.URL(r.src)), Start: start, End: start + len(label)})
}

// rawHTML reads inline markup: a <br> and the tags of lists and paragraphs,
// which cells of tables hold, are line ends, an anchor names a place, the rest
// says nothing of its own.
func (r *markdownReader) rawHTML(b *textBuilder, n *ast.RawHTML) {
	for i := range n.Segments.Len() {
		s := n.Segments.At(i)
		tag := string(s.Value(r.src))
		switch name := tagName(tag); {
		case name == "br":
			b.line()
		case partsLines[name]:
			b.lineOnce()
		}
		r.htmlPlaces(s.Value(r.src), r.base+s.Start)
	}
}

// partsLines are the tags that begin a line of their own.
var partsLines = map[string]bool{"li": true, "ul": true, "ol": true, "p": true, "div": true}

// tagName returns the name in a tag that begins or ends an element.
func tagName(tag string) string {
	name := strings.TrimLeft(strings.ToLower(tag), "</")
	if end := strings.IndexAny(name, " \t\r\n/>"); end >= 0 {
		name = name[:end]
	}
	return name
}

// link notes a link whose words have been read.
func (r *markdownReader) link(n ast.Node, dest []byte, words string, reference bool) {
	l := Link{Text: strings.TrimSpace(words), Target: string(dest), Start: r.base + n.Pos()}
	_, l.Image = n.(*ast.Image)
	after := r.afterInline(n)
	if s, e, ok := destination(r.src, after); ok && !reference {
		l.Start, l.End = r.base+s, r.base+e
	} else if end := bytes.IndexByte(r.src[after:], ']'); end >= 0 {
		l.End = r.base + after + end + 1
	} else {
		l.End = r.base + after
	}
	l.Start = min(l.Start, l.End)
	r.tree.Links = append(r.tree.Links, l)
}

// afterInline returns where the last descendant of n ends.
func (r *markdownReader) afterInline(n ast.Node) int {
	end := n.Pos() + 1
	_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) { // the walker never fails
		switch c := c.(type) {
		case *ast.Text:
			end = max(end, c.Segment.Stop)
		case *ast.RawHTML:
			if k := c.Segments.Len(); k > 0 {
				end = max(end, c.Segments.At(k-1).Stop)
			}
		}
		return ast.WalkContinue, nil
	})
	return max(0, min(end, len(r.src)))
}

// destination finds "](dest" behind the words of a link and returns where
// dest stands.
func destination(src []byte, from int) (start, end int, ok bool) {
	i := bytes.Index(src[from:min(len(src), from+200)], []byte("]("))
	if i < 0 {
		return 0, 0, false
	}
	i += from + 2
	for i < len(src) && (src[i] == ' ' || src[i] == '\n' || src[i] == '\r' || src[i] == '\t') {
		i++
	}
	if i < len(src) && src[i] == '<' {
		if j := bytes.IndexByte(src[i:], '>'); j > 0 {
			return i + 1, i + j, true
		}
		return 0, 0, false
	}
	open := 0
	for j := i; j < len(src); j++ {
		switch c := src[j]; {
		case c == '\\':
			j++
		case c == '(':
			open++
		case c == ')' && open > 0:
			open--
		case c == ')' || c == ' ' || c == '\n' || c == '\r' || c == '\t':
			return i, j, true
		}
	}
	return 0, 0, false
}
