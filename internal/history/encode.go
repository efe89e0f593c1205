package history

import (
	"io"
	"time"

	"rung/internal/compile"
	"rung/internal/lineage"
	"rung/internal/source"
	"rung/internal/wire"
)

// Schema is the name and number of the format that Encode writes.
const Schema = "rung.history/1"

type (
	wireHistory struct {
		Schema     string          `json:"schema"`
		Revisions  []wireRevision  `json:"revisions"`
		Statements []wireStatement `json:"statements"`
	}
	wireRevision struct {
		Commit string `json:"commit"`
		Time   string `json:"time"`
	}
	wireStatement struct {
		ID       string        `json:"id"`
		Wordings []wireWording `json:"wordings"`
	}
	wireWording struct {
		From      string   `json:"from"`
		To        *string  `json:"to"` // null: it still stands
		Role      string   `json:"role"`
		Area      string   `json:"area"`
		Path      string   `json:"path"`
		Text      string   `json:"text"`
		Change    string   `json:"change"`
		Certainty string   `json:"certainty"`
		Others    []string `json:"others,omitempty"` // statements that have a part in the change
	}
	wireAt struct {
		Commit     string      `json:"commit"`
		Statements []wirePlace `json:"statements"`
	}
	wirePlace struct {
		ID   string `json:"id"`
		Role string `json:"role"`
		Area string `json:"area"`
		Path string `json:"path"`
		Line int    `json:"line"`
		Text string `json:"text"`
	}
)

// Encode writes the line as JSON of Schema, statements in the order in which
// they came. The same line gives the same bytes.
func Encode(w io.Writer, l *Line) error {
	out := wireHistory{Schema: Schema, Revisions: []wireRevision{}, Statements: []wireStatement{}}
	for _, r := range l.Revisions {
		out.Revisions = append(out.Revisions, wireRevision{Commit: r.ID, Time: r.Time.UTC().Format(time.RFC3339)})
	}
	for _, life := range l.Lives {
		out.Statements = append(out.Statements, l.statement(life))
	}
	return wire.Write(w, "history", out)
}

func (l *Line) statement(life lineage.Life) wireStatement {
	s := wireStatement{ID: string(life.ID), Wordings: make([]wireWording, len(life.Wordings))}
	for i, p := range life.Wordings {
		s.Wordings[i] = l.wording(p)
	}
	return s
}

// Wire returns one life as it stands in the JSON of Encode, under the schema
// "rung.life/1".
func (l *Line) Wire(life lineage.Life) any {
	return struct {
		Schema string `json:"schema"`
		wireStatement
	}{"rung.life/1", l.statement(life)}
}

func (l *Line) wording(p lineage.Period) wireWording {
	out := wireWording{
		From: l.Revisions[p.From].ID, Role: string(p.Wording.Role), Area: string(p.Wording.Area), Path: p.Wording.Path, Text: p.Wording.Text,
		Change: string(p.Change), Certainty: string(p.Certainty), Others: wire.Strings(p.Others),
	}
	if p.To != lineage.Open {
		out.To = &l.Revisions[p.To].ID
	}
	return out
}

// EncodeAt writes the statements of one revision with the lines on which they
// stand, in reading order.
func EncodeAt(w io.Writer, r *compile.Result) error {
	out := wireAt{Commit: r.Framework.Revision, Statements: []wirePlace{}}
	for _, p := range r.Framework.Places() {
		at := p.Statement.At
		if at.Path == "" {
			at.Path = p.Role.Path()
		}
		out.Statements = append(out.Statements, wirePlace{
			ID: string(p.Statement.ID), Role: string(p.Role.ID), Area: string(p.Area.ID), Path: at.Path, Line: lineOf(r.Sources, at), Text: p.Statement.Text,
		})
	}
	return wire.Write(w, "history", out)
}

func lineOf(set *source.Set, at source.Span) int {
	if f := set.File(at.Path); f != nil {
		return f.Line(at.Start)
	}
	return 0
}
