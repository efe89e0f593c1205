// Command pictures takes the pictures of the README from the running program:
// it serves the example company from nothing, signs in as one of its people,
// and writes docs/pictures. Run it from the top of the tree, after make build:
//
//	go run ./scripts/pictures
//
// It needs Chromium.
package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"syscall"
	"time"

	"github.com/chromedp/chromedp"
)

// folder is where the pictures go.
const folder = "docs/pictures"

// patience is how long everything together may take.
const patience = 5 * time.Minute

// shot is one picture: a page, as somebody sees it.
type shot struct {
	name          string
	as            string // a person of the example company
	path          string
	width, height int64
}

func shots() []shot {
	const wide, tall, phone = 1440, 1000, 390
	const compare = "/compare?a=software/l3-senior-software-engineer&b=software/l4-lead-software-engineer"
	return []shot{
		{"map", "Yusra Haddad", "/", wide, 900},
		{"role", "Yusra Haddad", "/roles/software/l3-senior-software-engineer", wide, tall},
		{"compare", "Yusra Haddad", compare, wide, tall},
		{"me", "Yusra Haddad", "/me", wide, tall},
		{"side-by-side", "Yusra Haddad", "/me/side-by-side", wide, tall},
		{"me-phone", "Yusra Haddad", "/me", phone, 844},
	}
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "pictures:", err)
		os.Exit(1)
	}
}

func run() error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	home, err := os.MkdirTemp("", "rung-pictures-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(home)
	base, stop, err := serve(ctx, home)
	if err != nil {
		return err
	}
	defer stop()
	browser, closeBrowser, err := open(ctx, filepath.Join(home, "browser"))
	if err != nil {
		return err
	}
	defer closeBrowser()
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for _, s := range shots() {
		for _, theme := range []string{"light", "dark"} {
			if err := take(browser, base, s, theme); err != nil {
				return fmt.Errorf("%s, %s: %w", s.name, theme, err)
			}
		}
	}
	return nil
}

// serve starts the demo over folders of its own and returns its address.
func serve(ctx context.Context, home string) (base string, stop func(), err error) {
	cmd := exec.CommandContext(ctx, "bin/rung", "demo", "--addr", "127.0.0.1:0")
	cmd.Env = append(os.Environ(), "XDG_DATA_HOME="+home, "XDG_CONFIG_HOME="+home)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return "", nil, err
	}
	if err := cmd.Start(); err != nil {
		return "", nil, fmt.Errorf("start the demo (make build makes it): %w", err)
	}
	stop = func() {
		// A demo that has ended already leaves nothing to stop.
		_ = cmd.Process.Signal(syscall.SIGTERM)
		_ = cmd.Wait()
	}
	address := regexp.MustCompile(`http://\S+`)
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if found := address.FindString(lines.Text()); found != "" {
			return found, stop, nil
		}
	}
	stop()
	return "", nil, fmt.Errorf("the demo does not say where it is")
}

// open starts a browser.
func open(ctx context.Context, dir string) (context.Context, func(), error) {
	path, err := exec.LookPath("chromium")
	if err != nil {
		return nil, nil, fmt.Errorf("no browser (install the package chromium): %w", err)
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.UserDataDir(dir), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true), chromedp.Flag("hide-scrollbars", true))
	ctx, stopProgram := chromedp.NewExecAllocator(ctx, options...)
	ctx, stopTab := chromedp.NewContext(ctx)
	return ctx, func() { stopTab(); stopProgram() }, chromedp.Do(ctx)
}

// take signs in, chooses the colours and writes the picture.
func take(browser context.Context, base string, s shot, theme string) error {
	ctx, cancel := chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
	defer cancel()
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(s.width, s.height), chromedp.Navigate(base+"/cast")); err != nil {
		return err
	}
	be := fmt.Sprintf(`[...document.querySelectorAll("button")].find(b => b.textContent.includes(%q)).click()`, s.as)
	colours := fmt.Sprintf(`document.cookie = "rung_theme=%s; path=/"; true`, theme)
	for _, step := range []string{colours, be + "; true"} {
		if _, err := chromedp.Run(ctx, chromedp.Evaluate[bool](step)); err != nil {
			return err
		}
	}
	if err := chromedp.Do(ctx, chromedp.WaitVisible("#standing"), chromedp.Navigate(base+s.path)); err != nil {
		return err
	}
	picture, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, s.name+"-"+theme+".png"), picture, 0o644)
}
