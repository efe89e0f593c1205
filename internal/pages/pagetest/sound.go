package pagetest

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// Sound fails the test for what no page may have: more or less than one h1, an
// empty heading, an id that is there twice, a reference to an id that is not
// there, a control without a label, a style or a handler in an attribute, or a
// script in the page itself.
func (d *Doc) Sound(t testing.TB) {
	t.Helper()
	if n := len(d.All("h1")); n != 1 {
		t.Errorf("%d h1, want one", n)
	}
	for _, name := range []string{"h1", "h2", "h3", "legend", "summary", "label"} {
		for _, n := range d.All(name) {
			if Text(n) == "" {
				t.Errorf("an empty %s", name)
			}
		}
	}
	for _, n := range d.All("script") {
		if n.FirstChild != nil {
			t.Errorf("a script in the page: %.80q", Text(n))
		}
	}
	ids := d.ids(t)
	for _, n := range d.All("*") {
		soundAttributes(t, n, ids)
		if control(n) && !labelled(d, n) {
			t.Errorf("%s has no label: %v", n.Data, n.Attr)
		}
	}
}

// ids returns all ids of the page.
func (d *Doc) ids(t testing.TB) map[string]bool {
	t.Helper()
	ids := map[string]bool{}
	for _, n := range d.All("[id]") {
		id, _ := Attr(n, "id")
		if ids[id] {
			t.Errorf("the id %q is there twice", id)
		}
		ids[id] = true
	}
	return ids
}

func soundAttributes(t testing.TB, n *html.Node, ids map[string]bool) {
	t.Helper()
	for _, a := range n.Attr {
		switch {
		case a.Key == "style" || strings.HasPrefix(a.Key, "on"):
			t.Errorf("%s has the attribute %s=%q", n.Data, a.Key, a.Val)
		case slices.Contains([]string{"for", "aria-describedby", "aria-labelledby"}, a.Key):
			for _, id := range strings.Fields(a.Val) {
				if !ids[id] {
					t.Errorf("%s of %s names %q, which is not there", a.Key, n.Data, id)
				}
			}
		}
	}
}

// control reports whether n is something to fill in.
func control(n *html.Node) bool {
	kind, _ := Attr(n, "type")
	return n.Data == "select" || n.Data == "textarea" || n.Data == "input" && kind != "hidden" && kind != "submit"
}

func labelled(d *Doc, n *html.Node) bool {
	if _, ok := Attr(n, "aria-label"); ok {
		return true
	}
	for p := n.Parent; p != nil; p = p.Parent {
		if p.Data == "label" {
			return true
		}
	}
	id, _ := Attr(n, "id")
	return id != "" && slices.ContainsFunc(d.All("label"), func(l *html.Node) bool {
		to, _ := Attr(l, "for")
		return to == id
	})
}
