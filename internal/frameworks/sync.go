package frameworks

import (
	"context"
	"fmt"
	"io/fs"

	"rung/internal/compile"
	"rung/internal/lineage"
	"rung/internal/model"
	"rung/internal/store"
)

// Sync reads the source again: it compiles the revisions that the store does
// not hold, names their statements, keeps both, and makes the newest current.
// Revisions that are stored are not compiled again, save the one that is
// shown. Concurrent calls wait for each other.
func (s *Service) Sync(ctx context.Context) error {
	s.syncing.Lock()
	defer s.syncing.Unlock()
	line, err := s.source.Revisions(ctx)
	if err != nil {
		return fmt.Errorf("list revisions: %w", err)
	}
	tree, revision, err := s.source.Tree(ctx)
	if err != nil {
		return fmt.Errorf("open files: %w", err)
	}
	held, aliases, err := s.held(ctx)
	if err != nil {
		return err
	}
	if revision != "" && holdsAll(held, line) {
		done, err := s.showHeld(ctx, tree, revision, line, aliases)
		if err != nil || done {
			return err
		}
	}
	return s.compileAll(ctx, tree, revision, line, held, aliases)
}

// held returns the revisions that the store holds, by id, and which ids were
// found to be another statement's.
func (s *Service) held(ctx context.Context) (map[string]store.Revision, map[model.StatementID]model.StatementID, error) {
	revisions := map[string]store.Revision{}
	aliases := map[model.StatementID]model.StatementID{}
	err := s.store.View(ctx, func(tx store.Tx) error {
		list, err := tx.ListRevisions(ctx)
		if err != nil {
			return err
		}
		for _, r := range list {
			revisions[r.ID] = r
		}
		found, err := tx.ListAliases(ctx)
		for _, a := range found {
			aliases[a.From] = a.To
		}
		return err
	})
	return revisions, aliases, err
}

func holdsAll(held map[string]store.Revision, line []Revision) bool {
	for _, r := range line {
		if _, ok := held[r.ID]; !ok {
			return false
		}
	}
	return len(line) > 0
}

// showHeld compiles the files once, for their sources and diagnostics, and
// takes the names of the statements from the stored revision. done is false
// where the two do not agree, as after an upgrade of the compiler.
func (s *Service) showHeld(ctx context.Context, tree fs.FS, revision string, line []Revision, aliases map[model.StatementID]model.StatementID) (done bool, err error) {
	at, ok := find(line, revision)
	if !ok {
		return false, nil
	}
	before, err := s.stored(ctx, at)
	if err != nil {
		return false, err
	}
	result, err := compile.Compile(ctx, compile.Input{Tree: tree, Title: s.title, Revision: revision, Cache: s.cache})
	if err != nil {
		return false, err
	}
	names, ok := sameStatements(before.Framework, result.Framework)
	if !ok {
		return false, nil
	}
	result.Framework.Rename(names)
	s.show(&state{current: newEdition(at, result.Framework, result), line: line, aliases: aliases, verdicts: compile.Verdicts(tree)})
	return true, nil
}

// sameStatements returns the ids that the statements of now bore before; ok is
// false where they are not the same statements in the same order.
func sameStatements(before, now *model.Framework) (names map[model.StatementID]model.StatementID, ok bool) {
	a, b := before.Places(), now.Places()
	if len(a) != len(b) {
		return nil, false
	}
	names = make(map[model.StatementID]model.StatementID, len(a))
	for i := range a {
		if a[i].Role.ID != b[i].Role.ID || a[i].Statement.Text != b[i].Statement.Text {
			return nil, false
		}
		names[b[i].Statement.ID] = a[i].Statement.ID
	}
	return names, true
}

// compileAll compiles the whole line and the files as they are, and keeps what
// is new. Where there is no Git, the line is what the store holds.
func (s *Service) compileAll(ctx context.Context, tree fs.FS, revision string, line []Revision, held map[string]store.Revision, aliases map[model.StatementID]model.StatementID) error {
	known, err := s.ledger(ctx, aliases)
	if err != nil {
		return err
	}
	verdicts := compile.Verdicts(tree)
	b := &build{service: s, held: held, verdicts: len(verdicts) > 0, aliases: aliases, same: map[model.StatementID]model.StatementID{}, chain: compile.NewChain(compile.ChainConfig{
		Verdicts: verdicts,
		Known:    func(key string) (model.StatementID, bool) { id, ok := known[key]; return id, ok },
		Cache:    s.cache,
	})}
	if len(line) == 0 {
		line, err = b.replay(ctx)
	} else {
		err = b.commits(ctx, line, revision)
	}
	if err != nil {
		return err
	}
	b.line = line
	current, err := b.present(ctx, tree, revision)
	if err != nil {
		return err
	}
	if err := b.save(ctx); err != nil {
		return err
	}
	s.show(&state{current: current, line: b.line, aliases: aliases, verdicts: verdicts})
	return nil
}

// ledger returns which occurrence has which identity. An alias leads to the
// statement that it was found to be.
func (s *Service) ledger(ctx context.Context, aliases map[model.StatementID]model.StatementID) (map[string]model.StatementID, error) {
	out := map[string]model.StatementID{}
	err := s.store.View(ctx, func(tx store.Tx) error {
		list, err := tx.ListOccurrences(ctx)
		if err != nil {
			return err
		}
		for _, o := range list {
			out[o.Key] = follow(aliases, o.Statement)
		}
		return nil
	})
	return out, err
}

// follow goes from alias to alias to the id that is in use. A circle, which
// nothing writes, ends where it began.
func follow(to map[model.StatementID]model.StatementID, id model.StatementID) model.StatementID {
	for range len(to) {
		next, ok := to[id]
		if !ok {
			break
		}
		id = next
	}
	return id
}

// occurrences returns what a step adds to the ledger.
func occurrences(links []lineage.Link, revision string) []store.Occurrence {
	var out []store.Occurrence
	for _, l := range links {
		if l.Occurrence != "" {
			out = append(out, store.Occurrence{Key: l.Occurrence, Statement: l.ID, Revision: revision, Matcher: lineage.Matcher})
		}
	}
	return out
}
