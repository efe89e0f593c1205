package cli

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"log/slog"
	"os"
	"sync"
	"time"

	"rung/internal/fault"
	"rung/internal/frameworks"
	"rung/internal/origin"
)

// watchEvery is how often a server looks whether the ladder has changed.
const watchEvery = 10 * time.Second

// ladderSource gives the use case that keeps revisions what stands at a PATH, and
// opens it anew when it has changed. It is safe for concurrent use.
type ladderSource struct {
	path, rev string

	mu   sync.RWMutex // protects open: held for reading while it is read
	open *origin.Origin
	sign string // what it looked like when it was opened
}

func openSource(ctx context.Context, path, rev string) (*ladderSource, error) {
	o, err := origin.Open(ctx, path, rev)
	if err != nil {
		return nil, err
	}
	s := &ladderSource{path: path, rev: rev, open: o}
	s.sign, err = sign(ctx, o)
	return s, err
}

// title finds out whether the ladder says what it is called.
func (s *ladderSource) title(ctx context.Context) (titles, error) {
	r, err := compileOne(ctx, s.open)
	if err != nil {
		return titles{}, err
	}
	if len(r.Framework.Roles) == 0 {
		return titles{}, noLadder(s.path, r)
	}
	if own := r.Framework.Title; own != "" {
		return titles{known: own}, nil
	}
	return titles{given: s.open.Title, known: s.open.Title}, nil
}

// Close releases what is open.
func (s *ladderSource) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.open.Close()
}

// Revisions implements frameworks.Source.
func (s *ladderSource) Revisions(ctx context.Context) ([]frameworks.Revision, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	commits, err := s.open.Revisions(ctx)
	out := make([]frameworks.Revision, len(commits))
	for i, c := range commits {
		out[i] = frameworks.Revision{ID: c.ID, Seq: i + 1, Time: c.Time, Subject: c.Subject}
	}
	return out, err
}

// TreeAt implements frameworks.Source.
func (s *ladderSource) TreeAt(ctx context.Context, id string) (fs.FS, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.open.TreeAt(ctx, id)
}

// Tree implements frameworks.Source.
func (s *ladderSource) Tree(ctx context.Context) (fs.FS, string, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	tree, err := s.open.Tree(ctx)
	return tree, s.open.Revision(), err
}

// watch calls changed after the ladder has changed, until ctx ends. A failure
// is logged and tried again: a repository may be half-way through a push.
func (s *ladderSource) watch(ctx context.Context, changed func(context.Context) error, log *slog.Logger) {
	tick := time.NewTicker(watchEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		moved, err := s.refresh(ctx)
		if err == nil && moved {
			err = changed(ctx)
		}
		if err != nil && ctx.Err() == nil {
			log.WarnContext(ctx, "the ladder could not be read again", "error", err)
		}
	}
}

// refresh opens the ladder anew where it looks otherwise than when it was
// opened. What was opened before is closed: nothing reads it between two calls
// of changed.
func (s *ladderSource) refresh(ctx context.Context) (moved bool, err error) {
	if s.open.Kind == origin.Bundle { // opening one unpacks it
		if now, err := signFile(s.open.Place()); err != nil || now == s.sign {
			return false, err
		}
	}
	o, err := origin.Open(ctx, s.path, s.rev)
	if err != nil {
		return false, err
	}
	now, err := sign(ctx, o)
	if err != nil || now == s.sign {
		return false, errors.Join(err, o.Close())
	}
	s.mu.Lock()
	before := s.open
	s.open, s.sign = o, now
	s.mu.Unlock()
	return true, before.Close()
}

// sign returns a short text that changes when the ladder does: its commit, and
// the names, sizes and times of files that are read as they are.
func sign(ctx context.Context, o *origin.Origin) (string, error) {
	switch {
	case o.Kind == origin.Bundle:
		return signFile(o.Place())
	case o.Kind == origin.Bare:
		return o.Revision(), nil
	}
	tree, err := o.Tree(ctx)
	if err != nil {
		return "", err
	}
	sum := fnv.New64a()
	err = fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			fmt.Fprintf(sum, "%s %d %d\n", name, info.Size(), info.ModTime().UnixNano())
		}
		return err
	})
	return fmt.Sprintf("%s %x", o.Revision(), sum.Sum64()), err
}

// signFile is sign for a ladder that is one file.
func signFile(name string) (string, error) {
	info, err := os.Stat(name)
	if err != nil {
		return "", fault.Wrap(fault.Unavailable, err, "%s cannot be read", name)
	}
	return fmt.Sprint(info.Size(), info.ModTime().UnixNano()), nil
}
