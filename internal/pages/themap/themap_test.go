package themap_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/internal/model"
	"rung/internal/pages/pagetest"
	"rung/internal/pages/themap"
)

func show(t *testing.T, f *model.Framework) *pagetest.Doc {
	t.Helper()
	return pagetest.Render(t, themap.View(themap.Build(themap.Input{
		Frame: pagetest.Frame(f), Framework: f,
		Here: "lamp-engineering/l2-lamp-engineer", Want: "keeper-support/l3-senior-keeper-supporter",
	})))
}

func TestMap(t *testing.T) {
	t.Parallel()
	f, _ := pagetest.Framework()
	doc := show(t, f)
	for selector, want := range map[string][]string{
		"h1":            {"Lantern Works"},
		".lead":         {"4 tracks, 11 roles, 50 statements."},
		".map thead th": {"Track", "L1", "L2", "L3", "L4", "L5"},
		".map tbody th": {"Lamp Engineering", "Keeper Support", "Signal Design", "Station Management"},
		".map-mark":     {"● You are here", "◎ You want this"},
		".map-edge":     {"≈ asks at least L2 Lamp Engineer", "≈ asks at least L2 Lamp Engineer", "≈ asks as much as L3 Senior Lamp Engineer"},
		".map-list h2":  {"Foundations", "Guides", "Other pages", "Drafts", "In other languages", "No longer in force"},
	} {
		if diff := cmp.Diff(want, doc.Texts(selector)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", selector, diff)
		}
	}
	var rows [][]string
	for _, tr := range doc.All(".map tbody tr") {
		var row []string
		for _, td := range pagetest.Within(tr, "td") {
			cell := ""
			for _, a := range pagetest.Within(td, ".map-role") {
				cell = pagetest.Text(a)
			}
			row = append(row, cell)
		}
		rows = append(rows, row)
	}
	want := [][]string{
		{"L1 Apprentice Lamp Engineer", "L2 Lamp Engineer", "L3 Senior Lamp Engineer", "L4 Lead Lamp Engineer", "L5 Principal Lamp Engineer"},
		{"", "L2 Keeper Supporter", "L3 Senior Keeper Supporter", "L4 Lead Keeper Supporter", ""},
		{"", "", "L3 Signal Designer", "L4 Senior Signal Designer", ""},
		{"", "", "", "L4 Station Manager", ""},
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("map (-want +got):\n%s", diff)
	}
}

// Labels that differ from track to track: a column has a number, and each role
// says its own label. Roles without a level stand apart, at the end.
func TestMapOfMixedLabels(t *testing.T) {
	t.Parallel()
	f := &model.Framework{Title: "Mixed", Tracks: []*model.Track{{ID: "a", Title: "A"}, {ID: "b", Title: "B"}}}
	add := func(track model.TrackID, id model.RoleID, title string, level *model.Level) {
		f.Roles = append(f.Roles, &model.Role{ID: id, Track: track, Title: title, Level: level, Status: model.Active})
	}
	add("a", "a/1", "Engineer", &model.Level{Label: "E1", Order: 1})
	add("a", "a/2", "Engineer", &model.Level{Label: "2", Order: 2})
	add("b", "b/1", "Designer", &model.Level{Label: "D1", Order: 1})
	add("b", "b/2", "Odd job", nil)
	doc := show(t, f)
	if diff := cmp.Diff([]string{"Track", "Level 1", "2", "No level"}, doc.Texts(".map thead th")); diff != "" {
		t.Errorf("columns (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"E1", "D1"}, doc.Texts(".map-level-own")); diff != "" {
		t.Errorf("own labels (-want +got):\n%s", diff)
	}
}

func TestEmptyMapSaysWhatToDo(t *testing.T) {
	t.Parallel()
	doc := show(t, &model.Framework{Title: "Nothing"})
	if href, _ := pagetest.Attr(doc.One(".empty a"), "href"); href != "/check" {
		t.Errorf("an empty map leads to %q, want /check", href)
	}
	if n := len(doc.All("table")); n != 0 {
		t.Error("an empty map has a table")
	}
}
