package frameworks

import (
	"context"
	"slices"

	"rung/internal/fault"
	"rung/internal/model"
)

// RolePast is a role through time.
type RolePast struct {
	Name string // as it is called, or was last
	Gone *Revision
	// Into is the role of the newest revision that stands in its place, where it
	// is gone; "" where none does.
	Into model.RoleID
	// Steps are the revisions that did something to it, newest first, also
	// under the names that it had before.
	Steps []RoleStep
}

// RoleStep is one of them: the ids that the role had before and after it.
// Before is "" where the role came of none.
type RoleStep struct {
	Revision    Revision
	Before, Now model.RoleID
}

// maxNames bounds how many names a role is followed through.
const maxNames = 64

// RolePast returns what happened to a role that is or was; fault.NotFound
// where it never was.
func (s *Service) RolePast(ctx context.Context, id model.RoleID) (RolePast, error) {
	role, _, err := s.Role(ctx, id)
	if err != nil {
		return RolePast{}, err
	}
	out := RolePast{Name: role.Name()}
	st, err := s.ready()
	if err != nil {
		return out, err
	}
	if err := s.ends(ctx, st, id, &out); err != nil {
		return out, err
	}
	end := len(st.line)
	for range maxNames {
		steps, first, err := s.stepsOf(ctx, id, end)
		if err != nil {
			return out, err
		}
		before := model.RoleID("")
		if first > 0 {
			if before, err = s.heirOf(ctx, st, id, first); err != nil {
				return out, err
			}
		}
		for _, at := range steps {
			out.Steps = append(out.Steps, s.roleStep(st, id, before, at, first))
		}
		if before == "" || len(steps) == 0 {
			break
		}
		id, end = before, first
	}
	return out, nil
}

// ends says whether a role is gone, since when, and what stands in its place.
func (s *Service) ends(ctx context.Context, st *state, id model.RoleID, out *RolePast) error {
	if st.current.Framework.Role(id) != nil {
		return nil
	}
	for range maxNames {
		last := -1
		if err := s.read(ctx, func(_ *state, t *told) error {
			if tr := t.roles[id]; tr != nil {
				last = tr.last
			}
			return nil
		}); err != nil {
			return err
		}
		if last < 0 || last+1 >= len(st.line) {
			return nil
		}
		if out.Gone == nil {
			out.Gone = &st.line[last+1]
		}
		r, err := s.report(ctx, st, last, last+1)
		if err != nil {
			return err
		}
		if id = r.Heirs[id]; id == "" || st.current.Framework.Role(id) != nil {
			out.Into = id
			return nil
		}
	}
	return nil
}

// stepsOf returns the steps before end that touched a role, newest first, and
// the first that held it.
func (s *Service) stepsOf(ctx context.Context, id model.RoleID, end int) (steps []int, first int, err error) {
	err = s.read(ctx, func(_ *state, t *told) error {
		tr := t.roles[id]
		if tr == nil {
			return fault.New(fault.NotFound, "There is no such role.")
		}
		first = tr.first
		for _, at := range slices.Backward(tr.steps) {
			if at < end {
				steps = append(steps, at)
			}
		}
		return nil
	})
	return steps, first, err
}

// heirOf returns the role that goes on in one which is new at a step; "" where
// it came of none.
func (s *Service) heirOf(ctx context.Context, st *state, id model.RoleID, at int) (model.RoleID, error) {
	r, err := s.report(ctx, st, at-1, at)
	if err != nil {
		return "", err
	}
	for before, now := range r.Heirs {
		if now == id {
			return before, nil
		}
	}
	return "", nil
}

func (s *Service) roleStep(st *state, id, before model.RoleID, at, first int) RoleStep {
	out := RoleStep{Revision: st.line[at], Before: id, Now: id}
	if at == first {
		out.Before = before
	}
	return out
}
