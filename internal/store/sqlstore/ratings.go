package sqlstore

import (
	"context"
	"slices"
	"strings"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store"
	"rung/internal/store/sqlstore/query"
)

// AddRating implements store.Ratings.
func (t *Tx) AddRating(ctx context.Context, r growth.Rating) error {
	k, err := t.keyOf(ctx, r.Subject)
	if err != nil {
		return err
	}
	words := row{table: "ratings", id: string(r.ID), aead: k.aead}
	p := query.AddRatingParams{
		ID: string(r.ID), AssessmentID: string(r.Assessment), RaterID: string(r.Rater), SubjectID: string(r.Subject),
		Capacity: string(r.Capacity), RoleID: string(r.Role), StatementID: string(r.Statement), Revision: r.Revision,
		Value: string(r.Value), KeyID: k.id, WordsSealed: words.seal("words", r.Words), At: micros(r.At),
	}
	if words.err != nil {
		return words.err
	}
	n, err := t.q.AddRating(ctx, p)
	if err != nil {
		return t.refused("add rating", err)
	}
	if n == 0 {
		return t.ratingRefused(ctx, p.ID)
	}
	return t.addRatingEvidence(ctx, r)
}

// ratingRefused says why nothing was added: the id is taken, or there is no
// such assessment of that rater, subject, capacity and role.
func (t *Tx) ratingRefused(ctx context.Context, id string) error {
	n, err := t.q.CountRatings(ctx, id)
	switch {
	case err != nil:
		return t.refused("look for rating", err)
	case n > 0:
		return fault.New(fault.Conflict, "There is such a rating already.")
	default:
		return missing("assessment")
	}
}

func (t *Tx) addRatingEvidence(ctx context.Context, r growth.Rating) error {
	if len(r.Evidence) == 0 {
		return nil
	}
	cited := make([][]string, len(r.Evidence))
	for i, id := range r.Evidence {
		cited[i] = []string{string(id)}
	}
	ids, err := numbered(cited)
	if err != nil {
		return err
	}
	err = t.q.AddRatingEvidence(ctx, query.AddRatingEvidenceParams{RatingID: string(r.ID), Ids: ids})
	return t.refused("add what a rating cites", err)
}

// ListRatings implements store.Ratings.
func (t *Tx) ListRatings(ctx context.Context, f store.RatingFilter) ([]growth.Rating, error) {
	if len(f.Statements) > store.MaxList {
		return nil, fault.New(fault.Invalid, "Ratings of %d statements were asked for; the most is %d.", len(f.Statements), store.MaxList)
	}
	wanted := make(map[string]int, len(f.Statements))
	for _, id := range f.Statements {
		wanted[string(id)] = 1
	}
	statements, err := object(wanted)
	if err != nil {
		return nil, err
	}
	p := query.ListRatingsParams{
		SubjectID: string(f.Subject), ViewerID: string(f.Viewer), RoleID: string(f.Role),
		AllStatements: bit(len(wanted) == 0), Statements: statements, MaxRows: store.MaxRatings,
	}
	return t.ratings(ctx, p, f.LatestOnly)
}

// ratings asks for the newest first, so that the bound cuts the oldest, and
// turns the list round.
func (t *Tx) ratings(ctx context.Context, p query.ListRatingsParams, latest store.LatestOnly) ([]growth.Rating, error) {
	var out []growth.Rating
	var err error
	if latest == store.LatestRatings {
		rows, e := t.q.ListLatestRatings(ctx, query.ListLatestRatingsParams(p))
		out, err = opened(t, "latest ratings", rows, e, func(r query.ListLatestRatingsRow) (growth.Rating, error) {
			return t.rating(query.ListRatingsRow(r))
		})
	} else {
		rows, e := t.q.ListRatings(ctx, p)
		out, err = opened(t, "ratings", rows, e, t.rating)
	}
	slices.Reverse(out)
	return out, err
}

func (t *Tx) rating(r query.ListRatingsRow) (growth.Rating, error) {
	words := t.words("ratings", r.ID, r.KeyID, r.Seal)
	out := growth.Rating{
		ID: growth.RatingID(r.ID), Assessment: growth.AssessmentID(r.AssessmentID),
		Rater: growth.PersonID(r.RaterID), Subject: growth.PersonID(r.SubjectID),
		Capacity: growth.Capacity(r.Capacity), Role: model.RoleID(r.RoleID),
		Statement: model.StatementID(r.StatementID), Revision: r.Revision, Value: growth.Value(r.Value),
		Words: words.open("words", r.WordsSealed), At: moment(r.At), Shared: r.Shared == 1,
	}
	for _, id := range strings.Fields(r.EvidenceIds) {
		out.Evidence = append(out.Evidence, growth.EvidenceID(id))
	}
	return out, words.err
}
