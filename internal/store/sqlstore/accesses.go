package sqlstore

import (
	"context"
	"encoding/json"
	"fmt"

	"rung/internal/growth"
	"rung/internal/store/sqlstore/query"
)

// AddAccess implements store.Accesses.
func (t *Tx) AddAccess(ctx context.Context, a growth.Access) error {
	items, err := json.Marshal(a.Items)
	if err != nil {
		return fmt.Errorf("encode what was read: %w", err)
	}
	n, err := t.q.AddAccess(ctx, query.AddAccessParams{
		ID: a.ID, OwnerID: string(a.Owner), ReaderID: string(a.Reader), At: micros(a.At), Items: string(items),
	})
	return t.added("a record of reading", n, err)
}

// ListAccesses implements store.Accesses.
func (t *Tx) ListAccesses(ctx context.Context, owner growth.PersonID, limit int) ([]growth.Access, error) {
	rows, err := t.q.ListAccesses(ctx, query.ListAccessesParams{OwnerID: string(owner), MaxRows: bounded(limit)})
	return opened(t, "who read", rows, err, access)
}

func access(r query.Access) (growth.Access, error) {
	a := growth.Access{
		ID: r.ID, Owner: growth.PersonID(r.OwnerID), Reader: growth.PersonID(r.ReaderID), At: moment(r.At),
	}
	if err := json.Unmarshal([]byte(r.Items), &a.Items); err != nil {
		return a, fmt.Errorf("decode what was read in %s: %w", r.ID, err)
	}
	return a, nil
}
