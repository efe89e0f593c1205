package growth

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rung/internal/model"
)

var today = time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)

// values gives each column of the table the ratings that belong to it.
var values = map[string][]Value{
	"meets":          {"performing", "exceeding"},
	"below":          {"maturing"},
	"lowest":         {"improvement-needed"},
	"no-opportunity": {NoOpportunity},
	"none":           {"", "a-value-of-an-older-scale"},
}

func stmt(id, text string) *model.Statement {
	return &model.Statement{ID: model.StatementID(id), Prose: model.Prose{Text: text}}
}

func derived(id string) *model.Statement {
	s := stmt(id, "all of it")
	s.Derived = true
	return s
}

func area(title string, list ...*model.Statement) *model.Area {
	return &model.Area{ID: model.AreaID(strings.ToLower(title)), Title: title, Statements: list}
}

func role(id string, order int, areas ...*model.Area) *model.Role {
	track, _, _ := strings.Cut(id, "/")
	r := &model.Role{ID: model.RoleID(id), Title: id, Track: model.TrackID(track), Areas: areas, Status: model.Active}
	if order > 0 {
		r.Level = &model.Level{Label: "L" + string(rune('0'+order)), Order: order}
	}
	return r
}

func input(roles ...*model.Role) StandingInput {
	return StandingInput{
		Framework: &model.Framework{Roles: roles}, Role: roles[0], Scale: DefaultScale(), Rule: DefaultPromotionRule(),
		Now: today, CycleMonths: DefaultCycleMonths,
	}
}

func rated(c Capacity, statement string, v Value) Rating {
	return Rating{
		ID: RatingID(string(c) + statement + string(v)), Rater: PersonID(c), Subject: "ada", Capacity: c,
		Statement: model.StatementID(statement), Revision: "r1", Value: v, At: today.AddDate(0, -1, 0),
	}
}

func proof(id string, statements ...string) Evidence {
	e := Evidence{ID: EvidenceID(id), Owner: "ada", Happened: today.AddDate(0, -2, 0)}
	for _, s := range statements {
		e.Statements = append(e.Statements, StatementRef{Statement: model.StatementID(s)})
	}
	return e
}

// both rates statements as met by both who decide, with evidence.
func both(in *StandingInput, statements ...string) {
	for _, s := range statements {
		in.Ratings = append(in.Ratings, rated(Manager, s, "performing"), rated(Self, s, "performing"))
		in.Evidence = append(in.Evidence, proof("e-"+s, s))
	}
}

func states(s Standing) map[string]State {
	out := map[string]State{}
	for _, st := range s.Statements {
		out[string(st.Statement.ID)] = st.State
	}
	return out
}

func TestStatesFollowTheTable(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("testdata/states.txt")
	if err != nil {
		t.Fatal(err)
	}
	var columns []string
	cells := 0
	for line := range strings.Lines(string(text)) {
		f := strings.Fields(line)
		if strings.HasPrefix(line, "#") {
			continue
		}
		if columns == nil {
			columns = f[1:]
			continue
		}
		for i, self := range columns {
			without, with, _ := strings.Cut(f[i+1], "/")
			checkCell(t, f[0], self, NoEvidence, State(without))
			checkCell(t, f[0], self, WithEvidence, State(with))
			cells += 2
		}
	}
	if cells != 50 {
		t.Errorf("the table has %d cells, want 50", cells)
	}
}

func checkCell(t *testing.T, manager, self string, evidence HasEvidence, want State) {
	t.Helper()
	for _, m := range values[manager] {
		for _, s := range values[self] {
			in := input(role("eng/l1", 1, area("A", stmt("s-1", "one"))))
			if m != "" {
				in.Ratings = append(in.Ratings, rated(Manager, "s-1", m))
			}
			if s != "" {
				in.Ratings = append(in.Ratings, rated(Self, "s-1", s))
			}
			if evidence {
				in.Evidence = []Evidence{proof("e-1", "s-1")}
			}
			got := Stand(in).Statements[0]
			if got.State != want {
				t.Errorf("manager %q, self %q, evidence %v: got %s, want %s", m, s, evidence, got.State, want)
			}
			if word := strings.ReplaceAll(string(want), "-", " "); !strings.HasPrefix(got.Why, word+", because ") {
				t.Errorf("manager %q, self %q: explained as %q, want it to begin with %q", m, s, got.Why, word)
			}
		}
	}
}

func TestStandingFlags(t *testing.T) {
	t.Parallel()
	old := func(r Rating) Rating { r.At = today.AddDate(0, -7, 0); r.ID += "-old"; return r }
	for _, c := range []struct {
		name                      string
		ratings                   []Rating
		disputed, stale, reworded bool
	}{
		{"agreed and fresh", []Rating{rated(Manager, "s-1", "performing"), rated(Self, "s-1", "performing")}, false, false, false},
		{"one step is no dispute", []Rating{rated(Manager, "s-1", "maturing"), rated(Self, "s-1", "performing")}, false, false, false},
		{"two steps are", []Rating{rated(Manager, "s-1", "maturing"), rated(Self, "s-1", "exceeding")}, true, false, false},
		{"no opportunity is no step", []Rating{rated(Manager, "s-1", NoOpportunity), rated(Self, "s-1", "exceeding")}, false, false, false},
		{"all old", []Rating{old(rated(Manager, "s-1", "performing")), old(rated(Self, "s-1", "performing"))}, false, true, false},
		{"one is fresh", []Rating{old(rated(Manager, "s-1", "performing")), rated(Self, "s-1", "performing")}, false, false, false},
		{"a peer freshens nothing", []Rating{old(rated(Self, "s-1", "performing")), rated(Peer, "s-1", "performing")}, false, true, false},
		{"other words then", []Rating{{ID: "x", Capacity: Self, Statement: "s-1", Revision: "r0", Value: "performing", At: today}}, false, false, true},
		{"nobody knows the words then", []Rating{{ID: "x", Capacity: Self, Statement: "s-1", Revision: "r?", Value: "performing", At: today}}, false, false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			in := input(role("eng/l1", 1, area("A", stmt("s-1", "I mend\nthings"))))
			in.Ratings = c.ratings
			in.Wording = func(_ model.StatementID, revision string) (string, bool) {
				words := map[string]string{"r0": "I break things", "r1": "I mend things"}
				return words[revision], words[revision] != ""
			}
			got := Stand(in).Statements[0]
			if got.Disputed != c.disputed || got.Stale != c.stale || got.Reworded != c.reworded {
				t.Errorf("disputed %v, stale %v, reworded %v; want %v, %v, %v",
					got.Disputed, got.Stale, got.Reworded, c.disputed, c.stale, c.reworded)
			}
		})
	}
}

func TestExtendedStatementsStandInPlace(t *testing.T) {
	t.Parallel()
	everyone := role("foundation/everyone", 0, area("Everyone", stmt("s-e", "kind"), stmt("s-2", "again")))
	leader := role("foundation/leadership", 0, area("Leading", stmt("s-l", "clear"), derived("s-d")))
	leader.Extends = []model.Extension{{Statement: "s-d", Role: everyone.ID}, {Role: "eng/l2"}} // back to where it began
	top := role("eng/l2", 2, area("Craft", stmt("s-1", "one"), stmt("s-lead", "leads")), area("Rest", stmt("s-2", "two")))
	top.Extends = []model.Extension{{Statement: "s-lead", Role: leader.ID}, {Role: "nobody/knows"}}

	type place struct{ ID, Area, From string }
	var got []place
	for _, st := range Stand(input(top, leader, everyone)).Statements {
		p := place{ID: string(st.Statement.ID), Area: st.Area.Title}
		if st.From != nil {
			p.From = string(st.From.ID)
		}
		got = append(got, p)
	}
	want := []place{
		{"s-1", "Craft", ""}, {"s-lead", "Craft", ""},
		{"s-l", "Craft", "foundation/leadership"}, {"s-d", "Craft", "foundation/leadership"},
		{"s-e", "Craft", "foundation/everyone"}, {"s-2", "Craft", "foundation/everyone"},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("statements (-want +got):\n%s", d)
	}
}

func TestParagraphExtensionsStandWhereTheyAreWritten(t *testing.T) {
	t.Parallel()
	at := func(s *model.Statement, offset int) *model.Statement {
		s.At.Path, s.At.Start = "a.md", offset
		return s
	}
	base := role("foundation/base", 0, area("Base", stmt("s-b", "base")))
	r := role("eng/l1", 1, area("One", at(stmt("s-1", "one"), 20)), area("Two", at(stmt("s-2", "two"), 60)))
	r.Areas[0].At.Path, r.Areas[0].At.Start = "a.md", 10
	r.Areas[1].At.Path, r.Areas[1].At.Start = "a.md", 50
	for _, c := range []struct {
		name  string
		start int
		want  []string
	}{
		{"before the first area", 5, []string{"s-b in Base", "s-1 in One", "s-2 in Two"}},
		{"after a statement", 40, []string{"s-1 in One", "s-b in One", "s-2 in Two"}},
		{"at the end", 90, []string{"s-1 in One", "s-2 in Two", "s-b in Two"}},
	} {
		e := model.Extension{Role: base.ID}
		e.At.Path, e.At.Start, e.At.End = "a.md", c.start, c.start+3
		r.Extends = []model.Extension{e}
		var got []string
		for _, l := range Statements(&model.Framework{Roles: []*model.Role{r, base}}, r) {
			got = append(got, string(l.Statement.ID)+" in "+l.Area.Title)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

func TestStandingOfARoleThatIsGone(t *testing.T) {
	t.Parallel()
	in := input(role("eng/l1", 1, area("A", stmt("s-9", "nine"))))
	in.Role = role("old/l1", 1, area("A", stmt("s-1", "one")))
	both(&in, "s-1")
	if got, want := states(Stand(in)), (map[string]State{"s-1": Shown}); !cmp.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := Stand(StandingInput{}); len(got.Statements) != 0 || got.Meets() {
		t.Errorf("an empty input stands somewhere: %+v", got)
	}
}

func TestCountsAndOpen(t *testing.T) {
	t.Parallel()
	in := input(role("eng/l1", 1, area("A", stmt("s-1", "one"), stmt("s-2", "two"), stmt("s-3", "three"))))
	both(&in, "s-2")
	s := Stand(in)
	if want := (map[State]int{Shown: 1, Unrated: 2}); !cmp.Equal(s.Counts(), want) {
		t.Errorf("counts %v, want %v", s.Counts(), want)
	}
	var open []string
	for _, st := range s.Open() {
		open = append(open, string(st.Statement.ID))
	}
	if want := []string{"s-1", "s-3"}; !slices.Equal(open, want) {
		t.Errorf("open %v, want %v", open, want)
	}
}
