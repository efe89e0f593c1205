package growth

import (
	"rung/internal/model"
	"rung/internal/source"
)

// Listed is a statement in the list of a role: one of its own, or one of a
// role that it extends.
type Listed struct {
	Statement *model.Statement
	Role      *model.Role // the role in whose text it stands
	Area      AreaRef     // the area of the listing role under which it is shown
}

// Statements returns the statements of the role and, where each extension is
// declared, those of the role it extends, transitively. A role and a statement
// that are reached twice stand once, at their first place, so circles end.
// Extensions whose target is not in f add nothing.
func Statements(f *model.Framework, role *model.Role) []Listed {
	if role == nil {
		return nil
	}
	w := walk{framework: f, roles: map[model.RoleID]bool{}, seen: map[model.StatementID]bool{}}
	w.role(role, nil)
	return w.out
}

type walk struct {
	framework *model.Framework
	roles     map[model.RoleID]bool
	seen      map[model.StatementID]bool
	out       []Listed
}

// role lists r. Its statements are shown under the area of in, or under their
// own where in is nil.
func (w *walk) role(r *model.Role, in *AreaRef) {
	if r == nil || w.roles[r.ID] {
		return
	}
	w.roles[r.ID] = true
	loose := looseExtensions(r)
	for _, a := range r.Areas {
		ref := AreaRef{ID: a.ID, Title: a.Title}
		if in != nil {
			ref = *in
		}
		for _, st := range a.Statements {
			loose = w.before(r, loose, st.At, in)
			w.add(r, st, ref)
		}
	}
	for _, e := range loose {
		w.extension(r, e, in)
	}
}

// add lists one statement, followed by the roles that it extends.
func (w *walk) add(r *model.Role, st *model.Statement, ref AreaRef) {
	if !w.seen[st.ID] {
		w.seen[st.ID] = true
		w.out = append(w.out, Listed{Statement: st, Role: r, Area: ref})
	}
	for _, e := range r.Extends {
		if e.Statement == st.ID && e.Statement != "" {
			w.role(w.find(e.Role), &ref)
		}
	}
}

// before lists the extensions that a paragraph declares before the statement
// at at, and returns the others.
func (w *walk) before(r *model.Role, loose []model.Extension, at source.Span, in *AreaRef) []model.Extension {
	for len(loose) > 0 && loose[0].At.Path == at.Path && loose[0].At.Start < at.Start {
		w.extension(r, loose[0], in)
		loose = loose[1:]
	}
	return loose
}

// extension lists the role that a paragraph of r extends, under the area in
// which the paragraph stands, if any.
func (w *walk) extension(r *model.Role, e model.Extension, in *AreaRef) {
	if in == nil {
		for _, a := range r.Areas {
			if a.Title != "" && a.At.Path == e.At.Path && a.At.Start <= e.At.Start && !e.At.IsZero() {
				in = &AreaRef{ID: a.ID, Title: a.Title}
			}
		}
	}
	w.role(w.find(e.Role), in)
}

func (w *walk) find(id model.RoleID) *model.Role {
	if id == "" || w.framework == nil {
		return nil
	}
	return w.framework.Role(id)
}

// looseExtensions returns the extensions of r that no statement declares.
func looseExtensions(r *model.Role) []model.Extension {
	var out []model.Extension
	for _, e := range r.Extends {
		if st, _ := r.Statement(e.Statement); e.Statement == "" || st == nil {
			out = append(out, e)
		}
	}
	return out
}
