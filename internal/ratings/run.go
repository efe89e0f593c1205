package ratings

import (
	"context"
	"slices"

	"rung/internal/authz"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store"
)

// pinned is a role at the revision that it is rated against.
type pinned struct {
	framework *model.Framework
	role      *model.Role
	revision  string
	latest    string
	behind    bool // the newest revision asks otherwise
	lost      bool // another revision was asked for, where it cannot be read
}

// rated returns the statements that are rated.
func (p pinned) rated() []growth.Listed {
	var out []growth.Listed
	for _, l := range growth.Statements(p.framework, p.role) {
		if !l.Statement.Derived {
			out = append(out, l)
		}
	}
	return out
}

// latest returns a role as it is rated when it is begun now.
func (s *Service) latest(ctx context.Context, role model.RoleID) (pinned, error) {
	r, revision, err := s.ladder.Role(ctx, role)
	if err != nil {
		return pinned{}, err
	}
	f, _ := s.ladder.Latest()
	return pinned{framework: f, role: r, revision: revision, latest: revision}, nil
}

// at returns a role at a revision; as it is now where that is "", or where the
// role cannot be read there any more.
func (s *Service) at(ctx context.Context, role model.RoleID, revision string) (pinned, error) {
	now, err := s.latest(ctx, role)
	if err != nil || revision == "" || revision == now.revision {
		return now, err
	}
	f, err := s.ladder.FrameworkAt(ctx, revision)
	if err != nil && fault.KindOf(err) != fault.NotFound {
		return pinned{}, err
	}
	var then *model.Role
	if f != nil {
		then = f.Role(role)
	}
	if then == nil {
		now.lost = true
		return now, nil
	}
	out := pinned{framework: f, role: then, revision: revision, latest: now.revision}
	out.behind = !slices.EqualFunc(out.rated(), now.rated(), func(a, b growth.Listed) bool {
		return a.Statement.ID == b.Statement.ID && a.Statement.Text == b.Statement.Text
	})
	return out, nil
}

// running returns the revision that an assessment of the actor runs against;
// "" where none runs: nothing was rated since it was last shared.
func (s *Service) running(ctx context.Context, a authz.Actor, subject growth.PersonID, role model.RoleID) (string, error) {
	var revision string
	err := s.store.View(ctx, func(tx store.Tx) error {
		if _, err := authz.See(ctx, tx, authz.SeeSideBySide, a, subject); err != nil {
			return err
		}
		c, _ := capacity(a, subject)
		as, err := tx.Assessment(ctx, a.Person, subject, c, role)
		if fault.KindOf(err) == fault.NotFound {
			return nil
		}
		if err != nil {
			return err
		}
		newest, err := s.newestIn(ctx, tx, as)
		if runs(as, newest) {
			revision = as.Revision
		}
		return err
	})
	return revision, err
}

// runs reports whether an assessment holds a rating that was not shared yet.
func runs(as growth.Assessment, newest map[model.StatementID]growth.Rating) bool {
	for _, r := range newest {
		if r.At.After(as.SharedThrough) {
			return as.Revision != ""
		}
	}
	return false
}

// pin makes an assessment one against a revision. Another one that it has come
// to run against meanwhile is a conflict.
func (s *Service) pin(ctx context.Context, tx store.Tx, as growth.Assessment, newest map[model.StatementID]growth.Rating, to pinned) (growth.Assessment, error) {
	switch {
	case as.Revision == to.revision:
		return as, nil
	case runs(as, newest) && !to.lost:
		return as, fault.New(fault.Conflict, "These ratings were begun against another revision of the ladder. Please look at the statements again.")
	}
	return repinned(ctx, tx, as, to.revision)
}

func repinned(ctx context.Context, tx store.Tx, as growth.Assessment, revision string) (growth.Assessment, error) {
	as.Revision = revision
	err := tx.ChangeAssessment(ctx, as)
	as.Version++
	return as, err
}

// TakeOver lets an assessment of the actor that runs against an earlier revision
// go on against the newest. What she has rated stays as it is, pinned to the
// words that she rated.
func (s *Service) TakeOver(ctx context.Context, a authz.Actor, subject growth.PersonID, role model.RoleID) error {
	if err := s.mayRate(ctx, a, subject, role); err != nil {
		return err
	}
	now, err := s.latest(ctx, role)
	if err != nil {
		return err
	}
	return s.store.Update(ctx, func(tx store.Tx) error {
		as, err := s.assessment(ctx, tx, a, subject, role)
		if err != nil || as.Revision == now.revision {
			return err
		}
		if as, err = repinned(ctx, tx, as, now.revision); err != nil {
			return err
		}
		_, op := capacity(a, subject)
		return tx.AddAudit(ctx, s.book.Entry(a, op, string(as.ID), "took over a new revision"))
	})
}
