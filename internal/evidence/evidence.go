// Package evidence is what happened, in its owner's words: hers alone until
// she shares it, item by item, with her manager.
package evidence

import (
	"context"
	"errors"
	"time"

	"rung/internal/audit"
	"rung/internal/authz"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store"
)

// Ladder gives the framework as it is now, with the revision that it is of. It
// is nil before the first one is compiled.
type Ladder interface {
	Latest() (*model.Framework, string)
}

// Config is what a Service is made of.
type Config struct {
	Store  store.Store
	Ladder Ladder
	Now    func() time.Time
	NewID  func() string
}

// Service keeps evidence. It is safe for concurrent use.
type Service struct {
	store  store.Store
	ladder Ladder
	book   audit.Book
}

// New returns a Service.
func New(c Config) (*Service, error) {
	book, err := audit.NewBook(c.Now, c.NewID)
	if err != nil {
		return nil, err
	}
	if c.Store == nil || c.Ladder == nil {
		return nil, errors.New("make evidence: a store and a ladder are needed")
	}
	return &Service{store: c.Store, ladder: c.Ladder, book: book}, nil
}

// Input is what somebody enters about what happened. A Visible of "" is
// private.
type Input struct {
	Key        string // the sender's own id, so that sending twice makes one
	Happened   time.Time
	Kind       growth.Kind
	Text       string
	With       string
	Link       string
	Visible    growth.Visibility
	Statements []model.StatementID
}

// onto returns e with what was entered. Statements that e was linked to keep
// the revision they had then.
func (s *Service) onto(e growth.Evidence, in Input) (growth.Evidence, error) {
	e.Happened, e.Kind, e.Text, e.With, e.Link, e.Visible = in.Happened, in.Kind, in.Text, in.With, in.Link, in.Visible
	if e.Visible == "" {
		e.Visible = growth.Private
	}
	refs, err := s.refs(e.Statements, in.Statements)
	if err != nil {
		return e, err
	}
	e.Statements = refs
	return e.Clean(s.book.At())
}

// refs returns links to statements: those that were there as they were, new
// ones as the ladder has them now.
func (s *Service) refs(before []growth.StatementRef, want []model.StatementID) ([]growth.StatementRef, error) {
	had := map[model.StatementID]growth.StatementRef{}
	for _, r := range before {
		had[r.Statement] = r
	}
	f, revision := s.ladder.Latest()
	var out []growth.StatementRef
	for _, id := range want {
		if r, ok := had[id]; ok {
			out = append(out, r)
			continue
		}
		if !there(f, id) {
			var wrong fault.Fields
			wrong.Add("statements", "One of these statements is not in the ladder.")
			return nil, wrong.Err()
		}
		out = append(out, growth.StatementRef{Statement: id, Revision: revision})
	}
	return out, nil
}

func there(f *model.Framework, id model.StatementID) bool {
	if f == nil {
		return false
	}
	_, ok := f.Place(id)
	return ok
}

// Log writes down something that happened to the actor. Where she has sent one
// with the same Key before, that one is returned and nothing is added.
func (s *Service) Log(ctx context.Context, a authz.Actor, in Input) (growth.Evidence, error) {
	if err := authz.Own(authz.KeepEvidence, a); err != nil {
		return growth.Evidence{}, err
	}
	now := s.book.At()
	e, err := s.onto(growth.Evidence{
		ID: growth.EvidenceID(s.book.ID()), Owner: a.Person, Key: in.Key, CreatedAt: now, UpdatedAt: now, Version: 1,
	}, in)
	if err != nil {
		return growth.Evidence{}, err
	}
	out := e
	err = s.store.Update(ctx, func(tx store.Tx) error {
		var err error
		if out, err = tx.AddEvidence(ctx, e); err != nil || out.ID != e.ID {
			return err
		}
		return tx.AddAudit(ctx, s.book.Entry(a, authz.KeepEvidence, string(e.ID), "written"))
	})
	return out, err
}

// Change replaces what the actor wrote. Version is the one that the edit saw.
func (s *Service) Change(ctx context.Context, a authz.Actor, id growth.EvidenceID, version int64, in Input) (growth.Evidence, error) {
	return s.edit(ctx, a, id, "changed", func(e growth.Evidence) (growth.Evidence, error) {
		if e.Version != version {
			return e, fault.New(fault.Conflict, "This was changed meanwhile. Please look again and enter it anew.")
		}
		return s.onto(e, in)
	})
}

// Share lets the actor's manager see it.
func (s *Service) Share(ctx context.Context, a authz.Actor, id growth.EvidenceID) (growth.Evidence, error) {
	return s.edit(ctx, a, id, "shared", func(e growth.Evidence) (growth.Evidence, error) {
		e.Visible = growth.ToManager
		return e, nil
	})
}

// Unshare takes it back: from now on nobody else sees it. That it was read
// stays on record.
func (s *Service) Unshare(ctx context.Context, a authz.Actor, id growth.EvidenceID) (growth.Evidence, error) {
	return s.edit(ctx, a, id, "unshared", func(e growth.Evidence) (growth.Evidence, error) {
		e.Visible = growth.Private
		return e, nil
	})
}

// Link says which statements it supports, and no others.
func (s *Service) Link(ctx context.Context, a authz.Actor, id growth.EvidenceID, statements []model.StatementID) (growth.Evidence, error) {
	return s.edit(ctx, a, id, "linked", func(e growth.Evidence) (growth.Evidence, error) {
		refs, err := s.refs(e.Statements, statements)
		if err != nil {
			return e, err
		}
		e.Statements = refs
		return e.Clean(s.book.At())
	})
}

// Delete removes it for good.
func (s *Service) Delete(ctx context.Context, a authz.Actor, id growth.EvidenceID) error {
	if err := authz.Own(authz.KeepEvidence, a); err != nil {
		return err
	}
	return s.store.Update(ctx, func(tx store.Tx) error {
		if _, err := mine(ctx, tx, a, id); err != nil {
			return err
		}
		if err := tx.RemoveEvidence(ctx, a.Person, id); err != nil {
			return err
		}
		return tx.AddAudit(ctx, s.book.Entry(a, authz.KeepEvidence, string(id), "deleted"))
	})
}

// edit changes one piece of the actor's by f.
func (s *Service) edit(ctx context.Context, a authz.Actor, id growth.EvidenceID, note string, f func(growth.Evidence) (growth.Evidence, error)) (growth.Evidence, error) {
	if err := authz.Own(authz.KeepEvidence, a); err != nil {
		return growth.Evidence{}, err
	}
	var out growth.Evidence
	err := s.store.Update(ctx, func(tx store.Tx) error {
		e, err := mine(ctx, tx, a, id)
		if err != nil {
			return err
		}
		if e, err = f(e); err != nil {
			return err
		}
		e.UpdatedAt = s.book.At()
		if err := tx.ChangeEvidence(ctx, e); err != nil {
			return err
		}
		out = e
		out.Version++
		return tx.AddAudit(ctx, s.book.Entry(a, authz.KeepEvidence, string(id), note))
	})
	return out, err
}

// mine returns a piece that the actor may keep: fault.NotFound where she does
// not see it, fault.Forbidden where she only sees it.
func mine(ctx context.Context, tx store.Tx, a authz.Actor, id growth.EvidenceID) (growth.Evidence, error) {
	e, err := tx.EvidenceByID(ctx, id, a.Person)
	if err != nil {
		return e, err
	}
	return e, authz.Check(authz.KeepEvidence, a, authz.Facts{Owner: e.Owner})
}
