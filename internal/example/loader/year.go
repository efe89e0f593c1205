package loader

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"rung/internal/example"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store"
)

func (l *loader) addEvidence(ctx context.Context, tx store.Tx) error {
	for i, e := range l.Company.Evidence {
		refs, err := l.refs(e.Shows)
		if err != nil {
			return fmt.Errorf("evidence of %s: %w", e.Person, err)
		}
		at := l.at(e.Day, i)
		one := growth.Evidence{
			ID: growth.EvidenceID(l.id(at)), Owner: l.people[e.Person], Happened: l.day(e.Day), Kind: growth.Kind(e.Kind),
			Text: e.Text, With: l.names(e.With), Link: e.Link, Visible: growth.Visibility(e.Visibility), Statements: refs,
			CreatedAt: at, UpdatedAt: at, Version: 1,
		}
		if _, err := tx.AddEvidence(ctx, one); err != nil {
			return err
		}
		if one.Visible == growth.ToManager {
			l.evidence[e.Person] = append(l.evidence[e.Person], one)
		}
	}
	return nil
}

func (l *loader) refs(list []example.Ref) ([]growth.StatementRef, error) {
	var out []growth.StatementRef
	for _, r := range list {
		ref, _, err := l.statement(r)
		if err != nil {
			return nil, err
		}
		out = append(out, ref)
	}
	return out, nil
}

// addFeedback adds what people told one another.
func (l *loader) addFeedback(ctx context.Context, tx store.Tx) error {
	for i, f := range l.Company.Feedback {
		at := l.at(f.Day, i)
		one := growth.Feedback{
			ID: growth.FeedbackID(l.id(at)), Author: l.people[f.From], Subject: l.people[f.To], Tone: growth.Tone(f.Kind),
			Text: f.Text, Visible: growth.Visibility(f.Visibility), At: at,
		}
		if f.About != nil {
			ref, _, err := l.statement(*f.About)
			if err != nil {
				return fmt.Errorf("feedback of %s: %w", f.From, err)
			}
			one.Statement, one.Revision = ref.Statement, ref.Revision
		}
		if err := tx.AddFeedback(ctx, one); err != nil {
			return err
		}
	}
	return nil
}

func (l *loader) addPlans(ctx context.Context, tx store.Tx) error {
	for _, p := range l.Company.Plans {
		for i, item := range p.Items {
			if err := l.addPlanItem(ctx, tx, p, i, item); err != nil {
				return fmt.Errorf("plan of %s: %w", p.Person, err)
			}
		}
	}
	return nil
}

func (l *loader) addPlanItem(ctx context.Context, tx store.Tx, p example.Plan, nth int, item example.PlanItem) error {
	ref, role, err := l.statement(item.Grow)
	if err != nil {
		return err
	}
	at := l.at(p.Day, nth)
	one := growth.PlanItem{
		ID: growth.PlanItemID(l.id(at)), Owner: l.people[p.Person], Statement: ref.Statement, Revision: ref.Revision,
		Action: item.Do, Helper: l.names(item.With), Due: l.day(item.Due), Visible: visible(p.Shared), CreatedAt: at, Version: 1,
	}
	if !role.Foundation {
		one.Role = role.ID
	}
	if item.Done {
		one.DoneAt = l.at(item.DoneDay, nth)
	}
	return tx.AddPlanItem(ctx, one)
}

// sheet is what one rater has said of a person against a role: all rounds of
// it are one assessment.
type sheet struct {
	person, rater string
	role          model.RoleID
}

func (l *loader) addAssessments(ctx context.Context, tx store.Tx) error {
	rounds := slices.Clone(l.Company.Assessments)
	slices.SortStableFunc(rounds, func(a, b example.Assessment) int { return cmp.Compare(b.Day, a.Day) }) // oldest first
	var order []sheet
	bySheet := map[sheet][]example.Assessment{}
	for _, a := range rounds {
		role := roleAt(l.inForce(a.Day), a.RolePath)
		if role == nil {
			return fmt.Errorf("assessment of %s: %s: %w", a.Person, a.RolePath, errNoRole)
		}
		k := sheet{a.Person, a.Rater, role.ID}
		if bySheet[k] == nil {
			order = append(order, k)
		}
		bySheet[k] = append(bySheet[k], a)
	}
	for _, k := range order {
		if err := l.addSheet(ctx, tx, k, bySheet[k]); err != nil {
			return fmt.Errorf("assessment of %s: %w", k.person, err)
		}
	}
	return nil
}

func (l *loader) addSheet(ctx context.Context, tx store.Tx, k sheet, rounds []example.Assessment) error {
	begun := l.at(rounds[0].Day, 0)
	a := growth.Assessment{
		ID: growth.AssessmentID(l.id(begun)), Rater: l.people[k.rater], Subject: l.people[k.person],
		Capacity: l.capacity(k), Role: k.role, CreatedAt: begun, Version: 1,
	}
	for _, round := range rounds {
		if round.Shared {
			a.SharedThrough = l.at(round.Day, 0)
		}
	}
	if err := tx.AddAssessment(ctx, a); err != nil {
		return err
	}
	for _, round := range rounds {
		if err := l.addRound(ctx, tx, a, round); err != nil {
			return err
		}
	}
	return nil
}

func (l *loader) addRound(ctx context.Context, tx store.Tx, a growth.Assessment, round example.Assessment) error {
	at := l.at(round.Day, 0)
	for _, r := range round.Ratings {
		ref, _, err := l.statement(r.Statement)
		if err != nil {
			return err
		}
		err = tx.AddRating(ctx, growth.Rating{
			ID: growth.RatingID(l.id(at)), Assessment: a.ID, Rater: a.Rater, Subject: a.Subject, Capacity: a.Capacity, Role: a.Role,
			Statement: ref.Statement, Revision: ref.Revision, Value: growth.Value(r.Value), Words: r.Words, At: at,
		})
		if err != nil {
			return err
		}
	}
	if a.Capacity != growth.Manager {
		return nil
	}
	return l.addAccess(ctx, tx, a, round)
}

// capacity returns what the rater was to the person. The company has one
// manager a person; whoever else rates is a colleague.
func (l *loader) capacity(k sheet) growth.Capacity {
	p, _ := l.Company.Person(k.person) // the company has been checked
	switch k.rater {
	case k.person:
		return growth.Self
	case p.Manager:
		return growth.Manager
	default:
		return growth.Peer
	}
}

// addAccess records that a manager read what a person had shared before she
// rated: nobody reads in secret, in the example no more than elsewhere.
func (l *loader) addAccess(ctx context.Context, tx store.Tx, a growth.Assessment, round example.Assessment) error {
	var ids []string
	for _, e := range l.evidence[round.Person] {
		if !e.Happened.After(l.day(round.Day)) {
			ids = append(ids, string(e.ID))
		}
	}
	items := growth.Items(map[growth.ItemKind][]string{growth.EvidenceItem: ids})
	if items == nil {
		return nil
	}
	at := l.at(round.Day, 0)
	return tx.AddAccess(ctx, growth.Access{ID: l.id(at), Owner: a.Subject, Reader: a.Rater, At: at, Items: items})
}
