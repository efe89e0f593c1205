package perarea_test

import (
	"context"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"rung/internal/diag"
	"rung/internal/dialect"
	"rung/internal/dialect/perarea"
	"rung/internal/model"
)

func mustRead(t testing.TB, tree fstest.MapFS) *model.DraftFramework {
	t.Helper()
	fw, err := dialect.Read(context.Background(), tree, dialect.Config{Ways: []dialect.Way{perarea.New()}}, &diag.Report{})
	if err != nil {
		t.Fatal(err)
	}
	return fw
}

// TestWay holds that this way takes folders that are the levels of one track,
// with files named alike, and leaves folders of chapters and of roles to others.
func TestWay(t *testing.T) {
	t.Parallel()
	fw := mustRead(t, fstest.MapFS{
		"bakery/01-junior/craft.md":  {Data: []byte("# Craft\n\n- You knead.\n")},
		"bakery/01-junior/people.md": {Data: []byte("# People\n\n- You listen.\n")},
		"bakery/02-senior/craft.md":  {Data: []byte("# Craft\n\n- You bake.\n\n## Examples\n\n- The rye loaf\n")},
		"bakery/02-senior/people.md": {Data: []byte("# People\n\n- You teach.\n")},
		"book/part-1/begin.md":       {Data: []byte("# Begin\n\n- Flour\n")},
		"book/part-2/end.md":         {Data: []byte("# End\n\n- Water\n")},
		"shop/l1/seller.md":          {Data: []byte("# Junior Seller\n\n- You sell.\n")},
		"shop/l2/seller.md":          {Data: []byte("# Senior Seller\n\n- You sell more.\n")},
	})
	var got []string
	for _, r := range fw.Roles {
		for _, a := range r.Areas {
			for _, s := range a.Statements {
				got = append(got, string(r.ID)+" "+a.Title+": "+s.Text)
			}
			for _, e := range a.Examples {
				got = append(got, string(r.ID)+" "+a.Title+", example: "+e.Text)
			}
		}
	}
	want := []string{
		"bakery/junior Craft: You knead.", "bakery/junior People: You listen.",
		"bakery/senior Craft: You bake.", "bakery/senior Craft, example: The rye loaf", "bakery/senior People: You teach.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if l := fw.Roles[1].Level; l == nil || l.Order != 2 {
		t.Errorf("level of the second folder: %v", l)
	}
}

// FuzzPerArea reads any page that may be an area of a level.
func FuzzPerArea(f *testing.F) {
	f.Add([]byte("# Craft\n\n- You knead.\n\n## Examples\n\n- The rye loaf\n"))
	f.Add([]byte("You knead.\nYou bake.\n\n**Tools**\n\nA knife.\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		tree := fstest.MapFS{
			"ladder/junior/craft.md": {Data: []byte("# Craft\n\n- You knead.\n")}, "ladder/junior/people.md": {Data: text},
			"ladder/senior/craft.md": {Data: text}, "ladder/senior/people.md": {Data: []byte("# People\n\n- You teach.\n")},
		}
		fw := mustRead(t, tree)
		for _, r := range fw.Roles {
			for _, s := range r.Statements() {
				if at := s.At; at.Start > at.End || s.Text == "" {
					t.Fatalf("%q stands at %v", s.Text, at)
				}
			}
		}
		if diff := cmp.Diff(fw.Framework, mustRead(t, tree).Framework); diff != "" {
			t.Fatalf("two readings differ:\n%s", diff)
		}
	})
}
