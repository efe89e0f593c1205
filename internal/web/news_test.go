package web

import (
	"context"
	"io/fs"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"rung/internal/frameworks"
	"rung/internal/model"
	"rung/internal/pages/pagetest"
	"rung/internal/people"
)

// growing is a ladder in a folder that is edited.
type growing struct{ statements []string }

func (*growing) Revisions(context.Context) ([]frameworks.Revision, error) { return nil, nil }

func (*growing) TreeAt(context.Context, string) (fs.FS, error) { return nil, fs.ErrNotExist }

func (g *growing) Tree(context.Context) (fs.FS, string, error) {
	text := "# L1: Pilot\n\n> I bring ships in.\n\n## Craft\n\n- " + strings.Join(g.statements, "\n- ") + "\n"
	return fstest.MapFS{
		"Pilots/L1-Pilot.md":        {Data: []byte(text)},
		"Pilots/L2-Senior-Pilot.md": {Data: []byte("# L2: Senior Pilot\n\n> I bring big ships in.\n\n## Craft\n\n- I teach others to read the tide.\n")},
	}, "", nil
}

const pilotRole = model.RoleID("pilots/l1-pilot")

// changing is an office whose administrator holds a role of a ladder that is
// edited.
func changing(t *testing.T, statements ...string) (*office, func(statements ...string)) {
	t.Helper()
	g := &growing{statements: statements}
	o := newOfficeOver(t, g)
	must(o.people.Assign(t.Context(), o.root.Actor, people.Assignment{Person: o.root.Actor.Person, Role: pilotRole, Since: time.Now().AddDate(-1, 0, 0)}))(t)
	return o, func(statements ...string) {
		t.Helper()
		g.statements = statements
		if err := o.ladder.Sync(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
}

// rateShown rates every statement of the page for rating, as a browser would.
func (o *office) rateShown(page, value string, want int) {
	o.t.Helper()
	values := url.Values{"role": {string(pilotRole)}}
	doc := pagetest.Parse(o.t, strings.NewReader(page))
	for _, v := range attributes(doc, "input[name=revision]", "value") {
		values.Set("revision", v)
	}
	for _, name := range attributes(doc, "textarea", "name") {
		if id, ok := strings.CutPrefix(name, "words-"); ok {
			values.Set("value-"+id, value)
			values.Set(name, "")
		}
	}
	o.send("/me/rate", values, want)
}

func attributes(doc *pagetest.Doc, selector, name string) []string {
	var out []string
	for _, n := range doc.All(selector) {
		if value, ok := pagetest.Attr(n, name); ok {
			out = append(out, value)
		}
	}
	return out
}

const ratePath = "/me/rate?role=pilots%2Fl1-pilot"

// The page of a person says what changed for her since she last looked, with
// the words, until she has read it.
func TestMeTellsWhatChanged(t *testing.T) {
	t.Parallel()
	o, edit := changing(t, "I read the tide tables every morning.", "I bring small ships in with guidance.", "I keep my radio charged.")
	page, _ := o.get(ratePath, http.StatusOK)
	o.rateShown(page, "performing", http.StatusSeeOther)
	me, _ := o.get("/me", http.StatusOK)
	if got := pagetest.Parse(t, strings.NewReader(me)).Texts(".news"); len(got) != 0 {
		t.Errorf("told while nothing has changed: %q", got)
	}
	edit("I read the tide tables each morning.", "I bring small ships in without guidance.")
	me, _ = o.get("/me", http.StatusOK)
	doc := pagetest.Parse(t, strings.NewReader(me))
	want := map[string]string{
		"#news-re-rate": "Up for re-rating", "#news-retired": "Retired", "#news-kept-with-notice": "Kept, with notice",
	}
	for selector, title := range want {
		if got := doc.Texts(selector); len(got) != 1 || got[0] != title {
			t.Errorf("%s reads %q, want %q", selector, got, title)
		}
	}
	if got := doc.Texts(".news ins"); len(got) != 2 {
		t.Errorf("words marked as new: %q, want those of two statements", got)
	}
	if got := strings.Join(doc.Texts(".news-item"), "\n"); !strings.Contains(got, "asks more: with guidance -> without guidance") || !strings.Contains(got, "You: Performing") {
		t.Errorf("told %s", got)
	}
	revision := attributes(doc, ".news-seen input[name=revision]", "value")[0]
	o.send("/me/seen", url.Values{"revision": {"none"}}, http.StatusUnprocessableEntity)
	o.send("/me/seen", url.Values{"revision": {revision}}, http.StatusSeeOther)
	me, _ = o.get("/me", http.StatusOK)
	if got := pagetest.Parse(t, strings.NewReader(me)).Texts(".news"); len(got) != 0 {
		t.Errorf("told again once it was read: %q", got)
	}
}

// Ratings that were begun stay on their revision, and the page says so.
func TestRatingStaysOnItsRevision(t *testing.T) {
	t.Parallel()
	o, edit := changing(t, "I read the tide tables every morning.", "I keep my radio charged.")
	open, _ := o.get(ratePath, http.StatusOK)
	edit("I decide when the harbour opens.", "I keep my radio charged.", "I answer every call.")
	o.rateShown(open, "performing", http.StatusSeeOther) // what was read is rated
	page, _ := o.get(ratePath, http.StatusOK)
	doc := pagetest.Parse(t, strings.NewReader(page))
	if got := doc.Texts(".rate-row legend"); len(got) != 2 || got[0] != "I read the tide tables every morning." {
		t.Errorf("it goes on with %q, want the statements that it was begun with", got)
	}
	if got := doc.Texts("form.notice strong"); len(got) != 1 {
		t.Errorf("that the ladder has changed is said %d times", len(got))
	}
	beside, _ := o.get("/me/side-by-side?role=pilots%2Fl1-pilot", http.StatusOK)
	if got := pagetest.Parse(t, strings.NewReader(beside)).Texts(".notice strong"); len(got) != 1 {
		t.Errorf("the two sides do not say that they stand on an earlier revision: %q", got)
	}
	now, _ := o.get("/me/side-by-side?role=pilots%2Fl1-pilot&ladder=now", http.StatusOK)
	if got := pagetest.Parse(t, strings.NewReader(now)).Texts(".beside-row .reading"); len(got) != 3 {
		t.Errorf("against the ladder as it is now stand %q", got)
	}
	o.send("/me/rate/take-over", url.Values{"role": {string(pilotRole)}}, http.StatusSeeOther)
	page, _ = o.get(ratePath, http.StatusOK)
	doc = pagetest.Parse(t, strings.NewReader(page))
	if got := doc.Texts(".rate-row legend"); len(got) != 3 || len(doc.Texts("form.notice")) != 0 {
		t.Errorf("taken over, it goes on with %q", got)
	}
	if got := doc.Texts(".rate-row del"); len(got) == 0 {
		t.Error("the words that were rated before are not shown")
	}
	if got := attributes(doc, "input[checked]", "value"); len(got) != 1 {
		t.Errorf("what was said of other words is filled in: %q", got)
	}
	o.rateShown(open, "maturing", http.StatusUnprocessableEntity) // the old page is stale by now
}
