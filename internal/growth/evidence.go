package growth

import (
	"time"

	"rung/internal/model"
)

// EvidenceID names a piece of evidence.
type EvidenceID string

// Kind says what sort of thing happened.
type Kind string

// The kinds of evidence.
const (
	Delivered Kind = "delivered"
	Decided   Kind = "decided"
	Helped    Kind = "helped"
	Learned   Kind = "learned"
	Received  Kind = "received" // thanks, praise, an award
)

// Kinds returns all kinds in the order in which people are offered them.
func Kinds() []Kind { return []Kind{Delivered, Decided, Helped, Learned, Received} }

// Limits of a piece of evidence, in characters and counts.
const (
	MaxEvidenceText  = 4000
	MaxEvidenceWith  = 200
	MaxEvidenceLink  = 2000
	MaxEvidenceLinks = 20 // statements that one piece may support
)

// StatementRef points at a statement's identity as it stood at a revision.
type StatementRef struct {
	Statement model.StatementID
	Revision  string
}

// Evidence is something that happened, in its owner's words. Happened is a
// day (midnight UTC). Key, if any, is the sender's own id for it, unique for
// the owner, so that sending twice makes one.
type Evidence struct {
	ID         EvidenceID
	Owner      PersonID
	Key        string
	Happened   time.Time
	Kind       Kind
	Text       string
	With       string // who else was there, in her words
	Link       string // http or https address, or ""
	Visible    Visibility
	Statements []StatementRef
	CreatedAt  time.Time
	UpdatedAt  time.Time
	Version    int64
}
