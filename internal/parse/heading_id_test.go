package parse

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/internal/source"
)

func TestHeadingID(t *testing.T) {
	t.Parallel()
	f := source.NewFile("a.md", []byte("# Harbour {#port}\n\n## Piers {#piers .wide}\n\n## Use {braces}\n\n[up](#port)\n"))
	d := Parse(f, nil)
	var got []string
	for _, b := range d.Blocks {
		if b.Kind == Heading {
			got = append(got, b.Text.Value)
		}
	}
	if diff := cmp.Diff([]string{"Harbour", "Piers", "Use {braces}"}, got); diff != "" {
		t.Errorf("headings (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"harbour", "port", "piers", "piers", "use-braces"}, d.Anchors); diff != "" {
		t.Errorf("anchors (-want +got):\n%s", diff)
	}
	html := RenderHTML(f, func(string) (string, bool) { return "#port", true })
	if !strings.Contains(html, `id="port">Harbour<`) {
		t.Errorf("rendered as %s", html)
	}
}
