package lineage

import "rung/internal/wording"

// Fate says what becomes of a rating when the ladder changes.
type Fate string

// The fates.
const (
	FateKept    Fate = "kept"             // the statement says the same
	FateNotice  Fate = "kept-with-notice" // reworded a little: it stands, and people are told
	FateRerate  Fate = "re-rate"          // says something else: it stands until somebody rates anew
	FateRetired Fate = "retired"          // the statement is gone
)

// NoticeAlike is how alike two wordings must be for a rating against the one
// to stand for the other with notice. Adding or changing a word or two in a
// sentence stays above it, replacing half of the sentence does not.
const NoticeAlike = 0.7

// FateOf returns the fate of a rating that was given against a wording of a
// statement, of which now is the present one, or nil where it is retired. It
// depends on these two wordings alone, so that one step or a hundred end
// alike.
func FateOf(given string, now *Wording) Fate {
	if now == nil {
		return FateRetired
	}
	a, b := wording.Prepare(given), wording.Prepare(now.Text)
	switch {
	case a.Normal() == b.Normal():
		return FateKept
	case wording.Similarity(a, b) >= NoticeAlike:
		return FateNotice
	}
	return FateRerate
}
