package web

import (
	"context"
	"time"

	"rung/internal/diag"
	"rung/internal/model"
	"rung/internal/source"
)

// Frameworks gives the framework at its revisions.
type Frameworks interface {
	// Current returns the newest.
	Current(ctx context.Context) (*Edition, error)
	// At returns the one of that revision, or fault.NotFound.
	At(ctx context.Context, revision string) (*Edition, error)
	// History returns all revisions, newest first. It is empty where there is
	// no Git.
	History(ctx context.Context) ([]Revision, error)
}

// Edition is a framework at one revision. Sources may be nil where the files
// are gone; then there are no lines and no prose. Diagnostics are sorted.
type Edition struct {
	Framework   *model.Framework
	Sources     *source.Set
	Diagnostics []diag.Diagnostic
	Revision    Revision
	// Prose returns a page of prose as HTML that is safe to write into a page,
	// its links made by link; ok is false where the text is not at hand.
	Prose func(path string, link func(model.Mark) string) (html string, ok bool)
}

// Revision is one revision of the framework.
type Revision struct {
	ID      string
	Time    time.Time
	Subject string
}
