package store

import (
	"context"
	"time"

	"rung/internal/audit"
	"rung/internal/model"
)

// Audit keeps what was done.
type Audit interface {
	AddAudit(ctx context.Context, e audit.Entry) error
	// ListAudit returns the newest entries first, at most limit.
	ListAudit(ctx context.Context, limit int) ([]audit.Entry, error)
}

// Revision is a compiled revision as it is kept. Digest names Content (see
// compile.Encode), which is stored once however many revisions share it.
type Revision struct {
	ID      string // commit id, or "content:" and the digest where there is no Git
	Seq     int    // place on the first-parent line, from 1
	Time    time.Time
	Subject string // first line of the commit message
	Digest  string
}

// Revisions keeps every compiled revision.
type Revisions interface {
	// PutRevision keeps r with its content; an id that is there stays as it is
	// but for its Seq.
	PutRevision(ctx context.Context, r Revision, content []byte) error
	// ListRevisions returns all, by Seq.
	ListRevisions(ctx context.Context) ([]Revision, error)
	// RevisionContent returns the content of that revision, or fault.NotFound.
	RevisionContent(ctx context.Context, id string) ([]byte, error)
}

// Occurrence says which identity a statement that was seen somewhere has.
type Occurrence struct {
	Key       string // lineage.Occurrence
	Statement model.StatementID
	Revision  string // where it was seen first
	Matcher   string // lineage.Matcher
}

// Alias says that two ids are one statement: From is no longer used.
type Alias struct {
	From, To model.StatementID
	Why      string
	At       time.Time
}

// Ledger is the append-only record of identity. Nothing in it is ever changed
// or removed.
type Ledger interface {
	// AddOccurrences adds those whose Key is not there yet.
	AddOccurrences(ctx context.Context, list []Occurrence) error
	// ListOccurrences returns all, by key.
	ListOccurrences(ctx context.Context) ([]Occurrence, error)
	AddAlias(ctx context.Context, a Alias) error
	// ListAliases returns all, oldest first.
	ListAliases(ctx context.Context) ([]Alias, error)
}

// Settings keeps single values of the installation by name.
type Settings interface {
	PutSetting(ctx context.Context, name, value string) error
	// Setting returns the value, or "" where it was never put.
	Setting(ctx context.Context, name string) (string, error)
}
