// Package audit is the record of what was done: who did which operation to
// what, and when. It names things by id and never holds content.
package audit

import (
	"time"

	"rung/internal/authz"
	"rung/internal/growth"
)

// Entry is one thing that was done. It is written in the same transaction as
// the doing, so neither exists without the other. Actor is "" where the
// operator did it at the command line or nobody was signed in.
type Entry struct {
	ID        string
	At        time.Time
	Actor     growth.PersonID
	Operation authz.Operation
	Target    string // id of what it was done to
	Note      string // a word or two of detail, nothing private
}
