// Pictures takes the pictures of the README from the running program: it
// starts the example company, signs in as its people and photographs what they
// see. Run it from the root of the module:
//
//	go run ./scripts/pictures
//
// It needs Chromium. The example company's days are counted back from today,
// so each run shows today's dates.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/chromedp/chromedp"
)

const (
	wide, tall   = 1440, 1000
	phone, below = 390, 844
	longest      = 5 * time.Minute
)

func main() {
	out := flag.String("o", filepath.Join("docs", "pictures"), "folder for the pictures")
	flag.Parse()
	if err := run(*out); err != nil {
		fmt.Fprintln(os.Stderr, "pictures:", err)
		os.Exit(1)
	}
}

// run takes all pictures.
func run(out string) error {
	ctx, cancel := context.WithTimeout(context.Background(), longest)
	defer cancel()
	dir, err := os.MkdirTemp("", "rung-pictures-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	company, err := startCompany(ctx, dir)
	if err != nil {
		return err
	}
	err = shootAll(ctx, dir, company.url, out)
	return errors.Join(err, company.stop())
}

// shot is one picture: a page, as somebody sees it.
type shot struct {
	name, who, path string
}

// shots are the pictures, those of one person together.
func shots() []shot {
	return []shot{
		{name: "compare", path: "/compare?a=software/l3-senior-software-engineer&b=software/l4-lead-software-engineer"},
		{name: "map", who: "Yusra Haddad", path: "/"},
		{name: "role", who: "Yusra Haddad", path: "/roles/software/l3-senior-software-engineer"},
		{name: "me", who: "Yusra Haddad", path: "/me"},
		{name: "side-by-side", who: "Yusra Haddad", path: "/me/side-by-side"},
	}
}

// shootAll opens a browser and takes every picture, light and dark, and one as
// a phone shows it.
func shootAll(ctx context.Context, dir, site, out string) error {
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		return fmt.Errorf("no browser: %w; install the package chromium", err)
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(chromium), chromedp.UserDataDir(filepath.Join(dir, "browser")), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("hide-scrollbars", true))
	ctx, stop := chromedp.NewExecAllocator(ctx, options...)
	defer stop()
	ctx, closeTab := chromedp.NewContext(ctx)
	defer closeTab()
	who := ""
	for _, s := range shots() {
		if s.who != who {
			if err := signIn(ctx, site, s.who); err != nil {
				return err
			}
			who = s.who
		}
		for _, scheme := range []string{"light", "dark"} {
			if err := shoot(ctx, site, s, scheme, filepath.Join(out, s.name+"-"+scheme+".png"), chromedp.EmulateViewport(wide, tall)); err != nil {
				return err
			}
		}
	}
	for _, scheme := range []string{"light", "dark"} {
		file := filepath.Join(out, "me-phone-"+scheme+".png")
		if err := shoot(ctx, site, shot{path: "/me"}, scheme, file, chromedp.EmulateViewport(phone, below, chromedp.EmulateMobile)); err != nil {
			return err
		}
	}
	return nil
}

// signIn becomes one of the company's people.
func signIn(ctx context.Context, site, name string) error {
	press := fmt.Sprintf(`[...document.querySelectorAll(".cast-stars button")].find(b => b.textContent.trim() === "Be %s").click()`, name)
	if err := chromedp.Do(ctx, chromedp.Navigate(site+"/cast")); err != nil {
		return fmt.Errorf("open the cast: %w", err)
	}
	if _, err := chromedp.RunResponse(ctx, chromedp.Evaluate[chromedp.Void](press)); err != nil {
		return fmt.Errorf("be %s: %w", name, err)
	}
	return nil
}

// shoot takes one picture.
func shoot(ctx context.Context, site string, s shot, scheme, file string, size chromedp.Action[chromedp.Void]) error {
	media := map[string]any{"features": []map[string]string{{"name": "prefers-color-scheme", "value": scheme}}}
	if err := chromedp.Do(ctx, size); err != nil {
		return fmt.Errorf("size the window: %w", err)
	}
	if err := chromedp.FromContext(ctx).Target.Call(ctx, "Emulation.setEmulatedMedia", media, nil); err != nil {
		return fmt.Errorf("choose colours: %w", err)
	}
	res, err := chromedp.RunResponse(ctx, chromedp.Navigate(site+s.path))
	if err != nil {
		return fmt.Errorf("open %s: %w", s.path, err)
	}
	if res.Status != 200 {
		return fmt.Errorf("open %s: status %d", s.path, res.Status)
	}
	png, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err != nil {
		return fmt.Errorf("photograph %s: %w", s.path, err)
	}
	small, err := shrink(png)
	if err != nil {
		return fmt.Errorf("compress %s: %w", file, err)
	}
	fmt.Printf("%s: %d KB\n", file, len(small)>>10)
	return os.WriteFile(file, small, 0o644)
}
