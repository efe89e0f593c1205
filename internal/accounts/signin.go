package accounts

import (
	"context"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rung/internal/authz"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
)

// SignInRequest is what somebody presents. Address is where the request comes
// from; Agent is the browser as it calls itself.
type SignInRequest struct {
	Email, Password string
	Address, Agent  string
}

// errWrong is one message for whatever is wrong, so that nobody learns who has
// an account here.
func errWrong() error {
	return fault.New(fault.Invalid, "E-mail and password do not fit together.")
}

// SignIn opens a session for whoever knows the password. An unknown address
// and a wrong password take the same time and give the same fault.Invalid; too
// many attempts give fault.Unavailable, whoever they are for.
func (s *Service) SignIn(ctx context.Context, in SignInRequest) (SignedIn, error) {
	if err := authz.Check(authz.SignIn, authz.Actor{}, authz.Facts{}); err != nil {
		return SignedIn{}, err
	}
	if len(in.Email) > 4*growth.MaxEmail || len(in.Password) > 4*MaxPassword {
		return SignedIn{}, errWrong()
	}
	in.Email = norm.NFC.String(strings.ToLower(strings.TrimSpace(norm.NFC.String(in.Email))))
	found, err := s.candidate(ctx, in)
	if err != nil {
		return SignedIn{}, err
	}
	how, err := s.verify(ctx, found.credential.Hash, in.Password)
	if err != nil {
		return SignedIn{}, err
	}
	if how == noMatch {
		return SignedIn{}, s.refuse(ctx, in)
	}
	return s.welcome(ctx, in, found, how)
}

// candidate is whom an attempt is for; both are zero where nobody fits.
type candidate struct {
	person     growth.Person
	credential growth.Credential
}

// candidate notes the attempt and finds whom it is for. It is noted before the
// password is looked at, so that many at once do not slip through together.
func (s *Service) candidate(ctx context.Context, in SignInRequest) (candidate, error) {
	var out candidate
	err := s.store.Update(ctx, func(tx store.Tx) error {
		out = candidate{}
		now := s.book.At()
		if err := addressLimit.admit(ctx, tx, byAddress+in.Address, now); err != nil {
			return err
		}
		if err := accountLimit.admit(ctx, tx, byAccount+in.Email, now); err != nil {
			return err
		}
		if err := count(ctx, tx, byAccount+in.Email, now); err != nil {
			return err
		}
		p, err := tx.PersonByEmail(ctx, in.Email)
		if fault.KindOf(err) == fault.NotFound || err == nil && !p.Active() {
			return nil
		}
		if err != nil {
			return err
		}
		c, err := tx.Credential(ctx, p.ID)
		if err == nil {
			out = candidate{p, c}
		}
		return hiddenNil(err)
	})
	return out, err
}

// hiddenNil returns err, but nil where it says that something is not found.
func hiddenNil(err error) error {
	if fault.KindOf(err) == fault.NotFound {
		return nil
	}
	return err
}

// refuse counts a failed attempt against the address it came from.
func (s *Service) refuse(ctx context.Context, in SignInRequest) error {
	err := s.store.Update(ctx, func(tx store.Tx) error {
		return count(ctx, tx, byAddress+in.Address, s.book.At())
	})
	if err != nil {
		return err
	}
	return errWrong()
}

// welcome opens the session, and makes the hash again where it has aged.
func (s *Service) welcome(ctx context.Context, in SignInRequest, found candidate, how match) (SignedIn, error) {
	fresh := found.credential
	if how == matchesOld {
		h, err := s.hash(ctx, in.Password)
		if err != nil {
			return SignedIn{}, err
		}
		fresh.Hash = h
	}
	var out SignedIn
	err := s.store.Update(ctx, func(tx store.Tx) error {
		p, err := activePerson(ctx, tx, found.person.ID)
		if err != nil {
			return hidden(err, fault.Invalid, fault.MessageOf(errWrong()))
		}
		now, err := tx.Credential(ctx, p.ID)
		if err != nil {
			return err
		}
		if now.Hash != found.credential.Hash {
			return errWrong() // changed while we were looking
		}
		if fresh != now {
			if err := tx.PutCredential(ctx, fresh); err != nil {
				return err
			}
		}
		if err := forget(ctx, tx, byAccount+in.Email, s.book.At()); err != nil {
			return err
		}
		out, err = s.open(ctx, tx, p, in.Agent)
		return err
	})
	return out, err
}

// SignInAs opens a session for a person of whom the caller has made sure by
// other means: the operator's own machine, or a provider of identities. No
// port may hand a request through to it unproven.
func (s *Service) SignInAs(ctx context.Context, person growth.PersonID, agent string) (SignedIn, error) {
	if err := authz.Check(authz.SignIn, authz.Actor{}, authz.Facts{}); err != nil {
		return SignedIn{}, err
	}
	var out SignedIn
	err := s.store.Update(ctx, func(tx store.Tx) error {
		p, err := activePerson(ctx, tx, person)
		if err != nil {
			return err
		}
		out, err = s.open(ctx, tx, p, agent)
		return err
	})
	return out, err
}

// open makes a session for p, with its audit row.
func (s *Service) open(ctx context.Context, tx store.Tx, p growth.Person, agent string) (SignedIn, error) {
	secret, err := s.secret("")
	if err != nil {
		return SignedIn{}, err
	}
	now := s.book.At()
	session := growth.Session{
		ID: s.book.ID(), Hash: digest(secret), Person: p.ID, Agent: cutAgent(agent),
		CreatedAt: now, SeenAt: now, ExpiresAt: now.Add(SessionLife),
	}
	if err := tx.PutSession(ctx, session); err != nil {
		return SignedIn{}, err
	}
	if err := tx.AddAudit(ctx, s.book.Entry(actor(p), authz.SignIn, session.ID, "")); err != nil {
		return SignedIn{}, err
	}
	return SignedIn{Secret: secret, Session: session, Actor: actor(p), Person: p}, nil
}

// cutAgent returns what a browser calls itself, short and readable.
func cutAgent(agent string) string {
	text := []rune(strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(agent, "")))
	return string(text[:min(len(text), maxAgent)])
}
