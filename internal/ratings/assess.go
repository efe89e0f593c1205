package ratings

import (
	"context"

	"rung/internal/authz"
	"rung/internal/change"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store"
)

// Sheet is an assessment as its rater works on it: against the revision that it
// was begun against, whatever the ladder has become since.
type Sheet struct {
	Assessment growth.Assessment
	Role       *model.Role
	Revision   string // of the framework that the statements are read from
	Behind     bool   // the ladder asks otherwise by now; see Service.TakeOver
	Rows       []SheetRow
}

// SheetRow is one statement that is rated, with the rater's newest rating of
// it in this assessment, or nil, and what has become of that one.
type SheetRow struct {
	growth.Listed
	Newest  *growth.Rating
	Verdict change.Verdict // "" where there is no rating
}

// Start begins an assessment, or goes on with the one that is there: of
// oneself against the role one holds or wants, or of a report against the role
// she holds or, where she shared that, wants. One that runs stays on its
// revision.
func (s *Service) Start(ctx context.Context, a authz.Actor, subject growth.PersonID, role model.RoleID) (Sheet, error) {
	if err := s.mayRate(ctx, a, subject, role); err != nil {
		return Sheet{}, err
	}
	revision, err := s.running(ctx, a, subject, role)
	if err != nil {
		return Sheet{}, err
	}
	p, err := s.at(ctx, role, revision)
	if err != nil {
		return Sheet{}, err
	}
	out := Sheet{Role: p.role, Revision: p.revision, Behind: p.behind}
	var newest map[model.StatementID]growth.Rating
	err = s.store.Update(ctx, func(tx store.Tx) error {
		if out.Assessment, err = s.assessment(ctx, tx, a, subject, role); err != nil {
			return err
		}
		if newest, err = s.newestIn(ctx, tx, out.Assessment); err != nil {
			return err
		}
		out.Assessment, err = s.pin(ctx, tx, out.Assessment, newest, p)
		return err
	})
	if err != nil {
		return Sheet{}, err
	}
	for _, l := range p.rated() {
		out.Rows = append(out.Rows, s.row(ctx, l, newest))
	}
	return out, nil
}

func (s *Service) row(ctx context.Context, l growth.Listed, newest map[model.StatementID]growth.Rating) SheetRow {
	row := SheetRow{Listed: l}
	if n, ok := newest[l.Statement.ID]; ok {
		row.Newest, row.Verdict = &n, s.verdict(ctx, n, l.Statement)
	}
	return row
}

// verdict says what has become of a rating in the words of a statement.
func (s *Service) verdict(ctx context.Context, r growth.Rating, st *model.Statement) change.Verdict {
	return change.FateOf(pointer(s.ladder.Wording(ctx, r.Statement, r.Revision)), &st.Text)
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
