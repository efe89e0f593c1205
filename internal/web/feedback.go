package web

import (
	"net/http"

	"rung/internal/fault"
	"rung/internal/feedback"
	"rung/internal/growth"
	page "rung/internal/pages/feedback"
	"rung/internal/pages/shared"
)

const feedbackPath = mePath + "/feedback"

func (s *Server) showFeedback(w http.ResponseWriter, r *http.Request, v Visitor) error {
	onMe, err := s.cfg.Feedback.OnMe(r.Context(), v.Actor)
	if err != nil {
		return err
	}
	byMe, err := s.cfg.Feedback.ByMe(r.Context(), v.Actor)
	if err != nil {
		return err
	}
	_, frame, err := s.edition(r, v)
	if err != nil {
		return err
	}
	p := page.Page{Frame: frame, Give: feedbackPath + "/give"}
	p.Title = "Feedback"
	for _, f := range onMe {
		p.OnMe = append(p.OnMe, s.said(r, f, f.Author, f.AuthorName, frame.Links))
	}
	for _, f := range byMe {
		p.ByMe = append(p.ByMe, s.said(r, f, f.Subject, f.SubjectName, frame.Links))
	}
	return s.render(w, r, v, page.View(p))
}

func (s *Server) said(r *http.Request, f feedback.Said, other growth.PersonID, name string, links shared.Links) page.Said {
	out := page.Said{
		Other: shared.Person{Name: name, URL: personPath(other)}, Text: f.Text, Tone: string(f.Tone),
		Shared: f.Visible == growth.ToManager, At: f.At,
	}
	if f.Statement != "" {
		if ref, ok := s.statementRef(r.Context(), f.Statement, links); ok {
			out.Statement = &ref
		}
	}
	return out
}

func (s *Server) showGive(w http.ResponseWriter, r *http.Request, v Visitor) error {
	return s.givePage(w, r, v, page.Draft{Subject: r.URL.Query().Get("for")}, nil)
}

func (s *Server) givePage(w http.ResponseWriter, r *http.Request, v Visitor, d page.Draft, wrong []fault.Field) error {
	list, err := s.cfg.People.Directory(r.Context(), v.Actor, "")
	if err != nil {
		return err
	}
	_, frame, err := s.edition(r, v)
	if err != nil {
		return err
	}
	d.People = []shared.Choice{{Label: "Choose somebody"}}
	for _, c := range list {
		if c.ID != v.Actor.Person {
			d.People = append(d.People, shared.Choice{Value: string(c.ID), Label: c.Name, Chosen: string(c.ID) == d.Subject})
		}
	}
	p := page.GivePage{Frame: frame, Action: feedbackPath + "/give"}
	p.Title = "Give feedback"
	p.Fields, p.Rest = page.Fields(d, wrong)
	return s.renderStatus(w, r, v, statusOf(wrong), page.GiveView(p))
}

func (s *Server) takeGive(w http.ResponseWriter, r *http.Request, v Visitor) error {
	values, err := form(r)
	if err != nil {
		return err
	}
	d := page.Draft{Subject: values.Get("subject"), Tone: values.Get("tone"), Text: values.Get("text"), Visible: values.Get("visible")}
	if d.Subject == "" {
		return s.givePage(w, r, v, d, []fault.Field{{Name: "subject", Message: "Choose whom it is for."}})
	}
	_, err = s.cfg.Feedback.Give(r.Context(), v.Actor, feedback.Input{
		Subject: growth.PersonID(d.Subject), Tone: growth.Tone(d.Tone), Text: d.Text, Visible: growth.Visibility(d.Visible),
	})
	if wrong, rest := formFault(err); err != nil {
		if rest != nil {
			return rest
		}
		return s.givePage(w, r, v, d, wrong)
	}
	return seeOther(w, r, flashed(feedbackPath, "given-feedback"))
}
