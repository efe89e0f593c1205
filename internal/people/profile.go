package people

import (
	"context"
	"errors"
	"time"

	"rung/internal/authz"
	"rung/internal/growth"
	"rung/internal/store"
)

// Profile is what an actor sees of somebody. What she may not see is zero.
type Profile struct {
	Colleague
	Is    []authz.Who // what the actor is to this person
	Entry *Entry      // for the person, her manager and administrators
	Roles *Roles      // for the same
	Aims  []growth.Aim
}

// Entry is a person's entry in the directory, as it is kept.
type Entry struct {
	Email            string
	Admin            bool
	JoinedAt, LeftAt time.Time
	Version          int64
}

// Roles are the roles that somebody holds and held. Held is nil where she
// holds none today; All has the latest first.
type Roles struct {
	Held *growth.Assignment
	All  []growth.Assignment
}

// Person returns what the actor sees of a person. Somebody who has left is
// there only for administrators and for whoever was her manager last. Aims
// that are shown to another are recorded.
func (s *Service) Person(ctx context.Context, a authz.Actor, id growth.PersonID) (Profile, error) {
	var out Profile
	look := func(record recorder) func(store.Tx) error {
		return func(tx store.Tx) error {
			p, err := authz.See(ctx, tx, authz.SeeDirectory, a, id)
			if err != nil {
				return err
			}
			out, err = s.profile(ctx, tx, a, p, record)
			return err
		}
	}
	err := s.store.View(ctx, look(refuseRecord))
	if errors.Is(err, errRecord) { // only then does a page wait for the writer
		err = s.store.Update(ctx, look(store.Tx.AddAccess))
	}
	return out, err
}

// recorder keeps the record of a read.
type recorder func(tx store.Tx, ctx context.Context, access growth.Access) error

var errRecord = errors.New("read must be recorded")

// refuseRecord is the recorder of a View, which cannot write.
func refuseRecord(store.Tx, context.Context, growth.Access) error { return errRecord }

func (s *Service) profile(ctx context.Context, tx store.Tx, a authz.Actor, p growth.Person, record recorder) (Profile, error) {
	facts := authz.Facts{Owner: p.ID, Manager: p.Manager, Shared: true}
	near := authz.Decide(authz.SeeAssignments, a, facts).Allowed
	if !p.Active() && !near {
		_, err := authz.See(ctx, tx, authz.SeeAssignments, a, p.ID)
		return Profile{}, err
	}
	n, err := loadNames(ctx, tx)
	if err != nil {
		return Profile{}, err
	}
	out := Profile{Colleague: n.colleague(p), Is: what(a, facts)}
	if near {
		if err := s.near(ctx, tx, p, &out); err != nil {
			return Profile{}, err
		}
	}
	if authz.Decide(authz.SeeAims, a, facts).Allowed {
		err = s.aims(ctx, tx, a, &out, record)
	}
	return out, err
}

// what returns every kind of actor that a is to the facts.
func what(a authz.Actor, facts authz.Facts) []authz.Who {
	var out []authz.Who
	for _, w := range authz.Whos() {
		if authz.Is(w, a, facts) {
			out = append(out, w)
		}
	}
	return out
}

func (s *Service) near(ctx context.Context, tx store.Tx, p growth.Person, out *Profile) error {
	out.Entry = &Entry{Email: p.Email, Admin: p.Admin, JoinedAt: p.JoinedAt, LeftAt: p.LeftAt, Version: p.Version}
	list, err := tx.ListAssignments(ctx, p.ID)
	out.Roles = &Roles{All: list}
	if held, ok := growth.Holds(list, s.book.At()); ok {
		out.Roles.Held = &held
	}
	return err
}

// aims loads the aims that the actor may see, and records that she saw them.
func (s *Service) aims(ctx context.Context, tx store.Tx, a authz.Actor, out *Profile, record recorder) error {
	list, err := tx.ListAims(ctx, out.ID, a.Person)
	if err != nil {
		return err
	}
	out.Aims = list
	var ids []string
	for _, aim := range list {
		ids = append(ids, string(aim.Role))
	}
	items := growth.Items(map[growth.ItemKind][]string{growth.AimItem: ids})
	if access, ok := s.book.Access(out.ID, a.Person, items); ok {
		return record(tx, ctx, access)
	}
	return nil
}
