// Package history reads a ladder through time: it compiles the revisions of
// the first-parent line, and says which statement is which in all of them.
package history

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"time"

	"rung/internal/compile"
	"rung/internal/lineage"
	"rung/internal/model"
	"rung/internal/workers"
)

// Revision is one commit of the first-parent line.
type Revision struct {
	ID      string
	Tree    string // equal trees hold equal files; "" where that is not known
	Time    time.Time
	Author  string
	Subject string
	// Changes are the files that differ from the revision before, where Known.
	Changes []FileChange
	Known   bool
}

// Source is where the revisions are.
type Source interface {
	// Revisions returns the first-parent line, oldest first.
	Revisions(ctx context.Context) ([]Revision, error)
	// TreeAt returns the files of a revision. It may be called at the same time
	// for several.
	TreeAt(ctx context.Context, id string) (fs.FS, error)
}

// Config says how a line is read.
type Config struct {
	// Keep are the ids of revisions whose results are wanted; see Line.At.
	Keep []string
	// Known is the ledger of a server, see lineage.Config. Nil knows nothing.
	Known func(occurrence string) (model.StatementID, bool)
}

// Line is the first-parent line, read.
type Line struct {
	Revisions []Revision     // oldest first
	Lives     []lineage.Life // steps count the revisions, from 0

	kept map[string]*compile.Result
}

// cacheBytes bounds what is kept of the files that revisions share.
const cacheBytes = 64 << 20

// Read compiles every revision and links its statements to those before. The
// same source gives the same line on any machine.
func Read(ctx context.Context, src Source, c Config) (*Line, error) {
	revisions, err := src.Revisions(ctx)
	if err != nil {
		return nil, fmt.Errorf("list revisions: %w", err)
	}
	r := &reader{src: src, cache: compile.NewCache(cacheBytes), revisions: revisions, keep: map[string]bool{}, known: c.Known}
	for _, id := range c.Keep {
		r.keep[id] = true
	}
	return r.read(ctx)
}

// At returns what a revision of Config.Keep says, its statements under the ids
// that the whole line gives them; nil for any other.
func (l *Line) At(id string) *compile.Result { return l.kept[id] }

// Last returns what the last revision says, where Config.Keep names it; else nil.
func (l *Line) Last() *compile.Result {
	if len(l.Revisions) == 0 {
		return nil
	}
	return l.kept[l.Revisions[len(l.Revisions)-1].ID]
}

// Index returns the place of a revision in the line; ok is false where it is
// not on it.
func (l *Line) Index(id string) (at int, ok bool) {
	for i, r := range l.Revisions {
		if r.ID == id {
			return i, true
		}
	}
	return 0, false
}

// reader is one reading of a line.
type reader struct {
	src       Source
	cache     *compile.Cache
	revisions []Revision
	keep      map[string]bool
	whole     bool // each revision is read whole
	known     func(string) (model.StatementID, bool)

	chain *compile.Chain
	line  *Line
	delta *delta
}

// lot is how many revisions are compiled before they are linked: enough to
// keep all processors busy, and few enough to be held at once.
const lot = 16

// read reads by changes where it can. Should that turn out not to be exact,
// which only a whole reading tells, all is read again whole.
func (r *reader) read(ctx context.Context) (*Line, error) {
	line, err := r.pass(ctx)
	if errors.Is(err, errInexact) {
		r.whole = true
		line, err = r.pass(ctx)
	}
	return line, err
}

func (r *reader) pass(ctx context.Context) (*Line, error) {
	verdicts, err := r.verdicts(ctx)
	if err != nil {
		return nil, err
	}
	r.chain = compile.NewChain(compile.ChainConfig{Cache: r.cache, Verdicts: verdicts, Known: r.known})
	r.line = &Line{Revisions: r.revisions, kept: map[string]*compile.Result{}}
	r.delta = &delta{cache: r.cache, known: map[[2]string]bool{}}
	for from := 0; from < len(r.revisions); from += lot {
		to := min(from+lot, len(r.revisions))
		results, err := r.ahead(ctx, from, to)
		if err != nil {
			return nil, err
		}
		for at := from; at < to; at++ {
			if err := r.step(ctx, at, results[at-from]); err != nil {
				return nil, err
			}
		}
	}
	r.line.Lives = r.chain.Lives()
	return r.line, nil
}

// verdicts returns what people say about links, in the last revision: they
// speak of what was before.
func (r *reader) verdicts(ctx context.Context) ([]lineage.Verdict, error) {
	if len(r.revisions) == 0 {
		return nil, nil
	}
	tree, err := r.src.TreeAt(ctx, r.revisions[len(r.revisions)-1].ID)
	if err != nil {
		return nil, err
	}
	return compile.Verdicts(tree), nil
}

// step links one revision: as it was read ahead, by what changed, or whole.
func (r *reader) step(ctx context.Context, at int, result *compile.Result) error {
	rev := r.revisions[at]
	if result == nil && !r.keep[rev.ID] && at > 0 {
		done, err := r.byChanges(ctx, at)
		if err != nil || done {
			return err
		}
	}
	if result == nil {
		var err error
		if result, err = r.one(ctx, rev); err != nil {
			return err
		}
	}
	if err := r.prove(ctx, at, result); err != nil {
		return err
	}
	r.chain.Replay(result.Framework)
	r.delta.follow(result)
	if r.keep[rev.ID] {
		r.line.kept[rev.ID] = result
	}
	return nil
}

// prove holds what was read by changes against a revision that was read whole.
// Where that one changed how other pages are read, the revision before it is
// read whole as well.
func (r *reader) prove(ctx context.Context, at int, result *compile.Result) error {
	if r.delta.agrees(result, r.revisions[at].Changes) {
		return nil
	}
	before, err := r.one(ctx, r.revisions[at-1])
	if err != nil {
		return err
	}
	if !r.delta.agrees(before, nil) {
		return errInexact
	}
	return nil
}

// byChanges links a revision by what it changed; done is false where it must
// be read whole.
func (r *reader) byChanges(ctx context.Context, at int) (done bool, err error) {
	rev, before := r.revisions[at], r.revisions[at-1]
	if rev.Tree != "" && rev.Tree == before.Tree {
		r.chain.Pass()
		return true, nil
	}
	if r.whole || !rev.Known {
		return false, nil
	}
	names, whole := r.delta.relevant(rev.Changes)
	switch {
	case len(names) == 0:
		r.chain.Pass()
		return true, nil
	case whole:
		return false, nil
	}
	return r.reword(ctx, before, rev, names)
}

// reword links a revision that reworded some pages.
func (r *reader) reword(ctx context.Context, before, rev Revision, names []string) (done bool, err error) {
	was, err := r.src.TreeAt(ctx, before.ID)
	if err != nil {
		return false, fmt.Errorf("open revision %.12s: %w", before.ID, err)
	}
	is, err := r.src.TreeAt(ctx, rev.ID)
	if err != nil {
		return false, fmt.Errorf("open revision %.12s: %w", rev.ID, err)
	}
	roles, ok, err := r.delta.step(ctx, was, is, names)
	if err != nil || !ok {
		return false, err
	}
	return r.chain.Amend(roles), nil
}

// ahead compiles those of the revisions [from, to) at once that must be read
// whole; the others are nil.
func (r *reader) ahead(ctx context.Context, from, to int) ([]*compile.Result, error) {
	results, errs := make([]*compile.Result, to-from), make([]error, to-from)
	var list []int
	for at := from; at < to; at++ {
		if r.surelyWhole(at) {
			list = append(list, at)
		}
	}
	workers.Each(len(list), 0, func(i int) {
		results[list[i]-from], errs[list[i]-from] = r.one(ctx, r.revisions[list[i]])
	})
	return results, errors.Join(errs...)
}

// surelyWhole reports whether a revision does more than reword what was there.
func (r *reader) surelyWhole(at int) bool {
	rev := r.revisions[at]
	if at == 0 || r.keep[rev.ID] {
		return true
	}
	if rev.Tree != "" && rev.Tree == r.revisions[at-1].Tree {
		return false
	}
	return r.whole || !rev.Known || slices.ContainsFunc(rev.Changes, func(c FileChange) bool { return mayHold(c.Path) && !c.Modified })
}

func (r *reader) one(ctx context.Context, rev Revision) (*compile.Result, error) {
	tree, err := r.src.TreeAt(ctx, rev.ID)
	if err != nil {
		return nil, fmt.Errorf("open revision %.12s: %w", rev.ID, err)
	}
	return compile.Compile(ctx, compile.Input{Tree: tree, Revision: rev.ID, Cache: r.cache, Lint: compile.WithoutLint, Naming: compile.Unnamed})
}
