package growth

import (
	"time"

	"rung/internal/model"
)

// Pin says how many things that were said of a person, ratings of her or links
// from her evidence, hang on one wording of a statement. It holds no words.
type Pin struct {
	Person    PersonID
	Statement model.StatementID
	Revision  string
	Count     int
}

// Seen says up to which revision a reader was told what the ladder's changes
// did to what was said of a person, who may be herself.
type Seen struct {
	Reader, Subject PersonID
	Revision        string
	At              time.Time
}
