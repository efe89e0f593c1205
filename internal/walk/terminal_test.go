package walk

import (
	"bufio"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"time"
)

var (
	deviceAddress = regexp.MustCompile(`http://\S+/terminal\S*`)
	deviceCode    = regexp.MustCompile(`[A-Z]{4}-[A-Z]{4}`)
)

// TestATerminal signs a terminal in with a code that is approved in the
// browser, records evidence from it, also while the server is away, and shuts
// it out again.
func TestATerminal(t *testing.T) {
	t.Parallel()
	s := demo(t, newHome(t))
	yusra, desk := visitor(t, s), newHome(t)
	yusra.Be("Yusra Haddad")
	login(desk, s, yusra)
	said(t, desk, 0, "Recorded on", "log", "Wrote the harbour feed's runbook.", "--kind", "helped", "--share")
	yusra.Visit("/me/evidence").About("Wrote the harbour feed's runbook.").See("Helped", "shared with manager")

	s.stop()
	said(t, desk, 0, "Kept on this computer", "log", "Found the leak while the server was away.")
	said(t, desk, 0, "2 entries are sent with the next rung log", "log", "And stopped it.")
	s = start(t, s.home, "demo", "--addr", strings.TrimPrefix(s.url, "http://"))
	yusra.Visit("/me/evidence").DoNotSee("Found the leak")
	said(t, desk, 0, "Recorded on "+s.url+": 2 entries.", "log", "--send")
	said(t, desk, 0, "Nothing waits.", "log", "--send")
	yusra.Visit("/me/evidence").About("Found the leak while the server was away.").See("only you")
	if n := strings.Count(yusra.Text(), "And stopped it."); n != 2 { // once to be read, once in the name of its link
		t.Errorf("an entry that waited is there %d times on the page, want it once", n)
	}

	yusra.Visit("/account").See("terminal on").About("terminal on").Press("Shut out")
	yusra.See("That terminal or program no longer acts for you.")
	if out, code := desk.rung(t, "log", "Too late."); code == 0 {
		t.Errorf("a terminal that was shut out still records: %s", out)
	}
	yusra.Visit("/me/evidence").DoNotSee("Too late.")
	if said := s.said.String(); strings.Contains(said, "leak") || strings.Contains(said, "runbook") {
		t.Error("the server's log repeats what somebody wrote")
	}
}

// said runs a command that must end with a status and say something.
func said(t *testing.T, h home, want int, words string, args ...string) {
	t.Helper()
	out, code := h.rung(t, args...)
	if code != want || !strings.Contains(strings.ReplaceAll(out, "\n", " "), words) {
		t.Errorf("rung %s ends with %d and says %q, want %d and %q", args[0], code, out, want, words)
	}
}

// login signs the terminal in; the code is approved in the browser.
func login(h home, s *server, approves *page) {
	s.t.Helper()
	cmd := exec.CommandContext(s.t.Context(), binary, "login", s.url)
	cmd.Env, cmd.Dir = h.env(), h.dir
	out, err := cmd.StdoutPipe()
	if err != nil {
		s.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	text := ""
	for !deviceCode.MatchString(text) && lines.Scan() {
		text += lines.Text() + "\n"
	}
	at, code := deviceAddress.FindString(text), deviceCode.FindAllString(text, -1)
	if at == "" || len(code) == 0 {
		s.t.Fatalf("rung login shows no address or code: %q", text)
	}
	approves.Visit("/terminal").Fill("The code that your terminal shows", "BCDF-GHJK").PressRefused("Go on")
	approves.Visit(at)
	if strings.Contains(approves.Text(), "The code that your terminal shows") {
		approves.Fill("The code that your terminal shows", strings.ToLower(code[len(code)-1])).Press("Go on")
	}
	approves.See("asks to act for you", code[len(code)-1]).Press("Yes, let it in").See("Let in.")
	for lines.Scan() {
		text += lines.Text() + "\n"
	}
	if err := cmd.Wait(); err != nil || !strings.Contains(text, "Signed in as Yusra Haddad.") {
		s.t.Fatalf("rung login ends with %v and says %q", err, text)
	}
}

// TestTheDemoSurvivesARestart stops the example company and starts it again:
// what was changed is there, and so is who was signed in. --reset begins anew.
func TestTheDemoSurvivesARestart(t *testing.T) {
	t.Parallel()
	const deed = "Restarted the ferry of theseus."
	c := newCompany(t)
	at := strings.TrimPrefix(c.url, "http://")
	yusra := c.be("Yusra Haddad")
	yusra.done("/me", "text", deed, "happened", time.Now().UTC().Format(time.DateOnly), "kind", "helped", "visible", "private")
	c.stop()

	again := start(t, c.home, "demo", "--addr", at)
	if r := yusra.get("/me/evidence"); r.status != 200 || !strings.Contains(r.body, deed) {
		t.Errorf("after a restart her evidence answers %d, and holds what she wrote: %t", r.status, strings.Contains(r.body, deed))
	}
	again.stop()

	c = companyOf(t, start(t, c.home, "demo", "--addr", at, "--reset"))
	if r := yusra.get("/me"); r.status != 303 {
		t.Errorf("after a reset a session of before answers %d, want 303", r.status)
	}
	if body := c.be("Yusra Haddad").get("/me/evidence").body; strings.Contains(body, deed) || !strings.Contains(body, "rabbit") {
		t.Error("after a reset the company is not as it was at first")
	}
}
