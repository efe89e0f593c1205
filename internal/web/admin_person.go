package web

import (
	"net/http"
	"strconv"
	"time"

	"rung/internal/accounts"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/pages/admin"
	"rung/internal/people"
)

// adminView is what the page of one person shows beyond what is stored: what
// was typed, what was wrong with it, and a link that has just been made.
type adminView struct {
	typed       *admin.Entry
	given       admin.Given
	wrong       []fault.Field
	wrongAssign []fault.Field
	link        *admin.Link
	refused     string // why no link was made, or ""
}

func (s *Server) showAdminPerson(w http.ResponseWriter, r *http.Request, v Visitor) error {
	return s.adminPerson(w, r, v, adminView{})
}

func (s *Server) adminPerson(w http.ResponseWriter, r *http.Request, v Visitor, view adminView) error {
	list, err := s.cfg.People.Entries(r.Context(), v.Actor)
	if err != nil {
		return err
	}
	one, err := personOf(list, growth.PersonID(r.PathValue("id")))
	if err != nil {
		return err
	}
	e, frame, err := s.edition(r, v)
	if err != nil {
		return err
	}
	profile, err := s.cfg.People.Person(r.Context(), v.Actor, one.ID)
	if err != nil {
		return err
	}
	typed := admin.Entry{Name: one.Name, Email: one.Email, Team: string(one.Team), Manager: string(one.Manager), Admin: one.Admin}
	if view.typed != nil {
		typed = *view.typed
	}
	if typed.Teams, typed.Managers, err = s.entryChoices(r, v, list, one.ID); err != nil {
		return err
	}
	path := adminPersonPath(one.ID)
	frame.Title = one.Name
	p := admin.PersonPage{
		Frame: frame, Name: one.Name, Version: strconv.FormatInt(one.Version, 10), Left: one.LeftAt, Link: view.link, Refused: view.refused,
		Entry:  admin.Form{Action: path, Button: "Save the entry"},
		Assign: admin.Form{Action: path + "/assign", Button: "Give this role"},
		Invite: path + "/invite", End: path + "/end-sessions", Leave: path + "/left", Back: path + "/back", Unassign: path + "/unassign",
	}
	p.Entry.Fields, p.Entry.Rest = admin.EntryFields(typed, view.wrong)
	view.given.Roles = roleChoices(e.Framework)
	if view.given.Since == "" {
		view.given.Since = s.cfg.Now().UTC().Format(time.DateOnly)
	}
	p.Assign.Fields, p.Assign.Rest = admin.AssignFields(view.given, view.wrongAssign)
	p.Roles = adminRoles(profile.Roles)
	code := statusOf(append(view.wrong, view.wrongAssign...))
	if view.refused != "" {
		code = http.StatusConflict
	}
	return s.renderStatus(w, r, v, code, admin.PersonView(p))
}

func personOf(list []people.Listed, id growth.PersonID) (people.Listed, error) {
	for _, one := range list {
		if one.ID == id {
			return one, nil
		}
	}
	return people.Listed{}, fault.New(fault.NotFound, "There is no such person.")
}

func adminRoles(roles *people.Roles) []admin.Role {
	var out []admin.Role
	if roles == nil {
		return nil
	}
	for _, a := range roles.All {
		out = append(out, admin.Role{
			ID: a.ID, Title: a.RoleTitle, Since: a.Since, Maturity: a.Maturity, Now: roles.Held != nil && roles.Held.ID == a.ID,
		})
	}
	return out
}

func (s *Server) changePerson(w http.ResponseWriter, r *http.Request, v Visitor) error {
	values, err := form(r)
	if err != nil {
		return err
	}
	typed, in := entry(values)
	id := growth.PersonID(r.PathValue("id"))
	_, err = s.cfg.People.Change(r.Context(), v.Actor, id, version(values.Get("version")), in)
	if wrong, rest := formFault(err); err != nil {
		if rest != nil {
			return rest
		}
		return s.adminPerson(w, r, v, adminView{typed: &typed, wrong: wrong})
	}
	return seeOther(w, r, flashed(adminPersonPath(id), "saved"))
}

func (s *Server) assignRole(w http.ResponseWriter, r *http.Request, v Visitor) error {
	values, err := form(r)
	if err != nil {
		return err
	}
	given := admin.Given{Role: values.Get("role"), Since: values.Get("since"), Maturity: values.Get("maturity")}
	id := growth.PersonID(r.PathValue("id"))
	_, err = s.cfg.People.Assign(r.Context(), v.Actor, people.Assignment{
		Person: id, Role: model.RoleID(given.Role), Since: day(given.Since), Maturity: given.Maturity,
	})
	if wrong, rest := formFault(err); err != nil {
		if rest != nil {
			return rest
		}
		return s.adminPerson(w, r, v, adminView{given: given, wrongAssign: wrong})
	}
	return seeOther(w, r, flashed(adminPersonPath(id), "given"))
}

func (s *Server) unassignRole(w http.ResponseWriter, r *http.Request, v Visitor) error {
	values, err := form(r)
	if err != nil {
		return err
	}
	id := growth.PersonID(r.PathValue("id"))
	if err := s.cfg.People.Unassign(r.Context(), v.Actor, id, values.Get("assignment")); err != nil {
		return err
	}
	return seeOther(w, r, flashed(adminPersonPath(id), "saved"))
}

// invite makes a one-time link and shows it on the answer itself: it is in no
// address that could be logged or kept.
func (s *Server) invite(w http.ResponseWriter, r *http.Request, v Visitor) error {
	id := growth.PersonID(r.PathValue("id"))
	secret, err := s.cfg.Accounts.Invite(r.Context(), v.Actor, id)
	if fault.KindOf(err) == fault.Conflict && err != nil {
		return s.adminPerson(w, r, v, adminView{refused: fault.MessageOf(err)})
	}
	if err != nil {
		return err
	}
	link := admin.Link{URL: s.outside(r) + welcomePath + secret, Expires: s.cfg.Now().Add(accounts.InviteLife)}
	return s.adminPerson(w, r, v, adminView{link: &link})
}

// outside returns the address under which people reach this server.
func (s *Server) outside(r *http.Request) string {
	if s.cfg.BaseURL != "" {
		return s.cfg.BaseURL
	}
	return "http://" + r.Host
}

func (s *Server) endPersonSessions(w http.ResponseWriter, r *http.Request, v Visitor) error {
	id := growth.PersonID(r.PathValue("id"))
	keep := ""
	if id == v.Actor.Person {
		keep = v.ID
	}
	if err := s.cfg.Accounts.EndSessions(r.Context(), v.Actor, id, keep); err != nil {
		return err
	}
	return seeOther(w, r, flashed(adminPersonPath(id), "ended"))
}

func (s *Server) markLeft(w http.ResponseWriter, r *http.Request, v Visitor) error {
	id := growth.PersonID(r.PathValue("id"))
	if err := s.cfg.People.MarkLeft(r.Context(), v.Actor, id); err != nil {
		return err
	}
	return seeOther(w, r, flashed(adminPersonPath(id), "saved"))
}

func (s *Server) markBack(w http.ResponseWriter, r *http.Request, v Visitor) error {
	id := growth.PersonID(r.PathValue("id"))
	if err := s.cfg.People.MarkBack(r.Context(), v.Actor, id); err != nil {
		return err
	}
	return seeOther(w, r, flashed(adminPersonPath(id), "saved"))
}
