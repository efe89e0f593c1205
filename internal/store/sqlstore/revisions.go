package sqlstore

import (
	"context"

	"rung/internal/store"
	"rung/internal/store/sqlstore/query"
)

// PutRevision implements store.Revisions.
func (t *Tx) PutRevision(ctx context.Context, r store.Revision, content []byte) error {
	if content == nil {
		content = []byte{}
	}
	err := t.q.AddContent(ctx, query.AddContentParams{Digest: r.Digest, Content: content, RevisionID: r.ID})
	if err != nil {
		return t.refused("put revision's content", err)
	}
	return t.refused("put revision", t.q.PutRevision(ctx, query.PutRevisionParams{
		ID: r.ID, Seq: int64(r.Seq), At: micros(r.Time), Subject: r.Subject, Digest: r.Digest,
	}))
}

// ListRevisions implements store.Revisions.
func (t *Tx) ListRevisions(ctx context.Context) ([]store.Revision, error) {
	rows, err := t.q.ListRevisions(ctx, store.MaxAll+1)
	return complete(t, "revisions", rows, err, func(r query.Revision) store.Revision {
		return store.Revision{ID: r.ID, Seq: int(r.Seq), Time: moment(r.At), Subject: r.Subject, Digest: r.Digest}
	})
}

// RevisionContent implements store.Revisions.
func (t *Tx) RevisionContent(ctx context.Context, id string) ([]byte, error) {
	content, err := t.q.RevisionContent(ctx, id)
	return found(t, "revision", content, err)
}
