package impact

import (
	"io"

	"rung/internal/change"
	"rung/internal/wire"
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
		Schema: Schema, From: revision(h.From), To: revision(h.To), Base: wire.OrNull(h.Base), Fewest: Fewest, Roles: wire.Each(r.Roles, wireRoleOf),
		Scattered: figures(r.Scattered), Total: wireTotal{(*wireSum)(r.Total.Ratings), (*wireSum)(r.Total.Evidence)},
	}
	return wire.Write(w, "impact", out)
}

func wireRoleOf(r Role) wireRole {
	return wireRole{
		Role: r.ID, Title: r.Name, Statements: wire.Each(r.Statements, wireStatementOf),
		Fates: wire.Each(r.Fates, func(f FateFigures) wireFate { return wireFate{string(f.Fate), figures(f.Figures)} }),
	}
}

func wireStatementOf(s Statement) wireStatement {
	return wireStatement{
		ID: string(s.ID), Change: string(s.Kind), Fate: wire.OrNull(string(s.Becomes.Fate)), Degree: string(s.Becomes.Degree),
		Signs: wire.Each(s.Becomes.Signs, change.Sign.String), Others: wire.Strings(s.Others), Before: s.Becomes.Given, Now: now(s.Statement),
	}
}

func figures(f Figures) wireFigures {
	return wireFigures{(*wireFigure)(f.Ratings), (*wireFigure)(f.Evidence)}
}

func revision(r change.Revision) wireRevision { return wireRevision{r.ID, wire.Time(r.Time)} }
