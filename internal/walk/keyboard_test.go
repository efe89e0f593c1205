package walk

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestByKeyboard reaches the main action of each page with the tab key alone,
// with a focus that can be seen all the way, and uses the single keys.
func TestByKeyboard(t *testing.T) {
	t.Parallel()
	p := visitor(t, demo(t, newHome(t)))
	p.Visit("/sign-in").tabTo("Sign in")
	p.Visit("/compare").tabTo("Compare")
	p.Visit("/revisions").tabTo("Compare the two")
	p.Visit("/revisions/compare").tabTo("Compare")
	p.Visit("/revisions/confirm").tabTo("What to write into rung.links.yaml")
	p.Be("Yusra Haddad")
	for path, action := range map[string]string{
		"/me": "Write it down", "/me?": "Rate myself", "/me/rate": "Keep these ratings", "/me/evidence": "Write it down",
		"/me/plan": "Add to the plan", "/me/feedback/give": "Send it", "/account": "Change password", "/terminal": "Go on",
	} {
		p.Visit(path).tabTo(action)
	}
	p.Visit("/me").Key("?").See("Write down what happened (where the page has a box for it)").Key(kb.Escape)
	p.Key("e")
	if got := asked[string](p, "document.activeElement.name"); got != "text" {
		t.Errorf("e goes to %q, want the box for evidence", got)
	}
	p.Visit("/").Key("g")
	p.load("press i", 200, chromedp.KeyEvent("i"))
	p.See("How I stand")
}

// maxTabs is more stops than the way to any page's main action has.
const maxTabs = 250

// tabTo presses the tab key until the action has the focus.
func (p *page) tabTo(action string) {
	p.t.Helper()
	for range maxTabs {
		p.Key(kb.Tab)
		got := asked[struct {
			Main, Seen bool
			Name       string
		}](p, `(() => {
			const el = document.activeElement, style = getComputedStyle(el), box = el.getBoundingClientRect();
			const around = el.closest("label") ? getComputedStyle(el.closest("label")) : style;
			const ring = [style, around].some((s) => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2);
			const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
			return {Main: !!el.closest("main"), Seen: ring && inView, Name: (el.textContent || el.name || "").replace(/\s+/g, " ").trim()};
		})()`)
		if !got.Seen {
			p.t.Errorf("%s: the focus on %.60q cannot be seen", p.Here(), got.Name)
			return
		}
		if got.Main && got.Name == action {
			return
		}
	}
	p.t.Errorf("%s: %d tabs do not reach %q", p.Here(), maxTabs, action)
}
