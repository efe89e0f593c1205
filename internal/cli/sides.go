package cli

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"rung/internal/change"
	"rung/internal/fault"
	"rung/internal/history"
	"rung/internal/model"
	"rung/internal/origin"
)

// asTheyAre names the files as they are, where a revision is expected.
const asTheyAre = "files as they are"

// knownIDs is what a database knows of identity; see history.Config.
type knownIDs func(occurrence string) (model.StatementID, bool)

// sides are two revisions of a ladder that are compared.
type sides struct {
	*origin.Origin
	change.Sides
	line     *history.Line
	from, to history.Revision
	known    knownIDs
	base     string // where the lines of both part, where that is not from; else ""
}

// openSides reads A..B: what B changes, from where the two lines part. "A.."
// and "..B" mean HEAD on the other side; "A" alone is compared with the files
// as they are. Where the line never held a ladder, that is said: nothing is
// proved of what was not read. Where a database knows identities, its ledger names them; nil
// is none. The caller closes it.
func (p *program) openSides(ctx context.Context, path, spec string, known knownIDs) (*sides, error) {
	typed, err := p.path(path)
	if err != nil {
		return nil, err
	}
	a, b, two := strings.Cut(spec, "..")
	if strings.HasPrefix(b, ".") || a == "" && b == "" {
		return nil, fault.New(fault.Invalid, "%q names no two revisions: write A..B, as v1.0..HEAD, or A alone to compare it with the files as they are", spec)
	}
	if two && b == "" {
		b = "HEAD"
	}
	o, err := origin.Open(ctx, typed, b)
	if err != nil {
		return nil, err
	}
	s := &sides{Origin: o, known: known}
	err = s.read(ctx, orHead(a), two)
	if err == nil && len(s.line.Lives) == 0 {
		err = noLadder(typed, s.line.Last())
	}
	if err != nil {
		return nil, errors.Join(err, o.Close())
	}
	return s, nil
}

func orHead(rev string) string {
	if rev == "" {
		return "HEAD"
	}
	return rev
}

func (s *sides) read(ctx context.Context, from string, two bool) error {
	a, err := s.Resolve(ctx, from)
	if err != nil {
		return err
	}
	var src stretch
	if two {
		src, err = s.stretch(ctx, a)
	} else {
		src, err = s.present(ctx, a)
	}
	if err != nil {
		return err
	}
	first, last := src.first, src.line[len(src.line)-1].ID
	if s.line, err = history.Read(ctx, src, history.Config{Keep: []string{first, last}, Known: s.known}); err != nil {
		return err
	}
	at, _ := s.line.Index(first)
	s.from, s.to = s.line.Revisions[at], s.line.Revisions[len(s.line.Revisions)-1]
	s.Sides = change.Sides{Before: s.line.At(first).Framework, Now: s.line.At(last).Framework, From: at, To: len(s.line.Revisions) - 1, Lives: s.line.Lives}
	return nil
}

// stretch is the line that two revisions are compared along.
type stretch struct {
	*origin.Origin
	line  []history.Revision
	first string
}

// Revisions implements history.Source.
func (s stretch) Revisions(context.Context) ([]history.Revision, error) { return s.line, nil }

// TreeAt implements history.Source.
func (s stretch) TreeAt(ctx context.Context, id string) (fs.FS, error) {
	if id == asTheyAre {
		return s.Tree(ctx)
	}
	return s.Origin.TreeAt(ctx, id)
}

// stretch returns the first-parent line of the revision that is open, where a
// stands on it. Where it does not, the revision is a branch: it is compared, in
// one step as its merge would be, with where the two lines part.
func (s *sides) stretch(ctx context.Context, a string) (stretch, error) {
	line, err := commits{s.Origin}.Revisions(ctx)
	if err != nil {
		return stretch{}, err
	}
	for _, r := range line {
		if r.ID == a {
			return stretch{s.Origin, line, a}, nil
		}
	}
	base, err := s.MergeBase(ctx, a, s.Revision())
	if err != nil {
		return stretch{}, err
	}
	if base != a {
		s.base = base
	}
	tip := line[len(line)-1]
	tip.Known = false // it is compared with the base, not with its parent
	if line, err = s.lineTo(ctx, base); err != nil {
		return stretch{}, err
	}
	return stretch{s.Origin, append(line, tip), base}, nil
}

// present returns the line up to a, and the files as they are behind it.
func (s *sides) present(ctx context.Context, a string) (stretch, error) {
	if s.Kind == origin.Bare || s.Kind == origin.Bundle {
		return stretch{}, fault.New(fault.Invalid, "%s has no files to compare with: write A..B", filepath.Base(s.Place()))
	}
	line, err := s.lineTo(ctx, a)
	if err != nil {
		return stretch{}, err
	}
	now := history.Revision{ID: asTheyAre, Time: time.Time{}, Subject: asTheyAre}
	return stretch{s.Origin, append(line, now), a}, nil
}

// lineTo returns the first-parent line up to a commit.
func (s *sides) lineTo(ctx context.Context, id string) ([]history.Revision, error) {
	list, err := s.RevisionsTo(ctx, id)
	if err != nil {
		return nil, err
	}
	return commits{s.Origin}.withChanges(ctx, list)
}
