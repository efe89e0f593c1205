package web

import (
	"net/http"

	"rung/internal/fault"
	"rung/internal/model"
	"rung/internal/pages/role"
)

func (s *Server) showRole(w http.ResponseWriter, r *http.Request, v Visitor) error {
	e, frame, err := s.edition(r, v)
	if err != nil {
		return err
	}
	shown := e.Framework.Role(model.RoleID(r.PathValue("id")))
	if shown == nil {
		return fault.New(fault.NotFound, "There is no such role.")
	}
	in := role.Input{
		Frame: frame, Framework: e.Framework, Role: shown, Sources: e.Sources,
		Step: role.StepTo(e.Framework, shown),
	}
	if r.URL.Query().Get("only") == "new" && in.Step != nil {
		in.Extent = role.OnlyNew
	}
	return s.render(w, r, v, role.View(role.Build(in)))
}
