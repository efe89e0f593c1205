package walk

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

const (
	startTime = 60 * time.Second // for a machine that is busy with other tests
	stopTime  = 30 * time.Second
)

// home is the folders of somebody who uses the program: data, sign-ins, and
// nothing of the machine's own.
type home struct{ dir string }

func newHome(t testing.TB) home { return home{t.TempDir()} }

func (h home) env() []string {
	return []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + h.dir, "TMPDIR=" + os.TempDir(), "LANG=C.UTF-8",
		"XDG_DATA_HOME=" + filepath.Join(h.dir, "data"), "XDG_CONFIG_HOME=" + filepath.Join(h.dir, "config"),
	}
}

// rung runs a command to its end and returns what it said.
func (h home) rung(t testing.TB, args ...string) (out string, code int) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), startTime)
	defer cancel()
	cmd := exec.CommandContext(ctx, binary, args...)
	cmd.Env, cmd.Dir = h.env(), h.dir
	text, err := cmd.CombinedOutput()
	if err != nil && cmd.ProcessState == nil {
		t.Fatalf("run rung %s: %v", args[0], err)
	}
	return string(text), cmd.ProcessState.ExitCode()
}

// server is a running program that people reach at url.
type server struct {
	t    testing.TB
	home home
	url  string
	said *transcript
	cmd  *exec.Cmd
	done chan struct{}
}

// transcript is all that a program said so far.
type transcript struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (s *transcript) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(b)
}

func (s *transcript) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}

var address = regexp.MustCompile(`http://[a-z0-9.\[\]:]+:[0-9]+`)

// demo starts the example company.
func demo(t testing.TB, h home) *server {
	t.Helper()
	return start(t, h, "demo", "--addr", "127.0.0.1:0")
}

// serve starts the application over the ladders at path.
func serve(t testing.TB, h home, path string, more ...string) *server {
	t.Helper()
	return start(t, h, append([]string{"serve", path, "--addr", "127.0.0.1:0"}, more...)...)
}

// start runs a command that serves, and waits until it says where. It is
// stopped when the test ends.
func start(t testing.TB, h home, args ...string) *server {
	t.Helper()
	s := &server{t: t, home: h, said: &transcript{}, done: make(chan struct{})}
	s.cmd = exec.Command(binary, args...)
	s.cmd.Env, s.cmd.Dir, s.cmd.Stderr = h.env(), h.dir, s.said
	out, err := s.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.cmd.Start(); err != nil {
		t.Fatalf("start rung %s: %v", args[0], err)
	}
	found := make(chan string, 1)
	go s.read(out, found)
	t.Cleanup(s.stop)
	select {
	case s.url = <-found:
	case <-s.done:
		t.Fatalf("rung %s ended before it served: %s", args[0], s.said)
	case <-time.After(startTime):
		t.Fatalf("rung %s did not say where it is within %s: %s", args[0], startTime, s.said)
	}
	return s
}

// read keeps what the program prints, hands on the first address, and waits
// for the program to end.
func (s *server) read(out io.Reader, found chan<- string) {
	defer close(s.done)
	lines := bufio.NewScanner(out)
	told := false
	for lines.Scan() {
		_, _ = s.said.Write(append(lines.Bytes(), '\n')) // a buffer takes everything
		if at := address.FindString(lines.Text()); at != "" && !told {
			told = true
			found <- at
		}
	}
	_ = s.cmd.Wait() // how it ended is asked of ProcessState
}

// stop ends the program as an operator does, and checks that it ends well.
func (s *server) stop() {
	select {
	case <-s.done:
		return
	default:
	}
	if err := s.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		s.t.Errorf("stop the program: %v", err)
	}
	select {
	case <-s.done:
	case <-time.After(stopTime):
		_ = s.cmd.Process.Kill() // the test has failed already
		s.t.Errorf("the program did not stop within %s", stopTime)
	}
	if code := s.cmd.ProcessState.ExitCode(); code != 0 {
		s.t.Errorf("the program stopped with status %d: %s", code, s.said)
	}
	for _, bad := range []string{"level=ERROR", "panic", "DATA RACE"} {
		if strings.Contains(s.said.String(), bad) {
			s.t.Errorf("the program said %q:\n%s", bad, s.said)
			return
		}
	}
}

// link waits for an address below path that the program prints, and returns it.
func (s *server) link(path string) string {
	s.t.Helper()
	find := regexp.MustCompile(regexp.QuoteMeta(s.url+path) + `\S+`)
	for end := time.Now().Add(stopTime); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if at := find.FindString(s.said.String()); at != "" {
			return at
		}
	}
	s.t.Fatalf("the program printed no link to %s: %s", path, s.said)
	return ""
}
