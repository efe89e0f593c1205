package compile

import (
	"io"

	"rung/internal/model"
	"rung/internal/source"
	"rung/internal/wire"
)

// Schema is the name and number of the format that Export writes.
const Schema = "rung.framework/1"

// The wire structs are the public schema, field by field in its order. They
// are never the model's own types, so that the model may change without it.
type (
	wireFramework struct {
		Schema   string        `json:"schema"`
		Source   wireSource    `json:"source"`
		Tracks   []wireTrack   `json:"tracks"`
		Roles    []wireRole    `json:"roles"`
		Pages    []wirePage    `json:"pages"`
		Readings []wireReading `json:"readings"`
	}
	wireSource struct {
		Revision *string `json:"revision"`
		Title    string  `json:"title"`
	}
	wireTrack struct {
		ID    string `json:"id"`
		Title string `json:"title"`
		Path  string `json:"path"`
	}
	wireLevel struct {
		Label string `json:"label"`
		Order int    `json:"order"`
	}
	wireRole struct {
		ID            string            `json:"id"`
		Track         *string           `json:"track"`
		Title         string            `json:"title"`
		Level         *wireLevel        `json:"level"`
		Foundation    bool              `json:"foundation"`
		Status        string            `json:"status"`
		Language      string            `json:"language"`
		TranslationOf *string           `json:"translationOf"`
		Path          string            `json:"path"`
		Line          int               `json:"line"`
		Summary       string            `json:"summary"`
		Scope         []wireScope       `json:"scope"`
		Areas         []wireArea        `json:"areas"`
		Extends       []wireExtension   `json:"extends"`
		Equivalences  []wireEquivalence `json:"equivalences"`
	}
	wireScope struct {
		Name  string `json:"name"`
		Value string `json:"value"`
		Line  int    `json:"line"`
	}
	wireArea struct {
		ID         string          `json:"id"`
		Title      string          `json:"title"`
		Line       int             `json:"line"`
		Statements []wireStatement `json:"statements"`
		Examples   []wireExample   `json:"examples"`
	}
	wireStatement struct {
		ID       string        `json:"id"`
		Text     string        `json:"text"`
		Path     string        `json:"path,omitempty"`
		Line     int           `json:"line"`
		Examples []wireExample `json:"examples"`
	}
	wireExample struct {
		Text string `json:"text"`
		Path string `json:"path,omitempty"`
		Line int    `json:"line"`
	}
	wireExtension struct {
		Statement *string `json:"statement"`
		Role      *string `json:"role"`
		Target    string  `json:"target"`
		Path      string  `json:"path,omitempty"` // where it is not the role's
		Line      int     `json:"line"`
	}
	wireEquivalence struct {
		Statement  *string `json:"statement"`
		Role       *string `json:"role"`
		Target     string  `json:"target"`
		Comparison string  `json:"comparison"`
		Line       int     `json:"line"`
	}
	wirePage struct {
		Path  string `json:"path"`
		Title string `json:"title"`
		Kind  string `json:"kind"`
	}
	wireReading struct {
		Path    string `json:"path"`
		Reading string `json:"reading"`
		Why     string `json:"why"`
	}
)

// Export writes the framework of r as JSON of Schema, with a line feed at the
// end. The same result gives the same bytes. The path of a statement or an
// example is left out where it is the role's.
func Export(w io.Writer, r *Result) error {
	return wire.Write(w, "framework", exporter{r.Sources}.framework(r.Framework))
}

// exporter knows the sources that spans point into.
type exporter struct{ sources *source.Set }

func (x exporter) framework(f *model.Framework) wireFramework {
	return wireFramework{
		Schema: Schema,
		Source: wireSource{Revision: wire.OrNull(f.Revision), Title: f.Title},
		Tracks: wire.Each(f.Tracks, func(t *model.Track) wireTrack {
			return wireTrack{ID: string(t.ID), Title: t.Title, Path: t.Path}
		}),
		Roles: wire.Each(f.Roles, x.role),
		Pages: wire.Each(f.Pages, func(p *model.Page) wirePage {
			return wirePage{Path: p.Path, Title: p.Title, Kind: string(p.Kind)}
		}),
		Readings: wire.Each(f.Readings, func(r model.Reading) wireReading {
			return wireReading{Path: r.Path, Reading: r.Reading, Why: r.Why}
		}),
	}
}

func (x exporter) role(r *model.Role) wireRole {
	out := wireRole{
		ID:            string(r.ID),
		Track:         wire.OrNull(string(r.Track)),
		Title:         r.Title,
		Foundation:    r.Foundation,
		Status:        string(r.Status),
		Language:      r.Language,
		TranslationOf: wire.OrNull(string(r.TranslationOf)),
		Path:          r.Path(),
		Line:          x.line(r.At, r.At),
		Summary:       r.Summary.Text,
		Scope: wire.Each(r.Scope, func(s model.Scope) wireScope {
			return wireScope{Name: s.Name, Value: s.Value.Text, Line: x.line(s.At, r.At)}
		}),
		Areas: wire.Each(r.Areas, func(a *model.Area) wireArea { return x.area(r, a) }),
		Extends: wire.Each(r.Extends, func(e model.Extension) wireExtension {
			return wireExtension{Statement: wire.OrNull(string(e.Statement)), Role: wire.OrNull(string(e.Role)), Target: e.Target, Path: otherPath(e.At, r), Line: x.line(e.At, r.At)}
		}),
		Equivalences: wire.Each(r.Equivalences, func(e model.Equivalence) wireEquivalence {
			return wireEquivalence{Statement: wire.OrNull(string(e.Statement)), Role: wire.OrNull(string(e.Role)), Target: e.Target, Comparison: string(e.Comparison), Line: x.line(e.At, r.At)}
		}),
	}
	if r.Level != nil {
		out.Level = &wireLevel{Label: r.Level.Label, Order: r.Level.Order}
	}
	return out
}

func (x exporter) area(r *model.Role, a *model.Area) wireArea {
	at := a.At
	if at.IsZero() && len(a.Statements) > 0 {
		at = a.Statements[0].At
	}
	return wireArea{
		ID: string(a.ID), Title: a.Title, Line: x.line(at, r.At),
		Statements: wire.Each(a.Statements, func(s *model.Statement) wireStatement {
			return wireStatement{
				ID: string(s.ID), Text: s.Text, Path: otherPath(s.At, r), Line: x.line(s.At, at),
				Examples: x.examples(r, s.Examples, s.At),
			}
		}),
		Examples: x.examples(r, a.Examples, at),
	}
}

func (x exporter) examples(r *model.Role, list []*model.Example, under source.Span) []wireExample {
	return wire.Each(list, func(e *model.Example) wireExample {
		return wireExample{Text: e.Text, Path: otherPath(e.At, r), Line: x.line(e.At, under)}
	})
}

// line returns the line on which at begins, or under where at is no place.
func (x exporter) line(at, under source.Span) int {
	if at.IsZero() {
		at = under
	}
	return x.sources.Start(at).Line
}

// otherPath returns the file of a span where it is not the role's.
func otherPath(at source.Span, r *model.Role) string {
	if at.Path == r.Path() {
		return ""
	}
	return at.Path
}
