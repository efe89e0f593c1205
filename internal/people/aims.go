package people

import (
	"context"
	"slices"

	"rung/internal/authz"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store"
)

// maxAims is how many roles one may want at a time.
const maxAims = 10

// Aim says that the actor wants a role, and who may know. Saying it again
// changes who may know.
func (s *Service) Aim(ctx context.Context, a authz.Actor, role model.RoleID, visible growth.Visibility) (growth.Aim, error) {
	if err := authz.Own(authz.KeepAims, a); err != nil {
		return growth.Aim{}, err
	}
	aim, err := growth.Aim{Person: a.Person, Role: role, Visible: visible, Since: s.book.At()}.Clean()
	if err != nil {
		return growth.Aim{}, err
	}
	err = s.store.Update(ctx, func(tx store.Tx) error {
		had, err := tx.ListAims(ctx, a.Person, a.Person)
		if err != nil {
			return err
		}
		if aim, err = s.decideAim(aim, had); err != nil {
			return err
		}
		if err := tx.PutAim(ctx, aim); err != nil {
			return err
		}
		return tx.AddAudit(ctx, s.book.Entry(a, authz.KeepAims, string(a.Person), ""))
	})
	return aim, err
}

// decideAim completes an aim: one that was there keeps its day and revision,
// even where its role is gone; a new one must be of the ladder.
func (s *Service) decideAim(aim growth.Aim, had []growth.Aim) (growth.Aim, error) {
	if i := slices.IndexFunc(had, func(o growth.Aim) bool { return o.Role == aim.Role }); i >= 0 {
		aim.Since, aim.Revision = had[i].Since, had[i].Revision
		return aim, nil
	}
	if len(had) >= maxAims {
		return aim, fault.New(fault.Conflict, "You want %d roles already; please take one off first.", maxAims)
	}
	_, revision, err := s.role(aim.Role)
	aim.Revision = revision
	return aim, err
}

// DropAim says that the actor no longer wants a role.
func (s *Service) DropAim(ctx context.Context, a authz.Actor, role model.RoleID) error {
	if err := authz.Own(authz.KeepAims, a); err != nil {
		return err
	}
	return s.store.Update(ctx, func(tx store.Tx) error {
		if err := tx.RemoveAim(ctx, growth.Aim{Person: a.Person, Role: role}); err != nil {
			return err
		}
		return tx.AddAudit(ctx, s.book.Entry(a, authz.KeepAims, string(a.Person), "dropped"))
	})
}
