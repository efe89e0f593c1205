package accounts

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"rung/internal/authz"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
)

// DeviceStart is what a terminal is told that asks to be signed in (RFC 8628).
type DeviceStart struct {
	Code     string // the terminal's own secret
	UserCode string // what the person confirms in her browser
	Expires  time.Duration
	Interval time.Duration // how often to ask
}

// codeLetters make user codes: no vowels, so no words; no letter is taken for
// another.
const codeLetters = "BCDFGHJKLMNPQRSTVWXZ"

// StartDevice begins to sign in a terminal that calls itself name.
func (s *Service) StartDevice(ctx context.Context, name, address string) (DeviceStart, error) {
	if err := authz.Check(authz.SignIn, authz.Actor{}, authz.Facts{}); err != nil {
		return DeviceStart{}, err
	}
	t, err := growth.Token{Name: name}.Clean()
	if err != nil {
		return DeviceStart{}, err
	}
	code, err := s.secret("")
	if err != nil {
		return DeviceStart{}, err
	}
	user, err := s.userCode()
	if err != nil {
		return DeviceStart{}, err
	}
	err = s.store.Update(ctx, func(tx store.Tx) error {
		now := s.book.At()
		if err := deviceLimit.admit(ctx, tx, byDevice+address, now); err != nil {
			return err
		}
		if err := count(ctx, tx, byDevice+address, now); err != nil {
			return err
		}
		if err := tx.RemoveDevice(ctx, "", now); err != nil { // those that expired
			return err
		}
		return tx.PutDevice(ctx, growth.Device{Hash: digest(code), UserCode: user, Name: t.Name, CreatedAt: now, ExpiresAt: now.Add(DeviceLife)})
	})
	if err != nil {
		return DeviceStart{}, err
	}
	return DeviceStart{Code: code, UserCode: user, Expires: DeviceLife, Interval: DevicePoll}, nil
}

// userCode returns a new code as "WDJB-MJHT".
func (s *Service) userCode() (string, error) {
	var out strings.Builder
	b := make([]byte, 1)
	for out.Len() < 9 {
		if _, err := io.ReadFull(s.random, b); err != nil {
			return "", fmt.Errorf("make user code: %w", err)
		}
		if int(b[0]) >= 256/len(codeLetters)*len(codeLetters) {
			continue // would make the first letters likelier
		}
		if out.Len() == 4 {
			out.WriteByte('-')
		}
		out.WriteByte(codeLetters[int(b[0])%len(codeLetters)])
	}
	return out.String(), nil
}

// plainCode returns a user code as it is kept, however it was typed.
func plainCode(typed string) string {
	letters := strings.Map(func(r rune) rune {
		if strings.ContainsRune(codeLetters, r) {
			return r
		}
		return -1
	}, strings.ToUpper(typed))
	if len(letters) != 8 {
		return ""
	}
	return letters[:4] + "-" + letters[4:]
}

// DeviceAsking is what waits behind a user code.
type DeviceAsking struct {
	UserCode string
	Name     string // what the terminal calls itself
	Since    time.Time
}

// Device returns what waits behind a user code, for the person who is to
// approve it; fault.NotFound where nothing does.
func (s *Service) Device(ctx context.Context, a authz.Actor, userCode string) (DeviceAsking, error) {
	if err := authz.Own(authz.KeepAccount, a); err != nil {
		return DeviceAsking{}, err
	}
	var out DeviceAsking
	err := s.waiting(ctx, a, userCode, func(_ store.Tx, d growth.Device) error {
		out = DeviceAsking{UserCode: d.UserCode, Name: d.Name, Since: d.CreatedAt}
		return nil
	})
	return out, err
}

// ApproveDevice lets the terminal behind a user code act for the actor.
func (s *Service) ApproveDevice(ctx context.Context, a authz.Actor, userCode string) error {
	if err := authz.Own(authz.KeepAccount, a); err != nil {
		return err
	}
	return s.waiting(ctx, a, userCode, func(tx store.Tx, d growth.Device) error {
		d.Person = a.Person
		if err := tx.PutDevice(ctx, d); err != nil {
			return err
		}
		return tx.AddAudit(ctx, s.book.Entry(a, authz.KeepAccount, string(a.Person), "terminal approved"))
	})
}

// DenyDevice sends the terminal behind a user code away.
func (s *Service) DenyDevice(ctx context.Context, a authz.Actor, userCode string) error {
	if err := authz.Own(authz.KeepAccount, a); err != nil {
		return err
	}
	return s.waiting(ctx, a, userCode, func(tx store.Tx, d growth.Device) error {
		if err := tx.RemoveDevice(ctx, d.Hash, s.book.At()); err != nil {
			return err
		}
		return tx.AddAudit(ctx, s.book.Entry(a, authz.KeepAccount, string(a.Person), "terminal denied"))
	})
}

func noDevice() error {
	return fault.New(fault.NotFound, "No terminal waits with this code. Please start again there.")
}

// waiting does f with the terminal behind a user code that nobody has approved
// yet. Guessing codes is slowed down: a code that does not fit is counted,
// though nothing else is done.
func (s *Service) waiting(ctx context.Context, a authz.Actor, userCode string, f func(store.Tx, growth.Device) error) error {
	miss := false
	err := s.store.Update(ctx, func(tx store.Tx) error {
		now := s.book.At()
		key := byCode + string(a.Person)
		if err := codeLimit.admit(ctx, tx, key, now); err != nil {
			return err
		}
		d, err := tx.DeviceByUserCode(ctx, plainCode(userCode), now)
		if miss = fault.KindOf(err) == fault.NotFound || err == nil && d.Person != ""; miss {
			return count(ctx, tx, key, now)
		}
		if err != nil {
			return err
		}
		return f(tx, d)
	})
	if err == nil && miss {
		err = noDevice()
	}
	return err
}

// PollState is what a waiting terminal is told.
type PollState string

// The states of a waiting terminal.
const (
	PollPending  PollState = "pending"
	PollApproved PollState = "approved"
)

// Polled is the answer to a waiting terminal. Token is there once, when it was
// approved.
type Polled struct {
	State PollState
	Token NewToken
}

// PollDevice tells a terminal whether it was approved, and hands out its
// token. It is fault.NotFound where it was denied, waited too long or has its
// token already.
func (s *Service) PollDevice(ctx context.Context, code string) (Polled, error) {
	if err := authz.Check(authz.SignIn, authz.Actor{}, authz.Facts{}); err != nil {
		return Polled{}, err
	}
	if code == "" || len(code) > maxSecret {
		return Polled{}, noDevice()
	}
	out := Polled{State: PollPending}
	pending := false
	err := s.store.View(ctx, func(tx store.Tx) error {
		d, err := tx.DeviceByHash(ctx, digest(code), s.book.At())
		pending = d.Person == ""
		return err
	})
	if err != nil || pending {
		return out, hidden(err, fault.NotFound, fault.MessageOf(noDevice()))
	}
	err = s.store.Update(ctx, func(tx store.Tx) error {
		d, err := tx.DeviceByHash(ctx, digest(code), s.book.At())
		if err != nil {
			return err
		}
		p, err := activePerson(ctx, tx, d.Person)
		if err != nil {
			return err
		}
		if err := tx.RemoveDevice(ctx, d.Hash, s.book.At()); err != nil {
			return err
		}
		token, err := s.addToken(ctx, tx, actor(p), d.Name)
		out = Polled{PollApproved, token}
		return err
	})
	if err != nil {
		return Polled{}, hidden(err, fault.NotFound, fault.MessageOf(noDevice()))
	}
	return out, nil
}
