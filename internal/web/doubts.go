package web

import (
	"net/http"

	"rung/internal/frameworks"
	"rung/internal/pages/doubts"
	"rung/internal/pages/shared"
)

// showDoubts lists the links that a person should look at.
func (s *Server) showDoubts(w http.ResponseWriter, r *http.Request, v Visitor) error {
	e, err := s.cfg.Frameworks.Current(r.Context())
	if err != nil {
		return err
	}
	list, err := s.cfg.Past.Doubts(r.Context())
	if err != nil {
		return err
	}
	frame := s.frame(r, v, e, "")
	in := doubts.Input{Frame: frame, Count: len(list), Newest: e.Revision.ID}
	from, to, pages := shared.Pages(len(list), doubtsEach, pageOf(r), frame.Links.Doubts())
	in.Pages = pages
	for _, d := range list[from:to] {
		in.Doubts = append(in.Doubts, doubts.Doubt{
			Statement: d.Statement, Might: d.Might, Before: d.Before.Text, Now: d.Now.Text, BeforeIn: standsIn(d.Before), NowIn: standsIn(d.Now),
			Role: d.Now.Role, Revision: d.Now.From.ID, Subject: d.Now.From.Subject, Time: d.Now.From.Time,
		})
	}
	return s.render(w, r, v, doubts.View(doubts.Build(in)))
}

// standsIn says in words where a wording stands.
func standsIn(w frameworks.Wording) string {
	if w.AreaTitle == "" {
		return w.RoleName
	}
	return w.RoleName + " · " + w.AreaTitle
}
