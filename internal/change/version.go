package change

import (
	"slices"

	"rung/internal/lineage"
	"rung/internal/model"
)

// Step is how far a version goes up, after semantic versioning (semver.org):
// what people are measured by is the interface that is kept or broken.
type Step int

// The steps.
const (
	None  Step = iota // nothing that anybody reads has changed
	Patch             // slips of the pen
	Minor             // clarified, exemplified, moved or removed; new roles
	Major             // something new is asked of somebody at a level that could be held before
)

// String returns the step's name.
func (s Step) String() string { return [...]string{"none", "patch", "minor", "major"}[s] }

// Reason is one change that asks for a step.
type Reason struct {
	Step Step
	Why  string // "asks something new", for people to read
	Role RoleRef
	// Statement is the one that it is about, and Text its words now, or before
	// where it is gone; "" for what is about the role.
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
func StepOf(s Sides) Version {
	b := newBook(s)
	v := &verdict{book: b, asked: newAsks(s.Before), asks: newAsks(s.Now)}
	v.bars()
	v.others()
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

// bars compares what is asked of roles that could be held on both sides.
func (v *verdict) bars() {
	now := rolesByID(v.Now)
	for _, o := range v.Before.Roles {
		n := now[v.homes[o.ID]]
		if n == nil || o.Foundation || n.Foundation || o.Status != model.Active || n.Status != model.Active {
			continue
		}
		v.bar(o, n)
	}
}

// bar compares what one role asked and asks.
func (v *verdict) bar(o, n *model.Role) {
	had := v.asked.of(o)
	for _, id := range v.asks.list(n) {
		is := v.now[id]
		why := Reason{Role: refOf(n), Statement: id, Now: is.Statement.Text}
		if !had[id] {
			why.Step, why.Why = Major, "asks something new"
			if t := v.trail[id]; t.change == lineage.Split && slices.ContainsFunc(t.others, func(of model.StatementID) bool { return had[of] }) {
				why.Step, why.Why = Minor, "asks by itself what was a part of another statement"
			}
			if was, ok := v.before[id]; ok {
				why.Why, why.Before = "asks what was asked of "+RoleName(was.Role)+" before", was.Statement.Text
			}
			v.add(why)
			continue
		}
		was := v.before[id]
		if was.Statement.Text == is.Statement.Text {
			continue
		}
		why.Before = was.Statement.Text
		why.Step, why.Why = rewordingStep(was.Statement.Text, is.Statement.Text, v.known)
		v.add(why)
	}
	v.easier(o, n)
	v.scopes(o, n)
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
		case d.Kind == ScopeAdded:
			r.Step, r.Why = Minor, "says the scope: "+d.Name
		}
		v.add(r)
	}
}

// others notes what asks nothing of anybody: roles that came and went, examples.
func (v *verdict) others() {
	for _, r := range v.roles() {
		ref, side := RoleRef{}, r.Now
		if len(side) == 0 {
			side = r.Before
		}
		ref = side[0]
		v.add(Reason{Step: Minor, Why: "the role is " + string(r.Kind), Role: ref})
	}
	for _, d := range v.details() {
		switch d.Kind {
		case ExampleAdded, ExampleRemoved:
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
