// Package impact says what an edit of a ladder would do to what people have
// said by it: to ratings, and to links from their evidence. It counts, and
// says nothing that speaks of fewer than five people.
package impact

import (
	"cmp"
	"slices"

	"rung/internal/change"
	"rung/internal/growth"
	"rung/internal/model"
)

// Fewest is how many people a figure must speak of to be shown.
const Fewest = 5

// Pins are what people have said, by what it hangs on. Statements are under
// the ids that they go by in the sides that are compared. Wording returns how
// a statement read at a revision; ok is false where nobody knows.
type Pins struct {
	Ratings  []growth.Pin
	Evidence []growth.Pin
	Wording  func(growth.StatementRef) (text string, ok bool)
}

// Report is what an edit would do.
type Report struct {
	Roles []Role // in the order of the ladder; those with a statement that changed
	// Scattered is what Roles does not tell one by one, taken together: every
	// figure that alone would speak of too few.
	Scattered Figures
	// Total is the sum of the figures that are shown, and of nothing else.
	Total Figures
}

// Role is what an edit would do to what was said by one role's statements.
type Role struct {
	ID, Name   string
	Statements []Statement
	Fates      []FateFigures // all fates, also those of which nothing can be told
}

// FateFigures is how much would come to one fate.
type FateFigures struct {
	Fate change.Fate
	Figures
}

// Figures count ratings and links from evidence. One is nil where it would
// speak of fewer than Fewest people, be it of none.
type Figures struct {
	Ratings, Evidence *Figure
}

// Figure is how many things there are of how many people: exactly so many, but
// for a total, where it is the least that the figures it sums up allow for.
// People of two figures may be the same, so their union would tell how many
// are in both.
type Figure struct {
	Count, People int
}

// Statement is a statement that the edit changes, with what becomes of
// something that was said against its words just before.
type Statement struct {
	change.Statement
	Becomes change.Verdict // Fate is "" for one that was not there just before
}

// Of returns what the change between two sides would do.
func Of(s change.Sides, c *change.Changes, p Pins) *Report {
	t := newTally(s, c)
	t.count(p.Ratings, p.Wording, ofRatings)
	t.count(p.Evidence, p.Wording, ofEvidence)
	return t.report(s)
}

// tally is what is counted, before it is known what may be told.
type tally struct {
	statements map[model.StatementID]Statement
	order      []model.StatementID
	cells      map[cell]*crowd
	verdicts   map[[2]string]change.Fate
}

// measure is what a figure counts.
type measure int

const (
	ofRatings measure = iota
	ofEvidence
)

// cell is one figure in the making.
type cell struct {
	role    model.RoleID
	fate    change.Fate
	measure measure
}

// crowd is how many things there are, and of whom.
type crowd struct {
	count  int
	people map[growth.PersonID]bool
}

func newTally(s change.Sides, c *change.Changes) *tally {
	t := &tally{statements: map[model.StatementID]Statement{}, cells: map[cell]*crowd{}, verdicts: map[[2]string]change.Fate{}}
	for _, st := range c.Statements {
		if st.Kind == change.Added || st.Kind == change.Split {
			continue // nobody has said anything of it
		}
		one := Statement{Statement: st}
		if st.Before != nil {
			one.Becomes = change.FateOf(&st.Before.Text, now(st))
		}
		t.statements[st.ID] = one
		t.order = append(t.order, st.ID)
	}
	return t
}

func now(st change.Statement) *string {
	if st.Now == nil {
		return nil
	}
	return &st.Now.Text
}

// home is the role that a statement is counted with: where it stands or, where
// it is gone, stood.
func home(st change.Statement) *change.Place { return cmp.Or(st.Now, st.Before) }

func (t *tally) count(pins []growth.Pin, wording func(growth.StatementRef) (string, bool), m measure) {
	for _, p := range pins {
		st, touched := t.statements[p.Statement]
		if !touched {
			continue
		}
		at := cell{home(st.Statement).Role, t.fate(st.Statement, p, wording), m}
		if t.cells[at] == nil {
			t.cells[at] = &crowd{people: map[growth.PersonID]bool{}}
		}
		t.cells[at].add(p)
	}
}

func (c *crowd) add(p growth.Pin) {
	c.count += p.Count
	c.people[p.Person] = true
}

// fate returns what becomes of a pin. Each pair of wordings is judged once.
func (t *tally) fate(st change.Statement, p growth.Pin, wording func(growth.StatementRef) (string, bool)) change.Fate {
	given, known := wording(growth.StatementRef{Statement: p.Statement, Revision: p.Revision})
	if st.Now == nil || !known {
		return change.FateOf(nil, now(st)).Fate
	}
	key := [2]string{given, st.Now.Text}
	if _, ok := t.verdicts[key]; !ok {
		t.verdicts[key] = change.FateOf(&given, &st.Now.Text).Fate
	}
	return t.verdicts[key]
}

// report tells what may be told.
func (t *tally) report(s change.Sides) *Report {
	out := &Report{}
	pools := [2]*crowd{{people: map[growth.PersonID]bool{}}, {people: map[growth.PersonID]bool{}}}
	for _, id := range t.roles(s) {
		role := t.role(id)
		for _, fate := range change.Fates() {
			f := FateFigures{Fate: fate}
			f.Ratings = t.tell(cell{id, fate, ofRatings}, pools[ofRatings])
			f.Evidence = t.tell(cell{id, fate, ofEvidence}, pools[ofEvidence])
			role.Fates = append(role.Fates, f)
		}
		out.Roles = append(out.Roles, role)
	}
	out.Scattered = Figures{Ratings: pools[ofRatings].figure(), Evidence: pools[ofEvidence].figure()}
	out.Total = out.total()
	return out
}

// tell returns the figure of a cell, or nil, and then puts it into the pool.
func (t *tally) tell(at cell, pool *crowd) *Figure {
	c := t.cells[at]
	if c == nil {
		return nil
	}
	f := c.figure()
	if f == nil {
		pool.count += c.count
		for p := range c.people {
			pool.people[p] = true
		}
	}
	return f
}

func (c *crowd) figure() *Figure {
	if len(c.people) < Fewest {
		return nil
	}
	return &Figure{Count: c.count, People: len(c.people)}
}

// total adds up what is shown.
func (r *Report) total() Figures {
	out := r.Scattered.copied()
	for _, role := range r.Roles {
		for _, f := range role.Fates {
			out.Ratings = sum(out.Ratings, f.Ratings)
			out.Evidence = sum(out.Evidence, f.Evidence)
		}
	}
	return out
}

func (f Figures) copied() Figures { return Figures{sum(nil, f.Ratings), sum(nil, f.Evidence)} }

func sum(a, b *Figure) *Figure {
	switch {
	case a == nil && b == nil:
		return nil
	case a == nil:
		a = &Figure{}
	case b == nil:
		b = &Figure{}
	}
	return &Figure{Count: a.Count + b.Count, People: max(a.People, b.People)}
}

// roles returns the roles with a statement that changed, in the order of the
// ladder as it would be; those that it would no longer have come last.
func (t *tally) roles(s change.Sides) []model.RoleID {
	touched := map[model.RoleID]bool{}
	for _, st := range t.statements {
		touched[home(st.Statement).Role] = true
	}
	var out []model.RoleID
	for _, f := range []*model.Framework{s.Now, s.Before} {
		for _, r := range f.Roles {
			if touched[r.ID] && !slices.Contains(out, r.ID) {
				out = append(out, r.ID)
			}
		}
	}
	return out
}

func (t *tally) role(id model.RoleID) Role {
	out := Role{ID: string(id)}
	for _, sid := range t.order {
		if st := t.statements[sid]; home(st.Statement).Role == id {
			out.Name = home(st.Statement).RoleTitle
			out.Statements = append(out.Statements, st)
		}
	}
	return out
}
