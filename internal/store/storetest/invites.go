package storetest

import (
	"context"
	"testing"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
)

func testInvites(t *testing.T, f *fixture) {
	f.person("p-1", "")
	f.person("p-2", "")
	first := growth.Invite{Hash: "h-1", Person: "p-1", CreatedAt: clock(1), ExpiresAt: clock(100)}
	f.update(func(ctx context.Context, tx store.Tx) error {
		for _, i := range []growth.Invite{
			first,
			{Hash: "h-2", Person: "p-2", ExpiresAt: clock(100)},
			{Hash: "h-3", ExpiresAt: clock(100)},
			{Hash: "h-4", ExpiresAt: clock(100)},
		} {
			if err := tx.PutInvite(ctx, i); err != nil {
				return err
			}
		}
		kind(t, "PutInvite with a taken hash", tx.PutInvite(ctx, growth.Invite{Hash: "h-2", Person: "p-1", ExpiresAt: clock(9)}), fault.Conflict)
		return tx.PutInvite(ctx, first)
	})
	f.view(func(ctx context.Context, tx store.Tx) error {
		got, err := tx.Invite(ctx, "h-1", clock(99))
		same(t, "Invite", got, first)
		if err != nil {
			return err
		}
		_, err = tx.Invite(ctx, "h-1", clock(100))
		kind(t, "Invite when it has expired", err, fault.NotFound)
		_, err = tx.Invite(ctx, "h-3", clock(1))
		kind(t, "Invite of the first administrator when there is a newer one", err, fault.NotFound)
		_, err = tx.Invite(ctx, "h-4", clock(1))
		return err
	})
	f.update(func(ctx context.Context, tx store.Tx) error {
		if err := tx.PutInvite(ctx, growth.Invite{Hash: "h-5", Person: "p-1", ExpiresAt: clock(100)}); err != nil {
			return err
		}
		_, err := tx.Invite(ctx, "h-1", clock(1))
		kind(t, "Invite when there is a newer one", err, fault.NotFound)
		if err := tx.UseInvite(ctx, "h-5"); err != nil {
			return err
		}
		kind(t, "UseInvite twice", tx.UseInvite(ctx, "h-5"), fault.NotFound)
		_, err = tx.Invite(ctx, "h-2", clock(1))
		return err
	})
}
