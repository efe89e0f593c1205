package cli

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// patience is how long a test waits for what should take moments.
const patience = 2 * time.Minute

// home is a user with folders of her own.
type home struct {
	t   *testing.T
	dir string
}

func newHome(t *testing.T) home {
	t.Helper()
	return home{t, t.TempDir()}
}

// ladder writes a small ladder and returns its folder.
func (h home) ladder() string {
	h.t.Helper()
	dir := filepath.Join(h.dir, "ladder")
	h.write(filepath.Join(dir, "Boats", "L1-Hand.md"), "# L1: Hand\n\n## Craft\n\n- I tie the boat up so that it stays.\n- I bail before I am asked to bail.\n")
	return dir
}

func (h home) write(name, text string) {
	h.t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		h.t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		h.t.Fatal(err)
	}
}

// output collects what a command prints, and lets a test wait for it.
type output struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (o *output) Write(b []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.Write(b)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.String()
}

// run is a command that runs.
type run struct {
	t        *testing.T
	out, err *output
	stop     context.CancelFunc
	done     chan struct{}
	status   int
}

// start runs a command in the background, with a terminal that polls at once.
func (h home) start(in string, args ...string) *run {
	ctx, cancel := context.WithCancel(h.t.Context())
	r := &run{t: h.t, out: &output{}, err: &output{}, stop: cancel, done: make(chan struct{})}
	p := &program{
		in: strings.NewReader(in), out: r.out, err: r.err, now: time.Now,
		env:  map[string]string{"HOME": h.dir},
		wait: func(ctx context.Context, _ time.Duration) error { return wait(ctx, time.Millisecond) },
	}
	go func() {
		defer close(r.done)
		r.status = p.run(ctx, args)
	}()
	h.t.Cleanup(func() { r.end() })
	return r
}

// end stops the command and returns its exit status.
func (r *run) end() int {
	r.stop()
	return r.result()
}

// result waits for the command to end by itself.
func (r *run) result() int {
	r.t.Helper()
	select {
	case <-r.done:
		return r.status
	case <-time.After(patience):
		r.t.Fatal("the command does not end")
		return 0
	}
}

// await waits until the command has printed something, and returns its first
// group.
func (r *run) await(pattern string) string {
	r.t.Helper()
	re := regexp.MustCompile(pattern)
	deadline := time.Now().Add(patience)
	for {
		if m := re.FindStringSubmatch(r.out.String()); m != nil {
			return m[len(m)-1]
		}
		select {
		case <-r.done:
			if m := re.FindStringSubmatch(r.out.String()); m != nil {
				return m[len(m)-1]
			}
			r.t.Fatalf("the command ended with %d and never printed %q:\n%s%s", r.status, pattern, r.out, r.err)
		case <-time.After(5 * time.Millisecond):
		}
		if time.Now().After(deadline) {
			r.t.Fatalf("the command does not print %q:\n%s%s", pattern, r.out, r.err)
		}
	}
}

// do runs a command to its end and demands its exit status.
func (h home) do(status int, args ...string) (out, err string) {
	h.t.Helper()
	r := h.start("", args...)
	if got := r.result(); got != status {
		h.t.Fatalf("rung %s exits with %d, want %d\n%s%s", strings.Join(args, " "), got, status, r.out, r.err)
	}
	return r.out.String(), r.err.String()
}

// browser is somebody with a browser.
type browser struct {
	t    *testing.T
	base string
	http *http.Client
}

func newBrowser(t *testing.T, base string) browser {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return browser{t, base, &http.Client{Jar: jar, Timeout: patience}}
}

// get returns a page, which must be there.
func (b browser) get(path string) string {
	b.t.Helper()
	res, err := b.http.Get(b.base + path)
	return b.read(path, res, err)
}

// post sends a form and follows to the page that answers it.
func (b browser) post(path string, form url.Values) string {
	b.t.Helper()
	res, err := b.http.PostForm(b.base+path, form)
	return b.read(path, res, err)
}

func (b browser) read(path string, res *http.Response, err error) string {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	if err != nil || res.StatusCode != http.StatusOK {
		b.t.Fatalf("%s: %s (%v)\n%s", path, res.Status, err, text)
	}
	return string(text)
}
