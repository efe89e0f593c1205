package parse

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"
)

// Markdown returns <details>, <summary> and </details> as HTML blocks beside
// what they fold away. html turns such a block into open and close marks, and
// pairDetails gathers what stands between them.

const (
	openDetails  = Details   // a Details without children, waiting for them
	closeDetails = Kind(100) // the end of one; never leaves this file
)

// html reads a block of raw HTML: markers of details, text, comments.
func (r *markdownReader) html(n *ast.HTMLBlock) []*Block {
	if n.Lines().Len() == 0 && !n.HasClosure() {
		return nil
	}
	start, stop := n.Pos(), n.Pos()
	for i := range n.Lines().Len() {
		start, stop = min(start, n.Lines().At(i).Start), max(stop, n.Lines().At(i).Stop)
	}
	if n.HasClosure() {
		stop = max(stop, n.ClosureLine.Stop)
	}
	raw := r.src[max(0, start):min(stop, len(r.src))]
	if string(bytes.TrimSpace(raw)) == "</details>" {
		return []*Block{{Kind: closeDetails, Start: r.base + start, End: r.base + start + len(raw)}}
	}
	r.htmlPlaces(raw, r.base+start)
	if !bytes.Contains(bytes.ToLower(raw), []byte("details>")) && !bytes.Contains(bytes.ToLower(raw), []byte("<summary")) && !bytes.Contains(bytes.ToLower(raw), []byte("<details")) {
		return htmlBlocks(raw, r.base+start, r.repair, r.file)
	}
	return r.detailsMarks(raw, start)
}

// detailsMarks splits raw at its details tags; what stands between is
// Markdown that its author forgot to set off with an empty line.
func (r *markdownReader) detailsMarks(raw []byte, at int) []*Block {
	var out []*Block
	var summary *textBuilder
	rest := -1 // where text outside a summary began
	z := html.NewTokenizer(bytes.NewReader(raw))
	pos := 0
	flush := func(to int) {
		if rest >= 0 && len(bytes.TrimSpace(raw[rest:to])) > 0 {
			out = append(out, r.embedded(raw[rest:to], at+rest)...)
		}
		rest = -1
	}
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			flush(len(raw))
			return out
		}
		size := len(z.Raw())
		name, _ := z.TagName()
		switch tag := string(name); {
		case kind == html.StartTagToken && tag == "details":
			flush(pos)
			out = append(out, &Block{Kind: openDetails, Start: r.base + at + pos, End: r.base + at + pos + size})
		case kind == html.EndTagToken && tag == "details":
			flush(pos)
			out = append(out, &Block{Kind: closeDetails, Start: r.base + at + pos, End: r.base + at + pos + size})
		case kind == html.StartTagToken && tag == "summary":
			flush(pos)
			summary = &textBuilder{repair: r.repair, file: r.file}
		case kind == html.EndTagToken && tag == "summary":
			out = withSummary(out, summary, r.base+at+pos+size)
			summary = nil
		case summary != nil:
			if kind == html.TextToken {
				summary.add(html.UnescapeString(string(raw[pos:pos+size])), r.base+at+pos, r.base+at+pos+size)
			}
		case rest < 0:
			rest = pos
		}
		pos += size
	}
}

// withSummary gives the last open details its summary.
func withSummary(out []*Block, b *textBuilder, end int) []*Block {
	if b == nil {
		return out
	}
	t := b.done()
	if n := len(out); n > 0 && out[n-1].Kind == openDetails {
		out[n-1].Text, out[n-1].End = t, end
		return out
	}
	return append(out, &Block{Kind: Paragraph, Level: summaryLevel, Text: t, Start: t.Start, End: t.End})
}

// embedded reads Markdown that stands inside a block of HTML.
func (r *markdownReader) embedded(raw []byte, at int) []*Block {
	if tooMuch(raw) || r.depth >= maxEmbedded || nestingOfLines(raw).levels > MaxBlockDepth {
		return htmlBlocks(raw, r.base+at, r.repair, r.file)
	}
	inner := *r
	inner.src, inner.base, inner.depth = raw, r.base+at, r.depth+1
	inner.spare, inner.slab = nil, nil // a block must not be handed out twice
	return inner.document(raw)
}

// maxEmbedded is how often Markdown may stand in HTML in Markdown.
const maxEmbedded = 3

// pairDetails moves what stands between the tags of details into them. An end
// that is missing is where the next heading or the blocks end; an end that
// stands inside a sibling (an indented one, in the last item of a list) closes
// behind that sibling.
func (r *markdownReader) pairDetails(in []*Block) []*Block {
	if !hasDetails(in) {
		return in
	}
	out, rest := r.gather(in, false)
	for len(rest) > 0 { // an end without a begin here: one further out may want it
		var more []*Block
		stray := rest[0]
		more, rest = r.gather(rest[1:], false)
		out = append(append(out, stray), more...)
	}
	return out
}

// dropStrays removes ends of details that nothing wanted.
func dropStrays(in []*Block) []*Block {
	if len(in) == 0 {
		return in
	}
	out := in[:0:0]
	for _, b := range in {
		if b.Kind != closeDetails {
			b.Children = dropStrays(b.Children)
			out = append(out, b)
		}
	}
	return out
}

func hasDetails(in []*Block) bool {
	for _, b := range in {
		if b.Kind == openDetails && b.Children == nil || b.Kind == closeDetails {
			return true
		}
	}
	return false
}

// gather returns blocks up to an end of details, and from it on what is left.
func (r *markdownReader) gather(in []*Block, inside bool) (out, rest []*Block) {
	for i := 0; i < len(in); i++ {
		b := in[i]
		switch {
		case b.Kind == closeDetails, inside && b.Kind == Heading && b.Level <= 2:
			return out, in[i:]
		case b.Kind == openDetails && b.Children == nil:
			b.Children, rest = r.gather(in[i+1:], true)
			b.End = max(b.End, lastEnd(b.Children))
			if len(rest) > 0 && rest[0].Kind == closeDetails {
				b.End = max(b.End, rest[0].End)
				rest = rest[1:]
			} else {
				r.tree.find(finding{rule: UnclosedRule, start: b.Start, end: b.Start + len("<details"), message: "\"<details>\" has no \"</details>\"; expected one behind what it folds away"})
			}
			if b.Children == nil {
				b.Children = []*Block{}
			}
			if b.Text.Value == "" {
				b.Text = summaryParagraph(b)
			}
			out = append(out, b)
			in, i = rest, -1
		default:
			out = append(out, b)
			if inside && endsInside(b) {
				return out, append([]*Block{{Kind: closeDetails, Start: b.End, End: b.End}}, in[i+1:]...)
			}
		}
	}
	return out, nil
}

// endsInside removes an end of details from within b and reports it.
func endsInside(b *Block) bool {
	for i := len(b.Children) - 1; i >= 0; i-- {
		if c := b.Children[i]; c.Kind == closeDetails {
			b.Children = append(b.Children[:i:i], b.Children[i+1:]...)
			return true
		} else if endsInside(c) {
			return true
		}
	}
	return false
}

// summaryLevel marks a paragraph that is the summary of the details before it.
const summaryLevel = -1

// summaryParagraph takes a summary that stands in a block of its own.
func summaryParagraph(b *Block) Text {
	if len(b.Children) == 0 || b.Children[0].Level != summaryLevel {
		return Text{}
	}
	t := b.Children[0].Text
	b.Children = b.Children[1:]
	return t
}

func lastEnd(blocks []*Block) int {
	end := 0
	for _, b := range blocks {
		end = max(end, b.End)
	}
	return end
}
