package sqlstore

import (
	"context"

	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store"
	"rung/internal/store/sqlstore/query"
)

// PutAim implements store.Aims.
func (t *Tx) PutAim(ctx context.Context, a growth.Aim) error {
	return t.refused("put aim", t.q.PutAim(ctx, query.PutAimParams{
		PersonID: string(a.Person), RoleID: string(a.Role), Revision: a.Revision,
		Visible: string(a.Visible), Since: micros(a.Since),
	}))
}

// RemoveAim implements store.Aims.
func (t *Tx) RemoveAim(ctx context.Context, a growth.Aim) error {
	return t.refused("remove aim", t.q.RemoveAim(ctx, query.RemoveAimParams{
		PersonID: string(a.Person), RoleID: string(a.Role),
	}))
}

// ListAims implements store.Aims.
func (t *Tx) ListAims(ctx context.Context, owner, viewer growth.PersonID) ([]growth.Aim, error) {
	rows, err := t.q.ListAims(ctx, query.ListAimsParams{
		OwnerID: string(owner), ViewerID: string(viewer), MaxRows: store.MaxList,
	})
	return list(t, "aims", rows, err, func(r query.Aim) growth.Aim {
		return growth.Aim{
			Person: growth.PersonID(r.PersonID), Role: model.RoleID(r.RoleID), Revision: r.Revision,
			Visible: growth.Visibility(r.Visible), Since: moment(r.Since),
		}
	})
}
