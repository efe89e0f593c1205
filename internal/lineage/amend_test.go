package lineage

import (
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rung/internal/model"
)

// Amending by the roles that differ gives what stepping over the whole gives.
func TestAmendIsStep(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		whole, parts := NewHistory(Config{}), NewHistory(Config{})
		var before sketch
		for _, s := range histories(t) {
			whole.Step(s.framework(roleNames))
			f := s.framework(roleNames)
			if !slices.Equal(slices.Sorted(maps.Keys(before)), slices.Sorted(maps.Keys(s))) {
				parts.Step(f)
			} else if _, ok := parts.Amend(differing(before, s, f)); !ok {
				t.Fatal("Amend refused a ladder without ids of its own")
			}
			before = s
		}
		if diff := cmp.Diff(whole.Lives(), parts.Lives()); diff != "" {
			t.Fatalf("(-Step +Amend):\n%s", diff)
		}
	})
}

// differing returns the roles of f that are not what they were.
func differing(before, now sketch, f *model.Framework) []*model.Role {
	var out []*model.Role
	for _, r := range f.Roles {
		if !cmp.Equal(before[string(r.ID)], now[string(r.ID)]) {
			out = append(out, r)
		}
	}
	return out
}

func TestAmendRefusesIDsOfTheSource(t *testing.T) {
	t.Parallel()
	f := ladder("= a/l1\n# craft\n- I lead")
	f.Roles[0].Areas[0].Statements[0].Key = "k1"
	h := NewHistory(Config{})
	if _, ok := h.Amend(f.Roles); ok {
		t.Error("ids of the source may link roles that are far apart")
	}
}
