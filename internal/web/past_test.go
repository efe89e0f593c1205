package web_test

import (
	"context"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"rung/internal/frameworks"
	"rung/internal/pages/pagetest"
	"rung/internal/store"
	"rung/internal/store/sqlite"
	"rung/internal/web"
)

// voyage is a ladder of several commits: words change, a statement comes, goes
// and comes back, a role is renamed, another is gone.
type voyage struct{ trees []fstest.MapFS }

func pilotRole(title string, statements ...string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte("# " + title + "\n\n> I bring ships in.\n\n## Craft\n\n- " + strings.Join(statements, "\n- ") + "\n")}
}

// newVoyage adds more commits that do nothing.
func newVoyage(idle int) voyage {
	const tide, radio = "I read the tide tables each morning.", "I keep my radio charged."
	senior := pilotRole("L3: Senior Pilot", "I teach others to read the tide.", "I row <fast> & far.")
	v := voyage{[]fstest.MapFS{
		{"Pilots/L2-Pilot.md": pilotRole("L2: Pilot", "I read the tide tables every morning.", radio), "Pilots/L3-Senior.md": senior},
		{"Pilots/L2-Pilot.md": pilotRole("L2: Pilot", tide), "Pilots/L3-Senior.md": senior},
		{"Pilots/L2-Pilot.md": pilotRole("L2: Pilot", tide, radio), "Pilots/L3-Senior.md": senior},
		{"Pilots/L2-Pilot.md": pilotRole("L2: Harbour Pilot", tide, radio), "Pilots/L3-Senior.md": senior},
		{"Pilots/L2-Pilot.md": pilotRole("L2: Harbour Pilot", tide, radio), "Pilots/L4-Chief.md": pilotRole("L4: Chief Pilot", "I say which ships wait.")},
	}}
	for range idle {
		v.trees = append(v.trees, v.trees[len(v.trees)-1])
	}
	return v
}

func (v voyage) id(i int) string { return fmt.Sprintf("%010d", i+1) }

func (v voyage) Revisions(context.Context) ([]frameworks.Revision, error) {
	var out []frameworks.Revision
	for i := range v.trees {
		out = append(out, frameworks.Revision{ID: v.id(i), Seq: i + 1, Time: day(1).Add(time.Duration(i) * time.Hour), Subject: fmt.Sprint("Step ", i+1)})
	}
	return out, nil
}

func (v voyage) TreeAt(_ context.Context, id string) (fs.FS, error) {
	for i, tree := range v.trees {
		if v.id(i) == id {
			return tree, nil
		}
	}
	return nil, fs.ErrNotExist
}

func (v voyage) Tree(context.Context) (fs.FS, string, error) {
	last := len(v.trees) - 1
	return v.trees[last], v.id(last), nil
}

// newPast serves a voyage, of which one statement also went by another id.
func newPast(t *testing.T, v voyage) (*httptest.Server, *frameworks.Service) {
	t.Helper()
	db, err := sqlite.Open(t.Context(), sqlite.Config{Memory: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() }) // a passing database
	service, err := frameworks.New(frameworks.Config{Store: db, Source: v, Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	if err := service.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	f, _ := service.Latest()
	if err := db.Update(t.Context(), func(tx store.Tx) error {
		return tx.AddAlias(t.Context(), store.Alias{From: "s-earlier", To: f.Places()[0].Statement.ID})
	}); err != nil {
		t.Fatal(err)
	}
	if err := service.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	cfg := config(web.Reads(service))
	cfg.Past, cfg.Ladder = service, service
	return newSite(t, cfg), service
}

// TestCrawlThroughTime follows every link of a site with a past.
func TestCrawlThroughTime(t *testing.T) {
	t.Parallel()
	site, _ := newPast(t, newVoyage(0))
	kinds := map[string]int{}
	for page, doc := range crawl(t, site) {
		if strings.HasPrefix(page, "/static/") {
			continue
		}
		sound(t, page, doc)
		first, _, _ := strings.Cut(strings.TrimPrefix(page, "/"), "/")
		kinds[first]++
	}
	for kind, least := range map[string]int{"statements": 5, "history": 4, "revisions": 7} {
		if kinds[kind] < least {
			t.Errorf("%d pages of %s are reached, want at least %d", kinds[kind], kind, least)
		}
	}
}

func TestAddressesThroughTime(t *testing.T) {
	t.Parallel()
	v := newVoyage(0)
	site, service := newPast(t, v)
	f, _ := service.Latest()
	for address, want := range map[string]string{
		"/statements/s-earlier":                            "/statements/" + string(f.Places()[0].Statement.ID),
		"/roles/pilots/l2-pilot":                           "/history/pilots/l2-pilot",
		"/roles/pilots/l2-pilot?rev=0000000004":            "404",
		"/roles/pilots/never":                              "404",
		"/history/pilots/never":                            "404",
		"/statements/s-never":                              "404",
		"/revisions/0000000009":                            "404",
		"/revisions/0000000001":                            "200",
		"/revisions/compare?from=0000000009&to=0000000001": "404",
		"/revisions/compare?from=0000000003&to=0000000001": "200",
		"/revisions/compare?from=0000000001":               "200",
		"/revisions/confirm?page=7":                        "200",
		"/history/pilots/l2-harbour-pilot?page=x":          "200",
		"/revisions/" + strings.Repeat("0", 3000):          "404",
		"/statements/s-%3Cb%3E":                            "404",
		"/revisions/compare?from=%00&to=%ff":               "404",
	} {
		res, _ := get(t, site, address)
		got := fmt.Sprint(res.StatusCode)
		if res.StatusCode == http.StatusSeeOther {
			got = res.Header.Get("Location")
		}
		if got != want {
			t.Errorf("%.80s answers %s, want %s", address, got, want)
		}
	}
}

// TestLongHistoriesArePaged turns the pages of a list of revisions.
func TestLongHistoriesArePaged(t *testing.T) {
	t.Parallel()
	site, _ := newPast(t, newVoyage(40))
	count := func(address string) (rows int, words string) {
		_, body := get(t, site, address)
		doc := pagetest.Parse(t, strings.NewReader(body))
		return len(doc.All(".revisions li")), doc.Text(".paging")
	}
	if rows, words := count("/revisions"); rows != 30 || words != "Page 1 of 2 Older" {
		t.Errorf("%d rows, %q, want 30 on page 1 of 2", rows, words)
	}
	if rows, words := count("/revisions?page=2"); rows != 15 || words != "Newer Page 2 of 2" {
		t.Errorf("%d rows, %q, want 15 on page 2 of 2", rows, words)
	}
}
