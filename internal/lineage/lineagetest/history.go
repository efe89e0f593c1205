// Package lineagetest makes histories of ladders by chance that know which
// statement is which: the truth that a matcher is held against. A seed gives
// the same history for ever.
//
// It is for tests. What it cannot do is said in docs/identity.md.
package lineagetest

import (
	"math"
	"math/rand/v2"

	"rung/internal/model"
)

// Config says what history to make.
type Config struct {
	Seed       uint64
	Statements int     // about so many in the first revision
	Steps      int     // revisions after the first
	Edits      Rates   // nil is Usual
	Burst      float64 // the share of steps in which everything happens four times as often
}

// Truth is what is known of one statement of a revision.
type Truth struct {
	// ID is what the statement is: one number for all its wordings.
	ID int
	// Edits is what this step did to it, each kind once; empty where nothing.
	Edits []Kind
	// From names statements that have a part in it: for Split the one whose
	// words it has, where it is the newer half; for Merge those taken up.
	From []int
}

// Revision is one state of a ladder.
type Revision struct {
	// Truths is what is known of its statements, in reading order.
	Truths []Truth
	// Gone names what the revision before had and this one lacks, by what was
	// done to it: Removed, Replaced, or Merge where it stands in another.
	Gone map[int]Kind
	made *ladder
}

// Framework is the revision as a reader would give it: a new one at each call,
// so that the caller may rename its statements.
func (r Revision) Framework() *model.Framework { return r.made.framework() }

// maker holds what the making of one history needs.
type maker struct {
	writer
	last int            // number that a statement was given
	gone map[int]Kind   // of this step
	lost []lost         // what was removed and may come back
	busy map[*line]bool // what this step has done something to that forbids more
	rate func(Kind) float64
}

// lost is a statement that was removed, and where it stood.
type lost struct {
	line  *line
	track *track
	level int
}

// Make returns a history, oldest revision first.
func Make(c Config) []Revision {
	r := rand.New(rand.NewPCG(c.Seed, uint64(c.Statements)))
	h := &maker{writer: writer{r: r, topics: topics()}}
	if c.Edits == nil {
		c.Edits = Usual()
	}
	l := h.found(c.Statements)
	out := []Revision{h.revision(l)}
	for range c.Steps {
		times := 1.0
		if r.Float64() < c.Burst {
			times = 4
		}
		h.rate = func(k Kind) float64 { return min(c.Edits[k]*times, 1) }
		h.gone, h.busy = map[int]Kind{}, map[*line]bool{}
		l = l.clone()
		h.step(l)
		out = append(out, h.revision(l))
	}
	return out
}

func (h *maker) revision(l *ladder) Revision {
	out := Revision{Gone: h.gone, made: l}
	for _, t := range l.tracks {
		for _, r := range t.roles {
			for _, s := range r.lines() {
				out.Truths = append(out.Truths, Truth{ID: s.id, Edits: s.edits, From: s.from})
			}
		}
	}
	return out
}

// times draws how often something happens that happens to each of n with the
// rate of the kind.
func (h *maker) times(k Kind, n int) int {
	mean := h.rate(k) * float64(n)
	if mean <= 0 {
		return 0
	}
	count := int(math.Floor(mean))
	if h.r.Float64() < mean-math.Floor(mean) {
		count++
	}
	if mean < 3 { // so that small ladders have steps of none and of two
		count = 0
		for p := h.r.Float64(); p > math.Exp(-mean); p *= h.r.Float64() {
			count++
		}
	}
	return min(count, n)
}
