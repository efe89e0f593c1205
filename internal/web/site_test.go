package web_test

import (
	"context"
	"flag"
	"io"
	"log/slog"
	"net/http/httptest"
	"os"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	"rung/internal/compile"
	"rung/internal/diag"
	"rung/internal/fault"
	"rung/internal/model"
	"rung/internal/pages/pagetest"
	"rung/internal/pages/shared"
	"rung/internal/source"
	"rung/internal/web"
)

var (
	serveAt = flag.String("serve", "", "serve the hand-made framework at this address until interrupted")
	ladder  = flag.String("ladder", "", "look at the ladder in this folder instead of the hand-made one")
)

// shelf holds editions in memory, newest first.
type shelf struct {
	editions []*web.Edition
	history  []web.Revision
}

func (s *shelf) Current(context.Context) (*web.Edition, error) { return s.editions[0], nil }

func (s *shelf) At(_ context.Context, id string) (*web.Edition, error) {
	for _, e := range s.editions {
		if e.Revision.ID == id {
			return e, nil
		}
	}
	return nil, fault.New(fault.NotFound, "There is no such revision.")
}

func (s *shelf) History(context.Context) ([]web.Revision, error) { return s.history, nil }

func day(n int) time.Time { return time.Date(2026, time.March, n, 9, 30, 0, 0, time.UTC) }

// newShelf returns the hand-made framework at two revisions.
func newShelf() *shelf {
	now, sources := pagetest.Framework()
	old, oldSources := pagetest.Framework()
	old.Revision = "0b7c1d2e3f405162738495a6b7c8d9e0f1a2b3c4"
	old.Roles[1].Summary.Text = "I keep a light burning through a plain night."
	list := []*web.Edition{
		edition(now, sources, web.Revision{ID: now.Revision, Time: day(14), Subject: "Say what a principal does"}),
		edition(old, oldSources, web.Revision{ID: old.Revision, Time: day(2), Subject: "Write the first ladder"}),
	}
	s := &shelf{editions: list}
	for _, e := range list {
		s.history = append(s.history, e.Revision)
	}
	return s
}

func edition(f *model.Framework, sources *source.Set, r web.Revision) *web.Edition {
	return &web.Edition{Framework: f, Sources: sources, Revision: r, Report: findings(f), Prose: written}
}

// written is prose as a compiler hands it over.
func written(path string, links shared.Links) (string, bool) {
	return `<h1 id="top">Top of ` + path + `</h1><p id="main">See <a href="` + links.Page("README.md") + `#h-top">the start</a>.</p>` +
		`<pre><code>one</code></pre><table><thead><tr><th>A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>` +
		`<ul><li><input type="checkbox" checked disabled> tick</li></ul><img src="https://x.example/a.png" alt="A boat">`, true
}

func findings(f *model.Framework) *diag.Report {
	at := f.Roles[1].Areas[0].Statements[0].At
	report := new(diag.Report)
	for _, d := range []diag.Diagnostic{
		{Code: "Q4007", Severity: diag.Warning, Primary: at, Message: `"without" is vague, expected what is seen`, Help: "say what somebody would see"},
		{Code: "R2001", Severity: diag.Error, Primary: f.Roles[2].At, Message: `link to "gone.md" leads nowhere`},
	} {
		report.Add(d)
	}
	return report
}

func config(frameworks web.Frameworks) web.Config {
	var n atomic.Int64
	return web.Config{
		Frameworks: frameworks,
		Log:        slog.New(slog.NewTextHandler(io.Discard, nil)),
		Now:        func() time.Time { return day(20) },
		NewID:      func() string { return "request-" + strconv.FormatInt(n.Add(1), 10) },
	}
}

// newSite serves a configuration until the test ends.
func newSite(t testing.TB, cfg web.Config) *httptest.Server {
	t.Helper()
	s, err := web.New(cfg)
	if err != nil {
		t.Fatalf("web.New: %v", err)
	}
	site := httptest.NewServer(s.Handler())
	t.Cleanup(site.Close)
	return site
}

// looked returns what people want to look at: the ladder that -ladder names or
// the hand-made one.
func looked(t testing.TB) *shelf {
	t.Helper()
	if *ladder == "" {
		return newShelf()
	}
	result, err := compile.Compile(context.Background(), compile.Input{Tree: os.DirFS(*ladder)})
	if err != nil {
		t.Fatalf("compile %s: %v", *ladder, err)
	}
	return &shelf{editions: []*web.Edition{{
		Framework: result.Framework, Sources: result.Sources, Report: result.Report, Prose: web.Prose(result),
	}}}
}

// TestServe is for looking at pages: go test ./internal/web -run TestServe
// -timeout 0 -args -serve 127.0.0.1:8090 [-ladder FOLDER]
func TestServe(t *testing.T) {
	if *serveAt == "" {
		t.Skip("no -serve address given")
	}
	s, err := web.New(config(looked(t)))
	if err != nil {
		t.Fatal(err)
	}
	server := s.HTTPServer()
	server.Addr = *serveAt
	t.Logf("http://%s/", *serveAt)
	t.Log(server.ListenAndServe())
}
