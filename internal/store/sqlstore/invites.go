package sqlstore

import (
	"context"
	"time"

	"rung/internal/growth"
	"rung/internal/store/sqlstore/query"
)

// PutInvite implements store.Invites.
func (t *Tx) PutInvite(ctx context.Context, i growth.Invite) error {
	if err := t.q.RemoveInvites(ctx, string(i.Person)); err != nil {
		return t.refused("replace invite", err)
	}
	n, err := t.q.AddInvite(ctx, query.AddInviteParams{
		Hash: i.Hash, PersonID: optional(i.Person), CreatedAt: micros(i.CreatedAt), ExpiresAt: micros(i.ExpiresAt),
	})
	return t.added("an invite", n, err)
}

// Invite implements store.Invites.
func (t *Tx) Invite(ctx context.Context, hash string, now time.Time) (growth.Invite, error) {
	r, err := t.q.Invite(ctx, query.InviteParams{Hash: hash, Now: micros(now)})
	r, err = found(t, "invite", r, err)
	if err != nil {
		return growth.Invite{}, err
	}
	return growth.Invite{
		Hash: r.Hash, Person: growth.PersonID(r.PersonID.String),
		CreatedAt: moment(r.CreatedAt), ExpiresAt: moment(r.ExpiresAt),
	}, nil
}

// UseInvite implements store.Invites.
func (t *Tx) UseInvite(ctx context.Context, hash string) error {
	n, err := t.q.UseInvite(ctx, hash)
	return t.removed("invite", n, err)
}
