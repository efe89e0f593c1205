package web

import (
	"net/http"

	"rung/internal/fault"
	"rung/internal/pages/prose"
)

func (s *Server) showProse(w http.ResponseWriter, r *http.Request, v Visitor) error {
	e, frame, err := s.edition(r, v)
	if err != nil {
		return err
	}
	page := e.Framework.Page(r.PathValue("path"))
	if page == nil {
		return fault.New(fault.NotFound, "There is no such page.")
	}
	in := prose.Input{Frame: frame, Page: page}
	if e.Prose != nil {
		in.HTML, _ = e.Prose(page.Path, frame.Links)
	}
	return s.render(w, r, v, prose.View(prose.Build(in)))
}
