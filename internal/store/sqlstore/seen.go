package sqlstore

import (
	"context"

	"rung/internal/growth"
	"rung/internal/store/sqlstore/query"
)

// PutSeen implements store.Seen.
func (t *Tx) PutSeen(ctx context.Context, s growth.Seen) error {
	return t.refused("note what was seen", t.q.PutSeen(ctx, query.PutSeenParams{
		ReaderID: string(s.Reader), SubjectID: string(s.Subject), Revision: s.Revision, At: micros(s.At),
	}))
}

// Seen implements store.Seen.
func (t *Tx) Seen(ctx context.Context, reader, subject growth.PersonID) (growth.Seen, error) {
	r, err := t.q.Seen(ctx, query.SeenParams{ReaderID: string(reader), SubjectID: string(subject)})
	r, err = found(t, "note", r, err)
	if err != nil {
		return growth.Seen{}, err
	}
	return growth.Seen{Reader: growth.PersonID(r.ReaderID), Subject: growth.PersonID(r.SubjectID), Revision: r.Revision, At: moment(r.At)}, nil
}
