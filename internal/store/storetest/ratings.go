package storetest

import (
	"context"
	"fmt"
	"testing"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store"
)

func testRatings(t *testing.T, f *fixture) {
	f.person("boss", "")
	f.person("owner", "boss")
	f.person("peer", "boss")
	f.update(func(ctx context.Context, tx store.Tx) error {
		for _, a := range []growth.Assessment{
			{ID: "self", Rater: "owner", Subject: "owner", Capacity: growth.Self, Role: "a/l3", SharedThrough: clock(20)},
			{ID: "next", Rater: "owner", Subject: "owner", Capacity: growth.Self, Role: "a/l4"},
			{ID: "boss", Rater: "boss", Subject: "owner", Capacity: growth.Manager, Role: "a/l3", SharedThrough: clock(10)},
			{ID: "peer", Rater: "peer", Subject: "owner", Capacity: growth.Peer, Role: "a/l3"},
		} {
			if err := tx.AddAssessment(ctx, a); err != nil {
				return err
			}
		}
		return nil
	})
	testAddRating(t, f)
	testRatingRefused(t, f)
	testListRatings(t, f)
	t.Run("bound", func(t *testing.T) { testRatingBound(t, &fixture{Store: f.Store, t: t}) })
}

func testAddRating(t *testing.T, f *fixture) {
	want := growth.Rating{
		ID: "r-01", Assessment: "self", Rater: "owner", Subject: "owner", Capacity: growth.Self, Role: "a/l3",
		Statement: "s-a", Revision: "rev 1", Value: "exceeding", Words: "I did, see there.", At: clock(1),
		Evidence: []growth.EvidenceID{"e-2", "e-1"}, Shared: true,
	}
	f.update(func(ctx context.Context, tx store.Tx) error {
		for _, e := range []growth.Evidence{someEvidence("e-1", "owner", growth.Private), someEvidence("e-2", "owner", growth.ToManager)} {
			if _, err := tx.AddEvidence(ctx, e); err != nil {
				return err
			}
		}
		if err := tx.AddRating(ctx, want); err != nil {
			return err
		}
		kind(t, "AddRating twice", tx.AddRating(ctx, want), fault.Conflict)
		return nil
	})
	same(t, "the rater's view", f.ratings(store.RatingFilter{Subject: "owner", Viewer: "owner"}), []growth.Rating{want})
	// What one may not see is not cited either.
	want.Evidence = []growth.EvidenceID{"e-2"}
	same(t, "the manager's view", f.ratings(store.RatingFilter{Subject: "owner", Viewer: "boss"}), []growth.Rating{want})
	f.update(func(ctx context.Context, tx store.Tx) error { return tx.RemoveEvidence(ctx, "owner", "e-2") })
	want.Evidence = []growth.EvidenceID{"e-1"}
	same(t, "after its evidence is removed", f.ratings(store.RatingFilter{Subject: "owner", Viewer: "owner"}), []growth.Rating{want})
}

func (f *fixture) ratings(filter store.RatingFilter) []growth.Rating {
	f.t.Helper()
	return get(f, func(ctx context.Context, tx store.Tx) ([]growth.Rating, error) { return tx.ListRatings(ctx, filter) })
}

func testRatingRefused(t *testing.T, f *fixture) {
	good := growth.Rating{
		ID: "r-bad", Assessment: "boss", Rater: "boss", Subject: "owner", Capacity: growth.Manager, Role: "a/l3",
		Statement: "s-a", Value: "maturing", At: clock(1),
	}
	for name, bad := range map[string]func(*growth.Rating){
		"no assessment":          func(r *growth.Rating) { r.Assessment = "none" },
		"another rater":          func(r *growth.Rating) { r.Rater = "peer" },
		"another subject":        func(r *growth.Rating) { r.Subject = "peer" },
		"another capacity":       func(r *growth.Rating) { r.Capacity = growth.Peer },
		"another role":           func(r *growth.Rating) { r.Role = "a/l4" },
		"evidence that is not":   func(r *growth.Rating) { r.Evidence = []growth.EvidenceID{"none"} },
		"a subject who is not":   func(r *growth.Rating) { r.Subject = "nobody" },
		"an assessment unnamed":  func(r *growth.Rating) { r.Assessment = "" },
		"a rater who is unnamed": func(r *growth.Rating) { r.Rater = "" },
	} {
		r := good
		bad(&r)
		kind(t, "AddRating with "+name, f.try(func(ctx context.Context, tx store.Tx) error { return tx.AddRating(ctx, r) }), fault.NotFound)
	}
	err := f.View(t.Context(), func(tx store.Tx) error {
		_, err := tx.ListRatings(t.Context(), store.RatingFilter{Subject: "owner", Statements: make([]model.StatementID, store.MaxList+1)})
		return err
	})
	kind(t, "ListRatings of too many statements", err, fault.Invalid)
}

func testListRatings(t *testing.T, f *fixture) {
	f.update(func(ctx context.Context, tx store.Tx) error {
		for _, r := range []growth.Rating{
			{ID: "r-02", Assessment: "self", Statement: "s-a", Value: "maturing", At: clock(5)},
			{ID: "r-03", Assessment: "next", Statement: "s-a", Value: "maturing", At: clock(6)},
			{ID: "r-04", Assessment: "self", Statement: "s-b", Value: "maturing", At: clock(21)},
			{ID: "r-05", Assessment: "boss", Statement: "s-a", Value: "maturing", At: clock(10)},
			{ID: "r-06", Assessment: "boss", Statement: "s-a", Value: "performing", At: clock(11)},
			{ID: "r-07", Assessment: "peer", Statement: "s-c", Value: "performing", At: clock(11)},
			{ID: "r-08", Assessment: "peer", Statement: "s-c", Value: "performing", At: clock(11)},
		} {
			r.Subject, r.Rater, r.Capacity, r.Role = "owner", "owner", growth.Self, "a/l3"
			switch r.Assessment {
			case "next":
				r.Role = "a/l4"
			case "boss":
				r.Rater, r.Capacity = "boss", growth.Manager
			case "peer":
				r.Rater, r.Capacity = "peer", growth.Peer
			}
			if err := tx.AddRating(ctx, r); err != nil {
				return err
			}
		}
		return nil
	})
	for _, c := range []struct {
		name string
		f    store.RatingFilter
		want []string
	}{
		{"the subject", store.RatingFilter{Viewer: "owner"}, []string{"r-01", "r-02", "r-03", "r-05", "r-04"}},
		{"the manager", store.RatingFilter{Viewer: "boss"}, []string{"r-01", "r-02", "r-05", "r-06"}},
		{"the peer", store.RatingFilter{Viewer: "peer"}, []string{"r-07", "r-08"}},
		{"nobody", store.RatingFilter{}, []string{}},
		{"a role", store.RatingFilter{Viewer: "owner", Role: "a/l4"}, []string{"r-03"}},
		{"statements", store.RatingFilter{Viewer: "owner", Statements: []model.StatementID{"s-b", "s-c", "s-b"}}, []string{"r-04"}},
		{"the latest, to the subject", store.RatingFilter{Viewer: "owner", LatestOnly: store.LatestRatings}, []string{"r-03", "r-05", "r-04"}},
		{"the latest, to the manager", store.RatingFilter{Viewer: "boss", LatestOnly: store.LatestRatings}, []string{"r-02", "r-06"}},
		{"the latest, to the peer", store.RatingFilter{Viewer: "peer", LatestOnly: store.LatestRatings}, []string{"r-08"}},
		{"the latest of a role", store.RatingFilter{Viewer: "owner", Role: "a/l3", LatestOnly: store.LatestRatings}, []string{"r-02", "r-05", "r-04"}},
		{"the latest of a statement", store.RatingFilter{Viewer: "boss", Statements: []model.StatementID{"s-a"}, LatestOnly: store.LatestRatings}, []string{"r-02", "r-06"}},
	} {
		c.f.Subject = "owner"
		same(t, c.name, ids(f.ratings(c.f), func(r growth.Rating) growth.RatingID { return r.ID }), c.want)
	}
	shared := map[growth.RatingID]bool{}
	for _, r := range f.ratings(store.RatingFilter{Subject: "owner", Viewer: "boss"}) {
		shared[r.ID] = r.Shared
	}
	same(t, "Shared", shared, map[growth.RatingID]bool{"r-01": true, "r-02": true, "r-05": true, "r-06": false})
}

// Of more ratings than a list holds it has the newest.
func testRatingBound(t *testing.T, f *fixture) {
	f.person("much", "")
	a := growth.Assessment{ID: "much", Rater: "much", Subject: "much", Capacity: growth.Self, Role: "a/l3"}
	f.update(func(ctx context.Context, tx store.Tx) error {
		if err := tx.AddAssessment(ctx, a); err != nil {
			return err
		}
		for i := range store.MaxRatings + 1 {
			if err := tx.AddRating(ctx, growth.Rating{
				ID: growth.RatingID(fmt.Sprintf("m-%06d", i)), Assessment: a.ID, Rater: a.Rater, Subject: a.Subject,
				Capacity: a.Capacity, Role: a.Role, Statement: "s-a", Value: "maturing", At: clock(i),
			}); err != nil {
				return err
			}
		}
		return nil
	})
	got := f.ratings(store.RatingFilter{Subject: "much", Viewer: "much"})
	if len(got) != store.MaxRatings || got[0].ID != "m-000001" || got[len(got)-1].ID != "m-010000" {
		t.Errorf("got %d ratings from %s to %s, want %d from m-000001 to m-010000",
			len(got), got[0].ID, got[len(got)-1].ID, store.MaxRatings)
	}
}
