package walk

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/chromedp/chromedp"
)

//go:embed story.js
var storyScript string

// answer is what the page says to a step of a story.
type answer struct {
	X, Y  float64
	Kind  string
	Error string
}

// step asks the page, and fails where it cannot be done.
func (p *page) step(doing, verb string, args ...string) answer {
	p.t.Helper()
	quoted, err := json.Marshal(args)
	if err != nil {
		p.t.Fatal(err)
	}
	got := asked[answer](p, fmt.Sprintf("%s.%s(...%s)", strings.TrimSpace(storyScript), verb, quoted))
	if got.Error != "" {
		p.t.Fatalf("%s on %s: %s", doing, p.Here(), got.Error)
	}
	return got
}

// Here returns the address of the page that is shown.
func (p *page) Here() string {
	p.t.Helper()
	return strings.TrimPrefix(asked[string](p, "location.href"), p.base)
}

// About makes the next step be about one part of the page: the statement, row,
// list item or section that the words name.
func (p *page) About(words string) *page { return &page{window: p.window, in: words} }

// Visit opens an address of the server.
func (p *page) Visit(path string) *page {
	p.t.Helper()
	return p.VisitFor(path, 200)
}

// VisitFor opens an address that answers with a status.
func (p *page) VisitFor(path string, status int64) *page {
	p.t.Helper()
	address := path
	if strings.HasPrefix(path, "/") {
		address = p.base + path
	}
	p.load("visit "+path, status, chromedp.Navigate(address))
	p.mayAnswer(address, status)
	return p
}

// mayAnswer lets the console say that an address did not answer with 200.
func (p *page) mayAnswer(address string, status int64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if status != 200 {
		p.expect[address] = strconv.FormatInt(status, 10)
	}
}

// load does what leads to another page, and waits for it.
func (p *page) load(doing string, status int64, step chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, actionTime)
	defer cancel()
	res, err := chromedp.RunResponse(ctx, step)
	if err != nil {
		p.t.Fatalf("%s: %v", doing, err)
	}
	if res.Status != status {
		p.t.Fatalf("%s: the answer has status %d, want %d: %.400s", doing, res.Status, status, p.Text())
	}
}

// Press presses the button or link of that name and waits for the page to
// which it leads.
func (p *page) Press(name string) *page {
	p.t.Helper()
	at := p.step("press "+name, "press", name, p.in)
	p.load("press "+name, 200, chromedp.MouseClickXY(at.X, at.Y))
	return p
}

// PressRefused presses a button that sends a form which is refused: the page
// comes back and says what is wrong.
func (p *page) PressRefused(name string) *page {
	p.t.Helper()
	return p.PressOn(name, 422).See("Please look at this again")
}

// PressOn is Press for what is answered with another status than 200.
func (p *page) PressOn(name string, status int64) *page {
	p.t.Helper()
	at := p.step("press "+name, "press", name, p.in)
	p.load("press "+name, status, chromedp.MouseClickXY(at.X, at.Y))
	p.mayAnswer(p.base+p.Here(), status)
	return p
}

// Tap presses what stays on the page: what folds, or opens a dialog.
func (p *page) Tap(name string) *page {
	p.t.Helper()
	at := p.step("tap "+name, "press", name, p.in)
	p.do(chromedp.MouseClickXY(at.X, at.Y))
	return p
}

// Fill types into the field of that label, in place of what is there.
func (p *page) Fill(label, text string) *page {
	p.t.Helper()
	if got := p.step("fill in "+label, "field", label, p.in); got.Kind == "date" {
		p.step("fill in "+label, "set", text)
		return p
	}
	if text == "" {
		p.do(chromedp.KeyEvent("\b"))
		return p
	}
	p.call("Input.insertText", map[string]any{"text": text})
	return p
}

// Choose picks an option of a list.
func (p *page) Choose(label, option string) *page {
	p.t.Helper()
	p.step("choose "+label, "choose", label, option, p.in)
	return p
}

// Tick sets a checkbox or a radio button.
func (p *page) Tick(label string) *page {
	p.t.Helper()
	if at := p.step("tick "+label, "tick", label, p.in); at.Kind == "" {
		p.do(chromedp.MouseClickXY(at.X, at.Y))
	}
	return p
}

// Holds checks what a field holds; "ticked" or "not ticked" for a tick.
func (p *page) Holds(label, want string) *page {
	p.t.Helper()
	if got := p.step("read "+label, "value", label, p.in).Kind; got != want {
		p.t.Errorf("%s: %q holds %q, want %q", p.Here(), label, got, want)
	}
	return p
}

// Key presses a key.
func (p *page) Key(keys ...string) *page {
	p.t.Helper()
	for _, k := range keys {
		p.do(chromedp.KeyEvent(k))
	}
	return p
}

// Text returns what can be read.
func (p *page) Text() string {
	p.t.Helper()
	return p.step("read", "text", p.in).Kind
}

// See checks that all of it can be read, whatever the case of its letters.
func (p *page) See(texts ...string) *page {
	p.t.Helper()
	shown := p.Text()
	for _, text := range texts {
		if !strings.Contains(strings.ToLower(shown), strings.ToLower(text)) {
			p.t.Errorf("%s does not say %q; it says %.1500q", p.Here(), text, shown)
		}
	}
	return p
}

// DoNotSee checks that none of it can be read, nor stands folded in the page.
func (p *page) DoNotSee(texts ...string) *page {
	p.t.Helper()
	source := asked[string](p, "document.documentElement.textContent + document.documentElement.outerHTML")
	for _, text := range texts {
		if strings.Contains(source, text) {
			p.t.Errorf("%s says %q, and should not", p.Here(), text)
		}
	}
	return p
}

// Be signs in as somebody of the example company.
func (p *page) Be(name string) *page {
	p.t.Helper()
	return p.Visit("/cast").Press("Be " + name)
}
