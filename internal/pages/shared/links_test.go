package shared_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/internal/pages/shared"
)

func TestLinks(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name  string
		links shared.Links
		want  map[string]string
	}{
		{"served", shared.Links{Base: "/"}, map[string]string{
			"map": "/", "role": "/roles/a/b", "new": "/roles/a/b?only=new", "statement": "/roles/a/b#s-1", "track": "/tracks/a",
			"page": "/pages/x/y.md", "choose": "/compare", "compare": "/compare?a=a%2Fb&b=a%2Fc", "revisions": "/revisions", "check": "/check",
		}},
		{"at a revision", shared.Links{Base: "/", Rev: "abc"}, map[string]string{
			"map": "/?rev=abc", "role": "/roles/a/b?rev=abc", "new": "/roles/a/b?only=new&rev=abc", "statement": "/roles/a/b?rev=abc#s-1", "track": "/tracks/a?rev=abc",
			"page": "/pages/x/y.md?rev=abc", "choose": "/compare?rev=abc", "compare": "/compare?a=a%2Fb&b=a%2Fc&rev=abc", "revisions": "/revisions", "check": "/check?rev=abc",
		}},
		{"published", shared.Links{Base: "../", Ext: ".html"}, map[string]string{
			"map": "../index.html", "role": "../roles/a/b.html", "new": "../roles/a/b.new.html", "statement": "../roles/a/b.html#s-1", "track": "../tracks/a.html",
			"page": "../pages/x/y.md.html", "choose": "../compare/.html", "compare": "../compare/a.b~a.c.html", "revisions": "../revisions.html", "check": "../check.html",
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			l := test.links
			got := map[string]string{
				"map": l.Map(), "role": l.Role("a/b"), "new": l.RoleNew("a/b"), "statement": l.Statement("a/b", "s-1"), "track": l.Track("a"),
				"page": l.Page("x/y.md"), "choose": l.Compare(), "compare": l.Compare("a/b", "a/c"), "revisions": l.Revisions(), "check": l.Check(),
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestLinksToWhatChanged(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		links shared.Links
		want  []string
	}{
		"told":          {shared.Links{Base: "/", Told: true, Rev: "abc"}, []string{"/revisions/a/b", "/revisions/compare?from=a&to=b", "/revisions/compare", "/revisions/confirm", "/statements/s-1", "/history/a/b"}},
		"not told":      {shared.Links{Base: "/"}, []string{"", "", "", "", "", ""}},
		"published too": {shared.Links{Base: "../", Ext: ".html", Told: true}, []string{"", "", "", "", "", ""}},
	} {
		l := c.links
		got := []string{l.Revision("a/b"), l.Between("a", "b"), l.Between("", ""), l.Doubts(), l.Life("s-1"), l.RolePast("a/b")}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
