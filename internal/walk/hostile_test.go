package walk

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"rung/internal/pages/pagetest"
)

// slow is how long the worst request may take on a busy machine.
const slow = 15 * time.Second

// garbage returns what nobody types by accident.
func garbage() []string {
	return []string{
		"", "\x00", "\xff\xfe\xfd", "\u202e\ufeff\u0000", "-1", "999999999999999999999999", "NaN", "0001-01-01", "9999-12-31", "2026-02-30",
		"../../../../etc/passwd", "%00%ff%zz", `"><script>alert(1)</script>`, "'; DROP TABLE people; --", "{{.}}${7*7}",
		strings.Repeat("a", 70_000), strings.Repeat("👩‍🚀", 3_000), strings.Repeat("../", 500), "javascript:alert(1)", "//elsewhere.example/x",
	}
}

// sheet is a form of some page: where it is sent, and what its fields hold.
type sheet struct {
	method, action string
	values         url.Values
}

// abuser is somebody who sends garbage to all that she can reach.
type abuser struct {
	*client
	who    string
	pages  []string
	sheets []sheet
}

// TestBadRequests sends garbage into every field of every form and every query,
// by wrong methods, from other sites and in sizes that nobody needs, as people
// of every kind: nothing breaks, and nothing hangs.
func TestBadRequests(t *testing.T) {
	t.Parallel()
	c := newCompany(t)
	for _, who := range []string{"", "Yusra Haddad", "Callum Dewar", "Seun Adeyemi"} {
		t.Run("as "+who, func(t *testing.T) {
			t.Parallel()
			a := &abuser{client: newClient(t, c.server), who: who}
			if who != "" {
				a.done("/cast", "person", c.person(who))
			}
			a.explore()
			a.wrongMethods()
			a.garbledQueries()
			a.garbledForms()
			a.otherSites()
			a.tooMuch()
			if who != "" && a.get("/me").status != http.StatusOK {
				t.Error("after all that her own page is gone")
			}
		})
	}
}

// oneKind makes one address of all those that differ in an id alone.
var oneKind = regexp.MustCompile(`[0-9a-z]{26}|s-[a-z0-9]{10,}|/(roles|tracks|pages)/.*`)

// explore finds one page of each kind and one form of each kind.
func (a *abuser) explore() {
	a.t.Helper()
	todo, seen, forms := []string{"/", "/me", "/me/people", "/people", "/account", "/terminal", "/sign-in", "/cast", "/admin/people", "/me/rate"}, map[string]bool{}, map[string]bool{}
	for len(todo) > 0 {
		page, _, _ := strings.Cut(todo[0], "#")
		todo = todo[1:]
		path, _, _ := strings.Cut(page, "?")
		sort := oneKind.ReplaceAllString(path, "…")
		if seen[sort] || !strings.HasPrefix(page, "/") || strings.HasPrefix(page, "/static/") {
			continue
		}
		seen[sort] = true
		r := a.get(page)
		a.survives("visit "+page, r)
		a.pages = append(a.pages, page)
		if r.status != http.StatusOK || !strings.HasPrefix(r.header.Get("Content-Type"), "text/html") {
			continue
		}
		doc := r.doc(a.t)
		todo = append(todo, links(doc)...)
		for _, f := range doc.All("form") {
			s := readSheet(f)
			if sort := s.method + oneKind.ReplaceAllString(s.action, "…"); !forms[sort] {
				forms[sort] = true
				a.sheets = append(a.sheets, s)
			}
		}
	}
	if len(a.pages) < 8 || len(a.sheets) < 3 {
		a.t.Errorf("found %d pages and %d forms", len(a.pages), len(a.sheets))
	}
}

func readSheet(f *html.Node) sheet {
	s := sheet{method: "get", values: url.Values{}}
	if m, ok := pagetest.Attr(f, "method"); ok {
		s.method = m
	}
	s.action, _ = pagetest.Attr(f, "action")
	for _, tag := range []string{"input", "select", "textarea", "button"} {
		for _, n := range pagetest.Within(f, tag) {
			if name, ok := pagetest.Attr(n, "name"); ok {
				value, _ := pagetest.Attr(n, "value")
				s.values.Set(name, value)
			}
		}
	}
	return s
}

// survives checks that an answer is one.
func (a *abuser) survives(doing string, r reply) {
	a.t.Helper()
	if r.status >= http.StatusInternalServerError || r.status < http.StatusOK {
		a.t.Errorf("%s: status %d", doing, r.status)
	}
	if r.took > slow {
		a.t.Errorf("%s: took %s", doing, r.took)
	}
	if strings.Contains(r.body, "<script>alert") {
		a.t.Errorf("%s: a script came back as it was sent", doing)
	}
	if to := r.header.Get("Location"); to != "" && (!strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//")) {
		a.t.Errorf("%s: leads elsewhere, to %q", doing, to)
	}
}

func (a *abuser) wrongMethods() {
	a.t.Helper()
	for _, page := range a.pages {
		for _, method := range []string{"PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "NONSENSE"} {
			a.survives(method+" "+page, a.do(a.request(method, page, nil)))
		}
	}
	for _, s := range a.sheets {
		if s.method == "post" {
			a.survives("GET "+s.action, a.get(s.action))
		}
	}
}

func (a *abuser) garbledQueries() {
	a.t.Helper()
	names := []string{"role", "a", "b", "c", "rev", "only", "done", "after", "statement", "change", "code", "for", "back"}
	for _, page := range a.pages {
		path, _, _ := strings.Cut(page, "?")
		for _, bad := range garbage() {
			if len(bad) > 2000 {
				bad = bad[:2000] // an address may not be longer than headers may be
			}
			q := url.Values{}
			for _, name := range names {
				q.Set(name, bad)
			}
			if len(bad) > 200 {
				q = url.Values{"role": {bad}, "rev": {bad}}
			}
			a.survives(fmt.Sprintf("visit %s with %.30q", path, bad), a.get(path+"?"+q.Encode()))
		}
		for _, raw := range []string{"?%zz", "?role=%ff%fe", "?;;;=&&&", "?rev=" + strings.Repeat("a", 4000)} {
			req := a.request(http.MethodGet, path, nil)
			req.URL.RawQuery = raw[1:]
			a.survives(fmt.Sprintf("visit %s%.9s", path, raw), a.do(req))
		}
	}
}

// untouched are forms that would end the walk: they sign out, or make somebody
// else of the abuser.
var untouched = regexp.MustCompile(`^/(sign-out|cast|account/sessions/.*|admin/people/.*/(left|end-sessions))$`)

func (a *abuser) garbledForms() {
	a.t.Helper()
	for _, s := range a.sheets {
		if s.method != "post" || untouched.MatchString(s.action) {
			continue
		}
		for _, bad := range garbage() {
			all := url.Values{}
			for name := range s.values {
				all.Set(name, bad)
			}
			a.survives(fmt.Sprintf("send %.30q to %s", bad, s.action), a.send(s.action, all))
		}
		for name := range s.values {
			one := url.Values{}
			for k, v := range s.values {
				one[k] = slices.Clone(v)
			}
			one[name] = []string{"\x00\xff", `"><script>alert(1)</script>`, "again"}
			a.survives(fmt.Sprintf("send garbage as %s to %s", name, s.action), a.send(s.action, one))
			delete(one, name)
			a.survives(fmt.Sprintf("leave out %s for %s", name, s.action), a.send(s.action, one))
		}
	}
}

// otherSites sends each form as another site makes a browser send it.
func (a *abuser) otherSites() {
	a.t.Helper()
	for _, s := range a.sheets {
		if s.method != "post" {
			continue
		}
		for _, header := range [][2]string{{"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"}, {"Origin", "https://elsewhere.example"}, {"Origin", "null"}} {
			req := a.request(http.MethodPost, s.action, strings.NewReader(s.values.Encode()))
			req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			req.Header.Set(header[0], header[1])
			if r := a.do(req); r.status != http.StatusForbidden {
				a.t.Errorf("%s takes what comes with %s: %s: status %d", s.action, header[0], header[1], r.status)
			}
		}
	}
}

// tooMuch sends forms that are too large, too many, or no forms at all.
func (a *abuser) tooMuch() {
	a.t.Helper()
	for _, s := range a.sheets {
		if s.method != "post" || untouched.MatchString(s.action) {
			continue
		}
		for _, b := range []struct{ name, kind, body string }{
			{"a large form", "application/x-www-form-urlencoded", "text=" + strings.Repeat("a", 3<<20)},
			{"many fields", "application/x-www-form-urlencoded", strings.Repeat("statement=x&", 15_000)},
			{"broken escapes", "application/x-www-form-urlencoded", "text=%zz&%=%&role=%f"},
			{"a broken upload", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../x\"\r\n\r\n\x00\xff"},
			{"an upload without a boundary", "multipart/form-data", "--x"},
			{"an upload of many parts", "multipart/form-data; boundary=x", strings.Repeat("--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\na\r\n", 3000) + "--x--"},
			{"no form at all", "application/json", `{"text": "x"}`},
		} {
			for _, known := range []struct{ length int64 }{{int64(len(b.body))}, {-1}} {
				var body io.Reader = bytes.NewReader([]byte(b.body))
				if known.length < 0 {
					body = io.MultiReader(body) // of a length that is not said before
				}
				req := a.request(http.MethodPost, s.action, body)
				req.Header.Set("Content-Type", b.kind)
				a.survives("send "+b.name+" to "+s.action, a.do(req))
			}
		}
	}
	req := a.request(http.MethodGet, "/", nil)
	req.Header.Set("X-Long", strings.Repeat("a", 64<<10))
	a.survives("send a long header", a.do(req))
	req = a.request(http.MethodGet, "/me", nil)
	req.Header.Add("Cookie", "rung_session="+strings.Repeat("x", 4000)+"; rung_theme=\xff; rung_session=a; =; ;;")
	a.survives("send strange cookies", a.do(req))
}
