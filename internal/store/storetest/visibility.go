package storetest

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rung/internal/authz"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store"
)

// testVisibility holds what every viewer is shown of every person against the
// policy's table: neither more nor less.
func testVisibility(t *testing.T, f *fixture) {
	var n int
	rapid.Check(t, func(rt *rapid.T) {
		n++
		w := drawWorld(rt, fmt.Sprintf("w%d-", n))
		ctx := t.Context()
		if err := f.Update(ctx, func(tx store.Tx) error { return w.write(ctx, tx) }); err != nil {
			rt.Fatalf("write: %v", err)
		}
		if err := f.View(ctx, func(tx store.Tx) error { return w.check(ctx, rt, tx) }); err != nil {
			rt.Fatalf("read: %v", err)
		}
	})
}

// world is a few people and what they keep, all with ids of its own.
type world struct {
	people      []growth.Person
	evidence    []growth.Evidence
	aims        []growth.Aim
	plans       []growth.PlanItem
	feedback    []growth.Feedback
	assessments []growth.Assessment
	ratings     []growth.Rating
}

func drawWorld(rt *rapid.T, prefix string) *world {
	w := &world{}
	n := rapid.IntRange(2, 4).Draw(rt, "people")
	for i := range n {
		p := growth.Person{ID: growth.PersonID(fmt.Sprint(prefix, "p", i)), Admin: rapid.Bool().Draw(rt, "admin"), Version: 1}
		if m := rapid.IntRange(-1, n-1).Draw(rt, "manager"); m >= 0 { // herself, too
			p.Manager = growth.PersonID(fmt.Sprint(prefix, "p", m))
		}
		w.people = append(w.people, p)
	}
	count := func(what string) int { return rapid.IntRange(0, 4).Draw(rt, what) }
	for i := range count("evidence") {
		e := someEvidence(growth.EvidenceID(fmt.Sprint(prefix, "e", i)), w.draw(rt), drawVisibility(rt))
		e.Happened = day(rapid.IntRange(1, 3).Draw(rt, "day"))
		w.evidence = append(w.evidence, e)
	}
	for i := range count("aims") {
		w.aims = append(w.aims, growth.Aim{Person: w.draw(rt), Role: model.RoleID(fmt.Sprint("a/l", i)), Visible: drawVisibility(rt)})
	}
	for i := range count("plans") {
		w.plans = append(w.plans, growth.PlanItem{ID: growth.PlanItemID(fmt.Sprint(prefix, "i", i)), Owner: w.draw(rt), Visible: drawVisibility(rt)})
	}
	for i := range count("feedback") {
		w.feedback = append(w.feedback, growth.Feedback{
			ID: growth.FeedbackID(fmt.Sprint(prefix, "f", i)), Author: w.draw(rt), Subject: w.draw(rt), Visible: drawVisibility(rt),
		})
	}
	w.drawRatings(rt, prefix)
	return w
}

func (w *world) drawRatings(rt *rapid.T, prefix string) {
	for i := range rapid.IntRange(0, 4).Draw(rt, "assessments") {
		a := growth.Assessment{
			ID: growth.AssessmentID(fmt.Sprint(prefix, "a", i)), Rater: w.draw(rt), Subject: w.draw(rt),
			Capacity: rapid.SampledFrom([]growth.Capacity{growth.Self, growth.Manager, growth.Peer}).Draw(rt, "capacity"),
			Role:     model.RoleID(fmt.Sprint("a/l", i)),
		}
		if us := rapid.IntRange(-1, 3).Draw(rt, "shared"); us >= 0 {
			a.SharedThrough = clock(us)
		}
		w.assessments = append(w.assessments, a)
		for j := range rapid.IntRange(0, 4).Draw(rt, "ratings") {
			r := growth.Rating{
				ID: growth.RatingID(fmt.Sprint(a.ID, "-r", j)), Assessment: a.ID, Rater: a.Rater, Subject: a.Subject,
				Capacity: a.Capacity, Role: a.Role, Value: "maturing", At: clock(rapid.IntRange(0, 4).Draw(rt, "at")),
				Statement: rapid.SampledFrom([]model.StatementID{"s-a", "s-b"}).Draw(rt, "statement"),
			}
			for _, e := range w.evidence {
				if rapid.Bool().Draw(rt, "cites") {
					r.Evidence = append(r.Evidence, e.ID)
				}
			}
			r.Shared = !a.SharedThrough.IsZero() && !r.At.After(a.SharedThrough)
			w.ratings = append(w.ratings, r)
		}
	}
}

func (w *world) draw(rt *rapid.T) growth.PersonID {
	return rapid.SampledFrom(w.people).Draw(rt, "person").ID
}

func drawVisibility(rt *rapid.T) growth.Visibility {
	return rapid.SampledFrom([]growth.Visibility{growth.Private, growth.ToManager}).Draw(rt, "visible")
}

func (w *world) write(ctx context.Context, tx store.Tx) error {
	var writes []func() error
	add := func(f func() error) { writes = append(writes, f) }
	for _, p := range w.people {
		alone := p
		alone.Manager = ""
		add(func() error { return tx.AddPerson(ctx, alone) })
	}
	for _, p := range w.people {
		add(func() error { return tx.ChangePerson(ctx, p) })
	}
	for _, e := range w.evidence {
		add(func() error { _, err := tx.AddEvidence(ctx, e); return err })
	}
	for _, a := range w.aims {
		add(func() error { return tx.PutAim(ctx, a) })
	}
	for _, i := range w.plans {
		add(func() error { return tx.AddPlanItem(ctx, i) })
	}
	for _, x := range w.feedback {
		add(func() error { return tx.AddFeedback(ctx, x) })
	}
	for _, a := range w.assessments {
		add(func() error { return tx.AddAssessment(ctx, a) })
	}
	for _, r := range w.ratings {
		add(func() error { return tx.AddRating(ctx, r) })
	}
	for _, f := range writes {
		if err := f(); err != nil {
			return err
		}
	}
	return nil
}

// check asks for everything of everybody as everybody, as nobody and as
// somebody who is not there.
func (w *world) check(ctx context.Context, rt *rapid.T, tx store.Tx) error {
	viewers := []authz.Actor{{}, {Person: "stranger"}, {Person: "stranger", Admin: true}}
	for _, p := range w.people {
		viewers = append(viewers, authz.Actor{Person: p.ID, Admin: p.Admin})
	}
	for _, owner := range w.people {
		for _, viewer := range viewers {
			l := look{w: w, rt: rt, ctx: ctx, tx: tx, owner: owner, viewer: viewer}
			for _, f := range []func() error{l.evidence, l.aims, l.plans, l.feedback, l.ratings, l.latest, l.assessments} {
				if err := f(); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// look is one viewer's look at one owner.
type look struct {
	w      *world
	rt     *rapid.T
	ctx    context.Context
	tx     store.Tx
	owner  growth.Person
	viewer authz.Actor
}

// may asks the table, for something about the owner.
func (l look) may(op authz.Operation, author growth.PersonID, shared bool) bool {
	return authz.Decide(op, l.viewer, authz.Facts{Owner: l.owner.ID, Manager: l.owner.Manager, Author: author, Shared: shared}).Allowed
}

// agree holds what the store returned against what the table allows, in any
// order: the order has tests of its own.
func (l look) agree(what string, got, want []string) {
	slices.Sort(got)
	slices.Sort(want)
	if d := cmp.Diff(want, got); d != "" && len(got)+len(want) > 0 {
		l.rt.Fatalf("%s of %s as %+v (-table +store):\n%s", what, l.owner.ID, l.viewer, d)
	}
}

func (l look) evidence() error {
	got, err := l.tx.ListEvidence(l.ctx, store.EvidenceFilter{Owner: l.owner.ID, Viewer: l.viewer.Person})
	if err != nil {
		return err
	}
	var want []string
	for _, e := range l.w.evidence {
		if e.Owner != l.owner.ID {
			continue
		}
		allowed := l.may(authz.SeeEvidence, "", e.Visible == growth.ToManager)
		if allowed {
			want = append(want, string(e.ID))
		}
		if _, err := l.tx.EvidenceByID(l.ctx, e.ID, l.viewer.Person); (err == nil) != allowed || !allowed && fault.KindOf(err) != fault.NotFound {
			l.rt.Fatalf("EvidenceByID of %s as %+v: got error %v, the table says %v", e.ID, l.viewer, err, allowed)
		}
	}
	l.agree("evidence", ids(got, func(e growth.Evidence) growth.EvidenceID { return e.ID }), want)
	return nil
}

func (l look) aims() error {
	got, err := l.tx.ListAims(l.ctx, l.owner.ID, l.viewer.Person)
	if err != nil {
		return err
	}
	var want []string
	for _, a := range l.w.aims {
		if a.Person == l.owner.ID && l.may(authz.SeeAims, "", a.Visible == growth.ToManager) {
			want = append(want, string(a.Role))
		}
	}
	l.agree("aims", ids(got, func(a growth.Aim) model.RoleID { return a.Role }), want)
	return nil
}

func (l look) plans() error {
	got, err := l.tx.ListPlan(l.ctx, l.owner.ID, l.viewer.Person)
	if err != nil {
		return err
	}
	var want []string
	for _, i := range l.w.plans {
		if i.Owner == l.owner.ID && l.may(authz.SeePlan, "", i.Visible == growth.ToManager) {
			want = append(want, string(i.ID))
		}
	}
	l.agree("plan", ids(got, func(i growth.PlanItem) growth.PlanItemID { return i.ID }), want)
	return nil
}

func (l look) feedback() error {
	got, err := l.tx.ListFeedback(l.ctx, l.owner.ID, l.viewer.Person, 0)
	if err != nil {
		return err
	}
	var want []string
	for _, f := range l.w.feedback {
		if f.Subject == l.owner.ID && l.may(authz.SeeFeedback, f.Author, f.Visible == growth.ToManager) {
			want = append(want, string(f.ID))
		}
	}
	l.agree("feedback", ids(got, func(f growth.Feedback) growth.FeedbackID { return f.ID }), want)
	return nil
}

// rated is a rating with the evidence that it is seen to cite.
func rated(r growth.Rating) string { return fmt.Sprint(r.ID, " ", r.Shared, " ", r.Evidence) }

// visible is the owner's ratings as the table allows them, oldest first.
func (l look) visible() []growth.Rating {
	var out []growth.Rating
	for _, r := range l.w.ratings {
		if r.Subject != l.owner.ID || !l.may(authz.SeeRatings, r.Rater, r.Shared) {
			continue
		}
		r.Evidence = slices.DeleteFunc(slices.Clone(r.Evidence), func(id growth.EvidenceID) bool { return !l.w.shows(id, l.viewer) })
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b growth.Rating) int {
		if c := a.At.Compare(b.At); c != 0 {
			return c
		}
		return strings.Compare(string(a.ID), string(b.ID))
	})
	return out
}

// shows asks the table whether the viewer may see that evidence.
func (w *world) shows(id growth.EvidenceID, viewer authz.Actor) bool {
	e := w.evidence[slices.IndexFunc(w.evidence, func(e growth.Evidence) bool { return e.ID == id })]
	owner := w.people[slices.IndexFunc(w.people, func(p growth.Person) bool { return p.ID == e.Owner })]
	return authz.Decide(authz.SeeEvidence, viewer, authz.Facts{
		Owner: owner.ID, Manager: owner.Manager, Shared: e.Visible == growth.ToManager,
	}).Allowed
}

func (l look) ratings() error {
	got, err := l.tx.ListRatings(l.ctx, store.RatingFilter{Subject: l.owner.ID, Viewer: l.viewer.Person})
	if err != nil {
		return err
	}
	l.agree("ratings", ids(got, rated), ids(l.visible(), rated))
	return nil
}

// latest wants, of what the viewer may see, the newest of each rater, capacity
// and statement.
func (l look) latest() error {
	got, err := l.tx.ListRatings(l.ctx, store.RatingFilter{
		Subject: l.owner.ID, Viewer: l.viewer.Person, LatestOnly: store.LatestRatings,
	})
	if err != nil {
		return err
	}
	type slot struct {
		rater     growth.PersonID
		capacity  growth.Capacity
		statement model.StatementID
	}
	newest := map[slot]string{}
	for _, r := range l.visible() {
		newest[slot{r.Rater, r.Capacity, r.Statement}] = rated(r)
	}
	var want []string
	for _, r := range newest {
		want = append(want, r)
	}
	l.agree("latest ratings", ids(got, rated), want)
	return nil
}

func (l look) assessments() error {
	got, err := l.tx.ListAssessments(l.ctx, l.owner.ID, l.viewer.Person)
	if err != nil {
		return err
	}
	var want []string
	for _, a := range l.w.assessments {
		shared := slices.ContainsFunc(l.w.ratings, func(r growth.Rating) bool { return r.Assessment == a.ID && r.Shared })
		if a.Subject == l.owner.ID && l.may(authz.SeeRatings, a.Rater, shared) {
			want = append(want, string(a.ID))
		}
	}
	l.agree("assessments", ids(got, func(a growth.Assessment) growth.AssessmentID { return a.ID }), want)
	return nil
}
