package sqlstore

import (
	"context"

	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store/sqlstore/query"
)

// AddFeedback implements store.Feedback.
func (t *Tx) AddFeedback(ctx context.Context, f growth.Feedback) error {
	k, err := t.keyOf(ctx, f.Subject)
	if err != nil {
		return err
	}
	words := row{table: "feedback", id: string(f.ID), aead: k.aead}
	box := words.seal("text", f.Text)
	if words.err != nil {
		return words.err
	}
	n, err := t.q.AddFeedback(ctx, query.AddFeedbackParams{
		ID: string(f.ID), AuthorID: string(f.Author), SubjectID: string(f.Subject), Tone: string(f.Tone),
		KeyID: k.id, TextSealed: box, StatementID: string(f.Statement), Revision: f.Revision,
		Visible: string(f.Visible), At: micros(f.At),
	})
	return t.added("feedback", n, err)
}

// ListFeedback implements store.Feedback.
func (t *Tx) ListFeedback(ctx context.Context, subject, viewer growth.PersonID, limit int) ([]growth.Feedback, error) {
	rows, err := t.q.ListFeedback(ctx, query.ListFeedbackParams{
		SubjectID: string(subject), ViewerID: string(viewer), MaxRows: bounded(limit),
	})
	return opened(t, "feedback", rows, err, t.feedback)
}

// ListFeedbackBy implements store.Feedback.
func (t *Tx) ListFeedbackBy(ctx context.Context, author growth.PersonID, limit int) ([]growth.Feedback, error) {
	rows, err := t.q.ListFeedbackBy(ctx, query.ListFeedbackByParams{AuthorID: string(author), MaxRows: bounded(limit)})
	return opened(t, "feedback by its author", rows, err, func(r query.ListFeedbackByRow) (growth.Feedback, error) {
		return t.feedback(query.ListFeedbackRow(r))
	})
}

func (t *Tx) feedback(r query.ListFeedbackRow) (growth.Feedback, error) {
	words := t.words("feedback", r.ID, r.KeyID, r.Seal)
	f := growth.Feedback{
		ID: growth.FeedbackID(r.ID), Author: growth.PersonID(r.AuthorID), Subject: growth.PersonID(r.SubjectID),
		Tone: growth.Tone(r.Tone), Text: words.open("text", r.TextSealed),
		Statement: model.StatementID(r.StatementID), Revision: r.Revision,
		Visible: growth.Visibility(r.Visible), At: moment(r.At),
	}
	return f, words.err
}
