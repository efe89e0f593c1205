package web_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/chromedp/chromedp"
)

// lookPages returns one address of each kind of page.
func lookPages() []string {
	return []string{
		"/",
		"/roles/lamp-engineering/l3-senior-lamp-engineer",
		"/roles/lamp-engineering/l3-senior-lamp-engineer?only=new",
		"/roles/foundation/leadership",
		"/compare",
		"/compare?a=lamp-engineering/l2-lamp-engineer&b=lamp-engineering/l3-senior-lamp-engineer",
		"/compare?a=lamp-engineering/l3-senior-lamp-engineer&b=lamp-engineering/l4-lead-lamp-engineer&c=station-management/l4-station-manager",
		"/tracks/lamp-engineering",
		"/pages/guides/reviews.md",
		"/revisions",
		"/check",
		"/nowhere",
	}
}

type violation struct {
	ID    string `json:"id"`
	Help  string `json:"help"`
	Nodes []struct {
		HTML    string `json:"html"`
		Summary string `json:"failureSummary"`
	} `json:"nodes"`
}

// TestAxe holds each kind of page, wide and narrow, light and dark, with
// everything unfolded, to WCAG 2.2 AA as far as a program can tell.
func TestAxe(t *testing.T) {
	t.Parallel()
	axe, err := os.ReadFile("testdata/axe/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	site := newSite(t, config(newShelf()))
	b := openBrowser(t)
	b.do(chromedp.Navigate(site.URL + "/"))
	for _, theme := range []string{"light", "dark"} {
		b.theme(theme)
		for _, width := range []int64{1440, 390} {
			b.size(width)
			for _, page := range lookPages() {
				b.do(chromedp.Navigate(site.URL + page))
				b.unfold()
				for _, v := range b.violations(string(axe)) {
					for _, n := range v.Nodes {
						t.Errorf("%s at %d, %s: %s: %s\n%s\n%s", page, width, theme, v.ID, v.Help, n.HTML, n.Summary)
					}
				}
				b.sidewaysAt(page, width)
			}
		}
	}
}

// TestNothingScrollsSideways opens every kind of page at widths between a small
// phone (where a wide one ends up at 400 % zoom) and a desk.
func TestNothingScrollsSideways(t *testing.T) {
	t.Parallel()
	site := newSite(t, config(newShelf()))
	b := openBrowser(t)
	for _, width := range []int64{320, 600, 720, 1000, 1200} {
		b.size(width)
		for _, page := range lookPages() {
			b.do(chromedp.Navigate(site.URL + page))
			b.unfold()
			b.sidewaysAt(page, width)
		}
	}
}

// TestKeyboard presses keys.
func TestKeyboard(t *testing.T) {
	t.Parallel()
	site := newSite(t, config(newShelf()))
	b := openBrowser(t)
	b.size(1200)
	at := func(path string) { b.do(chromedp.Navigate(site.URL + path)) }
	is := func(what, want string) {
		t.Helper()
		got, err := chromedp.Run(b.ctx, chromedp.Evaluate[string]("String("+what+")"))
		if err != nil || got != want {
			t.Errorf("%s is %q (%v), want %q", what, got, err, want)
		}
	}
	const dialogOpen = `document.getElementById("keys").open`
	at("/check")
	b.do(chromedp.KeyEvent("?"))
	is(dialogOpen, "true")
	b.do(chromedp.KeyEvent("g"), chromedp.KeyEvent("m"))
	is("location.pathname", "/check") // keys rest while a dialog is open
	b.do(chromedp.Click("#keys [data-keys-toggle]"), chromedp.Click("#keys button[type=submit]"), chromedp.KeyEvent("?"))
	is(dialogOpen, "false") // and when they are turned off
	at("/check")
	b.do(chromedp.Click("[data-opens=keys]"), chromedp.Click("#keys [data-keys-toggle]"), chromedp.Click("#keys button[type=submit]"))
	b.do(chromedp.KeyEvent("g"), chromedp.KeyEvent("c"), chromedp.WaitReady(".compare-form"))
	is("location.pathname", "/compare")
	b.do(chromedp.Focus("#pick-a"), chromedp.KeyEvent("?"))
	is(dialogOpen, "false") // nor while one chooses or types
}

// TestThemeSwitch clicks the switch: the page changes at once, and the next
// page agrees.
func TestThemeSwitch(t *testing.T) {
	t.Parallel()
	site := newSite(t, config(newShelf()))
	b := openBrowser(t)
	b.size(1200)
	paper := func() string {
		got, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](`getComputedStyle(document.documentElement).backgroundColor`))
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	b.do(chromedp.Navigate(site.URL + "/"))
	light := paper()
	b.do(chromedp.Click("form.theme button[value=dark]"))
	dark := paper()
	if dark == light {
		t.Errorf("dark paper is %s, as light paper is", dark)
	}
	b.do(chromedp.Navigate(site.URL + "/check"))
	if got := paper(); got != dark {
		t.Errorf("the next page has paper %s, want %s", got, dark)
	}
	b.do(chromedp.Click("form.theme button[value='']"))
	if got := paper(); got != light {
		t.Errorf("back with the system, paper is %s, want %s", got, light)
	}
}

func (b *browser) unfold() {
	b.t.Helper()
	if _, err := chromedp.Run(b.ctx, chromedp.Evaluate[int](`document.querySelectorAll("details").forEach(d => d.open = true), 0`)); err != nil {
		b.t.Fatalf("unfold: %v", err)
	}
}

func (b *browser) violations(axe string) []violation {
	b.t.Helper()
	const run = `axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"]}).then(r => JSON.stringify(r.violations))`
	text, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](axe+";"+run, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("run axe: %v", err)
	}
	var out []violation
	if err := json.Unmarshal([]byte(text), &out); err != nil {
		b.t.Fatalf("read what axe says: %v", err)
	}
	return out
}

// sidewaysAt fails where the page as a whole scrolls sideways.
func (b *browser) sidewaysAt(page string, width int64) {
	b.t.Helper()
	got, err := chromedp.Run(b.ctx, chromedp.Evaluate[int64](`document.documentElement.scrollWidth`))
	if err != nil {
		b.t.Fatalf("measure: %v", err)
	}
	if got > width {
		b.t.Errorf("%s is %d wide, want at most %d", page, got, width)
	}
}

// onPaper makes the rules for paper hold on the screen.
const onPaper = `(async () => {
	const walk = (rules) => { for (const r of rules) {
		if (r.media && r.media.mediaText === "print") r.media.mediaText = "all";
		if (r.cssRules) walk(r.cssRules);
	} };
	for (const s of document.styleSheets) walk(s.cssRules);
	const seen = (q) => [...document.querySelectorAll(q)].filter(e => e.checkVisibility()).length;
	await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
	return JSON.stringify({
		folded: document.querySelectorAll("details .examples, details .statements").length,
		unfolded: seen("details .examples, details .statements"),
		controls: seen(".top-nav, .theme, .statement-link, .skip, .role-switch, .crumbs"),
		paper: getComputedStyle(document.documentElement).colorScheme,
	});
})()`

// TestPrint looks at a role as it is printed in the dark: what is folded on
// the screen is on paper, what only a screen can use is not, and paper is
// white.
func TestPrint(t *testing.T) {
	t.Parallel()
	site := newSite(t, config(newShelf()))
	b := openBrowser(t)
	b.size(800)
	b.do(chromedp.Navigate(site.URL + "/"))
	b.theme("dark")
	b.do(chromedp.Navigate(site.URL + "/roles/lamp-engineering/l3-senior-lamp-engineer"))
	text, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](onPaper, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("print: %v", err)
	}
	var got struct {
		Folded, Unfolded, Controls int
		Paper                      string
	}
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		t.Fatal(err)
	}
	if got.Folded == 0 || got.Unfolded != got.Folded || got.Controls != 0 || got.Paper != "light" {
		t.Errorf("on paper: %+v, want all unfolded, no controls, light", got)
	}
	if *lookAt != "" {
		b.picture("print")
	}
}
