package change

import (
	"encoding/json"
	"fmt"
	"io"
	"time"
)

// Schema is the name and number of the format that Encode writes.
const Schema = "rung.changes/1"

type (
	wireReport struct {
		Schema     string          `json:"schema"`
		From       wireRevision    `json:"from"`
		To         wireRevision    `json:"to"`
		Base       *string         `json:"base"` // where the lines part; null: at from
		Version    wireVersion     `json:"version"`
		Kept       int             `json:"kept"`
		Tracks     []wireTrack     `json:"tracks"`
		Roles      []wireRole      `json:"roles"`
		Statements []wireStatement `json:"statements"`
		Details    []wireDetail    `json:"details"`
	}
	wireRevision struct {
		Commit string  `json:"commit"`
		Time   *string `json:"time"`
	}
	wireVersion struct {
		Step    string       `json:"step"`
		Reasons []wireReason `json:"reasons"`
	}
	wireReason struct {
		Step      string `json:"step"`
		Why       string `json:"why"`
		Role      string `json:"role"`
		Statement string `json:"statement,omitempty"`
		Before    string `json:"before,omitempty"`
		Now       string `json:"now,omitempty"`
	}
	wireTrack struct {
		Kind   string   `json:"kind"`
		Before string   `json:"before,omitempty"`
		Now    []string `json:"now"`
	}
	wireRole struct {
		Kind    string   `json:"kind"`
		Before  []string `json:"before"`
		Now     []string `json:"now"`
		Carried []string `json:"carried"`
		Confirm []string `json:"confirm"`
	}
	wireStatement struct {
		ID      string     `json:"id"`
		Change  string     `json:"change"`
		Degree  string     `json:"degree,omitempty"`
		Signs   []string   `json:"signs,omitempty"`
		Confirm bool       `json:"confirm"`
		Others  []string   `json:"others,omitempty"`
		Before  *wirePlace `json:"before"`
		Now     *wirePlace `json:"now"`
	}
	wirePlace struct {
		Role string `json:"role"`
		Area string `json:"area"`
		Path string `json:"path"`
		Text string `json:"text"`
	}
	wireDetail struct {
		Kind      string `json:"kind"`
		Role      string `json:"role"`
		Statement string `json:"statement,omitempty"`
		Name      string `json:"name,omitempty"`
		Before    string `json:"before,omitempty"`
		Now       string `json:"now,omitempty"`
	}
)

// Encode writes the report as JSON of Schema. The same report gives the same
// bytes.
func Encode(w io.Writer, r *Report) error {
	out := wireReport{
		Schema: Schema, From: wireRevisionOf(r.From), To: wireRevisionOf(r.To), Kept: r.Kept,
		Version: wireVersionOf(r.Version),
		Tracks:  each(r.Tracks, func(t Track) wireTrack { return wireTrack{string(t.Kind), t.Before, list(t.Now)} }),
		Roles: each(r.Roles, func(x Role) wireRole {
			return wireRole{string(x.Kind), refs(x.Before), refs(x.Now), list(x.Carried), list(x.Confirm)}
		}),
		Statements: each(r.Statements, wireStatementOf),
		Details: each(r.Details, func(d Detail) wireDetail {
			return wireDetail{string(d.Kind), string(d.Role.ID), string(d.Statement), d.Name, d.Before, d.Now}
		}),
	}
	if r.Base != "" {
		out.Base = &r.Base
	}
	return writeJSON(w, out)
}

// EncodeVersion writes the version alone, under the schema "rung.version/1".
func EncodeVersion(w io.Writer, v Version) error {
	return writeJSON(w, struct {
		Schema string `json:"schema"`
		wireVersion
	}{"rung.version/1", wireVersionOf(v)})
}

func wireVersionOf(v Version) wireVersion {
	return wireVersion{v.Step.String(), each(v.Reasons, func(r Reason) wireReason {
		return wireReason{r.Step.String(), r.Why, string(r.Role.ID), string(r.Statement), r.Before, r.Now}
	})}
}

func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("write changes: %w", err)
	}
	return nil
}

func wireRevisionOf(r Revision) wireRevision {
	if r.Time.IsZero() {
		return wireRevision{Commit: r.ID}
	}
	t := r.Time.UTC().Format(time.RFC3339)
	return wireRevision{r.ID, &t}
}

func wireStatementOf(s Statement) wireStatement {
	return wireStatement{
		ID: string(s.ID), Change: string(s.Kind), Degree: string(s.Degree), Signs: each(s.Signs, Sign.String),
		Confirm: s.Confirm, Others: list(s.Others), Before: wirePlaceOf(s.Before), Now: wirePlaceOf(s.Now),
	}
}

func wirePlaceOf(p *Place) *wirePlace {
	if p == nil {
		return nil
	}
	return &wirePlace{string(p.Role), string(p.Area), p.Path, p.Text}
}

func refs(in []RoleRef) []string { return each(in, func(r RoleRef) string { return string(r.ID) }) }

func list[T ~string](in []T) []string { return each(in, func(s T) string { return string(s) }) }

// each returns f of each, never nil.
func each[A, B any](in []A, f func(A) B) []B {
	out := make([]B, 0, len(in))
	for _, v := range in {
		out = append(out, f(v))
	}
	return out
}
