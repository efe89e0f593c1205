// Package loader puts the example company into a store, as if its people had
// used the application for a year: what they wrote points at the statements
// that stood on the day when they wrote it.
package loader

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"rung/internal/example"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store"
)

// Config says what is loaded, and where to.
type Config struct {
	Store   store.Store // without people
	Company *example.Company
	// Revisions are the ladder's, and Ladder the frameworks compiled of them,
	// their statements named by their history: one each, oldest first.
	Revisions []example.Revision
	Ladder    []*model.Framework
	AsOf      time.Time // the company's today; nothing is dated after it but what is due
	Random    io.Reader // chance for ids
}

// loader is one run. Ids of what it made are kept by the company's keys.
type loader struct {
	Config
	people   map[string]growth.PersonID
	teams    map[string]growth.TeamID
	evidence map[string][]growth.Evidence // shared with the manager, by person
}

// Load adds everybody and everything of the company, in a few transactions. On
// an error some of it may be there: the caller throws the store away.
func Load(ctx context.Context, c Config) error {
	if len(c.Ladder) != len(c.Revisions) || len(c.Ladder) == 0 {
		return fmt.Errorf("load example: %d frameworks of %d revisions", len(c.Ladder), len(c.Revisions))
	}
	l := &loader{Config: c, people: map[string]growth.PersonID{}, teams: map[string]growth.TeamID{}, evidence: map[string][]growth.Evidence{}}
	for _, step := range []func(context.Context, store.Tx) error{
		l.addPeople, l.addEvidence, l.addAssessments, l.addFeedback, l.addPlans,
	} {
		if err := c.Store.Update(ctx, func(tx store.Tx) error { return step(ctx, tx) }); err != nil {
			return fmt.Errorf("load example: %w", err)
		}
	}
	return nil
}

// at returns a moment of the working hours of a day, a little different for
// each nth, and never after AsOf.
func (l *loader) at(day, nth int) time.Time {
	const opening, minutes, spread = 9 * time.Hour, 17 * time.Minute, 29
	t := l.day(day).Add(opening + time.Duration(nth%spread)*minutes)
	if latest := l.AsOf.UTC().Truncate(time.Microsecond); t.After(latest) {
		return latest
	}
	return t
}

// day returns midnight of a day.
func (l *loader) day(day int) time.Time {
	return l.AsOf.UTC().Truncate(24*time.Hour).AddDate(0, 0, -day)
}

// id returns a new id made at a time.
func (l *loader) id(at time.Time) string {
	return growth.NewIDs(func() time.Time { return at }, l.Random).Next()
}

// inForce returns the framework that stood at the end of a day; before the
// first revision, that one.
func (l *loader) inForce(day int) *model.Framework {
	f := l.Ladder[0]
	for i, r := range l.Revisions {
		if r.Day >= day {
			f = l.Ladder[i]
		}
	}
	return f
}

var errNoRole = errors.New("no revision has a role in this file")

// role returns the role of a file as it is now or, where the file is gone, as
// it last was, with its framework.
func (l *loader) role(path string) (*model.Role, *model.Framework, error) {
	for i := len(l.Ladder) - 1; i >= 0; i-- {
		if r := roleAt(l.Ladder[i], path); r != nil {
			return r, l.Ladder[i], nil
		}
	}
	return nil, nil, fmt.Errorf("%s: %w", path, errNoRole)
}

func roleAt(f *model.Framework, path string) *model.Role {
	for _, r := range f.Roles {
		if r.Path() == path {
			return r
		}
	}
	return nil
}

// statement returns the statement that a reference means, and its role.
func (l *loader) statement(ref example.Ref) (growth.StatementRef, *model.Role, error) {
	f := l.Ladder[ref.Revision]
	if r := roleAt(f, ref.RolePath); r != nil {
		for _, s := range r.Statements() {
			if letters(s.Text) == letters(ref.Text) {
				return growth.StatementRef{Statement: s.ID, Revision: f.Revision}, r, nil
			}
		}
	}
	return growth.StatementRef{}, nil, fmt.Errorf("%s:%d: the compiled framework has no statement %q", ref.RolePath, ref.Line, ref.Prefix)
}
