package cli

import (
	"net/url"
	"strings"
	"testing"
)

func TestInviteIsTheWayBack(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	ladder := h.ladder()
	server, base := h.serve(ladder)
	admin(t, server, base)
	if _, said := h.do(exitFailure, "invite", "-C", ladder, "nobody@example.org"); !strings.HasPrefix(said, "rung: ") {
		t.Errorf("a link for nobody says %q", said)
	}
	out, _ := h.do(exitClean, "invite", "-C", ladder, "--base-url", base+"/", "ada@example.org")
	_, link, ok := strings.Cut(strings.TrimSpace(out), "  "+base)
	if !ok || !strings.HasPrefix(link, "/welcome/") {
		t.Fatalf("invite prints %q, want a link below %s/welcome/", out, base)
	}
	b := newBrowser(t, base)
	if page := b.post(link, url.Values{"password": {"another nine wet ropes"}}); !strings.Contains(page, "Ada Example") {
		t.Error("the link signs nobody in")
	}
	h.do(exitUsage, "invite", "-C", ladder, "--base-url", "nowhere", "ada@example.org")
	h.do(exitFailure, "invite", "--db", "/nonexistent/rung.db", "ada@example.org")
}
