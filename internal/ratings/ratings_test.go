package ratings

import (
	"context"
	"crypto/rand"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rung/internal/authz"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store"
	"rung/internal/store/sqlite"
)

// ladder is a framework with a past: eng/l1 and eng/l2 stand, eng/l0 is gone.
type ladder struct {
	framework *model.Framework
	gone      *model.Role
	past      map[string]string // wording by statement and revision
}

func (l *ladder) Latest() (*model.Framework, string) { return l.framework, "rev-2" }

func (l *ladder) Role(_ context.Context, id model.RoleID) (*model.Role, string, error) {
	if r := l.framework.Role(id); r != nil {
		return r, "rev-2", nil
	}
	if l.gone.ID == id {
		return l.gone, "rev-1", nil
	}
	return nil, "", fault.New(fault.NotFound, "There is no such role.")
}

func (l *ladder) Wording(_ context.Context, id model.StatementID, revision string) (string, bool) {
	text, ok := l.past[string(id)+"@"+revision]
	return text, ok
}

func (l *ladder) Canonical(id model.StatementID) model.StatementID {
	if id == "s-alias" {
		return "s-1"
	}
	return id
}

func (l *ladder) FrameworkAt(_ context.Context, revision string) (*model.Framework, error) {
	switch revision {
	case "rev-2":
		return l.framework, nil
	case "rev-1":
		return &model.Framework{Roles: []*model.Role{l.gone}}, nil
	}
	return nil, fault.New(fault.NotFound, "There is no such revision.")
}

func (*ladder) Order(revision string) int { return map[string]int{"rev-1": 1, "rev-2": 2}[revision] }

func (*ladder) TakenUp(context.Context, model.StatementID) (model.StatementID, error) { return "", nil }

func role(id string, order int, statements ...string) *model.Role {
	a := &model.Area{ID: "craft", Title: "Craft"}
	for _, s := range statements {
		a.Statements = append(a.Statements, &model.Statement{ID: model.StatementID(s), Prose: model.Prose{Text: "words of " + s}})
	}
	return &model.Role{ID: model.RoleID(id), Title: id, Track: "eng", Level: &model.Level{Label: "L", Order: order}, Areas: []*model.Area{a}}
}

// office is a manager, her report and others, over a ladder.
type office struct {
	*Service
	t      *testing.T
	store  store.Store
	ladder *ladder
	now    time.Time
}

var (
	root = authz.Actor{Person: "root", Admin: true}
	mo   = authz.Actor{Person: "mo"}
	ada  = authz.Actor{Person: "ada"}
	cy   = authz.Actor{Person: "cy"}
	fay  = authz.Actor{Person: "fay"}
)

func newOffice(t *testing.T) *office {
	t.Helper()
	s, err := sqlite.Open(t.Context(), sqlite.Config{Memory: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	l1, l2 := role("eng/l1", 1, "s-1", "s-2", "s-d"), role("eng/l2", 2, "s-1", "s-3")
	l1.Areas[0].Statements[2].Derived = true
	l1.Equivalences = []model.Equivalence{{Statement: "s-d", Role: "eng/l2", Comparison: model.AtLeast}}
	o := &office{t: t, store: s, now: time.Date(2026, 6, 1, 9, 0, 0, 0, time.UTC)}
	o.ladder = &ladder{framework: &model.Framework{Roles: []*model.Role{l1, l2}}, gone: role("eng/l0", 0, "s-1", "s-0"), past: map[string]string{}}
	clock := func() time.Time { return o.now }
	if o.Service, err = New(Config{Store: s, Ladder: o.ladder, Now: clock, NewID: growth.NewIDs(clock, rand.Reader).Next}); err != nil {
		t.Fatal(err)
	}
	o.update(func(tx store.Tx) error {
		for _, p := range []growth.Person{
			{ID: "root", Name: "Root", Email: "root@example.org", Admin: true}, {ID: "mo", Name: "Mo", Email: "mo@example.org"},
			{ID: "fay", Name: "Fay", Email: "fay@example.org"}, {ID: "cy", Name: "Cy", Email: "cy@example.org"},
			{ID: "ada", Name: "Ada", Email: "ada@example.org", Manager: "mo"},
		} {
			p.JoinedAt, p.Version = o.now, 1
			if err := tx.AddPerson(t.Context(), p); err != nil {
				return err
			}
		}
		return tx.AddAssignment(t.Context(), growth.Assignment{ID: "a1", Person: "ada", Role: "eng/l1", RoleTitle: "x", Since: o.now.AddDate(-1, 0, 0), CreatedAt: o.now})
	})
	return o
}

func (o *office) update(f func(store.Tx) error) {
	o.t.Helper()
	if err := o.store.Update(context.WithoutCancel(o.t.Context()), f); err != nil {
		o.t.Fatal(err)
	}
}

func (o *office) evidence(id string, visible growth.Visibility, statements ...string) {
	o.t.Helper()
	e := growth.Evidence{ID: growth.EvidenceID(id), Owner: "ada", Happened: o.now, Kind: growth.Delivered, Text: "text", Visible: visible, CreatedAt: o.now, UpdatedAt: o.now, Version: 1}
	for _, s := range statements {
		e.Statements = append(e.Statements, growth.StatementRef{Statement: model.StatementID(s), Revision: "rev-2"})
	}
	o.update(func(tx store.Tx) error {
		_, err := tx.AddEvidence(o.t.Context(), e)
		return err
	})
}

func (o *office) rate(a authz.Actor, role model.RoleID, entries ...Entry) []growth.Rating {
	o.t.Helper()
	out, err := o.Rate(o.t.Context(), a, "ada", role, entries)
	if err != nil {
		o.t.Fatal(err)
	}
	return out
}

func (o *office) share(a authz.Actor, role model.RoleID) {
	o.t.Helper()
	if _, err := o.Share(o.t.Context(), a, "ada", role); err != nil {
		o.t.Fatal(err)
	}
}

// sees returns the states that the actor sees of Ada against eng/l1.
func (o *office) sees(a authz.Actor) map[model.StatementID]growth.State {
	o.t.Helper()
	st, err := o.Standing(o.t.Context(), a, "ada", "eng/l1")
	if err != nil {
		o.t.Fatal(err)
	}
	out := map[model.StatementID]growth.State{}
	for _, s := range st.Statements {
		out[s.Statement.ID] = s.State
	}
	return out
}

func (o *office) reads() []growth.Access {
	o.t.Helper()
	var out []growth.Access
	err := o.store.View(o.t.Context(), func(tx store.Tx) error {
		var err error
		out, err = tx.ListAccesses(o.t.Context(), "ada", 100)
		return err
	})
	if err != nil {
		o.t.Fatal(err)
	}
	return out
}

func wantKind(t *testing.T, what string, err error, want fault.Kind) {
	t.Helper()
	if err == nil || fault.KindOf(err) != want {
		t.Errorf("%s: got %v, want a fault of kind %s", what, err, want)
	}
}

func TestNewNeedsItsParts(t *testing.T) {
	t.Parallel()
	if _, err := New(Config{}); err == nil {
		t.Error("a service of nothing is made")
	}
	o := newOffice(t)
	_, err := New(Config{Store: o.store, Ladder: o.ladder, Now: time.Now, NewID: func() string { return "x" }, Scale: growth.Scale{Steps: make([]growth.Step, 2)}})
	if err == nil {
		t.Error("a scale of two values passes")
	}
}

func TestWhoMayRateWhomAgainstWhat(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	aim := func(v growth.Visibility) {
		o.update(func(tx store.Tx) error {
			return tx.PutAim(t.Context(), growth.Aim{Person: "ada", Role: "eng/l2", Visible: v, Since: o.now})
		})
	}
	try := func(a authz.Actor, r model.RoleID) string {
		_, err := o.Start(t.Context(), a, "ada", r)
		if err == nil {
			return "ok"
		}
		return fault.KindOf(err).String()
	}
	check := func(what, got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%s: got %s, want %s", what, got, want)
		}
	}
	check("herself, the role held", try(ada, "eng/l1"), "ok")
	check("herself, a role not wanted", try(ada, "eng/l2"), "invalid")
	check("manager, the role held", try(mo, "eng/l1"), "ok")
	aim(growth.Private)
	check("herself, a role wanted", try(ada, "eng/l2"), "ok")
	_, private := o.Start(t.Context(), mo, "ada", "eng/l2")
	_, unwanted := o.Start(t.Context(), mo, "ada", "eng/l9")
	if private == nil || unwanted == nil || private.Error() != unwanted.Error() {
		t.Errorf("an aim that is private (%v) can be told from none (%v)", private, unwanted)
	}
	aim(growth.ToManager)
	check("manager, a role wanted and shared", try(mo, "eng/l2"), "ok")
	for name, a := range map[string]authz.Actor{"colleague": cy, "administrator": root, "anonymous": {}} {
		check(name, try(a, "eng/l1"), "forbidden")
	}
}

func TestSheetGoesOnWithWhatIsThere(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	first, err := o.Start(t.Context(), ada, "ada", "eng/l1")
	if err != nil {
		t.Fatal(err)
	}
	o.rate(ada, "eng/l1", Entry{Statement: "s-1", Value: "maturing"})
	again, err := o.Start(t.Context(), ada, "ada", "eng/l1")
	if err != nil {
		t.Fatal(err)
	}
	if first.Assessment.ID != again.Assessment.ID || len(again.Rows) != 2 {
		t.Fatalf("sheets %+v and %+v, want one assessment of the two statements that are rated", first, again)
	}
	if r := again.Rows[0]; r.Statement.ID != "s-1" || r.Newest == nil || r.Newest.Value != "maturing" || again.Rows[1].Newest != nil {
		t.Errorf("rows: %+v", again.Rows)
	}
}

func TestRateKeepsOnlyWhatIsNew(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	got := o.rate(ada, "eng/l1", Entry{Statement: "s-1", Value: "maturing"}, Entry{Statement: "s-2", Value: "performing", Words: " well "})
	if len(got) != 2 || got[0].Revision != "rev-2" || got[1].Words != "well" || got[0].Capacity != growth.Self {
		t.Errorf("ratings: %+v", got)
	}
	o.now = o.now.Add(time.Hour)
	got = o.rate(ada, "eng/l1", Entry{Statement: "s-1", Value: "maturing"}, Entry{Statement: "s-2", Value: "performing", Words: "better"})
	if len(got) != 1 || got[0].Statement != "s-2" {
		t.Errorf("the same again: %+v, want the changed words alone", got)
	}
	if got = o.rate(ada, "eng/l1", Entry{Statement: "s-1", Value: "maturing", Again: true}); len(got) != 1 {
		t.Errorf("meant anew: %+v, want one", got)
	}
	o.now = o.now.Add(-24 * time.Hour) // the clock is set back
	if got = o.rate(ada, "eng/l1", Entry{Statement: "s-1", Value: "performing"}); len(got) != 1 {
		t.Errorf("after the clock was set back: %+v", got)
	}
	if got := o.sees(ada)["s-1"]; got != growth.Claimed {
		t.Errorf("the last word is not the newest: %s, want claimed", got)
	}
}

func TestRateRefusesAllOrNothing(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.evidence("e-private", growth.Private, "s-1")
	o.update(func(tx store.Tx) error {
		_, err := tx.AddEvidence(t.Context(), growth.Evidence{ID: "e-mo", Owner: "mo", Happened: o.now, Kind: growth.Helped, Text: "x", Visible: growth.Private, CreatedAt: o.now, UpdatedAt: o.now, Version: 1})
		return err
	})
	for _, c := range []struct {
		name    string
		actor   authz.Actor
		entries []Entry
		want    []string
	}{
		{"no words for the lowest", ada, []Entry{{Statement: "s-1", Value: "improvement-needed"}, {Statement: "s-2", Value: "maturing"}}, []string{"s-1.words"}},
		{"no such value", ada, []Entry{{Statement: "s-1", Value: "great"}}, []string{"s-1.value"}},
		{"a derived statement", ada, []Entry{{Statement: "s-d", Value: "maturing"}}, []string{"s-d.value"}},
		{"of another role", ada, []Entry{{Statement: "s-3", Value: "maturing"}}, []string{"s-3.value"}},
		{"twice", ada, []Entry{{Statement: "s-1", Value: "maturing"}, {Statement: "s-1", Value: "performing"}}, []string{"s-1.value"}},
		{"what is private to her", mo, []Entry{{Statement: "s-1", Value: "maturing", Evidence: []growth.EvidenceID{"e-private"}}}, []string{"s-1.evidence"}},
		{"what never was", mo, []Entry{{Statement: "s-1", Value: "maturing", Evidence: []growth.EvidenceID{"e-never"}}}, []string{"s-1.evidence"}},
		{"evidence of somebody else", mo, []Entry{{Statement: "s-1", Value: "maturing", Evidence: []growth.EvidenceID{"e-mo"}}}, []string{"s-1.evidence"}},
	} {
		_, err := o.Rate(t.Context(), c.actor, "ada", "eng/l1", c.entries)
		var got []string
		for _, f := range fault.FieldsOf(err) {
			got = append(got, f.Name)
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: wrong fields (-want +got):\n%s", c.name, d)
		}
	}
	if got := o.sees(ada); got["s-2"] != growth.Unrated {
		t.Errorf("a refused batch left something: %v", got)
	}
	_, err := o.Rate(t.Context(), ada, "ada", "eng/l1", make([]Entry, MaxEntries+1))
	wantKind(t, "too many entries", err, fault.Invalid)
	o.rate(ada, "eng/l1", Entry{Statement: "s-1", Value: "maturing", Evidence: []growth.EvidenceID{"e-private"}})
}

func TestRatingsAreTheRatersUntilShared(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.evidence("e-1", growth.Private, "s-1")
	o.rate(ada, "eng/l1", Entry{Statement: "s-1", Value: "performing"})
	o.rate(mo, "eng/l1", Entry{Statement: "s-1", Value: "performing"})
	check := func(what string, a authz.Actor, want growth.State) {
		t.Helper()
		if got := o.sees(a)["s-1"]; got != want {
			t.Errorf("%s: %s sees %s, want %s", what, a.Person, got, want)
		}
	}
	check("nothing shared", ada, growth.Claimed)
	check("nothing shared", mo, growth.Claimed)
	o.share(mo, "eng/l1")
	check("manager shared", ada, growth.Shown)
	o.share(ada, "eng/l1")
	check("both shared, evidence private", mo, growth.Claimed)
	o.update(func(tx store.Tx) error {
		e, err := tx.EvidenceByID(t.Context(), "e-1", "ada")
		if err != nil {
			return err
		}
		e.Visible = growth.ToManager
		return tx.ChangeEvidence(t.Context(), e)
	})
	check("all shared", mo, growth.Shown)
	o.rate(mo, "eng/l1", Entry{Statement: "s-1", Value: "improvement-needed", Words: "it broke twice"})
	check("a second thought", mo, growth.Concern)
	check("which is the manager's own", ada, growth.Shown)
	o.share(mo, "eng/l1")
	check("until shared", ada, growth.Concern)
	_, err := o.Share(t.Context(), cy, "ada", "eng/l1")
	wantKind(t, "sharing what one never wrote", err, fault.NotFound)
	if _, err := o.Start(t.Context(), fay, "fay", "eng/l1"); err == nil {
		t.Error("somebody without a role starts")
	}
}

func TestNothingToShare(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	if _, err := o.Start(t.Context(), ada, "ada", "eng/l1"); err != nil {
		t.Fatal(err)
	}
	_, err := o.Share(t.Context(), ada, "ada", "eng/l1")
	wantKind(t, "an empty sheet", err, fault.Conflict)
}

func TestReadsAreRecorded(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.evidence("e-1", growth.ToManager, "s-1")
	o.evidence("e-2", growth.ToManager, "s-elsewhere")
	o.evidence("e-3", growth.Private, "s-1")
	own := o.rate(ada, "eng/l1", Entry{Statement: "s-1", Value: "performing"})
	o.rate(mo, "eng/l1", Entry{Statement: "s-1", Value: "performing"})
	o.share(ada, "eng/l1")
	o.sees(ada)
	if got := o.reads(); len(got) != 0 {
		t.Fatalf("her own reading is recorded: %+v", got)
	}
	o.sees(mo)
	want := map[growth.ItemKind][]string{growth.EvidenceItem: {"e-1"}, growth.RatingItem: {string(own[0].ID)}}
	if got := o.reads(); len(got) != 1 || got[0].Reader != "mo" || !cmp.Equal(got[0].Items, want) {
		t.Errorf("reads: %+v, want one of %v", got, want)
	}
	c, err := o.SideBySide(t.Context(), mo, "ada", "eng/l1", AsBegun)
	if err != nil {
		t.Fatal(err)
	}
	if got := o.reads(); len(got) != 2 || len(c.Layout.Areas) != 1 {
		t.Errorf("side by side left %d reads, want 2; areas %+v", len(got), c.Layout.Areas)
	}
	for _, a := range []authz.Actor{cy, root, fay} {
		_, err := o.Standing(t.Context(), a, "ada", "eng/l1")
		wantKind(t, string(a.Person), err, fault.NotFound)
	}
	if got := o.reads(); len(got) != 2 {
		t.Errorf("a refused read is recorded: %+v", got)
	}
}

func TestFormerManagersKeepTheirWordAndSeeNoMore(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.rate(mo, "eng/l1", Entry{Statement: "s-1", Value: "maturing"})
	o.update(func(tx store.Tx) error {
		p, err := tx.Person(t.Context(), "ada")
		if err != nil {
			return err
		}
		p.Manager = "fay"
		return tx.ChangePerson(t.Context(), p)
	})
	o.share(mo, "eng/l1")
	if got := o.sees(ada)["s-1"]; got != growth.Growing {
		t.Errorf("the manager of the time does not count: %s", got)
	}
	if got := o.sees(fay)["s-1"]; got != growth.Growing {
		t.Errorf("the manager now sees %s", got)
	}
	if got := o.reads(); len(got) != 1 || got[0].Reader != "fay" {
		t.Errorf("reads: %+v, want one by the manager now", got)
	}
	_, err := o.Standing(t.Context(), mo, "ada", "eng/l1")
	wantKind(t, "the former manager looks", err, fault.NotFound)
	_, err = o.Rate(t.Context(), mo, "ada", "eng/l1", []Entry{{Statement: "s-1", Value: "performing"}})
	wantKind(t, "the former manager rates", err, fault.Forbidden)
}

func TestStandingKnowsThePast(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.ladder.past["s-1@rev-2"] = "words of s-1 before"
	o.evidence("e-1", growth.Private, "s-alias")
	o.update(func(tx store.Tx) error {
		return tx.AddAssignment(t.Context(), growth.Assignment{ID: "a0", Person: "ada", Role: "eng/l0", RoleTitle: "x", Since: o.now.AddDate(-2, 0, 0), CreatedAt: o.now})
	})
	o.rate(ada, "eng/l1", Entry{Statement: "s-1", Value: "performing"})
	st, err := o.Standing(t.Context(), ada, "ada", "eng/l1")
	if err != nil {
		t.Fatal(err)
	}
	if s := st.Statements[0]; !s.Reworded || len(s.Evidence) != 1 {
		t.Errorf("reworded %v with %d pieces of evidence, want true and what its older id has", s.Reworded, len(s.Evidence))
	}
	gone, err := o.Standing(t.Context(), ada, "ada", "eng/l0")
	if err != nil || len(gone.Statements) != 2 {
		t.Errorf("against a role that is gone: %+v, %v", gone.Statements, err)
	}
	_, err = o.Standing(t.Context(), ada, "ada", "eng/never")
	wantKind(t, "against a role that never was", err, fault.NotFound)
	st, err = o.Standing(t.Context(), mo, "ada", "eng/l1")
	if err != nil || !strings.HasPrefix(st.Statements[0].Why, "unrated, because neither Ada") {
		t.Errorf("the manager is told %q (%v)", st.Statements[0].Why, err)
	}
}

func TestStandingLooksAtManyPieces(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.update(func(tx store.Tx) error {
		for i := range store.MaxList + 5 {
			e := growth.Evidence{
				ID: growth.EvidenceID(fmt.Sprintf("e%05d", i)), Owner: "ada", Happened: o.now.AddDate(0, 0, -i), Kind: growth.Helped, Text: "x",
				Visible: growth.Private, CreatedAt: o.now, UpdatedAt: o.now, Version: 1, Statements: []growth.StatementRef{{Statement: "s-1", Revision: "r"}},
			}
			if _, err := tx.AddEvidence(t.Context(), e); err != nil {
				return err
			}
		}
		return nil
	})
	st, err := o.Standing(t.Context(), ada, "ada", "eng/l1")
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(st.Statements, func(s growth.StatementStanding) bool { return s.Statement.ID == "s-1" })
	if got := len(st.Statements[i].Evidence); got != store.MaxList+5 {
		t.Errorf("%d pieces of evidence, want %d", got, store.MaxList+5)
	}
}
