package growth

import (
	"cmp"
	"maps"
	"slices"

	"rung/internal/model"
)

// heldRoles returns the roles that the person holds or held by now, by id.
func (c *standingCase) heldRoles() []*model.Role {
	found := map[model.RoleID]*model.Role{}
	for _, a := range c.Assignments {
		if a.Since.After(c.Now) {
			continue
		}
		if r := c.roles[a.Role]; r != nil {
			found[a.Role] = r
			continue
		}
		for _, r := range c.Gone {
			if r.ID == a.Role {
				found[a.Role] = r
			}
		}
	}
	return slices.SortedFunc(maps.Values(found), func(a, b *model.Role) int { return cmp.Compare(a.ID, b.ID) })
}

// heldInstead returns a role that the person holds or held which is r or a
// higher one of its track, or nil.
func (c *standingCase) heldInstead(r *model.Role) *model.Role {
	var higher *model.Role
	for _, h := range c.held {
		if h.ID == r.ID {
			return h
		}
		if higher == nil && h.Track == r.Track && r.Track != "" && above(h, r) {
			higher = h
		}
	}
	return higher
}

func above(a, b *model.Role) bool {
	return a.Level != nil && b.Level != nil && a.Level.Order > b.Level.Order
}

// compared returns the roles that a statement of r names, extensions first;
// known is false where it names one that is not found, or none.
func (c *standingCase) compared(l Listed) (roles []*model.Role, known bool) {
	known = true
	note := func(id model.RoleID, comparison model.Comparison) {
		r := c.roles[id]
		if comparison == model.Below && r != nil {
			r = c.rungBelow(r)
		}
		if r == nil {
			known = false
		} else if !slices.Contains(roles, r) {
			roles = append(roles, r)
		}
	}
	for _, e := range l.Role.Extends {
		if e.Statement == l.Statement.ID {
			note(e.Role, model.AtLeast)
		}
	}
	for _, e := range l.Role.Equivalences {
		if e.Statement == l.Statement.ID {
			note(e.Role, e.Comparison)
		}
	}
	return roles, known && len(roles) > 0
}

// rungBelow returns the role of r's track next below it, or r itself where
// there is none.
func (c *standingCase) rungBelow(r *model.Role) *model.Role {
	best := r
	for _, o := range c.Framework.TrackRoles(r.Track) {
		if above(r, o) && (best == r || above(o, best)) {
			best = o
		}
	}
	return best
}

// reach lists the statements of every role that derived statements of r lead
// to. A role that was reached is not followed again, so circles end.
func (c *standingCase) reach(r *model.Role) {
	list := Statements(c.Framework, r)
	for _, l := range list {
		if !l.Statement.Derived {
			continue
		}
		others, _ := c.compared(l)
		for _, o := range others {
			if _, ok := c.lists[o.ID]; !ok {
				c.lists[o.ID] = nil
				c.reach(o)
				c.lists[o.ID] = Statements(c.Framework, o)
			}
		}
	}
}

// settle finds out whose promotion rule is met. It starts from "nobody's" and
// goes on until nothing is added: what rests only on itself, in a circle, is
// never met, and the answer does not depend on the order.
func (c *standingCase) settle() {
	for added := true; added; {
		added = false
		for id, list := range c.lists {
			if !c.met[id] && c.Rule.met(c.standAll(list)) {
				c.met[id], added = true, true
			}
		}
	}
}

func (c *standingCase) standAll(list []Listed) []StatementStanding {
	out := make([]StatementStanding, len(list))
	for i, l := range list {
		out[i] = c.stand(l)
	}
	return out
}

// open returns the statements of the roles that are not shown, once each.
func (c *standingCase) open(roles []*model.Role) []StatementStanding {
	var out []StatementStanding
	seen := map[model.StatementID]bool{}
	for _, r := range roles {
		if c.met[r.ID] || c.heldInstead(r) != nil {
			continue
		}
		for _, st := range c.standAll(c.lists[r.ID]) {
			if st.State != Shown && !seen[st.Statement.ID] {
				seen[st.Statement.ID] = true
				out = append(out, st)
			}
		}
	}
	return out
}

// heldEquivalent returns a role equivalent to the statement that the person
// holds or held, or nil. Holding less than all that it names is no evidence.
func (c *standingCase) heldEquivalent(l Listed) *model.Role {
	var found *model.Role
	roles, known := c.compared(l)
	if !known {
		return nil
	}
	for _, r := range roles {
		if found = c.heldInstead(r); found == nil {
			return nil
		}
	}
	return found
}

func (c *standingCase) derived(l Listed, st StatementStanding) StatementStanding {
	roles, known := c.compared(l)
	st.Compared, st.State = roles, Shown
	for _, r := range roles {
		if !c.met[r.ID] && c.heldInstead(r) == nil {
			st.State = Unrated
		}
	}
	if !known {
		st.State = Unrated
	}
	if st.State == Shown {
		for _, r := range roles {
			if h := c.heldInstead(r); h != nil && st.Held == nil {
				st.Held = h
			}
		}
	}
	if st.Why = c.voice.derived(st); !known {
		st.Why = "unrated, because a role that it names is not found"
	}
	return st
}
