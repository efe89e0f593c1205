package growth

import (
	"slices"
	"time"

	"rung/internal/fault"
	"rung/internal/model"
)

// RatingID names a rating.
type RatingID string

// AssessmentID names an assessment.
type AssessmentID string

// Capacity is what the rater was to the person when the rating was given.
type Capacity string

// The capacities. Only Self and Manager decide a standing.
const (
	Self    Capacity = "self"
	Manager Capacity = "manager"
	Peer    Capacity = "peer"
)

// MaxRatingWords is the most characters that the words of a rating may have.
const MaxRatingWords = 4000

// Assessment is a rater's set of ratings of a person against a role. Its
// ratings are the rater's own until she shares them; SharedThrough is the time
// up to which they are shared (zero: not at all). What she adds later is hers
// again until the next sharing.
//
// Revision is the one that it is made against while it runs: the ladder may
// change meanwhile, the statements that she rates do not. It is "" where none
// runs: before the first rating and after each sharing.
type Assessment struct {
	ID            AssessmentID
	Rater         PersonID
	Subject       PersonID
	Capacity      Capacity
	Role          model.RoleID
	Revision      string
	SharedThrough time.Time
	CreatedAt     time.Time
	Version       int64
}

// Rating is a rater's judgement of one statement at one time, pinned to the
// revision it was made against. Ratings are facts: never changed, only
// followed by a newer one. Rater, Subject, Capacity and Role repeat the
// assessment's.
type Rating struct {
	ID         RatingID
	Assessment AssessmentID
	Rater      PersonID
	Subject    PersonID
	Capacity   Capacity
	Role       model.RoleID
	Statement  model.StatementID
	Revision   string
	Value      Value
	Words      string
	Evidence   []EvidenceID
	At         time.Time
	Shared     bool // by its assessment, as read; not stored with the rating
}

// MaxRatingEvidence is the most pieces of evidence that one rating may name.
const MaxRatingEvidence = 20

// Clean returns r as it may be kept, or an Invalid error that names what is
// wrong: a value of the scale, and words where the value needs them. Fields
// are "value", "words" and "evidence".
func (r Rating) Clean(s Scale) (Rating, error) {
	var wrong fault.Fields
	r.Words = cleanText(&wrong, "words", r.Words, textRule{max: MaxRatingWords, lines: manyLines})
	switch {
	case !s.Has(r.Value):
		wrong.Add("value", "Please choose one of the values of the scale.")
	case r.Words == "" && s.NeedsWords(r.Value):
		wrong.Add("words", "%s needs a few words. %s", s.Label(r.Value), s.WordsPrompt(r.Value))
	}
	r.Evidence = slices.Compact(slices.Sorted(slices.Values(r.Evidence)))
	if len(r.Evidence) > MaxRatingEvidence {
		wrong.Add("evidence", "Please name at most %d pieces of evidence; these are %d.", MaxRatingEvidence, len(r.Evidence))
	}
	return r, wrong.Err()
}

// Same reports whether r says the same as o: value, words and evidence.
func (r Rating) Same(o Rating) bool {
	return r.Value == o.Value && r.Words == o.Words && slices.Equal(r.Evidence, o.Evidence)
}
