package web

import (
	"net/http"

	"rung/internal/pages/revisions"
)

func (s *Server) showRevisions(w http.ResponseWriter, r *http.Request, v Visitor) error {
	current, err := s.cfg.Frameworks.Current(r.Context())
	if err != nil {
		return err
	}
	list, err := s.cfg.Frameworks.History(r.Context())
	if err != nil {
		return err
	}
	in := revisions.Input{Frame: s.frame(r, v, current, "")}
	for _, rev := range list {
		in.List = append(in.List, revisions.Revision(rev))
	}
	return s.render(w, r, v, revisions.View(revisions.Build(in)))
}
