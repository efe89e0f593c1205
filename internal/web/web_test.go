package web_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/internal/fault"
	"rung/internal/pages/pagetest"
	"rung/internal/web"
)

func handler(t testing.TB, cfg web.Config) http.Handler {
	t.Helper()
	s, err := web.New(cfg)
	if err != nil {
		t.Fatalf("web.New: %v", err)
	}
	return s.Handler()
}

func do(h http.Handler, r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func request(method, address string, body io.Reader, headers ...string) *http.Request {
	r := httptest.NewRequest(method, address, body)
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	return r
}

func TestNewNamesWhatIsMissing(t *testing.T) {
	t.Parallel()
	if _, err := web.New(web.Config{}); err == nil {
		t.Error("an empty configuration makes a server, want an error")
	}
	cfg := config(newShelf())
	cfg.BaseURL = "ladder"
	if _, err := web.New(cfg); err == nil {
		t.Error("an address without host is taken, want an error")
	}
}

func TestStatuses(t *testing.T) {
	t.Parallel()
	h := handler(t, config(newShelf()))
	large := strings.Repeat("x", web.MaxBody+1)
	many := strings.Repeat("a=&", web.MaxFields+1)
	for _, test := range []struct {
		name    string
		request *http.Request
		code    int
		heading string
	}{
		{"unknown page", request("GET", "/nowhere", nil), 404, "There is no such page"},
		{"unknown role", request("GET", "/roles/lamp-engineering/l9", nil), 404, "There is no such page"},
		{"no role", request("GET", "/roles/", nil), 404, "There is no such page"},
		{"unknown track", request("GET", "/tracks/nothing", nil), 404, "There is no such page"},
		{"prose outside", request("GET", "/pages/../etc/passwd", nil), 404, "There is no such page"},
		{"doubled slash", request("GET", "//compare", nil), 307, ""},
		{"unknown prose below", request("GET", "/pages/etc/passwd", nil), 404, "There is no such page"},
		{"unknown revision", request("GET", "/?rev=abc", nil), 404, "There is no such page"},
		{"endless revision", request("GET", "/?rev="+strings.Repeat("a", 4000), nil), 404, "There is no such page"},
		{"unknown role to compare", request("GET", "/compare?a=x/y", nil), 404, "There is no such page"},
		{"unknown file", request("GET", "/static/rung-0.css", nil), 404, "There is no such page"},
		{"post to a page", request("POST", "/compare", strings.NewReader("")), 405, "This page does not take that"},
		{"delete", request("DELETE", "/", nil), 405, "This page does not take that"},
		{"too large", request("POST", "/theme", strings.NewReader("theme="+large)), 413, "That is too much at once"},
		{"too large without a length", request("POST", "/theme", io.MultiReader(strings.NewReader("theme="), strings.NewReader(large))), 413, "That is too much at once"},
		{"too many fields", request("POST", "/theme", strings.NewReader(many)), 413, "That is too much at once"},
		{"not a form", request("POST", "/theme", strings.NewReader("%zz")), 422, "That does not fit"},
		{"from another site", request("POST", "/theme", strings.NewReader("theme=dark"), "Sec-Fetch-Site", "cross-site"), 403, "That came from somewhere else"},
		{"from another origin", request("POST", "/theme", strings.NewReader("theme=dark"), "Origin", "https://evil.example"), 403, "That came from somewhere else"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			w := do(h, test.request)
			if w.Code != test.code {
				t.Fatalf("status %d, want %d", w.Code, test.code)
			}
			if test.heading == "" {
				return
			}
			doc := pagetest.Parse(t, w.Body)
			sound(t, test.name, doc)
			if got := doc.Text("h1"); got != test.heading {
				t.Errorf("heading %q, want %q", got, test.heading)
			}
			if w.Header().Get("Cache-Control") != "private, no-store" {
				t.Errorf("a failure may be cached: %q", w.Header().Get("Cache-Control"))
			}
		})
	}
}

func TestNotAllowedSaysWhatIs(t *testing.T) {
	t.Parallel()
	w := do(handler(t, config(newShelf())), request("POST", "/revisions", nil))
	if got, want := w.Header().Get("Allow"), "GET, HEAD"; got != want {
		t.Errorf("Allow: %q, want %q", got, want)
	}
}

// broken fails at every question in the way it is told to.
type broken struct{ fail func() error }

func (b broken) Current(context.Context) (*web.Edition, error)    { return nil, b.fail() }
func (b broken) At(context.Context, string) (*web.Edition, error) { return nil, b.fail() }
func (b broken) History(context.Context) ([]web.Revision, error)  { return nil, b.fail() }

func TestFailures(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name string
		fail func() error
		code int
		text string
	}{
		{"internal", func() error { return errors.New("disk sda1 is gone") }, 500, "It is our fault"},
		{"unavailable", func() error { return fault.New(fault.Unavailable, "The ladder is being read. Try again soon.") }, 503, "The ladder is being read"},
		{"forbidden", func() error { return fault.New(fault.Forbidden, "Only its owner does that.") }, 403, "Only its owner does that."},
		{"conflict", func() error { return fault.New(fault.Conflict, "It was changed meanwhile.") }, 409, "It was changed meanwhile."},
		{"panic", panicOnce(), 500, "It is our fault"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			var log bytes.Buffer
			cfg := config(broken{test.fail})
			cfg.Log = slog.New(slog.NewTextHandler(&log, nil))
			w := do(handler(t, cfg), request("GET", "/", nil))
			if w.Code != test.code {
				t.Errorf("status %d, want %d", w.Code, test.code)
			}
			doc := pagetest.Parse(t, w.Body)
			sound(t, test.name, doc)
			if got := doc.Text("main"); !strings.Contains(got, test.text) || strings.Contains(got, "sda1") {
				t.Errorf("the page says %q, want %q and nothing internal", got, test.text)
			}
			if test.code == 500 && !strings.Contains(log.String(), "level=ERROR") {
				t.Errorf("the log has no error: %s", &log)
			}
		})
	}
}

func panicOnce() func() error {
	done := false
	return func() error {
		if !done {
			done = true
			panic("a bug")
		}
		return fault.New(fault.Unavailable, "later")
	}
}

func TestHeaders(t *testing.T) {
	t.Parallel()
	w := do(handler(t, config(newShelf())), request("GET", "/", nil))
	want := map[string]string{
		"Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
		"X-Content-Type-Options":  "nosniff",
		"Referrer-Policy":         "same-origin",
		"Content-Type":            "text/html; charset=utf-8",
		"Cache-Control":           "no-cache",
		"X-Request-Id":            "request-1",
	}
	got := map[string]string{}
	for name := range want {
		got[name] = w.Header().Get(name)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("headers (-want +got):\n%s", diff)
	}
}

func TestHead(t *testing.T) {
	t.Parallel()
	h := handler(t, config(newShelf()))
	whole := do(h, request("GET", "/", nil))
	head := do(h, request("HEAD", "/", nil))
	if head.Code != 200 || head.Body.Len() != 0 {
		t.Errorf("HEAD: status %d and %d bytes, want 200 and none", head.Code, head.Body.Len())
	}
	if got, want := head.Header().Get("Content-Length"), whole.Header().Get("Content-Length"); got != want || want != fmt.Sprint(whole.Body.Len()) {
		t.Errorf("Content-Length of HEAD %q, of GET %q, body %d", got, want, whole.Body.Len())
	}
}

func TestETag(t *testing.T) {
	t.Parallel()
	h := handler(t, config(newShelf()))
	tag := do(h, request("GET", "/", nil)).Header().Get("ETag")
	if tag == "" {
		t.Fatal("no ETag")
	}
	for _, test := range []struct {
		name, header, cookie string
		code                 int
	}{
		{"same", tag, "", 304},
		{"strong", strings.TrimPrefix(tag, "W/"), "", 304},
		{"among others", `"x", ` + tag, "", 304},
		{"any", "*", "", 304},
		{"other", `"x"`, "", 200},
		{"other theme", tag, "rung_theme=dark", 200},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			r := request("GET", "/", nil, "If-None-Match", test.header, "Cookie", test.cookie)
			if w := do(h, r); w.Code != test.code || test.code == 304 && w.Body.Len() > 0 {
				t.Errorf("status %d with %d bytes, want %d", w.Code, w.Body.Len(), test.code)
			}
		})
	}
}

func TestGzip(t *testing.T) {
	t.Parallel()
	h := handler(t, config(newShelf()))
	plain := do(h, request("GET", "/", nil))
	for _, test := range []struct {
		accept string
		packed bool
	}{
		{"gzip", true}, {"br, GZIP;q=0.5", true}, {"br", false}, {"gzip;q=0", false}, {"", false},
	} {
		t.Run(test.accept, func(t *testing.T) {
			t.Parallel()
			w := do(h, request("GET", "/", nil, "Accept-Encoding", test.accept))
			if got := w.Header().Get("Content-Encoding") == "gzip"; got != test.packed {
				t.Fatalf("compressed: %v, want %v", got, test.packed)
			}
			if !test.packed {
				return
			}
			z, err := gzip.NewReader(w.Body)
			if err != nil {
				t.Fatal(err)
			}
			body, err := io.ReadAll(z)
			if err != nil || !bytes.Equal(body, plain.Body.Bytes()) {
				t.Errorf("the compressed page differs from the plain one (%v)", err)
			}
		})
	}
}

func TestAssets(t *testing.T) {
	t.Parallel()
	h := handler(t, config(newShelf()))
	doc := pagetest.Parse(t, do(h, request("GET", "/", nil)).Body)
	style, _ := pagetest.Attr(doc.One("link[rel=stylesheet]"), "href")
	script, _ := pagetest.Attr(doc.One("script[src]"), "src")
	icon, _ := pagetest.Attr(doc.One("link[rel=icon]"), "href")
	for address, kind := range map[string]string{
		style: "text/css; charset=utf-8", script: "text/javascript; charset=utf-8", icon: "image/svg+xml",
	} {
		w := do(h, request("GET", address, nil))
		if w.Code != 200 || w.Header().Get("Content-Type") != kind || w.Body.Len() == 0 {
			t.Errorf("%s: status %d, %q, %d bytes", address, w.Code, w.Header().Get("Content-Type"), w.Body.Len())
		}
		if got, want := w.Header().Get("Cache-Control"), "public, max-age=31536000, immutable"; got != want {
			t.Errorf("%s: Cache-Control %q, want %q", address, got, want)
		}
	}
}

func TestTheme(t *testing.T) {
	t.Parallel()
	h := handler(t, config(newShelf()))
	for _, test := range []struct{ back, want string }{
		{"/compare?a=x", "/compare?a=x"},
		{"//evil.example/", "/"},
		{`/\evil.example/`, "/"},
		{"https://evil.example/", "/"},
		{"javascript:alert(1)", "/"},
		{"", "/"},
	} {
		w := do(h, request("POST", "/theme", strings.NewReader("theme=dark&back="+strings.ReplaceAll(test.back, "&", "%26"))))
		if got := w.Header().Get("Location"); w.Code != 303 || got != test.want {
			t.Errorf("back to %q: status %d to %q, want 303 to %q", test.back, w.Code, got, test.want)
		}
		if c := w.Result().Cookies(); len(c) != 1 || c[0].Value != "dark" || c[0].MaxAge <= 0 {
			t.Errorf("cookies %v, want the theme", c)
		}
	}
	doc := pagetest.Parse(t, do(h, request("GET", "/", nil, "Cookie", "rung_theme=dark")).Body)
	doc.One("html.theme-dark")
	if got := doc.Text("form.theme button[aria-pressed=true]"); got != "Dark" {
		t.Errorf("the switch says %q, want Dark", got)
	}
	doc = pagetest.Parse(t, do(h, request("GET", "/", nil, "Cookie", `rung_theme="><b>`)).Body)
	if got := doc.Text("form.theme button[aria-pressed=true]"); got != "As the system" {
		t.Errorf("a theme that is none gives %q, want As the system", got)
	}
}

func TestLogHasNoAddresses(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	cfg := config(newShelf())
	cfg.Log = slog.New(slog.NewTextHandler(&log, nil))
	h := handler(t, cfg)
	do(h, request("GET", "/roles/lamp-engineering/l3-senior-lamp-engineer?only=new&who=ada", nil, "User-Agent", "Ada's browser"))
	do(h, request("GET", "/people/ada", nil))
	got := log.String()
	for _, private := range []string{"ada", "Ada", "l3-senior", "only=", "192.0.2.1"} {
		if strings.Contains(got, private) {
			t.Errorf("the log has %q: %s", private, got)
		}
	}
	for _, want := range []string{`route="GET /roles/{id...}"`, "status=200", "route=none", "status=404", "request=request-1"} {
		if !strings.Contains(got, want) {
			t.Errorf("the log lacks %q: %s", want, got)
		}
	}
}

func TestHTTPServerIsBounded(t *testing.T) {
	t.Parallel()
	s, err := web.New(config(newShelf()))
	if err != nil {
		t.Fatal(err)
	}
	h := s.HTTPServer()
	if h.ReadHeaderTimeout == 0 || h.ReadTimeout == 0 || h.WriteTimeout <= web.RequestTime || h.IdleTimeout == 0 || h.MaxHeaderBytes != web.MaxHeader {
		t.Errorf("the server is not bounded: %+v", h)
	}
	site := httptest.NewUnstartedServer(nil)
	site.Config = h
	site.Start()
	t.Cleanup(site.Close)
	r, err := http.NewRequest("GET", site.URL+"/", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("X-Long", strings.Repeat("x", 2*web.MaxHeader))
	res, err := site.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusRequestHeaderFieldsTooLarge {
		t.Errorf("status %d, want 431", res.StatusCode)
	}
}
