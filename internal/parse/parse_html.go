package parse

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"rung/internal/model"
)

// htmlReader reads HTML into blocks. It works on tokens, because a parsed tree
// knows no places. It forgives what browsers forgive: tags left open, items
// and cells that end where the next begins.
type htmlReader struct {
	tree   *Tree
	base   int
	repair func(string) string // nil: nothing to mend
	file   string              // the whole file
	slugs  *slugger
	stack  []*htmlOpen
	text   *textBuilder
	links  []htmlLink
	mute   string       // tag whose content says nothing, as script
	skips  []htmlRegion // what is left of those to be passed over
	id     string       // of an element around the next heading
	deep   bool
}

type htmlOpen struct {
	tag   string
	block *Block
	words []Text // of an element that holds words
}

type htmlLink struct {
	link                   bool // and no other mark
	mark, from, start, end int
	target                 string
}

// readHTML adds the blocks, links and anchors of src.
func readHTML(tree *Tree, src []byte, base int, repair func(string) string, file string) {
	r := &htmlReader{tree: tree, base: base, repair: repair, file: file, slugs: newSlugger()}
	regions := findRegions(src)
	r.skips = regions.skips
	tree.Language = regions.language
	tree.Blocks = append(tree.Blocks, r.read(src)...)
	tree.Name = r.words(src, regions.title[0], regions.title[1])
	tree.markupComments(src, base)
	if r.deep {
		tree.find(finding{rule: LimitRule, start: base, end: base + min(len(src), 1), message: "elements nest more than " + count(MaxBlockDepth, "level") + " deep in this page; deeper ones are read as if they were not nested"})
	}
}

// htmlBlocks returns the blocks of HTML that stands in another format. A block
// that says nothing gives none.
func htmlBlocks(src []byte, base int, repair func(string) string, file string) []*Block {
	r := &htmlReader{tree: &Tree{}, base: base, repair: repair, file: file, slugs: newSlugger()}
	return r.read(src)
}

func (r *htmlReader) read(src []byte) []*Block {
	root := &Block{}
	r.stack = []*htmlOpen{{block: root}}
	r.text = &textBuilder{repair: r.repair, file: r.file}
	z := html.NewTokenizer(bytes.NewReader(src))
	z.SetMaxBuf(0)
	at := r.base
	for {
		kind := z.Next()
		size := len(z.Raw())
		if kind == html.ErrorToken {
			break
		}
		if r.skipped(at-r.base, at+size-r.base) {
			r.pass(kind, z, at, at+size, src)
		} else {
			r.token(kind, z, at, at+size, src)
		}
		at += size
	}
	r.flush()
	for len(r.stack) > 1 {
		r.pop()
	}
	return root.Children
}

// words returns the words of text that stands at [start, end) of src.
func (r *htmlReader) words(src []byte, start, end int) Text {
	b := &textBuilder{repair: r.repair, file: r.file}
	b.add(html.UnescapeString(string(src[start:end])), r.base+start, r.base+end)
	return b.done()
}

// skipped reports whether a token lies in a region that is passed over. Words
// before it end there.
func (r *htmlReader) skipped(start, end int) bool {
	for len(r.skips) > 0 && r.skips[0].end <= start {
		r.skips = r.skips[1:]
	}
	return len(r.skips) > 0 && start >= r.skips[0].start && end <= r.skips[0].end
}

// pass keeps what a passed token has: the words for the account, an anchor.
func (r *htmlReader) pass(kind html.TokenType, z *html.Tokenizer, start, end int, src []byte) {
	switch kind {
	case html.TextToken:
		if t := r.words(src, start-r.base, end-r.base); r.mute == "" && t.Value != "" {
			r.tree.Passed = append(r.tree.Passed, t)
		}
	case html.StartTagToken, html.SelfClosingTagToken:
		name, more := z.TagName()
		attr := attributes(z, more)
		if id := attr["id"]; id != "" {
			r.tree.Anchors = append(r.tree.Anchors, id)
		}
		if tag := string(name); r.mute == "" && isMute(tag) && kind == html.StartTagToken {
			r.mute = tag
		}
	case html.EndTagToken:
		if name, _ := z.TagName(); r.mute == string(name) {
			r.mute = ""
		}
	}
}

func isMute(tag string) bool {
	return tag == "script" || tag == "style" || tag == "template" || tag == "head" || tag == "title"
}

func (r *htmlReader) token(kind html.TokenType, z *html.Tokenizer, start, end int, src []byte) {
	switch kind {
	case html.TextToken:
		if r.mute == "" {
			raw := src[start-r.base : end-r.base]
			if bytes.IndexByte(raw, '&') < 0 {
				r.text.addRaw(raw, start, end)
			} else {
				r.text.add(html.UnescapeString(string(raw)), start, end)
			}
		}
	case html.StartTagToken, html.SelfClosingTagToken:
		name, more := z.TagName()
		r.open(string(name), attributes(z, more), start, end)
	case html.EndTagToken:
		name, _ := z.TagName()
		r.close(string(name))
	}
}

func attributes(z *html.Tokenizer, more bool) map[string]string {
	var out map[string]string
	for more {
		var k, v []byte
		k, v, more = z.TagAttr()
		if out == nil {
			out = map[string]string{}
		}
		out[string(k)] = string(v)
	}
	return out
}

// containers are the elements that hold blocks; headings and cells hold words.
var htmlKinds = map[string]Kind{
	"ul": List, "ol": List, "li": Item, "blockquote": Quote, "table": Table, "tr": Row, "td": Cell, "th": Cell,
	"dl": List, "details": Details, "h1": Heading, "h2": Heading, "h3": Heading, "h4": Heading, "h5": Heading, "h6": Heading,
	"pre": Code, "summary": Paragraph,
}

var htmlMarks = map[string]model.MarkKind{
	"b": model.Strong, "strong": model.Strong, "i": model.Emphasis, "em": model.Emphasis, "code": model.Code,
}

// closedBy names the elements that end where the key begins.
var closedBy = map[string][]string{
	"li": {"li"}, "tr": {"td", "th", "tr"}, "td": {"td", "th"}, "th": {"td", "th"},
}

func (r *htmlReader) open(tag string, attr map[string]string, start, end int) {
	if id := attr["id"]; id != "" {
		r.tree.Anchors = append(r.tree.Anchors, id)
	} else if name := attr["name"]; tag == "a" && name != "" {
		r.tree.Anchors = append(r.tree.Anchors, name)
	}
	if r.mute == "head" && (tag == "body" || tag == "main" || tag == "h1" || tag == "div" || tag == "p") {
		r.mute = "" // a head that nothing closes
	}
	if r.mute != "" {
		return
	}
	r.noteID(tag, attr["id"])
	for _, t := range closedBy[tag] {
		if n := len(r.stack); n > 1 && r.stack[n-1].tag == t {
			r.close(t)
		}
	}
	kind, isBlock := htmlKinds[tag]
	if n := len(r.stack) - 1; isBlock && headingLevel(r.stack[n].tag) > 0 {
		r.flush() // a heading that nothing closes
		r.pop()
	}
	switch {
	case isBlock:
		r.flush()
		b := &Block{Kind: kind, Start: start, End: end, Ordered: tag == "ol", Level: int8(headingLevel(tag))}
		if kind == Cell {
			b.Head, b.Across, b.Down = tag == "th", spanned(attr["colspan"]), spanned(attr["rowspan"])
		}
		if kind == Heading {
			b.Anchor, r.id = r.id, ""
		}
		r.push(tag, b, listDepth(attr["class"]))
	case tag == "dt" && r.inTerms():
		r.flush()
		for r.stack[len(r.stack)-1].tag != "dl" {
			r.pop()
		}
		r.push(tag, &Block{Kind: Item, Start: start, End: end}, 0)
	case tag == "dd" && r.inTerms():
		r.flush()
		r.endTerm()
	case isMute(tag):
		r.mute = tag
	case tag == "br":
		r.text.line()
	case tag == "img":
		r.tree.Links = append(r.tree.Links, Link{Text: attr["alt"], Target: attr["src"], Image: true, Start: start, End: end})
	case tag == "a":
		r.endLink()
		r.links = append(r.links, htmlLink{link: true, mark: r.text.begin(model.Mark{Kind: model.Link, Target: attr["href"]}), from: r.text.buf.Len(), start: start, end: end, target: attr["href"]})
	case htmlMarks[tag] != "":
		r.links = append(r.links, htmlLink{mark: r.text.begin(model.Mark{Kind: htmlMarks[tag]})})
	case isFlow(tag):
		r.flush()
	}
}

// maxSpan is how many columns or rows a cell may span. Browsers allow a
// thousand; a table of a few cells would be laid out as millions.
const maxSpan = 100

// spanned reads how many columns or rows a cell spans; 0 says one.
func spanned(value string) uint8 {
	n, err := strconv.Atoi(strings.TrimSpace(value))
	if err != nil || n < 2 {
		return 0
	}
	return uint8(min(n, maxSpan))
}

func isFlow(tag string) bool {
	switch tag {
	case "p", "div", "section", "article", "main", "header", "footer", "nav", "body", "html", "hr", "dt", "dd", "thead", "tbody", "tfoot", "figure", "figcaption", "center":
		return true
	}
	return false
}

func headingLevel(tag string) int {
	if len(tag) == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6' {
		return int(tag[1] - '0')
	}
	return 0
}

func (r *htmlReader) close(tag string) {
	if r.mute != "" {
		if r.mute == tag {
			r.mute = ""
		}
		return
	}
	switch {
	case tag == "a" || htmlMarks[tag] != "":
		r.endMark()
	case isFlow(tag):
		r.flush()
	default:
		for i := len(r.stack) - 1; i > 0; i-- {
			if r.stack[i].tag == tag {
				r.flush()
				for len(r.stack) > i {
					r.pop()
				}
				return
			}
		}
	}
}

// endLink ends a link that is open, as browsers do where another begins: links
// within links would each hold the words of all that follow.
func (r *htmlReader) endLink() {
	open := func(l htmlLink) bool { return l.link }
	for slices.ContainsFunc(r.links[max(0, len(r.links)-MaxBlockDepth):], open) {
		r.endMark()
	}
}

func (r *htmlReader) endMark() {
	n := len(r.links)
	if n == 0 {
		return
	}
	l := r.links[n-1]
	r.links = r.links[:n-1]
	if l.mark < len(r.text.text.Marks) {
		r.text.end(l.mark)
	}
	if l.target != "" {
		words := r.text.buf
		r.tree.Links = append(r.tree.Links, Link{Text: strings.TrimSpace(string(words[min(l.from, len(words)):])), Target: l.target, Start: l.start, End: l.end})
	}
}

// push opens a block; depth is how deep a list says that it lies in the one
// before it.
func (r *htmlReader) push(tag string, b *Block, depth int) {
	if len(r.stack) > MaxBlockDepth {
		r.deep = true
		return
	}
	top := r.stack[len(r.stack)-1].block
	if depth > 0 && b.Kind == List {
		top = lastItem(top, depth)
	}
	top.Children = append(top.Children, b)
	r.stack = append(r.stack, &htmlOpen{tag: tag, block: b})
}

// pop ends the innermost element; what it covers reaches to its last words.
func (r *htmlReader) pop() {
	n := len(r.stack) - 1
	b := r.stack[n].block
	if words := r.stack[n].words; len(words) > 0 {
		b.Text = Join(words...)
	}
	r.stack = r.stack[:n]
	b.End = max(b.End, b.Text.End, lastEnd(b.Children))
	if b.Kind == Heading {
		b.Text = withoutPermalink(b.Text)
		slug := r.slugs.slug(b.Text.Value)
		r.tree.Anchors = append(r.tree.Anchors, slug)
		if b.Anchor == "" {
			b.Anchor = slug
		}
	}
	if b.Kind == Item && r.stack[n-1].tag == "dl" {
		gatherTerm(b)
	}
	if r.stack[n-1].block.Kind == Details && b.Kind == Paragraph && len(r.stack[n-1].block.Children) == 1 {
		r.stack[n-1].block.Text, r.stack[n-1].block.Children = b.Text, nil
	}
}

// flush ends the words collected so far: they are the text of the innermost
// element that holds words, else a paragraph in it.
func (r *htmlReader) flush() {
	for len(r.links) > 0 {
		r.endMark()
	}
	t := r.text.done()
	if t.Value == "" {
		return
	}
	open := r.stack[len(r.stack)-1]
	switch kind := open.block.Kind; {
	case kind == Cell, kind == Code, kind == Paragraph, kind == Heading && open.block.Level > 0:
		open.words = append(open.words, t)
	default:
		open.block.Children = append(open.block.Children, &Block{Kind: Paragraph, Text: t, Start: t.Start, End: t.End})
	}
}

// htmlPlaces notes the anchors and links of markup within Markdown.
func (r *markdownReader) htmlPlaces(raw []byte, at int) {
	r.tree.markupComments(raw, at)
	if !bytes.ContainsAny(raw, "=") {
		return
	}
	h := &htmlReader{tree: &Tree{}, base: at, repair: r.repair, file: r.file, slugs: newSlugger()}
	h.read(raw)
	r.tree.Anchors = append(r.tree.Anchors, explicitOnly(h, raw)...)
	r.tree.Links = append(r.tree.Links, h.tree.Links...)
}

// explicitOnly returns the anchors that markup names itself.
func explicitOnly(h *htmlReader, raw []byte) []string {
	var out []string
	for _, a := range h.tree.Anchors {
		if a != "" && bytes.Contains(raw, []byte(a)) {
			out = append(out, a)
		}
	}
	return out
}
