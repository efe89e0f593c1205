package change

import (
	"slices"

	"rung/internal/model"
)

// asks is what the roles of one side ask: their own statements and those of
// all that they take over, of which there may be circles.
type asks struct {
	roles   map[model.RoleID]*model.Role
	forAll  []*model.Role // foundations that nobody names: they hold for everyone
	resolve map[model.RoleID][]model.StatementID
}

// newAsks returns what the roles of a framework ask. Beside the foundations that
// nobody names, those of the ids in held hold for everyone.
func newAsks(f *model.Framework, held map[model.RoleID]bool) *asks {
	a := &asks{roles: rolesByID(f), resolve: map[model.RoleID][]model.StatementID{}}
	named := map[model.RoleID]bool{}
	for _, r := range f.Roles {
		for _, e := range r.Extends {
			named[e.Role] = true
		}
	}
	for _, r := range f.Roles {
		if r.Foundation && (!named[r.ID] || held[r.ID]) && r.Status == model.Active {
			a.forAll = append(a.forAll, r)
		}
	}
	return a
}

// heldForAll returns where the foundations that held for everyone go on. That a
// role names one now takes it from no other role.
func (b *book) heldForAll() map[model.RoleID]bool {
	out := map[model.RoleID]bool{}
	for _, r := range newAsks(b.Before, nil).forAll {
		if home := b.homes[r.ID]; home != "" {
			out[home] = true
		}
	}
	return out
}

// list returns the ids of what a role asks, its own first, each once. Statements
// that only declare that a role is taken over ask nothing more, where that role
// is here; those that name another to compare with, or one that is elsewhere,
// are all that is known of what they ask.
func (a *asks) list(r *model.Role) []model.StatementID {
	if ids, ok := a.resolve[r.ID]; ok {
		return ids
	}
	var out []model.StatementID
	seen, visited := map[model.StatementID]bool{}, map[model.RoleID]bool{}
	var visit func(r *model.Role)
	visit = func(r *model.Role) {
		if r == nil || visited[r.ID] {
			return
		}
		visited[r.ID] = true
		for _, s := range r.Statements() {
			if !takesOver(r, s) && !seen[s.ID] {
				seen[s.ID] = true
				out = append(out, s.ID)
			}
		}
		for _, e := range r.Extends {
			visit(a.roles[e.Role])
		}
	}
	visit(r)
	for _, f := range a.forAll {
		visit(f)
	}
	a.resolve[r.ID] = out
	return out
}

// of returns what a role asks as a set.
func (a *asks) of(r *model.Role) map[model.StatementID]bool {
	out := map[model.StatementID]bool{}
	for _, id := range a.list(r) {
		out[id] = true
	}
	return out
}

// takesOver reports whether a statement only declares that its role takes over
// another of the framework.
func takesOver(r *model.Role, s *model.Statement) bool {
	return s.Derived && slices.ContainsFunc(r.Extends, func(e model.Extension) bool { return e.Statement == s.ID && e.Role != "" })
}
