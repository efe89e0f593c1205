package web

import (
	"net/http"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/pages/cast"
)

const castPath = "/cast"

func (s *Server) showCast(w http.ResponseWriter, r *http.Request, v Visitor) error {
	if s.cfg.Cast == nil {
		return fault.New(fault.NotFound, "There is no such page.")
	}
	_, frame, err := s.edition(r, v)
	if err != nil {
		return err
	}
	frame.Wide = true
	members, err := s.cfg.Cast.Members(r.Context())
	if err != nil {
		return err
	}
	var stars []cast.Member
	var teams []cast.Team
	for _, m := range members {
		member := cast.Member{ID: string(m.ID), Name: m.Name, Role: m.Role, Line: m.Line}
		if m.Line != "" {
			stars = append(stars, member)
		}
		if len(teams) == 0 || teams[len(teams)-1].Name != m.Team {
			teams = append(teams, cast.Team{Name: m.Team})
		}
		last := &teams[len(teams)-1]
		last.Members = append(last.Members, member)
	}
	return s.render(w, r, v, cast.View(cast.Build(frame, castPath, stars, teams)))
}

func (s *Server) takeCast(w http.ResponseWriter, r *http.Request, v Visitor) error {
	if s.cfg.Cast == nil {
		return fault.New(fault.NotFound, "There is no such page.")
	}
	values, err := form(r)
	if err != nil {
		return err
	}
	in, err := s.cfg.Cast.Be(r.Context(), growth.PersonID(values.Get("person")), r.UserAgent())
	if err != nil {
		return err
	}
	if v.SignedIn() {
		if err := s.cfg.Accounts.EndSession(r.Context(), v.Actor, v.ID); err != nil {
			return err
		}
	}
	return s.signIn(w, r, in, mePath)
}
