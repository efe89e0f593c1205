package people

import (
	"context"

	"rung/internal/authz"
	"rung/internal/growth"
	"rung/internal/store"
)

// Report is somebody who reports to the actor.
type Report struct {
	Colleague
	Held *growth.Assignment // nil where she holds no role today
}

// Reports returns those who report to the actor and are here, by name. Nothing
// that is private to them is among it.
func (s *Service) Reports(ctx context.Context, a authz.Actor) ([]Report, error) {
	if err := authz.Check(authz.SeeReports, a, authz.Facts{Manager: a.Person}); err != nil {
		return nil, err
	}
	var out []Report
	err := s.store.View(ctx, func(tx store.Tx) error {
		list, err := tx.ListPeople(ctx, store.PeopleFilter{Manager: a.Person, ActiveOnly: store.ActivePeople, Limit: store.MaxList})
		if err != nil || len(list) == 0 {
			return err
		}
		n, err := loadNames(ctx, tx)
		if err != nil {
			return err
		}
		roles, err := s.held(ctx, tx)
		if err != nil {
			return err
		}
		for _, p := range list {
			r := Report{Colleague: n.colleague(p)}
			if held, ok := roles[p.ID]; ok {
				r.Held = &held
			}
			out = append(out, r)
		}
		return nil
	})
	return out, err
}

// held returns the assignments in force, by person.
func (s *Service) held(ctx context.Context, tx store.Tx) (map[growth.PersonID]growth.Assignment, error) {
	list, err := tx.ListCurrentAssignments(ctx, s.book.At())
	out := make(map[growth.PersonID]growth.Assignment, len(list))
	for _, a := range list {
		out[a.Person] = a
	}
	return out, err
}
