package prose

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// AnchorPrefix stands before the id of every heading of prose, so that none
// meets an id of the page around it.
const AnchorPrefix = "h-"

// fit makes the HTML of a page of prose stand inside ours. It must be safe
// already. The first heading goes where it says what the page's own heading
// says; the highest of the others are of the second rank; ids are prefixed and
// unique; pictures from elsewhere, which the security policy keeps out, become
// links; boxes to tick become signs; what may scroll sideways can be reached
// by keyboard.
func fit(source, heading string) string {
	nodes, err := html.ParseFragment(strings.NewReader(source), &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div})
	if err != nil {
		return "" // a reader in memory does not fail, and the parser takes anything
	}
	root := &html.Node{Type: html.ElementNode, Data: "div"}
	for _, n := range nodes {
		root.AppendChild(n)
	}
	f := fitter{heading: heading, ids: map[string]bool{}}
	f.dropHeading(root)
	f.shift = firstRank - topRank(root)
	f.walk(root, false)
	var out strings.Builder
	for n := root.FirstChild; n != nil; n = n.NextSibling {
		if err := html.Render(&out, n); err != nil {
			return ""
		}
	}
	return out.String()
}

// The ranks that headings of prose may have.
const (
	firstRank = 2
	lastRank  = 6
)

type fitter struct {
	shift   int // from the author's ranks to ours
	heading string
	ids     map[string]bool
}

// dropHeading removes a first heading that repeats the page's own.
func (f *fitter) dropHeading(root *html.Node) {
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || rank(n) == 0 {
			continue
		}
		if strings.EqualFold(strings.Join(strings.Fields(textOf(n)), " "), f.heading) {
			n.Parent.RemoveChild(n)
		}
		return
	}
}

// topRank returns the highest rank of any heading.
func topRank(root *html.Node) int {
	top := lastRank
	for n := range root.Descendants() {
		if r := rank(n); n.Type == html.ElementNode && r > 0 {
			top = min(top, r)
		}
	}
	return top
}

func (f *fitter) walk(n *html.Node, inLink bool) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.Type == html.ElementNode {
			f.element(c, inLink)
			f.walk(c, inLink || c.Data == "a")
		}
		c = next
	}
}

func (f *fitter) element(n *html.Node, inLink bool) {
	f.attributes(n)
	switch n.Data {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		n.Data = "h" + strconv.Itoa(min(rank(n)+f.shift, lastRank))
		n.DataAtom = 0
	case "img":
		picture(n, inLink)
	case "input":
		tick(n)
	case "pre", "table":
		n.Attr = append(n.Attr, html.Attribute{Key: "tabindex", Val: "0"})
	}
}

// attributes keeps ids apart from those of the page around, each once.
func (f *fitter) attributes(n *html.Node) {
	kept := n.Attr[:0]
	for _, a := range n.Attr {
		if a.Key == "id" {
			a.Val = AnchorPrefix + a.Val
			if f.ids[a.Val] {
				continue
			}
			f.ids[a.Val] = true
		}
		if a.Key == "style" || a.Key == "tabindex" || a.Key == "class" || strings.HasPrefix(a.Key, "on") {
			continue
		}
		kept = append(kept, a)
	}
	n.Attr = kept
}

// picture turns a picture from elsewhere into its words, and a link to it
// where it does not stand in one.
func picture(n *html.Node, inLink bool) {
	src, alt := attribute(n, "src"), attribute(n, "alt")
	if strings.HasPrefix(src, "data:image/") {
		return
	}
	if alt == "" {
		alt = "picture"
	}
	words := &html.Node{Type: html.TextNode, Data: "[" + alt + "]"}
	n.Attr, n.DataAtom = nil, 0
	n.Data = "span"
	if src != "" && !inLink {
		n.Data = "a"
		n.Attr = []html.Attribute{{Key: "href", Val: src}, {Key: "rel", Val: "noopener noreferrer external"}}
	}
	n.AppendChild(words)
}

// tick turns a box of a list of things to do into a sign.
func tick(n *html.Node) {
	sign := "☐ "
	for _, a := range n.Attr {
		if a.Key == "checked" {
			sign = "☑ "
		}
	}
	*n = html.Node{
		Type: html.TextNode, Data: sign,
		Parent: n.Parent, PrevSibling: n.PrevSibling, NextSibling: n.NextSibling,
	}
}

// rank returns the rank of a heading, or 0 for what is none.
func rank(n *html.Node) int {
	if len(n.Data) == 2 && n.Data[0] == 'h' && '1' <= n.Data[1] && n.Data[1] <= '6' {
		return int(n.Data[1] - '0')
	}
	return 0
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}
