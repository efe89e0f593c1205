package change

import (
	"slices"

	"rung/internal/model"
)

// partOf is the share of a role's statements from where they are a part of it,
// and fewParts how many there must be.
const (
	partOf   = 0.25
	fewParts = 2
)

// roles returns what happened to the roles, in the order of the second side,
// then what is gone in that of the first.
func (b *book) roles() []Role {
	from := map[model.RoleID]*model.Role{} // by the role in which they go on
	for _, o := range b.Before.Roles {
		if n := b.homes[o.ID]; n != "" {
			from[n] = o
		}
	}
	f := b.flow()
	var out []Role
	for _, n := range b.Now.Roles {
		if o := from[n.ID]; o != nil {
			out = append(out, b.goesOn(o, n)...)
		} else {
			out = append(out, b.came(n, f))
		}
	}
	for _, o := range b.Before.Roles {
		if b.homes[o.ID] == "" {
			out = append(out, b.left(o, f))
		}
	}
	return out
}

// goesOn says what happened to a role that is there on both sides.
func (b *book) goesOn(o, n *model.Role) []Role {
	was, is := refOf(o), refOf(n)
	all, confirm := b.carried(o, n)
	one := func(k RoleKind) Role {
		return Role{Kind: k, Before: []RoleRef{was}, Now: []RoleRef{is}, Carried: all, Confirm: confirm}
	}
	var out []Role
	switch least := min(len(o.Statements()), len(n.Statements())); {
	case o.ID == n.ID && o.Title == n.Title:
	case o.ID == n.ID, least > 0 && float64(len(all)) >= mostOf*float64(least):
		if o.Title != n.Title {
			out = append(out, one(RoleRenamed))
		}
	default:
		replaced := one(RoleReplaced)
		replaced.Confirm = b.changed(all)
		out = append(out, replaced)
	}
	if was.Level != is.Level && was.Level != "" && is.Level != "" {
		out = append(out, one(RoleLevelled))
	}
	if was.Status != is.Status {
		out = append(out, one(RoleStatus))
	}
	if was.Path != is.Path || b.trackHome(o.Track) != n.Track {
		out = append(out, one(RoleMoved))
	}
	return out
}

// came says where a role comes from that was not there: of a part of others, or
// from nowhere.
func (b *book) came(n *model.Role, f flow) Role {
	out := Role{Kind: RoleAdded, Now: []RoleRef{refOf(n)}}
	for _, o := range b.Before.Roles {
		if got := f[o.ID][n.ID]; got < fewParts || float64(got) < partOf*float64(len(n.Statements())) {
			continue
		}
		all, confirm := b.carried(o, n)
		out.Kind = RoleSplit
		out.Before = append(out.Before, refOf(o))
		out.Carried, out.Confirm = append(out.Carried, all...), append(out.Confirm, confirm...)
	}
	return out
}

// left says where a role went that is not there any more: into others, or
// nowhere.
func (b *book) left(o *model.Role, f flow) Role {
	out := Role{Kind: RoleRetired, Before: []RoleRef{refOf(o)}}
	for _, n := range b.Now.Roles {
		if got := f[o.ID][n.ID]; got < fewParts || float64(got) < partOf*float64(len(o.Statements())) {
			continue
		}
		all, confirm := b.carried(o, n)
		out.Kind = RoleMerged
		out.Now = append(out.Now, refOf(n))
		out.Carried, out.Confirm = append(out.Carried, all...), append(out.Confirm, confirm...)
	}
	return out
}

// changed returns those of some statements that say something else now, or
// whose link is in doubt: where a role was replaced, a person should look at
// each.
func (b *book) changed(ids []model.StatementID) []model.StatementID {
	return slices.DeleteFunc(slices.Clone(ids), func(id model.StatementID) bool {
		return !b.trail[id].confirm && b.before[id].Statement.Text == b.now[id].Statement.Text
	})
}
