package lineage

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rung/internal/model"
)

func TestOccurrence(t *testing.T) {
	t.Parallel()
	place := func(role, area, text string) model.Place {
		return model.Place{
			Role:      &model.Role{ID: model.RoleID(role)},
			Area:      &model.Area{ID: model.AreaID(area)},
			Statement: &model.Statement{Prose: model.Prose{Text: text}},
		}
	}
	base := Occurrence(place("a/l1", "craft", "I test what I write."), 0)
	if got := Occurrence(place("a/l1", "craft", "I TEST what I write"), 0); got != base {
		t.Errorf("punctuation and case changed the key: %s, want %s", got, base)
	}
	for name, got := range map[string]string{
		"role":  Occurrence(place("a/l2", "craft", "I test what I write."), 0),
		"area":  Occurrence(place("a/l1", "people", "I test what I write."), 0),
		"words": Occurrence(place("a/l1", "craft", "I test what you write."), 0),
		"nth":   Occurrence(place("a/l1", "craft", "I test what I write."), 1),
	} {
		if got == base {
			t.Errorf("another %s gave the same key", name)
		}
	}
}

// Ids are public and kept in databases: a change of how they are derived needs
// a new Matcher.
func TestFirst(t *testing.T) {
	t.Parallel()
	f := ladder("= eng/l1\n# craft\n- I test what I write.\n- I test what I write.\n= eng/l2\n# craft\n- I test what I write.\n")
	got := First(f)
	want := map[model.StatementID]model.StatementID{
		"p-1": "s-t5d7ihxqbx3xgs", "p-2": "s-lsy2pza7pqeewe", "p-3": "s-gfd4a76ykchtnd",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("First (-want +got):\n%s", diff)
	}
	for _, id := range got {
		if !regexp.MustCompile(`^s-[a-z2-7]{14}$`).MatchString(string(id)) {
			t.Errorf("id %q is malformed", id)
		}
	}
	NewHistory(Config{}).Step(f)
	for i, p := range f.Places() {
		if id := got[provisional(i+1)]; p.Statement.ID != id {
			t.Errorf("the first Step gave %s, First %s", p.Statement.ID, id)
		}
	}
}

// A person says that the statement which the matcher took for new is the one
// that it took for retired.
func TestLedgerCorrects(t *testing.T) {
	t.Parallel()
	before := "= eng/l1\n# craft\n- I own the weekly plan.\n- I test what I write.\n- Coffee.\n"
	after := "= eng/l1\n# craft\n- I test what I write.\n- Everybody knows from me when what will be done.\n- Coffee.\n"
	first, second := ladder(before), ladder(after)
	h := NewHistory(Config{})
	h.Step(first)
	h.Step(second)
	plan, done := first.Places()[0].Statement.ID, second.Places()[1]
	if done.Statement.ID == plan {
		t.Fatal("the case is too easy: the matcher found it by itself")
	}
	alias := Occurrence(done, 0)
	h = NewHistory(Config{Known: func(o string) (model.StatementID, bool) { return plan, o == alias }})
	h.Step(ladder(before))
	links := h.Step(ladder(after))
	if l := links[1]; l.ID != plan || l.Change != Reworded || l.Certainty != Same {
		t.Errorf("got %+v, want %s reworded", l, plan)
	}
	if len(links) != 3 {
		t.Errorf("got %d links, want nothing retired", len(links))
	}
}

// An id that the ledger gives to two places of one revision goes to the one
// that says what it said.
func TestLedgerClaimsTwice(t *testing.T) {
	t.Parallel()
	f := ladder("= eng/l1\n# craft\n- I test what I write.\n- I own the weekly plan.\n")
	one, two := Occurrence(f.Places()[0], 0), Occurrence(f.Places()[1], 0)
	h := NewHistory(Config{Known: func(o string) (model.StatementID, bool) { return "s-known", o == one || o == two }})
	checkIDs(t, f, h.Step(f))
	if got := f.Places()[0].Statement.ID; got != "s-known" {
		t.Errorf("the first statement is %s, want the id that the ledger knows", got)
	}
}

func TestEmptyFrameworks(t *testing.T) {
	t.Parallel()
	h := NewHistory(Config{})
	h.Step(&model.Framework{})
	h.Step(ladder("= eng/l1\n# craft\n- I test what I write.\n"))
	if links := h.Step(&model.Framework{}); len(links) != 1 || links[0].Change != Retired {
		t.Errorf("got %+v, want one retired", links)
	}
	if links := h.Step(ladder("= eng/l1\n# craft\n- I test what I write.\n")); links[0].Change != Revived {
		t.Errorf("got %+v, want it revived", links)
	}
}

// large is a ladder of n statements in roles of 20.
func large(n int, change func(i int, text string) string) *model.Framework {
	r := rand.New(rand.NewPCG(7, 7))
	var b strings.Builder
	for i := range n {
		if i%20 == 0 {
			fmt.Fprintf(&b, "= track%d/l%d\n", i/100, i/20%5)
		}
		if i%5 == 0 {
			fmt.Fprintf(&b, "# area%d\n", i/5%4)
		}
		var words []string
		for range 12 {
			words = append(words, fmt.Sprintf("word%d", r.IntN(3000)))
		}
		if text := change(i, strings.Join(words, " ")); text != "" {
			fmt.Fprintf(&b, "- %s\n", text)
		}
	}
	return ladder(b.String())
}

func unchanged(_ int, text string) string { return text }

func fewChanged(i int, text string) string {
	switch i % 100 {
	case 10:
		return text + " and more"
	case 50:
		return ""
	}
	return text
}

// A step over few changes must not cost more than a moment. The best of several
// is taken, since other tests run at the same time.
func TestStepIsQuick(t *testing.T) {
	t.Parallel()
	best := time.Hour
	for range 5 {
		h := NewHistory(Config{})
		h.Step(large(2000, unchanged))
		next := large(2000, fewChanged)
		begin := time.Now()
		links := h.Step(next)
		best = min(best, time.Since(begin))
		count := map[Change]int{}
		for _, l := range links {
			count[l.Change]++
		}
		if diff := cmp.Diff(map[Change]int{Kept: 1960, Reworded: 20, Retired: 20}, count); diff != "" {
			t.Errorf("changes (-want +got):\n%s", diff)
		}
	}
	if best > 100*time.Millisecond {
		t.Errorf("a step over 2000 statements took %v", best)
	}
}

func TestStepOverRewrittenLadder(t *testing.T) {
	t.Parallel()
	h := NewHistory(Config{})
	h.Step(large(2000, unchanged))
	next := large(2000, func(_ int, text string) string { return "now " + text + " too" })
	for _, l := range h.Step(next) {
		if l.Change != Reworded || l.Certainty != Same {
			t.Fatalf("got %+v, want it reworded", l)
		}
	}
}

func BenchmarkStep(b *testing.B) {
	for name, change := range map[string]func(int, string) string{"unchanged": unchanged, "few": fewChanged} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				h := NewHistory(Config{})
				h.Step(large(2000, unchanged))
				next := large(2000, change)
				b.StartTimer()
				h.Step(next)
			}
		})
	}
}

// What is retired must not keep the revisions after it in memory.
func TestRetiredHoldsNothing(t *testing.T) {
	t.Parallel()
	h := NewHistory(Config{})
	h.Step(ladder("= eng/l1\n# craft\n- I test what I write.\n- I own the weekly plan.\n"))
	for range 3 {
		h.Step(ladder("= eng/l1\n# craft\n- I test what I write.\n"))
	}
	for _, it := range h.retired {
		if it.area != nil || it.partner != nil {
			t.Errorf("%+v still holds other statements", it)
		}
	}
	for _, it := range h.now {
		if it.partner != nil {
			t.Errorf("%+v still holds the revision before", it)
		}
	}
}
