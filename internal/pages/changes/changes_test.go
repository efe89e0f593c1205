package changes_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/internal/change"
	"rung/internal/model"
	"rung/internal/pages/changes"
	"rung/internal/pages/pagetest"
	"rung/internal/pages/shared"
)

func place(role, area, text string) *change.Place {
	return &change.Place{Role: model.RoleID(role), RoleTitle: "The " + role, Area: model.AreaID(area), AreaTitle: area, Text: text}
}

// report is one of every kind of change.
func report() *change.Report {
	keeper := change.RoleRef{ID: "keeper", Name: "The keeper"}
	return &change.Report{
		Changes: &change.Changes{
			Heirs: map[model.RoleID]model.RoleID{"keeper": "keeper", "guard": "keeper"},
			Statements: []change.Statement{
				{ID: "s-1", Kind: change.Reworded, Degree: change.Raised, Signs: []change.Sign{{Before: "a", Now: "each"}},
					Before: place("keeper", "Light", "I light a lamp."), Now: place("keeper", "Light", "I light each lamp.")},
				{ID: "s-2", Kind: change.Moved, Before: place("keeper", "Light", "I row."), Now: place("keeper", "Sea", "I row.")},
				{ID: "s-3", Kind: change.Added, Confirm: true, Now: place("keeper", "Sea", "I swim.")},
				{ID: "s-4", Kind: change.Merged, Others: []model.StatementID{"s-5"}, Before: place("keeper", "Sea", "I fish."), Now: place("keeper", "Sea", "I fish and sing.")},
				{ID: "s-5", Kind: change.Retired, Others: []model.StatementID{"s-4"}, Before: place("keeper", "Sea", "I sing.")},
				{ID: "s-7", Kind: change.Retired, Before: place("guard", "Sea", "I guard.")},
				{ID: "s-6", Kind: change.Revived, Now: place("pilot", "Sea", "I steer <well>.")},
			},
			Roles: []change.Role{
				{Kind: change.RoleRenamed, Before: []change.RoleRef{{ID: "guard", Name: "Guard"}}, Now: []change.RoleRef{keeper}, Carried: []model.StatementID{"s-1", "s-2"}, Confirm: []model.StatementID{"s-1"}},
			},
			Tracks: []change.Track{{Kind: change.TrackAdded, Now: []string{"Harbour"}}},
			Details: []change.Detail{
				{Kind: change.ExampleAdded, Role: keeper, Now: "The lamp of May."},
				{Kind: change.ScopeChanged, Role: keeper, Name: "Horizon", Before: "one week", Now: "two weeks", Degree: change.Raised},
			},
		},
		Version: change.Version{Step: change.Major, Reasons: []change.Reason{
			{Step: change.Major, Why: "asks more", Role: keeper, Statement: "s-1", Before: "I light a lamp.", Now: "I light each lamp."},
			{Step: change.Minor, Why: "is asked no more", Role: keeper, Before: "I sing."},
		}},
	}
}

func build(only map[model.RoleID]bool) changes.Board {
	links := shared.Links{Base: "/", Told: true}
	return changes.Build(changes.Input{Links: links, Before: links.At("old"), Report: report(), Only: only})
}

func TestEveryKindOfChange(t *testing.T) {
	t.Parallel()
	b := build(nil)
	chapters, step := pagetest.Render(t, changes.Chapters(b.Chapters)), pagetest.Render(t, changes.Version(*b.Step))
	if want := "1 statement added, 1 reworded, 1 moved, 1 merged, 1 back again, 2 retired"; b.Summary != want {
		t.Errorf("summary %q, want %q", b.Summary, want)
	}
	for selector, want := range map[string][]string{
		".changes-chapter h2":                   {"The keeper", "The pilot"},
		".changes-chapter .badge-word":          {"raised", "moved", "added", "to confirm", "merged", "retired", "retired", "scope", "example", "back again"},
		".changes-chapter del":                  {"[left out: a]", "[left out: one week]"},
		".changes-chapter .changes-note":        {"“a” became “each”", "from “Light” to “Sea”", "? to confirm Is it one statement?", "has taken up I sing.", "taken up by I fish.", "raised"},
		".changes-chapter a.statement-past .sr": {"History of this statement", "History of this statement", "History of this statement", "History of this statement", "History of this statement", "History of this statement", "History of this statement"},
	} {
		if diff := cmp.Diff(want, chapters.Texts(selector)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", selector, diff)
		}
	}
	if got := step.Text(".badge-word") + ": " + step.Text("summary"); got != "major: 1 change decides it" {
		t.Errorf("the step says %q", got)
	}
}

func TestChangesOfOneRole(t *testing.T) {
	t.Parallel()
	b := build(map[model.RoleID]bool{"pilot": true})
	if len(b.Chapters) != 1 || b.Chapters[0].Title != "The pilot" || len(b.Lines) != 0 || b.Step != nil {
		t.Errorf("of the pilot alone: %+v", b)
	}
	b = build(map[model.RoleID]bool{"guard": true})
	if len(b.Lines) != 1 || b.Lines[0].Note != "2 statements go on, 1 link to confirm" {
		t.Errorf("of the guard alone: %+v", b.Lines)
	}
}

func TestNothingHappened(t *testing.T) {
	t.Parallel()
	if got, want := changes.Summary(&change.Report{Changes: &change.Changes{}}), "Nothing that the ladder asks changed"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
