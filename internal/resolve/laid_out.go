package resolve

import (
	"strings"

	"rung/internal/model"
)

// laidOut returns the edges that the readers found in the layout and not in
// words: a cell that refers to another level, the foundation of a sheet, what
// front matter names. One that names its role without an id is looked for, by
// path or by name.
func (r *resolver) laidOut(role *model.Role) []edge {
	var out []edge
	for _, x := range role.Extends {
		e := edge{from: role, at: x.At, laid: x.Target}
		e.declaration = declaration{relation: takesOver, firm: true, form: &form{relation: takesOver, firm: true}}
		switch {
		case x.Role != "":
			e.to = r.roles[x.Role]
			out = append(out, e)
		case strings.TrimSpace(x.Target) != "":
			out = append(out, r.followLaid(e))
		}
	}
	role.Extends = nil
	return out
}

// followLaid finds the role that front matter names: by the path of its file,
// or by its level and title.
func (r *resolver) followLaid(e edge) edge {
	e.prose = model.Prose{Text: e.laid, At: e.at}
	e.ref = reference{end: len(e.laid), words: e.laid, noun: true}
	for _, p := range spellingsOf(e.laid) {
		if t := r.linker.Target(e.at.Path, p, ""); t.Kind == ToRole {
			e.target, e.to = t, r.roles[t.Role]
			return e
		}
	}
	if to := r.roles[model.RoleID(e.laid)]; to != nil {
		e.to = to
		return e
	}
	if found, ok := r.lookUp(e); ok {
		return found
	}
	return e
}

// spellingsOf returns the paths that a value of front matter may mean.
func spellingsOf(value string) []string {
	if strings.ContainsAny(value, " \n") && !strings.Contains(value, ".") {
		return nil // words; Target would take "senior engineer" for a dead link, and be right
	}
	return []string{value, "/" + strings.TrimPrefix(value, "/")}
}
