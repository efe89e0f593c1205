package lineage

import (
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rung/internal/lineage/lineagetest"
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

// The same over histories that look like real ones: many roles, near-copies
// between them, and every kind of edit.
func TestAmendIsStepOverGeneratedHistories(t *testing.T) {
	t.Parallel()
	amended := 0
	for seed := range uint64(12) {
		whole, parts := NewHistory(Config{}), NewHistory(Config{})
		var before *model.Framework
		for _, r := range lineagetest.Make(lineagetest.Config{Seed: seed, Statements: 120, Steps: 8}) {
			whole.Step(r.Framework())
			f := r.Framework()
			if before == nil || !slices.Equal(roleIDs(before), roleIDs(f)) {
				parts.Step(f)
			} else if _, ok := parts.Amend(changedRoles(before, f)); ok {
				amended++
			}
			before = r.Framework()
		}
		if diff := cmp.Diff(whole.Lives(), parts.Lives()); diff != "" {
			t.Fatalf("seed %d (-Step +Amend):\n%s", seed, diff)
		}
	}
	if amended < 12 {
		t.Errorf("%d steps were amended: the test says nothing", amended)
	}
}

func roleIDs(f *model.Framework) []model.RoleID {
	var out []model.RoleID
	for _, r := range f.Roles {
		out = append(out, r.ID)
	}
	slices.Sort(out)
	return out
}

// changedRoles returns the roles of now that are not as they were before.
func changedRoles(before, now *model.Framework) []*model.Role {
	was := map[model.RoleID]string{}
	for _, r := range before.Roles {
		was[r.ID] = textOf(r)
	}
	return slices.DeleteFunc(slices.Clone(now.Roles), func(r *model.Role) bool { return was[r.ID] == textOf(r) })
}

func textOf(r *model.Role) string {
	s := r.Path()
	for _, a := range r.Areas {
		s += "\x00# " + string(a.ID)
		for _, st := range a.Statements {
			s += "\x00- " + st.At.Path + " " + st.Text
			for _, e := range st.Examples {
				s += "\x00* " + e.Text
			}
		}
	}
	return s
}
