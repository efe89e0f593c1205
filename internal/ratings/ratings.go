// Package ratings is how people are rated against a role, by themselves and by
// their manager, and what follows from it: where they stand. Nothing here sets
// a rating but a person.
package ratings

import (
	"context"
	"errors"
	"time"

	"rung/internal/audit"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store"
)

// Ladder gives the framework and its past.
type Ladder interface {
	// Latest returns the framework as it is now, with the revision that it is
	// of. It is nil before the first one is compiled.
	Latest() (*model.Framework, string)
	// Role returns a role as it is now or, where it is gone, as it last was,
	// with the revision; fault.NotFound where it never was.
	Role(ctx context.Context, id model.RoleID) (*model.Role, string, error)
	// Wording returns how a statement read at a revision; ok is false where
	// nobody knows.
	Wording(ctx context.Context, statement model.StatementID, revision string) (text string, ok bool)
	// Canonical returns the id that the statement goes by now.
	Canonical(id model.StatementID) model.StatementID
	Past
}

// Past gives earlier revisions, and what became of statements.
type Past interface {
	// FrameworkAt returns the framework as it was at a revision, under the ids
	// that are in use; fault.NotFound where nobody knows it.
	FrameworkAt(ctx context.Context, revision string) (*model.Framework, error)
	// Order returns the place of a revision in the line, from 1; 0 where the
	// line does not have it.
	Order(revision string) int
	// TakenUp returns the statement that took up one that is gone; "" where
	// none did.
	TakenUp(ctx context.Context, id model.StatementID) (model.StatementID, error)
}

// Config is what a Service is made of. The zero Scale, Rule and CycleMonths
// stand for the defaults.
type Config struct {
	Store       store.Store
	Ladder      Ladder
	Now         func() time.Time
	NewID       func() string
	Scale       growth.Scale
	Rule        growth.PromotionRule
	CycleMonths int
}

// Service keeps ratings. It is safe for concurrent use.
type Service struct {
	store  store.Store
	ladder Ladder
	book   audit.Book
	scale  growth.Scale
	rule   growth.PromotionRule
	cycle  int
}

// New returns a Service.
func New(c Config) (*Service, error) {
	book, err := audit.NewBook(c.Now, c.NewID)
	if err != nil {
		return nil, err
	}
	if c.Store == nil || c.Ladder == nil {
		return nil, errors.New("make ratings: a store and a ladder are needed")
	}
	s := &Service{store: c.Store, ladder: c.Ladder, book: book, scale: c.Scale, rule: c.Rule, cycle: c.CycleMonths}
	if len(s.scale.Steps) == 0 {
		s.scale = growth.DefaultScale()
	}
	if s.rule.ShownPercent == 0 {
		s.rule = growth.DefaultPromotionRule()
	}
	if s.cycle == 0 {
		s.cycle = growth.DefaultCycleMonths
	}
	return s, s.scale.Validate()
}
