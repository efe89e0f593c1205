package cli

import (
	"context"
	"io/fs"

	"rung/internal/frameworks"
	"rung/internal/origin"
)

// ladderSource gives the use case that keeps revisions what stands at a PATH.
type ladderSource struct{ *origin.Origin }

// Revisions implements frameworks.Source.
func (s ladderSource) Revisions(ctx context.Context) ([]frameworks.Revision, error) {
	commits, err := s.Origin.Revisions(ctx)
	out := make([]frameworks.Revision, len(commits))
	for i, c := range commits {
		out[i] = frameworks.Revision{ID: c.ID, Seq: i + 1, Time: c.Time, Subject: c.Subject}
	}
	return out, err
}

// Tree implements frameworks.Source.
func (s ladderSource) Tree(ctx context.Context) (fs.FS, string, error) {
	tree, err := s.Origin.Tree(ctx)
	return tree, s.Revision(), err
}
