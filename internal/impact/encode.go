package impact

import (
	"encoding/json"
	"fmt"
	"io"
	"time"

	"rung/internal/change"
)

// Schema is the name and number of the format that Encode writes.
const Schema = "rung.impact/1"

type (
	wireReport struct {
		Schema    string       `json:"schema"`
		From      wireRevision `json:"from"`
		To        wireRevision `json:"to"`
		Base      *string      `json:"base"`         // where the lines part; null: at from
		Fewest    int          `json:"fewestPeople"` // null stands for a figure of fewer
		Roles     []wireRole   `json:"roles"`
		Scattered wireFigures  `json:"scattered"`
		Total     wireTotal    `json:"total"`
	}
	wireRevision struct {
		Commit string  `json:"commit"`
		Time   *string `json:"time"`
	}
	wireRole struct {
		Role       string          `json:"role"`
		Title      string          `json:"title"`
		Statements []wireStatement `json:"statements"`
		Fates      []wireFate      `json:"fates"`
	}
	wireStatement struct {
		ID     string   `json:"id"`
		Change string   `json:"change"`
		Fate   *string  `json:"fate"` // of a rating against the words before; null: there were none
		Degree string   `json:"degree,omitempty"`
		Signs  []string `json:"signs,omitempty"`
		Others []string `json:"others,omitempty"`
		Before *string  `json:"before"`
		Now    *string  `json:"now"`
	}
	wireFate struct {
		Fate string `json:"fate"`
		wireFigures
	}
	wireFigures struct {
		Ratings  *wireFigure `json:"ratings"`
		Evidence *wireFigure `json:"evidence"`
	}
	wireFigure struct {
		Count  int `json:"count"`
		People int `json:"people"`
	}
	wireTotal struct {
		Ratings  *wireSum `json:"ratings"`
		Evidence *wireSum `json:"evidence"`
	}
	wireSum struct {
		Count  int `json:"count"`
		People int `json:"peopleAtLeast"`
	}
)

// Encode writes the report as JSON of Schema. The same report gives the same
// bytes.
func Encode(w io.Writer, h Heading, r *Report) error {
	out := wireReport{
		Schema: Schema, From: revision(h.From), To: revision(h.To), Fewest: Fewest, Roles: []wireRole{},
		Scattered: figures(r.Scattered), Total: wireTotal{(*wireSum)(r.Total.Ratings), (*wireSum)(r.Total.Evidence)},
	}
	if h.Base != "" {
		out.Base = &h.Base
	}
	for _, role := range r.Roles {
		out.Roles = append(out.Roles, wireRoleOf(role))
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(out); err != nil {
		return fmt.Errorf("write impact: %w", err)
	}
	return nil
}

func wireRoleOf(r Role) wireRole {
	out := wireRole{Role: r.ID, Title: r.Name}
	for _, s := range r.Statements {
		out.Statements = append(out.Statements, wireStatementOf(s))
	}
	for _, f := range r.Fates {
		out.Fates = append(out.Fates, wireFate{string(f.Fate), figures(f.Figures)})
	}
	return out
}

func wireStatementOf(s Statement) wireStatement {
	out := wireStatement{ID: string(s.ID), Change: string(s.Kind), Degree: string(s.Becomes.Degree), Before: s.Becomes.Given, Now: now(s.Statement)}
	if s.Becomes.Fate != "" {
		fate := string(s.Becomes.Fate)
		out.Fate = &fate
	}
	for _, sign := range s.Becomes.Signs {
		out.Signs = append(out.Signs, sign.String())
	}
	for _, id := range s.Others {
		out.Others = append(out.Others, string(id))
	}
	return out
}

func figures(f Figures) wireFigures {
	return wireFigures{(*wireFigure)(f.Ratings), (*wireFigure)(f.Evidence)}
}

func revision(r change.Revision) wireRevision {
	if r.Time.IsZero() {
		return wireRevision{Commit: r.ID}
	}
	t := r.Time.UTC().Format(time.RFC3339)
	return wireRevision{r.ID, &t}
}
