package compare

import (
	"rung/internal/diff"
	"rung/internal/model"
)

// line is one thing that roles say: for each role, its statement or nil.
type line []*model.Statement

// table is what roles say, side by side. The first role is the measure: each
// other is set against it, and what a third says beyond it against the second.
type table struct {
	roles  []*model.Role
	lines  []line
	groups []group
	scope  []entry
}

// group is an area of every role that has one like it.
type group []*model.Area

// entry is an entry of the scope of every role that has one like it.
type entry []*model.Scope

func newTable(roles []*model.Role) *table {
	t := &table{roles: roles}
	for i := range roles {
		t.join(i)
	}
	return t
}

// join adds role i to what the roles before it say.
func (t *table) join(i int) {
	areas, statements, scope := map[*model.Area]bool{}, map[*model.Statement]bool{}, map[*model.Scope]bool{}
	for before := range i {
		c := diff.Roles(t.roles[before], t.roles[i])
		for _, a := range c.Areas {
			if a.A != nil && a.B != nil && !areas[a.B] {
				areas[a.B] = put(t.groups, before, i, a.A, a.B)
			}
			for _, p := range a.Statements {
				if p.A != nil && p.B != nil && !statements[p.B] {
					statements[p.B] = put(t.lines, before, i, p.A, p.B)
				}
			}
		}
		for _, p := range c.Scope {
			if p.A != nil && p.B != nil && !scope[p.B] {
				scope[p.B] = put(t.scope, before, i, p.A, p.B)
			}
		}
	}
	t.addRest(i, areas, statements, scope)
}

func (t *table) addRest(i int, areas map[*model.Area]bool, statements map[*model.Statement]bool, scope map[*model.Scope]bool) {
	for _, a := range t.roles[i].Areas {
		if !areas[a] {
			t.groups = append(t.groups, alone[group](len(t.roles), i, a))
		}
		for _, s := range a.Statements {
			if !statements[s] {
				t.lines = append(t.lines, alone[line](len(t.roles), i, s))
			}
		}
	}
	for k := range t.roles[i].Scope {
		if s := &t.roles[i].Scope[k]; !scope[s] {
			t.scope = append(t.scope, alone[entry](len(t.roles), i, s))
		}
	}
}

// put sets what role i says beside what an earlier role says, and reports
// whether the place was free.
func put[R ~[]*T, T any](rows []R, before, i int, a, b *T) bool {
	for _, r := range rows {
		if r[before] == a && r[i] == nil {
			r[i] = b
			return true
		}
	}
	return false
}

func alone[R ~[]*T, T any](roles, i int, x *T) R {
	r := make(R, roles)
	r[i] = x
	return r
}

// last returns what the last role that has one says: that is where one is
// going.
func last[R ~[]*T, T any](r R) *T {
	for i := len(r) - 1; i >= 0; i-- {
		if r[i] != nil {
			return r[i]
		}
	}
	return nil
}
