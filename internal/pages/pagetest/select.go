// Package pagetest reads pages as a browser would: tests look at parsed HTML
// by selectors, never at substrings. It also has a small hand-made framework
// for tests of pages.
package pagetest

import (
	"io"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// Doc is a parsed page.
type Doc struct {
	t    testing.TB
	root *html.Node
}

// Parse reads a page.
func Parse(t testing.TB, r io.Reader) *Doc {
	t.Helper()
	root, err := html.Parse(r)
	if err != nil {
		t.Fatalf("parse page: %v", err)
	}
	return &Doc{t: t, root: root}
}

// All returns the elements that a selector matches, in document order. A
// selector is compound selectors divided by spaces (descendants): a tag or *,
// then any of #id, .class, [name], [name=value].
func (d *Doc) All(selector string) []*html.Node {
	return find(d.root, parseSelector(selector))
}

// One returns the only element that a selector matches, and fails the test
// where there is none or more than one.
func (d *Doc) One(selector string) *html.Node {
	d.t.Helper()
	found := d.All(selector)
	if len(found) != 1 {
		d.t.Fatalf("%d elements match %q, want 1", len(found), selector)
	}
	return found[0]
}

// Text returns the text of the only element that a selector matches.
func (d *Doc) Text(selector string) string {
	d.t.Helper()
	return Text(d.One(selector))
}

// Texts returns the texts of all elements that a selector matches.
func (d *Doc) Texts(selector string) []string {
	var out []string
	for _, n := range d.All(selector) {
		out = append(out, Text(n))
	}
	return out
}

// Within returns the elements below n that a selector matches.
func Within(n *html.Node, selector string) []*html.Node { return find(n, parseSelector(selector)) }

// Text returns the text of n with runs of space made one.
func Text(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return strings.Join(strings.Fields(b.String()), " ")
}

// Attr returns an attribute of n; ok is false where it has none of that name.
func Attr(n *html.Node, name string) (value string, ok bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

type compound struct {
	tag   string // "" matches all
	attrs []want
}

type want struct {
	name, value string
	how         byte // '=' equal, '~' among words, '?' present
}

func parseSelector(s string) []compound {
	var out []compound
	for _, part := range strings.Fields(s) {
		out = append(out, parseCompound(part))
	}
	return out
}

func parseCompound(s string) compound {
	end := func(s string) int {
		if i := strings.IndexAny(s, "#.["); i >= 0 {
			return i
		}
		return len(s)
	}
	n := end(s)
	c := compound{tag: strings.TrimPrefix(s[:n], "*")}
	for s = s[n:]; s != ""; {
		kind := s[0]
		s = s[1:]
		if kind == '[' {
			inner, rest, _ := strings.Cut(s, "]")
			name, value, equal := strings.Cut(inner, "=")
			how := byte('?')
			if equal {
				how = '='
			}
			c.attrs, s = append(c.attrs, want{name, strings.Trim(value, `"'`), how}), rest
			continue
		}
		n := end(s)
		if kind == '#' {
			c.attrs = append(c.attrs, want{"id", s[:n], '='})
		} else {
			c.attrs = append(c.attrs, want{"class", s[:n], '~'})
		}
		s = s[n:]
	}
	return c
}

func (c compound) matches(n *html.Node) bool {
	if n.Type != html.ElementNode || c.tag != "" && n.Data != c.tag {
		return false
	}
	for _, w := range c.attrs {
		value, ok := Attr(n, w.name)
		switch {
		case !ok,
			w.how == '=' && value != w.value,
			w.how == '~' && !slices.Contains(strings.Fields(value), w.value):
			return false
		}
	}
	return true
}

func find(root *html.Node, selector []compound) []*html.Node {
	var out []*html.Node
	for n := range root.Descendants() {
		last := len(selector) - 1
		if last >= 0 && selector[last].matches(n) && under(n.Parent, root, selector[:last]) {
			out = append(out, n)
		}
	}
	return out
}

func under(n, root *html.Node, selector []compound) bool {
	for ; len(selector) > 0; n = n.Parent {
		if n == nil || n == root.Parent {
			return false
		}
		if selector[len(selector)-1].matches(n) {
			selector = selector[:len(selector)-1]
		}
	}
	return true
}
