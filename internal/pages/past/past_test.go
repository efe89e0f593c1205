package past_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rung/internal/change"
	"rung/internal/model"
	"rung/internal/pages/pagetest"
	"rung/internal/pages/past"
	"rung/internal/pages/shared"
)

func TestAPastRole(t *testing.T) {
	t.Parallel()
	frame := pagetest.Frame(&model.Framework{Title: "X"})
	frame.Links.Told = true
	guard, keeper := change.RoleRef{ID: "guard", Name: "Guard"}, change.RoleRef{ID: "keeper", Name: "Keeper"}
	at := func(role, text string) *change.Place {
		return &change.Place{Role: model.RoleID(role), RoleTitle: role, Text: text}
	}
	first, second := past.Revision{ID: "aaaa", Subject: "Begin"}, past.Revision{ID: "bbbb", Subject: "Rename"}
	in := past.Input{Frame: frame, Role: "keeper", Name: "Keeper", Newest: "cccc", Count: 2, Last: "bbbb",
		Gone: &past.Revision{ID: "cccc", Time: time.Date(2025, 3, 1, 0, 0, 0, 0, time.UTC)}, Into: &shared.Ref{Label: "Pilot", URL: "/roles/pilot"},
		Steps: []past.Did{
			{From: first, To: second, Before: "guard", Now: "keeper", Report: &change.Report{Changes: &change.Changes{
				Heirs: map[model.RoleID]model.RoleID{"guard": "keeper"},
				Roles: []change.Role{{Kind: change.RoleRenamed, Before: []change.RoleRef{guard}, Now: []change.RoleRef{keeper}}},
				Statements: []change.Statement{
					{ID: "s-1", Kind: change.Retired, Before: at("guard", "I row.")},
					{ID: "s-2", Kind: change.Moved, Before: at("guard", "I sing."), Now: at("pilot", "I sing.")},
					{ID: "s-3", Kind: change.Added, Now: at("other", "I hum.")},
				},
			}}},
			{To: first, Now: "guard", Report: &change.Report{Changes: &change.Changes{
				Roles:      []change.Role{{Kind: change.RoleAdded, Now: []change.RoleRef{guard}}},
				Statements: []change.Statement{{ID: "s-1", Kind: change.Added, Now: at("guard", "I row.")}},
			}}},
		}}
	doc := pagetest.Render(t, past.View(past.Build(in)))
	for selector, want := range map[string][]string{
		"h1":             {"History of Keeper"},
		".past-gone":     {"Gone since 1 March 2025. In its place stands Pilot. Read it as it was last"},
		".past-step h2":  {"Rename", "Begin"},
		".past-step h3":  {"In pilot"},
		".past-begins":   {"It begins with 1 statement."},
		".changes-words": {"I row. History of this statement", "I sing. History of this statement"},
	} {
		if diff := cmp.Diff(want, doc.Texts(selector)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", selector, diff)
		}
	}
}
