package web

import (
	"net/http"

	"rung/internal/pages/check"
)

func (s *Server) showCheck(w http.ResponseWriter, r *http.Request, v Visitor) error {
	e, frame, err := s.edition(r, v)
	if err != nil {
		return err
	}
	p := check.Build(check.Input{Frame: frame, Framework: e.Framework, Sources: e.Sources, Report: e.Report})
	return s.render(w, r, v, check.View(p))
}
