package web

import (
	"net/http"

	"rung/internal/evidence"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	evidencepage "rung/internal/pages/evidence"
	"rung/internal/pages/person"
	"rung/internal/pages/shared"
	"rung/internal/pages/standing"
	"rung/internal/people"
)

// sharedEvidence is how many pieces of a report's evidence her page shows.
const sharedEvidence = 50

func (s *Server) showPerson(w http.ResponseWriter, r *http.Request, v Visitor) error {
	id := growth.PersonID(r.PathValue("id"))
	if id == v.Actor.Person {
		return seeOther(w, r, mePath)
	}
	profile, err := s.cfg.People.Person(r.Context(), v.Actor, id)
	if err != nil {
		return err
	}
	_, frame, err := s.edition(r, v)
	if err != nil {
		return err
	}
	frame.Wide = isManager(profile)
	p := person.Page{Frame: frame, Name: profile.Name, Team: profile.TeamName, Feedback: feedbackPath + "/give?for=" + string(id)}
	if profile.Manager != "" {
		p.Manager = shared.Ref{Label: profile.ManagerName, URL: personPath(profile.Manager)}
	}
	if v.Actor.Admin {
		p.Admin = adminPersonPath(id)
	}
	p.Roles = s.personRoles(r, profile, frame.Links)
	if isManager(profile) {
		if p.Close, err = s.closeView(r, v, profile, frame.Links); err != nil {
			return err
		}
	}
	return s.render(w, r, v, person.View(person.Build(p)))
}

func (s *Server) personRoles(r *http.Request, profile people.Profile, links shared.Links) []person.Role {
	if profile.Roles == nil {
		return nil
	}
	var out []person.Role
	for _, a := range profile.Roles.All {
		ref, _, err := s.roleRef(r.Context(), a.Role, links)
		if err != nil {
			ref = shared.Ref{Label: a.RoleTitle}
		}
		out = append(out, person.Role{
			Role: ref, Since: a.Since, Maturity: a.Maturity, Now: profile.Roles.Held != nil && profile.Roles.Held.ID == a.ID,
		})
	}
	return out
}

// closeView is what a manager sees of a report.
func (s *Server) closeView(r *http.Request, v Visitor, profile people.Profile, links shared.Links) (*person.Close, error) {
	c := &person.Close{}
	var err error
	if c.News, err = s.newsOf(r, v, profile, links); err != nil {
		return nil, err
	}
	list := wantedRoles(profile)
	if role := chosenRole(r, list); role != "" {
		if err := s.closeStanding(r, v, profile, role, links, c); err != nil {
			return nil, err
		}
		c.Views = append([]shared.Ref{c.Board.Role}, s.otherRoles(r, list, role, links)...)
	}
	found, err := s.cfg.Evidence.Of(r.Context(), v.Actor, profile.ID, evidence.Filter{Limit: sharedEvidence})
	if err != nil {
		return nil, err
	}
	for _, e := range found {
		c.Evidence = append(c.Evidence, evidencepage.NewItem(e, "", func(ref growth.StatementRef) (shared.Ref, bool) {
			return s.statementRef(r.Context(), ref.Statement, links)
		}))
	}
	for _, aim := range profile.Aims {
		if ref, _, err := s.roleRef(r.Context(), aim.Role, links); err == nil {
			c.Aims = append(c.Aims, ref)
		}
	}
	return c, s.closeWords(r, v, profile.ID, c)
}

func (s *Server) closeStanding(r *http.Request, v Visitor, profile people.Profile, role model.RoleID, links shared.Links, c *person.Close) error {
	st, err := s.cfg.Ratings.Standing(r.Context(), v.Actor, profile.ID, role)
	if err != nil {
		return err
	}
	name, err := s.names(r, v)
	if err != nil {
		return err
	}
	board := standing.Build(s.board(v, st, links, name))
	c.Board = &board
	path := personPath(profile.ID)
	c.Rate, c.Beside = withRole(path+"/rate", role), withRole(path+"/side-by-side", role)
	c.Share = &person.Share{Action: path + "/share", Role: string(role), Open: unshared(st, v.Actor.Person), Name: profile.Name}
	return nil
}

// closeWords fills in the plan and the feedback that the manager may see.
func (s *Server) closeWords(r *http.Request, v Visitor, id growth.PersonID, c *person.Close) error {
	items, err := s.cfg.Plans.Of(r.Context(), v.Actor, id)
	if err != nil {
		return err
	}
	for _, i := range items {
		c.Plan = append(c.Plan, person.PlanLine{Action: i.Action, Due: i.Due, Done: !i.DoneAt.IsZero()})
	}
	said, err := s.cfg.Feedback.On(r.Context(), v.Actor, id)
	if err != nil {
		return err
	}
	for _, f := range said {
		c.Said = append(c.Said, person.Said{From: f.AuthorName, Text: f.Text, At: f.At})
	}
	return nil
}

// shareOfReport shares the visitor's ratings of a report.
func (s *Server) shareOfReport(w http.ResponseWriter, r *http.Request, v Visitor) error {
	values, err := form(r)
	if err != nil {
		return err
	}
	id, role := growth.PersonID(r.PathValue("id")), model.RoleID(values.Get("role"))
	if id == v.Actor.Person {
		return fault.New(fault.NotFound, "There is no such page.")
	}
	if _, err := s.cfg.Ratings.Share(r.Context(), v.Actor, id, role); err != nil {
		return err
	}
	return seeOther(w, r, withRole(personPath(id), role)+"&done=shared")
}
