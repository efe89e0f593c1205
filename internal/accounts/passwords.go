package accounts

import (
	"context"

	"rung/internal/authz"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
)

// PasswordChange is what somebody enters to change her password.
type PasswordChange struct {
	Old, New       string
	Address, Agent string
}

// ChangePassword gives the actor a new password. All her sessions end; the
// answer is a new one. The old password is guarded as signing in is.
func (s *Service) ChangePassword(ctx context.Context, a authz.Actor, in PasswordChange) (SignedIn, error) {
	if err := authz.Own(authz.KeepAccount, a); err != nil {
		return SignedIn{}, err
	}
	var p growth.Person
	err := s.store.View(ctx, func(tx store.Tx) error {
		var err error
		p, err = activePerson(ctx, tx, a.Person)
		return err
	})
	if err != nil {
		return SignedIn{}, err
	}
	request := SignInRequest{Email: p.Email, Password: in.Old, Address: in.Address, Agent: in.Agent}
	found, err := s.candidate(ctx, request)
	if err != nil {
		return SignedIn{}, err
	}
	how, err := s.verify(ctx, found.credential.Hash, in.Old)
	if err != nil {
		return SignedIn{}, err
	}
	if how == noMatch {
		return SignedIn{}, wrongField("old", "This is not your password.")
	}
	h, err := s.newHash(ctx, "new", in.New, p)
	if err != nil {
		return SignedIn{}, err
	}
	return s.replacePassword(ctx, found.credential, h, request)
}

// replacePassword keeps the new hash if the old one is still the stored one.
func (s *Service) replacePassword(ctx context.Context, old growth.Credential, h string, in SignInRequest) (SignedIn, error) {
	var out SignedIn
	err := s.store.Update(ctx, func(tx store.Tx) error {
		now, err := tx.Credential(ctx, old.Person)
		if err != nil {
			return err
		}
		if now.Hash != old.Hash {
			return fault.New(fault.Conflict, "Your password was changed elsewhere at the same time.")
		}
		p, err := activePerson(ctx, tx, old.Person)
		if err != nil {
			return err
		}
		if err := forget(ctx, tx, byAccount+in.Email, s.book.At()); err != nil {
			return err
		}
		out, err = s.setPassword(ctx, tx, p, h, in.Agent)
		return err
	})
	return out, err
}

// setPassword keeps a hash, ends all sessions and opens a new one.
func (s *Service) setPassword(ctx context.Context, tx store.Tx, p growth.Person, h, agent string) (SignedIn, error) {
	if err := tx.PutCredential(ctx, growth.Credential{Person: p.ID, Hash: h, ChangedAt: s.book.At()}); err != nil {
		return SignedIn{}, err
	}
	if err := tx.EndSessions(ctx, p.ID, ""); err != nil {
		return SignedIn{}, err
	}
	if err := tx.AddAudit(ctx, s.book.Entry(actor(p), authz.KeepAccount, string(p.ID), "password set")); err != nil {
		return SignedIn{}, err
	}
	return s.open(ctx, tx, p, agent)
}

// newHash checks a new password for p and hashes it.
func (s *Service) newHash(ctx context.Context, field, password string, p growth.Person) (string, error) {
	if err := s.checkPassword(field, password, p); err != nil {
		return "", err
	}
	return s.hash(ctx, password)
}

// wrongField returns an Invalid error about one field.
func wrongField(name, message string) error {
	var wrong fault.Fields
	wrong.Add(name, "%s", message)
	return wrong.Err()
}
