package growth

import "time"

// ItemKind says what kind of private item somebody read.
type ItemKind string

// The kinds of private item.
const (
	EvidenceItem ItemKind = "evidence"
	RatingItem   ItemKind = "rating"
	AimItem      ItemKind = "aim"
	PlanItemKind ItemKind = "plan"
	FeedbackItem ItemKind = "feedback"
)

// Access records that somebody read private items of another: one record for
// each time that they were shown. Items holds their ids by kind.
type Access struct {
	ID     string
	Owner  PersonID
	Reader PersonID
	At     time.Time
	Items  map[ItemKind][]string
}

// Count returns how many items of all kinds were read.
func (a Access) Count() int {
	n := 0
	for _, ids := range a.Items {
		n += len(ids)
	}
	return n
}
