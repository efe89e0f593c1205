package walk

import (
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"testing"
	"time"

	"rung/internal/pages/pagetest"
)

// client is somebody who asks without a browser: what matters is what comes
// over the wire.
type client struct {
	t    testing.TB
	base string
	http *http.Client
}

func newClient(t testing.TB, s *server) *client {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	stay := func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &client{t: t, base: s.url, http: &http.Client{Jar: jar, CheckRedirect: stay, Timeout: actionTime}}
}

// reply is an answer, read to its end.
type reply struct {
	status int
	header http.Header
	body   string
	took   time.Duration
}

// doc returns the page that the answer holds.
func (r reply) doc(t testing.TB) *pagetest.Doc {
	t.Helper()
	return pagetest.Parse(t, strings.NewReader(r.body))
}

func (c *client) do(req *http.Request) reply {
	c.t.Helper()
	begin := time.Now()
	res, err := c.http.Do(req)
	if err != nil {
		c.t.Fatalf("%s %s: %v", req.Method, req.URL.Path, err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		c.t.Fatalf("read %s: %v", req.URL.Path, err)
	}
	return reply{res.StatusCode, res.Header, string(body), time.Since(begin)}
}

func (c *client) request(method, path string, body io.Reader) *http.Request {
	c.t.Helper()
	req, err := http.NewRequestWithContext(c.t.Context(), method, c.base+path, body)
	if err != nil {
		c.t.Fatalf("%s %q: %v", method, path, err)
	}
	return req
}

func (c *client) get(path string) reply {
	c.t.Helper()
	return c.do(c.request(http.MethodGet, path, nil))
}

// post sends a form; pairs are names and values in turn.
func (c *client) post(path string, pairs ...string) reply {
	c.t.Helper()
	values := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		values.Add(pairs[i], pairs[i+1])
	}
	return c.send(path, values)
}

func (c *client) send(path string, values url.Values) reply {
	c.t.Helper()
	req := c.request(http.MethodPost, path, strings.NewReader(values.Encode()))
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return c.do(req)
}

// done is post for what must be taken: it is answered with where to look next,
// which is returned.
func (c *client) done(path string, pairs ...string) string {
	c.t.Helper()
	r := c.post(path, pairs...)
	if r.status != http.StatusSeeOther {
		c.t.Fatalf("post %s answers %d, want 303: %.600s", path, r.status, r.doc(c.t).Text("main"))
	}
	return r.header.Get("Location")
}

// read is get for what must be there.
func (c *client) read(path string) *pagetest.Doc {
	c.t.Helper()
	r := c.get(path)
	if r.status != http.StatusOK {
		c.t.Fatalf("get %s answers %d: %.400s", path, r.status, r.body)
	}
	return r.doc(c.t)
}

// signIn signs in with a password, and reports whether it was taken.
func (c *client) signIn(email, password string) bool {
	c.t.Helper()
	return c.post("/sign-in", "email", email, "password", password).status == http.StatusSeeOther
}
