// Package feedback is what colleagues say to each other. Who will see it is
// agreed before it is written, and never widened after.
package feedback

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

// maxListed is the most pieces that a list returns.
const maxListed = 200

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

// Service keeps feedback. It is safe for concurrent use.
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
		return nil, errors.New("make feedback: a store and a ladder are needed")
	}
	return &Service{store: c.Store, ladder: c.Ladder, book: book}, nil
}

// Input is what somebody says to a colleague. Visible has no default: it is
// chosen before writing.
type Input struct {
	Subject   growth.PersonID
	Tone      growth.Tone
	Text      string
	Statement model.StatementID // "" for free words
	Visible   growth.Visibility
}

// Give says something to a colleague.
func (s *Service) Give(ctx context.Context, a authz.Actor, in Input) (growth.Feedback, error) {
	var out growth.Feedback
	err := s.store.Update(ctx, func(tx store.Tx) error {
		subject, err := authz.Do(ctx, tx, authz.GiveFeedback, a, in.Subject)
		if err != nil {
			return err
		}
		if !subject.Active() {
			return fault.New(fault.NotFound, "There is no such person.")
		}
		if out, err = s.decide(a, in); err != nil {
			return err
		}
		if err := tx.AddFeedback(ctx, out); err != nil {
			return err
		}
		return tx.AddAudit(ctx, s.book.Entry(a, authz.GiveFeedback, string(out.ID), ""))
	})
	return out, err
}

func (s *Service) decide(a authz.Actor, in Input) (growth.Feedback, error) {
	out, err := growth.Feedback{
		ID: growth.FeedbackID(s.book.ID()), Author: a.Person, Subject: in.Subject, Tone: in.Tone, Text: in.Text,
		Statement: in.Statement, Visible: in.Visible, At: s.book.At(),
	}.Clean()
	if err != nil || in.Statement == "" {
		return out, err
	}
	f, revision := s.ladder.Latest()
	if f != nil {
		if _, ok := f.Place(in.Statement); ok {
			out.Revision = revision
			return out, nil
		}
	}
	var wrong fault.Fields
	wrong.Add("statement", "This statement is not in the ladder.")
	return out, wrong.Err()
}

// Said is a piece of feedback with the names of those it is between.
type Said struct {
	growth.Feedback
	AuthorName, SubjectName string
}

// OnMe returns what was said to the actor, newest first.
func (s *Service) OnMe(ctx context.Context, a authz.Actor) ([]Said, error) {
	if err := authz.Own(authz.SeeFeedback, a); err != nil {
		return nil, err
	}
	return s.view(ctx, func(tx store.Tx) ([]growth.Feedback, error) {
		return tx.ListFeedback(ctx, a.Person, a.Person, maxListed)
	})
}

// ByMe returns what the actor said, newest first.
func (s *Service) ByMe(ctx context.Context, a authz.Actor) ([]Said, error) {
	if err := authz.Check(authz.SeeFeedback, a, authz.Facts{Author: a.Person}); err != nil {
		return nil, err
	}
	return s.view(ctx, func(tx store.Tx) ([]growth.Feedback, error) {
		return tx.ListFeedbackBy(ctx, a.Person, maxListed)
	})
}

func (s *Service) view(ctx context.Context, list func(store.Tx) ([]growth.Feedback, error)) ([]Said, error) {
	var out []Said
	err := s.store.View(ctx, func(tx store.Tx) error {
		found, err := list(tx)
		if err != nil {
			return err
		}
		out, err = named(ctx, tx, found)
		return err
	})
	return out, err
}

// On returns what was said to a person as far as the actor may see it, newest
// first, and records what she was shown that is not her own.
func (s *Service) On(ctx context.Context, a authz.Actor, person growth.PersonID) ([]Said, error) {
	if a.SignedIn() && a.Person == person {
		return s.OnMe(ctx, a)
	}
	var out []Said
	err := s.store.Update(ctx, func(tx store.Tx) error {
		if _, err := authz.See(ctx, tx, authz.SeeFeedback, a, person); err != nil {
			return err
		}
		found, err := tx.ListFeedback(ctx, person, a.Person, maxListed)
		if err != nil {
			return err
		}
		if err := s.record(ctx, tx, a, person, found); err != nil {
			return err
		}
		out, err = named(ctx, tx, found)
		return err
	})
	return out, err
}

func (s *Service) record(ctx context.Context, tx store.Tx, a authz.Actor, person growth.PersonID, list []growth.Feedback) error {
	var ids []string
	for _, f := range list {
		if f.Author != a.Person {
			ids = append(ids, string(f.ID))
		}
	}
	access, ok := s.book.Access(person, a.Person, growth.Items(map[growth.ItemKind][]string{growth.FeedbackItem: ids}))
	if !ok {
		return nil
	}
	return tx.AddAccess(ctx, access)
}

// named adds names: one question for each person who appears.
func named(ctx context.Context, tx store.Tx, list []growth.Feedback) ([]Said, error) {
	called := map[growth.PersonID]string{}
	name := func(id growth.PersonID) (string, error) {
		if n, ok := called[id]; ok {
			return n, nil
		}
		p, err := tx.Person(ctx, id)
		called[id] = p.Name
		return p.Name, err
	}
	out := make([]Said, len(list))
	for i, f := range list {
		out[i].Feedback = f
		var err error
		if out[i].AuthorName, err = name(f.Author); err != nil {
			return nil, err
		}
		if out[i].SubjectName, err = name(f.Subject); err != nil {
			return nil, err
		}
	}
	return out, nil
}
