package people

import (
	"context"

	"rung/internal/authz"
	"rung/internal/growth"
	"rung/internal/store"
)

// Colleague is what everybody sees of somebody. Team and Manager are "" where
// there is none; a manager who has left is none.
type Colleague struct {
	ID          growth.PersonID
	Name        string
	Team        growth.TeamID
	TeamName    string
	Manager     growth.PersonID
	ManagerName string
}

// Directory returns everybody who is here, by name; of one team where team is
// not "".
func (s *Service) Directory(ctx context.Context, a authz.Actor, team growth.TeamID) ([]Colleague, error) {
	if err := authz.Check(authz.SeeDirectory, a, authz.Facts{}); err != nil {
		return nil, err
	}
	var out []Colleague
	err := s.store.View(ctx, func(tx store.Tx) error {
		n, err := loadNames(ctx, tx)
		if err != nil {
			return err
		}
		for _, p := range n.active {
			if team == "" || p.Team == team {
				out = append(out, n.colleague(p))
			}
		}
		return nil
	})
	return out, err
}

// names knows what teams and people who are here are called.
type names struct {
	active []growth.Person // by name
	people map[growth.PersonID]string
	teams  map[growth.TeamID]string
}

func loadNames(ctx context.Context, tx store.Tx) (names, error) {
	n := names{people: map[growth.PersonID]string{}, teams: map[growth.TeamID]string{}}
	teams, err := tx.ListTeams(ctx)
	if err != nil {
		return n, err
	}
	for _, t := range teams {
		n.teams[t.ID] = t.Name
	}
	n.active, err = everybody(ctx, tx, store.ActivePeople)
	for _, p := range n.active {
		n.people[p.ID] = p.Name
	}
	return n, err
}

func (n names) colleague(p growth.Person) Colleague {
	c := Colleague{ID: p.ID, Name: p.Name, Team: p.Team, TeamName: n.teams[p.Team]}
	if name, ok := n.people[p.Manager]; ok {
		c.Manager, c.ManagerName = p.Manager, name
	}
	return c
}
