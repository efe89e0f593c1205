package walk

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// actionTime is how long one action of a browser may take.
const actionTime = 45 * time.Second

// browser is the one Chromium that all walks share; each person gets a context
// of her own in it, with her own cookies.
type browser struct {
	ctx   context.Context
	close []func()
}

var (
	theBrowser  = sync.OnceValues(startBrowser)
	browserUsed bool
	browserLock sync.Mutex
)

func startBrowser() (*browser, error) {
	path, err := exec.LookPath("chromium")
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "rung-chromium-")
	if err != nil {
		return nil, err
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.UserDataDir(dir), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true), chromedp.Flag("hide-scrollbars", true),
		chromedp.WSURLReadTimeout(startTime))
	b := &browser{close: []func(){func() { _ = os.RemoveAll(dir) }}} // a folder of nobody's
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	b.close = append(b.close, stop)
	ctx, stop = chromedp.NewContext(ctx)
	b.close = append(b.close, stop)
	b.ctx = ctx
	return b, chromedp.Do(ctx)
}

// openBrowser returns the browser. A machine without one fails the test, for
// pages that nobody looked at prove nothing; RUNG_TEST_BROWSER=skip skips it.
func openBrowser(t testing.TB) *browser {
	t.Helper()
	if os.Getenv("RUNG_TEST_BROWSER") == "skip" {
		t.Skip("RUNG_TEST_BROWSER=skip: the program is not walked through in a browser")
	}
	browserLock.Lock()
	defer browserLock.Unlock()
	browserUsed = true
	b, err := theBrowser()
	if err != nil {
		t.Fatalf("no browser: %v; install the package chromium, or set RUNG_TEST_BROWSER=skip to leave these walks out", err)
	}
	return b
}

// closeBrowser ends the browser, if a test started one.
func closeBrowser() {
	browserLock.Lock()
	defer browserLock.Unlock()
	if !browserUsed {
		return
	}
	b, err := theBrowser()
	if err != nil {
		return
	}
	for i := len(b.close) - 1; i >= 0; i-- {
		b.close[i]()
	}
}

// page is somebody's browser window. in holds the words of the part of the page
// that its steps are about, or "".
type page struct {
	*window
	in string
}

// window is a window of the browser with cookies of its own.
type window struct {
	t    testing.TB
	ctx  context.Context
	base string // of the server
	mute bool   // no script runs

	mu      sync.Mutex                // protects what follows
	wrong   []chromedp.ConsoleMessage // what the console said
	expect  map[string]string         // addresses that may answer otherwise than 200, and with what
	flushed chan struct{}
}

const lastWords = "walk: the end"

// visitor opens a window at a server. When the test ends, everything that went
// wrong in it is an error: exceptions, refused scripts and styles, requests
// that failed.
func visitor(t testing.TB, s *server) *page {
	t.Helper()
	b := openBrowser(t)
	ctx, cancel := chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext())
	t.Cleanup(cancel)
	p := &page{window: &window{t: t, ctx: ctx, base: s.url, expect: map[string]string{}, flushed: make(chan struct{})}}
	p.Desk().Light()
	messages := chromedp.Console(ctx)
	go func() {
		defer close(p.flushed)
		for m, err := range messages {
			if err != nil || m.Text == lastWords {
				return
			}
			p.note(m)
		}
	}()
	t.Cleanup(p.leave)
	return p
}

// note keeps what is wrong among what the console says.
func (p *window) note(m chromedp.ConsoleMessage) {
	if !m.IsException() && m.Type != "error" && m.Type != "warning" {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.wrong = append(p.wrong, m)
}

// leave closes the window and tells what went wrong in it.
func (p *window) leave() {
	if _, err := chromedp.Run(p.ctx, chromedp.Evaluate[int](`console.log("`+lastWords+`"), 0`)); err != nil {
		return // the test has failed already, and the window is gone
	}
	select {
	case <-p.flushed:
	case <-time.After(actionTime):
		p.t.Error("the browser never finished")
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, m := range p.wrong {
		if code := p.expect[m.URL]; code == "" || m.Source != "network" || !strings.Contains(m.Text, code) {
			p.t.Errorf("the browser says: %s (%s)", m, strings.TrimPrefix(m.URL, p.base))
		}
	}
}

func (p *page) do(steps ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, actionTime)
	defer cancel()
	if chromedp.FromContext(p.ctx).Target == nil {
		ctx = p.ctx // the first action opens the window, which lives as long as its context
	}
	if err := chromedp.Do(ctx, steps...); err != nil {
		p.t.Fatalf("drive the browser: %v", err)
	}
}

// call runs a command of the browser's protocol that has no action.
func (p *page) call(method string, params map[string]any) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, actionTime)
	defer cancel()
	if err := chromedp.FromContext(p.ctx).Target.Call(ctx, method, params, nil); err != nil {
		p.t.Fatalf("%s: %v", method, err)
	}
}

// asked returns what an expression is on the page.
func asked[T any](p *page, expression string, options ...chromedp.EvaluateOption) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, actionTime)
	defer cancel()
	out, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, options...))
	if err != nil {
		p.t.Fatalf("ask the page: %v", err)
	}
	return out
}

// Phone makes the window as wide as a phone.
func (p *page) Phone() *page {
	p.t.Helper()
	p.do(chromedp.EmulateViewport(390, 844, chromedp.EmulateMobile))
	return p
}

// Desk makes the window as wide as a screen on a desk.
func (p *page) Desk() *page {
	p.t.Helper()
	p.do(chromedp.EmulateViewport(1440, 900))
	return p
}

// Dark lets the system prefer dark pages; Light, light ones.
func (p *page) Dark() *page { return p.prefer("dark") }

// Light lets the system prefer light pages.
func (p *page) Light() *page { return p.prefer("light") }

func (p *page) prefer(scheme string) *page {
	p.t.Helper()
	p.call("Emulation.setEmulatedMedia", map[string]any{"features": []map[string]string{
		{"name": "prefers-color-scheme", "value": scheme},
		{"name": "prefers-reduced-motion", "value": "reduce"}, // what moves cannot be clicked
	}})
	return p
}

// WithoutScripts switches the page's scripts off.
func (p *page) WithoutScripts() *page {
	p.t.Helper()
	p.call("Emulation.setScriptExecutionDisabled", map[string]any{"value": true})
	p.mute = true
	return p
}
