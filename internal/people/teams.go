package people

import (
	"context"
	"slices"
	"strings"

	"rung/internal/authz"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
)

// AddTeam adds a team. A name that differs from another team's only in case is
// refused.
func (s *Service) AddTeam(ctx context.Context, a authz.Actor, name string) (growth.Team, error) {
	if err := administrate(a); err != nil {
		return growth.Team{}, err
	}
	t, err := growth.Team{ID: growth.TeamID(s.book.ID()), Name: name, Version: 1}.Clean()
	if err != nil {
		return growth.Team{}, err
	}
	err = s.store.Update(ctx, func(tx store.Tx) error {
		list, err := tx.ListTeams(ctx)
		if err != nil {
			return err
		}
		if slices.ContainsFunc(list, func(o growth.Team) bool { return strings.EqualFold(o.Name, t.Name) }) {
			var wrong fault.Fields
			wrong.Add("name", "There is a team of this name already.")
			return wrong.Err()
		}
		return s.addTeam(ctx, tx, a, t)
	})
	return t, err
}

func (s *Service) addTeam(ctx context.Context, tx store.Tx, a authz.Actor, t growth.Team) error {
	if err := tx.AddTeam(ctx, t); err != nil {
		return err
	}
	return tx.AddAudit(ctx, s.book.Entry(a, authz.KeepPeople, string(t.ID), "team added"))
}

// Teams returns all teams by name.
func (s *Service) Teams(ctx context.Context, a authz.Actor) ([]growth.Team, error) {
	if err := authz.Check(authz.SeeDirectory, a, authz.Facts{}); err != nil {
		return nil, err
	}
	var out []growth.Team
	err := s.store.View(ctx, func(tx store.Tx) error {
		var err error
		out, err = tx.ListTeams(ctx)
		return err
	})
	return out, err
}
