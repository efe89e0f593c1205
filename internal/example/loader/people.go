package loader

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"rung/internal/example"
	"rung/internal/growth"
	"rung/internal/store"
)

func (l *loader) addPeople(ctx context.Context, tx store.Tx) error {
	for _, t := range l.Company.Teams {
		id := growth.TeamID(l.id(l.AsOf))
		l.teams[t.Key] = id
		if err := tx.AddTeam(ctx, growth.Team{ID: id, Name: t.Name, Version: 1}); err != nil {
			return err
		}
	}
	ordered, err := managersFirst(l.Company.People)
	if err != nil {
		return err
	}
	for _, p := range ordered {
		if err := l.addPerson(ctx, tx, p); err != nil {
			return fmt.Errorf("%s: %w", p.Key, err)
		}
	}
	return nil
}

// managersFirst returns the people so that each comes after her manager.
func managersFirst(list []example.Person) ([]example.Person, error) {
	var out []example.Person
	there := map[string]bool{"": true}
	for len(out) < len(list) {
		before := len(out)
		for _, p := range list {
			if !there[p.Key] && there[p.Manager] {
				out, there[p.Key] = append(out, p), true
			}
		}
		if len(out) == before {
			return nil, fmt.Errorf("some managers are nobody, or manage each other")
		}
	}
	return out, nil
}

func (l *loader) addPerson(ctx context.Context, tx store.Tx, p example.Person) error {
	joined := l.day(p.Joined)
	id := growth.PersonID(l.id(joined))
	l.people[p.Key] = id
	err := tx.AddPerson(ctx, growth.Person{
		ID: id, Name: p.Name, Email: strings.ToLower(p.Email), Team: l.teams[p.Team], Manager: l.people[p.Manager],
		Admin: slices.Contains(l.Company.Administrators, p.Key), JoinedAt: joined, Version: 1,
	})
	if err != nil {
		return err
	}
	for _, a := range p.Roles {
		if err := l.addAssignment(ctx, tx, id, a); err != nil {
			return err
		}
	}
	if p.Aim == nil {
		return nil
	}
	role, f, err := l.role(p.Aim.RolePath)
	if err != nil {
		return err
	}
	return tx.PutAim(ctx, growth.Aim{Person: id, Role: role.ID, Revision: f.Revision, Visible: visible(p.Aim.Shared), Since: l.at(p.Aim.Since, 0)})
}

func (l *loader) addAssignment(ctx context.Context, tx store.Tx, person growth.PersonID, a example.Assignment) error {
	role, f, err := l.role(a.RolePath)
	if err != nil {
		return err
	}
	since := l.day(a.Since)
	return tx.AddAssignment(ctx, growth.Assignment{
		ID: l.id(since), Person: person, Role: role.ID, RoleTitle: role.Title, Revision: f.Revision,
		Since: since, Maturity: a.Maturity, CreatedAt: since,
	})
}

// name returns the person's name.
func (l *loader) name(key string) string {
	p, _ := l.Company.Person(key) // the company has been checked
	return p.Name
}

func (l *loader) names(keys []string) string {
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = l.name(k)
	}
	return strings.Join(out, ", ")
}

func visible(shared bool) growth.Visibility {
	if shared {
		return growth.ToManager
	}
	return growth.Private
}

// letters reduces a text to what is the same however it was written: its
// letters and digits.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}
