package lint

import "rung/internal/model"

// scoped is an entry of scope through the roles of a group.
type scoped struct {
	name    string // as first written
	entries []*model.Scope
	roles   []*model.Role // of entries
}

// scopes returns the entries of scope of a group by name, in the order in
// which they are first met, and the roles that have a scope at all.
func (g *group) scopes() (out []*scoped, roles []*model.Role) {
	at := make(map[string]*scoped) // also by the name as written, which spares most the folding
	for _, r := range g.roles {
		if len(r.Scope) > 0 {
			roles = append(roles, r)
		}
		for i := range r.Scope {
			e := &r.Scope[i]
			s := at[e.Name]
			if s == nil {
				key := plain(e.Name)
				if s = at[key]; s == nil {
					s = &scoped{name: e.Name}
					out = append(out, s)
				}
				at[key], at[e.Name] = s, s
			}
			s.entries, s.roles = append(s.entries, e), append(s.roles, r)
		}
	}
	return out, roles
}
