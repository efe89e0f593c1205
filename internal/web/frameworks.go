package web

import (
	"context"
	"time"

	"rung/internal/compile"
	"rung/internal/diag"
	"rung/internal/frameworks"
	"rung/internal/model"
	"rung/internal/pages/prose"
	"rung/internal/pages/shared"
	"rung/internal/source"
)

// Frameworks gives the framework at its revisions.
type Frameworks interface {
	// Current returns the newest.
	Current(ctx context.Context) (*Edition, error)
	// At returns the one of that revision, or fault.NotFound.
	At(ctx context.Context, revision string) (*Edition, error)
	// History returns all revisions, newest first. It is empty where there is
	// no Git.
	History(ctx context.Context) ([]Revision, error)
}

// Edition is a framework at one revision. Of one whose files are gone only the
// framework is kept: then Sources, Report and Prose are nil, and there are no
// lines, no diagnostics and no prose.
type Edition struct {
	Framework *model.Framework
	Sources   *source.Set
	Report    *diag.Report
	Revision  Revision
	// Prose returns a page of prose as HTML that is safe to write into a page;
	// ok is false where the text is not at hand.
	Prose func(path string, links shared.Links) (html string, ok bool)
}

// Revision is one revision of the framework. ID is "" where the framework has
// no history.
type Revision struct {
	ID      string
	Time    time.Time
	Subject string
}

// Reads returns the framework at its revisions as the use case keeps it.
func Reads(service *frameworks.Service) Frameworks { return reader{service} }

type reader struct{ service *frameworks.Service }

func (r reader) Current(context.Context) (*Edition, error) {
	e, err := r.service.Current()
	if err != nil {
		return nil, err
	}
	return edition(e), nil
}

func (r reader) At(ctx context.Context, revision string) (*Edition, error) {
	e, err := r.service.At(ctx, revision)
	if err != nil {
		return nil, err
	}
	return edition(e), nil
}

func (r reader) History(context.Context) ([]Revision, error) {
	var out []Revision
	for _, rev := range r.service.History() {
		out = append(out, Revision{ID: rev.ID, Time: rev.Time, Subject: rev.Subject})
	}
	return out, nil
}

func edition(e *frameworks.Edition) *Edition {
	out := &Edition{
		Framework: e.Framework,
		Revision:  Revision{ID: e.Revision.ID, Time: e.Revision.Time, Subject: e.Revision.Subject},
	}
	if e.Result != nil {
		out.Sources, out.Report, out.Prose = e.Result.Sources, e.Result.Report, Prose(e.Result)
	}
	return out
}

// Prose returns what gives the pages of prose of a compiled framework, their
// links made by the links of the page that shows them.
func Prose(result *compile.Result) func(path string, links shared.Links) (html string, ok bool) {
	return func(path string, links shared.Links) (string, bool) {
		return result.PageHTML(path, func(to compile.Target) (string, bool) {
			switch {
			case to.Role != "":
				return links.Role(to.Role), true
			case to.Page != "" && to.Fragment != "":
				return links.Page(to.Page) + "#" + prose.AnchorPrefix + to.Fragment, true
			case to.Page != "":
				return links.Page(to.Page), true
			default:
				return "", false
			}
		})
	}
}
