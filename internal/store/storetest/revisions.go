package storetest

import (
	"context"
	"testing"

	"rung/internal/fault"
	"rung/internal/store"
)

func testRevisions(t *testing.T, f *fixture) {
	one := store.Revision{ID: "c1", Seq: 1, Time: clock(1), Subject: "begin", Digest: "d1"}
	two := store.Revision{ID: "c2", Seq: 2, Time: clock(2), Subject: "same again", Digest: "d1"}
	three := store.Revision{ID: "c3", Seq: 3, Time: clock(3), Digest: "d3"}
	content := map[string][]byte{"c1": []byte("{}\x00\xff"), "c2": []byte("{}\x00\xff"), "c3": {}}
	f.update(func(ctx context.Context, tx store.Tx) error {
		for _, r := range []store.Revision{three, one, two} {
			if err := tx.PutRevision(ctx, r, content[r.ID]); err != nil {
				return err
			}
		}
		return nil
	})
	f.revisionsAre(one, two, three)
	f.view(func(ctx context.Context, tx store.Tx) error {
		for id, want := range content {
			got, err := tx.RevisionContent(ctx, id)
			if err != nil {
				return err
			}
			same(t, "RevisionContent of "+id, string(got), string(want))
		}
		_, err := tx.RevisionContent(ctx, "none")
		kind(t, "RevisionContent of none", err, fault.NotFound)
		return nil
	})
	// What is there stays as it is but for its place.
	f.update(func(ctx context.Context, tx store.Tx) error {
		return tx.PutRevision(ctx, store.Revision{ID: "c1", Seq: 9, Time: clock(9), Subject: "other", Digest: "d9"}, []byte("other"))
	})
	one.Seq = 9
	f.revisionsAre(two, three, one)
	got := get(f, func(ctx context.Context, tx store.Tx) ([]byte, error) { return tx.RevisionContent(ctx, "c1") })
	same(t, "RevisionContent after it is put again", string(got), string(content["c1"]))
}

func (f *fixture) revisionsAre(want ...store.Revision) {
	f.t.Helper()
	got := get(f, func(ctx context.Context, tx store.Tx) ([]store.Revision, error) { return tx.ListRevisions(ctx) })
	same(f.t, "ListRevisions", got, want)
}
