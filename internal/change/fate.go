package change

import "rung/internal/wording"

// Fate says what becomes of a rating, or of a link from a piece of evidence,
// when the ladder changes.
type Fate string

// The fates.
const (
	FateKept    Fate = "kept"             // the statement says the same
	FateNotice  Fate = "kept-with-notice" // it asks no more, in other words: it stands, and people are told
	FateRerate  Fate = "re-rate"          // it asks more, or something else: it stands until somebody rates anew
	FateRetired Fate = "retired"          // the statement is gone
)

// Fates returns all fates, the least change first.
func Fates() []Fate { return []Fate{FateKept, FateNotice, FateRerate, FateRetired} }

// NoticeAlike is how alike two wordings must be for what was said against the
// one to stand for the other with notice, where their words do not show
// whether more is asked. Adding or changing a word or two in a sentence stays
// above it, replacing half of the sentence does not.
const NoticeAlike = 0.7

// Verdict is a fate with what it rests on.
type Verdict struct {
	Fate   Fate
	Given  *string // the wording that it was given against; nil where nobody knows it
	Now    *string // the wording now; nil where the statement is gone
	Degree Degree  // of what lies between the two; "" where nothing does, or one is missing
	Signs  []Sign  // what decided the degree
}

// FateOf returns what becomes of something that was said against the wording
// given of a statement, of which now is the present wording: nil where it is
// retired. It depends on these two alone, so that it is the same in one step or
// in a hundred, whoever asks, and however often. A wording that nobody knows
// (nil) vouches for nothing.
//
// What the words show decides: a slip of the pen leaves it as it is, less or
// the same demand in other words keeps it, more does not. Where they do not
// show it, a wording that is much alike keeps it with notice.
func FateOf(given, now *string) Verdict {
	v := Verdict{Given: given, Now: now}
	switch {
	case now == nil:
		v.Fate = FateRetired
		return v
	case given == nil:
		v.Fate = FateRerate
		return v
	}
	a, b := wording.Prepare(*given), wording.Prepare(*now)
	if *given != *now {
		v.Degree, v.Signs = DegreeOf(*given, *now, nil)
	}
	v.Fate = fateBy(v.Degree, a, b)
	return v
}

func fateBy(d Degree, given, now *wording.Text) Fate {
	if d == "" || d == Typo || given.Normal() == now.Normal() {
		return FateKept
	}
	if d == Clarified || d == Lowered || d == Other && wording.Similarity(given, now) >= NoticeAlike {
		return FateNotice
	}
	return FateRerate
}
