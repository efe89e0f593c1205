package storetest

import (
	"context"
	"testing"

	"rung/internal/audit"
	"rung/internal/authz"
	"rung/internal/fault"
	"rung/internal/store"
)

func testAudit(t *testing.T, f *fixture) {
	old := audit.Entry{ID: "u-1", At: clock(1), Actor: "gone", Operation: authz.KeepPeople, Target: "p-1", Note: "added"}
	young := audit.Entry{ID: "u-2", At: clock(2), Operation: authz.SignIn}
	twin := audit.Entry{ID: "u-3", At: clock(2), Operation: authz.SignIn}
	f.update(func(ctx context.Context, tx store.Tx) error {
		for _, e := range []audit.Entry{twin, old, young} {
			if err := tx.AddAudit(ctx, e); err != nil {
				return err
			}
		}
		kind(t, "AddAudit twice", tx.AddAudit(ctx, old), fault.Conflict)
		return nil
	})
	for limit, want := range map[int][]audit.Entry{0: {twin, young, old}, 2: {twin, young}} {
		got := get(f, func(ctx context.Context, tx store.Tx) ([]audit.Entry, error) { return tx.ListAudit(ctx, limit) })
		same(t, "ListAudit", got, want)
	}
}
