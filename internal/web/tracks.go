package web

import (
	"net/http"

	"rung/internal/fault"
	"rung/internal/model"
	"rung/internal/pages/matrix"
)

func (s *Server) showTrack(w http.ResponseWriter, r *http.Request, v Visitor) error {
	e, frame, err := s.edition(r, v)
	if err != nil {
		return err
	}
	track := e.Framework.Track(model.TrackID(r.PathValue("id")))
	if track == nil {
		return fault.New(fault.NotFound, "There is no such track.")
	}
	p := matrix.Build(matrix.Input{Frame: frame, Framework: e.Framework, Track: track})
	return s.render(w, r, v, matrix.View(p))
}
