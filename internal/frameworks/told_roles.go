package frameworks

import (
	"slices"
	"strings"

	"rung/internal/model"
)

// touch notes which roles a revision changed, brought and took away.
func (t *told) touch(at int, f *model.Framework) {
	for _, r := range f.Roles {
		tr := t.roles[r.ID]
		if tr == nil {
			tr = &trace{first: at}
			t.roles[r.ID] = tr
		}
		says := sayingOf(r)
		if !tr.here || tr.says != says {
			tr.steps = append(tr.steps, at)
		}
		tr.says, tr.here, tr.last = says, true, at
	}
	for _, tr := range t.roles {
		if tr.here && tr.last != at {
			tr.here, tr.says = false, ""
			tr.steps = append(tr.steps, at)
		}
	}
}

// sayingOf is all of a role that package change speaks of, in one string. The
// order of statements is none of it.
func sayingOf(r *model.Role) string {
	parts := []string{r.Title, string(r.Track), string(r.Status), r.Path()}
	if r.Level != nil {
		parts = append(parts, r.Level.Label)
	}
	for _, s := range r.Scope {
		parts = append(parts, "scope", s.Name, s.Value.Text)
	}
	for _, e := range r.Extends {
		parts = append(parts, "extends", string(e.Role))
	}
	var list []string
	for _, a := range r.Areas {
		list = append(list, saying(string(a.ID), a.Examples))
		for _, s := range a.Statements {
			list = append(list, string(s.ID)+"\x01"+string(a.ID)+"\x01"+s.Text+"\x01"+saying("", s.Examples))
		}
	}
	slices.Sort(list)
	return strings.Join(append(parts, list...), "\x00")
}

func saying(of string, examples []*model.Example) string {
	parts := []string{of}
	for _, e := range examples {
		parts = append(parts, e.Text)
	}
	return strings.Join(parts, "\x01")
}
