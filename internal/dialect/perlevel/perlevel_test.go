package perlevel_test

import (
	"context"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"rung/internal/diag"
	"rung/internal/dialect"
	"rung/internal/dialect/perlevel"
	"rung/internal/model"
)

func mustRead(t testing.TB, tree fstest.MapFS) *model.DraftFramework {
	t.Helper()
	fw, err := dialect.Read(context.Background(), tree, dialect.Config{Ways: []dialect.Way{perlevel.Way{}}}, &diag.Report{})
	if err != nil {
		t.Fatal(err)
	}
	return fw
}

// TestWay holds that this way takes pages that are one role, and leaves pages
// of many roles and prose to others.
func TestWay(t *testing.T) {
	t.Parallel()
	fw := mustRead(t, fstest.MapFS{
		"Bakery/L1-Baker.md": {Data: []byte("# L1: Baker\n\n## Bread\n\n- I bake.\n")},
		"Everyone.md":        {Data: []byte("# Everyone\n\n## Manners\n\n- I say thank you.\n")},
		"Shop.md":            {Data: []byte("# Shop Roles\n\n## Junior Seller\n\n- I sell.\n\n## Senior Seller\n\n- I sell more.\n")},
		"Guide.md":           {Data: []byte("# How we work\n\n- Early\n")},
	})
	var got []string
	for _, r := range fw.Roles {
		got = append(got, string(r.ID))
	}
	for _, p := range fw.Pages {
		got = append(got, p.Path)
	}
	if diff := cmp.Diff([]string{"bakery/l1-baker", "foundation/everyone", "Guide.md", "Shop.md"}, got); diff != "" {
		t.Errorf("roles and pages (-want +got):\n%s", diff)
	}
}

// FuzzPerLevel reads any page under a name that makes it a role.
func FuzzPerLevel(f *testing.F) {
	f.Add([]byte("# L1: Baker\n\n> I bake.\n\n- **Horizon**: a day\n\n## Bread\n\n- I bake.\n**Examples:**\n\n- I baked.\n"))
	f.Add([]byte("**Baker\n\n***Bread\n- I bake.\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		fw := mustRead(t, fstest.MapFS{"Bakery/L1-Baker.md": {Data: text}})
		for _, r := range fw.Roles {
			for _, s := range r.Statements() {
				if at := s.At; at.Start > at.End || at.End > len(text) || s.Text == "" {
					t.Fatalf("%q stands at %v of %d bytes", s.Text, at, len(text))
				}
			}
		}
		if diff := cmp.Diff(fw.Framework, mustRead(t, fstest.MapFS{"Bakery/L1-Baker.md": {Data: text}}).Framework); diff != "" {
			t.Fatalf("two readings differ:\n%s", diff)
		}
	})
}
