package growth

import (
	"slices"
	"time"

	"rung/internal/fault"
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
	MaxEvidenceKey   = 200
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

// EarliestYear is the first year in which anything may have happened.
const EarliestYear = 1950

// Clean returns e as it may be kept, or an Invalid error that names what is
// wrong: texts trimmed and NFC, Happened a day that is not to come (a day
// ahead is allowed for those who live ahead of UTC), a link of the web, at
// most MaxEvidenceLinks statements, each once.
func (e Evidence) Clean(now time.Time) (Evidence, error) {
	var wrong fault.Fields
	e.Text = cleanText(&wrong, "text", e.Text, textRule{MaxEvidenceText, required, manyLines})
	e.With = cleanText(&wrong, "with", e.With, textRule{max: MaxEvidenceWith})
	e.Link = cleanLink(&wrong, "link", e.Link, MaxEvidenceLink)
	e.Key = cleanText(&wrong, "key", e.Key, textRule{max: MaxEvidenceKey})
	e.Happened = day(e.Happened)
	if e.Happened.Year() < EarliestYear {
		wrong.Add("happened", "Please say on which day it happened.")
	} else if e.Happened.After(day(now).AddDate(0, 0, 1)) {
		wrong.Add("happened", "This day is still to come; please say when it happened.")
	}
	if !slices.Contains(Kinds(), e.Kind) {
		wrong.Add("kind", "Please choose what kind of thing it was.")
	}
	checkVisible(&wrong, e.Visible)
	e.Statements = uniqueRefs(e.Statements)
	if len(e.Statements) > MaxEvidenceLinks {
		wrong.Add("statements", "Please link at most %d statements; these are %d.", MaxEvidenceLinks, len(e.Statements))
	}
	return e, wrong.Err()
}

// uniqueRefs returns refs with each statement once, the first of each.
func uniqueRefs(refs []StatementRef) []StatementRef {
	var out []StatementRef
	for _, r := range refs {
		if !slices.ContainsFunc(out, func(o StatementRef) bool { return o.Statement == r.Statement }) {
			out = append(out, r)
		}
	}
	return out
}

// day returns midnight UTC of the day that t names in its own zone; the zero
// time stays.
func day(t time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}
