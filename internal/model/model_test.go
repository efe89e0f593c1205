package model

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/internal/source"
)

func sample() *Framework {
	return &Framework{
		Title:  "Harbour",
		Tracks: []*Track{{ID: "pilots", Title: "Pilots", Path: "Pilots"}},
		Roles: []*Role{
			{
				ID: "pilots/l2-pilot", Track: "pilots", Title: "Pilot", Level: &Level{"L2", 2}, Status: Active, Language: "en",
				At:      source.Span{Path: "Pilots/L2.md", Start: 0, End: 12},
				Summary: Prose{Text: "I bring ships in."},
				Areas: []*Area{{ID: "craft", Title: "Craft", Statements: []*Statement{
					{ID: "s-a", Prose: Prose{Text: "I read the tide.", Marks: []Mark{{Kind: Link, Start: 2, End: 6, Target: "x.md"}}}},
					{ID: "s-b", Prose: Prose{Text: "All of Leadership."}, Derived: true},
				}}},
				Extends:      []Extension{{Statement: "s-b", Role: "foundation/leadership", Target: "../Leadership.md"}},
				Equivalences: []Equivalence{{Statement: "s-a", Target: "gone.md", Comparison: AtLeast}},
			},
			{ID: "foundation/leadership", Title: "Leadership", Foundation: true, Status: Active, Language: "en", Areas: []*Area{}},
		},
		Pages: []*Page{{Path: "README.md", Title: "Read me", Kind: IndexPage}},
	}
}

func TestJSONIsLossless(t *testing.T) {
	t.Parallel()
	want := sample()
	raw, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got Framework
	if err := json.Unmarshal(raw, &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, &got); diff != "" {
		t.Errorf("after a round trip (-want +got)\n%s", diff)
	}
}

func TestLookups(t *testing.T) {
	t.Parallel()
	f := sample()
	if got := f.TrackRoles("pilots"); len(got) != 1 || got[0].ID != "pilots/l2-pilot" {
		t.Errorf("TrackRoles = %v", got)
	}
	if got := f.Foundations(); len(got) != 1 || got[0].ID != "foundation/leadership" {
		t.Errorf("Foundations = %v", got)
	}
	place, ok := f.Place("s-b")
	if !ok || place.Role.ID != "pilots/l2-pilot" || place.Area.ID != "craft" {
		t.Errorf("Place = %v, %v", place, ok)
	}
	if _, ok := f.Place("s-none"); ok {
		t.Error("Place finds what is not there")
	}
	if f.Role("none") != nil || f.Track("none") != nil || f.Page("none") != nil {
		t.Error("a lookup finds what is not there")
	}
}

func TestRenameReachesEdges(t *testing.T) {
	t.Parallel()
	f := sample()
	f.Rename(map[StatementID]StatementID{"s-a": "s-b", "s-b": "s-a"}) // a swap must not chain
	var got []StatementID
	for _, p := range f.Places() {
		got = append(got, p.Statement.ID)
	}
	got = append(got, f.Roles[0].Extends[0].Statement, f.Roles[0].Equivalences[0].Statement)
	if diff := cmp.Diff([]StatementID{"s-b", "s-a", "s-a", "s-b"}, got); diff != "" {
		t.Errorf("ids (-want +got)\n%s", diff)
	}
}

func TestRoleName(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ label, title, want string }{
		{"L3", "Engineer", "L3 Engineer"},
		{"Senior", "Senior Engineer", "Senior Engineer"},
		{"senior", "Senior", "Senior"},
		{"L1", "L10 Engineer", "L1 L10 Engineer"},
		{"", "Engineer", "Engineer"},
	} {
		if got := (&Role{Title: test.title, Level: &Level{Label: test.label}}).Name(); got != test.want {
			t.Errorf("the name of %q, %q is %q, want %q", test.label, test.title, got, test.want)
		}
	}
	if got := (&Role{Title: "Everyone"}).Name(); got != "Everyone" {
		t.Errorf("a foundation is %q, want Everyone", got)
	}
}
