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
		"/roles/foundation/leadership",
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
