package change

import (
	"slices"

	"rung/internal/model"
	"rung/internal/wording"
)

// Step is how far a version goes up, after semantic versioning (semver.org):
// what people are measured by is the interface that is kept or broken.
type Step int

// The steps.
const (
	None  Step = iota // no role says anything else
	Patch             // slips of the pen
	Minor             // clarified, exemplified, introduced otherwise, moved or removed; new roles
	Major             // something new is asked of somebody at a level that could be held before
)

// String returns the step's name.
func (s Step) String() string { return [...]string{"none", "patch", "minor", "major"}[s] }

// Reason is one change that asks for a step.
type Reason struct {
	Step Step
	Why  string // "asks something new", for people to read
	Role RoleRef
	// Statement is the one that it is about; "" for what is about the role.
	// Before and Now are its words, those of an example or of the scope; "" where
	// there are none.
	Statement model.StatementID
	Before    string
	Now       string
}

// Version is the computed step with all that asks for it.
type Version struct {
	Step    Step
	Reasons []Reason // those for the highest step first, then in reading order
}

// Decisive returns the reasons for the step itself.
func (v Version) Decisive() []Reason {
	n := 0
	for n < len(v.Reasons) && v.Reasons[n].Step == v.Step {
		n++
	}
	return v.Reasons[:n]
}

// StepOf computes the version step between two sides.
//
// It is major where somebody at a role in force on both sides is asked
// something that was not asked there: a statement that is new to the role or
// to what it takes over, or one whose words ask more. A rewording of which the
// words do not show that it asks no more counts as asking more: the claim that
// no bar was raised must hold wherever it is made.
//
// What asks nothing of anybody, be it a role that came or other examples, is
// minor; so is what a role says around its statements, which nobody is rated
// on.
func StepOf(s Sides) Version {
	b := newBook(s)
	return b.version(b.changes())
}

// version computes the step of changes that the book tells.
func (b *book) version(c *Changes) Version {
	v := &verdict{book: b, asked: newAsks(b.Before, nil), asks: newAsks(b.Now, b.heldForAll())}
	v.bars(c.Roles)
	v.others(c)
	slices.SortStableFunc(v.reasons, func(x, y Reason) int { return int(y.Step) - int(x.Step) })
	out := Version{Reasons: v.reasons}
	if len(v.reasons) > 0 {
		out.Step = v.reasons[0].Step
	}
	return out
}

// verdict gathers reasons.
type verdict struct {
	*book
	asked, asks *asks // before, now
	reasons     []Reason
}

func (v *verdict) add(r Reason) { v.reasons = append(v.reasons, r) }

// bars compares what is asked of roles that could be held on both sides: of
// each role that goes on, and of one that went into others, which its holders
// hold now.
func (v *verdict) bars(roles []Role) {
	before, now := rolesByID(v.Before), rolesByID(v.Now)
	for _, o := range v.Before.Roles {
		v.bar(o, now[v.homes[o.ID]])
	}
	for _, r := range roles {
		if r.Kind == RoleMerged {
			for _, into := range r.Now {
				v.bar(before[r.Before[0].ID], now[into.ID])
			}
		}
	}
}

// bar compares what one role asked and asks. One that nobody could hold, on
// either side, asks nothing of anybody.
func (v *verdict) bar(o, n *model.Role) {
	if n == nil || o.Foundation || n.Foundation || o.Status != model.Active || n.Status != model.Active {
		return
	}
	had := v.asked.of(o)
	for _, id := range v.asks.list(n) {
		if had[id] {
			v.goesOnAsking(n, id)
		} else {
			v.asksAnew(n, id)
		}
	}
	v.easier(o, n)
	v.scopes(o, n)
	v.introduces(o, n)
}

// asksAnew notes a statement that was not asked there. That is so of one that
// was split off another, too: how much of it stood there is likeness, and
// proves nothing.
func (v *verdict) asksAnew(n *model.Role, id model.StatementID) {
	text := v.now[id].Statement.Text
	why := Reason{Step: Major, Why: "asks something new", Role: refOf(n), Statement: id, Now: text}
	if was, ok := v.before[id]; ok {
		why.Why, why.Before = "asks what was asked of "+was.Role.Name()+" before", was.Statement.Text
	}
	v.add(why)
}

// goesOnAsking notes a statement that was asked there in other words.
func (v *verdict) goesOnAsking(n *model.Role, id model.StatementID) {
	was, is := v.before[id].Statement.Text, v.now[id].Statement.Text
	if was == is {
		return
	}
	step, why := rewordingStep(was, is, v.known)
	v.add(Reason{Step: step, Why: why, Role: refOf(n), Statement: id, Before: was, Now: is})
}

// rewordingStep says what a rewording asks for.
func rewordingStep(before, now string, known func(string) bool) (Step, string) {
	switch d, _ := DegreeOf(before, now, known); d {
	case Typo:
		return Patch, "corrects a slip of the pen"
	case Clarified:
		return Minor, "says the same more clearly"
	case Lowered:
		return Minor, "asks less"
	case Raised:
		return Major, "asks more"
	}
	return Major, "may ask more: the words do not show that it does not"
}

// easier notes what is asked no more.
func (v *verdict) easier(o, n *model.Role) {
	has := v.asks.of(n)
	for _, id := range v.asked.list(o) {
		if !has[id] {
			v.add(Reason{Step: Minor, Why: "is asked no more", Role: refOf(n), Statement: id, Before: v.before[id].Statement.Text})
		}
	}
}

// scopes notes what changed in the scope of a role: a wider one asks more.
func (v *verdict) scopes(o, n *model.Role) {
	for _, d := range v.scope(o, n) {
		r := Reason{Step: Minor, Role: d.Role, Why: "changes the scope: " + d.Name, Before: d.Before, Now: d.Now}
		switch {
		case d.Kind == ScopeChanged && d.Degree == Typo:
			r.Step = Patch
		case d.Kind == ScopeChanged && (d.Degree == Raised || d.Degree == Other):
			r.Step, r.Why = Major, "may widen the scope: "+d.Name
		case d.Kind == ScopeAdded: // nothing was said of it before
			r.Step, r.Why = Major, "may ask more: it says the scope "+d.Name
		}
		v.add(r)
	}
}

// introduces notes what a role says around its statements.
func (v *verdict) introduces(o, n *model.Role) {
	if !slices.Equal(around(o), around(n)) {
		v.add(Reason{Step: Minor, Why: "is introduced in other words", Role: refOf(n)})
	}
}

// around returns the words of a role that are no statement, example or scope.
func around(r *model.Role) []string {
	out := []string{wording.Normal(r.Summary.Text)}
	for _, p := range r.Notes {
		out = append(out, wording.Normal(p.Text))
	}
	for _, a := range r.Areas {
		for _, p := range a.Intro {
			out = append(out, wording.Normal(p.Text))
		}
	}
	return out
}

// others notes what asks nothing of anybody: roles that came and went, other
// examples and areas.
func (v *verdict) others(c *Changes) {
	for _, r := range c.Roles {
		side := r.Now
		if len(side) == 0 {
			side = r.Before
		}
		v.add(Reason{Step: Minor, Why: "the role is " + string(r.Kind), Role: side[0]})
	}
	for _, d := range c.Details {
		if d.Kind == ExampleAdded || d.Kind == ExampleRemoved {
			v.add(Reason{Step: Minor, Why: "has other examples", Role: d.Role, Statement: d.Statement, Before: d.Before, Now: d.Now})
		}
	}
	for _, p := range v.Now.Places() {
		was, ok := v.before[p.Statement.ID]
		if ok && was.Area.ID != p.Area.ID && v.homes[was.Role.ID] == p.Role.ID {
			v.add(Reason{Step: Minor, Why: "stands in another area", Role: refOf(p.Role), Statement: p.Statement.ID, Now: p.Statement.Text})
		}
	}
}
