package resolve

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/internal/diag"
	"rung/internal/model"
	"rung/internal/source"
)

const laidLadder = `
-- Boats/L1.md --
# L1: Apprentice
## Craft
- I sweep.
-- Boats/L2.md --
# L2: Boat Builder
## Craft
- I plane.
-- Boats/L3.md --
# L3: Senior Boat Builder
## Craft
- I lay a keel.
- Everything in [L2](L2.md), plus:
`

// laidOutEdges resolves the ladder with edges of the layout: by level, what it
// takes over, as a target or as the id of a role.
func laidOutEdges(t *testing.T, layout map[string][]model.Extension) (edges, found []string) {
	t.Helper()
	d := draftOf(t, laidLadder)
	for _, r := range d.Roles {
		for _, x := range layout[r.Level.Label] {
			x.At = source.Span{Path: r.Path(), Start: r.At.Start, End: r.At.End}
			r.Extends = append(r.Extends, x)
		}
	}
	var report diag.Report
	f := Resolve(d, NewLinker(d), &report)
	for _, r := range f.Roles {
		for _, e := range r.Extends {
			edges = append(edges, strings.TrimSpace(r.Level.Label+" "+string(e.Role)+" "+e.Target))
		}
	}
	for _, x := range report.Sorted() {
		found = append(found, string(x.Code)+" "+x.Message)
	}
	return edges, found
}

// TestLayoutIsFollowed holds that what front matter and cells refer to is
// found by path, by name and by id, once beside what words say.
func TestLayoutIsFollowed(t *testing.T) {
	t.Parallel()
	edges, found := laidOutEdges(t, map[string][]model.Extension{
		"L2": {{Target: "L1.md"}, {Target: "apprentice"}},
		"L3": {{Role: "boats/l2:-boat-builder", Target: "L2"}, {Target: "L1"}, {Target: "L9"}},
	})
	want := []string{"L2 boats/l1:-apprentice L1.md", "L3 boats/l2:-boat-builder L2.md", "L3 boats/l1:-apprentice L1", "L3  L9"}
	if diff := cmp.Diff(want, edges); diff != "" {
		t.Errorf("edges (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{`R0010 "L9" names no role of this framework, expected one by its level and title`}, found); diff != "" {
		t.Errorf("diagnostics (-want +got)\n%s", diff)
	}
}

func TestLayoutInACircle(t *testing.T) {
	t.Parallel()
	_, found := laidOutEdges(t, map[string][]model.Extension{"L2": {{Role: "boats/l3:-senior-boat-builder", Target: "L3"}}})
	want := []string{`R0013 "L2 Boat Builder" takes part in a circle: L2 Boat Builder -> L3 Senior Boat Builder -> L2 Boat Builder, expected it to end somewhere`}
	if diff := cmp.Diff(want, found); diff != "" {
		t.Errorf("diagnostics (-want +got)\n%s", diff)
	}
}
