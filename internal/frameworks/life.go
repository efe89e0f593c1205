package frameworks

import (
	"context"
	"slices"

	"rung/internal/fault"
	"rung/internal/lineage"
	"rung/internal/model"
)

// Life is all that a statement has said and where, oldest first.
type Life struct {
	ID       model.StatementID
	Wordings []Wording
}

// Wording is how long a statement said one thing at one place. Until is the
// first revision that has it otherwise or not at all; nil while it stands.
// Others are as lineage has them.
type Wording struct {
	lineage.Wording
	RoleName, AreaTitle string
	From                Revision
	Until               *Revision
	Change              lineage.Change
	Certainty           lineage.Certainty
	Others              []model.StatementID
}

// Stands reports whether the statement stands in the newest revision.
func (l Life) Stands() bool { return l.Last().Until == nil }

// Last returns the newest wording.
func (l Life) Last() Wording { return l.Wordings[len(l.Wordings)-1] }

// Life returns the life of a statement, by the id that it goes by now or one
// that it went by; fault.NotFound where there never was such a statement.
func (s *Service) Life(ctx context.Context, id model.StatementID) (Life, error) {
	var out Life
	err := s.read(ctx, func(st *state, t *told) error {
		l := t.lives[follow(st.aliases, id)]
		if l == nil {
			return fault.New(fault.NotFound, "There is no such statement.")
		}
		out = t.life(l)
		return nil
	})
	return out, err
}

func (t *told) life(l *life) Life {
	out := Life{ID: l.ID}
	for i, p := range l.Wordings {
		w := Wording{
			Wording: p.Wording, RoleName: l.names[i].role, AreaTitle: l.names[i].area,
			From: t.line[p.From], Change: p.Change, Certainty: p.Certainty, Others: p.Others,
		}
		if p.To != lineage.Open {
			w.Until = &t.line[p.To]
		}
		out.Wordings = append(out.Wordings, w)
	}
	return out
}

// Doubt is a link that a person should look at: of a statement to its next
// wording or, where Might is set, of a new statement to one that it might be.
type Doubt struct {
	Statement   model.StatementID
	Might       bool
	Before, Now Wording
}

// Doubts returns the links that a person should look at, newest first. Splits
// and merges are none: there the ids are no question.
func (s *Service) Doubts(ctx context.Context) ([]Doubt, error) {
	var out []Doubt
	err := s.read(ctx, func(_ *state, t *told) error {
		for _, id := range t.order {
			out = append(out, t.doubts(t.lives[id])...)
		}
		return nil
	})
	slices.SortStableFunc(out, func(a, b Doubt) int { return b.Now.From.Seq - a.Now.From.Seq })
	return out, err
}

func (t *told) doubts(l *life) []Doubt {
	var out []Doubt
	for i, p := range l.Wordings {
		switch {
		case p.Certainty != lineage.Confirm || p.Change == lineage.Split:
		case i > 0:
			whole := t.life(l)
			out = append(out, Doubt{Statement: l.ID, Before: whole.Wordings[i-1], Now: whole.Wordings[i]})
		case len(p.Others) > 0 && t.lives[p.Others[0]] != nil:
			other := t.life(t.lives[p.Others[0]])
			out = append(out, Doubt{Statement: other.ID, Might: true, Before: other.before(t.line[p.From]), Now: t.life(l).Wordings[0]})
		}
	}
	return out
}

// before returns what a statement said last before a revision.
func (l Life) before(r Revision) Wording {
	at := l.Wordings[0]
	for _, w := range l.Wordings {
		if w.From.Seq < r.Seq {
			at = w
		}
	}
	return at
}
