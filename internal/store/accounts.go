package store

import (
	"context"
	"time"

	"rung/internal/growth"
)

// Credentials keeps passwords' hashes and how often signing in failed.
type Credentials interface {
	PutCredential(ctx context.Context, c growth.Credential) error
	// Credential returns the person's, or fault.NotFound.
	Credential(ctx context.Context, person growth.PersonID) (growth.Credential, error)
	// AddAttempt notes a failed attempt under a key (a hash: no address or
	// e-mail is kept in clear).
	AddAttempt(ctx context.Context, key string, at time.Time) error
	// Attempts returns how many failed since a time, and the last.
	Attempts(ctx context.Context, key string, since time.Time) (n int, last time.Time, err error)
	// ClearAttempts forgets those under key and all those before a time.
	ClearAttempts(ctx context.Context, key string, before time.Time) error
}

// Sessions keeps signed-in browsers.
type Sessions interface {
	PutSession(ctx context.Context, s growth.Session) error
	// SessionByHash returns the session that has not expired at now, or
	// fault.NotFound.
	SessionByHash(ctx context.Context, hash string, now time.Time) (growth.Session, error)
	// ListSessions returns the person's sessions that have not expired, last
	// seen first.
	ListSessions(ctx context.Context, person growth.PersonID, now time.Time) ([]growth.Session, error)
	// EndSession ends one of the person's sessions; fault.NotFound where it is
	// not hers.
	EndSession(ctx context.Context, person growth.PersonID, id string) error
	// EndSessions ends all of the person's sessions but the one of id keep.
	EndSessions(ctx context.Context, person growth.PersonID, keep string) error
}

// Invites keeps one-time links.
type Invites interface {
	// PutInvite keeps i; an older one for the same person stops working.
	PutInvite(ctx context.Context, i growth.Invite) error
	// Invite returns the one that has not expired at now, or fault.NotFound.
	Invite(ctx context.Context, hash string, now time.Time) (growth.Invite, error)
	// UseInvite removes it; fault.NotFound where it was used or is not there.
	UseInvite(ctx context.Context, hash string) error
}

// Tokens keeps what programs sign in with.
type Tokens interface {
	PutToken(ctx context.Context, t growth.Token) error
	// TokenByHash returns the token that has not expired at now, or
	// fault.NotFound.
	TokenByHash(ctx context.Context, hash string, now time.Time) (growth.Token, error)
	// ListTokens returns the person's tokens, newest first.
	ListTokens(ctx context.Context, person growth.PersonID) ([]growth.Token, error)
	// RemoveToken ends one of the person's tokens, or fault.NotFound.
	RemoveToken(ctx context.Context, person growth.PersonID, id string) error
}

// Devices keeps terminals that wait to be signed in.
type Devices interface {
	PutDevice(ctx context.Context, d growth.Device) error
	// DeviceByHash and DeviceByUserCode return the one that has not expired at
	// now, or fault.NotFound.
	DeviceByHash(ctx context.Context, hash string, now time.Time) (growth.Device, error)
	DeviceByUserCode(ctx context.Context, code string, now time.Time) (growth.Device, error)
	// RemoveDevice removes it and all that expired before now.
	RemoveDevice(ctx context.Context, hash string, now time.Time) error
}
