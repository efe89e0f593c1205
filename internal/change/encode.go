package change

import (
	"io"

	"rung/internal/wire"
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
		Schema: Schema, From: wireRevisionOf(r.From), To: wireRevisionOf(r.To), Base: wire.OrNull(r.Base), Kept: r.Kept,
		Version: wireVersionOf(r.Version),
		Tracks:  wire.Each(r.Tracks, func(t Track) wireTrack { return wireTrack{string(t.Kind), t.Before, wire.Strings(t.Now)} }),
		Roles: wire.Each(r.Roles, func(x Role) wireRole {
			return wireRole{string(x.Kind), refs(x.Before), refs(x.Now), wire.Strings(x.Carried), wire.Strings(x.Confirm)}
		}),
		Statements: wire.Each(r.Statements, wireStatementOf),
		Details: wire.Each(r.Details, func(d Detail) wireDetail {
			return wireDetail{string(d.Kind), string(d.Role.ID), string(d.Statement), d.Name, d.Before, d.Now}
		}),
	}
	return wire.Write(w, "changes", out)
}

// EncodeVersion writes the version alone, under the schema "rung.version/1".
func EncodeVersion(w io.Writer, v Version) error {
	return wire.Write(w, "changes", struct {
		Schema string `json:"schema"`
		wireVersion
	}{"rung.version/1", wireVersionOf(v)})
}

func wireVersionOf(v Version) wireVersion {
	return wireVersion{v.Step.String(), wire.Each(v.Reasons, func(r Reason) wireReason {
		return wireReason{r.Step.String(), r.Why, string(r.Role.ID), string(r.Statement), r.Before, r.Now}
	})}
}

func wireRevisionOf(r Revision) wireRevision { return wireRevision{r.ID, wire.Time(r.Time)} }

func wireStatementOf(s Statement) wireStatement {
	return wireStatement{
		ID: string(s.ID), Change: string(s.Kind), Degree: string(s.Degree), Signs: wire.Each(s.Signs, Sign.String),
		Confirm: s.Confirm, Others: wire.Strings(s.Others), Before: wirePlaceOf(s.Before), Now: wirePlaceOf(s.Now),
	}
}

func wirePlaceOf(p *Place) *wirePlace {
	if p == nil {
		return nil
	}
	return &wirePlace{string(p.Role), string(p.Area), p.Path, p.Text}
}

func refs(in []RoleRef) []string {
	return wire.Each(in, func(r RoleRef) string { return string(r.ID) })
}
