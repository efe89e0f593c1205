package pertrack_test

import (
	"context"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"rung/internal/diag"
	"rung/internal/dialect"
	"rung/internal/dialect/pertrack"
	"rung/internal/model"
)

func mustRead(t testing.TB, tree fstest.MapFS) *model.DraftFramework {
	t.Helper()
	fw, err := dialect.Read(context.Background(), tree, dialect.Config{Ways: []dialect.Way{pertrack.Way{}}}, &diag.Report{})
	if err != nil {
		t.Fatal(err)
	}
	return fw
}

// TestWay holds that this way takes pages whose headings are roles, and leaves
// pages that are one role to others.
func TestWay(t *testing.T) {
	t.Parallel()
	fw := mustRead(t, fstest.MapFS{
		"Bakery/L1-Baker.md": {Data: []byte("# L1: Baker\n\n## Bread\n\n- I bake.\n")},
		"Guiding.md":         {Data: []byte("# Guiding Roles\n\nThis applies to all roles.\n\n## Guide\n\n> I guide people home.\n\n### I listen well\n\n- I ask before I answer.\n")},
		"Shop.md":            {Data: []byte("# Shop Roles\n\nAt the counter.\n\n## Junior Seller\n\n- I sell.\n\n## Senior Seller\n\n- I sell more.\n")},
	})
	var got []string
	for _, r := range fw.Roles {
		got = append(got, string(r.ID))
	}
	for _, p := range fw.Pages {
		got = append(got, p.Path)
	}
	if diff := cmp.Diff([]string{"shop/junior-seller", "shop/senior-seller", "foundation/guiding", "Bakery/L1-Baker.md"}, got); diff != "" {
		t.Errorf("roles and pages (-want +got):\n%s", diff)
	}
	if intro := fw.Tracks[0].Intro; len(intro) != 1 || intro[0].Text != "At the counter." {
		t.Errorf("intro %v", intro)
	}
}

// FuzzPerTrack reads any page that may hold many roles.
func FuzzPerTrack(f *testing.F) {
	f.Add([]byte("# Shop Roles\n\n## Seller\n\n> I sell.\n\n### I know it all\n\n- I do.\n\n## Senior Seller\n\n## I sell more\n\n- I do.\n"))
	f.Add([]byte("# Ladder\n\n## L1 - Baker\n\n- **Dough**\n  - Kneads\n\n## L2 - Baker\n\n- Kneads\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		fw := mustRead(t, fstest.MapFS{"Shop.md": {Data: text}})
		for _, r := range fw.Roles {
			for _, s := range r.Statements() {
				if at := s.At; at.Start > at.End || at.End > len(text) || s.Text == "" {
					t.Fatalf("%q stands at %v of %d bytes", s.Text, at, len(text))
				}
			}
		}
		if diff := cmp.Diff(fw.Framework, mustRead(t, fstest.MapFS{"Shop.md": {Data: text}}).Framework); diff != "" {
			t.Fatalf("two readings differ:\n%s", diff)
		}
	})
}
