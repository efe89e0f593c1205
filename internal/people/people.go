// Package people is the directory: who works here, in which team, for whom,
// in which role, and which role each wants.
package people

import (
	"context"
	"errors"
	"time"

	"rung/internal/audit"
	"rung/internal/authz"
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

// Service keeps the directory. It is safe for concurrent use.
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
		return nil, errors.New("make people: a store and a ladder are needed")
	}
	return &Service{store: c.Store, ladder: c.Ladder, book: book}, nil
}

// everybody returns all people by name, page after page.
func everybody(ctx context.Context, tx store.Tx, which store.ActiveOnly) ([]growth.Person, error) {
	var out []growth.Person
	f := store.PeopleFilter{ActiveOnly: which, Limit: store.MaxList}
	for {
		page, err := tx.ListPeople(ctx, f)
		if err != nil {
			return nil, err
		}
		out = append(out, page...)
		if len(page) < store.MaxList {
			return out, nil
		}
		last := page[len(page)-1]
		f.AfterName, f.AfterID = last.Name, last.ID
	}
}

// administrate refuses whoever may not keep the directory.
func administrate(a authz.Actor) error { return authz.Check(authz.KeepPeople, a, authz.Facts{}) }
