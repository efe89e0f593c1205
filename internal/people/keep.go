package people

import (
	"context"

	"rung/internal/authz"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
)

// Input is what an administrator enters about a person.
type Input struct {
	Name, Email string
	Team        growth.TeamID   // "" for none
	Manager     growth.PersonID // "" for none
	Admin       bool
}

func (in Input) onto(p growth.Person) (growth.Person, error) {
	p.Name, p.Email, p.Team, p.Manager, p.Admin = in.Name, in.Email, in.Team, in.Manager, in.Admin
	return p.Clean()
}

// Add adds a person.
func (s *Service) Add(ctx context.Context, a authz.Actor, in Input) (growth.Person, error) {
	if err := administrate(a); err != nil {
		return growth.Person{}, err
	}
	p, err := in.onto(growth.Person{ID: growth.PersonID(s.book.ID()), JoinedAt: s.book.At(), Version: 1})
	if err != nil {
		return growth.Person{}, err
	}
	err = s.store.Update(ctx, func(tx store.Tx) error {
		if err := fits(ctx, tx, p); err != nil {
			return err
		}
		if err := tx.AddPerson(ctx, p); err != nil {
			return err
		}
		return tx.AddAudit(ctx, s.book.Entry(a, authz.KeepPeople, string(p.ID), "added"))
	})
	return p, err
}

// Change changes a person. Version is the one that the edit saw; where
// somebody was faster it is fault.Conflict.
func (s *Service) Change(ctx context.Context, a authz.Actor, id growth.PersonID, version int64, in Input) (growth.Person, error) {
	var p growth.Person
	err := s.store.Update(ctx, func(tx store.Tx) error {
		old, err := authz.Do(ctx, tx, authz.KeepPeople, a, id)
		if err != nil {
			return err
		}
		if old.Version != version {
			return changedMeanwhile()
		}
		if p, err = in.onto(old); err != nil {
			return err
		}
		if err := fits(ctx, tx, p); err != nil {
			return err
		}
		return s.replace(ctx, tx, a, p, "changed")
	})
	p.Version++
	return p, err
}

func changedMeanwhile() error {
	return fault.New(fault.Conflict, "Somebody changed this meanwhile. Please look again and enter it anew.")
}

// replace keeps a changed person, unless nobody would be left to run the
// system.
func (s *Service) replace(ctx context.Context, tx store.Tx, a authz.Actor, p growth.Person, note string) error {
	if err := tx.ChangePerson(ctx, p); err != nil {
		return err
	}
	list, err := everybody(ctx, tx, store.ActivePeople)
	if err != nil {
		return err
	}
	if !anyAdmin(list) {
		return fault.New(fault.Conflict, "Nobody would be left to run the system. Please make somebody else an administrator first.")
	}
	return tx.AddAudit(ctx, s.book.Entry(a, authz.KeepPeople, string(p.ID), note))
}

func anyAdmin(list []growth.Person) bool {
	for _, p := range list {
		if p.Admin && p.Active() {
			return true
		}
	}
	return false
}

// fits returns an Invalid error that names which of p's fields does not fit
// those who are there: a taken e-mail, a team or manager that is not, a circle
// of managers.
func fits(ctx context.Context, tx store.Tx, p growth.Person) error {
	var wrong fault.Fields
	other, err := tx.PersonByEmail(ctx, p.Email)
	switch {
	case err == nil && other.ID != p.ID:
		wrong.Add("email", "Somebody else has this e-mail address.")
	case err != nil && fault.KindOf(err) != fault.NotFound:
		return err
	}
	if err := fitsTeam(ctx, tx, p, &wrong); err != nil {
		return err
	}
	if err := fitsManager(ctx, tx, p, &wrong); err != nil {
		return err
	}
	return wrong.Err()
}

func fitsTeam(ctx context.Context, tx store.Tx, p growth.Person, wrong *fault.Fields) error {
	if p.Team == "" {
		return nil
	}
	teams, err := tx.ListTeams(ctx)
	for _, t := range teams {
		if t.ID == p.Team {
			return err
		}
	}
	wrong.Add("team", "There is no such team.")
	return err
}

func fitsManager(ctx context.Context, tx store.Tx, p growth.Person, wrong *fault.Fields) error {
	if p.Manager == "" {
		return nil
	}
	all, err := everybody(ctx, tx, store.EverybodyEver)
	if err != nil {
		return err
	}
	bosses := map[growth.PersonID]growth.PersonID{}
	there, before := false, growth.PersonID("")
	for _, o := range all {
		bosses[o.ID] = o.Manager
		there = there || o.ID == p.Manager && o.Active()
		if o.ID == p.ID {
			before = o.Manager
		}
	}
	bosses[p.ID] = p.Manager
	switch {
	case !there && before != p.Manager: // one who has left may stay until another is named
		wrong.Add("manager", "There is no such person to report to.")
	case circle(bosses, p.ID):
		wrong.Add("manager", "This would be a circle: that person reports to this one.")
	}
	return nil
}

// circle reports whether going up from p leads back to p.
func circle(bosses map[growth.PersonID]growth.PersonID, p growth.PersonID) bool {
	seen := map[growth.PersonID]bool{}
	for at := bosses[p]; at != "" && !seen[at]; at = bosses[at] {
		if at == p {
			return true
		}
		seen[at] = true
	}
	return false
}
