package shared

import "rung/internal/model"

// Ref is a place to go to: its name, its address and a quiet word about it,
// which may be "".
type Ref struct{ Label, URL, Note string }

// RoleRef returns a reference to a role by the name people call it.
func RoleRef(r *model.Role, links Links) Ref {
	return Ref{Label: r.Name(), URL: links.Role(r.ID)}
}
