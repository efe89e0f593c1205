package sqlstore

import (
	"context"
	"time"

	"rung/internal/growth"
	"rung/internal/store"
	"rung/internal/store/sqlstore/query"
)

// PutSession implements store.Sessions.
func (t *Tx) PutSession(ctx context.Context, s growth.Session) error {
	n, err := t.q.PutSession(ctx, query.PutSessionParams{
		ID: s.ID, Hash: s.Hash, PersonID: string(s.Person), Agent: s.Agent,
		CreatedAt: micros(s.CreatedAt), SeenAt: micros(s.SeenAt), ExpiresAt: micros(s.ExpiresAt),
	})
	return t.added("a session", n, err)
}

// SessionByHash implements store.Sessions.
func (t *Tx) SessionByHash(ctx context.Context, hash string, now time.Time) (growth.Session, error) {
	r, err := t.q.SessionByHash(ctx, query.SessionByHashParams{Hash: hash, Now: micros(now)})
	r, err = found(t, "session", r, err)
	if err != nil {
		return growth.Session{}, err
	}
	return session(r), nil
}

// ListSessions implements store.Sessions.
func (t *Tx) ListSessions(ctx context.Context, person growth.PersonID, now time.Time) ([]growth.Session, error) {
	rows, err := t.q.ListSessions(ctx, query.ListSessionsParams{
		PersonID: string(person), Now: micros(now), MaxRows: store.MaxList,
	})
	return list(t, "sessions", rows, err, session)
}

// EndSession implements store.Sessions.
func (t *Tx) EndSession(ctx context.Context, person growth.PersonID, id string) error {
	n, err := t.q.EndSession(ctx, query.EndSessionParams{ID: id, PersonID: string(person)})
	return t.removed("session", n, err)
}

// EndSessions implements store.Sessions.
func (t *Tx) EndSessions(ctx context.Context, person growth.PersonID, keep string) error {
	return t.refused("end sessions", t.q.EndSessions(ctx, query.EndSessionsParams{PersonID: string(person), Keep: keep}))
}

func session(r query.Session) growth.Session {
	return growth.Session{
		ID: r.ID, Hash: r.Hash, Person: growth.PersonID(r.PersonID), Agent: r.Agent,
		CreatedAt: moment(r.CreatedAt), SeenAt: moment(r.SeenAt), ExpiresAt: moment(r.ExpiresAt),
	}
}
