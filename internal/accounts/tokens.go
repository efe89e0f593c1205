package accounts

import (
	"context"
	"slices"
	"strings"
	"time"

	"rung/internal/authz"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
)

// TokenPrefix begins every token, so that one who finds it knows what it is.
const TokenPrefix = "rung_"

// NewToken is a token with its secret, which is not to be had again.
type NewToken struct {
	Secret string
	Token  growth.Token
}

// MakeToken makes a token with which a program acts for the actor.
func (s *Service) MakeToken(ctx context.Context, a authz.Actor, name string) (NewToken, error) {
	if err := authz.Own(authz.KeepAccount, a); err != nil {
		return NewToken{}, err
	}
	var out NewToken
	err := s.store.Update(ctx, func(tx store.Tx) error {
		var err error
		out, err = s.addToken(ctx, tx, a, name)
		return err
	})
	return out, err
}

func (s *Service) addToken(ctx context.Context, tx store.Tx, a authz.Actor, name string) (NewToken, error) {
	now := s.book.At()
	secret, err := s.secret(TokenPrefix)
	if err != nil {
		return NewToken{}, err
	}
	t, err := growth.Token{
		ID: s.book.ID(), Hash: digest(secret), Person: a.Person, Name: name, CreatedAt: now, ExpiresAt: now.Add(TokenLife),
	}.Clean()
	if err != nil {
		return NewToken{}, err
	}
	had, err := tx.ListTokens(ctx, a.Person)
	if err != nil {
		return NewToken{}, err
	}
	if len(alive(had, now)) >= maxTokens {
		return NewToken{}, fault.New(fault.Conflict, "You have %d tokens; please end one that is no longer used.", maxTokens)
	}
	if err := tx.PutToken(ctx, t); err != nil {
		return NewToken{}, err
	}
	return NewToken{secret, t}, tx.AddAudit(ctx, s.book.Entry(a, authz.KeepAccount, t.ID, "token made"))
}

func alive(list []growth.Token, now time.Time) []growth.Token {
	return slices.DeleteFunc(list, func(t growth.Token) bool { return !now.Before(t.ExpiresAt) })
}

// Tokens returns the actor's tokens that still work, newest first.
func (s *Service) Tokens(ctx context.Context, a authz.Actor) ([]growth.Token, error) {
	if err := authz.Own(authz.KeepAccount, a); err != nil {
		return nil, err
	}
	var out []growth.Token
	err := s.store.View(ctx, func(tx store.Tx) error {
		list, err := tx.ListTokens(ctx, a.Person)
		out = alive(list, s.book.At())
		return err
	})
	return out, err
}

// RevokeToken ends one of the actor's tokens.
func (s *Service) RevokeToken(ctx context.Context, a authz.Actor, id string) error {
	if err := authz.Own(authz.KeepAccount, a); err != nil {
		return err
	}
	return s.store.Update(ctx, func(tx store.Tx) error {
		if err := tx.RemoveToken(ctx, a.Person, id); err != nil {
			return err
		}
		return tx.AddAudit(ctx, s.book.Entry(a, authz.KeepAccount, id, "token revoked"))
	})
}

// EndToken ends the token of that secret, as a program does that signs out.
// One that does not work any more is fault.NotFound.
func (s *Service) EndToken(ctx context.Context, secret string) error {
	a, err := s.ByToken(ctx, secret)
	if err != nil {
		return err
	}
	return s.store.Update(ctx, func(tx store.Tx) error {
		t, err := tx.TokenByHash(ctx, digest(secret), s.book.At())
		if err != nil {
			return hidden(err, fault.NotFound, fault.MessageOf(noToken()))
		}
		if err := tx.RemoveToken(ctx, a.Person, t.ID); err != nil {
			return err
		}
		return tx.AddAudit(ctx, s.book.Entry(a, authz.KeepAccount, t.ID, "token ended"))
	})
}

// ByToken returns for whom a program acts, or fault.NotFound where the secret
// is no token that works.
func (s *Service) ByToken(ctx context.Context, secret string) (authz.Actor, error) {
	if err := authz.Check(authz.SignIn, authz.Actor{}, authz.Facts{}); err != nil {
		return authz.Actor{}, err
	}
	if !strings.HasPrefix(secret, TokenPrefix) || len(secret) > maxSecret {
		return authz.Actor{}, noToken()
	}
	var (
		t   growth.Token
		out authz.Actor
		now = s.book.At()
	)
	err := s.store.View(ctx, func(tx store.Tx) error {
		var err error
		if t, err = tx.TokenByHash(ctx, digest(secret), now); err != nil {
			return err
		}
		p, err := activePerson(ctx, tx, t.Person)
		out = actor(p)
		return err
	})
	if err != nil {
		return authz.Actor{}, hidden(err, fault.NotFound, fault.MessageOf(noToken()))
	}
	if now.Sub(t.SeenAt) < seenEvery {
		return out, nil
	}
	t.SeenAt = now
	return out, s.seenToken(ctx, t)
}

func noToken() error {
	return fault.New(fault.NotFound, "This token does not work any more. Please make a new one.")
}

// seenToken notes when a token was last used, unless it has ended meanwhile.
func (s *Service) seenToken(ctx context.Context, t growth.Token) error {
	return s.store.Update(ctx, func(tx store.Tx) error {
		if _, err := tx.TokenByHash(ctx, t.Hash, t.SeenAt); err != nil {
			return hidden(err, fault.NotFound, fault.MessageOf(noToken()))
		}
		return tx.PutToken(ctx, t)
	})
}
