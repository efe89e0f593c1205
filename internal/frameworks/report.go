package frameworks

import (
	"context"
	"slices"

	"rung/internal/change"
	"rung/internal/fault"
	"rung/internal/lineage"
	"rung/internal/model"
)

// maxReports bounds how many reports are kept ready. A page of revisions shows
// a few dozen.
const maxReports = 256

// Report says what happened from one revision to a later one. From is zero
// where To is the first there is. It is not changed once it is handed out.
type Report struct {
	From, To Revision
	*change.Report
}

// reportKey names a report by its revisions.
type reportKey struct{ from, to string }

// Between says what happened from one revision to another, the older first
// whichever is named first. Each is named by its id or the beginning of one.
func (s *Service) Between(ctx context.Context, from, to string) (*Report, error) {
	st, err := s.ready()
	if err != nil {
		return nil, err
	}
	a, okA := st.index(from)
	b, okB := st.index(to)
	if !okA || !okB {
		return nil, fault.New(fault.NotFound, "There is no such revision.")
	}
	return s.report(ctx, st, min(a, b), max(a, b))
}

// Did says what a revision did to the one before it.
func (s *Service) Did(ctx context.Context, revision string) (*Report, error) {
	st, err := s.ready()
	if err != nil {
		return nil, err
	}
	at, ok := st.index(revision)
	if !ok {
		return nil, fault.New(fault.NotFound, "There is no such revision.")
	}
	return s.report(ctx, st, at-1, at)
}

// index returns the place of a revision in the line.
func (st *state) index(revision string) (at int, ok bool) {
	r, ok := find(st.line, revision)
	if !ok {
		return 0, false
	}
	return slices.IndexFunc(st.line, func(o Revision) bool { return o.ID == r.ID }), true
}

// report compares two places of the line; -1 is before its beginning.
func (s *Service) report(ctx context.Context, st *state, from, to int) (*Report, error) {
	out := &Report{To: st.line[to]}
	if from >= 0 {
		out.From = st.line[from]
	}
	key := reportKey{out.From.ID, out.To.ID}
	s.mu.Lock()
	held := s.reports[key]
	s.mu.Unlock()
	if held != nil {
		return held, nil
	}
	sides, err := s.sides(ctx, st, from, to)
	if err != nil {
		return nil, err
	}
	out.Report = change.NewReport(
		change.Revision{ID: out.From.ID, Time: out.From.Time}, change.Revision{ID: out.To.ID, Time: out.To.Time}, "", sides)
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.reports) >= maxReports {
		clear(s.reports)
	}
	s.reports[key] = out
	return out, nil
}

func (s *Service) sides(ctx context.Context, st *state, from, to int) (change.Sides, error) {
	out := change.Sides{Before: &model.Framework{}, From: from, To: to}
	var err error
	if from >= 0 {
		if out.Before, err = s.as(ctx, st, st.line[from]); err != nil {
			return out, err
		}
	}
	if out.Now, err = s.as(ctx, st, st.line[to]); err != nil {
		return out, err
	}
	// The line of another state is no other up to here, or the ids in it say
	// nothing of these sides: lives are looked up by id.
	err = s.read(ctx, func(_ *state, t *told) error {
		out.Lives = t.between(from, to)
		return nil
	})
	return out, err
}

// between returns the lives that something happened to after one step and up
// to another, and those that began before: all that a report asks of them.
func (t *told) between(from, to int) []lineage.Life {
	var out []lineage.Life
	for _, id := range t.order {
		l := t.lives[id]
		if slices.ContainsFunc(l.Wordings, func(p lineage.Period) bool { return p.From > from && p.From <= to }) {
			out = append(out, lineage.Life{ID: id, Wordings: slices.Clone(l.Wordings)})
		}
	}
	return out
}

// as returns the framework of a revision under the ids that are in use.
func (s *Service) as(ctx context.Context, st *state, r Revision) (*model.Framework, error) {
	if len(st.aliases) == 0 {
		e, err := s.stored(ctx, r)
		if err != nil {
			return nil, err
		}
		return e.Framework, nil
	}
	f, err := s.decode(ctx, r)
	if err != nil {
		return nil, err
	}
	rename(f, st.aliases)
	return f, nil
}
