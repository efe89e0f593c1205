package sqlstore

import (
	"context"

	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store"
	"rung/internal/store/sqlstore/query"
)

// AddPlanItem implements store.Plans.
func (t *Tx) AddPlanItem(ctx context.Context, i growth.PlanItem) error {
	k, err := t.keyOf(ctx, i.Owner)
	if err != nil {
		return err
	}
	words := row{table: "plan_items", id: string(i.ID), aead: k.aead}
	p := query.AddPlanItemParams{
		ID: string(i.ID), OwnerID: string(i.Owner), RoleID: string(i.Role), StatementID: string(i.Statement),
		Revision: i.Revision, KeyID: k.id, ActionSealed: words.seal("action", i.Action),
		HelperSealed: words.seal("helper", i.Helper), Due: optionalMicros(i.Due), DoneAt: optionalMicros(i.DoneAt),
		Visible: string(i.Visible), CreatedAt: micros(i.CreatedAt),
	}
	if words.err != nil {
		return words.err
	}
	n, err := t.q.AddPlanItem(ctx, p)
	return t.added("a plan item", n, err)
}

// ChangePlanItem implements store.Plans.
func (t *Tx) ChangePlanItem(ctx context.Context, i growth.PlanItem) error {
	k, err := t.keyOf(ctx, i.Owner)
	if err != nil {
		return err
	}
	words := row{table: "plan_items", id: string(i.ID), aead: k.aead}
	p := query.ChangePlanItemParams{
		ID: string(i.ID), OwnerID: string(i.Owner), Version: i.Version, RoleID: string(i.Role),
		StatementID: string(i.Statement), Revision: i.Revision, KeyID: k.id,
		ActionSealed: words.seal("action", i.Action), HelperSealed: words.seal("helper", i.Helper),
		Due: optionalMicros(i.Due), DoneAt: optionalMicros(i.DoneAt), Visible: string(i.Visible),
	}
	if words.err != nil {
		return words.err
	}
	n, err := t.q.ChangePlanItem(ctx, p)
	return t.changed("plan item", n, err, func() (int64, error) {
		return t.q.CountPlanItems(ctx, query.CountPlanItemsParams{ID: p.ID, OwnerID: p.OwnerID})
	})
}

// RemovePlanItem implements store.Plans.
func (t *Tx) RemovePlanItem(ctx context.Context, owner growth.PersonID, id growth.PlanItemID) error {
	n, err := t.q.RemovePlanItem(ctx, query.RemovePlanItemParams{ID: string(id), OwnerID: string(owner)})
	return t.removed("plan item", n, err)
}

// ListPlan implements store.Plans.
func (t *Tx) ListPlan(ctx context.Context, owner, viewer growth.PersonID) ([]growth.PlanItem, error) {
	rows, err := t.q.ListPlan(ctx, query.ListPlanParams{
		OwnerID: string(owner), ViewerID: string(viewer), MaxRows: store.MaxList,
	})
	return opened(t, "plan", rows, err, t.planItem)
}

func (t *Tx) planItem(r query.ListPlanRow) (growth.PlanItem, error) {
	words := t.words("plan_items", r.ID, r.KeyID, r.Seal)
	i := growth.PlanItem{
		ID: growth.PlanItemID(r.ID), Owner: growth.PersonID(r.OwnerID), Role: model.RoleID(r.RoleID),
		Statement: model.StatementID(r.StatementID), Revision: r.Revision,
		Action: words.open("action", r.ActionSealed), Helper: words.open("helper", r.HelperSealed),
		Due: optionalMoment(r.Due), DoneAt: optionalMoment(r.DoneAt), Visible: growth.Visibility(r.Visible),
		CreatedAt: moment(r.CreatedAt), Version: r.Version,
	}
	return i, words.err
}
