package web

import (
	"context"
	"crypto/rand"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"rung/internal/accounts"
	"rung/internal/evidence"
	"rung/internal/feedback"
	"rung/internal/frameworks"
	"rung/internal/growth"
	"rung/internal/people"
	"rung/internal/plans"
	"rung/internal/ratings"
	"rung/internal/store/sqlite"
)

// pilots is a ladder of two roles.
type pilots struct{}

func (pilots) Revisions(context.Context) ([]frameworks.Revision, error) { return nil, nil }

func (pilots) TreeAt(context.Context, string) (fs.FS, error) { return nil, fs.ErrNotExist }

func (pilots) Tree(context.Context) (fs.FS, string, error) {
	role := func(title string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("# " + title + "\n\n> I bring ships in.\n\n## Craft\n\n- I read the tide.\n- I keep my radio charged.\n")}
	}
	return fstest.MapFS{"Pilots/L1-Pilot.md": role("L1: Pilot"), "Pilots/L2-Senior-Pilot.md": role("L2: Senior Pilot")}, "", nil
}

// office is a server with an administrator, root, who is signed in.
type office struct {
	*httptest.Server
	t      *testing.T
	people *people.Service
	ladder *frameworks.Service
	root   accounts.SignedIn
	client *http.Client
}

const officePassword = "ebb and flood and slack water"

func newOffice(t *testing.T) *office {
	t.Helper()
	return newOfficeOver(t, pilots{})
}

// newOfficeOver is newOffice over another ladder.
func newOfficeOver(t *testing.T, source frameworks.Source) *office {
	t.Helper()
	db, err := sqlite.Open(t.Context(), sqlite.Config{Memory: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() }) // a passing database
	newID := growth.NewIDs(time.Now, rand.Reader).Next
	cfg := Config{Log: slog.New(slog.NewTextHandler(io.Discard, nil)), Now: time.Now, NewID: newID}
	ladder := must(frameworks.New(frameworks.Config{Store: db, Source: source, Now: time.Now}))(t)
	if err := ladder.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	cfg.Frameworks, cfg.Ladder, cfg.Past = Reads(ladder), ladder, ladder
	cfg.Accounts = must(accounts.New(accounts.Config{Store: db, Now: time.Now, NewID: newID, Random: rand.Reader}))(t)
	cfg.People = must(people.New(people.Config{Store: db, Ladder: ladder, Now: time.Now, NewID: newID}))(t)
	cfg.Evidence = must(evidence.New(evidence.Config{Store: db, Ladder: ladder, Now: time.Now, NewID: newID}))(t)
	cfg.Ratings = must(ratings.New(ratings.Config{Store: db, Ladder: ladder, Now: time.Now, NewID: newID}))(t)
	cfg.Feedback = must(feedback.New(feedback.Config{Store: db, Ladder: ladder, Now: time.Now, NewID: newID}))(t)
	cfg.Plans = must(plans.New(plans.Config{Store: db, Ladder: ladder, Now: time.Now, NewID: newID}))(t)
	server := must(New(cfg))(t)
	o := &office{Server: httptest.NewServer(server.Handler()), t: t, people: cfg.People, ladder: ladder}
	t.Cleanup(o.Close)
	link := must(cfg.Accounts.FirstInvite(t.Context()))(t)
	o.root = must(cfg.Accounts.Accept(t.Context(), accounts.Acceptance{Secret: link, Name: "Root Okoro", Email: "root@harbour.example", Password: officePassword}))(t)
	o.client = o.browser()
	o.send("/sign-in", url.Values{"email": {"root@harbour.example"}, "password": {officePassword}}, http.StatusSeeOther)
	return o
}

func must[T any](v T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// browser keeps cookies and follows nothing.
func (o *office) browser() *http.Client {
	return &http.Client{
		Jar:           must(cookiejar.New(nil))(o.t),
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

func (o *office) answer(resp *http.Response, err error, want int) (string, *http.Response) {
	o.t.Helper()
	if err != nil {
		o.t.Fatal(err)
	}
	defer resp.Body.Close()
	body := must(io.ReadAll(resp.Body))(o.t)
	if resp.StatusCode != want {
		o.t.Errorf("%s %s answers %d, want %d\n%.600s", resp.Request.Method, resp.Request.URL.Path, resp.StatusCode, want, body)
	}
	return string(body), resp
}

func (o *office) get(path string, want int) (string, *http.Response) {
	o.t.Helper()
	resp, err := o.client.Get(o.URL + path)
	return o.answer(resp, err, want)
}

func (o *office) send(path string, values url.Values, want int) (string, *http.Response) {
	o.t.Helper()
	resp, err := o.client.PostForm(o.URL+path, values)
	return o.answer(resp, err, want)
}

func TestSignedInPagesAreKeptByNoCache(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	for _, path := range []string{"/", "/me", "/me/evidence", "/me/plan", "/me/feedback", "/me/feedback/give", "/me/access", "/me/people", "/people", "/account", "/terminal", "/admin/people", "/admin/people/import", "/admin/people/log"} {
		body, resp := o.get(path, http.StatusOK)
		if got := resp.Header.Get("Cache-Control"); got != "private, no-store" {
			t.Errorf("%s: Cache-Control %q", path, got)
		}
		if !strings.Contains(body, "Root Okoro") {
			t.Errorf("%s does not say who is signed in", path)
		}
	}
}

func TestWhoHasNotSignedInIsSentToDoSo(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.client = o.browser()
	_, resp := o.get("/me/evidence?statement=s-1", http.StatusSeeOther)
	if got, want := resp.Header.Get("Location"), "/sign-in?back=%2Fme%2Fevidence%3Fstatement%3Ds-1"; got != want {
		t.Errorf("sent to %q, want %q", got, want)
	}
	for _, back := range []string{"https://elsewhere.example/", "//elsewhere.example", `/\elsewhere.example`, "javascript:alert(1)"} {
		o.client = o.browser()
		_, resp := o.send("/sign-in", url.Values{"email": {"root@harbour.example"}, "password": {officePassword}, "back": {back}}, http.StatusSeeOther)
		if got := resp.Header.Get("Location"); got != "/me" {
			t.Errorf("back to %q leads to %q", back, got)
		}
	}
}

func TestSessionCookie(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	_, resp := o.send("/sign-in", url.Values{"email": {"root@harbour.example"}, "password": {officePassword}}, http.StatusSeeOther)
	for _, c := range resp.Cookies() {
		if c.Name == "rung_session" && (!c.HttpOnly || c.SameSite != http.SameSiteLaxMode) {
			t.Errorf("cookie %v, want HttpOnly and SameSite=Lax", c)
		}
	}
	o.send("/sign-out", nil, http.StatusSeeOther)
	o.get("/me", http.StatusSeeOther)
}

func TestWrongInputIsKept(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	for _, c := range []struct {
		path   string
		values url.Values
		keeps  string
	}{
		{"/sign-in", url.Values{"email": {"kept@harbour.example"}, "password": {"wrong"}}, "kept@harbour.example"},
		{"/me", url.Values{"text": {""}, "with": {"kept with"}, "happened": {"2026-01-05"}, "kind": {"helped"}, "visible": {"private"}}, "kept with"},
		{"/me/plan", url.Values{"action": {""}, "helper": {"kept helper"}, "visible": {"private"}}, "kept helper"},
		{"/me/feedback/give", url.Values{"text": {"kept words"}}, "kept words"},
		{"/admin/people", url.Values{"name": {"Kept Name"}, "email": {"no address"}}, "Kept Name"},
		{"/admin/people/teams", url.Values{"team-name": {""}}, "team-name"},
		{"/account/password", url.Values{"old": {officePassword}, "new": {"short"}}, "f-new-error"},
	} {
		body, _ := o.send(c.path, c.values, http.StatusUnprocessableEntity)
		if !strings.Contains(body, c.keeps) {
			t.Errorf("%s: %q is lost", c.path, c.keeps)
		}
		if strings.Contains(body, officePassword) {
			t.Errorf("%s: a password is written back", c.path)
		}
	}
}

func TestWhatIsNotForMeIsLikeWhatIsNot(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	admin := o.root.Actor
	ada := must(o.people.Add(t.Context(), admin, people.Input{Name: "Ada", Email: "ada@harbour.example"}))(t)
	for _, tail := range []string{"/side-by-side", "/side-by-side?role=pilots/l1-pilot"} {
		there, _ := o.get(personPath(ada.ID)+tail, http.StatusNotFound)
		nobody, _ := o.get(personPath("nobody")+tail, http.StatusNotFound)
		if strings.ReplaceAll(there, string(ada.ID), "nobody") != nobody {
			t.Errorf("%s tells somebody who is there from somebody who is not", tail)
		}
	}
	// That she works here is no secret, so rating her is refused, not hidden.
	o.get(personPath(ada.ID)+"/rate?role=pilots/l1-pilot", http.StatusForbidden)
	o.send(personPath(ada.ID)+"/share", url.Values{"role": {"pilots/l1-pilot"}}, http.StatusNotFound)
	o.get(evidencePath("nothing"), http.StatusNotFound)
}
