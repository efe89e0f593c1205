package matrix_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/internal/model"
	"rung/internal/pages/matrix"
	"rung/internal/pages/pagetest"
)

func show(t *testing.T, id model.TrackID) *pagetest.Doc {
	t.Helper()
	f, _ := pagetest.Framework()
	return pagetest.Render(t, matrix.View(matrix.Build(matrix.Input{Frame: pagetest.Frame(f), Framework: f, Track: f.Track(id)})))
}

func TestMatrix(t *testing.T) {
	t.Parallel()
	doc := show(t, "lamp-engineering")
	for selector, want := range map[string][]string{
		"h1":               {"Lamp Engineering"},
		".matrix thead th": {"L1 Apprentice Lamp Engineer", "L2 Lamp Engineer", "L3 Senior Lamp Engineer", "L4 Lead Lamp Engineer", "L5 Principal Lamp Engineer"},
		".matrix tbody th": {"Planning horizon", "Impact radius", "Evaluation", "🔧 Craft of light", "🌱 Passing it on", "🧭 The station"},
	} {
		if diff := cmp.Diff(want, doc.Texts(selector)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", selector, diff)
		}
	}
	for i, tr := range doc.All(".matrix tbody tr") {
		if n := len(pagetest.Within(tr, "td")); n != 5 {
			t.Errorf("row %d has %d cells, want 5", i, n)
		}
	}
	same := map[string]bool{}
	for _, text := range doc.Texts(".matrix-same") {
		same[text] = true
	}
	if !same["As below: I log what I touched before I leave the gallery. #Go to this statement"] {
		t.Errorf("a statement that stands one level below in the same words is not marked: %v", same)
	}
}

func TestMatrixListsWhatIsNotInForce(t *testing.T) {
	t.Parallel()
	doc := show(t, "signal-design")
	if diff := cmp.Diff([]string{"L3 Conceptrice de signaux", "L5 Principal Signal Designer"}, sorted(doc.Texts(".section li"))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func sorted(list []string) []string {
	if len(list) == 2 && list[0] > list[1] {
		list[0], list[1] = list[1], list[0]
	}
	return list
}
