package sqlstore

import (
	"context"

	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store"
	"rung/internal/store/sqlstore/query"
)

// AddAssessment implements store.Assessments.
func (t *Tx) AddAssessment(ctx context.Context, a growth.Assessment) error {
	n, err := t.q.AddAssessment(ctx, query.AddAssessmentParams{
		ID: string(a.ID), RaterID: string(a.Rater), SubjectID: string(a.Subject), Capacity: string(a.Capacity),
		RoleID: string(a.Role), Revision: a.Revision, SharedThrough: optionalMicros(a.SharedThrough), CreatedAt: micros(a.CreatedAt),
	})
	return t.added("an assessment", n, err)
}

// ChangeAssessment implements store.Assessments.
func (t *Tx) ChangeAssessment(ctx context.Context, a growth.Assessment) error {
	n, err := t.q.ChangeAssessment(ctx, query.ChangeAssessmentParams{
		ID: string(a.ID), RaterID: string(a.Rater), Version: a.Version, Revision: a.Revision, SharedThrough: optionalMicros(a.SharedThrough),
	})
	return t.changed("assessment", n, err, func() (int64, error) {
		return t.q.CountAssessments(ctx, query.CountAssessmentsParams{ID: string(a.ID), RaterID: string(a.Rater)})
	})
}

// Assessment implements store.Assessments.
func (t *Tx) Assessment(ctx context.Context, rater, subject growth.PersonID, c growth.Capacity, role model.RoleID) (growth.Assessment, error) {
	r, err := t.q.Assessment(ctx, query.AssessmentParams{
		RaterID: string(rater), SubjectID: string(subject), Capacity: string(c), RoleID: string(role),
	})
	r, err = found(t, "assessment", r, err)
	if err != nil {
		return growth.Assessment{}, err
	}
	return assessment(r), nil
}

// ListAssessments implements store.Assessments.
func (t *Tx) ListAssessments(ctx context.Context, subject, viewer growth.PersonID) ([]growth.Assessment, error) {
	rows, err := t.q.ListAssessments(ctx, query.ListAssessmentsParams{
		SubjectID: string(subject), ViewerID: string(viewer), MaxRows: store.MaxList,
	})
	return list(t, "assessments", rows, err, func(r query.ListAssessmentsRow) growth.Assessment { return assessment(query.Assessment(r)) })
}

func assessment(r query.Assessment) growth.Assessment {
	return growth.Assessment{
		ID: growth.AssessmentID(r.ID), Rater: growth.PersonID(r.RaterID), Subject: growth.PersonID(r.SubjectID),
		Capacity: growth.Capacity(r.Capacity), Role: model.RoleID(r.RoleID), Revision: r.Revision,
		SharedThrough: optionalMoment(r.SharedThrough), CreatedAt: moment(r.CreatedAt), Version: r.Version,
	}
}
