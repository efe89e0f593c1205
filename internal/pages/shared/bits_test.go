package shared_test

import (
	"testing"
	"time"

	"rung/internal/pages/pagetest"
	"rung/internal/pages/shared"
)

func TestStandingIsSaidInThreeWays(t *testing.T) {
	t.Parallel()
	signs := map[string]bool{}
	for _, word := range []string{"shown", "claimed", "growing", "concern", "no opportunity", "unrated"} {
		b := shared.Standing(word)
		if b.Word != word || b.Sign == "" || b.Tone == "" || signs[b.Sign] {
			t.Errorf("the badge of %q is %+v, want its word, a sign of its own and a tone", word, b)
		}
		signs[b.Sign] = true
	}
	if got := shared.Standing("new word").Word; got != "new word" {
		t.Errorf("an unknown state reads %q", got)
	}
}

func TestDate(t *testing.T) {
	t.Parallel()
	at := time.Date(2024, 3, 2, 23, 30, 0, 0, time.FixedZone("west", -3600))
	doc := pagetest.Render(t, shared.Date(at))
	if got, want := doc.Text("time[datetime=2024-03-03]"), "3 March 2024"; got != want {
		t.Errorf("the day is %q, want %q", got, want)
	}
	if got := shared.Day(time.Time{}); got != "" {
		t.Errorf("no day reads %q", got)
	}
}
