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
	in := themap.Input{Frame: frame, Framework: e.Framework}
	if v.SignedIn() && s.cfg.People != nil {
		profile, err := s.cfg.People.Person(r.Context(), v.Actor, v.Actor.Person)
		if err != nil {
			return err
		}
		if roles := profile.Roles; roles != nil && roles.Held != nil {
			in.Here = roles.Held.Role
		}
		if len(profile.Aims) > 0 {
			in.Want = profile.Aims[0].Role
		}
	}
	return s.render(w, r, v, themap.View(themap.Build(in)))
}
