package storetest

import (
	"context"
	"testing"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
)

func testTokens(t *testing.T, f *fixture) {
	f.person("p-1", "")
	f.person("p-2", "")
	old := growth.Token{ID: "t-1", Hash: "h-1", Person: "p-1", Name: "laptop", CreatedAt: clock(1), SeenAt: clock(1), ExpiresAt: clock(100)}
	f.update(func(ctx context.Context, tx store.Tx) error { return tx.PutToken(ctx, old) })
	old.Name, old.SeenAt, old.ExpiresAt = "my laptop", clock(9), clock(200)
	young := growth.Token{ID: "t-2", Hash: "h-2", Person: "p-1", Name: "script", CreatedAt: clock(2), SeenAt: clock(2), ExpiresAt: clock(3)}
	f.update(func(ctx context.Context, tx store.Tx) error {
		for _, k := range []growth.Token{old, young} {
			if err := tx.PutToken(ctx, k); err != nil {
				return err
			}
		}
		kind(t, "PutToken with another's hash", tx.PutToken(ctx, growth.Token{ID: "t-3", Hash: "h-1", Person: "p-2"}), fault.Conflict)
		return nil
	})
	f.view(func(ctx context.Context, tx store.Tx) error {
		got, err := tx.TokenByHash(ctx, "h-1", clock(199))
		same(t, "TokenByHash", got, old)
		if err != nil {
			return err
		}
		_, err = tx.TokenByHash(ctx, "h-2", clock(3))
		kind(t, "TokenByHash when it has expired", err, fault.NotFound)
		return nil
	})
	same(t, "ListTokens, the expired too", f.tokens("p-1"), []growth.Token{young, old})
	f.update(func(ctx context.Context, tx store.Tx) error {
		kind(t, "RemoveToken of another", tx.RemoveToken(ctx, "p-2", "t-1"), fault.NotFound)
		if err := tx.RemoveToken(ctx, "p-1", "t-1"); err != nil {
			return err
		}
		kind(t, "RemoveToken twice", tx.RemoveToken(ctx, "p-1", "t-1"), fault.NotFound)
		_, err := tx.TokenByHash(ctx, "h-1", clock(1))
		kind(t, "TokenByHash of what is removed", err, fault.NotFound)
		return nil
	})
	same(t, "ListTokens after one is removed", f.tokens("p-1"), []growth.Token{young})
}

func (f *fixture) tokens(person growth.PersonID) []growth.Token {
	f.t.Helper()
	return get(f, func(ctx context.Context, tx store.Tx) ([]growth.Token, error) { return tx.ListTokens(ctx, person) })
}
