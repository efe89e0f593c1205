package lineage

import (
	"cmp"
	"slices"

	"rung/internal/model"
)

// Amend is Step for a revision of which only some roles may differ from the
// one before: these are given whole, and all others stand as they were, each
// role under the id that it had. It returns the links of these roles alone and
// gives all that Step would give, at the cost of what changed. ok is false, and
// nothing is done, where some statement has an id in its source: such an id may
// link roles that are far apart, so the whole revision must be asked for.
func (h *History) Amend(roles []*model.Role) (links []Link, ok bool) {
	if h.keyed {
		return nil, false
	}
	f := &model.Framework{Roles: roles}
	places := f.Places()
	items := h.read(places)
	if h.keyed {
		return nil, false
	}
	changed := make(map[model.RoleID]bool, len(roles))
	for _, r := range roles {
		changed[r.ID] = true
	}
	m := newMatching(h, items)
	m.old = slices.DeleteFunc(slices.Clone(h.now), func(it *item) bool { return !changed[it.Role] })
	links = m.link(f, places, items)
	h.advance(m.old, h.replaced(changed, m.new), m.new, links)
	return links, true
}

// replaced returns the statements of the last revision with those of some
// roles exchanged, by role.
func (h *History) replaced(changed map[model.RoleID]bool, now []*item) []*item {
	byRole := map[model.RoleID][]*item{}
	for _, it := range now {
		byRole[it.Role] = append(byRole[it.Role], it)
	}
	out := make([]*item, 0, len(h.now)+len(now))
	for _, it := range h.now {
		if !changed[it.Role] {
			out = append(out, it)
			continue
		}
		out = append(out, byRole[it.Role]...)
		delete(byRole, it.Role)
	}
	if len(byRole) == 0 {
		return out
	}
	for _, it := range now { // roles that had no statement before
		if byRole[it.Role] != nil {
			out = append(out, it)
		}
	}
	slices.SortStableFunc(out, func(a, b *item) int { return cmp.Compare(a.Role, b.Role) })
	return out
}
