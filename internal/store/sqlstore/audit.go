package sqlstore

import (
	"context"

	"rung/internal/audit"
	"rung/internal/authz"
	"rung/internal/growth"
	"rung/internal/store/sqlstore/query"
)

// AddAudit implements store.Audit.
func (t *Tx) AddAudit(ctx context.Context, e audit.Entry) error {
	n, err := t.q.AddAudit(ctx, query.AddAuditParams{
		ID: e.ID, At: micros(e.At), Actor: string(e.Actor), Operation: string(e.Operation), Target: e.Target, Note: e.Note,
	})
	return t.added("an audit entry", n, err)
}

// ListAudit implements store.Audit.
func (t *Tx) ListAudit(ctx context.Context, limit int) ([]audit.Entry, error) {
	rows, err := t.q.ListAudit(ctx, bounded(limit))
	return list(t, "audit entries", rows, err, func(r query.AuditEntry) audit.Entry {
		return audit.Entry{
			ID: r.ID, At: moment(r.At), Actor: growth.PersonID(r.Actor), Operation: authz.Operation(r.Operation),
			Target: r.Target, Note: r.Note,
		}
	})
}
