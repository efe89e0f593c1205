package cli

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rung/internal/api"
)

// signIn signs the home's terminal in to a server, as its administrator.
func (h home) signIn(b browser) {
	h.t.Helper()
	login := h.start("", "login", b.base)
	page := login.await(`Open +` + b.base + `(\S+)`)
	code := login.await(`code +([A-Z-]+)`)
	if text := b.get(page); !strings.Contains(text, code) {
		h.t.Errorf("the page to approve does not show the code %s", code)
	}
	b.post("/terminal", url.Values{"code": {code}, "answer": {"yes"}})
	if status := login.result(); status != exitClean {
		h.t.Fatalf("login exits with %d\n%s%s", status, login.out, login.err)
	}
	login.await(`Signed in as Ada Example\.`)
}

func TestLoginAndLog(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	server, base := h.serve(h.ladder())
	h.signIn(admin(t, server, base))

	info, err := os.Stat(filepath.Join(h.dir, ".config/rung/servers.json"))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("servers.json: mode %v (%v), want the user's alone", info.Mode(), err)
	}
	if out, _ := h.do(exitClean, "login", "--list"); !strings.Contains(out, "* "+base+"  Ada Example") {
		t.Errorf("login --list prints %q", out)
	}
	if out, _ := h.do(exitClean, "log", "Tied up the ferry", "--kind", "helped", "--date", "2025-03-14"); out != "Recorded on "+base+".\n" {
		t.Errorf("log prints %q", out)
	}
	piped := h.start("From a pipe\n", "log", "-")
	if status := piped.result(); status != exitClean {
		t.Errorf("log - exits with %d: %s", status, piped.err)
	}
	client, err := h.client(base)
	if err != nil {
		t.Fatal(err)
	}
	got := evidenceOf(t, client)
	if len(got) != 2 || got[0].Text != "From a pipe" || got[1].Text != "Tied up the ferry" || got[1].Kind != "helped" || got[1].Happened != "2025-03-14" || got[1].Visible != "private" {
		t.Errorf("the server has %+v", got)
	}

	h.do(exitClean, "logout")
	if out, _ := h.do(exitClean, "login", "--list"); out != "Signed in to no server.\n" {
		t.Errorf("after logout, login --list prints %q", out)
	}
	h.do(exitFailure, "log", "nobody is signed in")
}

// client speaks for whoever the home is signed in as.
func (h home) client(base string) (*api.Client, error) {
	p := &program{env: map[string]string{"HOME": h.dir}}
	return p.signedIn(base)
}

func evidenceOf(t *testing.T, c *api.Client) []api.Evidence {
	t.Helper()
	page, err := c.ListEvidence(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	return page.Items
}

func TestLogKeepsWhatNoServerTakes(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	ladder := h.ladder()
	server, base := h.serve(ladder)
	h.signIn(admin(t, server, base))
	server.end()

	out, said := h.do(exitClean, "log", "Rowed through the night")
	if !strings.HasPrefix(out, "Kept on this computer: "+base+" does not answer.\n1 entry is sent") || said != "" {
		t.Errorf("offline, log prints %q and %q", out, said)
	}
	h.do(exitClean, "log", "And the next", "--share")

	// The same address again: what waits is sent with the next entry, once.
	again := h.start("", "serve", ladder, "--addr", strings.TrimPrefix(base, "http://"))
	again.await("rung serves")
	if out, _ := h.do(exitClean, "log", "Moored"); out != "Recorded on "+base+": 3 entries.\n" {
		t.Errorf("back on line, log prints %q", out)
	}
	if out, _ := h.do(exitClean, "log", "--send"); out != "Nothing waits.\n" {
		t.Errorf("log --send prints %q", out)
	}
	client, err := h.client(base)
	if err != nil {
		t.Fatal(err)
	}
	if got := evidenceOf(t, client); len(got) != 3 {
		t.Errorf("the server has %+v, want three entries", got)
	}
}

func TestLogRefusesBeforeItKeeps(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	server, base := h.serve(h.ladder())
	h.signIn(admin(t, server, base))
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{""}, "nothing to record"},
		{[]string{"x", "--date", "tomorrow"}, "is not a day"},
		{[]string{"x", "--date", "2999-01-01"}, "has not come yet"},
		{[]string{"x", "--kind", "bragged"}, "must be one of"},
		{[]string{"x", "--link", "ftp://a"}, "link"},
		{[]string{strings.Repeat("x", 4001)}, "4000"},
	} {
		_, said := h.do(exitUsage, append([]string{"log"}, c.args...)...)
		if !strings.Contains(said, c.says) {
			t.Errorf("log %.20v says %q, want %q", c.args, said, c.says)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(h.dir, ".local/share/rung/queue/*")); len(left) > 0 {
		t.Errorf("refused entries are kept: %v", left)
	}
}

func TestLoginFails(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	for _, c := range []struct {
		server string
		status int
		says   string
	}{
		{"rung.example.org", exitUsage, "is not the address of a server"},
		{"https://ada:secret@rung.example.org", exitUsage, "has no name, query or fragment"},
		{"http://127.0.0.1:1", exitFailure, "does not answer"},
	} {
		_, said := h.do(c.status, "login", c.server)
		if !strings.Contains(said, c.says) || strings.Contains(said, "secret") {
			t.Errorf("login %s says %q, want %q and no password", c.server, said, c.says)
		}
	}
}
