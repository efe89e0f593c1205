// Package storetest is the specification of store.Store. Every database runs
// the whole of it: what is not asked here is not promised.
package storetest

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
)

// Run holds the stores that open makes against the specification. Each call
// of open returns an empty store, which the test that it was made for owns;
// open arranges for its closing.
func Run(t *testing.T, open func(t *testing.T) store.Store) {
	t.Helper()
	for _, c := range []struct {
		name string
		test func(*testing.T, *fixture)
	}{
		{"people", testPeople},
		{"teams", testTeams},
		{"assignments", testAssignments},
		{"aims", testAims},
		{"credentials", testCredentials},
		{"sessions", testSessions},
		{"invites", testInvites},
		{"tokens", testTokens},
		{"devices", testDevices},
		{"evidence", testEvidence},
		{"assessments", testAssessments},
		{"ratings", testRatings},
		{"pins", testPins},
		{"seen", testSeen},
		{"feedback", testFeedback},
		{"plans", testPlans},
		{"accesses", testAccesses},
		{"audit", testAudit},
		{"revisions", testRevisions},
		{"ledger", testLedger},
		{"settings", testSettings},
		{"update", testUpdate},
		{"concurrent updates", testConcurrentUpdates},
		{"view", testView},
		{"close", testClose},
		{"visibility", testVisibility},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			c.test(t, &fixture{Store: open(t), t: t})
		})
	}
}

// fixture is a store with the helpers that tests read better with.
type fixture struct {
	store.Store
	t *testing.T
}

// update runs f in an Update and ends the test where it fails.
func (f *fixture) update(fn func(context.Context, store.Tx) error) {
	f.t.Helper()
	if err := f.try(fn); err != nil {
		f.t.Fatalf("Update: %v", err)
	}
}

// try returns what an Update of f returns.
func (f *fixture) try(fn func(context.Context, store.Tx) error) error {
	ctx := f.t.Context()
	return f.Update(ctx, func(tx store.Tx) error { return fn(ctx, tx) })
}

// view runs f in a View and ends the test where it fails.
func (f *fixture) view(fn func(context.Context, store.Tx) error) {
	f.t.Helper()
	ctx := f.t.Context()
	if err := f.View(ctx, func(tx store.Tx) error { return fn(ctx, tx) }); err != nil {
		f.t.Fatalf("View: %v", err)
	}
}

// get returns what a read in a View returns.
func get[T any](f *fixture, fn func(context.Context, store.Tx) (T, error)) T {
	f.t.Helper()
	var out T
	f.view(func(ctx context.Context, tx store.Tx) error {
		var err error
		out, err = fn(ctx, tx)
		return err
	})
	return out
}

// person adds somebody whose id, name and e-mail come from id.
func (f *fixture) person(id growth.PersonID, manager growth.PersonID) growth.Person {
	f.t.Helper()
	p := growth.Person{
		ID: id, Name: "Name of " + string(id), Email: string(id) + "@example.org", Manager: manager,
		JoinedAt: day(1), Version: 1,
	}
	f.update(func(ctx context.Context, tx store.Tx) error { return tx.AddPerson(ctx, p) })
	return p
}

// day is the n-th of a month long enough for every test.
func day(n int) time.Time { return time.Date(2026, time.January, n, 0, 0, 0, 0, time.UTC) }

// clock is a time on a day to the microsecond, which is what stores keep.
func clock(us int) time.Time { return day(2).Add(time.Duration(us) * time.Microsecond) }

func same[T any](t *testing.T, what string, got, want T) {
	t.Helper()
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("%s (-want +got):\n%s", what, d)
	}
}

func kind(t *testing.T, what string, err error, want fault.Kind) {
	t.Helper()
	if err == nil || fault.KindOf(err) != want {
		t.Errorf("%s: got error %v, want one of kind %q", what, err, want)
	}
}

func ids[T any, S ~string](list []T, id func(T) S) []string {
	out := make([]string, 0, len(list))
	for _, v := range list {
		out = append(out, string(id(v)))
	}
	return out
}
