package ratings

import (
	"cmp"
	"context"
	"slices"

	"rung/internal/authz"
	"rung/internal/change"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store"
)

// News is what changes of the ladder did to what was said of a person, since a
// reader last looked.
type News struct {
	Since    string // the revision that she saw last; "" where she never looked
	Revision string // the one that it is told up to
	Items    []NewsItem
}

// NewsItem is one wording of a statement that something was said against, and
// what became of it.
type NewsItem struct {
	Statement model.StatementID
	Role      *model.Role // in which it stands or, where it is gone, stood; nil where nobody knows
	Verdict   change.Verdict
	TakenUp   model.StatementID // where it is gone: the statement that took it up, or ""
	Ratings   []growth.Rating
	Evidence  []growth.Evidence
}

// fateOrder is how urgent a fate is to its reader.
var fateOrder = map[change.Fate]int{change.FateRerate: 0, change.FateRetired: 1, change.FateNotice: 2, change.FateKept: 3}

// News returns what changed for a person since the actor last looked, as far as
// the actor may see what was said. What is private to the person and shown by
// it is recorded.
func (s *Service) News(ctx context.Context, a authz.Actor, person growth.PersonID) (News, error) {
	var in growth.StandingInput
	var out News
	err := s.store.View(ctx, func(tx store.Tx) error {
		var err error
		if in, err = s.load(ctx, tx, authz.SeeRatings, a, person); err != nil {
			return err
		}
		seen, err := tx.Seen(ctx, a.Person, person)
		if err != nil && fault.KindOf(err) != fault.NotFound {
			return err
		}
		out.Since = seen.Revision
		return nil
	})
	if err != nil {
		return News{}, err
	}
	if err := s.tell(ctx, in, &out); err != nil {
		return News{}, err
	}
	return out, s.recordNews(ctx, a, person, out)
}

// recordNews notes that the actor was shown what is another's.
func (s *Service) recordNews(ctx context.Context, a authz.Actor, person growth.PersonID, n News) error {
	var evidence, ratings []string
	for _, i := range n.Items {
		for _, e := range i.Evidence {
			evidence = append(evidence, string(e.ID))
		}
		for _, r := range i.Ratings {
			if r.Rater != a.Person {
				ratings = append(ratings, string(r.ID))
			}
		}
	}
	access, ok := s.book.Access(person, a.Person, growth.Items(map[growth.ItemKind][]string{growth.EvidenceItem: evidence, growth.RatingItem: ratings}))
	if !ok {
		return nil
	}
	return s.store.Update(ctx, func(tx store.Tx) error {
		if _, err := authz.See(ctx, tx, authz.SeeRatings, a, person); err != nil {
			return err
		}
		return tx.AddAccess(ctx, access)
	})
}

// tell fills in what there is to tell, the most urgent first.
func (s *Service) tell(ctx context.Context, in growth.StandingInput, out *News) error {
	f, revision := s.ladder.Latest()
	out.Revision = revision
	t := &telling{service: s, now: f, since: out.Since, items: map[newsKey]*NewsItem{}, judged: map[newsKey]change.Verdict{}}
	for _, r := range in.Ratings {
		if i := t.item(ctx, growth.StatementRef{Statement: r.Statement, Revision: r.Revision}); i != nil {
			i.Ratings = append(i.Ratings, r)
		}
	}
	for _, e := range in.Evidence {
		for _, ref := range e.Statements {
			if i := t.item(ctx, ref); i != nil {
				i.Evidence = append(i.Evidence, e)
			}
		}
	}
	for _, i := range t.items {
		out.Items = append(out.Items, *i)
	}
	slices.SortFunc(out.Items, func(a, b NewsItem) int {
		return cmp.Or(cmp.Compare(fateOrder[a.Verdict.Fate], fateOrder[b.Verdict.Fate]), cmp.Compare(roleOf(a), roleOf(b)),
			cmp.Compare(said(a.Verdict.Given), said(b.Verdict.Given)), cmp.Compare(a.Statement, b.Statement))
	})
	return t.complete(ctx, out)
}

func roleOf(i NewsItem) model.RoleID {
	if i.Role == nil {
		return ""
	}
	return i.Role.ID
}

func said(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}

// telling gathers items, one for each wording that something was said against.
type telling struct {
	service *Service
	now     *model.Framework
	since   string
	items   map[newsKey]*NewsItem
	judged  map[newsKey]change.Verdict
}

// newsKey is a statement and where it was pinned.
type newsKey struct {
	statement model.StatementID
	given     string
	known     bool
}

// item returns the item that belongs to a pin; nil where nothing is to be told
// of it.
func (t *telling) item(ctx context.Context, ref growth.StatementRef) *NewsItem {
	l := t.service.ladder
	id := l.Canonical(ref.Statement)
	given, known := l.Wording(ctx, ref.Statement, ref.Revision)
	key := newsKey{id, given, known}
	if i := t.items[key]; i != nil {
		return i
	}
	v, ok := t.judged[key]
	if !ok {
		v = change.FateOf(pointer(given, known), t.wording(id))
		t.judged[key] = v
	}
	if !t.isNews(ctx, id, ref, v) {
		return nil
	}
	i := &NewsItem{Statement: id, Verdict: v, Role: t.home(ctx, id, ref.Revision)}
	t.items[key] = i
	return i
}

func pointer(text string, ok bool) *string {
	if !ok {
		return nil
	}
	return &text
}

// wording returns what a statement says now, or nil.
func (t *telling) wording(id model.StatementID) *string {
	if t.now == nil {
		return nil
	}
	p, ok := t.now.Place(id)
	if !ok {
		return nil
	}
	return &p.Statement.Text
}

// isNews reports whether the words of now are others than those that the
// reader saw last: at the revision up to which she was told, or where what was
// said is younger, where it was said.
func (t *telling) isNews(ctx context.Context, id model.StatementID, ref growth.StatementRef, v change.Verdict) bool {
	l := t.service.ladder
	if t.since == "" || l.Order(t.since) <= l.Order(ref.Revision) {
		return v.Fate != change.FateKept
	}
	saw, stood := l.Wording(ctx, id, t.since)
	if said(v.Now) == saw && (v.Now != nil) == stood {
		return false
	}
	return v.Fate != change.FateKept || change.FateOf(v.Given, pointer(saw, stood)).Fate != change.FateKept
}

// home returns the role in which a statement stands, or stood at a revision.
func (t *telling) home(ctx context.Context, id model.StatementID, revision string) *model.Role {
	if t.now != nil {
		if p, ok := t.now.Place(id); ok {
			return p.Role
		}
	}
	f, err := t.service.ladder.FrameworkAt(ctx, revision)
	if err != nil {
		return nil
	}
	p, _ := f.Place(id)
	return p.Role
}

// complete says of statements that are gone which took them up.
func (t *telling) complete(ctx context.Context, out *News) error {
	for i := range out.Items {
		if out.Items[i].Verdict.Fate != change.FateRetired {
			continue
		}
		into, err := t.service.ladder.TakenUp(ctx, out.Items[i].Statement)
		if err != nil {
			return err
		}
		if t.wording(into) != nil {
			out.Items[i].TakenUp = into
		}
	}
	return nil
}

// Seen notes that the actor was told what changed for a person up to a
// revision, so that News begins there.
func (s *Service) Seen(ctx context.Context, a authz.Actor, person growth.PersonID, revision string) error {
	known := s.ladder.Order(revision) > 0
	return s.store.Update(ctx, func(tx store.Tx) error {
		if _, err := authz.See(ctx, tx, authz.SeeRatings, a, person); err != nil {
			return err
		}
		if !known {
			return fault.New(fault.Invalid, "There is no such revision.")
		}
		return tx.PutSeen(ctx, growth.Seen{Reader: a.Person, Subject: person, Revision: revision, At: s.book.At()})
	})
}
