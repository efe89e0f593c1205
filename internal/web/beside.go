package web

import (
	"net/http"

	"rung/internal/fault"
	"rung/internal/model"
	"rung/internal/pages/beside"
	"rung/internal/pages/shared"
	"rung/internal/people"
)

func (s *Server) showBeside(w http.ResponseWriter, r *http.Request, v Visitor) error {
	who := subject(r, v)
	profile, err := s.cfg.People.Person(r.Context(), v.Actor, who)
	if err != nil {
		return err
	}
	own := who == v.Actor.Person
	if !own && !isManager(profile) {
		return fault.New(fault.NotFound, "There is no such page.")
	}
	list := wantedRoles(profile)
	role := chosenRole(r, list)
	if role == "" {
		return fault.New(fault.NotFound, "There is no role to stand against yet.")
	}
	talk, err := s.cfg.Ratings.SideBySide(r.Context(), v.Actor, who, role, against(r))
	if err != nil {
		return err
	}
	_, frame, err := s.edition(r, v)
	if err != nil {
		return err
	}
	name, err := s.names(r, v)
	if err != nil {
		return err
	}
	in := sides(profile, own, talk.Standing.Role.Name())
	in.Frame, in.Sides, in.Rows = frame, talk.Layout, s.board(v, talk.Standing, frame.Links, name)
	in.Frame.Wide = true
	if talk.Behind {
		if in.Notice, err = s.heldOn(r, talk.Revision, role); err != nil {
			return err
		}
	}
	in.Roles = s.otherRoles(r, list, role, frame.Links)
	return s.render(w, r, v, beside.View(beside.Build(in)))
}

// sides says whose side is which, to whoever looks.
func sides(profile people.Profile, own bool, role string) beside.Input {
	in := beside.Input{Heading: "Side by side: " + role}
	if own {
		in.Left, in.Right = "You", "Your manager"
		if profile.ManagerName != "" {
			in.Right = profile.ManagerName
		}
		in.Lead = "What you say, beside what your manager has shared with you, with your evidence. Where you are far apart stands first."
		in.Crumbs = []shared.Crumb{{Label: "Me", URL: mePath}, {Label: "Side by side"}}
		return in
	}
	in.Heading = profile.Name + ", side by side: " + role
	in.Left, in.Right = profile.Name, "You"
	in.Lead = "What " + profile.Name + " has shared with you, beside your own ratings. Where you are far apart stands first. That you looked is shown to " + profile.Name + "."
	in.Crumbs = []shared.Crumb{{Label: "My people", URL: reportsPath}, {Label: profile.Name, URL: personPath(profile.ID)}, {Label: "Side by side"}}
	return in
}

// otherRoles returns where else to look.
func (s *Server) otherRoles(r *http.Request, list []model.RoleID, role model.RoleID, links shared.Links) []shared.Ref {
	var out []shared.Ref
	for _, id := range list {
		if id == role {
			continue
		}
		if ref, _, err := s.roleRef(r.Context(), id, links); err == nil {
			out = append(out, shared.Ref{Label: ref.Label, URL: withRole(r.URL.Path, id)})
		}
	}
	return out
}
