package storetest

import (
	"context"
	"testing"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
)

func testTeams(t *testing.T, f *fixture) {
	f.update(func(ctx context.Context, tx store.Tx) error {
		for _, team := range []growth.Team{{ID: "t-1", Name: "sails"}, {ID: "t-2", Name: "Ropes"}, {ID: "t-3", Name: "Écluse"}} {
			if err := tx.AddTeam(ctx, team); err != nil {
				return err
			}
		}
		kind(t, "AddTeam with a taken name", tx.AddTeam(ctx, growth.Team{ID: "t-4", Name: "Ropes"}), fault.Conflict)
		kind(t, "AddTeam with a taken id", tx.AddTeam(ctx, growth.Team{ID: "t-1", Name: "New"}), fault.Conflict)
		return nil
	})
	got := get(f, func(ctx context.Context, tx store.Tx) ([]growth.Team, error) { return tx.ListTeams(ctx) })
	same(t, "ListTeams", got, []growth.Team{
		{ID: "t-3", Name: "Écluse", Version: 1}, {ID: "t-2", Name: "Ropes", Version: 1}, {ID: "t-1", Name: "sails", Version: 1},
	})
}
