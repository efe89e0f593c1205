package people

import (
	"context"

	"rung/internal/authz"
	"rung/internal/growth"
	"rung/internal/store"
)

// Listed is somebody as administrators keep her: her entry, what her team and
// manager are called, and the role she holds today.
type Listed struct {
	growth.Person
	TeamName, ManagerName string
	Held                  *growth.Assignment // nil where she holds none
}

// Entries returns everybody who is or was here, by name.
func (s *Service) Entries(ctx context.Context, a authz.Actor) ([]Listed, error) {
	if err := administrate(a); err != nil {
		return nil, err
	}
	var out []Listed
	err := s.store.View(ctx, func(tx store.Tx) error {
		list, err := everybody(ctx, tx, store.EverybodyEver)
		if err != nil {
			return err
		}
		n, err := loadNames(ctx, tx)
		if err != nil {
			return err
		}
		roles, err := s.held(ctx, tx)
		for _, p := range list {
			one := Listed{Person: p, TeamName: n.teams[p.Team], ManagerName: n.people[p.Manager]}
			if held, ok := roles[p.ID]; ok {
				one.Held = &held
			}
			out = append(out, one)
		}
		return err
	})
	return out, err
}
