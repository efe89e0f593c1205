package storetest

import (
	"context"
	"testing"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
)

func testPlans(t *testing.T, f *fixture) {
	f.person("boss", "")
	f.person("owner", "boss")
	someday := growth.PlanItem{ID: "i-1", Owner: "owner", Action: "Read the old logs.", Visible: growth.Private, CreatedAt: clock(1), Version: 1}
	soon := growth.PlanItem{
		ID: "i-2", Owner: "owner", Role: "a/l4", Statement: "s-a", Revision: "r", Action: "Lead the drill.", Helper: "Åsa",
		Due: day(5), Visible: growth.ToManager, CreatedAt: clock(2), Version: 1,
	}
	later := growth.PlanItem{ID: "i-3", Owner: "owner", Action: "Teach it.", Due: day(9), Visible: growth.Private, CreatedAt: clock(3), Version: 1}
	done := growth.PlanItem{ID: "i-4", Owner: "owner", Due: day(1), DoneAt: day(6), Visible: growth.ToManager, CreatedAt: clock(4), Version: 1}
	before := growth.PlanItem{ID: "i-5", Owner: "owner", DoneAt: day(4), Visible: growth.Private, CreatedAt: clock(5), Version: 1}
	f.update(func(ctx context.Context, tx store.Tx) error {
		for _, i := range []growth.PlanItem{before, someday, done, later, soon} {
			in := i
			in.Version = 3
			if err := tx.AddPlanItem(ctx, in); err != nil {
				return err
			}
		}
		kind(t, "AddPlanItem twice", tx.AddPlanItem(ctx, soon), fault.Conflict)
		return nil
	})
	same(t, "one's own", f.plan("owner"), []growth.PlanItem{soon, later, someday, done, before})
	same(t, "the manager's view", f.plan("boss"), []growth.PlanItem{soon, done})
	same(t, "nobody's view", f.plan(""), []growth.PlanItem{})

	soon.Role, soon.Statement, soon.Revision, soon.Action, soon.Helper = "", "", "", "Lead it twice.", ""
	soon.Due, soon.DoneAt, soon.Visible = day(7), day(8), growth.Private
	f.update(func(ctx context.Context, tx store.Tx) error { return tx.ChangePlanItem(ctx, soon) })
	f.update(func(ctx context.Context, tx store.Tx) error {
		kind(t, "ChangePlanItem with an old version", tx.ChangePlanItem(ctx, soon), fault.Conflict)
		stranger := soon
		stranger.Owner, stranger.Version = "boss", 2
		kind(t, "ChangePlanItem by another", tx.ChangePlanItem(ctx, stranger), fault.NotFound)
		kind(t, "RemovePlanItem by another", tx.RemovePlanItem(ctx, "boss", "i-1"), fault.NotFound)
		if err := tx.RemovePlanItem(ctx, "owner", "i-1"); err != nil {
			return err
		}
		kind(t, "RemovePlanItem twice", tx.RemovePlanItem(ctx, "owner", "i-1"), fault.NotFound)
		return nil
	})
	soon.Version = 2
	same(t, "after changes", f.plan("owner"), []growth.PlanItem{later, soon, done, before})
	same(t, "the manager's view of them", f.plan("boss"), []growth.PlanItem{done})
}

func (f *fixture) plan(viewer growth.PersonID) []growth.PlanItem {
	f.t.Helper()
	return get(f, func(ctx context.Context, tx store.Tx) ([]growth.PlanItem, error) {
		return tx.ListPlan(ctx, "owner", viewer)
	})
}
