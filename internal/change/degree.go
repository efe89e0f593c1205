// Package change says what an edit of a ladder did, in words.
package change

import (
	"strings"

	"rung/internal/wording"
)

// Degree says how a statement was reworded, as far as its words show it.
type Degree string

// The degrees.
const (
	Typo      Degree = "typo"      // spelling, capitals, punctuation, markup
	Clarified Degree = "clarified" // the same demand in other words
	Raised    Degree = "raised"    // it asks more
	Lowered   Degree = "lowered"   // it asks less
	Other     Degree = "reworded"  // the words do not show which
)

// reversed is the degree of the edit that takes an edit back.
func (d Degree) reversed() Degree {
	switch d {
	case Raised:
		return Lowered
	case Lowered:
		return Raised
	}
	return d
}

// Sign is a place that decided, for people to read: words that gave way to
// others, or that were added (Before is empty) or removed (Now is empty).
type Sign struct {
	Shows       Degree // what this place alone would make of the edit
	Before, Now string
}

// String returns the sign as a reader sees it: `team -> organisation`,
// `"without guidance" added`.
func (s Sign) String() string {
	switch {
	case s.Before == "":
		return `"` + s.Now + `" added`
	case s.Now == "":
		return `"` + s.Before + `" removed`
	}
	return s.Before + " -> " + s.Now
}

// DegreeOf says how a statement was reworded, from its words alone, and which
// places decided. Every place that changed must be explained by a rule: one
// that is not makes the edit Other, and so do opposed places, so that what
// asks more is never called a typo, clarified or lowered because something was
// overlooked. known reports whether a word, lower-case, stands anywhere else
// in the ladder; nil knows no word. The signs are those of the degree returned;
// for Other they are the places that are not understood or contradict each
// other. The edit that takes it back has the reversed degree and signs.
//
// Texts that are the same letter by letter are a Typo without signs.
func DegreeOf(before, now string, known func(word string) bool) (Degree, []Sign) {
	if before == now {
		return Typo, nil
	}
	if known == nil {
		known = func(string) bool { return false }
	}
	// One direction is computed and the other is its mirror image: places that
	// can be aligned in two ways are aligned the same both times.
	if before <= now {
		return compare(before, now, known)
	}
	degree, signs := compare(now, before, known)
	for i, s := range signs {
		signs[i] = Sign{Shows: s.Shows.reversed(), Before: s.Now, Now: s.Before}
	}
	return degree.reversed(), signs
}

// maxTerms bounds the words of a statement that are compared with those of
// another; longer texts are no statements, and nothing is claimed of them.
const maxTerms = 400

// compare is DegreeOf in one direction.
func compare(before, now string, known func(string) bool) (Degree, []Sign) {
	words := lexiconOf(before + "\n" + now)
	a, b := words.terms(before), words.terms(now)
	if len(a) > maxTerms || len(b) > maxTerms {
		return Other, nil
	}
	e := &edit{words: words, known: known, a: a, b: b}
	if e.isReordered() {
		return Clarified, []Sign{{Clarified, strings.TrimSpace(before), strings.TrimSpace(now)}}
	}
	e.align()
	e.explain()
	if len(e.signs) == 0 {
		return Typo, surface(before, now)
	}
	return sum(e.signs)
}

// sum makes one degree of all places: the strongest, and Other where one is
// not understood or two are opposed.
func sum(signs []Sign) (Degree, []Sign) {
	found := map[Degree][]Sign{}
	for _, s := range signs {
		found[s.Shows] = append(found[s.Shows], s)
	}
	switch {
	case found[Other] != nil:
		return Other, found[Other]
	case found[Raised] != nil && found[Lowered] != nil:
		return Other, signs
	}
	for _, d := range []Degree{Raised, Lowered, Clarified} {
		if found[d] != nil {
			return d, found[d]
		}
	}
	return Typo, found[Typo]
}

// surface returns what changed where every word stayed.
func surface(before, now string) []Sign {
	var out []Sign
	removed := ""
	for _, r := range append(wording.Diff(before, now), wording.Run{Op: wording.Equal}) {
		switch text := strings.TrimSpace(r.Text); {
		case r.Op == wording.Removed:
			removed = text
		case r.Op == wording.Added && removed+text != "":
			out = append(out, Sign{Typo, removed, text})
			removed = ""
		case removed != "":
			out = append(out, Sign{Typo, removed, ""})
			removed = ""
		}
	}
	return out
}
