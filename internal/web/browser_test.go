package web_test

import (
	"context"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

var (
	lookAt  = flag.String("look", "", "folder into which TestLook puts pictures of pages")
	pagesAt = flag.String("pages", "", "pages to look at, divided by commas, instead of one of each kind")
)

// browser is a running Chromium with one tab.
type browser struct {
	t   testing.TB
	ctx context.Context
}

// openBrowser starts a browser that ends with the test. The test is skipped
// where there is none.
func openBrowser(t testing.TB) *browser {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		t.Skip("no Chromium here: pages are not looked at")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("hide-scrollbars", true))
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	t.Cleanup(cancel)
	ctx, stop := chromedp.NewExecAllocator(ctx, options...)
	t.Cleanup(stop)
	ctx, closeTab := chromedp.NewContext(ctx)
	t.Cleanup(closeTab)
	return &browser{t: t, ctx: ctx}
}

func (b *browser) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.t.Fatalf("drive the browser: %v", err)
	}
}

func (b *browser) size(width int64) {
	b.t.Helper()
	if width < 500 {
		b.do(chromedp.EmulateViewport(width, 844, chromedp.EmulateMobile, chromedp.EmulateTouch, chromedp.EmulatePortrait))
		return
	}
	b.do(chromedp.EmulateViewport(width, 900))
}

// theme keeps the cookie of the theme switch; a page of the site must be open.
func (b *browser) theme(name string) {
	b.t.Helper()
	if _, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](`document.cookie = "rung_theme=`+name+`; path=/"`)); err != nil {
		b.t.Fatalf("set theme: %v", err)
	}
}

// TestLook takes pictures of pages, for people: go test ./internal/web -run
// TestLook -args -look FOLDER [-ladder FOLDER] [-pages /,/check]
func TestLook(t *testing.T) {
	if *lookAt == "" {
		t.Skip("no -look folder given")
	}
	site := newSite(t, config(looked(t)))
	look := lookPages()
	if *pagesAt != "" {
		look = strings.Split(*pagesAt, ",")
	}
	b := openBrowser(t)
	b.do(chromedp.Navigate(site.URL + "/"))
	for _, theme := range []string{"light", "dark"} {
		b.theme(theme)
		for name, width := range map[string]int64{"wide": 1440, "phone": 390} {
			b.size(width)
			for _, p := range look {
				b.do(chromedp.Navigate(site.URL + p))
				b.picture(strings.Join([]string{fileName(p), name, theme}, "-"))
			}
		}
	}
}

func (b *browser) picture(name string) {
	b.t.Helper()
	png, err := chromedp.Run(b.ctx, chromedp.FullScreenshot(100))
	if err != nil {
		b.t.Fatalf("take picture: %v", err)
	}
	if err := os.WriteFile(filepath.Join(*lookAt, name+".png"), png, 0o600); err != nil {
		b.t.Fatal(err)
	}
}

func fileName(page string) string {
	return strings.Trim(strings.NewReplacer("/", "_", "?", "_", "&", "_", "=", "-").Replace("home"+page), "_")
}
