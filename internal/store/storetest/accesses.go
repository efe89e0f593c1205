package storetest

import (
	"context"
	"testing"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
)

func testAccesses(t *testing.T, f *fixture) {
	f.person("boss", "")
	f.person("owner", "boss")
	old := growth.Access{
		ID: "x-1", Owner: "owner", Reader: "boss", At: clock(1),
		Items: map[growth.ItemKind][]string{growth.EvidenceItem: {"e-1", "e-2"}, growth.AimItem: {"a/l4"}},
	}
	young := growth.Access{ID: "x-2", Owner: "owner", Reader: "boss", At: clock(2), Items: map[growth.ItemKind][]string{growth.PlanItemKind: {"i-1"}}}
	own := growth.Access{ID: "x-3", Owner: "owner", Reader: "owner", At: clock(3), Items: old.Items}
	f.update(func(ctx context.Context, tx store.Tx) error {
		for _, a := range []growth.Access{old, young, own} {
			if err := tx.AddAccess(ctx, a); err != nil {
				return err
			}
		}
		kind(t, "AddAccess twice", tx.AddAccess(ctx, old), fault.Conflict)
		return nil
	})
	for _, c := range []struct {
		owner growth.PersonID
		limit int
		want  []growth.Access
	}{
		{"owner", 0, []growth.Access{young, old}},
		{"owner", 1, []growth.Access{young}},
		{"boss", 0, []growth.Access{}},
	} {
		got := get(f, func(ctx context.Context, tx store.Tx) ([]growth.Access, error) {
			return tx.ListAccesses(ctx, c.owner, c.limit)
		})
		same(t, "ListAccesses of "+string(c.owner), got, c.want)
	}
}
