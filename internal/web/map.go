package web

import (
	"net/http"

	"rung/internal/pages/themap"
)

func (s *Server) showMap(w http.ResponseWriter, r *http.Request, v Visitor) error {
	e, frame, err := s.edition(r, v)
	if err != nil {
		return err
	}
	p := themap.Build(themap.Input{Frame: frame, Framework: e.Framework})
	return s.render(w, r, v, themap.View(p))
}
