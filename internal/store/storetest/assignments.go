package storetest

import (
	"context"
	"testing"
	"time"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
)

func testAssignments(t *testing.T, f *fixture) {
	for _, id := range []growth.PersonID{"p-1", "p-2", "p-3", "p-4"} {
		f.person(id, "")
	}
	first := growth.Assignment{
		ID: "a-1", Person: "p-1", Role: "cloud/l3", RoleTitle: "Engineer", Revision: "rev", Since: day(1),
		Maturity: "new in role", CreatedAt: clock(5),
	}
	same1 := growth.Assignment{ID: "a-2", Person: "p-1", Role: "cloud/l4", Since: day(10), CreatedAt: clock(6)}
	same2 := growth.Assignment{ID: "a-3", Person: "p-1", Role: "cloud/l5", Since: day(10), CreatedAt: clock(6)}
	other := growth.Assignment{ID: "a-4", Person: "p-2", Role: "cloud/l3", Since: day(12), CreatedAt: clock(6)}
	gone := growth.Assignment{ID: "a-5", Person: "p-3", Role: "cloud/l3", Since: day(1), CreatedAt: clock(6)}
	f.update(func(ctx context.Context, tx store.Tx) error {
		for _, a := range []growth.Assignment{same1, first, same2, other, gone} {
			if err := tx.AddAssignment(ctx, a); err != nil {
				return err
			}
		}
		kind(t, "AddAssignment twice", tx.AddAssignment(ctx, first), fault.Conflict)
		p, err := tx.Person(ctx, "p-3")
		if err != nil {
			return err
		}
		p.LeftAt = day(3)
		return tx.ChangePerson(ctx, p)
	})
	same(t, "ListAssignments", f.assignments("p-1"), []growth.Assignment{same2, same1, first})
	same(t, "ListAssignments of nobody", f.assignments("nobody"), []growth.Assignment{})
	for _, c := range []struct {
		name string
		at   time.Time
		want []growth.Assignment
	}{
		{"before all", day(1).Add(-time.Microsecond), []growth.Assignment{}},
		{"the first day", day(1), []growth.Assignment{first}},
		{"two of one day", day(10), []growth.Assignment{same2}},
		{"at last", day(20), []growth.Assignment{same2, other}},
	} {
		got := get(f, func(ctx context.Context, tx store.Tx) ([]growth.Assignment, error) {
			return tx.ListCurrentAssignments(ctx, c.at)
		})
		same(t, "ListCurrentAssignments, "+c.name, got, c.want)
	}
	f.update(func(ctx context.Context, tx store.Tx) error {
		kind(t, "RemoveAssignment of another", tx.RemoveAssignment(ctx, "p-2", "a-3"), fault.NotFound)
		if err := tx.RemoveAssignment(ctx, "p-1", "a-3"); err != nil {
			return err
		}
		kind(t, "RemoveAssignment twice", tx.RemoveAssignment(ctx, "p-1", "a-3"), fault.NotFound)
		return nil
	})
	same(t, "ListAssignments after one is removed", f.assignments("p-1"), []growth.Assignment{same1, first})
}

func (f *fixture) assignments(person growth.PersonID) []growth.Assignment {
	f.t.Helper()
	return get(f, func(ctx context.Context, tx store.Tx) ([]growth.Assignment, error) {
		return tx.ListAssignments(ctx, person)
	})
}
