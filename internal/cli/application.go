package cli

import (
	"crypto/rand"
	"errors"
	"log/slog"
	"time"

	"rung/internal/accounts"
	"rung/internal/evidence"
	"rung/internal/feedback"
	"rung/internal/frameworks"
	"rung/internal/growth"
	"rung/internal/people"
	"rung/internal/plans"
	"rung/internal/ratings"
	"rung/internal/store"
)

// application is the use cases over one database and one ladder.
type application struct {
	store      store.Store
	frameworks *frameworks.Service
	accounts   *accounts.Service
	people     *people.Service
	evidence   *evidence.Service
	ratings    *ratings.Service
	feedback   *feedback.Service
	plans      *plans.Service
	now        func() time.Time
	newID      func() string
	log        *slog.Logger
}

// titles are what a ladder is called: given in place of its own title, or ""
// where it has one; and in any case known, for no password may rest on it.
type titles struct{ given, known string }

// newApplication makes the use cases; nothing is read before Sync.
func (p *program) newApplication(source frameworks.Source, title titles, s store.Store, level slog.Level) (*application, error) {
	a := &application{
		store: s, now: p.now, newID: growth.NewIDs(p.now, rand.Reader).Next,
		log: slog.New(slog.NewTextHandler(p.err, &slog.HandlerOptions{Level: level})),
	}
	var errs [7]error
	a.frameworks, errs[0] = frameworks.New(frameworks.Config{Store: s, Source: source, Now: a.now, Title: title.given})
	ladder := a.frameworks
	a.accounts, errs[1] = accounts.New(accounts.Config{Store: s, Now: a.now, NewID: a.newID, Random: rand.Reader, Context: []string{title.known}})
	a.people, errs[2] = people.New(people.Config{Store: s, Ladder: ladder, Now: a.now, NewID: a.newID})
	a.evidence, errs[3] = evidence.New(evidence.Config{Store: s, Ladder: ladder, Now: a.now, NewID: a.newID})
	a.ratings, errs[4] = ratings.New(ratings.Config{Store: s, Ladder: ladder, Now: a.now, NewID: a.newID})
	a.feedback, errs[5] = feedback.New(feedback.Config{Store: s, Ladder: ladder, Now: a.now, NewID: a.newID})
	a.plans, errs[6] = plans.New(plans.Config{Store: s, Ladder: ladder, Now: a.now, NewID: a.newID})
	return a, errors.Join(errs[:]...)
}
