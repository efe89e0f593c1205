package growth

import (
	"fmt"
	"slices"
)

// Value is a value of a rating scale, as "performing".
type Value string

// NoOpportunity is the value that stands apart from the order of every scale:
// there was no occasion to show it.
const NoOpportunity Value = "no-opportunity"

// Step is one value of a scale, with the words that people see.
type Step struct {
	Value Value
	Label string
	Hint  string // what it means, in a sentence
}

// Scale is an ordered rating scale, lowest first. The lowest and the highest
// value need words. Meets is the lowest value that meets the expectation.
type Scale struct {
	Steps []Step
	Meets Value
}

// DefaultScale returns the scale of a framework that names none.
func DefaultScale() Scale {
	return Scale{
		Meets: "performing",
		Steps: []Step{
			{"improvement-needed", "Improvement needed", "Not yet there, and not on the way: we need a plan together."},
			{"maturing", "Maturing", "Growing into it; the direction is good."},
			{"performing", "Performing", "What the role asks, dependably."},
			{"exceeding", "Exceeding", "Beyond what the role asks."},
		},
	}
}

// Validate returns an error that names what is wrong with the scale, or nil:
// it needs three values or more, all different, and Meets among them, not
// the lowest.
func (s Scale) Validate() error {
	if len(s.Steps) < 3 {
		return fmt.Errorf("a scale has %d values, expected three or more", len(s.Steps))
	}
	seen := map[Value]bool{NoOpportunity: true}
	for _, st := range s.Steps {
		if st.Value == "" || seen[st.Value] {
			return fmt.Errorf("value %q of a scale is empty, reserved or given twice", st.Value)
		}
		seen[st.Value] = true
	}
	if s.Rank(s.Meets) < 2 {
		return fmt.Errorf("value %q should mark where the expectation is met, expected one above the lowest", s.Meets)
	}
	return nil
}

// Rank returns the place of v from 1 (lowest), or 0 for NoOpportunity and for
// values that the scale does not have.
func (s Scale) Rank(v Value) int {
	return slices.IndexFunc(s.Steps, func(st Step) bool { return st.Value == v }) + 1
}

// Has reports whether v may be given: a value of the scale or NoOpportunity.
func (s Scale) Has(v Value) bool { return v == NoOpportunity || s.Rank(v) > 0 }

// Label returns the words for v, or v itself where the scale has none.
func (s Scale) Label(v Value) string {
	if v == NoOpportunity {
		return "No opportunity"
	}
	if r := s.Rank(v); r > 0 {
		return s.Steps[r-1].Label
	}
	return string(v)
}

// NeedsWords reports whether a rating of v needs words: the lowest and the
// highest do.
func (s Scale) NeedsWords(v Value) bool {
	r := s.Rank(v)
	return r == 1 || r == len(s.Steps)
}

// Band is how a value stands to the expectation.
type Band int

// The bands, in no order of merit: None means "never rated".
const (
	None Band = iota
	NoChance
	Lowest
	Below
	Meets
)

// Band returns where v stands. A value that the scale does not have (it was
// changed since) counts as None.
func (s Scale) Band(v Value) Band {
	r := s.Rank(v)
	switch {
	case v == NoOpportunity:
		return NoChance
	case r == 0:
		return None
	case r >= s.Rank(s.Meets):
		return Meets
	case r == 1:
		return Lowest
	default:
		return Below
	}
}
