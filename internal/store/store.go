// Package store says what the application needs of a database. No SQL crosses
// it; the suite in store/storetest is its specification, and every database
// passes it whole.
//
// Reads that somebody else's rights limit take the viewer and apply the policy
// in their WHERE clause: what a viewer may not see is not returned, not
// counted and not told apart from what does not exist (fault.NotFound).
//
// Words that are private are kept sealed under a key of the person whom they
// belong to; stores seal and open them, callers see plain text.
package store

import "context"

// Store is a database. It is safe for concurrent use.
type Store interface {
	// View runs f on a consistent snapshot. Writes in it fail.
	View(ctx context.Context, f func(Tx) error) error
	// Update runs f and makes its writes durable before it returns nil. Where
	// f or the commit fails, nothing of it remains. Waiting updates share one
	// durable commit, each in its own savepoint; f may run while others wait,
	// so it must not wait for anything but the Tx.
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
	Feedback
	Plans
	Accesses
	Audit
	Revisions
	Ledger
	Settings
}
