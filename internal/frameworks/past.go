package frameworks

import (
	"context"
	"sync"

	"rung/internal/fault"
	"rung/internal/model"
)

// past says which revision was the last to hold a role or a statement. It is
// made when somebody first asks for what the newest edition does not hold, so
// that asking for what never was does not read the whole history each time.
type past struct {
	mu         sync.Mutex // guards all below while it is made
	made       bool
	roles      map[model.RoleID]Revision
	statements map[model.StatementID]Revision
}

// lastWith returns the newest edition that holds something: the current one
// where it has it, else the one that past names; fault.NotFound where none
// ever did.
func (s *Service) lastWith(ctx context.Context, has func(*Edition) bool, find func(*past) (Revision, bool)) (*Edition, error) {
	st := s.state.Load()
	if st == nil {
		return nil, fault.New(fault.Unavailable, "The ladder is still being read.")
	}
	if has(st.current) {
		return st.current, nil
	}
	r, ok, err := s.inPast(ctx, st, find)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, fault.New(fault.NotFound, "There is no such thing.")
	}
	return s.stored(ctx, r)
}

func (s *Service) inPast(ctx context.Context, st *state, find func(*past) (Revision, bool)) (Revision, bool, error) {
	p := &st.past
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.made {
		if err := s.remember(ctx, st); err != nil {
			return Revision{}, false, err
		}
	}
	r, ok := find(p)
	return r, ok, nil
}

// remember reads every older revision once, oldest first. Where ctx ends, the
// next who asks begins again.
func (s *Service) remember(ctx context.Context, st *state) error {
	p := &st.past
	p.roles, p.statements = map[model.RoleID]Revision{}, map[model.StatementID]Revision{}
	for _, r := range st.line {
		if r.ID == st.current.Revision.ID {
			continue
		}
		f, err := s.decode(ctx, r)
		if err != nil {
			return err
		}
		for _, role := range f.Roles {
			p.roles[role.ID] = r
		}
		for _, place := range f.Places() {
			p.statements[place.Statement.ID] = r
		}
	}
	p.made = true
	return nil
}

// missing puts what was asked for into an error that says it is not found.
func missing(err error, message string) error {
	if fault.KindOf(err) == fault.NotFound {
		return fault.New(fault.NotFound, "%s", message)
	}
	return err
}
