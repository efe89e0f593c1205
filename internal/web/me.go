package web

import (
	"net/http"
	"time"

	"rung/internal/evidence"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	evidencepage "rung/internal/pages/evidence"
	"rung/internal/pages/me"
	"rung/internal/pages/shared"
	"rung/internal/pages/standing"
	"rung/internal/people"
)

// What one's own page shows of long lists; each leads to the whole.
const (
	recentEvidence = 5
	recentFeedback = 3
	openPlan       = 5
)

func (s *Server) showMe(w http.ResponseWriter, r *http.Request, v Visitor) error {
	return s.mePage(w, r, v, evidencepage.NewDraft(s.cfg.Now()), nil)
}

// mePage writes one's own page, with what was typed into its box and what was
// wrong with it.
func (s *Server) mePage(w http.ResponseWriter, r *http.Request, v Visitor, draft evidencepage.Draft, wrong []fault.Field) error {
	_, frame, err := s.edition(r, v)
	if err != nil {
		return err
	}
	profile, err := s.cfg.People.Person(r.Context(), v.Actor, v.Actor.Person)
	if err != nil {
		return err
	}
	p := &me.Page{Frame: frame, Name: profile.Name, AllURL: evidenceListPath, PlanURL: planPath, SaidURL: feedbackPath}
	p.Title, p.Wide = "Me", true
	p.Box = evidencepage.NewForm(mePath, "Write it down", draft, wrong)
	p.Box.Key = s.cfg.NewID()
	steps := []func(*http.Request, Visitor, people.Profile, *me.Page) error{s.meRoles, s.meNews, s.meStanding, s.meEvidence, s.mePlan, s.meSaid}
	for _, step := range steps {
		if err := step(r, v, profile, p); err != nil {
			return err
		}
	}
	return s.renderStatus(w, r, v, statusOf(wrong), me.View(*p))
}

// meRoles fills in the role held and the roles wanted.
func (s *Server) meRoles(r *http.Request, _ Visitor, profile people.Profile, p *me.Page) error {
	links := p.Links
	var held model.RoleID
	if roles := profile.Roles; roles != nil && roles.Held != nil {
		held = roles.Held.Role
		ref, gone, err := s.roleRef(r.Context(), held, links)
		if err != nil && fault.KindOf(err) != fault.NotFound {
			return err
		}
		if err != nil {
			ref, gone = shared.Ref{Label: roles.Held.RoleTitle}, true
		}
		p.Held = &me.Held{Role: ref, Since: roles.Held.Since, Maturity: roles.Held.Maturity, Gone: gone}
	}
	for _, aim := range profile.Aims {
		ref, gone, err := s.roleRef(r.Context(), aim.Role, links)
		if err != nil {
			continue // the ladder never had it; nothing can be said
		}
		a := me.Aim{Role: ref, RoleID: string(aim.Role), Shared: aim.Visible == growth.ToManager}
		if held != "" && !gone {
			a.Compare = links.Compare(held, aim.Role)
		}
		p.Aims = append(p.Aims, a)
	}
	f, _ := s.cfg.Ladder.Latest()
	p.AimForm = me.AimForm{
		Action: mePath + "/aims", Remove: mePath + "/aims/remove",
		Roles: shared.Field{Kind: shared.SelectField, Name: "role", Label: "The role I want", Choices: roleChoices(f), Required: true},
		Who:   shared.Field{Kind: shared.RadioField, Name: "aim-visible", Label: "Who may know", Choices: evidencepage.VisibleChoices("")},
	}
	return nil
}

// meNews fills in what changes of the ladder did to what was said of her.
func (s *Server) meNews(r *http.Request, v Visitor, profile people.Profile, p *me.Page) error {
	var err error
	p.News, err = s.newsOf(r, v, profile, p.Links)
	return err
}

// meStanding fills in how she stands against the role that is asked for.
func (s *Server) meStanding(r *http.Request, v Visitor, profile people.Profile, p *me.Page) error {
	list := wantedRoles(profile)
	role := chosenRole(r, list)
	if role == "" {
		return nil
	}
	for i, id := range list {
		ref, _, err := s.roleRef(r.Context(), id, p.Links)
		if err != nil {
			continue
		}
		label := "As " + ref.Label
		if i > 0 {
			label = "Towards " + ref.Label
		}
		p.Views = append(p.Views, me.Against{Label: label, URL: withRole(mePath, id), Current: id == role})
	}
	st, err := s.cfg.Ratings.Standing(r.Context(), v.Actor, v.Actor.Person, role)
	if err != nil {
		return err
	}
	name, err := s.names(r, v)
	if err != nil {
		return err
	}
	board := standing.Build(s.board(v, st, p.Links, name))
	p.Board = &board
	p.Rate = withRole(mePath+"/rate", role)
	p.Beside = withRole(mePath+"/side-by-side", role)
	p.Share = &me.Share{Action: mePath + "/share", Role: string(role), Open: unshared(st, v.Actor.Person), Manager: profile.ManagerName}
	return nil
}

// meEvidence fills in what happened lately and the strip of the year.
func (s *Server) meEvidence(r *http.Request, v Visitor, profile people.Profile, p *me.Page) error {
	now := s.cfg.Now()
	list, err := s.cfg.Evidence.Own(r.Context(), v.Actor, evidence.Filter{Since: now.AddDate(-1, 0, 0)})
	if err != nil {
		return err
	}
	for i, e := range list {
		if i == recentEvidence {
			break
		}
		p.Recent = append(p.Recent, s.evidenceItem(r, e, p.Links))
	}
	var statements []growth.Listed
	if role := chosenRole(r, wantedRoles(profile)); role != "" {
		found, _, err := s.cfg.Ladder.Role(r.Context(), role)
		if err != nil {
			return err
		}
		f, _ := s.cfg.Ladder.Latest()
		statements = growth.Statements(f, found)
	}
	p.Strip = me.NewStrip(list, statements, now)
	return nil
}

func (s *Server) mePlan(r *http.Request, v Visitor, _ people.Profile, p *me.Page) error {
	items, err := s.cfg.Plans.Own(r.Context(), v.Actor)
	if err != nil {
		return err
	}
	for _, i := range items {
		if i.DoneAt.IsZero() && len(p.Plan) < openPlan {
			p.Plan = append(p.Plan, me.PlanLine{Action: i.Action, Due: i.Due})
		}
	}
	return nil
}

func (s *Server) meSaid(r *http.Request, v Visitor, _ people.Profile, p *me.Page) error {
	list, err := s.cfg.Feedback.OnMe(r.Context(), v.Actor)
	if err != nil {
		return err
	}
	for i, said := range list {
		if i == recentFeedback {
			break
		}
		p.Said = append(p.Said, me.Said{From: said.AuthorName, Text: said.Text, At: said.At, Tone: string(said.Tone)})
	}
	return nil
}

// logEvidence takes the box of one's own page.
func (s *Server) logEvidence(w http.ResponseWriter, r *http.Request, v Visitor) error {
	values, err := form(r)
	if err != nil {
		return err
	}
	draft, in := evidenceInput(values)
	in.Key = values.Get("key")
	e, err := s.cfg.Evidence.Log(r.Context(), v.Actor, in)
	if wrong, rest := formFault(err); err != nil {
		if rest != nil {
			return rest
		}
		return s.mePage(w, r, v, draft, wrong)
	}
	return seeOther(w, r, flashed(evidencePath(e.ID), "logged"))
}

func (s *Server) keepAim(w http.ResponseWriter, r *http.Request, v Visitor) error {
	values, err := form(r)
	if err != nil {
		return err
	}
	role := model.RoleID(values.Get("role"))
	if _, err := s.cfg.People.Aim(r.Context(), v.Actor, role, growth.Visibility(values.Get("aim-visible"))); err != nil {
		return err
	}
	return seeOther(w, r, withRole(mePath, role)+"#standing")
}

func (s *Server) dropAim(w http.ResponseWriter, r *http.Request, v Visitor) error {
	values, err := form(r)
	if err != nil {
		return err
	}
	if err := s.cfg.People.DropAim(r.Context(), v.Actor, model.RoleID(values.Get("role"))); err != nil {
		return err
	}
	return seeOther(w, r, flashed(mePath, "saved"))
}

func (s *Server) shareOwn(w http.ResponseWriter, r *http.Request, v Visitor) error {
	values, err := form(r)
	if err != nil {
		return err
	}
	role := model.RoleID(values.Get("role"))
	if _, err := s.cfg.Ratings.Share(r.Context(), v.Actor, v.Actor.Person, role); err != nil {
		return err
	}
	return seeOther(w, r, withRole(mePath, role)+"&done=shared")
}

// today is the day it is, in UTC.
func (s *Server) today() time.Time { return s.cfg.Now().UTC().Truncate(24 * time.Hour) }
