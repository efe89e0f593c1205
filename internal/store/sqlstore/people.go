package sqlstore

import (
	"context"
	"strings"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
	"rung/internal/store/sqlstore/query"
)

// AddPerson implements store.People.
func (t *Tx) AddPerson(ctx context.Context, p growth.Person) error {
	n, err := t.q.AddPerson(ctx, query.AddPersonParams{
		ID: string(p.ID), Name: p.Name, NameKey: sortKey(p.Name), Email: strings.ToLower(p.Email),
		TeamID: optional(p.Team), ManagerID: optional(p.Manager), Admin: bit(p.Admin),
		JoinedAt: micros(p.JoinedAt), LeftAt: optionalMicros(p.LeftAt),
	})
	if err == nil && n == 0 {
		return takenEmail()
	}
	if err != nil {
		return t.refused("add person", err)
	}
	return t.makeKey(ctx, p.ID)
}

// ChangePerson implements store.People.
func (t *Tx) ChangePerson(ctx context.Context, p growth.Person) error {
	n, err := t.q.ChangePerson(ctx, query.ChangePersonParams{
		ID: string(p.ID), Name: p.Name, NameKey: sortKey(p.Name), Email: strings.ToLower(p.Email),
		TeamID: optional(p.Team), ManagerID: optional(p.Manager), Admin: bit(p.Admin),
		JoinedAt: micros(p.JoinedAt), LeftAt: optionalMicros(p.LeftAt), Version: p.Version,
	})
	if err != nil || n > 0 {
		return t.refused("change person", err)
	}
	now, err := t.Person(ctx, p.ID)
	switch {
	case err != nil:
		return err
	case now.Version != p.Version:
		return stale("person")
	default:
		return takenEmail()
	}
}

// Person implements store.People.
func (t *Tx) Person(ctx context.Context, id growth.PersonID) (growth.Person, error) {
	r, err := t.q.Person(ctx, string(id))
	r, err = found(t, "person", r, err)
	if err != nil {
		return growth.Person{}, err
	}
	return person(r), nil
}

// PersonByEmail implements store.People.
func (t *Tx) PersonByEmail(ctx context.Context, email string) (growth.Person, error) {
	r, err := t.q.PersonByEmail(ctx, strings.ToLower(email))
	r, err = found(t, "person", r, err)
	if err != nil {
		return growth.Person{}, err
	}
	return person(r), nil
}

// ListPeople implements store.People.
func (t *Tx) ListPeople(ctx context.Context, f store.PeopleFilter) ([]growth.Person, error) {
	if f.Manager != "" {
		rows, err := t.q.ListReports(ctx, query.ListReportsParams{
			ManagerID: string(f.Manager), TeamID: string(f.Team), ActiveOnly: bit(f.ActiveOnly == store.ActivePeople),
			AfterKey: sortKey(f.AfterName), AfterID: string(f.AfterID), MaxRows: bounded(f.Limit),
		})
		return list(t, "reports", rows, err, person)
	}
	rows, err := t.q.ListPeople(ctx, query.ListPeopleParams{
		TeamID: string(f.Team), ActiveOnly: bit(f.ActiveOnly == store.ActivePeople),
		AfterKey: sortKey(f.AfterName), AfterID: string(f.AfterID), MaxRows: bounded(f.Limit),
	})
	return list(t, "people", rows, err, person)
}

func person(r query.Person) growth.Person {
	return growth.Person{
		ID: growth.PersonID(r.ID), Name: r.Name, Email: r.Email,
		Team: growth.TeamID(r.TeamID.String), Manager: growth.PersonID(r.ManagerID.String), Admin: r.Admin == 1,
		JoinedAt: moment(r.JoinedAt), LeftAt: optionalMoment(r.LeftAt), Version: r.Version,
	}
}

func takenEmail() error {
	return fault.New(fault.Conflict, "Somebody else has that e-mail address already.")
}
