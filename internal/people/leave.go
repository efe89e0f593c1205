package people

import (
	"context"
	"time"

	"rung/internal/authz"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
)

// MarkLeft says that a person has left: her sessions and tokens end at once,
// what she wrote stays.
func (s *Service) MarkLeft(ctx context.Context, a authz.Actor, id growth.PersonID) error {
	return s.store.Update(ctx, func(tx store.Tx) error {
		p, err := authz.Do(ctx, tx, authz.KeepPeople, a, id)
		if err != nil {
			return err
		}
		if !p.Active() {
			return fault.New(fault.Conflict, "This person has left already.")
		}
		p.LeftAt = s.book.At()
		if err := s.replace(ctx, tx, a, p, "left"); err != nil {
			return err
		}
		return endAll(ctx, tx, p.ID)
	})
}

func endAll(ctx context.Context, tx store.Tx, id growth.PersonID) error {
	if err := tx.EndSessions(ctx, id, ""); err != nil {
		return err
	}
	tokens, err := tx.ListTokens(ctx, id)
	if err != nil {
		return err
	}
	for _, t := range tokens { // at most as many as one person may have
		if err := tx.RemoveToken(ctx, id, t.ID); err != nil {
			return err
		}
	}
	return nil
}

// MarkBack says that somebody who was marked as left is here.
func (s *Service) MarkBack(ctx context.Context, a authz.Actor, id growth.PersonID) error {
	return s.store.Update(ctx, func(tx store.Tx) error {
		p, err := authz.Do(ctx, tx, authz.KeepPeople, a, id)
		if err != nil {
			return err
		}
		if p.Active() {
			return fault.New(fault.Conflict, "This person is here already.")
		}
		p.LeftAt = time.Time{}
		return s.replace(ctx, tx, a, p, "back")
	})
}
