package growth

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/internal/model"
)

// ladders returns a cloud role whose statement s-eq compares with an engineer
// of two rungs, of which the lower is the one named.
func ladders(comparison model.Comparison) (cloud, l2, l3 *model.Role) {
	cloud = role("cloud/l4", 4, area("Craft", derived("s-eq"), stmt("s-own", "own")))
	cloud.Equivalences = []model.Equivalence{{Statement: "s-eq", Role: "eng/l2", Comparison: comparison}}
	l2 = role("eng/l2", 2, area("Craft", stmt("s-a", "a"), stmt("s-b", "b")))
	l3 = role("eng/l3", 3, area("Craft", stmt("s-c", "c")))
	return cloud, l2, l3
}

func held(id string) Assignment {
	return Assignment{ID: "a-" + id, Person: "ada", Role: model.RoleID(id), Since: today.AddDate(-2, 0, 0)}
}

func TestDerivedStatements(t *testing.T) {
	t.Parallel()
	gone := role("eng/l9", 9)
	for _, c := range []struct {
		name  string
		setup func(*StandingInput)
		want  State
		why   string
		open  int
	}{
		{"nothing known", func(*StandingInput) {}, Unrated, "unrated, because statements of L2 eng/l2 are still open", 2},
		{"the other role is met", func(in *StandingInput) { both(in, "s-a", "s-b") }, Shown, "shown, because your standing meets L2 eng/l2", 0},
		{"half of it", func(in *StandingInput) { both(in, "s-a") }, Unrated, "unrated, because statements of L2 eng/l2 are still open", 1},
		{"held it", func(in *StandingInput) { in.Assignments = []Assignment{held("eng/l2")} }, Shown, "shown, because you held L2 eng/l2", 0},
		{"held a higher one", func(in *StandingInput) { in.Assignments = []Assignment{held("eng/l3")} }, Shown, "shown, because you held L3 eng/l3", 0},
		{"held a higher one that is gone", func(in *StandingInput) {
			in.Assignments, in.Gone = []Assignment{held("eng/l9")}, []*model.Role{gone}
		}, Shown, "shown, because you held L9 eng/l9", 0},
		{"will hold it", func(in *StandingInput) {
			a := held("eng/l2")
			a.Since = today.AddDate(0, 1, 0)
			in.Assignments = []Assignment{a}
		}, Unrated, "unrated, because statements of L2 eng/l2 are still open", 2},
		{"spoken of by name", func(in *StandingInput) {
			in.Name, in.Assignments = "Ada", []Assignment{held("eng/l2")}
		}, Shown, "shown, because Ada held L2 eng/l2", 0},
		{"names a role that is not there", func(in *StandingInput) { in.Role.Equivalences[0].Role = "" }, Unrated, "unrated, because a role that it names is not found", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			cloud, l2, l3 := ladders(model.AtLeast)
			in := input(cloud, l2, l3)
			c.setup(&in)
			s := Stand(in)
			got := s.Statements[0]
			if got.State != c.want || got.Why != c.why || len(got.Open) != c.open {
				t.Errorf("got %s (%s) with %d open, want %s (%s) with %d", got.State, got.Why, len(got.Open), c.want, c.why, c.open)
			}
			if len(s.Statements) != 2 {
				t.Errorf("the list has %d statements, want 2: what is open elsewhere joins none", len(s.Statements))
			}
		})
	}
}

func TestBelowComparesWithTheRungBelow(t *testing.T) {
	t.Parallel()
	cloud, l2, l3 := ladders(model.Below)
	cloud.Equivalences[0].Role = "eng/l3"
	in := input(cloud, l2, l3)
	in.Assignments = []Assignment{held("eng/l2")}
	if got := Stand(in).Statements[0]; got.State != Shown || got.Compared[0] != l2 {
		t.Errorf("got %s compared with %v, want shown with the rung below", got.State, got.Compared[0].ID)
	}
}

func TestHoldingTheEquivalentRoleIsEvidence(t *testing.T) {
	t.Parallel()
	cloud, l2, l3 := ladders(model.Equal)
	cloud.Areas[0].Statements[0].Derived = false // it says something of its own too
	in := input(cloud, l2, l3)
	in.Ratings = []Rating{rated(Manager, "s-eq", "performing"), rated(Self, "s-eq", "performing")}
	if got := Stand(in).Statements[0]; got.State != Claimed {
		t.Errorf("without the role: got %s, want claimed", got.State)
	}
	in.Assignments = []Assignment{held("eng/l2")}
	got := Stand(in).Statements[0]
	if got.State != Shown || !strings.HasSuffix(got.Why, "having held L2 eng/l2") {
		t.Errorf("with the role: got %s (%s), want shown by having held it", got.State, got.Why)
	}
	in.Ratings = nil
	if got := Stand(in).Statements[0].State; got != Unrated {
		t.Errorf("a role alone rates nothing: got %s, want unrated", got)
	}
}

func TestCirclesProveNothing(t *testing.T) {
	t.Parallel()
	circle := func() (a, b, c *model.Role) {
		a, b, c = role("a/l1", 1, area("A", derived("s-a"))), role("b/l1", 1, area("A", derived("s-b"))), role("c/l1", 1, area("A", derived("s-c")))
		a.Equivalences = []model.Equivalence{{Statement: "s-a", Role: b.ID}}
		b.Equivalences = []model.Equivalence{{Statement: "s-b", Role: c.ID}}
		c.Equivalences = []model.Equivalence{{Statement: "s-c", Role: a.ID}}
		return a, b, c
	}
	a, b, c := circle()
	if got := Stand(input(a, b, c)).Statements[0].State; got != Unrated {
		t.Errorf("three roles that rest on each other: got %s, want unrated", got)
	}
	in := input(a, b, c)
	in.Assignments = []Assignment{held("c/l1")}
	if got := Stand(in).Statements[0].State; got != Shown {
		t.Errorf("one of them was held: got %s, want shown", got)
	}
}

func TestPromotionRule(t *testing.T) {
	t.Parallel()
	list := func(shown, claimed, concern, derivedShown, derivedOpen int) []StatementStanding {
		var out []StatementStanding
		add := func(n int, s State, d bool) {
			for range n {
				out = append(out, StatementStanding{Statement: &model.Statement{Derived: d}, State: s})
			}
		}
		add(shown, Shown, false)
		add(claimed, Claimed, false)
		add(concern, Concern, false)
		add(derivedShown, Shown, true)
		add(derivedOpen, Unrated, true)
		return out
	}
	for _, c := range []struct {
		name string
		list []StatementStanding
		want bool
	}{
		{"nothing", nil, false},
		{"all", list(10, 0, 0, 0, 0), true},
		{"nine of ten", list(9, 1, 0, 0, 0), true},
		{"eight of nine", list(8, 1, 0, 0, 0), false},
		{"a concern among many", list(99, 0, 1, 0, 0), false},
		{"derived ones are not counted", list(9, 1, 0, 0, 5), true},
		{"nor do they help", list(8, 2, 0, 9, 0), false},
		{"only derived, all shown", list(0, 0, 0, 2, 0), true},
		{"only derived, one open", list(0, 0, 0, 2, 1), false},
	} {
		if got := DefaultPromotionRule().met(c.list); got != c.want {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
	if got := len(DefaultPromotionRule().Tests); got != 3 {
		t.Errorf("%d tests, want three for people to answer", got)
	}
}

func TestSideBySidePutsDisagreementsFirst(t *testing.T) {
	t.Parallel()
	in := input(role("eng/l1", 1, area("A", stmt("s-1", "1"), stmt("s-2", "2"), stmt("s-3", "3"), stmt("s-4", "4")), area("B", stmt("s-5", "5"))))
	in.Ratings = []Rating{
		rated(Self, "s-2", "performing"), rated(Manager, "s-2", NoOpportunity),
		rated(Self, "s-3", "maturing"), rated(Manager, "s-3", "performing"),
		rated(Self, "s-4", "exceeding"), rated(Manager, "s-4", "improvement-needed"),
	}
	type row struct {
		ID     string
		Apart  int
		Differ bool
	}
	got := map[string][]row{}
	for _, a := range NewSideBySide(Stand(in), in.Scale).Areas {
		for _, r := range a.Rows {
			got[a.Title] = append(got[a.Title], row{string(r.Statement.ID), r.Apart, r.Differ})
		}
	}
	want := map[string][]row{
		"A": {{"s-4", 3, true}, {"s-3", 1, true}, {"s-2", 0, true}, {"s-1", 0, false}},
		"B": {{"s-5", 0, false}},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("rows (-want +got):\n%s", d)
	}
}

func TestItemsForAReader(t *testing.T) {
	t.Parallel()
	cloud, l2, l3 := ladders(model.AtLeast)
	in := input(cloud, l2, l3)
	in.Ratings = []Rating{
		rated(Self, "s-own", "performing"), rated(Manager, "s-own", "performing"), rated(Peer, "s-own", "performing"),
		rated(Self, "s-a", "maturing"), rated(Self, "s-elsewhere", "maturing"),
	}
	in.Evidence = []Evidence{proof("e-1", "s-own", "s-a"), proof("e-2", "s-elsewhere")}
	got := Stand(in).ItemsFor(PersonID(Manager))
	want := map[ItemKind][]string{
		EvidenceItem: {"e-1"},
		RatingItem:   {"peers-ownperforming", "selfs-amaturing", "selfs-ownperforming"},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("items (-want +got):\n%s", d)
	}
	if got := Stand(input(cloud, l2, l3)).ItemsFor("x"); got != nil {
		t.Errorf("a standing without items shows %v, want nil", got)
	}
}
