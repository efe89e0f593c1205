package sqlstore

import (
	"context"
	"time"

	"rung/internal/growth"
	"rung/internal/store"
	"rung/internal/store/sqlstore/query"
)

// PutToken implements store.Tokens.
func (t *Tx) PutToken(ctx context.Context, k growth.Token) error {
	n, err := t.q.PutToken(ctx, query.PutTokenParams{
		ID: k.ID, Hash: k.Hash, PersonID: string(k.Person), Name: k.Name,
		CreatedAt: micros(k.CreatedAt), SeenAt: micros(k.SeenAt), ExpiresAt: micros(k.ExpiresAt),
	})
	return t.added("a token", n, err)
}

// TokenByHash implements store.Tokens.
func (t *Tx) TokenByHash(ctx context.Context, hash string, now time.Time) (growth.Token, error) {
	r, err := t.q.TokenByHash(ctx, query.TokenByHashParams{Hash: hash, Now: micros(now)})
	r, err = found(t, "token", r, err)
	if err != nil {
		return growth.Token{}, err
	}
	return token(r), nil
}

// ListTokens implements store.Tokens.
func (t *Tx) ListTokens(ctx context.Context, person growth.PersonID) ([]growth.Token, error) {
	rows, err := t.q.ListTokens(ctx, query.ListTokensParams{PersonID: string(person), MaxRows: store.MaxList})
	return list(t, "tokens", rows, err, token)
}

// RemoveToken implements store.Tokens.
func (t *Tx) RemoveToken(ctx context.Context, person growth.PersonID, id string) error {
	n, err := t.q.RemoveToken(ctx, query.RemoveTokenParams{ID: id, PersonID: string(person)})
	return t.removed("token", n, err)
}

func token(r query.Token) growth.Token {
	return growth.Token{
		ID: r.ID, Hash: r.Hash, Person: growth.PersonID(r.PersonID), Name: r.Name,
		CreatedAt: moment(r.CreatedAt), SeenAt: moment(r.SeenAt), ExpiresAt: moment(r.ExpiresAt),
	}
}
