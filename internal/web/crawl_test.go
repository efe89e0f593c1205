package web_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"rung/internal/pages/pagetest"
)

// maxCrawl is more pages than the hand-made framework has.
const maxCrawl = 2000

// crawler reads a whole site, as its links lead.
type crawler struct {
	t    *testing.T
	site *httptest.Server
	docs map[string]*pagetest.Doc // by address without fragment
	todo []string
}

func get(t testing.TB, site *httptest.Server, address string) (*http.Response, string) {
	t.Helper()
	client := *site.Client()
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	res, err := client.Get(site.URL + address)
	if err != nil {
		t.Fatalf("get %s: %v", address, err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatalf("read %s: %v", address, err)
	}
	return res, string(body)
}

// crawl reads every page that can be reached from "/" and checks its links.
func crawl(t *testing.T, site *httptest.Server) map[string]*pagetest.Doc {
	t.Helper()
	c := &crawler{t: t, site: site, docs: map[string]*pagetest.Doc{}, todo: []string{"/"}}
	links := map[string][]string{} // address with fragment, to pages that lead there
	for len(c.todo) > 0 {
		page := c.todo[0]
		c.todo = c.todo[1:]
		if _, ok := c.docs[page]; ok {
			continue
		}
		if len(c.docs) > maxCrawl {
			t.Fatalf("more than %d pages", maxCrawl)
		}
		c.read(page, links)
	}
	for to, from := range links {
		c.checkFragment(to, from)
	}
	return c.docs
}

func (c *crawler) read(page string, links map[string][]string) {
	res, body := get(c.t, c.site, page)
	if res.StatusCode != http.StatusOK {
		c.t.Errorf("%s answers %d", page, res.StatusCode)
	}
	if !strings.HasPrefix(res.Header.Get("Content-Type"), "text/html") {
		c.docs[page] = pagetest.Parse(c.t, strings.NewReader(""))
		return
	}
	doc := pagetest.Parse(c.t, strings.NewReader(body))
	c.docs[page] = doc
	base, err := url.Parse(page)
	if err != nil {
		c.t.Fatal(err)
	}
	for _, n := range append(doc.All("[href]"), doc.All("[src]")...) {
		target, _ := pagetest.Attr(n, "href")
		if src, ok := pagetest.Attr(n, "src"); ok {
			target = src
		}
		u, err := base.Parse(target)
		if err != nil {
			c.t.Errorf("%s links to %q, which is no address", page, target)
			continue
		}
		if u.Host != "" || u.Scheme != "" {
			continue
		}
		links[u.String()] = append(links[u.String()], page)
		u.Fragment = ""
		c.todo = append(c.todo, u.String())
	}
}

func (c *crawler) checkFragment(to string, from []string) {
	page, fragment, ok := strings.Cut(to, "#")
	if !ok {
		return
	}
	if plain, err := url.PathUnescape(fragment); err == nil {
		fragment = plain // ids are written as they are
	}
	if len(c.docs[page].All("#"+fragment)) != 1 {
		c.t.Errorf("%s leads to %q of %s, which is not there", from[0], fragment, page)
	}
}

// TestCrawl follows every link of the site, and holds every page to what all
// pages must be.
func TestCrawl(t *testing.T) {
	t.Parallel()
	docs := crawl(t, newSite(t, config(newShelf())))
	if len(docs) < 40 {
		t.Errorf("found %d pages, want at least 40", len(docs))
	}
	for page, doc := range docs {
		if len(doc.All("main")) > 0 || !strings.HasPrefix(page, "/static/") {
			sound(t, page, doc)
		}
	}
}

// sound checks what holds of every page.
func sound(t *testing.T, page string, doc *pagetest.Doc) {
	t.Helper()
	for _, once := range []string{"title", "h1", "main#main", "header.top", "footer.foot", "nav[aria-label=Main]", "a.skip[href=#main]", "html[lang]"} {
		if n := len(doc.All(once)); n != 1 {
			t.Errorf("%s: %d elements match %q, want 1", page, n, once)
		}
	}
	if title := doc.Text("title"); title == "" || strings.HasPrefix(title, " ·") {
		t.Errorf("%s has the title %q", page, title)
	}
	ids := map[string]bool{}
	for _, n := range doc.All("*") {
		for _, a := range n.Attr {
			if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
				t.Errorf("%s: <%s %s=%q> goes against the content security policy", page, n.Data, a.Key, a.Val)
			}
			if a.Key == "id" && ids[a.Val] {
				t.Errorf("%s: the id %q is there twice", page, a.Val)
			}
			if a.Key == "id" {
				ids[a.Val] = true
			}
		}
		if n.Data == "style" || n.Data == "script" && n.FirstChild != nil {
			t.Errorf("%s: <%s> goes against the content security policy", page, n.Data)
		}
	}
	refersTo(t, page, doc, ids)
}

// refersTo checks that what an attribute names is on the page.
func refersTo(t *testing.T, page string, doc *pagetest.Doc, ids map[string]bool) {
	t.Helper()
	for _, name := range []string{"for", "aria-labelledby", "aria-describedby", "data-opens"} {
		for _, n := range doc.All("[" + name + "]") {
			value, _ := pagetest.Attr(n, name)
			for _, id := range strings.Fields(value) {
				if !ids[id] {
					t.Errorf("%s: %s=%q names what is not there", page, name, id)
				}
			}
		}
	}
}
