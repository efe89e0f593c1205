package sqlstore

import (
	"context"
	"time"

	"rung/internal/growth"
	"rung/internal/store/sqlstore/query"
)

// PutCredential implements store.Credentials.
func (t *Tx) PutCredential(ctx context.Context, c growth.Credential) error {
	return t.refused("put credential", t.q.PutCredential(ctx, query.PutCredentialParams{
		PersonID: string(c.Person), Hash: c.Hash, ChangedAt: micros(c.ChangedAt),
	}))
}

// Credential implements store.Credentials.
func (t *Tx) Credential(ctx context.Context, person growth.PersonID) (growth.Credential, error) {
	r, err := t.q.Credential(ctx, string(person))
	r, err = found(t, "password", r, err)
	if err != nil {
		return growth.Credential{}, err
	}
	return growth.Credential{Person: growth.PersonID(r.PersonID), Hash: r.Hash, ChangedAt: moment(r.ChangedAt)}, nil
}

// AddAttempt implements store.Credentials.
func (t *Tx) AddAttempt(ctx context.Context, key string, at time.Time) error {
	return t.refused("add attempt", t.q.AddAttempt(ctx, query.AddAttemptParams{Key: key, At: micros(at)}))
}

// Attempts implements store.Credentials.
func (t *Tx) Attempts(ctx context.Context, key string, since time.Time) (int, time.Time, error) {
	r, err := t.q.CountAttempts(ctx, query.CountAttemptsParams{Key: key, Since: micros(since)})
	if err != nil || r.N == 0 {
		return 0, time.Time{}, t.refused("count attempts", err)
	}
	return int(r.N), moment(r.LastAt), nil
}

// ClearAttempts implements store.Credentials.
func (t *Tx) ClearAttempts(ctx context.Context, key string, before time.Time) error {
	return t.refused("clear attempts", t.q.ClearAttempts(ctx, query.ClearAttemptsParams{Key: key, Before: micros(before)}))
}
