package web

import (
	"net/http"

	"rung/internal/fault"
	"rung/internal/model"
	"rung/internal/pages/compare"
)

func (s *Server) showCompare(w http.ResponseWriter, r *http.Request, v Visitor) error {
	e, frame, err := s.edition(r, v)
	if err != nil {
		return err
	}
	roles, err := chosenRoles(r, e.Framework)
	if err != nil {
		return err
	}
	p := compare.Build(compare.Input{Frame: frame, Framework: e.Framework, Roles: roles})
	return s.render(w, r, v, compare.View(p))
}

// chosenRoles returns the roles that an address names as a, b and c, each
// once. A name that is no role is fault.NotFound.
func chosenRoles(r *http.Request, f *model.Framework) ([]*model.Role, error) {
	var out []*model.Role
	seen := map[model.RoleID]bool{}
	for i := range compare.MaxRoles {
		id := model.RoleID(r.URL.Query().Get(string(rune('a' + i))))
		if id == "" || seen[id] {
			continue
		}
		role := f.Role(id)
		if role == nil {
			return nil, fault.New(fault.NotFound, "There is no such role.")
		}
		seen[id] = true
		out = append(out, role)
	}
	return out, nil
}
