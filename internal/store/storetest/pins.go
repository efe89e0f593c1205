package storetest

import (
	"context"
	"testing"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store"
)

func testPins(t *testing.T, f *fixture) {
	f.person("boss", "")
	f.person("a", "boss")
	f.person("b", "boss")
	gone := f.person("gone", "boss")
	f.update(func(ctx context.Context, tx store.Tx) error {
		for _, in := range []growth.Assessment{
			{ID: "a self", Rater: "a", Subject: "a", Capacity: growth.Self, Role: "x/l1"},
			{ID: "a next", Rater: "a", Subject: "a", Capacity: growth.Self, Role: "x/l2"},
			{ID: "a boss", Rater: "boss", Subject: "a", Capacity: growth.Manager, Role: "x/l1"},
			{ID: "b self", Rater: "b", Subject: "b", Capacity: growth.Self, Role: "x/l1"},
			{ID: "gone", Rater: "gone", Subject: "gone", Capacity: growth.Self, Role: "x/l1"},
		} {
			if err := tx.AddAssessment(ctx, in); err != nil {
				return err
			}
			for i, r := range pinned()[in.ID] {
				r.ID = growth.RatingID(string(in.ID) + string(rune('0'+i)))
				r.Assessment, r.Rater, r.Subject, r.Capacity, r.Role, r.Value = in.ID, in.Rater, in.Subject, in.Capacity, in.Role, "maturing"
				if err := tx.AddRating(ctx, r); err != nil {
					return err
				}
			}
		}
		gone.LeftAt = day(5)
		return tx.ChangePerson(ctx, gone)
	})
	got := get(f, func(ctx context.Context, tx store.Tx) ([]growth.Pin, error) { return tx.ListRatingPins(ctx) })
	same(t, "ListRatingPins", got, []growth.Pin{
		{Person: "a", Statement: "s-1", Revision: "r1", Count: 1}, // the manager's
		{Person: "a", Statement: "s-1", Revision: "r3", Count: 1}, // her own newest, against another role
		{Person: "a", Statement: "s-2", Revision: "r1", Count: 2},
		{Person: "b", Statement: "s-1", Revision: "r1", Count: 1},
	})
	testEvidencePins(t, f)
}

// pinned are ratings by assessment; the later of one rater and statement counts.
func pinned() map[growth.AssessmentID][]growth.Rating {
	rating := func(s model.StatementID, revision string, at int) growth.Rating {
		return growth.Rating{Statement: s, Revision: revision, At: clock(at)}
	}
	return map[growth.AssessmentID][]growth.Rating{
		"a self": {rating("s-1", "r1", 1), rating("s-1", "r2", 2), rating("s-2", "r1", 3)},
		"a next": {rating("s-1", "r3", 4)},
		"a boss": {rating("s-1", "r1", 5), rating("s-2", "r1", 6)},
		"b self": {rating("s-1", "r1", 7)},
		"gone":   {rating("s-1", "r1", 8)},
	}
}

func testEvidencePins(t *testing.T, f *fixture) {
	f.update(func(ctx context.Context, tx store.Tx) error {
		for i, owner := range []growth.PersonID{"a", "a", "b", "gone"} {
			e := someEvidence(growth.EvidenceID("e-"+string(rune('0'+i))), owner, growth.Private)
			e.Statements = []growth.StatementRef{{Statement: "s-1", Revision: "r1"}, {Statement: "s-2", Revision: "r2"}}[:1+i%2]
			if _, err := tx.AddEvidence(ctx, e); err != nil {
				return err
			}
		}
		return nil
	})
	got := get(f, func(ctx context.Context, tx store.Tx) ([]growth.Pin, error) { return tx.ListEvidencePins(ctx) })
	same(t, "ListEvidencePins", got, []growth.Pin{
		{Person: "a", Statement: "s-1", Revision: "r1", Count: 2},
		{Person: "a", Statement: "s-2", Revision: "r2", Count: 1},
		{Person: "b", Statement: "s-1", Revision: "r1", Count: 1},
	})
}

func testSeen(t *testing.T, f *fixture) {
	f.person("boss", "")
	f.person("a", "boss")
	own := growth.Seen{Reader: "a", Subject: "a", Revision: "r1", At: clock(1)}
	report := growth.Seen{Reader: "boss", Subject: "a", Revision: "r2", At: clock(2)}
	f.update(func(ctx context.Context, tx store.Tx) error {
		for _, s := range []growth.Seen{{Reader: "a", Subject: "a", Revision: "r0", At: clock(0)}, own, report} {
			if err := tx.PutSeen(ctx, s); err != nil {
				return err
			}
		}
		return nil
	})
	f.view(func(ctx context.Context, tx store.Tx) error {
		for _, want := range []growth.Seen{own, report} {
			got, err := tx.Seen(ctx, want.Reader, want.Subject)
			if err != nil {
				return err
			}
			same(t, "Seen", got, want)
		}
		_, err := tx.Seen(ctx, "a", "boss")
		kind(t, "Seen of what was never shown", err, fault.NotFound)
		return nil
	})
	kind(t, "PutSeen of somebody who is not there", f.try(func(ctx context.Context, tx store.Tx) error {
		return tx.PutSeen(ctx, growth.Seen{Reader: "nobody", Subject: "a", Revision: "r1"})
	}), fault.NotFound)
}
