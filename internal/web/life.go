package web

import (
	"net/http"

	"rung/internal/frameworks"
	"rung/internal/model"
	"rung/internal/pages/life"
)

// showLife shows a statement through time. An id that it had before leads to
// the one that it has.
func (s *Server) showLife(w http.ResponseWriter, r *http.Request, v Visitor) error {
	e, err := s.cfg.Frameworks.Current(r.Context())
	if err != nil {
		return err
	}
	id := model.StatementID(r.PathValue("id"))
	l, err := s.cfg.Past.Life(r.Context(), id)
	if err != nil {
		return err
	}
	frame := s.frame(r, v, e, "")
	if l.ID != id {
		return seeOther(w, r, frame.Links.Life(l.ID))
	}
	in := life.Input{Frame: frame, ID: l.ID, Words: l.Words}
	for _, one := range l.Wordings {
		in.Wordings = append(in.Wordings, lifeWording(one))
	}
	return s.render(w, r, v, life.View(life.Build(in)))
}

func lifeWording(one frameworks.Wording) life.Wording {
	out := life.Wording{
		Wording: one.Wording, RoleName: one.RoleName, AreaTitle: one.AreaTitle,
		From: life.Revision(brief(one.From)), Change: one.Change, Certainty: one.Certainty,
		Degree: one.Degree, Signs: one.Signs, Others: one.Others, TakenUp: one.TakenUp,
	}
	if one.Until != nil {
		until := life.Revision(brief(*one.Until))
		out.Until = &until
	}
	return out
}
