package impact

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rung/internal/change"
	"rung/internal/growth"
	"rung/internal/lineage"
	"rung/internal/lineage/lineagetest"
	"rung/internal/model"
)

// world is a random history with people who have said something on the way.
type world struct {
	sides change.Sides
	texts map[growth.StatementRef]string
	pins  Pins
}

func drawWorld(t *rapid.T) world {
	seed := rapid.Uint64Range(0, 1<<40).Draw(t, "seed")
	revisions := lineagetest.Make(lineagetest.Config{Seed: seed, Statements: 12, Steps: rapid.IntRange(1, 3).Draw(t, "steps"), Burst: 0.4})
	w := world{texts: map[growth.StatementRef]string{}}
	h := lineage.NewHistory(lineage.Config{})
	var line []*model.Framework
	var refs []growth.StatementRef
	for i, rev := range revisions {
		f := rev.Framework()
		h.Step(f)
		line = append(line, f)
		for _, p := range f.Places() {
			ref := growth.StatementRef{Statement: p.Statement.ID, Revision: fmt.Sprint("r", i)}
			w.texts[ref] = p.Statement.Text
			if i+1 < len(revisions) {
				refs = append(refs, ref)
			}
		}
	}
	to := len(line) - 1
	from := rapid.IntRange(0, to-1).Draw(t, "from")
	w.sides = change.Sides{Before: line[from], Now: line[to], From: from, To: to, Lives: h.Lives()}
	people := rapid.IntRange(0, 14).Draw(t, "people")
	r := rand.New(rand.NewPCG(seed, 3))
	w.pins = Pins{Ratings: drawPins(r, people, refs), Evidence: drawPins(r, people, refs), Wording: w.wording}
	return w
}

func drawPins(r *rand.Rand, people int, refs []growth.StatementRef) []growth.Pin {
	var out []growth.Pin
	for p := range people {
		for range r.IntN(8) {
			ref := refs[r.IntN(len(refs))]
			out = append(out, growth.Pin{Person: growth.PersonID(fmt.Sprint("p", p)), Statement: ref.Statement, Revision: ref.Revision, Count: 1 + r.IntN(3)})
		}
	}
	return out
}

func (w world) wording(ref growth.StatementRef) (string, bool) {
	text, ok := w.texts[ref]
	return text, ok
}

func (w world) report(p Pins) *Report { return Of(w.sides, change.Between(w.sides), p) }

// printed is all that anybody gets to see.
func printed(t interface{ Fatal(...any) }, r *Report) string {
	var b bytes.Buffer
	h := Heading{From: change.Revision{ID: "a"}, To: change.Revision{ID: "b"}}
	if err := Print(&b, h, r); err != nil {
		t.Fatal(err)
	}
	if err := Encode(&b, h, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// tallied counts the pins cell by cell, told or not.
func (w world) tallied(p Pins) *tally {
	t := newTally(w.sides, change.Between(w.sides))
	t.count(p.Ratings, p.Wording, ofRatings)
	t.count(p.Evidence, p.Wording, ofEvidence)
	return t
}

// No figure speaks of fewer than five people.
func TestNoFigureSpeaksOfFew(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		r := w.report(w.pins)
		for _, f := range append(all(r), r.Scattered.Ratings, r.Scattered.Evidence, r.Total.Ratings, r.Total.Evidence) {
			if f != nil && f.People < Fewest {
				t.Fatalf("a figure speaks of %d people", f.People)
			}
		}
	})
}

func all(r *Report) []*Figure {
	var out []*Figure
	for _, role := range r.Roles {
		for _, f := range role.Fates {
			out = append(out, f.Ratings, f.Evidence)
		}
	}
	return out
}

// What is not told cannot be computed from what is: a world in which nobody
// ever said what is hidden gives the same report, letter by letter. So no
// difference of sums, rows or people, and no row that is there or not, tells
// the two apart.
func TestWhatIsHiddenLeavesNoTrace(t *testing.T) {
	t.Parallel()
	hidden := 0
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		r := w.report(w.pins)
		without := Pins{Wording: w.pins.Wording, Ratings: w.pins.Ratings, Evidence: w.pins.Evidence}
		if r.Scattered.Ratings == nil {
			without.Ratings = w.told(w.pins.Ratings, ofRatings)
		}
		if r.Scattered.Evidence == nil {
			without.Evidence = w.told(w.pins.Evidence, ofEvidence)
		}
		hidden += len(w.pins.Ratings) - len(without.Ratings)
		if diff := cmp.Diff(printed(t, r), printed(t, w.report(without))); diff != "" {
			t.Fatalf("with and without what is hidden (-with +without):\n%s", diff)
		}
	})
	if hidden == 0 {
		t.Error("no world hid anything")
	}
}

// told returns the pins without those of a cell that is not shown.
func (w world) told(pins []growth.Pin, m measure) []growth.Pin {
	cells := w.tallied(w.pins)
	var out []growth.Pin
	for _, p := range pins {
		st, touched := cells.statements[p.Statement]
		if !touched {
			continue // what the change does not touch is in no cell at all
		}
		at := cell{home(st.Statement).Role, cells.fate(st.Statement, p, w.wording), m}
		if cells.cells[at].figure() != nil {
			out = append(out, p)
		}
	}
	return out
}

// What is scattered is told as one figure, whoever is in which of its cells.
func TestScatteredIsOneFigure(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		r, cells := w.report(w.pins), w.tallied(w.pins)
		count, people := 0, map[growth.PersonID]bool{}
		for at, c := range cells.cells {
			if at.measure == ofRatings && c.figure() == nil {
				count += c.count
				for p := range c.people {
					people[p] = true
				}
			}
		}
		want := (*Figure)(nil)
		if len(people) >= Fewest {
			want = &Figure{Count: count, People: len(people)}
		}
		if diff := cmp.Diff(want, r.Scattered.Ratings); diff != "" {
			t.Fatalf("scattered ratings (-want +got):\n%s", diff)
		}
	})
}

// Every pin of a statement that the change touches is in exactly one cell, and
// no other is; the order of pins does not matter.
func TestPinsAreConserved(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		cells := w.tallied(w.pins)
		want, got := 0, 0
		for _, p := range w.pins.Ratings {
			if _, touched := cells.statements[p.Statement]; touched {
				want += p.Count
			}
		}
		for at, c := range cells.cells {
			if at.measure == ofRatings {
				got += c.count
			}
		}
		if got != want {
			t.Fatalf("%d ratings of statements that change have %d fates", want, got)
		}
		turned := w.pins
		turned.Ratings = rapid.Permutation(w.pins.Ratings).Draw(t, "order")
		if diff := cmp.Diff(printed(t, w.report(w.pins)), printed(t, w.report(turned))); diff != "" {
			t.Fatalf("in another order (-one +other):\n%s", diff)
		}
	})
}

// crowd of pins on one statement, of n people.
func crowdOn(s model.StatementID, n int) []growth.Pin {
	var out []growth.Pin
	for i := range n {
		out = append(out, growth.Pin{Person: growth.PersonID(fmt.Sprint("p", i)), Statement: s, Revision: "r", Count: 1})
	}
	return out
}

func ladder(texts map[model.StatementID]string, order ...model.StatementID) *model.Framework {
	f := &model.Framework{}
	for i, id := range order {
		if texts[id] == "" {
			continue
		}
		area := &model.Area{ID: "craft", Statements: []*model.Statement{{ID: id, Prose: model.Prose{Text: texts[id]}}}}
		f.Roles = append(f.Roles, &model.Role{ID: model.RoleID(fmt.Sprint("x/l", i+1)), Title: fmt.Sprint("Role ", i+1), Areas: []*model.Area{area}})
	}
	return f
}

// Cells of too few people are told together, where together they are enough.
func TestScattered(t *testing.T) {
	t.Parallel()
	was := map[model.StatementID]string{"s-a": "I knead dough with guidance.", "s-b": "I bake rye bread.", "s-c": "I mind the oven."}
	is := map[model.StatementID]string{"s-a": "I knead dough without guidance.", "s-b": "", "s-c": "I mind the oven!"}
	order := []model.StatementID{"s-a", "s-b", "s-c"}
	sides := change.Sides{Before: ladder(was, order...), Now: ladder(is, order...), To: 1}
	wording := func(ref growth.StatementRef) (string, bool) { return was[ref.Statement], true }
	few := append(crowdOn("s-a", 3), growth.Pin{Person: "q1", Statement: "s-b", Revision: "r", Count: 4})
	for _, c := range []struct {
		pins []growth.Pin
		want *Figure
	}{
		{few, nil},
		{append(few, growth.Pin{Person: "q2", Statement: "s-b", Revision: "r", Count: 1}), &Figure{Count: 8, People: 5}},
		{crowdOn("s-c", 9), nil},
	} {
		r := Of(sides, change.Between(sides), Pins{Ratings: c.pins, Wording: wording})
		if diff := cmp.Diff(c.want, r.Scattered.Ratings); diff != "" {
			t.Errorf("%d pins (-want +got):\n%s", len(c.pins), diff)
		}
	}
}
