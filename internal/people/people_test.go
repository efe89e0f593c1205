package people

import (
	"context"
	"crypto/rand"
	"slices"
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

var today = time.Date(2026, 6, 1, 9, 0, 0, 0, time.UTC)

// ladder is a framework that does not change.
type ladder struct{ framework *model.Framework }

func (l ladder) Latest() (*model.Framework, string) { return l.framework, "rev-1" }

func roles(ids ...string) *model.Framework {
	f := &model.Framework{}
	for i, id := range ids {
		f.Roles = append(f.Roles, &model.Role{ID: model.RoleID(id), Title: "Title of " + id, Track: "eng", Level: &model.Level{Label: "L", Order: i}})
	}
	f.Roles = append(f.Roles, &model.Role{ID: "foundation/all", Title: "Everyone", Foundation: true})
	return f
}

// company is a directory with an administrator, a manager, her report and a
// colleague.
type company struct {
	*Service
	t     *testing.T
	store store.Store
}

var (
	root = authz.Actor{Person: "root", Admin: true}
	mo   = authz.Actor{Person: "mo"}
	ada  = authz.Actor{Person: "ada"}
	cy   = authz.Actor{Person: "cy"}
)

func newCompany(t *testing.T) company {
	t.Helper()
	c := emptyCompany(t)
	c.update(func(tx store.Tx) error {
		for _, p := range []growth.Person{
			{ID: "root", Name: "Root", Email: "root@example.org", Admin: true, JoinedAt: today, Version: 1},
			{ID: "mo", Name: "Mo", Email: "mo@example.org", JoinedAt: today, Version: 1},
			{ID: "ada", Name: "Ada", Email: "ada@example.org", Manager: "mo", JoinedAt: today, Version: 1},
			{ID: "cy", Name: "Cy", Email: "cy@example.org", JoinedAt: today, Version: 1},
		} {
			if err := tx.AddPerson(t.Context(), p); err != nil {
				return err
			}
		}
		return nil
	})
	return c
}

func emptyCompany(t *testing.T) company {
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
	now := func() time.Time { return today }
	svc, err := New(Config{Store: s, Ladder: ladder{roles("eng/l1", "eng/l2")}, Now: now, NewID: growth.NewIDs(now, rand.Reader).Next})
	if err != nil {
		t.Fatal(err)
	}
	return company{svc, t, s}
}

func (c company) update(f func(store.Tx) error) {
	c.t.Helper()
	if err := c.store.Update(context.WithoutCancel(c.t.Context()), f); err != nil {
		c.t.Fatal(err)
	}
}

func wantKind(t *testing.T, what string, err error, want fault.Kind) {
	t.Helper()
	if err == nil || fault.KindOf(err) != want {
		t.Errorf("%s: got %v, want a fault of kind %s", what, err, want)
	}
}

func must[T any](t *testing.T) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func fields(err error) []string {
	var out []string
	for _, f := range fault.FieldsOf(err) {
		out = append(out, f.Name)
	}
	return out
}

func TestNewNeedsItsParts(t *testing.T) {
	t.Parallel()
	if _, err := New(Config{}); err == nil {
		t.Error("a service of nothing is made")
	}
}

func TestDirectoryShowsWhoIsHere(t *testing.T) {
	t.Parallel()
	c := newCompany(t)
	team := must[growth.Team](t)(c.AddTeam(t.Context(), root, "Platform"))
	must[growth.Person](t)(c.Change(t.Context(), root, "ada", 1, Input{Name: "Ada", Email: "ada@example.org", Manager: "mo", Team: team.ID}))
	if err := c.MarkLeft(t.Context(), root, "cy"); err != nil {
		t.Fatal(err)
	}
	got := must[[]Colleague](t)(c.Directory(t.Context(), ada, ""))
	want := []Colleague{
		{ID: "ada", Name: "Ada", Team: team.ID, TeamName: "Platform", Manager: "mo", ManagerName: "Mo"},
		{ID: "mo", Name: "Mo"}, {ID: "root", Name: "Root"},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("directory (-want +got):\n%s", d)
	}
	if got := must[[]Colleague](t)(c.Directory(t.Context(), ada, team.ID)); len(got) != 1 || got[0].ID != "ada" {
		t.Errorf("of one team: got %v", got)
	}
	if err := c.MarkLeft(t.Context(), root, "mo"); err != nil {
		t.Fatal(err)
	}
	if got := must[[]Colleague](t)(c.Directory(t.Context(), ada, "")); got[0].Manager != "" {
		t.Errorf("a manager who has left still stands there: %v", got[0])
	}
}

func TestProfileBySight(t *testing.T) {
	t.Parallel()
	c := newCompany(t)
	must[growth.Assignment](t)(c.Assign(t.Context(), root, Assignment{Person: "ada", Role: "eng/l1", Since: today}))
	must[growth.Aim](t)(c.Aim(t.Context(), ada, "eng/l2", growth.Private))
	for _, w := range []struct {
		name        string
		actor       authz.Actor
		entry, role bool
		aims        int
	}{
		{"herself", ada, true, true, 1}, {"manager", mo, true, true, 0}, {"colleague", cy, false, false, 0}, {"administrator", root, true, true, 0},
	} {
		p := must[Profile](t)(c.Person(t.Context(), w.actor, "ada"))
		if (p.Entry != nil) != w.entry || (p.Roles != nil) != w.role || len(p.Aims) != w.aims {
			t.Errorf("%s sees entry %v, roles %v, %d aims; want %v, %v, %d", w.name, p.Entry != nil, p.Roles != nil, len(p.Aims), w.entry, w.role, w.aims)
		}
	}
	if got := must[[]Read](t)(c.Reads(t.Context(), ada)); len(got) != 0 {
		t.Errorf("nothing private was read, but %v is recorded", got)
	}
	must[growth.Aim](t)(c.Aim(t.Context(), ada, "eng/l2", growth.ToManager))
	if p := must[Profile](t)(c.Person(t.Context(), mo, "ada")); len(p.Aims) != 1 {
		t.Errorf("a shared aim is not shown to the manager: %v", p.Aims)
	}
	if p := must[Profile](t)(c.Person(t.Context(), root, "ada")); len(p.Aims) != 0 {
		t.Errorf("a shared aim is shown to an administrator: %v", p.Aims)
	}
	must[Profile](t)(c.Person(t.Context(), ada, "ada"))
	reads := must[[]Read](t)(c.Reads(t.Context(), ada))
	if len(reads) != 1 || reads[0].ReaderName != "Mo" || !cmp.Equal(reads[0].Items, map[growth.ItemKind][]string{growth.AimItem: {"eng/l2"}}) {
		t.Errorf("reads: got %+v, want one by Mo of the aim", reads)
	}
}

func TestThoseWhoLeftAreThereForFew(t *testing.T) {
	t.Parallel()
	c := newCompany(t)
	c.update(func(tx store.Tx) error {
		return tx.PutSession(t.Context(), growth.Session{ID: "s1", Hash: "h", Person: "ada", CreatedAt: today, SeenAt: today, ExpiresAt: today.AddDate(0, 0, 1)})
	})
	c.update(func(tx store.Tx) error {
		return tx.PutToken(t.Context(), growth.Token{ID: "t1", Hash: "h", Person: "ada", Name: "x", CreatedAt: today, ExpiresAt: today.AddDate(0, 0, 1)})
	})
	if err := c.MarkLeft(t.Context(), root, "ada"); err != nil {
		t.Fatal(err)
	}
	wantKind(t, "left twice", c.MarkLeft(t.Context(), root, "ada"), fault.Conflict)
	_, err := c.Person(t.Context(), cy, "ada")
	wantKind(t, "a colleague looks", err, fault.NotFound)
	_, unknown := c.Person(t.Context(), cy, "nobody")
	if err.Error() != unknown.Error() {
		t.Errorf("who left (%v) can be told from who never was (%v)", err, unknown)
	}
	must[Profile](t)(c.Person(t.Context(), mo, "ada"))
	if p := must[Profile](t)(c.Person(t.Context(), root, "ada")); p.Entry.LeftAt.IsZero() {
		t.Error("the day she left is not shown to administrators")
	}
	err = c.store.View(t.Context(), func(tx store.Tx) error {
		sessions, err := tx.ListSessions(t.Context(), "ada", today)
		tokens, err2 := tx.ListTokens(t.Context(), "ada")
		if len(sessions)+len(tokens) != 0 || err != nil || err2 != nil {
			t.Errorf("sessions %v and tokens %v outlive her time here (%v, %v)", sessions, tokens, err, err2)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := c.MarkBack(t.Context(), root, "ada"); err != nil {
		t.Fatal(err)
	}
	wantKind(t, "back twice", c.MarkBack(t.Context(), root, "ada"), fault.Conflict)
	must[Profile](t)(c.Person(t.Context(), cy, "ada"))
}

func TestKeepingPeople(t *testing.T) {
	t.Parallel()
	c := newCompany(t)
	for _, w := range []struct {
		name string
		in   Input
		want []string
	}{
		{"fine", Input{Name: "Bo", Email: "BO@example.org", Manager: "mo"}, nil},
		{"empty", Input{}, []string{"name", "email"}},
		{"taken", Input{Name: "Ada II", Email: "ADA@example.org"}, []string{"email"}},
		{"no such team or manager", Input{Name: "Di", Email: "di@example.org", Team: "x", Manager: "y"}, []string{"team", "manager"}},
	} {
		_, err := c.Add(t.Context(), root, w.in)
		if d := cmp.Diff(w.want, fields(err)); d != "" {
			t.Errorf("%s (-want +got):\n%s", w.name, d)
		}
	}
	_, err := c.Change(t.Context(), root, "mo", 1, Input{Name: "Mo", Email: "mo@example.org", Manager: "ada"})
	if !slices.Equal(fields(err), []string{"manager"}) {
		t.Errorf("a circle of managers: got %v", err)
	}
	_, err = c.Change(t.Context(), root, "mo", 7, Input{Name: "Mo", Email: "mo@example.org"})
	wantKind(t, "an edit that saw another version", err, fault.Conflict)
	_, err = c.Change(t.Context(), root, "root", 1, Input{Name: "Root", Email: "root@example.org"})
	wantKind(t, "the last administrator gives up", err, fault.Conflict)
	wantKind(t, "the last administrator leaves", c.MarkLeft(t.Context(), root, "root"), fault.Conflict)
	p := must[growth.Person](t)(c.Change(t.Context(), root, "mo", 1, Input{Name: "Mo Two", Email: "mo@example.org", Admin: true}))
	if p.Version != 2 || p.Name != "Mo Two" {
		t.Errorf("changed person: got %+v", p)
	}
	if err := c.MarkLeft(t.Context(), root, "root"); err != nil {
		t.Errorf("one of two administrators leaves: %v", err)
	}
}

func TestTeamsDifferByMoreThanCase(t *testing.T) {
	t.Parallel()
	c := newCompany(t)
	must[growth.Team](t)(c.AddTeam(t.Context(), root, " Platform "))
	_, err := c.AddTeam(t.Context(), root, "PLATFORM")
	wantKind(t, "the same team again", err, fault.Invalid)
	if got := must[[]growth.Team](t)(c.Teams(t.Context(), cy)); len(got) != 1 || got[0].Name != "Platform" {
		t.Errorf("teams: %v", got)
	}
}

func TestAssignments(t *testing.T) {
	t.Parallel()
	c := newCompany(t)
	assign := func(role model.RoleID, since time.Time) (growth.Assignment, error) {
		return c.Assign(t.Context(), root, Assignment{Person: "ada", Role: role, Since: since})
	}
	_, err := assign("eng/l9", today)
	wantKind(t, "a role that is not", err, fault.Invalid)
	_, err = assign("foundation/all", today)
	wantKind(t, "a foundation", err, fault.Invalid)
	_, err = assign("eng/l1", time.Time{})
	wantKind(t, "no day", err, fault.Invalid)
	first := must[growth.Assignment](t)(assign("eng/l1", today.AddDate(-1, 0, 0)))
	next := must[growth.Assignment](t)(assign("eng/l2", today.AddDate(0, 1, 0)))
	if first.RoleTitle != "L Title of eng/l1" || first.Revision != "rev-1" {
		t.Errorf("assignment: got %+v", first)
	}
	p := must[Profile](t)(c.Person(t.Context(), ada, "ada"))
	if p.Roles.Held == nil || p.Roles.Held.ID != first.ID || len(p.Roles.All) != 2 {
		t.Errorf("roles: got %+v, want the first held and both listed", p.Roles)
	}
	got := must[[]Report](t)(c.Reports(t.Context(), mo))
	if len(got) != 1 || got[0].ID != "ada" || got[0].Held == nil || got[0].Held.Role != "eng/l1" {
		t.Errorf("reports: got %+v", got)
	}
	if err := c.Unassign(t.Context(), root, "ada", next.ID); err != nil {
		t.Fatal(err)
	}
	wantKind(t, "removed twice", c.Unassign(t.Context(), root, "ada", next.ID), fault.NotFound)
	if got := must[[]Report](t)(c.Reports(t.Context(), cy)); len(got) != 0 {
		t.Errorf("somebody without reports sees %v", got)
	}
}

func TestAims(t *testing.T) {
	t.Parallel()
	c := newCompany(t)
	_, err := c.Aim(t.Context(), ada, "eng/l9", growth.Private)
	wantKind(t, "a role that is not", err, fault.Invalid)
	_, err = c.Aim(t.Context(), ada, "eng/l2", "everybody")
	wantKind(t, "for everybody", err, fault.Invalid)
	c.update(func(tx store.Tx) error {
		return tx.PutAim(t.Context(), growth.Aim{Person: "ada", Role: "old/l1", Revision: "rev-0", Visible: growth.Private, Since: today.AddDate(-1, 0, 0)})
	})
	kept := must[growth.Aim](t)(c.Aim(t.Context(), ada, "old/l1", growth.ToManager))
	if kept.Revision != "rev-0" || !kept.Since.Equal(today.AddDate(-1, 0, 0)) {
		t.Errorf("an aim whose role is gone forgot when it began: %+v", kept)
	}
	c.update(func(tx store.Tx) error {
		for i := range maxAims - 1 {
			if err := tx.PutAim(t.Context(), growth.Aim{Person: "ada", Role: model.RoleID(rune('a' + i)), Visible: growth.Private, Since: today}); err != nil {
				return err
			}
		}
		return nil
	})
	_, err = c.Aim(t.Context(), ada, "eng/l2", growth.Private)
	wantKind(t, "too many aims", err, fault.Conflict)
	if err := c.DropAim(t.Context(), ada, "old/l1"); err != nil {
		t.Fatal(err)
	}
	must[growth.Aim](t)(c.Aim(t.Context(), ada, "eng/l2", growth.Private))
}

func TestLogTellsOfAdministratorsAlone(t *testing.T) {
	t.Parallel()
	c := newCompany(t)
	must[growth.Aim](t)(c.Aim(t.Context(), ada, "eng/l2", growth.Private))
	must[growth.Assignment](t)(c.Assign(t.Context(), root, Assignment{Person: "ada", Role: "eng/l1", Since: today}))
	got := must[[]LogEntry](t)(c.Log(t.Context(), root))
	if len(got) != 1 || got[0].Operation != authz.Assign || got[0].ActorName != "Root" || got[0].TargetName != "Ada" {
		t.Errorf("log: got %+v, want the assignment alone", got)
	}
}
