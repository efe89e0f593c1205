package doubts_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/internal/model"
	"rung/internal/pages/doubts"
	"rung/internal/pages/pagetest"
)

func TestDoubts(t *testing.T) {
	t.Parallel()
	frame := pagetest.Frame(&model.Framework{Title: "X"})
	frame.Links.Told = true
	in := doubts.Input{Frame: frame, Count: 2, Newest: "bbbb", Doubts: []doubts.Doubt{
		{Statement: "s-1", Before: "I row.", Now: `I "row" far.`, BeforeIn: "Keeper", NowIn: "Pilot", Role: "pilot", Revision: "bbbb", Subject: "Go out"},
		{Statement: "s-2", Might: true, Before: "I sing.", Now: "I hum.", BeforeIn: "Keeper", NowIn: "Keeper", Role: "keeper", Revision: "aaaa"},
	}}
	doc := pagetest.Render(t, doubts.View(doubts.Build(in)))
	for selector, want := range map[string][]string{
		".doubts-link h2": {"? One statement in other words?", "? Held to be two statements. Are they one?"},
		".meta a":         {"Go out", "(no subject)"},
		".doubts-pair a":  {"Pilot", "Keeper"},
		".doubts-entry": {
			"- statement: s-1 becomes: \"I \\\"row\\\" far.\" role: pilot verdict: same # or: another why:",
			"- statement: s-2 becomes: \"I hum.\" role: keeper verdict: another # or: same why:",
		},
	} {
		if diff := cmp.Diff(want, doc.Texts(selector)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", selector, diff)
		}
	}
	in.Doubts, in.Count = nil, 0
	if got := pagetest.Render(t, doubts.View(doubts.Build(in))).Text(".empty-title"); got != "Nothing to confirm" {
		t.Errorf("nothing in doubt: %q", got)
	}
}
