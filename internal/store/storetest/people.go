package storetest

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
)

func testPeople(t *testing.T, f *fixture) {
	manager := f.person("p-1", "")
	f.update(func(ctx context.Context, tx store.Tx) error {
		return tx.AddTeam(ctx, growth.Team{ID: "t-1", Name: "Harbour"})
	})
	p := growth.Person{
		ID: "p-2", Name: "Åsa Berg", Email: "Asa.Berg@Example.org", Team: "t-1", Manager: manager.ID, Admin: true,
		JoinedAt: clock(1), LeftAt: clock(2), Version: 7,
	}
	f.update(func(ctx context.Context, tx store.Tx) error { return tx.AddPerson(ctx, p) })
	p.Version, p.Email = 1, "asa.berg@example.org"
	personIs(f, "after AddPerson", p)

	p.Name, p.Email, p.Team, p.Manager, p.Admin, p.LeftAt = "Asa Borg", "NEW@example.org", "", "", false, day(0).AddDate(-2000, 0, 0)
	f.update(func(ctx context.Context, tx store.Tx) error { return tx.ChangePerson(ctx, p) })
	old := p
	p.Version, p.Email = 2, "new@example.org"
	personIs(f, "after ChangePerson", p)

	kind(t, "ChangePerson with an old version", f.try(func(ctx context.Context, tx store.Tx) error {
		return tx.ChangePerson(ctx, old)
	}), fault.Conflict)
	kind(t, "ChangePerson of nobody", f.try(func(ctx context.Context, tx store.Tx) error {
		return tx.ChangePerson(ctx, growth.Person{ID: "nobody", Version: 1})
	}), fault.NotFound)
	personIs(f, "after refused changes", p)
	testTakenEmail(t, f, p)
	testPersonMissing(t, f)
	testPersonOfNobody(t, f)
	t.Run("list", func(t *testing.T) { testListPeople(t, &fixture{Store: f.Store, t: t}) })
}

func personIs(f *fixture, when string, want growth.Person) {
	f.t.Helper()
	f.view(func(ctx context.Context, tx store.Tx) error {
		got, err := tx.Person(ctx, want.ID)
		same(f.t, "Person "+when, got, want)
		if err != nil {
			return err
		}
		got, err = tx.PersonByEmail(ctx, strings.ToUpper(want.Email))
		same(f.t, "PersonByEmail "+when, got, want)
		return err
	})
}

func testTakenEmail(t *testing.T, f *fixture, p growth.Person) {
	kind(t, "AddPerson with a taken e-mail", f.try(func(ctx context.Context, tx store.Tx) error {
		return tx.AddPerson(ctx, growth.Person{ID: "p-3", Name: "Other", Email: "New@Example.org"})
	}), fault.Conflict)
	p.Email = "p-1@example.org"
	kind(t, "ChangePerson to a taken e-mail", f.try(func(ctx context.Context, tx store.Tx) error {
		return tx.ChangePerson(ctx, p)
	}), fault.Conflict)
	f.update(func(ctx context.Context, tx store.Tx) error {
		for i := range 2 {
			if err := tx.AddPerson(ctx, growth.Person{ID: growth.PersonID(fmt.Sprint("none-", i)), Name: "No mail"}); err != nil {
				return err
			}
		}
		if err := tx.AddPerson(ctx, p); fault.KindOf(err) != fault.Conflict {
			t.Errorf("AddPerson twice: got %v, want a conflict", err)
		}
		_, err := tx.Person(ctx, p.ID)
		return err // the transaction goes on after a conflict
	})
}

func testPersonMissing(t *testing.T, f *fixture) {
	f.view(func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Person(ctx, "nobody")
		kind(t, "Person of nobody", err, fault.NotFound)
		_, err = tx.PersonByEmail(ctx, "nobody@example.org")
		kind(t, "PersonByEmail of nobody", err, fault.NotFound)
		_, err = tx.PersonByEmail(ctx, "")
		kind(t, "PersonByEmail without one", err, fault.NotFound)
		return nil
	})
}

// Whatever refers to somebody who is not there is refused, and so is the whole
// of its update, even where the function goes on as if nothing had been.
func testPersonOfNobody(t *testing.T, f *fixture) {
	err := f.try(func(ctx context.Context, tx store.Tx) error {
		if err := tx.AddTeam(ctx, growth.Team{ID: "t-gone", Name: "Gone"}); err != nil {
			return err
		}
		err := tx.AddPerson(ctx, growth.Person{ID: "p-9", Name: "X", Manager: "nobody"})
		kind(t, "AddPerson under nobody", err, fault.NotFound)
		return nil
	})
	kind(t, "Update with a refused write", err, fault.NotFound)
	teams := get(f, func(ctx context.Context, tx store.Tx) ([]growth.Team, error) { return tx.ListTeams(ctx) })
	same(t, "teams", ids(teams, func(t growth.Team) growth.TeamID { return t.ID }), []string{"t-1"})
}

func testListPeople(t *testing.T, f *fixture) {
	f.update(func(ctx context.Context, tx store.Tx) error {
		for _, p := range []growth.Person{
			{ID: "m", Name: "Zed"},
			{ID: "l-1", Name: "anna", Manager: "m", Team: "t-1"},
			{ID: "l-2", Name: "Ånna", Manager: "m", LeftAt: day(9)},
			{ID: "l-3", Name: "Anna", Manager: "m"},
			{ID: "l-4", Name: "Ärmel", Manager: "m", Team: "t-1"},
			{ID: "l-5", Name: "Berta", Manager: "m"},
		} {
			if err := tx.AddPerson(ctx, p); err != nil {
				return err
			}
		}
		return nil
	})
	for _, c := range []struct {
		name string
		f    store.PeopleFilter
		want []string
	}{
		{"reports", store.PeopleFilter{Manager: "m"}, []string{"l-1", "l-2", "l-3", "l-4", "l-5"}},
		{"active reports", store.PeopleFilter{Manager: "m", ActiveOnly: store.ActivePeople}, []string{"l-1", "l-3", "l-4", "l-5"}},
		{"reports of a team", store.PeopleFilter{Manager: "m", Team: "t-1"}, []string{"l-1", "l-4"}},
		{"a team", store.PeopleFilter{Team: "t-1"}, []string{"l-1", "l-4"}},
		{"a page", store.PeopleFilter{Manager: "m", Limit: 2}, []string{"l-1", "l-2"}},
		{"the next page", store.PeopleFilter{Manager: "m", Limit: 2, AfterName: "Ånna", AfterID: "l-2"}, []string{"l-3", "l-4"}},
		{"the last page", store.PeopleFilter{Manager: "m", AfterName: "Ärmel", AfterID: "l-4"}, []string{"l-5"}},
		{"all after a name", store.PeopleFilter{AfterName: "Berta", AfterID: "l-5", Limit: 3}, []string{"p-1", "none-0", "none-1"}},
		{"nobody's reports", store.PeopleFilter{Manager: "nobody"}, []string{}},
	} {
		got := get(f, func(ctx context.Context, tx store.Tx) ([]growth.Person, error) { return tx.ListPeople(ctx, c.f) })
		same(t, c.name, ids(got, func(p growth.Person) growth.PersonID { return p.ID }), c.want)
	}
}
