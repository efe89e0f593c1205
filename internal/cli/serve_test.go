package cli

import (
	"context"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rung/internal/fault"
)

// serve starts a server over a ladder and returns its address.
func (h home) serve(args ...string) (*run, string) {
	h.t.Helper()
	r := h.start("", append([]string{"serve", "--addr", "127.0.0.1:0"}, args...)...)
	return r, r.await(`rung serves .* at (http://\S+)`)
}

const password = "nine wet ropes in a row"

// admin makes the first administrator of a server that has nobody.
func admin(t *testing.T, r *run, base string) browser {
	t.Helper()
	link := r.await(base + `(/welcome/\S+)`)
	b := newBrowser(t, base)
	b.post(link, url.Values{"name": {"Ada Example"}, "email": {"ada@example.org"}, "password": {password}})
	return b
}

func TestServeBeginsWithAnAdministrator(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	ladder := h.ladder()
	r, base := h.serve(ladder)
	b := admin(t, r, base)
	if page := b.get("/me"); !strings.Contains(page, "Ada Example") {
		t.Error("/me does not name the administrator who has just signed in")
	}
	if status := r.end(); status != exitClean {
		t.Errorf("interrupted, it exits with %d, want %d\n%s", status, exitClean, r.err)
	}

	again, base := h.serve(ladder)
	again.await("rung serves")
	b = newBrowser(t, base)
	b.get("/")
	if strings.Contains(again.out.String(), "/welcome/") {
		t.Error("a second start invites a first administrator again")
	}
}

func TestServeKeepsItsDatabaseToItself(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	ladder := h.ladder()
	h.serve(ladder)
	files, err := filepath.Glob(filepath.Join(h.dir, ".local/share/rung/ladder-*.db"))
	if err != nil || len(files) != 1 {
		t.Fatalf("databases: got %v (%v), want one in the data folder", files, err)
	}
	if info, err := os.Stat(files[0]); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%s: mode %v (%v), want it to be the user's alone", files[0], info.Mode(), err)
	}
	for name, args := range map[string][]string{
		"in the ladder":        {ladder, "--db", filepath.Join(ladder, "rung.db")},
		"in a folder of it":    {ladder, "--db", filepath.Join(ladder, "new", "rung.db")},
		"neither file nor SQL": {ladder, "--db", "mysql://localhost/rung"},
	} {
		h.do(exitUsage, append([]string{"serve", "--addr", "127.0.0.1:0"}, args...)...)
		if _, err := os.Stat(filepath.Join(ladder, "rung.db")); err == nil {
			t.Errorf("%s: a database stands in the ladder's own tree", name)
		}
	}
	_, said := h.do(exitFailure, "serve", "--addr", "127.0.0.1:0", ladder, "--db", "postgres://ada:wet-ropes@127.0.0.1:1/rung")
	if !strings.Contains(said, "check the address in --db") || strings.Contains(said, "wet-ropes") {
		t.Errorf("without PostgreSQL it says %q, want the cure and no password", said)
	}
	_, said = h.do(exitFailure, "serve", "--addr", "127.0.0.1:0", ladder)
	if want := "stop that one, or name another database with --db"; !strings.Contains(said, want) {
		t.Errorf("a second server says %q, want it to tell the cure (%s)", said, want)
	}
}

func TestServeRefusesAddresses(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	ladder := h.ladder()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer ln.Close()
	for _, c := range []struct {
		args   []string
		status int
		says   string
	}{
		{[]string{"--addr", ln.Addr().String()}, exitFailure, "is in use: choose another with --addr"},
		{[]string{"--addr", "nowhere"}, exitUsage, "cannot listen on"},
		{[]string{"--base-url", "rung.example.org"}, exitUsage, "expected one as https://rung.example.org"},
		{[]string{"--base-url", "ftp://rung.example.org"}, exitUsage, "expected one as https://rung.example.org"},
	} {
		_, said := h.do(c.status, append([]string{"serve", ladder}, c.args...)...)
		if !strings.Contains(said, c.says) {
			t.Errorf("serve %v says %q, want it to say %q", c.args, said, c.says)
		}
	}
	if files, _ := filepath.Glob(filepath.Join(h.dir, ".local/share/rung/*")); len(files) > 0 {
		t.Errorf("refused servers left %v behind", files)
	}
}

func TestServeHTTPFinishesWhatRuns(t *testing.T) {
	t.Parallel()
	begun, finish := make(chan struct{}), make(chan struct{})
	server := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(begun)
		<-finish
		w.WriteHeader(http.StatusTeapot)
	})}
	ctx, stop := context.WithCancel(t.Context())
	ln, err := listen(ctx, "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	served := make(chan error, 1)
	go func() { served <- serveHTTP(ctx, ln, server) }()
	answered := make(chan int, 1)
	go func() {
		res, err := http.Get(addressOf(ln))
		if err != nil {
			answered <- 0
			return
		}
		res.Body.Close()
		answered <- res.StatusCode
	}()
	<-begun
	stop()
	close(finish)
	if got := <-answered; got != http.StatusTeapot {
		t.Errorf("the request that ran was answered with %d, want %d", got, http.StatusTeapot)
	}
	if err := <-served; err != nil {
		t.Errorf("serveHTTP: %v", err)
	}
}

func TestListenNearTakesTheNextPort(t *testing.T) {
	t.Parallel()
	first, err := listen(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	port := first.Addr().(*net.TCPAddr).Port
	second, err := listenNear(t.Context(), "127.0.0.1", port, 20)
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	if got := second.Addr().(*net.TCPAddr).Port; got <= port {
		t.Errorf("got port %d, want one after %d", got, port)
	}
	if _, err := listenNear(t.Context(), "127.0.0.1", port, 1); fault.KindOf(err) != fault.Conflict {
		t.Errorf("with one try: %v, want a conflict", err)
	}
}

func TestSourceSeesChanges(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	ladder := h.ladder()
	s, err := openSource(t.Context(), ladder, "")
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if moved, err := s.refresh(t.Context()); err != nil || moved {
		t.Errorf("nothing changed: got %v, %v", moved, err)
	}
	h.write(filepath.Join(ladder, "Boats", "L2-Mate.md"), "# L2: Mate\n\n## Craft\n\n- I splice a rope in the dark.\n")
	if moved, err := s.refresh(t.Context()); err != nil || !moved {
		t.Errorf("a file was added: got %v, %v", moved, err)
	}
	later := time.Now().Add(time.Minute)
	if err := os.Chtimes(filepath.Join(ladder, "Boats", "L1-Hand.md"), later, later); err != nil {
		t.Fatal(err)
	}
	if moved, err := s.refresh(t.Context()); err != nil || !moved {
		t.Errorf("a file was written again: got %v, %v", moved, err)
	}
	if err := os.RemoveAll(ladder); err != nil {
		t.Fatal(err)
	}
	if moved, err := s.refresh(t.Context()); err == nil || moved {
		t.Errorf("the folder is gone: got %v, %v, want an error and the old one kept", moved, err)
	}
}
