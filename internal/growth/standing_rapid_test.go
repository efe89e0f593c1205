package growth

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rung/internal/model"
)

// someInput draws a small framework full of edges, and a person's year.
func someInput(t *rapid.T) StandingInput {
	roles := make([]*model.Role, rapid.IntRange(1, 5).Draw(t, "roles"))
	for i := range roles {
		roles[i] = someRole(t, i, len(roles))
	}
	in := input(roles...)
	for i := range rapid.IntRange(0, 25).Draw(t, "ratings") {
		in.Ratings = append(in.Ratings, Rating{
			ID: RatingID(fmt.Sprintf("r%02d", i)), Subject: "ada", Revision: "r1",
			Rater:     PersonID(rapid.SampledFrom([]string{"ada", "bo", "cy"}).Draw(t, "rater")),
			Capacity:  rapid.SampledFrom([]Capacity{Self, Manager, Peer}).Draw(t, "capacity"),
			Statement: someStatement(t),
			Value:     rapid.SampledFrom([]Value{"improvement-needed", "maturing", "performing", "exceeding", NoOpportunity}).Draw(t, "value"),
			At:        today.Add(-time.Duration(rapid.IntRange(0, 400).Draw(t, "days")) * 24 * time.Hour),
			Evidence:  []EvidenceID{EvidenceID(fmt.Sprintf("e%d", rapid.IntRange(0, 5).Draw(t, "cited")))},
		})
	}
	for i := range rapid.IntRange(0, 6).Draw(t, "evidence") {
		e := proof(fmt.Sprintf("e%d", i))
		for range rapid.IntRange(0, 3).Draw(t, "links") {
			e.Statements = append(e.Statements, StatementRef{Statement: someStatement(t)})
		}
		in.Evidence = append(in.Evidence, e)
	}
	if rapid.Bool().Draw(t, "held") {
		in.Assignments = []Assignment{held(string(rapid.SampledFrom(roles).Draw(t, "role").ID))}
	}
	return in
}

func someStatement(t *rapid.T) model.StatementID {
	return model.StatementID(fmt.Sprintf("s-%d-%d", rapid.IntRange(0, 4).Draw(t, "of"), rapid.IntRange(0, 2).Draw(t, "nr")))
}

func someRole(t *rapid.T, i, n int) *model.Role {
	r := role(fmt.Sprintf("t%d/l%d", i%2, i+1), i+1)
	for j := range 3 {
		s := stmt(fmt.Sprintf("s-%d-%d", i, j), "text")
		other := model.RoleID(fmt.Sprintf("t%d/l%d", j%2, rapid.IntRange(1, n).Draw(t, "other")))
		switch rapid.IntRange(0, 5).Draw(t, "edge") {
		case 0:
			s.Derived = true
			r.Extends = append(r.Extends, model.Extension{Statement: s.ID, Role: other})
		case 1:
			s.Derived = rapid.Bool().Draw(t, "derived")
			r.Equivalences = append(r.Equivalences, model.Equivalence{Statement: s.ID, Role: other, Comparison: model.AtLeast})
		}
		r.Areas = append(r.Areas, area(fmt.Sprint("A", j), s))
	}
	return r
}

func same(t *rapid.T, what string, want, got Standing) {
	if d := cmp.Diff(want, got); d != "" {
		t.Fatalf("%s (-want +got):\n%s", what, d)
	}
}

func TestOrderOfEntryDoesNotMatter(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		in := someInput(t)
		want := Stand(in)
		in.Ratings = rapid.Permutation(in.Ratings).Draw(t, "ratings again")
		in.Evidence = rapid.Permutation(in.Evidence).Draw(t, "evidence again")
		same(t, "in another order", want, Stand(in))
	})
}

func TestNothingCountsTwice(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		in := someInput(t)
		want := Stand(in)
		in.Ratings = append(in.Ratings, in.Ratings...)
		in.Evidence = append(in.Evidence, in.Evidence...)
		in.Assignments = append(in.Assignments, in.Assignments...)
		same(t, "given twice", want, Stand(in))
		seen, total := map[model.StatementID]bool{}, 0
		for _, st := range want.Statements {
			if seen[st.Statement.ID] {
				t.Fatalf("%s stands twice", st.Statement.ID)
			}
			seen[st.Statement.ID] = true
		}
		for _, n := range want.Counts() {
			total += n
		}
		if total != len(want.Statements) {
			t.Fatalf("states count to %d, want one of each of %d statements", total, len(want.Statements))
		}
	})
}

func shownIn(s Standing) map[model.StatementID]bool {
	out := map[model.StatementID]bool{}
	for _, st := range s.Statements {
		if st.State == Shown {
			out[st.Statement.ID] = true
		}
	}
	return out
}

// TestSharingLessNeverShowsMore takes away what was not shared: evidence, all
// that one side said, or roles held. Nothing becomes shown by it, and nothing
// is named that was not given.
func TestSharingLessNeverShowsMore(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		in := someInput(t)
		before := shownIn(Stand(in))
		silent := rapid.SampledFrom([]Capacity{Self, Manager, "nobody"}).Draw(t, "silent")
		in.Ratings = slices.DeleteFunc(slices.Clone(in.Ratings), func(r Rating) bool { return r.Capacity == silent })
		keep := rapid.IntRange(0, len(in.Evidence)).Draw(t, "keep")
		in.Evidence = in.Evidence[:keep]
		less := Stand(in)
		for id := range shownIn(less) {
			if !before[id] {
				t.Fatalf("%s became shown by sharing less", id)
			}
		}
		given := map[string]bool{}
		for _, e := range in.Evidence {
			given[string(e.ID)] = true
		}
		for _, r := range in.Ratings {
			given[string(r.ID)] = true
		}
		for _, ids := range less.ItemsFor("nobody") {
			for _, id := range ids {
				if !given[id] {
					t.Fatalf("%s is shown, which was not given", id)
				}
			}
		}
	})
}

func TestNewestWins(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		in := someInput(t)
		want := Stand(in)
		in.Ratings = slices.DeleteFunc(slices.Clone(in.Ratings), func(r Rating) bool {
			return slices.ContainsFunc(in.Ratings, func(o Rating) bool {
				return o.Statement == r.Statement && o.Capacity == r.Capacity && (r.Capacity != Peer || o.Rater == r.Rater) && newer(o, r)
			})
		})
		same(t, "without what was followed by a newer one", want, Stand(in))
	})
}

func TestPeersNeverDecide(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		in := someInput(t)
		want := Stand(in)
		in.Ratings = slices.DeleteFunc(slices.Clone(in.Ratings), func(r Rating) bool { return r.Capacity == Peer })
		got := Stand(in)
		forget := func(list []StatementStanding) {
			for i := range list {
				list[i].Peers = nil
			}
		}
		for i := range want.Statements {
			forget(want.Statements[i : i+1])
			forget(want.Statements[i].Open)
			forget(got.Statements[i].Open)
		}
		same(t, "without peers", want, got)
	})
}
