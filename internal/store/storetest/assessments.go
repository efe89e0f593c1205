package storetest

import (
	"context"
	"testing"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
)

func testAssessments(t *testing.T, f *fixture) {
	f.person("boss", "")
	f.person("owner", "boss")
	a := growth.Assessment{ID: "a-1", Rater: "boss", Subject: "owner", Capacity: growth.Manager, Role: "a/l3", Revision: "r1", CreatedAt: clock(1), Version: 1}
	self := growth.Assessment{ID: "a-2", Rater: "owner", Subject: "owner", Capacity: growth.Self, Role: "a/l3", SharedThrough: clock(9), CreatedAt: clock(2), Version: 1}
	f.update(func(ctx context.Context, tx store.Tx) error {
		for _, in := range []growth.Assessment{a, self} {
			in.Version = 5
			if err := tx.AddAssessment(ctx, in); err != nil {
				return err
			}
		}
		twin := a
		twin.ID = "a-3"
		kind(t, "AddAssessment of what is there", tx.AddAssessment(ctx, twin), fault.Conflict)
		return nil
	})
	f.assessmentIs(a)
	f.assessmentIs(self)
	a.SharedThrough, a.Revision = clock(7), "r2"
	f.update(func(ctx context.Context, tx store.Tx) error { return tx.ChangeAssessment(ctx, a) })
	f.update(func(ctx context.Context, tx store.Tx) error {
		kind(t, "ChangeAssessment with an old version", tx.ChangeAssessment(ctx, a), fault.Conflict)
		missing := a
		missing.ID = "none"
		kind(t, "ChangeAssessment of none", tx.ChangeAssessment(ctx, missing), fault.NotFound)
		stranger := a
		stranger.Rater, stranger.Version = "owner", 2
		kind(t, "ChangeAssessment by another", tx.ChangeAssessment(ctx, stranger), fault.NotFound)
		_, err := tx.Assessment(ctx, "boss", "owner", growth.Manager, "a/l4")
		kind(t, "Assessment of none", err, fault.NotFound)
		return nil
	})
	a.Version = 2
	f.assessmentIs(a)
	testListAssessments(t, f, a, self)
}

// Sharing shows an assessment only when it has a rating that is shared by it.
func testListAssessments(t *testing.T, f *fixture, a, self growth.Assessment) {
	same(t, "the rater's own, empty", f.assessments("owner"), []growth.Assessment{self})
	f.update(func(ctx context.Context, tx store.Tx) error {
		return tx.AddRating(ctx, growth.Rating{
			ID: "r-1", Assessment: a.ID, Rater: a.Rater, Subject: a.Subject, Capacity: a.Capacity, Role: a.Role,
			Statement: "s-a", Value: "maturing", At: clock(8),
		})
	})
	same(t, "a rating after the sharing", f.assessments("owner"), []growth.Assessment{self})
	a.SharedThrough = clock(8)
	f.update(func(ctx context.Context, tx store.Tx) error { return tx.ChangeAssessment(ctx, a) })
	a.Version++
	same(t, "a rating at the sharing", f.assessments("owner"), []growth.Assessment{self, unpinned(a)})
	same(t, "the manager's view", f.assessments("boss"), []growth.Assessment{a})
	same(t, "nobody's view", f.assessments(""), []growth.Assessment{})
}

func (f *fixture) assessments(viewer growth.PersonID) []growth.Assessment {
	f.t.Helper()
	return get(f, func(ctx context.Context, tx store.Tx) ([]growth.Assessment, error) {
		return tx.ListAssessments(ctx, "owner", viewer)
	})
}

func (f *fixture) assessmentIs(want growth.Assessment) {
	f.t.Helper()
	got := get(f, func(ctx context.Context, tx store.Tx) (growth.Assessment, error) {
		return tx.Assessment(ctx, want.Rater, want.Subject, want.Capacity, want.Role)
	})
	same(f.t, "Assessment "+string(want.ID), got, want)
}

// unpinned is an assessment as others see it: not against what it runs.
func unpinned(a growth.Assessment) growth.Assessment {
	a.Revision = ""
	return a
}
