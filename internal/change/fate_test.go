package change

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rung/internal/lineage"
	"rung/internal/lineage/lineagetest"
	"rung/internal/model"
)

func TestFateOf(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		given, now string
		want       Fate
	}{
		{"I lead the weekly planning.", "I lead the weekly planning", FateKept},
		{"I lead the weekly planning.", "i lead “the weekly” planning!", FateKept},
		{"I recieve the weekly orders.", "I receive the weekly orders.", FateKept},
		{"I lead the weekly planning of my team.", "I lead the weekly planning of my own team.", FateNotice},
		{"I write tests in C", "I write tests in C++", FateNotice},
		{"I keep the ovens clean and teach others how.", "I keep the ovens clean.", FateNotice},
		{"I plan the work of my team with guidance.", "I plan the work of my team without guidance.", FateRerate},
		{"I plan the work of my team.", "I plan the work of several teams.", FateRerate},
		{"I lead the weekly planning.", "I decide what several teams build next year.", FateRerate},
		{"計画を立て、進捗を共有する", "計画を立て、進捗を毎週共有する", FateNotice},
		{"計画を立てる", "顧客と契約を交渉する", FateRerate},
	} {
		if got := FateOf(&c.given, &c.now); got.Fate != c.want {
			t.Errorf("FateOf(%q, %q) = %q (%s), want %q", c.given, c.now, got.Fate, got.Degree, c.want)
		}
	}
	words := "anything"
	if got := FateOf(&words, nil); got.Fate != FateRetired {
		t.Errorf("FateOf of what is gone = %q, want retired", got.Fate)
	}
	if got := FateOf(nil, nil); got.Fate != FateRetired {
		t.Errorf("FateOf of what is gone and unknown = %q, want retired", got.Fate)
	}
	if got := FateOf(nil, &words); got.Fate != FateRerate {
		t.Errorf("FateOf of an unknown wording = %q, want re-rate", got.Fate)
	}
}

// A verdict says what it rests on.
func TestFateIsExplained(t *testing.T) {
	t.Parallel()
	given, now := "I plan the work of my team with guidance.", "I plan the work of my team without guidance."
	got := FateOf(&given, &now)
	if got.Degree != Raised || len(got.Signs) == 0 || *got.Given != given || *got.Now != now {
		t.Errorf("FateOf = %+v, want it raised, with signs and both wordings", got)
	}
	if same := FateOf(&given, &given); same.Degree != "" || same.Signs != nil {
		t.Errorf("FateOf of the same words = %+v, want no degree", same)
	}
}

// pin is something that was said: of a statement, against words.
type pin struct {
	n         int // pins are told apart, also two of one statement
	statement model.StatementID
	given     string
}

// walked is a random history and what was pinned on the way.
type walked struct {
	pins  map[pin]int // the revision at which each was made
	texts []map[model.StatementID]string
	lives []lineage.Life
}

func walk(seed uint64, statements, steps int) walked {
	out := walked{pins: map[pin]int{}}
	r := rand.New(rand.NewPCG(seed, 11))
	h := lineage.NewHistory(lineage.Config{})
	for i, rev := range lineagetest.Make(lineagetest.Config{Seed: seed, Statements: statements, Steps: steps, Burst: 0.3}) {
		f := rev.Framework()
		h.Step(f)
		texts := map[model.StatementID]string{}
		for _, p := range f.Places() {
			texts[p.Statement.ID] = p.Statement.Text
			for range r.IntN(3) { // several people, and evidence
				out.pins[pin{len(out.pins), p.Statement.ID, p.Statement.Text}] = i
			}
		}
		out.texts = append(out.texts, texts)
	}
	out.lives = h.Lives()
	return out
}

func (w walked) fates(at int) map[pin]Fate {
	out := map[pin]Fate{}
	for p, made := range w.pins {
		if made <= at {
			out[p] = FateOf(&p.given, textAt(w.texts[at], p.statement)).Fate
		}
	}
	return out
}

func textAt(texts map[model.StatementID]string, id model.StatementID) *string {
	if text, ok := texts[id]; ok {
		return &text
	}
	return nil
}

// Over any history: each has exactly one fate, as many are there after as
// before, asking again changes nothing, and who asks after every revision ends
// where one ends who asks once.
func TestFatesOverHistories(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		w := walk(rapid.Uint64Range(0, 1<<40).Draw(t, "seed"), rapid.SampledFrom([]int{10, 20}).Draw(t, "statements"), rapid.IntRange(1, 6).Draw(t, "steps"))
		last := len(w.texts) - 1
		step := map[pin]Fate{}
		for at := range w.texts {
			before := len(step)
			maps.Copy(step, w.fates(at))
			if want := countUpTo(w.pins, at); len(step) != want || before > want {
				t.Fatalf("revision %d: %d fates of %d pins", at, len(step), want)
			}
		}
		once := w.fates(last)
		if diff := cmp.Diff(once, step); diff != "" {
			t.Fatalf("at once and step by step (-once +step):\n%s", diff)
		}
		if diff := cmp.Diff(once, w.fates(last)); diff != "" {
			t.Fatalf("asked again (-first +second):\n%s", diff)
		}
		counts := map[Fate]int{}
		for p, fate := range once {
			counts[fate]++
			if stands := textAt(w.texts[last], p.statement) != nil; stands == (fate == FateRetired) {
				t.Fatalf("%v is %s, and that it still stands is %v", p, fate, stands)
			}
		}
		sum := 0
		for _, f := range Fates() {
			sum += counts[f]
		}
		if sum != len(w.pins) {
			t.Fatalf("%d pins, of which %d have one of the fates", len(w.pins), sum)
		}
	})
}

func countUpTo(pins map[pin]int, at int) int {
	n := 0
	for _, made := range pins {
		if made <= at {
			n++
		}
	}
	return n
}

// What went and came back in its own words is as if it had never gone, and so
// is what was reworded and put back.
func TestFateOfWhatComesBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		w := walk(rapid.Uint64Range(0, 1<<40).Draw(t, "seed"), 30, 4)
		for p, made := range w.pins {
			for at := made; at < len(w.texts); at++ {
				if w.texts[at][p.statement] == p.given && w.fates(at)[p] != FateKept {
					t.Fatalf("%v has its words at revision %d and is %s", p, at, w.fates(at)[p])
				}
			}
			break // one a history: asking for all fates is dear
		}
	})
}

// Of two statements that became one, the other's ratings are retired, whatever
// the one says now: they were of what it asked alone.
func TestFateOfWhatWasMerged(t *testing.T) {
	t.Parallel()
	merged := 0
	for seed := range uint64(8) {
		w := walk(seed, 60, 4)
		last := len(w.texts) - 1
		fates := w.fates(last)
		for _, l := range w.lives {
			for _, p := range l.Wordings {
				for _, other := range p.Others {
					if p.Change != lineage.Merged || textAt(w.texts[last], other) != nil {
						continue
					}
					merged++
					for pinned, fate := range fates {
						if pinned.statement == other && fate != FateRetired {
							t.Errorf("seed %d: %v was taken up by %s and is %s", seed, pinned, l.ID, fate)
						}
					}
				}
			}
		}
	}
	if merged == 0 {
		t.Error("no history merged anything")
	}
}

func ExampleFateOf() {
	given, now := "I plan the work of my team.", "I plan the work of several teams."
	v := FateOf(&given, &now)
	fmt.Println(v.Fate, v.Degree, v.Signs)
	// Output: re-rate raised [team -> several teams]
}
