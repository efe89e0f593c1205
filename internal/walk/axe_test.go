package walk

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
)

var lookAt = flag.String("look", "", "folder into which TestEveryPage puts a picture of each page that it opens")

// axeScript is the copy of axe-core that the port's own tests use.
var axeScript = sync.OnceValues(func() (string, error) {
	text, err := os.ReadFile(filepath.Join("..", "web", "testdata", "axe", "axe.min.js"))
	return string(text), err
})

type violation struct {
	ID, Help string
	Nodes    []struct {
		HTML    string
		Summary string `json:"failureSummary"`
	}
}

// Axe holds the page, with everything unfolded, to WCAG 2.2 AA as far as a
// program can tell: all rules as it is lit, and those of colour in the dark.
// A page without scripts is the same page, and cannot be asked.
func (p *page) Axe() *page {
	p.t.Helper()
	if p.mute {
		return p
	}
	p.Unfold()
	p.axe(`{runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"]}`)
	p.Dark()
	p.axe(`{runOnly: {type: "rule", values: ["color-contrast", "link-in-text-block"]}, resultTypes: ["violations"]}`)
	return p.Light()
}

// AxeAt holds a state of a page that no address leads to, at both widths.
func (p *page) AxeAt(name string) *page {
	p.t.Helper()
	for _, width := range []int{390, 1440} {
		if p.Desk(); width == 390 {
			p.Phone()
		}
		p.Look(fmt.Sprintf("%s-%d", name, width)).Axe().Sound(width)
	}
	return p
}

func (p *page) axe(options string) {
	p.t.Helper()
	script, err := axeScript()
	if err != nil {
		p.t.Fatal(err)
	}
	run := "axe.run(document, " + options + ").then(r => JSON.stringify(r.violations))"
	text := asked[string](p, "if (!window.axe) {"+script+"};"+run, chromedp.EvalAwaitPromise)
	var found []violation
	if err := json.Unmarshal([]byte(text), &found); err != nil {
		p.t.Fatalf("read what axe says: %v", err)
	}
	for _, v := range found {
		for _, n := range v.Nodes {
			p.t.Errorf("%s: %s: %s\n%s\n%s", p.Here(), v.ID, v.Help, n.HTML, n.Summary)
		}
	}
}

// Unfold opens everything that is folded.
func (p *page) Unfold() *page {
	p.t.Helper()
	asked[int](p, `document.querySelectorAll("details").forEach(d => d.open = true), 0`)
	return p
}

// Sound checks what holds of every page: one heading, a title of its own, and
// nothing that makes the page as a whole scroll sideways.
func (p *page) Sound(width int) *page {
	p.t.Helper()
	got := asked[struct {
		Title     string
		Headings  int
		Wide      int
		Widest    string
		Duplicate string
	}](p, `(() => {
		const wide = document.documentElement.scrollWidth;
		const over = [...document.querySelectorAll("main *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".scroll"));
		const ids = [...document.querySelectorAll("[id]")].map(e => e.id);
		return {Title: document.title, Headings: document.querySelectorAll("h1").length, Wide: wide,
			Widest: wide > innerWidth && over.length ? over.at(-1).outerHTML.slice(0, 200) : "", Duplicate: ids.find((id, i) => ids.indexOf(id) !== i) ?? ""};
	})()`)
	if got.Title == "" || strings.HasPrefix(got.Title, " ") {
		p.t.Errorf("%s has the title %q", p.Here(), got.Title)
	}
	if got.Headings != 1 {
		p.t.Errorf("%s has %d headings of the first level, want 1", p.Here(), got.Headings)
	}
	if got.Wide > width {
		p.t.Errorf("%s is %d wide, want at most %d: %s", p.Here(), got.Wide, width, got.Widest)
	}
	if got.Duplicate != "" {
		p.t.Errorf("%s has the id %q twice", p.Here(), got.Duplicate)
	}
	return p
}

// Look puts pictures of the page, light and dark, into the folder that -look
// names.
func (p *page) Look(name string) *page {
	p.t.Helper()
	if *lookAt == "" {
		return p
	}
	for _, scheme := range []string{"dark", "light"} {
		p.prefer(scheme)
		png, err := chromedp.Run(p.ctx, chromedp.FullScreenshot(100))
		if err == nil {
			err = os.WriteFile(filepath.Join(*lookAt, name+"-"+scheme+".png"), png, 0o600)
		}
		if err != nil {
			p.t.Fatalf("take a picture: %v", err)
		}
	}
	return p
}

// kind is one page of each kind, and who looks at it; "" is somebody who has
// not signed in.
type kind struct {
	name, who, path string
	status          int64
}

// kinds returns one page of every kind of the example company.
func kinds(c *company) []kind {
	yusra, callum := c.person("Yusra Haddad"), c.person("Callum Dewar")
	l2, l3 := "software/l2-software-engineer", "software/l3-senior-software-engineer"
	l2, l3 = c.role(l2), c.role(l3)
	draft := c.evidence("Yusra Haddad")
	newest, first := c.led("/revisions", ".revisions-subject a", 0), c.led("/revisions", ".revisions-subject a", -1)
	sixth := c.led("/revisions", ".revisions-subject a", 5)
	between := "/revisions/compare?from=" + path.Base(first) + "&to=" + path.Base(newest)
	list := []kind{
		{name: "map", path: "/"}, {name: "role", path: "/roles/" + l3}, {name: "role-new", path: "/roles/" + l3 + "?only=new"},
		{name: "compare-empty", path: "/compare"}, {name: "compare", path: "/compare?a=platform/l3-senior-platform-engineer&b=platform/l4-lead-platform-engineer"},
		{name: "track", path: "/tracks/" + strings.Split(l2, "/")[0]}, {name: "revisions", path: "/revisions"}, {name: "check", path: "/check"},
		{name: "revision", path: newest}, {name: "revision-replaces", path: sixth}, {name: "revision-first", path: first},
		{name: "revisions-compare-empty", path: "/revisions/compare"}, {name: "revisions-compare", path: between},
		{name: "revisions-confirm", path: "/revisions/confirm"}, {name: "life", path: c.led(newest, ".changes-entry .statement-past", 0)},
		{name: "life-retired", path: c.led(sixth, ".changes-chapter .statement-past", -1)}, {name: "life-none", path: "/statements/s-nobody", status: 404},
		{name: "role-past", path: "/history/" + l3}, {name: "role-past-gone", path: "/history/platform/l3-duty-engineer"},
		{name: "sign-in", path: "/sign-in"}, {name: "cast", path: "/cast"}, {name: "nowhere", path: "/nowhere", status: 404},
		{name: "welcome-void", path: "/welcome/nothing", status: 404},
		{name: "map-signed-in", who: "Yusra Haddad", path: "/"}, {name: "role-signed-in", who: "Yusra Haddad", path: "/roles/" + l3},
		{name: "me", who: "Yusra Haddad", path: "/me"}, {name: "me-wanted", who: "Yusra Haddad", path: "/me?role=" + l3},
		{name: "rate", who: "Yusra Haddad", path: "/me/rate?role=" + l3}, {name: "side-by-side", who: "Yusra Haddad", path: "/me/side-by-side"},
		{name: "evidence", who: "Yusra Haddad", path: "/me/evidence"}, {name: "evidence-one", who: "Yusra Haddad", path: draft},
		{name: "plan", who: "Yusra Haddad", path: "/me/plan"}, {name: "feedback", who: "Yusra Haddad", path: "/me/feedback"},
		{name: "feedback-give", who: "Yusra Haddad", path: "/me/feedback/give?for=" + callum}, {name: "access", who: "Yusra Haddad", path: "/me/access"},
		{name: "no-people", who: "Yusra Haddad", path: "/me/people"}, {name: "people", who: "Yusra Haddad", path: "/people"},
		{name: "colleague", who: "Yusra Haddad", path: "/people/" + callum}, {name: "account", who: "Yusra Haddad", path: "/account"},
		{name: "terminal", who: "Yusra Haddad", path: "/terminal"}, {name: "lost", who: "Yusra Haddad", path: "/people/nobody", status: 404},
		{name: "my-people", who: "Callum Dewar", path: "/me/people"}, {name: "report", who: "Callum Dewar", path: "/people/" + yusra},
		{name: "report-rate", who: "Callum Dewar", path: "/people/" + yusra + "/rate"},
		{name: "report-side-by-side", who: "Callum Dewar", path: "/people/" + yusra + "/side-by-side"},
		{name: "admin", who: "Seun Adeyemi", path: "/admin/people"}, {name: "admin-person", who: "Seun Adeyemi", path: "/admin/people/" + yusra},
		{name: "admin-import", who: "Seun Adeyemi", path: "/admin/people/import"}, {name: "admin-log", who: "Seun Adeyemi", path: "/admin/people/log"},
		{name: "me-without-role", who: "Seun Adeyemi", path: "/me"},
	}
	for i := range list {
		if list[i].status == 0 {
			list[i].status = 200
		}
	}
	return list
}

// TestEveryPage opens one page of every kind, signed out and signed in, light
// and dark, on a desk and on a phone, and holds it to what all pages must be.
func TestEveryPage(t *testing.T) {
	t.Parallel()
	c := newCompany(t)
	windows := map[string]*page{}
	for _, k := range kinds(c) {
		p, ok := windows[k.who]
		if !ok {
			p = visitor(t, c.server)
			if k.who != "" {
				p.Be(k.who)
			}
			windows[k.who] = p
		}
		for _, width := range []int{1440, 390} {
			if p.Desk(); width == 390 {
				p.Phone()
			}
			p.VisitFor(k.path, k.status).Look(fmt.Sprintf("%s-%d", k.name, width))
			p.Sound(width).Axe().Sound(width)
		}
	}
}
