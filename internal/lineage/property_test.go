package lineage

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"rung/internal/model"
)

// sketch is a ladder in the making: statements by role and area.
type sketch map[string]map[string][]string

func (s sketch) clone() sketch {
	out := sketch{}
	for r, areas := range s {
		out[r] = map[string][]string{}
		for a, list := range areas {
			out[r][a] = slices.Clone(list)
		}
	}
	return out
}

// framework builds the sketch with its roles in the order given; areas are by
// name.
func (s sketch) framework(roles []string) *model.Framework {
	var b strings.Builder
	for _, r := range roles {
		if s[r] == nil {
			continue
		}
		fmt.Fprintf(&b, "= %s\n", r)
		for _, a := range []string{"craft", "people"} {
			fmt.Fprintf(&b, "# %s\n", a)
			for _, text := range s[r][a] {
				fmt.Fprintf(&b, "- %s\n", text)
			}
		}
	}
	return ladder(b.String())
}

var roleNames = []string{"a/l1", "a/l2", "b/l1", "c/l1"}

func sentence(t *rapid.T) string {
	vocabulary := []string{"lead", "teach", "design", "services", "colleagues", "review", "quality", "the", "of", "plans", "weekly"}
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(vocabulary), 1, 6).Draw(t, "words"), " ")
}

// histories draws a ladder and a few edits of it.
func histories(t *rapid.T) []sketch {
	s := sketch{}
	for _, r := range roleNames[:3] {
		s[r] = map[string][]string{}
		for _, a := range []string{"craft", "people"} {
			for range rapid.IntRange(0, 4).Draw(t, "size") {
				s[r][a] = append(s[r][a], sentence(t))
			}
		}
	}
	out := []sketch{s}
	for range rapid.IntRange(1, 4).Draw(t, "steps") {
		s = s.clone()
		for range rapid.IntRange(0, 4).Draw(t, "edits") {
			edit(t, s)
		}
		out = append(out, s)
	}
	return out
}

func edit(t *rapid.T, s sketch) {
	r := rapid.SampledFrom(roleNames).Draw(t, "role")
	a := rapid.SampledFrom([]string{"craft", "people"}).Draw(t, "area")
	if s[r] == nil {
		s[r] = map[string][]string{}
	}
	list := s[r][a]
	at := rapid.IntRange(0, 8).Draw(t, "at")
	switch kind := rapid.IntRange(0, 5).Draw(t, "kind"); {
	case kind == 0 || at >= len(list):
		s[r][a] = slices.Insert(list, min(at, len(list)), sentence(t))
	case kind == 1:
		s[r][a] = slices.Delete(list, at, at+1)
	case kind == 2:
		list[at] += " " + sentence(t)
	case kind == 3:
		list[at] = sentence(t)
	case kind == 4:
		to := rapid.SampledFrom(roleNames).Draw(t, "to")
		if s[to] == nil {
			s[to] = map[string][]string{}
		}
		s[to]["people"] = append(s[to]["people"], list[at])
		s[r][a] = slices.Delete(s[r][a], at, at+1)
	default:
		to := rapid.SampledFrom(roleNames).Draw(t, "to")
		s[r], s[to] = s[to], s[r]
		for _, name := range []string{r, to} {
			if s[name] == nil {
				delete(s, name)
			}
		}
	}
}

// stepper runs revisions and keeps what came out.
type stepper struct {
	h     *History
	links [][]Link
}

func run(t *rapid.T, c Config, revisions ...*model.Framework) *stepper {
	s := &stepper{h: NewHistory(c)}
	for _, f := range revisions {
		links := s.h.Step(f)
		checkIDs(t, f, links)
		s.links = append(s.links, links)
	}
	return s
}

func frameworks(list []sketch, roles []string) []*model.Framework {
	out := make([]*model.Framework, len(list))
	for i, s := range list {
		out[i] = s.framework(roles)
	}
	return out
}

// byPlace returns the links of a step in an order that does not depend on the
// order of roles.
func byPlace(links []Link) []string {
	var out []string
	for _, l := range links {
		out = append(out, fmt.Sprint(l.ID, l.Change, l.Certainty, l.Others, l.Before, l.Now))
	}
	slices.Sort(out)
	return out
}

func TestDeterministic(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		list := histories(t)
		one, two := run(t, Config{}, frameworks(list, roleNames)...), run(t, Config{}, frameworks(list, roleNames)...)
		if diff := cmp.Diff(one.links, two.links); diff != "" {
			t.Fatalf("two runs differ (-first +second):\n%s", diff)
		}
		if diff := cmp.Diff(one.h.Lives(), two.h.Lives()); diff != "" {
			t.Fatalf("lives of two runs differ (-first +second):\n%s", diff)
		}
	})
}

// Nothing is lost and nothing is doubled: what one revision has is in the next
// or retired, and lives tell the same as the revisions.
func TestConservation(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		revisions := frameworks(histories(t), roleNames)
		s := run(t, Config{}, revisions...)
		before := map[model.StatementID]bool{}
		for i, links := range s.links {
			now := map[model.StatementID]bool{}
			for _, l := range links {
				was := before[l.ID]
				switch l.Change {
				case Added, Split, Revived:
					if was {
						t.Fatalf("step %d: %s is %s and was there", i, l.ID, l.Change)
					}
				default:
					if !was || l.Before == nil {
						t.Fatalf("step %d: %s is %s and was not there", i, l.ID, l.Change)
					}
				}
				delete(before, l.ID)
				if l.Change != Retired {
					now[l.ID] = true
				}
			}
			if len(before) > 0 {
				t.Fatalf("step %d: lost %v", i, before)
			}
			before = now
		}
		for i, f := range revisions {
			if diff := cmp.Diff(placesOf(f), standing(s.h.Lives(), i)); diff != "" {
				t.Fatalf("revision %d against lives (-want +got):\n%s", i, diff)
			}
		}
	})
}

func placesOf(f *model.Framework) map[model.StatementID]Wording {
	out := map[model.StatementID]Wording{}
	for _, p := range f.Places() {
		out[p.Statement.ID] = Wording{Role: p.Role.ID, Area: p.Area.ID, Path: p.Role.Path(), Text: p.Statement.Text}
	}
	return out
}

func standing(lives []Life, at int) map[model.StatementID]Wording {
	out := map[model.StatementID]Wording{}
	for _, l := range lives {
		for _, p := range l.Wordings {
			if p.From <= at && (p.To == Open || at < p.To) {
				out[l.ID] = p.Wording
			}
		}
	}
	return out
}

func TestOrderOfRolesDoesNotMatter(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		list := histories(t)
		other := rapid.Permutation(roleNames).Draw(t, "order")
		one, two := run(t, Config{}, frameworks(list, roleNames)...), run(t, Config{}, frameworks(list, other)...)
		for i := range list {
			if diff := cmp.Diff(byPlace(one.links[i]), byPlace(two.links[i])); diff != "" {
				t.Fatalf("step %d in order %v (-want +got):\n%s", i, other, diff)
			}
		}
	})
}

func TestUnrelatedRolesDoNotMatter(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		list := histories(t)
		var with []sketch
		for i, s := range list {
			s = s.clone()
			s["z/l9"] = map[string][]string{"craft": {"Kümmert sich um Öfen", "Backt täglich Brötchen" + strings.Repeat(" frisch", i%3)}}
			with = append(with, s)
		}
		one := run(t, Config{}, frameworks(list, roleNames)...)
		two := run(t, Config{}, frameworks(with, append(slices.Clone(roleNames), "z/l9"))...)
		for i := range list {
			ours := slices.DeleteFunc(byPlace(two.links[i]), func(s string) bool { return strings.Contains(s, "z/l9") })
			if diff := cmp.Diff(byPlace(one.links[i]), ours, cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("step %d (-without +with an unrelated role):\n%s", i, diff)
			}
		}
	})
}

// A revision that changes nothing changes no id, now or later.
func TestRepeatedRevision(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		list := histories(t)
		var twice []sketch
		for _, s := range list {
			twice = append(twice, s, s)
		}
		one, two := run(t, Config{}, frameworks(list, roleNames)...), run(t, Config{}, frameworks(twice, roleNames)...)
		for i := range list {
			if diff := cmp.Diff(byPlace(one.links[i]), byPlace(two.links[2*i])); diff != "" {
				t.Fatalf("step %d (-once +twice):\n%s", i, diff)
			}
			for _, l := range two.links[2*i+1] {
				if l.Change != Kept {
					t.Fatalf("step %d again: %s is %s", i, l.ID, l.Change)
				}
			}
		}
	})
}

// What a ledger knows wins, and a run with the ledger of a run before gives the
// same ids.
func TestLedger(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		list := histories(t)
		one := run(t, Config{}, frameworks(list, roleNames)...)
		ledger := map[string]model.StatementID{}
		for _, links := range one.links {
			for _, l := range links {
				if l.Occurrence == "" {
					continue
				}
				if id, ok := ledger[l.Occurrence]; ok && id != l.ID {
					t.Fatalf("occurrence %s stands for %s and %s", l.Occurrence, id, l.ID)
				}
				ledger[l.Occurrence] = l.ID
			}
		}
		known := func(o string) (model.StatementID, bool) { id, ok := ledger[o]; return id, ok }
		two := run(t, Config{Known: known}, frameworks(list, roleNames)...)
		for i := range list {
			if diff := cmp.Diff(ids(one.links[i]), ids(two.links[i])); diff != "" {
				t.Fatalf("step %d (-without +with the ledger):\n%s", i, diff)
			}
		}
	})
}

func ids(links []Link) []model.StatementID {
	var out []model.StatementID
	for _, l := range links {
		out = append(out, l.ID)
	}
	return out
}
