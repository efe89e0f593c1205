package sqlstore

import (
	"context"
	"time"

	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store"
	"rung/internal/store/sqlstore/query"
)

// AddAssignment implements store.Assignments.
func (t *Tx) AddAssignment(ctx context.Context, a growth.Assignment) error {
	n, err := t.q.AddAssignment(ctx, query.AddAssignmentParams{
		ID: a.ID, PersonID: string(a.Person), RoleID: string(a.Role), RoleTitle: a.RoleTitle, Revision: a.Revision,
		Since: micros(a.Since), Maturity: a.Maturity, CreatedAt: micros(a.CreatedAt),
	})
	return t.added("an assignment", n, err)
}

// ListAssignments implements store.Assignments.
func (t *Tx) ListAssignments(ctx context.Context, person growth.PersonID) ([]growth.Assignment, error) {
	rows, err := t.q.ListAssignments(ctx, query.ListAssignmentsParams{PersonID: string(person), MaxRows: store.MaxList})
	return list(t, "assignments", rows, err, assignment)
}

// ListCurrentAssignments implements store.Assignments.
func (t *Tx) ListCurrentAssignments(ctx context.Context, at time.Time) ([]growth.Assignment, error) {
	rows, err := t.q.ListCurrentAssignments(ctx, query.ListCurrentAssignmentsParams{At: micros(at), MaxRows: store.MaxAll + 1})
	return complete(t, "current assignments", rows, err, assignment)
}

// RemoveAssignment implements store.Assignments.
func (t *Tx) RemoveAssignment(ctx context.Context, person growth.PersonID, id string) error {
	n, err := t.q.RemoveAssignment(ctx, query.RemoveAssignmentParams{ID: id, PersonID: string(person)})
	return t.removed("assignment", n, err)
}

func assignment(r query.Assignment) growth.Assignment {
	return growth.Assignment{
		ID: r.ID, Person: growth.PersonID(r.PersonID), Role: model.RoleID(r.RoleID), RoleTitle: r.RoleTitle,
		Revision: r.Revision, Since: moment(r.Since), Maturity: r.Maturity, CreatedAt: moment(r.CreatedAt),
	}
}
