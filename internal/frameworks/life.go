package frameworks

import (
	"context"
	"slices"

	"rung/internal/change"
	"rung/internal/fault"
	"rung/internal/lineage"
	"rung/internal/model"
)

// Life is all that a statement has said and where, oldest first. Words are
// what the others that have a part in it said last.
type Life struct {
	ID       model.StatementID
	Wordings []Wording
	Words    map[model.StatementID]string
}

// Wording is how long a statement said one thing at one place. Until is the
// first revision that has it otherwise or not at all; nil while it stands.
// Others are as lineage has them; TakenUp are the statements that took this one
// up when the wording ended. Degree and Signs are of a rewording.
type Wording struct {
	lineage.Wording
	RoleName, AreaTitle string
	From                Revision
	Until               *Revision
	Change              lineage.Change
	Certainty           lineage.Certainty
	Others, TakenUp     []model.StatementID
	Degree              change.Degree
	Signs               []change.Sign
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
	if err != nil {
		return out, err
	}
	if err := s.explain(ctx, &out); err != nil {
		return out, err
	}
	err = s.read(ctx, func(_ *state, t *told) error {
		out.Words = t.wordsOf(out)
		return nil
	})
	return out, err
}

// explain says of each wording how far it asks something else than the one
// before it, and what took the statement up.
func (s *Service) explain(ctx context.Context, l *Life) error {
	for i := range l.Wordings {
		w := &l.Wordings[i]
		if i > 0 && w.Text != l.Wordings[i-1].Text && w.Change != lineage.Revived {
			r, err := s.Did(ctx, w.From.ID)
			if err != nil {
				return err
			}
			did := r.statement(l.ID)
			w.Degree, w.Signs = did.Degree, did.Signs
		}
		if w.Until == nil || i+1 < len(l.Wordings) && l.Wordings[i+1].From.ID == w.Until.ID {
			continue
		}
		r, err := s.Did(ctx, w.Until.ID)
		if err != nil {
			return err
		}
		w.TakenUp = r.statement(l.ID).Others
	}
	return nil
}

// statement returns what happened to a statement; nothing where it is in no
// list.
func (r *Report) statement(id model.StatementID) change.Statement {
	for _, s := range r.Statements {
		if s.ID == id {
			return s
		}
	}
	return change.Statement{}
}

func (t *told) wordsOf(l Life) map[model.StatementID]string {
	out := map[model.StatementID]string{}
	for _, w := range l.Wordings {
		for _, id := range append(slices.Clone(w.Others), w.TakenUp...) {
			if other := t.lives[id]; other != nil {
				out[id] = other.Wordings[len(other.Wordings)-1].Wording.Text
			}
		}
	}
	return out
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
