package web

import (
	"net/http"
	"net/url"
	"strconv"
	"time"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/pages/plan"
	"rung/internal/pages/shared"
	"rung/internal/plans"
)

const planPath = mePath + "/plan"

func (s *Server) showPlan(w http.ResponseWriter, r *http.Request, v Visitor) error {
	items, err := s.cfg.Plans.Own(r.Context(), v.Actor)
	if err != nil {
		return err
	}
	draft := plan.Draft{Statement: r.URL.Query().Get("statement")}
	id := growth.PlanItemID(r.URL.Query().Get("change"))
	seen := int64(0)
	for _, i := range items {
		if i.ID == id {
			draft, seen = planDraft(i), i.Version
		}
	}
	if id != "" && seen == 0 {
		return fault.New(fault.NotFound, "There is no such item.")
	}
	return s.planPage(w, r, v, items, draft, id, seen, nil)
}

func planDraft(i growth.PlanItem) plan.Draft {
	d := plan.Draft{Action: i.Action, Statement: string(i.Statement), Helper: i.Helper, Visible: string(i.Visible)}
	if !i.Due.IsZero() {
		d.Due = i.Due.UTC().Format(time.DateOnly)
	}
	return d
}

func (s *Server) planPage(w http.ResponseWriter, r *http.Request, v Visitor, items []growth.PlanItem, d plan.Draft, editing growth.PlanItemID, seen int64, wrong []fault.Field) error {
	_, frame, err := s.edition(r, v)
	if err != nil {
		return err
	}
	p := plan.Page{Frame: frame, Action: planPath, Button: "Add to the plan"}
	p.Title = "My plan"
	if editing != "" {
		p.Button, p.Editing, p.Version, p.Cancel = "Save", string(editing), strconv.FormatInt(seen, 10), planPath
	}
	if d.Statements, err = s.planStatements(r, v, d.Statement, frame.Links); err != nil {
		return err
	}
	p.Fields, p.Rest = plan.Fields(d, wrong)
	for _, i := range items {
		item := s.planItem(r, i, frame.Links)
		if i.DoneAt.IsZero() {
			p.Open = append(p.Open, item)
		} else {
			p.Done = append(p.Done, item)
		}
	}
	return s.renderStatus(w, r, v, statusOf(wrong), plan.View(p))
}

func (s *Server) planItem(r *http.Request, i growth.PlanItem, links shared.Links) plan.Item {
	out := plan.Item{
		ID: string(i.ID), Version: strconv.FormatInt(i.Version, 10), Action: i.Action, Helper: i.Helper, Due: i.Due,
		Late: i.DoneAt.IsZero() && !i.Due.IsZero() && i.Due.Before(s.today()), DoneAt: i.DoneAt, Shared: i.Visible == growth.ToManager,
		Edit: planPath + "?" + url.Values{"change": {string(i.ID)}}.Encode() + "#plan-form",
	}
	if i.Statement != "" {
		if ref, ok := s.statementRef(r.Context(), i.Statement, links); ok {
			out.Statement = &ref
		}
	}
	return out
}

// planStatements offers the statements of the roles held and wanted.
func (s *Server) planStatements(r *http.Request, v Visitor, chosen string, links shared.Links) ([]shared.Choice, error) {
	picked := map[string]bool{}
	var before growth.Evidence
	if chosen != "" {
		picked[chosen] = true
		before.Statements = []growth.StatementRef{{Statement: model.StatementID(chosen)}}
	}
	list, err := s.statementChoices(r, v, before, picked, links)
	if err != nil {
		return nil, err
	}
	out := []shared.Choice{{Label: "None in particular"}}
	for _, role := range list {
		for _, a := range role.Areas {
			for _, c := range a.Statements {
				c.Label = a.Title + ": " + c.Label
				out = append(out, c)
			}
		}
	}
	return out, nil
}

func (s *Server) takePlan(w http.ResponseWriter, r *http.Request, v Visitor) error {
	values, err := form(r)
	if err != nil {
		return err
	}
	d := plan.Draft{
		Action: values.Get("action"), Statement: values.Get("statement"), Helper: values.Get("helper"),
		Due: values.Get("due"), Visible: values.Get("visible"),
	}
	in := plans.Input{
		Statement: model.StatementID(d.Statement), Action: d.Action, Helper: d.Helper, Due: day(d.Due), Visible: growth.Visibility(d.Visible),
	}
	id, seen := growth.PlanItemID(values.Get("id")), version(values.Get("version"))
	if id == "" {
		_, err = s.cfg.Plans.Add(r.Context(), v.Actor, in)
	} else {
		_, err = s.cfg.Plans.Change(r.Context(), v.Actor, id, seen, in)
	}
	if wrong, rest := formFault(err); err != nil {
		if rest != nil {
			return rest
		}
		items, err := s.cfg.Plans.Own(r.Context(), v.Actor)
		if err != nil {
			return err
		}
		return s.planPage(w, r, v, items, d, id, seen, wrong)
	}
	return seeOther(w, r, flashed(planPath, "saved"))
}

func (s *Server) finishPlan(w http.ResponseWriter, r *http.Request, v Visitor) error {
	values, err := form(r)
	if err != nil {
		return err
	}
	move := s.cfg.Plans.Finish
	if values.Get("done") == "no" {
		move = s.cfg.Plans.Reopen
	}
	if _, err := move(r.Context(), v.Actor, growth.PlanItemID(values.Get("id"))); err != nil {
		return err
	}
	return seeOther(w, r, flashed(planPath, "saved"))
}

func (s *Server) removePlan(w http.ResponseWriter, r *http.Request, v Visitor) error {
	values, err := form(r)
	if err != nil {
		return err
	}
	if err := s.cfg.Plans.Remove(r.Context(), v.Actor, growth.PlanItemID(values.Get("id"))); err != nil {
		return err
	}
	return seeOther(w, r, flashed(planPath, "saved"))
}
