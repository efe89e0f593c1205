package frameworks

import (
	"context"
	"strings"

	"rung/internal/compile"
	"rung/internal/fault"
	"rung/internal/model"
	"rung/internal/store"
)

// minPrefix is how many characters of a revision's id are enough to name it.
const minPrefix = 7

// At returns the edition of a revision, named by its id or the beginning of
// one, or fault.NotFound.
func (s *Service) At(ctx context.Context, revision string) (*Edition, error) {
	st := s.state.Load()
	if st == nil {
		return nil, fault.New(fault.Unavailable, "The ladder is still being read.")
	}
	r, ok := find(st.line, revision)
	if !ok {
		return nil, fault.New(fault.NotFound, "There is no such revision.")
	}
	if r.ID == st.current.Revision.ID {
		return st.current, nil
	}
	return s.stored(ctx, r)
}

// find returns the revision that name is the id of, or begins the id of, where
// exactly one fits.
func find(line []Revision, name string) (found Revision, ok bool) {
	for _, r := range line {
		if r.ID == name {
			return r, true
		}
		if len(name) >= minPrefix && strings.HasPrefix(r.ID, name) {
			if ok {
				return Revision{}, false
			}
			found, ok = r, true
		}
	}
	return found, ok
}

// stored returns an edition from the store, or one that was loaded before.
func (s *Service) stored(ctx context.Context, r Revision) (*Edition, error) {
	s.mu.Lock()
	e := s.editions[r.ID]
	s.mu.Unlock()
	if e != nil {
		return e, nil
	}
	f, err := s.decode(ctx, r)
	if err != nil {
		return nil, err
	}
	e = newEdition(r, f, nil)
	s.keep(e)
	return e, nil
}

// decode returns the framework of a revision from the store.
func (s *Service) decode(ctx context.Context, r Revision) (*model.Framework, error) {
	var content []byte
	err := s.store.View(ctx, func(tx store.Tx) error {
		var err error
		content, err = tx.RevisionContent(ctx, r.ID)
		return err
	})
	if err != nil {
		return nil, err
	}
	return compile.Decode(content)
}

// keep holds an edition ready. Where too many are held, the oldest go.
func (s *Service) keep(e *Edition) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.editions) >= maxEditions {
		oldest := ""
		for id, held := range s.editions {
			if oldest == "" || held.Revision.Seq < s.editions[oldest].Revision.Seq {
				oldest = id
			}
		}
		delete(s.editions, oldest)
	}
	s.editions[e.Revision.ID] = e
}

// Wording returns how a statement read at a revision; ok is false where it did
// not stand there or the revision is not known.
func (s *Service) Wording(ctx context.Context, id model.StatementID, revision string) (text string, ok bool) {
	e, err := s.At(ctx, revision)
	if err != nil {
		return s.wordingBeside(ctx, id, revision)
	}
	place, ok := e.Place(id)
	if !ok {
		return "", false
	}
	return place.Statement.Text, true
}

// wordingBeside is Wording for a revision that the line no longer has, as after
// a rebase: the database keeps it.
func (s *Service) wordingBeside(ctx context.Context, id model.StatementID, revision string) (text string, ok bool) {
	f, err := s.FrameworkAt(ctx, revision)
	if err != nil {
		return "", false
	}
	place, ok := f.Place(s.Canonical(id))
	if !ok {
		return "", false
	}
	return place.Statement.Text, true
}

// Role returns a role as it is now or, where the framework no longer has it,
// as it last was, with the revision that holds it; fault.NotFound where it
// never was.
func (s *Service) Role(ctx context.Context, id model.RoleID) (*model.Role, string, error) {
	e, err := s.lastWith(ctx, func(e *Edition) bool { return e.Framework.Role(id) != nil }, func(p *past) (Revision, bool) {
		r, ok := p.roles[id]
		return r, ok
	})
	if err != nil {
		return nil, "", missing(err, "There is no such role.")
	}
	return e.Framework.Role(id), e.Revision.ID, nil
}

// Canonical returns the id that a statement goes by now: where the ledger has
// found two ids to be one statement, the one that stays.
func (s *Service) Canonical(id model.StatementID) model.StatementID {
	st := s.state.Load()
	if st == nil {
		return id
	}
	return follow(st.aliases, id)
}

// Statement returns where a statement stands or, where it is retired, where it
// last stood, with the edition that holds it; fault.NotFound where it never
// was.
func (s *Service) Statement(ctx context.Context, id model.StatementID) (model.Place, *Edition, error) {
	e, err := s.lastWith(ctx, func(e *Edition) bool { _, ok := e.Place(id); return ok }, func(p *past) (Revision, bool) {
		r, ok := p.statements[id]
		return r, ok
	})
	if err != nil {
		return model.Place{}, nil, missing(err, "There is no such statement.")
	}
	place, _ := e.Place(id)
	return place, e, nil
}
