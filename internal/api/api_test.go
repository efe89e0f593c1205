package api

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rung/internal/accounts"
	"rung/internal/authz"
	"rung/internal/evidence"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/people"
	"rung/internal/store"
	"rung/internal/store/sqlite"
)

// noLadder is a ladder that has not been compiled yet.
type noLadder struct{}

func (noLadder) Latest() (*model.Framework, string) { return nil, "" }

// office is a server with two people.
type office struct {
	t        *testing.T
	url      string
	accounts *accounts.Service
	logged   *bytes.Buffer
}

func newOffice(t *testing.T) office {
	t.Helper()
	db, err := sqlite.Open(t.Context(), sqlite.Config{Memory: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() }) // nothing is kept
	o := office{t: t, logged: &bytes.Buffer{}}
	err = db.Update(t.Context(), func(tx store.Tx) error {
		for _, name := range []string{"ada", "bo"} {
			err := tx.AddPerson(t.Context(), growth.Person{ID: growth.PersonID(name), Name: name, Email: name + "@example.org", JoinedAt: time.Now().UTC(), Version: 1})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	newID := growth.NewIDs(time.Now, rand.Reader).Next
	var c Config
	c.Log = slog.New(slog.NewTextHandler(o.logged, nil))
	c.Framework = func(_ context.Context, w io.Writer) error {
		_, err := io.WriteString(w, `{"schema":"rung.framework/1"}`+"\n")
		return err
	}
	var errs [3]error
	c.Accounts, errs[0] = accounts.New(accounts.Config{Store: db, Now: time.Now, NewID: newID, Random: rand.Reader})
	c.People, errs[1] = people.New(people.Config{Store: db, Ladder: noLadder{}, Now: time.Now, NewID: newID})
	c.Evidence, errs[2] = evidence.New(evidence.Config{Store: db, Ladder: noLadder{}, Now: time.Now, NewID: newID})
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
	s, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(s.Handler())
	t.Cleanup(server.Close)
	o.url, o.accounts = server.URL, c.Accounts
	return o
}

// token returns a token of the person's.
func (o office) token(person growth.PersonID) string {
	o.t.Helper()
	made, err := o.accounts.MakeToken(o.t.Context(), authz.Actor{Person: person}, "test")
	if err != nil {
		o.t.Fatal(err)
	}
	return made.Secret
}

func (o office) client(token string) *Client {
	o.t.Helper()
	c, err := NewClient(o.url, token)
	if err != nil {
		o.t.Fatal(err)
	}
	return c
}

// ask sends a request as it is and returns the status and the problem.
func (o office) ask(method, path, body string, header ...string) (int, problem) {
	o.t.Helper()
	req, err := http.NewRequestWithContext(o.t.Context(), method, o.url+path, strings.NewReader(body))
	if err != nil {
		o.t.Fatal(err)
	}
	for i := 0; i < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		o.t.Fatal(err)
	}
	defer res.Body.Close()
	var p problem
	if res.StatusCode >= 400 {
		if got := res.Header.Get("Content-Type"); got != "application/problem+json" {
			o.t.Errorf("%s %s: content type %q, want a problem", method, path, got)
		}
		if err := json.NewDecoder(res.Body).Decode(&p); err != nil {
			o.t.Fatal(err)
		}
		if p.Status != res.StatusCode || p.Title != http.StatusText(p.Status) || p.Type != "about:blank" || p.Detail == "" {
			o.t.Errorf("%s %s: %d with the problem %+v", method, path, res.StatusCode, p)
		}
	}
	return res.StatusCode, p
}

func TestRefusals(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	const kind, asJSON = "Content-Type", "application/json"
	auth := "Bearer " + o.token("ada")
	evidence := func(body string, header ...string) []string {
		return append([]string{"POST", "/api/v1/evidence", body, "Authorization", auth}, header...)
	}
	for _, c := range []struct {
		name   string
		ask    []string // method, path, body, headers
		status int
		says   string // in the detail, or the name of a field
	}{
		{"no such address", []string{"GET", "/api/v1/secrets", ""}, 404, "nothing at this address"},
		{"no such method", []string{"PUT", "/api/v1/me", ""}, 405, "PUT"},
		{"a made-up method", []string{"LICK", "/api/v1/me", ""}, 405, "that was sent"},
		{"no token", []string{"GET", "/api/v1/me", ""}, 401, "Authorization: Bearer"},
		{"no token that works", []string{"GET", "/api/v1/me", "", "Authorization", "Bearer rung_x"}, 401, "does not work"},
		{"another way to sign in", []string{"GET", "/api/v1/me", "", "Authorization", "Basic " + auth}, 401, "Bearer"},
		{"an unknown parameter", []string{"GET", "/api/v1/me?all=1", "", "Authorization", auth}, 422, "all"},
		{"a parameter twice", []string{"GET", "/api/v1/evidence?limit=1&limit=2", "", "Authorization", auth}, 422, "limit"},
		{"a limit that is none", []string{"GET", "/api/v1/evidence?limit=0", "", "Authorization", auth}, 422, "limit"},
		{"too many", []string{"GET", "/api/v1/evidence?limit=201", "", "Authorization", auth}, 422, "limit"},
		{"a page of nothing", []string{"GET", "/api/v1/evidence?after=x", "", "Authorization", auth}, 422, "after"},
		{"a body of another kind", evidence(`{}`, "Idempotency-Key", "k"), 415, "application/json"},
		{"no key", evidence(`{}`, kind, asJSON), 422, "Idempotency-Key"},
		{"a long key", evidence(`{}`, kind, asJSON, "Idempotency-Key", strings.Repeat("k", 201)), 422, "Idempotency-Key"},
		{"no JSON", evidence(`{`, kind, asJSON, "Idempotency-Key", "k"), 400, "not valid JSON"},
		{"two values", evidence(`{} {}`, kind, asJSON, "Idempotency-Key", "k"), 400, "expected one value"},
		{"an unknown field", evidence(`{"rating":"exceeding"}`, kind, asJSON, "Idempotency-Key", "k"), 422, "rating"},
		{"a field of another type", evidence(`{"text":7}`, kind, asJSON, "Idempotency-Key", "k"), 422, "text"},
		{"a day that is none", evidence(`{"happened":"yesterday"}`, kind, asJSON, "Idempotency-Key", "k"), 422, "happened"},
		{"no text", evidence(`{"happened":"2025-03-14","kind":"helped"}`, kind, asJSON, "Idempotency-Key", "k"), 422, "text"},
		{"no such statement", evidence(`{"happened":"2025-03-14","kind":"helped","text":"x","statements":["s-none"]}`, kind, asJSON, "Idempotency-Key", "k"), 422, "statements"},
		{"too large", evidence(`{"text":"`+strings.Repeat("x", maxBody)+`"}`, kind, asJSON, "Idempotency-Key", "k"), 413, "64 KiB"},
		{"no terminal", []string{"POST", "/api/v1/device/poll", `{"deviceCode":"x"}`, kind, asJSON}, 404, "No terminal waits"},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, p := o.ask(c.ask[0], c.ask[1], c.ask[2], c.ask[3:]...)
			said := fmt.Sprint(p.Detail, p.Errors)
			if status != c.status || !strings.Contains(said, c.says) {
				t.Errorf("got %d %q, want %d and %q", status, said, c.status, c.says)
			}
		})
	}
	if o.logged.Len() > 0 {
		t.Errorf("refusals were logged: %s", o.logged)
	}
}

func TestEvidenceIsTheSendersOwn(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	ada, bo := o.client(o.token("ada")), o.client(o.token("bo"))
	sent := NewEvidence{Happened: "2025-03-14", Kind: "helped", Text: "Held the rope.", With: "Bo", Link: "https://example.org/rope"}
	got, err := ada.AddEvidence(t.Context(), "key-1", sent)
	if err != nil {
		t.Fatal(err)
	}
	want := Evidence{
		ID: got.ID, Happened: sent.Happened, Kind: sent.Kind, Text: sent.Text, With: sent.With, Link: sent.Link,
		Visible: "private", Statements: []Statement{}, Created: got.Created, Version: 1,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("added (-want +got)\n%s", diff)
	}
	again, err := ada.AddEvidence(t.Context(), "key-1", sent)
	if err != nil || again.ID != got.ID {
		t.Errorf("sent twice: got %s (%v), want %s again", again.ID, err, got.ID)
	}
	page, err := ada.ListEvidence(t.Context(), "")
	if diff := cmp.Diff(EvidencePage{Items: []Evidence{want}}, page); err != nil || diff != "" {
		t.Errorf("listed: %v (-want +got)\n%s", err, diff)
	}
	if page, err := bo.ListEvidence(t.Context(), ""); err != nil || len(page.Items) > 0 {
		t.Errorf("another sees %v (%v)", page.Items, err)
	}
}

func TestEvidencePages(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	ada := o.client(o.token("ada"))
	const all = usualPage + 3
	for i := range all {
		day := fmt.Sprintf("2025-01-%02d", i%7+1) // several of one day: the id decides
		if _, err := ada.AddEvidence(t.Context(), fmt.Sprint(i), NewEvidence{Happened: day, Kind: "helped", Text: "x"}); err != nil {
			t.Fatal(err)
		}
	}
	seen, after, last := map[string]bool{}, "", "9999"
	for range 3 {
		page, err := ada.ListEvidence(t.Context(), after)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range page.Items {
			if seen[e.ID] || e.Happened > last {
				t.Fatalf("%s of %s comes twice or out of order", e.ID, e.Happened)
			}
			seen[e.ID], last = true, e.Happened
		}
		if after = page.Next; after == "" {
			break
		}
	}
	if len(seen) != all || after != "" {
		t.Errorf("paging shows %d pieces and goes on at %q, want %d and the end", len(seen), after, all)
	}
}

func TestDeviceIsSignedInByAPerson(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	c := o.client("")
	started, err := c.StartDevice(t.Context(), "terminal on boat")
	if err != nil {
		t.Fatal(err)
	}
	if want := "/terminal?code=" + started.UserCode; started.VerificationURI != want || started.Interval < 1 || started.ExpiresIn < 60 {
		t.Errorf("started: %+v, want %s", started, want)
	}
	if state, err := c.PollDevice(t.Context(), started.DeviceCode); err != nil || state.Status != "pending" || state.Token != "" {
		t.Errorf("before it is approved: %+v (%v)", state, err)
	}
	if err := o.accounts.ApproveDevice(t.Context(), authz.Actor{Person: "ada"}, started.UserCode); err != nil {
		t.Fatal(err)
	}
	state, err := c.PollDevice(t.Context(), started.DeviceCode)
	if err != nil || state.Status != "approved" || state.Person == nil || state.Person.Name != "ada" {
		t.Fatalf("approved: %+v (%v)", state, err)
	}
	if _, err := c.PollDevice(t.Context(), started.DeviceCode); fault.KindOf(err) != fault.NotFound {
		t.Errorf("asked again: %v, want it not found: a token is handed out once", err)
	}
	mine := o.client(state.Token)
	if me, err := mine.Me(t.Context()); err != nil || me.Email != "ada@example.org" {
		t.Errorf("me: %+v (%v)", me, err)
	}
	if err := mine.EndToken(t.Context()); err != nil {
		t.Errorf("end the token: %v", err)
	}
	if _, err := mine.Me(t.Context()); fault.KindOf(err) != fault.Forbidden {
		t.Errorf("with an ended token: %v, want it forbidden", err)
	}
}

func TestOpenRoutes(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	for path, want := range map[string]string{
		"/api/v1/framework":    "{\"schema\":\"rung.framework/1\"}\n",
		"/api/v1/openapi.yaml": string(document),
	} {
		res, err := http.Get(o.url + path)
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(res.Body)
		res.Body.Close()
		if err != nil || res.StatusCode != http.StatusOK || string(got) != want {
			t.Errorf("%s: %s (%v), want it as it is", path, res.Status, err)
		}
	}
}

func TestOwnBugsSayNothing(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	s := &Server{Config: Config{Framework: func(context.Context, io.Writer) error { panic("a secret of somebody") }}, log: slog.New(slog.NewTextHandler(o.logged, nil))}
	got := httptest.NewRecorder()
	s.Handler().ServeHTTP(got, httptest.NewRequest("GET", "/api/v1/framework", nil))
	if got.Code != http.StatusInternalServerError || strings.Contains(got.Body.String(), "secret") || strings.Contains(o.logged.String(), "secret") {
		t.Errorf("got %d %s, logged %s: want 500 and no secret anywhere", got.Code, got.Body, o.logged)
	}
}

func TestClientTellsWhatIsWrong(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		answer func(http.ResponseWriter)
		kind   fault.Kind
		says   string
	}{
		"another program": {func(w http.ResponseWriter) { fmt.Fprint(w, "<html>") }, fault.Unavailable, "something else than rung"},
		"a redirect":      {func(w http.ResponseWriter) { w.Header().Set("Location", "/x"); w.WriteHeader(302) }, fault.Unavailable, "sends elsewhere"},
		"a proxy's error": {func(w http.ResponseWriter) { w.WriteHeader(502) }, fault.Unavailable, "502"},
		"too much":        {func(w http.ResponseWriter) { fmt.Fprintf(w, `{"id":%q}`, strings.Repeat("x", maxAnswer)) }, fault.Unavailable, "something else"},
		"a limit":         {func(w http.ResponseWriter) { w.WriteHeader(429) }, fault.Unavailable, "429"},
		"a proxy's 404":   {func(w http.ResponseWriter) { w.WriteHeader(404) }, fault.Unavailable, "404"},
		"a refusal": {func(w http.ResponseWriter) {
			w.WriteHeader(422)
			fmt.Fprint(w, `{"status":422,"detail":"Look again."}`)
		}, fault.Invalid, "Look again."},
		"a bug": {func(w http.ResponseWriter) { w.WriteHeader(500); fmt.Fprint(w, `{"status":500,"detail":"Sorry."}`) }, fault.Unavailable, "Sorry."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { c.answer(w) }))
			defer server.Close()
			client, err := NewClient(server.URL, "rung_token")
			if err != nil {
				t.Fatal(err)
			}
			_, err = client.AddEvidence(t.Context(), "k", NewEvidence{Text: "a secret"})
			if fault.KindOf(err) != c.kind || !strings.Contains(fmt.Sprint(err), c.says) || strings.Contains(fmt.Sprint(err), "secret") {
				t.Errorf("got %v (%v), want %v that says %q", err, fault.KindOf(err), c.kind, c.says)
			}
		})
	}
}
