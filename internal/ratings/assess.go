package ratings

import (
	"context"

	"rung/internal/authz"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store"
)

// Sheet is an assessment as its rater works on it.
type Sheet struct {
	Assessment growth.Assessment
	Role       *model.Role
	Revision   string // of the framework that the statements are read from
	Rows       []SheetRow
}

// SheetRow is one statement that is rated, with the rater's newest rating of
// it in this assessment, or nil.
type SheetRow struct {
	growth.Listed
	Newest *growth.Rating
}

// Start begins an assessment, or goes on with the one that is there: of
// oneself against the role one holds or wants, or of a report against the role
// she holds or, where she shared that, wants.
func (s *Service) Start(ctx context.Context, a authz.Actor, subject growth.PersonID, role model.RoleID) (Sheet, error) {
	if err := s.mayRate(ctx, a, subject, role); err != nil {
		return Sheet{}, err
	}
	r, revision, err := s.ladder.Role(ctx, role)
	if err != nil {
		return Sheet{}, err
	}
	out := Sheet{Role: r, Revision: revision}
	err = s.store.Update(ctx, func(tx store.Tx) error {
		if out.Assessment, err = s.assessment(ctx, tx, a, subject, role); err != nil {
			return err
		}
		newest, err := s.newestIn(ctx, tx, out.Assessment)
		if err != nil {
			return err
		}
		out.Rows = nil
		for _, l := range s.rated(r) {
			row := SheetRow{Listed: l}
			if n, ok := newest[l.Statement.ID]; ok {
				row.Newest = &n
			}
			out.Rows = append(out.Rows, row)
		}
		return nil
	})
	return out, err
}

// rated returns the statements of a role that are rated.
func (s *Service) rated(r *model.Role) []growth.Listed {
	f, _ := s.ladder.Latest()
	var out []growth.Listed
	for _, l := range growth.Statements(f, r) {
		if !l.Statement.Derived {
			out = append(out, l)
		}
	}
	return out
}

// capacity returns as what the actor rates the subject, and the operation that
// this is.
func capacity(a authz.Actor, subject growth.PersonID) (growth.Capacity, authz.Operation) {
	if a.Person == subject {
		return growth.Self, authz.RateSelf
	}
	return growth.Manager, authz.RateReport
}

// mayRate refuses whoever may not rate the subject against the role.
func (s *Service) mayRate(ctx context.Context, a authz.Actor, subject growth.PersonID, role model.RoleID) error {
	return s.store.View(ctx, func(tx store.Tx) error { return s.mayRateIn(ctx, tx, a, subject, role) })
}

func (s *Service) mayRateIn(ctx context.Context, tx store.Tx, a authz.Actor, subject growth.PersonID, role model.RoleID) error {
	c, op := capacity(a, subject)
	p, err := authz.Do(ctx, tx, op, a, subject)
	if err != nil {
		return err
	}
	if !p.Active() {
		return fault.New(fault.Conflict, "This person has left.")
	}
	list, err := tx.ListAssignments(ctx, subject)
	if err != nil {
		return err
	}
	if held, ok := growth.Holds(list, s.book.At()); ok && held.Role == role {
		return nil
	}
	aims, err := tx.ListAims(ctx, subject, a.Person) // a manager sees those that are shared
	if err != nil {
		return err
	}
	for _, aim := range aims {
		if aim.Role == role {
			return nil
		}
	}
	var wrong fault.Fields
	if c == growth.Self {
		wrong.Add("role", "You rate yourself against the role you hold, or one that you want.")
	} else {
		wrong.Add("role", "You rate a report against the role held, or one that was shared with you as wanted.")
	}
	return wrong.Err()
}

// assessment returns the actor's assessment of the subject against the role,
// which it makes where there is none.
func (s *Service) assessment(ctx context.Context, tx store.Tx, a authz.Actor, subject growth.PersonID, role model.RoleID) (growth.Assessment, error) {
	if err := s.mayRateIn(ctx, tx, a, subject, role); err != nil {
		return growth.Assessment{}, err
	}
	c, op := capacity(a, subject)
	had, err := tx.Assessment(ctx, a.Person, subject, c, role)
	if fault.KindOf(err) != fault.NotFound {
		return had, err
	}
	made := growth.Assessment{
		ID: growth.AssessmentID(s.book.ID()), Rater: a.Person, Subject: subject, Capacity: c, Role: role, CreatedAt: s.book.At(), Version: 1,
	}
	if err := tx.AddAssessment(ctx, made); err != nil {
		return made, err
	}
	return made, tx.AddAudit(ctx, s.book.Entry(a, op, string(made.ID), "started"))
}

// newestIn returns the rater's newest rating of each statement in an
// assessment, by the id that the statement goes by now.
func (s *Service) newestIn(ctx context.Context, tx store.Tx, as growth.Assessment) (map[model.StatementID]growth.Rating, error) {
	list, err := tx.ListRatings(ctx, store.RatingFilter{Subject: as.Subject, Viewer: as.Rater, Role: as.Role, LatestOnly: store.LatestRatings})
	out := map[model.StatementID]growth.Rating{}
	for _, r := range list { // oldest first
		if r.Assessment == as.ID {
			out[s.ladder.Canonical(r.Statement)] = r
		}
	}
	return out, err
}
