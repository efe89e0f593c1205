package pagetest

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAll(t *testing.T) {
	t.Parallel()
	const page = `<main id="m"><p class="a b">one</p><div><p lang="en">two <b>bold</b></p></div></main><p>three</p>`
	for _, test := range []struct {
		selector string
		want     []string
	}{
		{"p", []string{"one", "two bold", "three"}},
		{"main p", []string{"one", "two bold"}},
		{"#m div p", []string{"two bold"}},
		{"p.a", []string{"one"}},
		{"p.a.b", []string{"one"}},
		{"p.ab", nil},
		{"[lang]", []string{"two bold"}},
		{"p[lang=en]", []string{"two bold"}},
		{"p[lang=de]", nil},
		{"*.b", []string{"one"}},
		{"div main", nil},
	} {
		t.Run(test.selector, func(t *testing.T) {
			t.Parallel()
			doc := Parse(t, strings.NewReader(page))
			if diff := cmp.Diff(test.want, doc.Texts(test.selector)); diff != "" {
				t.Errorf("Texts(%q) (-want +got):\n%s", test.selector, diff)
			}
		})
	}
}
