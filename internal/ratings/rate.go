package ratings

import (
	"context"
	"time"

	"rung/internal/authz"
	"rung/internal/change"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store"
)

// MaxEntries is the most statements that are rated at a time.
const MaxEntries = 500

// Entry is what a rater enters about one statement. Again says that she means
// it anew though it is what she said before, as after a rewording.
type Entry struct {
	Statement model.StatementID
	Value     growth.Value
	Words     string
	Evidence  []growth.EvidenceID
	Again     bool
}

// Rate rates statements of a subject against a role, all or none, and returns
// the ratings that are new: what says the same as the rater's newest makes
// none, unless that one is up for re-rating. Wrong fields are named
// "<statement>.value", ".words" and ".evidence". Ratings stay the rater's own
// until she shares them. They are against the revision that her assessment runs
// against, else the newest.
func (s *Service) Rate(ctx context.Context, a authz.Actor, subject growth.PersonID, role model.RoleID, entries []Entry) ([]growth.Rating, error) {
	return s.RateAt(ctx, a, subject, role, "", entries)
}

// RateAt is Rate for a rater who has read the statements at a revision, as
// Sheet.Revision has it: she rates what she has read, or is refused, never what
// the ladder has become meanwhile.
func (s *Service) RateAt(ctx context.Context, a authz.Actor, subject growth.PersonID, role model.RoleID, revision string, entries []Entry) ([]growth.Rating, error) {
	if err := s.mayRate(ctx, a, subject, role); err != nil {
		return nil, err
	}
	if len(entries) > MaxEntries {
		return nil, fault.New(fault.Invalid, "Please rate at most %d statements at a time; these are %d.", MaxEntries, len(entries))
	}
	p, err := s.readAt(ctx, a, subject, role, revision)
	if err != nil {
		return nil, err
	}
	if revision != "" && p.lost {
		return nil, fault.New(fault.Conflict, "The revision of the ladder that this page showed is not there any more. Please look at the statements again.")
	}
	again, err := s.upForRerating(ctx, a, subject, p)
	if err != nil {
		return nil, err
	}
	var out []growth.Rating
	err = s.store.Update(ctx, func(tx store.Tx) error {
		as, err := s.assessment(ctx, tx, a, subject, role)
		if err != nil {
			return err
		}
		newest, err := s.newestIn(ctx, tx, as)
		if err != nil {
			return err
		}
		if as, err = s.pin(ctx, tx, as, newest, p); err != nil {
			return err
		}
		visible, err := visibleEvidence(ctx, tx, as, entries)
		if err != nil {
			return err
		}
		d := decision{assessment: as, role: p.rated(), revision: p.revision, newest: newest, again: again, visible: visible, at: s.momentAfter(as, newest)}
		if out, err = s.decide(d, entries); err != nil {
			return err
		}
		return s.keep(ctx, tx, a, out)
	})
	return out, err
}

// readAt returns the role at the revision that the rater has read or, where she
// does not say, that her assessment runs against.
func (s *Service) readAt(ctx context.Context, a authz.Actor, subject growth.PersonID, role model.RoleID, revision string) (pinned, error) {
	if revision == "" {
		var err error
		if revision, err = s.running(ctx, a, subject, role); err != nil {
			return pinned{}, err
		}
	}
	return s.at(ctx, role, revision)
}

// upForRerating returns the ratings of the actor that do not stand for what a
// role says at a revision: who says the same again means it anew.
func (s *Service) upForRerating(ctx context.Context, a authz.Actor, subject growth.PersonID, p pinned) (map[growth.RatingID]bool, error) {
	newest := map[model.StatementID]growth.Rating{}
	err := s.store.View(ctx, func(tx store.Tx) error {
		c, _ := capacity(a, subject)
		as, err := tx.Assessment(ctx, a.Person, subject, c, p.role.ID)
		if fault.KindOf(err) == fault.NotFound {
			return nil
		}
		if err != nil {
			return err
		}
		newest, err = s.newestIn(ctx, tx, as)
		return err
	})
	out := map[growth.RatingID]bool{}
	for _, l := range p.rated() {
		if r, ok := newest[l.Statement.ID]; ok && r.Revision != p.revision && s.verdict(ctx, r, l.Statement).Fate == change.FateRerate {
			out[r.ID] = true
		}
	}
	return out, err
}

// decision is what entries are held against.
type decision struct {
	assessment growth.Assessment
	role       []growth.Listed
	revision   string
	newest     map[model.StatementID]growth.Rating
	again      map[growth.RatingID]bool // up for re-rating
	visible    map[growth.EvidenceID]bool
	at         time.Time
}

// decide turns entries into the ratings that are new, or an Invalid error that
// names every wrong field.
func (s *Service) decide(d decision, entries []Entry) ([]growth.Rating, error) {
	var (
		out   []growth.Rating
		wrong fault.Fields
		seen  = map[model.StatementID]bool{}
		rated = map[model.StatementID]bool{}
	)
	for _, l := range d.role {
		rated[l.Statement.ID] = true
	}
	for _, e := range entries {
		field := string(e.Statement) + "."
		if !rated[e.Statement] || seen[e.Statement] {
			wrong.Add(field+"value", "This statement is not one of the role that is rated, or is there twice.")
			continue
		}
		seen[e.Statement] = true
		r, err := growth.Rating{
			Assessment: d.assessment.ID, Rater: d.assessment.Rater, Subject: d.assessment.Subject, Capacity: d.assessment.Capacity,
			Role: d.assessment.Role, Statement: e.Statement, Revision: d.revision, Value: e.Value, Words: e.Words, Evidence: e.Evidence, At: d.at,
		}.Clean(s.scale)
		for _, f := range fault.FieldsOf(err) {
			wrong.Add(field+f.Name, "%s", f.Message)
		}
		for _, id := range r.Evidence {
			if !d.visible[id] {
				wrong.Add(field+"evidence", "One of these pieces of evidence is not there for you.")
				break
			}
		}
		if had, ok := d.newest[e.Statement]; ok && had.Same(r) && !e.Again && !d.again[had.ID] {
			continue
		}
		r.ID = growth.RatingID(s.book.ID())
		out = append(out, r)
	}
	return out, wrong.Err()
}

// visibleEvidence returns which of the pieces that entries name belong to the
// subject and are there for the rater. Nothing is shown by it. Each piece is
// asked for once; there are at most MaxEntries times as many as one rating may
// name.
func visibleEvidence(ctx context.Context, tx store.Tx, as growth.Assessment, entries []Entry) (map[growth.EvidenceID]bool, error) {
	out := map[growth.EvidenceID]bool{}
	for _, e := range entries {
		if len(e.Evidence) > growth.MaxRatingEvidence {
			continue // refused for their number
		}
		for _, id := range e.Evidence {
			if _, asked := out[id]; asked {
				continue
			}
			found, err := tx.EvidenceByID(ctx, id, as.Rater)
			if err != nil && fault.KindOf(err) != fault.NotFound {
				return nil, err
			}
			out[id] = err == nil && found.Owner == as.Subject
		}
	}
	return out, nil
}

// momentAfter returns the time of ratings that are made now: after all that
// were shared or made before, whatever the clock says, so that the newest is
// the last and nothing is shared by coming late.
func (s *Service) momentAfter(as growth.Assessment, newest map[model.StatementID]growth.Rating) time.Time {
	at := s.book.At()
	last := as.SharedThrough
	for _, r := range newest {
		if r.At.After(last) {
			last = r.At
		}
	}
	if !at.After(last) {
		at = last.Add(time.Microsecond)
	}
	return at
}

func (s *Service) keep(ctx context.Context, tx store.Tx, a authz.Actor, list []growth.Rating) error {
	for _, r := range list {
		if err := tx.AddRating(ctx, r); err != nil {
			return err
		}
	}
	if len(list) == 0 {
		return nil
	}
	_, op := capacity(a, list[0].Subject)
	return tx.AddAudit(ctx, s.book.Entry(a, op, string(list[0].Assessment), "rated"))
}

// Share shows the actor's ratings of the subject against the role, as they are
// now, to the subject and her manager. What she rates later is hers again.
func (s *Service) Share(ctx context.Context, a authz.Actor, subject growth.PersonID, role model.RoleID) (growth.Assessment, error) {
	if err := authz.Check(authz.ShareRatings, a, authz.Facts{Owner: subject, Author: a.Person}); err != nil {
		return growth.Assessment{}, err
	}
	var out growth.Assessment
	err := s.store.Update(ctx, func(tx store.Tx) error {
		c, _ := capacity(a, subject)
		var err error
		if out, err = tx.Assessment(ctx, a.Person, subject, c, role); err != nil {
			return err
		}
		newest, err := s.newestIn(ctx, tx, out)
		if err != nil {
			return err
		}
		if len(newest) == 0 {
			return fault.New(fault.Conflict, "There is nothing to share yet.")
		}
		out.SharedThrough, out.Revision = s.momentAfter(out, newest), ""
		if err := tx.ChangeAssessment(ctx, out); err != nil {
			return err
		}
		out.Version++
		return tx.AddAudit(ctx, s.book.Entry(a, authz.ShareRatings, string(out.ID), ""))
	})
	return out, err
}
