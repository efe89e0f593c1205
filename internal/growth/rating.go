package growth

import (
	"time"

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
type Assessment struct {
	ID            AssessmentID
	Rater         PersonID
	Subject       PersonID
	Capacity      Capacity
	Role          model.RoleID
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
