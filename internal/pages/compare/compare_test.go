package compare_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/internal/model"
	"rung/internal/pages/compare"
	"rung/internal/pages/pagetest"
)

func show(t *testing.T, ids ...model.RoleID) *pagetest.Doc {
	t.Helper()
	f, _ := pagetest.Framework()
	in := compare.Input{Frame: pagetest.Frame(f), Framework: f}
	for _, id := range ids {
		in.Roles = append(in.Roles, f.Role(id))
	}
	return pagetest.Render(t, compare.View(compare.Build(in)))
}

// rows returns the words of an area's rows, without what is only for the eye.
func rows(doc *pagetest.Doc, area string) [][]string {
	var out [][]string
	for _, tr := range doc.All("table[aria-labelledby=" + area + "] tbody tr") {
		var row []string
		for _, td := range pagetest.Within(tr, "td") {
			text := ""
			for _, p := range pagetest.Within(td, "p.compare-words") {
				text = pagetest.Text(p)
			}
			row = append(row, text)
		}
		out = append(out, row)
	}
	return out
}

const link = " #Go to this statement"

func TestCompareTwo(t *testing.T) {
	t.Parallel()
	doc := show(t, "lamp-engineering/l2-lamp-engineer", "lamp-engineering/l3-senior-lamp-engineer")
	want := [][]string{
		{"I find the fault in a lamp [left out: from what the log says]." + link, "I find the fault in a lamp [added: that others gave up on]." + link},
		{"", "I choose the plain mechanism on purpose, and say what would change my mind." + link + " only here"},
		{"", "I know what every lamp of the station does when the fuel runs out, since I have tried it." + link + " only here"},
		{"I trim a wick and clean a lens without the book." + link + " only here", ""},
	}
	if diff := cmp.Diff(want, rows(doc, "a-craft-of-light")); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"1 statement in the same words", "2 statements in the same words"}, doc.Texts(".compare-same summary")); diff != "" {
		t.Errorf("same (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"L3 Senior Lamp Engineer has 5 statements that L2 Lamp Engineer has not, 2 statements in other words and 3 statements in the same words. It leaves out 3 statements."}, doc.Texts(".lead")); diff != "" {
		t.Errorf("lead (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"other", "other"}, doc.Texts(".compare-scope .tag")); diff != "" {
		t.Errorf("scope (-want +got):\n%s", diff)
	}
	if got := doc.Texts("select option[selected]"); !cmp.Equal(got, []string{"L2 Lamp Engineer", "L3 Senior Lamp Engineer"}) {
		t.Errorf("the form has %q chosen", got)
	}
}

// Each statement of each role is on the page exactly once, whatever stands
// beside it.
func TestCompareThreeLosesNothing(t *testing.T) {
	t.Parallel()
	ids := []model.RoleID{"lamp-engineering/l3-senior-lamp-engineer", "lamp-engineering/l4-lead-lamp-engineer", "station-management/l4-station-manager"}
	f, _ := pagetest.Framework()
	in := compare.Input{Frame: pagetest.Frame(f), Framework: f}
	want := map[string]int{}
	for _, id := range ids {
		r := f.Role(id)
		in.Roles = append(in.Roles, r)
		for _, s := range r.Statements() {
			want[in.Frame.Links.Statement(id, s.ID)]++
		}
	}
	got := map[string]int{}
	for _, a := range compare.Build(in).Areas {
		for _, r := range append(a.Rows, a.Same...) {
			if len(r.Cells) != len(ids) {
				t.Errorf("a row has %d cells, want %d", len(r.Cells), len(ids))
			}
			for _, c := range r.Cells {
				if c.URL != "" {
					got[c.URL]++
				}
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("statements (-want +got):\n%s", diff)
	}
}

// A reader's voice speaks each role in its own language.
func TestLanguagesOfParts(t *testing.T) {
	t.Parallel()
	doc := show(t, "signal-design/l3-signal-designer", "signal-design/l3-signal-designer-fr")
	if got := doc.Texts("td[lang=fr] .compare-words"); len(got) != 1 {
		t.Errorf("words in French: %q, want one statement", got)
	}
	if n := len(doc.All("td[lang=en]")); n != 0 {
		t.Errorf("%d cells say that they are English, as the page does", n)
	}
}

func TestChoosing(t *testing.T) {
	t.Parallel()
	doc := show(t)
	if got, want := doc.Text(".lead"), "Choose two roles of any tracks, or three. They stand side by side, area by area, with the words marked that differ."; got != want {
		t.Errorf("lead %q, want %q", got, want)
	}
	if n := len(doc.All("form.compare-form[method=get] select")); n != 3 {
		t.Errorf("%d choices, want 3", n)
	}
	if n := len(doc.All("#pick-a optgroup")); n != 5 {
		t.Errorf("%d groups, want the tracks and the foundations", n)
	}
	one := show(t, "station-management/l4-station-manager")
	if got := one.Texts("select option[selected]"); !cmp.Equal(got, []string{"L4 Station Manager"}) {
		t.Errorf("with one role, %q are chosen", got)
	}
}
