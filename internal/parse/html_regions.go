package parse

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// htmlRegions is what a page of HTML says of itself before it is read: its
// name and language, and which stretches are the site's and not the page's.
type htmlRegions struct {
	language string
	title    [2]int // of the words of <title>
	skips    []htmlRegion
}

// htmlRegion is an element, or what lies between two.
type htmlRegion struct {
	start, end int
	tag        string
	why        htmlPart
}

// htmlPart is what an element is to its page.
type htmlPart int

const (
	partOther   htmlPart = iota
	partMain             // <main>
	partArticle          // <article>
	partHeading          // <h1>
	partHeader           // <header>: of the site, or of the content
	partSite             // navigation and the like
	partNamed            // named like navigation
	partHidden           // not to be seen
)

// regionScan collects regions over the tokens of a page.
type regionScan struct {
	src    []byte
	out    *htmlRegions
	open   []htmlRegion
	closed []htmlRegion
	texts  []int        // where words begin
	sums   []int        // how many bytes of words there are before each, and in all
	marks  []htmlRegion // headings and content, by start
}

// findRegions looks at a whole page. An element that nothing closes is no
// region: it would take the rest of the page along.
func findRegions(src []byte) *htmlRegions {
	s := &regionScan{src: src, out: &htmlRegions{}, sums: []int{0}}
	z := html.NewTokenizer(bytes.NewReader(src))
	z.SetMaxBuf(0)
	for at := 0; ; {
		kind := z.Next()
		size := len(z.Raw())
		if kind == html.ErrorToken {
			break
		}
		s.token(kind, z, at, at+size)
		at += size
	}
	s.settle()
	return s.out
}

func (s *regionScan) token(kind html.TokenType, z *html.Tokenizer, start, end int) {
	switch kind {
	case html.TextToken:
		if n := len(s.open); n > 0 && s.open[n-1].tag == "title" {
			s.out.title = [2]int{start, end}
			return
		}
		if words := len(bytes.TrimSpace(s.src[start:end])); words > 0 && !s.mute() {
			s.texts = append(s.texts, start)
			s.sums = append(s.sums, s.sums[len(s.sums)-1]+words)
		}
	case html.StartTagToken:
		name, more := z.TagName()
		tag := string(name)
		attr := attributes(z, more)
		s.say(tag, attr)
		if !isVoid(tag) {
			s.open = append(s.open, htmlRegion{start: start, tag: tag, why: partOf(tag, attr)})
		}
	case html.SelfClosingTagToken:
		name, more := z.TagName()
		s.say(string(name), attributes(z, more))
	case html.EndTagToken:
		name, _ := z.TagName()
		s.close(string(name), end)
	}
}

// say notes the language that a page names.
func (s *regionScan) say(tag string, attr map[string]string) {
	switch {
	case tag == "html" && attr["lang"] != "":
		s.out.language = attr["lang"]
	case tag == "meta" && s.out.language == "" && strings.EqualFold(attr["http-equiv"], "content-language"):
		s.out.language = attr["content"]
	}
	if len(s.out.language) > 11 {
		s.out.language = ""
	}
}

// mute reports that text is no words.
func (s *regionScan) mute() bool {
	if n := len(s.open); n > 0 {
		switch s.open[n-1].tag {
		case "script", "style", "template":
			return true
		}
	}
	return false
}

// maxOpen is how many elements behind the innermost an end may close.
const maxOpen = 200

// close ends the innermost element of that tag, and those left open within it.
func (s *regionScan) close(tag string, end int) {
	for i := len(s.open) - 1; i >= max(0, len(s.open)-maxOpen); i-- {
		if s.open[i].tag != tag {
			continue
		}
		for _, o := range s.open[i:] {
			if o.why != partOther {
				o.end = end
				s.closed = append(s.closed, o)
			}
		}
		s.open = s.open[:i]
		return
	}
}

// settle decides which regions are left out. Where a page marks its content,
// all else is the site's, but for a top heading that the content lacks; there
// and elsewhere what is marked as navigation goes. Nothing goes that holds half
// of the words.
func (s *regionScan) settle() {
	slices.SortFunc(s.closed, func(a, b htmlRegion) int { return a.start - b.start })
	for _, r := range s.closed {
		if r.why < partHeader {
			s.marks = append(s.marks, r)
		}
	}
	content := s.content()
	var skips []htmlRegion
	for _, r := range s.closed {
		inside := content == nil || r.start >= content[0].start && r.end <= content[len(content)-1].end
		switch {
		case r.why < partHeader || !inside:
		case r.why == partHeader && content != nil:
		case r.why != partHidden && s.words(r)*2 >= s.words(htmlRegion{end: len(s.src)}):
		case r.why == partNamed && s.holds(r, partHeading, partMain, partArticle):
		case r.why == partHeader:
			skips = append(skips, s.sparing([]htmlRegion{r})...)
		default:
			skips = append(skips, r)
		}
	}
	if content != nil {
		at := 0
		for _, c := range content {
			skips = append(skips, htmlRegion{start: at, end: c.start})
			at = c.end
		}
		skips = append(skips, htmlRegion{start: at, end: len(s.src)})
		if !s.holdsAny(content, partHeading) {
			skips = s.sparing(skips)
		}
	}
	s.out.skips = joined(skips)
}

// content returns the regions that hold what the page is about, or nil.
func (s *regionScan) content() []htmlRegion {
	var mains, articles []htmlRegion
	for _, r := range s.marks {
		within := func(o htmlRegion) bool { return r.start >= o.start && r.end <= o.end }
		switch {
		case r.why == partMain && (len(mains) == 0 || !within(mains[len(mains)-1])) && s.words(r) > 0:
			mains = append(mains, r)
		case r.why == partArticle && (len(articles) == 0 || !within(articles[len(articles)-1])):
			articles = append(articles, r)
		}
	}
	if len(mains) > 0 {
		return mains
	}
	if len(articles) == 1 && s.words(articles[0])*2 >= s.words(htmlRegion{end: len(s.src)}) {
		return articles
	}
	return nil
}

// words returns how many bytes of words a region has.
func (s *regionScan) words(r htmlRegion) int {
	from, _ := slices.BinarySearch(s.texts, r.start)
	to, _ := slices.BinarySearch(s.texts, r.end)
	return s.sums[max(from, to)] - s.sums[from]
}

func (s *regionScan) holds(r htmlRegion, parts ...htmlPart) bool {
	i, _ := slices.BinarySearchFunc(s.marks, r.start, func(m htmlRegion, at int) int { return m.start - at })
	for ; i < len(s.marks) && s.marks[i].start < r.end; i++ {
		if slices.Contains(parts, s.marks[i].why) {
			return true
		}
	}
	return false
}

func (s *regionScan) holdsAny(regions []htmlRegion, part htmlPart) bool {
	return slices.ContainsFunc(regions, func(r htmlRegion) bool { return s.holds(r, part) })
}

// sparing cuts the first top heading outside of navigation out of regions.
func (s *regionScan) sparing(regions []htmlRegion) []htmlRegion {
	for _, h := range s.marks {
		if h.why != partHeading || s.words(h) == 0 {
			continue
		}
		for i, r := range regions {
			if h.start >= r.start && h.end <= r.end {
				return append(regions[:i:i], append([]htmlRegion{{start: r.start, end: h.start}, {start: h.end, end: r.end}}, regions[i+1:]...)...)
			}
		}
	}
	return regions
}

// joined sorts regions and joins those that overlap.
func joined(regions []htmlRegion) []htmlRegion {
	slices.SortFunc(regions, func(a, b htmlRegion) int { return a.start - b.start })
	var out []htmlRegion
	for _, r := range regions {
		if n := len(out); n > 0 && r.start <= out[n-1].end {
			out[n-1].end = max(out[n-1].end, r.end)
		} else if r.end > r.start {
			out = append(out, r)
		}
	}
	return out
}
