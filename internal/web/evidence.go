package web

import (
	"net/http"
	"net/url"
	"strconv"

	"rung/internal/evidence"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	page "rung/internal/pages/evidence"
	"rung/internal/pages/shared"
)

const evidenceListPath = mePath + "/evidence"

func evidencePath(id growth.EvidenceID) string {
	return evidenceListPath + "/" + url.PathEscape(string(id))
}

// evidencePage is how many pieces a page of the list has.
const evidencePage = 50

func (s *Server) showEvidence(w http.ResponseWriter, r *http.Request, v Visitor) error {
	_, frame, err := s.edition(r, v)
	if err != nil {
		return err
	}
	filter := evidence.Filter{Limit: evidencePage, Statement: model.StatementID(r.URL.Query().Get("statement"))}
	if after := r.URL.Query().Get("after"); after != "" {
		last, err := s.cfg.Evidence.One(r.Context(), v.Actor, growth.EvidenceID(after))
		if err == nil && last.Owner != v.Actor.Person {
			err = noSuchEvidence()
		}
		if err != nil {
			return err
		}
		filter.After = &last
	}
	list, err := s.cfg.Evidence.Own(r.Context(), v.Actor, filter)
	if err != nil {
		return err
	}
	p := page.Page{Frame: frame, Box: page.NewForm(mePath, "Write it down", page.NewDraft(s.cfg.Now()), nil)}
	p.Title = "What happened"
	p.Box.Key = s.cfg.NewID()
	if filter.Statement != "" {
		if ref, ok := s.statementRef(r.Context(), filter.Statement, frame.Links); ok {
			p.Filter = &ref
		}
	}
	var items []page.Item
	for _, e := range list {
		items = append(items, s.evidenceItem(r, e, frame.Links))
	}
	p.Months = page.Group(items)
	if len(list) == evidencePage {
		q := url.Values{"after": {string(list[len(list)-1].ID)}}
		if filter.Statement != "" {
			q.Set("statement", string(filter.Statement))
		}
		p.Older = evidenceListPath + "?" + q.Encode()
	}
	return s.render(w, r, v, page.View(p))
}

// evidenceItem is a piece of the visitor's own evidence, ready to be written.
func (s *Server) evidenceItem(r *http.Request, e growth.Evidence, links shared.Links) page.Item {
	return page.NewItem(e, evidencePath(e.ID), func(ref growth.StatementRef) (shared.Ref, bool) {
		return s.statementRef(r.Context(), ref.Statement, links)
	})
}

// evidenceInput returns what was typed into a form for evidence.
func evidenceInput(values url.Values) (page.Draft, evidence.Input) {
	d := page.Draft{
		Text: values.Get("text"), Happened: values.Get("happened"), Kind: values.Get("kind"), With: values.Get("with"),
		Link: values.Get("link"), Visible: values.Get("visible"), Statements: map[string]bool{},
	}
	in := evidence.Input{
		Happened: day(d.Happened), Kind: growth.Kind(d.Kind), Text: d.Text, With: d.With, Link: d.Link, Visible: growth.Visibility(d.Visible),
	}
	for _, id := range values["statement"] {
		d.Statements[id] = true
		in.Statements = append(in.Statements, model.StatementID(id))
	}
	return d, in
}

func (s *Server) showEvidenceItem(w http.ResponseWriter, r *http.Request, v Visitor) error {
	e, err := s.ownEvidence(r, v)
	if err != nil {
		return err
	}
	return s.evidenceForm(w, r, v, e, page.DraftOf(e), e.Version, nil)
}

// ownEvidence returns the piece of the visitor's own evidence that the address
// names. What a report shared with her is not hers to change.
func (s *Server) ownEvidence(r *http.Request, v Visitor) (growth.Evidence, error) {
	e, err := s.cfg.Evidence.One(r.Context(), v.Actor, growth.EvidenceID(r.PathValue("id")))
	if err == nil && e.Owner != v.Actor.Person {
		err = noSuchEvidence()
	}
	return e, err
}

func noSuchEvidence() error { return fault.New(fault.NotFound, "There is no such evidence.") }

func (s *Server) evidenceForm(w http.ResponseWriter, r *http.Request, v Visitor, e growth.Evidence, d page.Draft, seen int64, wrong []fault.Field) error {
	_, frame, err := s.edition(r, v)
	if err != nil {
		return err
	}
	p := page.EditPage{Frame: frame, Back: evidenceListPath, Delete: evidencePath(e.ID) + "/delete"}
	p.Title = "Change evidence"
	p.Form = page.NewForm(evidencePath(e.ID), "Save", d, wrong)
	p.Form.Version = strconv.FormatInt(seen, 10)
	if p.Form.Choices, err = s.statementChoices(r, v, e, d.Statements, frame.Links); err != nil {
		return err
	}
	return s.renderStatus(w, r, v, statusOf(wrong), page.EditView(p))
}

// statementChoices returns the statements that a piece of evidence may
// support: those of the roles held and wanted, and those it supports already.
func (s *Server) statementChoices(r *http.Request, v Visitor, e growth.Evidence, chosen map[string]bool, links shared.Links) ([]page.Choices, error) {
	profile, err := s.cfg.People.Person(r.Context(), v.Actor, v.Actor.Person)
	if err != nil {
		return nil, err
	}
	f, _ := s.cfg.Ladder.Latest()
	offered := map[string]bool{}
	var out []page.Choices
	for _, id := range wantedRoles(profile) {
		role, _, err := s.cfg.Ladder.Role(r.Context(), id)
		if err != nil {
			continue // a role that nobody knows has no statements
		}
		c := page.Choices{Role: role.Name()}
		for _, l := range growth.Statements(f, role) {
			value := string(l.Statement.ID)
			if l.Statement.Derived || offered[value] {
				continue
			}
			offered[value] = true
			if n := len(c.Areas); n == 0 || c.Areas[n-1].Title != l.Area.Title {
				c.Areas = append(c.Areas, page.ChoiceArea{Title: l.Area.Title})
			}
			last := &c.Areas[len(c.Areas)-1]
			last.Statements = append(last.Statements, shared.Choice{Value: value, Label: l.Statement.Text, Chosen: chosen[value]})
		}
		if len(c.Areas) > 0 {
			out = append(out, c)
		}
	}
	return append(out, s.linkedBefore(r, e, chosen, offered, links)...), nil
}

// linkedBefore offers the statements that e supports and no role of hers has
// any more, so that saving the form does not lose them.
func (s *Server) linkedBefore(r *http.Request, e growth.Evidence, chosen, offered map[string]bool, links shared.Links) []page.Choices {
	var area page.ChoiceArea
	for _, ref := range e.Statements {
		value := string(ref.Statement)
		if offered[value] {
			continue
		}
		label := "A statement that nobody knows any more"
		if known, ok := s.statementRef(r.Context(), ref.Statement, links); ok {
			label = known.Label
		}
		area.Statements = append(area.Statements, shared.Choice{Value: value, Label: label, Chosen: chosen[value]})
	}
	if len(area.Statements) == 0 {
		return nil
	}
	area.Title = "Linked before"
	return []page.Choices{{Role: "Other roles", Areas: []page.ChoiceArea{area}}}
}

func (s *Server) changeEvidence(w http.ResponseWriter, r *http.Request, v Visitor) error {
	e, err := s.ownEvidence(r, v)
	if err != nil {
		return err
	}
	values, err := form(r)
	if err != nil {
		return err
	}
	d, in := evidenceInput(values)
	seen := version(values.Get("version"))
	_, err = s.cfg.Evidence.Change(r.Context(), v.Actor, e.ID, seen, in)
	if wrong, rest := formFault(err); err != nil {
		if rest != nil {
			return rest
		}
		return s.evidenceForm(w, r, v, e, d, e.Version, wrong)
	}
	return seeOther(w, r, flashed(evidenceListPath, "saved")+"#e-"+string(e.ID))
}

func (s *Server) deleteEvidence(w http.ResponseWriter, r *http.Request, v Visitor) error {
	e, err := s.ownEvidence(r, v)
	if err != nil {
		return err
	}
	if err := s.cfg.Evidence.Delete(r.Context(), v.Actor, e.ID); err != nil {
		return err
	}
	return seeOther(w, r, flashed(evidenceListPath, "deleted"))
}
