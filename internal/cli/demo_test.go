package cli

import (
	"net/url"
	"regexp"
	"strings"
	"testing"

	"rung/internal/example"
)

func (h home) demo(args ...string) (*run, browser) {
	h.t.Helper()
	r := h.start("", append([]string{"demo", "--addr", "127.0.0.1:0"}, args...)...)
	return r, newBrowser(h.t, r.await(`The example company is at (http://\S+)`))
}

// be signs the browser in as somebody of the company.
func (b browser) be(name string) string {
	b.t.Helper()
	cast := b.get("/cast")
	at := strings.Index(cast, name)
	id := regexp.MustCompile(`name="person" value="([^"]+)"`).FindAllStringSubmatchIndex(cast, -1)
	for _, m := range id {
		if m[0] > at && at >= 0 {
			return b.post("/cast", url.Values{"person": {cast[m[2]:m[3]]}})
		}
	}
	b.t.Fatalf("nobody is called %s", name)
	return ""
}

func TestDemoIsThereAndStays(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	r, b := h.demo()
	if page := b.be("Yusra Haddad"); !strings.Contains(page, "Yusra Haddad") {
		t.Error("nobody is signed in after choosing Yusra Haddad")
	}
	const mine = "Tied a bowline in the dark, first try"
	b.post("/me", url.Values{"text": {mine}, "kind": {"learned"}, "happened": {"2025-03-14"}, "visible": {"private"}})
	if status := r.end(); status != exitClean {
		t.Fatalf("interrupted, it exits with %d\n%s", status, r.err)
	}

	r, b = h.demo()
	b.be("Yusra Haddad")
	if !strings.Contains(b.get("/me/evidence"), mine) {
		t.Error("a restart has lost what was written")
	}
	if _, said := h.do(exitFailure, "demo"); !strings.Contains(said, "runs already") {
		t.Errorf("a second demo says %q", said)
	}
	r.end()

	r, b = h.demo("--reset")
	b.be("Yusra Haddad")
	if strings.Contains(b.get("/me/evidence"), mine) {
		t.Error("--reset has kept what was written")
	}
	r.end()
}

func TestDemoStaysOnThisMachine(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	if _, said := h.do(exitUsage, "demo", "--addr", "0.0.0.0:0"); !strings.Contains(said, "asks for no password") {
		t.Errorf("a demo for other machines says %q", said)
	}
}

func TestDemoLinesAreOfPeople(t *testing.T) {
	t.Parallel()
	company, err := example.LoadCompany()
	if err != nil {
		t.Fatal(err)
	}
	for key := range demoLines() {
		if _, ok := company.Person(key); !ok {
			t.Errorf("a line is about %s, who is nobody at %s", key, company.Name)
		}
	}
}
