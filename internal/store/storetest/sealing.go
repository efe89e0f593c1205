package storetest

import (
	"context"
	"testing"

	"rung/internal/growth"
	"rung/internal/store"
)

// RunSealing holds an empty store against what sealing promises. Exec runs a
// statement on the database behind the store's back.
func RunSealing(t *testing.T, s store.Store, exec func(statement string)) {
	t.Helper()
	f := &fixture{Store: s, t: t}
	f.person("boss", "")
	f.person("owner", "boss")
	f.person("peer", "boss")
	sealed := addSealed(f)
	t.Run("a destroyed key", func(t *testing.T) {
		exec("UPDATE person_keys SET key = NULL, destroyed_at = 1 WHERE person_id = 'owner'")
		testErased(t, &fixture{Store: s, t: t}, sealed)
	})
	t.Run("a moved box", func(t *testing.T) {
		exec("UPDATE feedback SET text_sealed = (SELECT o.text_sealed FROM feedback o WHERE o.id = 'f-3') WHERE id = 'f-2'")
		err := s.View(t.Context(), func(tx store.Tx) error {
			_, err := tx.ListFeedback(t.Context(), "boss", "boss", 0)
			return err
		})
		if err == nil {
			t.Error("ListFeedback with a box from another row: got no error")
		}
	})
}

// sealed is one of each kind of thing with private words of the owner.
type sealed struct {
	evidence growth.Evidence
	rating   growth.Rating
	feedback growth.Feedback
	plan     growth.PlanItem
}

func addSealed(f *fixture) sealed {
	a := growth.Assessment{ID: "a-1", Rater: "boss", Subject: "owner", Capacity: growth.Manager, Role: "a/l3"}
	s := sealed{
		evidence: someEvidence("e-1", "owner", growth.Private),
		rating: growth.Rating{
			ID: "r-1", Assessment: a.ID, Rater: a.Rater, Subject: a.Subject, Capacity: a.Capacity, Role: a.Role,
			Statement: "s-a", Value: "exceeding", Words: "She held it.", At: clock(1),
		},
		feedback: growth.Feedback{ID: "f-1", Author: "peer", Subject: "owner", Text: "Thank you.", Visible: growth.Private, At: clock(1)},
		plan:     growth.PlanItem{ID: "i-1", Owner: "owner", Action: "Learn it.", Helper: "Åsa", Visible: growth.Private, CreatedAt: clock(1), Version: 1},
	}
	f.update(func(ctx context.Context, tx store.Tx) error {
		if _, err := tx.AddEvidence(ctx, s.evidence); err != nil {
			return err
		}
		for _, err := range []error{
			tx.AddAssessment(ctx, a), tx.AddRating(ctx, s.rating), tx.AddFeedback(ctx, s.feedback), tx.AddPlanItem(ctx, s.plan),
			tx.AddFeedback(ctx, growth.Feedback{ID: "f-2", Author: "peer", Subject: "boss", Text: "One.", Visible: growth.Private, At: clock(2)}),
			tx.AddFeedback(ctx, growth.Feedback{ID: "f-3", Author: "peer", Subject: "boss", Text: "Two.", Visible: growth.Private, At: clock(3)}),
		} {
			if err != nil {
				return err
			}
		}
		return nil
	})
	return s
}

// Erased words read as "", what is not words stays, and others' words with it.
func testErased(t *testing.T, f *fixture, s sealed) {
	s.evidence.Text, s.evidence.With, s.evidence.Link = "", "", ""
	s.rating.Words, s.feedback.Text, s.plan.Action, s.plan.Helper = "", "", "", ""
	f.view(func(ctx context.Context, tx store.Tx) error {
		evidence, err := tx.ListEvidence(ctx, store.EvidenceFilter{Owner: "owner", Viewer: "owner"})
		same(t, "evidence", evidence, []growth.Evidence{s.evidence})
		if err != nil {
			return err
		}
		ratings, err := tx.ListRatings(ctx, store.RatingFilter{Subject: "owner", Viewer: "boss"})
		same(t, "ratings", ratings, []growth.Rating{s.rating})
		if err != nil {
			return err
		}
		plan, err := tx.ListPlan(ctx, "owner", "owner")
		same(t, "plan", plan, []growth.PlanItem{s.plan})
		if err != nil {
			return err
		}
		feedback, err := tx.ListFeedbackBy(ctx, "peer", 0)
		same(t, "feedback", ids(feedback, func(f growth.Feedback) string { return f.Text }), []string{"Two.", "One.", ""})
		return err
	})
	err := f.try(func(ctx context.Context, tx store.Tx) error {
		_, err := tx.AddEvidence(ctx, someEvidence("e-9", "owner", growth.Private))
		return err
	})
	if err == nil {
		t.Error("AddEvidence of somebody erased: got no error, want none of her words kept")
	}
}
