package accounts

import (
	"context"
	"slices"
	"time"

	"rung/internal/authz"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
)

// Who returns whose session a secret is of; fault.NotFound where it is none,
// has ended, or its person has left. It keeps note of when it was last seen.
func (s *Service) Who(ctx context.Context, secret string) (SignedIn, error) {
	if err := authz.Check(authz.SignIn, authz.Actor{}, authz.Facts{}); err != nil {
		return SignedIn{}, err
	}
	if secret == "" || len(secret) > maxSecret {
		return SignedIn{}, noSession()
	}
	out := SignedIn{Secret: secret}
	now := s.book.At()
	err := s.store.View(ctx, func(tx store.Tx) error {
		session, err := tx.SessionByHash(ctx, digest(secret), now)
		if err != nil {
			return err
		}
		if idle(session, now) {
			return noSession()
		}
		p, err := activePerson(ctx, tx, session.Person)
		out.Session, out.Actor, out.Person = session, actor(p), p
		return err
	})
	if err != nil {
		return SignedIn{}, hidden(err, fault.NotFound, fault.MessageOf(noSession()))
	}
	if now.Sub(out.Session.SeenAt) < seenEvery {
		return out, nil
	}
	out.Session.SeenAt = now
	return out, s.seen(ctx, out.Session)
}

func noSession() error {
	return fault.New(fault.NotFound, "This session has ended. Please sign in again.")
}

func idle(session growth.Session, now time.Time) bool {
	return now.Sub(session.SeenAt) >= SessionIdle || !now.Before(session.ExpiresAt)
}

// seen notes when a session was last used, unless it has ended meanwhile.
func (s *Service) seen(ctx context.Context, session growth.Session) error {
	return s.store.Update(ctx, func(tx store.Tx) error {
		if _, err := tx.SessionByHash(ctx, session.Hash, session.SeenAt); err != nil {
			return hidden(err, fault.NotFound, fault.MessageOf(noSession()))
		}
		return tx.PutSession(ctx, session)
	})
}

// Sessions returns the actor's own sessions that go on, last seen first.
func (s *Service) Sessions(ctx context.Context, a authz.Actor) ([]growth.Session, error) {
	if err := authz.Own(authz.KeepAccount, a); err != nil {
		return nil, err
	}
	var out []growth.Session
	now := s.book.At()
	err := s.store.View(ctx, func(tx store.Tx) error {
		list, err := tx.ListSessions(ctx, a.Person, now)
		out = slices.DeleteFunc(list, func(session growth.Session) bool { return idle(session, now) })
		return err
	})
	return out, err
}

// EndSession ends one of the actor's own sessions, as signing out does.
func (s *Service) EndSession(ctx context.Context, a authz.Actor, id string) error {
	if err := authz.Own(authz.KeepAccount, a); err != nil {
		return err
	}
	return s.store.Update(ctx, func(tx store.Tx) error {
		if err := tx.EndSession(ctx, a.Person, id); err != nil {
			return err
		}
		return tx.AddAudit(ctx, s.book.Entry(a, authz.KeepAccount, id, "session ended"))
	})
}

// EndSessions ends all of a person's sessions but the one of id keep.
func (s *Service) EndSessions(ctx context.Context, a authz.Actor, person growth.PersonID, keep string) error {
	return s.store.Update(ctx, func(tx store.Tx) error {
		if _, err := authz.Do(ctx, tx, authz.EndSessions, a, person); err != nil {
			return err
		}
		if err := tx.EndSessions(ctx, person, keep); err != nil {
			return err
		}
		return tx.AddAudit(ctx, s.book.Entry(a, authz.EndSessions, string(person), ""))
	})
}
