package reports

import (
	"strconv"
	"testing"

	"rung/internal/growth"
	"rung/internal/pages/standing"
)

func TestSegmentsFillTheBar(t *testing.T) {
	t.Parallel()
	a := Area{Total: 7, Parts: []standing.Count{
		{Badge: standing.Badge(growth.Shown), N: 3}, {Badge: standing.Badge(growth.Waiting), N: 1}, {Badge: standing.Badge(growth.Unrated), N: 3},
	}}
	list := segments(a)
	end := 0
	for _, s := range list {
		x, err1 := strconv.Atoi(s.X)
		w, err2 := strconv.Atoi(s.Width)
		if err1 != nil || err2 != nil || x < end || w < 1 || x+w > barWidth {
			t.Errorf("segment %+v after %d", s, end)
		}
		end = x + w
	}
	if len(list) != 3 || end != barWidth-1 || list[1].Class != "reports-no-opportunity" {
		t.Errorf("segments %+v", list)
	}
	if got, want := partsInWords(a.Parts), "3 shown, 1 no opportunity, 3 unrated"; got != want {
		t.Errorf("words %q, want %q", got, want)
	}
	if segments(Area{}) != nil {
		t.Error("an empty area has segments")
	}
}
