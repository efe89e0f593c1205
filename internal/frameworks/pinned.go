package frameworks

import (
	"context"

	"rung/internal/compile"
	"rung/internal/fault"
	"rung/internal/growth"
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
