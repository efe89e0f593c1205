package storetest

import (
	"context"
	"fmt"
	"testing"

	"rung/internal/fault"
	"rung/internal/model"
	"rung/internal/store"
)

func testLedger(t *testing.T, f *fixture) {
	a := store.Occurrence{Key: "k a\"\\'é", Statement: "s-a", Revision: "r1", Matcher: "1"}
	b := store.Occurrence{Key: "k b", Statement: "s-b", Revision: "", Matcher: "1"}
	f.update(func(ctx context.Context, tx store.Tx) error { return tx.AddOccurrences(ctx, []store.Occurrence{b, a}) })
	c := store.Occurrence{Key: "k 0", Statement: "s-c", Revision: "r2", Matcher: "2"}
	f.update(func(ctx context.Context, tx store.Tx) error {
		if err := tx.AddOccurrences(ctx, nil); err != nil {
			return err
		}
		return tx.AddOccurrences(ctx, []store.Occurrence{ // those that are there stay, and the first of two counts
			{Key: a.Key, Statement: "s-x", Revision: "r9", Matcher: "9"}, c, {Key: c.Key, Statement: "s-y"},
		})
	})
	got := get(f, func(ctx context.Context, tx store.Tx) ([]store.Occurrence, error) { return tx.ListOccurrences(ctx) })
	same(t, "ListOccurrences", got, []store.Occurrence{c, a, b})
	testAliases(t, f)
	testLargeLedger(t, f)
}

func testAliases(t *testing.T, f *fixture) {
	old := store.Alias{From: "s-b", To: "s-a", Why: "the same, split by a move", At: clock(2)}
	young := store.Alias{From: "s-a", To: "s-c", At: clock(3)}
	f.update(func(ctx context.Context, tx store.Tx) error {
		for _, a := range []store.Alias{young, old} {
			if err := tx.AddAlias(ctx, a); err != nil {
				return err
			}
		}
		kind(t, "AddAlias of one that has one", tx.AddAlias(ctx, store.Alias{From: "s-b", To: "s-c", At: clock(4)}), fault.Conflict)
		return nil
	})
	got := get(f, func(ctx context.Context, tx store.Tx) ([]store.Alias, error) { return tx.ListAliases(ctx) })
	same(t, "ListAliases", got, []store.Alias{old, young})
}

// The ledger is a list of all, and longer than MaxList.
func testLargeLedger(t *testing.T, f *fixture) {
	list := make([]store.Occurrence, 3*store.MaxList)
	for i := range list {
		list[i] = store.Occurrence{Key: fmt.Sprintf("z%05d", i), Statement: model.StatementID(fmt.Sprint("s-", i)), Matcher: "1"}
	}
	f.update(func(ctx context.Context, tx store.Tx) error { return tx.AddOccurrences(ctx, list) })
	got := get(f, func(ctx context.Context, tx store.Tx) ([]store.Occurrence, error) { return tx.ListOccurrences(ctx) })
	same(t, "a large ledger", got[3:], list)
}
