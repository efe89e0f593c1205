package resolve

import "rung/internal/model"

// extend files the extensions. A role is taken over once, however often it is
// named.
func (r *resolver) extend() {
	type key struct {
		from, to model.RoleID
		target   string
	}
	filed := make(map[key]bool)
	for i := range r.edges {
		e := &r.edges[i]
		if e.relation != takesOver {
			continue
		}
		k := key{from: e.from.ID, target: e.written()}
		x := model.Extension{Target: k.target, At: e.at}
		if e.statement != nil {
			x.Statement = e.statement.ID
		}
		if e.to != nil {
			x.Role = e.to.ID
			k.to, k.target = e.to.ID, ""
		}
		if filed[k] {
			continue
		}
		filed[k] = true
		e.from.Extends = append(e.from.Extends, x)
		r.declares[e.from] = r.declares[e.from] || e.declared()
		r.judge(e)
	}
}

// declared reports whether the role itself says that it takes over another. A
// page that says that all levels are cumulative, or a foundation that holds for
// all, gives a role that was left empty no content.
func (e *edge) declared() bool {
	return e.laid == "" || e.at.Path == e.from.Path() && e.at != e.from.At && (e.to == nil || !e.to.Foundation)
}
