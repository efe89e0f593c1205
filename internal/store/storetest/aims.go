package storetest

import (
	"context"
	"testing"

	"rung/internal/growth"
	"rung/internal/store"
)

func testAims(t *testing.T, f *fixture) {
	f.person("boss", "")
	f.person("owner", "boss")
	late := growth.Aim{Person: "owner", Role: "a/l5", Revision: "r", Visible: growth.Private, Since: day(3)}
	soon := growth.Aim{Person: "owner", Role: "b/l4", Revision: "r", Visible: growth.ToManager, Since: day(2)}
	next := growth.Aim{Person: "owner", Role: "c/l4", Visible: growth.ToManager, Since: day(2)}
	f.update(func(ctx context.Context, tx store.Tx) error {
		for _, a := range []growth.Aim{late, next, soon} {
			if err := tx.PutAim(ctx, a); err != nil {
				return err
			}
		}
		return nil
	})
	same(t, "one's own", f.aims("owner"), []growth.Aim{soon, next, late})
	same(t, "the manager's view", f.aims("boss"), []growth.Aim{soon, next})
	same(t, "another's view", f.aims("nobody"), []growth.Aim{})

	soon.Visible, soon.Revision, soon.Since = growth.Private, "r2", day(9)
	f.update(func(ctx context.Context, tx store.Tx) error {
		for range 2 { // removing what is not there is no error
			if err := tx.RemoveAim(ctx, growth.Aim{Person: "owner", Role: "a/l5"}); err != nil {
				return err
			}
		}
		return tx.PutAim(ctx, soon)
	})
	same(t, "after one is replaced and one removed", f.aims("owner"), []growth.Aim{next, soon})
	same(t, "the manager's view of that", f.aims("boss"), []growth.Aim{next})
}

func (f *fixture) aims(viewer growth.PersonID) []growth.Aim {
	f.t.Helper()
	return get(f, func(ctx context.Context, tx store.Tx) ([]growth.Aim, error) { return tx.ListAims(ctx, "owner", viewer) })
}
