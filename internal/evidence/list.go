package evidence

import (
	"context"
	"time"

	"rung/internal/authz"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store"
)

// MaxPage is the most pieces that one list returns.
const MaxPage = 200

// Filter chooses evidence, the newest that happened first. Zero fields do not
// limit. After is the last piece of the page before.
type Filter struct {
	Statement model.StatementID
	Since     time.Time
	After     *growth.Evidence
	Limit     int // 0 or more than MaxPage: MaxPage
}

func (f Filter) of(owner, viewer growth.PersonID) store.EvidenceFilter {
	out := store.EvidenceFilter{Owner: owner, Viewer: viewer, Statement: f.Statement, Since: f.Since, Limit: f.Limit}
	if out.Limit <= 0 || out.Limit > MaxPage {
		out.Limit = MaxPage
	}
	if f.After != nil {
		out.AfterHappened, out.AfterID = f.After.Happened, f.After.ID
	}
	return out
}

// Own returns the actor's own evidence.
func (s *Service) Own(ctx context.Context, a authz.Actor, f Filter) ([]growth.Evidence, error) {
	if err := authz.Own(authz.KeepEvidence, a); err != nil {
		return nil, err
	}
	var out []growth.Evidence
	err := s.store.View(ctx, func(tx store.Tx) error {
		var err error
		out, err = tx.ListEvidence(ctx, f.of(a.Person, a.Person))
		return err
	})
	return out, err
}

// Of returns the evidence of a person as far as the actor may see it, and
// records what she was shown.
func (s *Service) Of(ctx context.Context, a authz.Actor, owner growth.PersonID, f Filter) ([]growth.Evidence, error) {
	if a.SignedIn() && a.Person == owner {
		return s.Own(ctx, a, f)
	}
	var out []growth.Evidence
	err := s.store.Update(ctx, func(tx store.Tx) error {
		if _, err := authz.See(ctx, tx, authz.SeeEvidence, a, owner); err != nil {
			return err
		}
		var err error
		if out, err = tx.ListEvidence(ctx, f.of(owner, a.Person)); err != nil {
			return err
		}
		return s.record(ctx, tx, a, owner, out)
	})
	return out, err
}

// One returns a piece of evidence if the actor may see it, and records that
// she was shown it.
func (s *Service) One(ctx context.Context, a authz.Actor, id growth.EvidenceID) (growth.Evidence, error) {
	if !a.SignedIn() {
		return growth.Evidence{}, authz.Check(authz.SeeEvidence, a, authz.Facts{})
	}
	var (
		out growth.Evidence
		own bool
	)
	err := s.store.View(ctx, func(tx store.Tx) error {
		var err error
		out, err = tx.EvidenceByID(ctx, id, a.Person)
		own = out.Owner == a.Person
		return err
	})
	if err != nil || own {
		return out, err
	}
	err = s.store.Update(ctx, func(tx store.Tx) error {
		var err error
		if out, err = tx.EvidenceByID(ctx, id, a.Person); err != nil {
			return err
		}
		if _, err := authz.See(ctx, tx, authz.SeeEvidence, a, out.Owner); err != nil {
			return fault.Wrap(fault.NotFound, err, "There is no such evidence.")
		}
		return s.record(ctx, tx, a, out.Owner, []growth.Evidence{out})
	})
	if err != nil {
		return growth.Evidence{}, err
	}
	return out, nil
}

// record notes that the actor was shown the list.
func (s *Service) record(ctx context.Context, tx store.Tx, a authz.Actor, owner growth.PersonID, list []growth.Evidence) error {
	ids := make([]string, len(list))
	for i, e := range list {
		ids[i] = string(e.ID)
	}
	access, ok := s.book.Access(owner, a.Person, growth.Items(map[growth.ItemKind][]string{growth.EvidenceItem: ids}))
	if !ok {
		return nil
	}
	return tx.AddAccess(ctx, access)
}
