package api

import (
	"context"
	"strings"
	"time"

	"rung/internal/authz"
	"rung/internal/evidence"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
)

type addEvidenceInput struct {
	Key  string `header:"Idempotency-Key" required:"true" maxLength:"200" doc:"your own id for it: the same key twice makes one piece of evidence"`
	Body NewEvidence
}

func addEvidence(s *Server, ctx context.Context, actor authz.Actor, in addEvidenceInput) (Evidence, error) {
	day, err := readDay("happened", in.Body.Happened)
	if err != nil {
		return Evidence{}, err
	}
	out, err := s.Evidence.Log(ctx, actor, evidence.Input{
		Key: in.Key, Happened: day, Kind: growth.Kind(in.Body.Kind), Text: in.Body.Text, With: in.Body.With, Link: in.Body.Link,
		Visible: growth.Visibility(in.Body.Visible), Statements: statementIDs(in.Body.Statements),
	})
	return writeEvidence(out), err
}

type listEvidenceInput struct {
	Limit     int    `query:"limit" minimum:"1" maximum:"200" doc:"how many on a page; 50 where it is left out"`
	After     string `query:"after" maxLength:"100" doc:"the next of the page before"`
	Statement string `query:"statement" maxLength:"100" doc:"only what supports this statement"`
}

// usualPage is how many pieces a page has where nobody says.
const usualPage = 50

func listEvidence(s *Server, ctx context.Context, actor authz.Actor, in listEvidenceInput) (EvidencePage, error) {
	filter := evidence.Filter{Statement: model.StatementID(in.Statement), Limit: in.Limit}
	if filter.Limit == 0 {
		filter.Limit = usualPage
	}
	if in.After != "" {
		last, err := readCursor(in.After)
		if err != nil {
			return EvidencePage{}, err
		}
		filter.After = &last
	}
	list, err := s.Evidence.Own(ctx, actor, filter)
	if err != nil {
		return EvidencePage{}, err
	}
	page := EvidencePage{Items: make([]Evidence, 0, len(list))}
	for _, e := range list {
		page.Items = append(page.Items, writeEvidence(e))
	}
	if len(list) == filter.Limit {
		page.Next = writeCursor(list[len(list)-1])
	}
	return page, nil
}

// writeCursor names a place in the list: the day and the id of the last item.
func writeCursor(e growth.Evidence) string {
	return e.Happened.Format(time.DateOnly) + "." + string(e.ID)
}

func readCursor(text string) (growth.Evidence, error) {
	day, id, ok := strings.Cut(text, ".")
	happened, err := time.Parse(time.DateOnly, day)
	if err != nil || !ok || id == "" {
		var wrong fault.Fields
		wrong.Add("after", "is not the next of any page")
		return growth.Evidence{}, wrong.Err()
	}
	return growth.Evidence{Happened: happened, ID: growth.EvidenceID(id)}, nil
}

// readDay reads a day; "" is the zero time, which the use case has a word for.
func readDay(name, text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		var wrong fault.Fields
		wrong.Add(name, "is not a day, expected one as 2006-01-02")
		return time.Time{}, wrong.Err()
	}
	return day, nil
}

func statementIDs(list []string) []model.StatementID {
	out := make([]model.StatementID, len(list))
	for i, id := range list {
		out[i] = model.StatementID(id)
	}
	return out
}

func writeEvidence(e growth.Evidence) Evidence {
	out := Evidence{
		ID: string(e.ID), Happened: e.Happened.Format(time.DateOnly), Kind: string(e.Kind), Text: e.Text, With: e.With, Link: e.Link,
		Visible: string(e.Visible), Statements: []Statement{}, Created: e.CreatedAt.Format(time.RFC3339), Version: e.Version,
	}
	for _, r := range e.Statements {
		out.Statements = append(out.Statements, Statement{ID: string(r.Statement), Revision: r.Revision})
	}
	return out
}
