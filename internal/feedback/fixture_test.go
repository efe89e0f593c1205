package feedback

import (
	"context"
	"crypto/rand"
	"testing"
	"time"

	"rung/internal/authz"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store"
	"rung/internal/store/sqlite"
)

// ladder is a framework that a test may change.
type ladder struct{ framework *model.Framework }

func (l *ladder) Latest() (*model.Framework, string) { return l.framework, "rev-1" }

func statements(ids ...string) *model.Framework {
	a := &model.Area{ID: "craft", Title: "Craft"}
	for _, id := range ids {
		a.Statements = append(a.Statements, &model.Statement{ID: model.StatementID(id)})
	}
	return &model.Framework{Roles: []*model.Role{{ID: "eng/l1", Title: "Engineer", Areas: []*model.Area{a}}}}
}

// office is Ada, her manager Mo, and others.
type office struct {
	*Service
	t      *testing.T
	store  store.Store
	ladder *ladder
	now    time.Time
}

var (
	root = authz.Actor{Person: "root", Admin: true}
	mo   = authz.Actor{Person: "mo"}
	ada  = authz.Actor{Person: "ada"}
	cy   = authz.Actor{Person: "cy"}
)

func newOffice(t *testing.T) *office {
	t.Helper()
	s, err := sqlite.Open(t.Context(), sqlite.Config{Memory: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	o := &office{t: t, store: s, ladder: &ladder{statements("s-1", "s-2", "s-3")}, now: time.Date(2026, 6, 1, 9, 0, 0, 0, time.UTC)}
	clock := func() time.Time { return o.now }
	if o.Service, err = New(Config{Store: s, Ladder: o.ladder, Now: clock, NewID: growth.NewIDs(clock, rand.Reader).Next}); err != nil {
		t.Fatal(err)
	}
	o.update(func(tx store.Tx) error {
		for _, p := range []growth.Person{
			{ID: "root", Name: "Root", Email: "root@example.org", Admin: true}, {ID: "mo", Name: "Mo", Email: "mo@example.org"},
			{ID: "cy", Name: "Cy", Email: "cy@example.org"}, {ID: "ada", Name: "Ada", Email: "ada@example.org", Manager: "mo"},
		} {
			p.JoinedAt, p.Version = o.now, 1
			if err := tx.AddPerson(t.Context(), p); err != nil {
				return err
			}
		}
		return nil
	})
	return o
}

func (o *office) update(f func(store.Tx) error) {
	o.t.Helper()
	if err := o.store.Update(context.WithoutCancel(o.t.Context()), f); err != nil {
		o.t.Fatal(err)
	}
}

// reads returns the records that somebody was shown what is Ada's.
func (o *office) reads() []growth.Access {
	o.t.Helper()
	var out []growth.Access
	o.update(func(tx store.Tx) error {
		var err error
		out, err = tx.ListAccesses(o.t.Context(), "ada", 100)
		return err
	})
	return out
}

func wantKind(t *testing.T, what string, err error, want fault.Kind) {
	t.Helper()
	if err == nil || fault.KindOf(err) != want {
		t.Errorf("%s: got %v, want a fault of kind %s", what, err, want)
	}
}

func must[T any](t *testing.T) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func TestNewNeedsItsParts(t *testing.T) {
	t.Parallel()
	if _, err := New(Config{}); err == nil {
		t.Error("a service of nothing is made")
	}
}
