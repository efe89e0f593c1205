package sqlstore

import (
	"context"

	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store"
	"rung/internal/store/sqlstore/query"
)

// ListRatingPins implements store.Pins.
func (t *Tx) ListRatingPins(ctx context.Context) ([]growth.Pin, error) {
	rows, err := t.q.ListRatingPins(ctx, store.MaxAll+1)
	return complete(t, "rated wordings", rows, err, pin)
}

// ListEvidencePins implements store.Pins.
func (t *Tx) ListEvidencePins(ctx context.Context) ([]growth.Pin, error) {
	rows, err := t.q.ListEvidencePins(ctx, store.MaxAll+1)
	return complete(t, "wordings with evidence", rows, err, func(r query.ListEvidencePinsRow) growth.Pin {
		return pin(query.ListRatingPinsRow{SubjectID: r.OwnerID, StatementID: r.StatementID, Revision: r.Revision, N: r.N})
	})
}

func pin(r query.ListRatingPinsRow) growth.Pin {
	return growth.Pin{Person: growth.PersonID(r.SubjectID), Statement: model.StatementID(r.StatementID), Revision: r.Revision, Count: int(r.N)}
}
