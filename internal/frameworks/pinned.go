package frameworks

import (
	"context"
	"slices"

	"rung/internal/compile"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/lineage"
	"rung/internal/model"
	"rung/internal/store"
)

// Ledger is what a database knows of identity: which occurrence was which
// statement, and which ids were found to be another's.
type Ledger struct {
	known   map[string]model.StatementID
	aliases map[model.StatementID]model.StatementID
}

// ReadLedger returns what the database knows.
func ReadLedger(ctx context.Context, s store.Store) (*Ledger, error) {
	reader := &Service{store: s}
	_, aliases, err := reader.held(ctx)
	if err != nil {
		return nil, err
	}
	known, err := reader.ledger(ctx, aliases)
	return &Ledger{known: known, aliases: aliases}, err
}

// Known returns the statement that was seen at an occurrence.
func (l *Ledger) Known(occurrence string) (model.StatementID, bool) {
	id, ok := l.known[occurrence]
	return id, ok
}

// Canonical returns the id that a statement goes by now.
func (l *Ledger) Canonical(id model.StatementID) model.StatementID { return follow(l.aliases, id) }

// Wordings returns how statements read where they were pinned, by the refs
// that are given; those that nobody knows are left out. Each revision is read
// once, also one that the line no longer has.
func (l *Ledger) Wordings(ctx context.Context, s store.Store, refs []growth.StatementRef) (map[growth.StatementRef]string, error) {
	wanted := map[string][]growth.StatementRef{}
	for _, r := range refs {
		wanted[r.Revision] = append(wanted[r.Revision], r)
	}
	out := map[growth.StatementRef]string{}
	for revision, list := range wanted {
		texts, err := l.textsAt(ctx, s, revision)
		if err != nil {
			return nil, err
		}
		for _, r := range list {
			if text, ok := texts[l.Canonical(r.Statement)]; ok {
				out[r] = text
			}
		}
	}
	return out, nil
}

// textsAt returns what every statement of a stored revision said; none where
// the database does not hold it.
func (l *Ledger) textsAt(ctx context.Context, s store.Store, revision string) (map[model.StatementID]string, error) {
	var content []byte
	err := s.View(ctx, func(tx store.Tx) error {
		var err error
		content, err = tx.RevisionContent(ctx, revision)
		return err
	})
	if fault.KindOf(err) == fault.NotFound {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	f, err := compile.Decode(content)
	if err != nil {
		return nil, err
	}
	rename(f, l.aliases)
	out := map[model.StatementID]string{}
	for _, p := range f.Places() {
		out[p.Statement.ID] = p.Statement.Text
	}
	return out, nil
}

// FrameworkAt returns the framework as it was at a revision, under the ids that
// are in use, also of one that the line no longer has; fault.NotFound where the
// database does not hold it.
func (s *Service) FrameworkAt(ctx context.Context, revision string) (*model.Framework, error) {
	st, err := s.ready()
	if err != nil {
		return nil, err
	}
	if revision == st.current.Revision.ID {
		return st.current.Framework, nil
	}
	if r, ok := find(st.line, revision); ok && r.ID == revision {
		return s.as(ctx, st, r)
	}
	f, err := s.decode(ctx, Revision{ID: revision})
	if err != nil {
		return nil, missing(err, "There is no such revision.")
	}
	rename(f, st.aliases)
	return f, nil
}

// Order returns the place of a revision in the line, from 1; 0 where the line
// does not have it.
func (s *Service) Order(revision string) int {
	st := s.state.Load()
	if st == nil {
		return 0
	}
	if r, ok := find(st.line, revision); ok && r.ID == revision {
		return r.Seq
	}
	return 0
}

// TakenUp returns the statement that took up one that is gone; "" where none
// did.
func (s *Service) TakenUp(ctx context.Context, id model.StatementID) (model.StatementID, error) {
	var into model.StatementID
	err := s.read(ctx, func(_ *state, t *told) error {
		for _, other := range t.order {
			for _, p := range t.lives[other].Wordings {
				if p.Change == lineage.Merged && slices.Contains(p.Others, id) {
					into = other
				}
			}
		}
		return nil
	})
	return into, err
}
