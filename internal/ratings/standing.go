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

// maxEvidencePages bounds how much evidence a standing looks at: the newest
// ten thousand pieces.
const maxEvidencePages = 10

// Standing returns how a person stands to a role, as far as the actor may see.
// What is private to the person and shown by it is recorded.
func (s *Service) Standing(ctx context.Context, a authz.Actor, person growth.PersonID, role model.RoleID) (growth.Standing, error) {
	return s.standing(ctx, authz.SeeRatings, a, person, role, "")
}

// Conversation is a standing with its layout for a conversation.
type Conversation struct {
	Standing growth.Standing
	Layout   growth.SideBySide
	Revision string // of the ladder that both sides are held against
	Behind   bool   // the ladder asks otherwise by now
}

// Against says which revision both sides are held against.
type Against int

// The choices of Against.
const (
	// AsBegun is the newest that either side was rated against, as far as the
	// actor may see, or that her own ratings run against: a conversation that
	// was prepared is held on what was prepared.
	AsBegun Against = iota
	// AsItIs is the newest there is.
	AsItIs
)

// SideBySide returns what the person says beside what her manager says, as far
// as the actor may see. What is private to the person and shown by it is
// recorded.
func (s *Service) SideBySide(ctx context.Context, a authz.Actor, person growth.PersonID, role model.RoleID, against Against) (Conversation, error) {
	revision := ""
	if against == AsBegun {
		var err error
		if revision, err = s.begun(ctx, a, person, role); err != nil {
			return Conversation{}, err
		}
	}
	p, err := s.at(ctx, role, revision)
	if err != nil && fault.KindOf(err) != fault.NotFound {
		return Conversation{}, err
	}
	st, err := s.standing(ctx, authz.SeeSideBySide, a, person, role, p.revision)
	return Conversation{Standing: st, Layout: growth.NewSideBySide(st, s.scale), Revision: p.revision, Behind: p.behind}, err
}

// begun returns the newest revision that ratings against a role were given at,
// or that the actor's own run against; "" where there are none.
func (s *Service) begun(ctx context.Context, a authz.Actor, person growth.PersonID, role model.RoleID) (string, error) {
	newest, err := s.running(ctx, a, person, role)
	if err != nil {
		return "", err
	}
	var list []growth.Rating
	err = s.store.View(ctx, func(tx store.Tx) error {
		if _, err := authz.See(ctx, tx, authz.SeeSideBySide, a, person); err != nil {
			return err
		}
		list, err = tx.ListRatings(ctx, store.RatingFilter{Subject: person, Viewer: a.Person, Role: role, LatestOnly: store.LatestRatings})
		return err
	})
	for _, r := range list {
		if r.Capacity != growth.Peer && s.ladder.Order(r.Revision) > s.ladder.Order(newest) {
			newest = r.Revision
		}
	}
	return newest, err
}

// standing stands a person against a role at a revision; "" is as it is now.
func (s *Service) standing(ctx context.Context, op authz.Operation, a authz.Actor, person growth.PersonID, role model.RoleID, revision string) (growth.Standing, error) {
	var in growth.StandingInput
	err := s.store.View(ctx, func(tx store.Tx) error {
		var err error
		in, err = s.load(ctx, tx, op, a, person)
		return err
	})
	if err != nil {
		return growth.Standing{}, err
	}
	past, err := s.past(ctx, in, role, revision)
	if err != nil {
		return growth.Standing{}, err
	}
	if a.Person == person {
		return growth.Stand(past.onto(in)), nil
	}
	var out growth.Standing
	err = s.store.Update(ctx, func(tx store.Tx) error {
		in, err := s.load(ctx, tx, op, a, person)
		if err != nil {
			return err
		}
		out = growth.Stand(past.onto(in))
		access, ok := s.book.Access(person, a.Person, out.ItemsFor(a.Person))
		if !ok {
			return nil
		}
		return tx.AddAccess(ctx, access)
	})
	return out, err
}

// load returns what the actor may see of the person. The ladder's part is for
// past to add: it may ask the store, which one transaction must not wait for.
func (s *Service) load(ctx context.Context, tx store.Tx, op authz.Operation, a authz.Actor, person growth.PersonID) (growth.StandingInput, error) {
	p, err := authz.See(ctx, tx, op, a, person)
	if err != nil {
		return growth.StandingInput{}, err
	}
	in := growth.StandingInput{Scale: s.scale, Rule: s.rule, Now: s.book.At(), CycleMonths: s.cycle}
	if a.Person != person {
		in.Name = p.Name
	}
	if in.Assignments, err = tx.ListAssignments(ctx, person); err != nil {
		return in, err
	}
	in.Ratings, err = tx.ListRatings(ctx, store.RatingFilter{Subject: person, Viewer: a.Person, LatestOnly: store.LatestRatings})
	if err != nil {
		return in, err
	}
	in.Evidence, err = allEvidence(ctx, tx, person, a.Person)
	return in, err
}

func allEvidence(ctx context.Context, tx store.Tx, owner, viewer growth.PersonID) ([]growth.Evidence, error) {
	var out []growth.Evidence
	f := store.EvidenceFilter{Owner: owner, Viewer: viewer, Limit: store.MaxList}
	for range maxEvidencePages {
		page, err := tx.ListEvidence(ctx, f)
		if err != nil {
			return nil, err
		}
		out = append(out, page...)
		if len(page) < store.MaxList {
			break
		}
		last := page[len(page)-1]
		f.AfterHappened, f.AfterID = last.Happened, last.ID
	}
	return out, nil
}

// past is what a standing needs of the ladder, asked for outside of any
// transaction.
type past struct {
	service   *Service
	framework *model.Framework
	role      *model.Role
	gone      []*model.Role
	wordings  map[growth.StatementRef]string
}

func (s *Service) past(ctx context.Context, in growth.StandingInput, role model.RoleID, revision string) (past, error) {
	out := past{service: s, wordings: map[growth.StatementRef]string{}}
	against, err := s.at(ctx, role, revision)
	if err != nil {
		return out, err
	}
	out.framework, out.role = against.framework, against.role
	asked := map[model.RoleID]bool{}
	for _, a := range in.Assignments {
		if asked[a.Role] || out.framework != nil && out.framework.Role(a.Role) != nil {
			continue
		}
		asked[a.Role] = true
		if r, _, err := s.ladder.Role(ctx, a.Role); err == nil { // a role that nobody knows any more proves nothing
			out.gone = append(out.gone, r)
		}
	}
	for _, r := range in.Ratings {
		ref := growth.StatementRef{Statement: s.ladder.Canonical(r.Statement), Revision: r.Revision}
		if text, ok := s.ladder.Wording(ctx, r.Statement, r.Revision); ok {
			out.wordings[ref] = text
		}
	}
	return out, nil
}

// onto completes the input, with every statement by the id that it goes by now.
func (p past) onto(in growth.StandingInput) growth.StandingInput {
	in.Framework, in.Role, in.Gone = p.framework, p.role, p.gone
	in.Wording = func(statement model.StatementID, revision string) (string, bool) {
		text, ok := p.wordings[growth.StatementRef{Statement: statement, Revision: revision}]
		return text, ok
	}
	in.Stands = func(given, now string) bool { return change.FateOf(&given, &now).Fate != change.FateRerate }
	for i := range in.Ratings {
		in.Ratings[i].Statement = p.service.ladder.Canonical(in.Ratings[i].Statement)
	}
	for i := range in.Evidence {
		for j := range in.Evidence[i].Statements {
			ref := &in.Evidence[i].Statements[j]
			ref.Statement = p.service.ladder.Canonical(ref.Statement)
		}
	}
	return in
}
