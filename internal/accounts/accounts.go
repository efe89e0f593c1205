// Package accounts is how people and programs sign in: passwords, one-time
// links, sessions, tokens and terminals. Secrets leave it once, to whom they
// belong; the store holds only their hashes.
package accounts

import (
	"context"
	"errors"
	"io"
	"time"

	"rung/internal/audit"
	"rung/internal/authz"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
)

// Lifetimes. A session ends when it is idle or old, whichever is first.
const (
	SessionIdle     = 12 * time.Hour
	SessionLife     = 14 * 24 * time.Hour
	InviteLife      = 7 * 24 * time.Hour
	FirstInviteLife = 24 * time.Hour
	TokenLife       = 90 * 24 * time.Hour
	DeviceLife      = 10 * time.Minute
	DevicePoll      = 5 * time.Second // how often a waiting terminal may ask
	seenEvery       = 5 * time.Minute // how exactly "last seen" is kept
	maxTokens       = 50              // of one person
	maxAgent        = 200             // characters of what a browser calls itself
	maxSecret       = 200             // characters of anything presented as a secret
	hashesAtOneTime = 2               // password hashes; each takes 19 MiB
)

// Config is what a Service is made of.
type Config struct {
	Store  store.Store
	Now    func() time.Time
	NewID  func() string
	Random io.Reader // chance for secrets; crypto/rand in the program
	// Context are words that everybody here would think of, as the company's
	// name: no password may rest on them.
	Context []string
}

// Service signs people and programs in. It is safe for concurrent use.
type Service struct {
	store   store.Store
	book    audit.Book
	random  io.Reader
	context []string
	hashing chan struct{} // holds a token for each hash being computed
	cost    cost
}

// New returns a Service.
func New(c Config) (*Service, error) {
	book, err := audit.NewBook(c.Now, c.NewID)
	if err != nil {
		return nil, err
	}
	if c.Store == nil || c.Random == nil {
		return nil, errors.New("make accounts: a store and a source of chance are needed")
	}
	return &Service{
		store: c.Store, book: book, random: c.Random, context: c.Context,
		hashing: make(chan struct{}, hashesAtOneTime), cost: currentCost,
	}, nil
}

// SignedIn is a new session. Secret is for the browser's cookie and is not to
// be had again.
type SignedIn struct {
	Secret  string
	Session growth.Session
	Actor   authz.Actor
	Person  growth.Person
}

// actor returns who acts as p.
func actor(p growth.Person) authz.Actor { return authz.Actor{Person: p.ID, Admin: p.Admin} }

// activePerson returns the person if she is here, else fault.NotFound.
func activePerson(ctx context.Context, tx store.Tx, id growth.PersonID) (growth.Person, error) {
	p, err := tx.Person(ctx, id)
	if err == nil && !p.Active() {
		err = fault.New(fault.NotFound, "There is no such person.")
	}
	return p, err
}

// hidden returns err, but an error of kind and message where it says that
// something is not found.
func hidden(err error, kind fault.Kind, message string) error {
	if fault.KindOf(err) == fault.NotFound {
		return fault.New(kind, "%s", message)
	}
	return err
}
