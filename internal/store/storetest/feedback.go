package storetest

import (
	"context"
	"testing"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
)

func testFeedback(t *testing.T, f *fixture) {
	f.person("boss", "")
	f.person("owner", "boss")
	f.person("peer", "boss")
	old := growth.Feedback{
		ID: "f-1", Author: "peer", Subject: "owner", Tone: growth.Praise, Text: "Thank you for the rope.",
		Statement: "s-a", Revision: "r", Visible: growth.ToManager, At: clock(1),
	}
	young := growth.Feedback{ID: "f-2", Author: "peer", Subject: "owner", Tone: growth.Advice, Text: "Ask sooner.", Visible: growth.Private, At: clock(2)}
	twin := growth.Feedback{ID: "f-3", Author: "boss", Subject: "owner", Tone: growth.Advice, Visible: growth.Private, At: clock(2)}
	back := growth.Feedback{ID: "f-4", Author: "peer", Subject: "boss", Tone: growth.Praise, Text: "Well led.", Visible: growth.Private, At: clock(3)}
	f.update(func(ctx context.Context, tx store.Tx) error {
		for _, x := range []growth.Feedback{old, young, twin, back} {
			if err := tx.AddFeedback(ctx, x); err != nil {
				return err
			}
		}
		kind(t, "AddFeedback twice", tx.AddFeedback(ctx, old), fault.Conflict)
		return nil
	})
	kind(t, "AddFeedback by nobody", f.try(func(ctx context.Context, tx store.Tx) error {
		return tx.AddFeedback(ctx, growth.Feedback{ID: "f-9", Author: "nobody", Subject: "owner", Visible: growth.Private})
	}), fault.NotFound)
	for _, c := range []struct {
		viewer growth.PersonID
		limit  int
		want   []growth.Feedback
	}{
		{"owner", 0, []growth.Feedback{twin, young, old}},
		{"owner", 2, []growth.Feedback{twin, young}},
		{"peer", 0, []growth.Feedback{young, old}},
		{"boss", 0, []growth.Feedback{twin, old}},
		{"", 0, []growth.Feedback{}},
	} {
		got := get(f, func(ctx context.Context, tx store.Tx) ([]growth.Feedback, error) {
			return tx.ListFeedback(ctx, "owner", c.viewer, c.limit)
		})
		same(t, "ListFeedback to "+string(c.viewer), got, c.want)
	}
	for limit, want := range map[int][]growth.Feedback{0: {back, young, old}, 1: {back}} {
		got := get(f, func(ctx context.Context, tx store.Tx) ([]growth.Feedback, error) {
			return tx.ListFeedbackBy(ctx, "peer", limit)
		})
		same(t, "ListFeedbackBy", got, want)
	}
}
