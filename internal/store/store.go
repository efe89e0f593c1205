// Package store says what the application needs of a database. No SQL crosses
// it; the suite in store/storetest is its specification, and every database
// passes it whole.
//
// Reads that somebody else's rights limit take the viewer and apply the policy
// in their WHERE clause: what a viewer may not see is not returned, not
// counted and not told apart from what does not exist (fault.NotFound).
//
// Words that are private are kept sealed under a key of the person whom they
// belong to; stores seal and open them, callers see plain text. Where the key
// was destroyed the words are "" and the rest is as it was.
//
// Times are kept to the microsecond and come back in UTC. A conflict or a
// missing row is an answer, after which a transaction goes on. A write that is
// refused for another reason (it names somebody who is not there:
// fault.NotFound; a value outside its list: fault.Invalid) spoils it: the
// update fails, whatever its function returns.
package store

import "context"

// Store is a database. It is safe for concurrent use.
type Store interface {
	// View runs f on a consistent snapshot. Writes in it fail.
	View(ctx context.Context, f func(Tx) error) error
	// Update runs f and makes its writes durable before it returns nil. Where
	// f or the commit fails, or f panics, nothing of it remains. Updates run
	// one after another, each once and on its caller's goroutine, so what f
	// has read still holds when it is committed. Others wait meanwhile, so f
	// must not wait for anything but the Tx.
	Update(ctx context.Context, f func(Tx) error) error
	// Backup writes a consistent copy of the whole database to the file at
	// path, which must not exist, while the store goes on working.
	Backup(ctx context.Context, path string) error
	// Close waits for running updates and closes the database.
	Close() error
}

// Tx is one transaction. It is valid only inside the function it was given to
// and not safe for concurrent use. Every list is bounded and ordered.
type Tx interface {
	People
	Teams
	Assignments
	Aims
	Credentials
	Sessions
	Invites
	Tokens
	Devices
	Evidence
	Assessments
	Ratings
	Pins
	Seen
	Feedback
	Plans
	Accesses
	Audit
	Revisions
	Ledger
	Settings
}
