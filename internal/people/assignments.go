package people

import (
	"context"
	"time"

	"rung/internal/authz"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store"
)

// Assignment is what an administrator enters when somebody gets a role.
type Assignment struct {
	Person   growth.PersonID
	Role     model.RoleID
	Since    time.Time
	Maturity string
}

// Assign gives a person a role of the framework since a day.
func (s *Service) Assign(ctx context.Context, a authz.Actor, in Assignment) (growth.Assignment, error) {
	var out growth.Assignment
	err := s.store.Update(ctx, func(tx store.Tx) error {
		p, err := authz.Do(ctx, tx, authz.Assign, a, in.Person)
		if err != nil {
			return err
		}
		out, err = growth.Assignment{
			ID: s.book.ID(), Person: p.ID, Role: in.Role, Since: in.Since, Maturity: in.Maturity, CreatedAt: s.book.At(),
		}.Clean()
		if err != nil {
			return err
		}
		role, revision, err := s.role(in.Role)
		if err != nil {
			return err
		}
		out.RoleTitle, out.Revision = role.Name(), revision
		return s.assign(ctx, tx, a, out)
	})
	return out, err
}

func (s *Service) assign(ctx context.Context, tx store.Tx, a authz.Actor, as growth.Assignment) error {
	if err := tx.AddAssignment(ctx, as); err != nil {
		return err
	}
	return tx.AddAudit(ctx, s.book.Entry(a, authz.Assign, string(as.Person), "given"))
}

// role returns a role that somebody can hold, and the revision it is of.
func (s *Service) role(id model.RoleID) (*model.Role, string, error) {
	f, revision := s.ladder.Latest()
	if f != nil {
		if r := f.Role(id); r != nil && !r.Foundation {
			return r, revision, nil
		}
	}
	var wrong fault.Fields
	wrong.Add("role", "There is no such role in the ladder.")
	return nil, "", wrong.Err()
}

// Unassign removes an assignment that was entered by mistake.
func (s *Service) Unassign(ctx context.Context, a authz.Actor, person growth.PersonID, id string) error {
	return s.store.Update(ctx, func(tx store.Tx) error {
		if _, err := authz.Do(ctx, tx, authz.Assign, a, person); err != nil {
			return err
		}
		if err := tx.RemoveAssignment(ctx, person, id); err != nil {
			return err
		}
		return tx.AddAudit(ctx, s.book.Entry(a, authz.Assign, string(person), "removed"))
	})
}
