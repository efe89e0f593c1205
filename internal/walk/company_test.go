package walk

import (
	"strings"
	"testing"

	"rung/internal/pages/pagetest"
)

// company is the running example company, and what is called how in it.
type company struct {
	*server
	any    *client // has not signed in
	people map[string]string
	roles  []string
}

func newCompany(t testing.TB) *company {
	t.Helper()
	return companyOf(t, demo(t, newHome(t)))
}

func companyOf(t testing.TB, s *server) *company {
	t.Helper()
	c := &company{server: s, any: newClient(t, s), people: map[string]string{}}
	doc := c.any.read("/cast")
	for _, b := range doc.All("button[name=person]") {
		id, _ := pagetest.Attr(b, "value")
		c.people[strings.TrimPrefix(pagetest.Text(b), "Be ")] = id
	}
	for _, a := range c.any.read("/").All("a.map-role") {
		href, _ := pagetest.Attr(a, "href")
		c.roles = append(c.roles, strings.TrimPrefix(href, "/roles/"))
	}
	return c
}

// person returns the id of somebody by name.
func (c *company) person(name string) string {
	id := c.people[name]
	if id == "" {
		c.t.Fatalf("the company has nobody called %s", name)
	}
	return id
}

// role returns the id of the role that ends in the given words.
func (c *company) role(end string) string {
	for _, r := range c.roles {
		if strings.HasSuffix(r, end) {
			return r
		}
	}
	c.t.Fatalf("the company has no role %s, but %q", end, c.roles)
	return ""
}

// be returns a client that is signed in as somebody.
func (c *company) be(name string) *client {
	c.t.Helper()
	one := newClient(c.t, c.server)
	one.done("/cast", "person", c.person(name))
	return one
}

// evidence returns the address of the newest piece of somebody's evidence.
func (c *company) evidence(name string) string {
	c.t.Helper()
	for _, a := range c.be(name).read("/me/evidence").All(".evidence-item a[href]") {
		if href, _ := pagetest.Attr(a, "href"); strings.HasPrefix(href, "/me/evidence/") {
			return href
		}
	}
	c.t.Fatalf("%s has written nothing down", name)
	return ""
}

// led returns where the nth link that a selector matches leads, counting from
// 0; those from the end count from -1.
func (c *company) led(page, selector string, n int) string {
	c.t.Helper()
	all := c.any.read(page).All(selector)
	if n < 0 {
		n += len(all)
	}
	if n < 0 || n >= len(all) {
		c.t.Fatalf("%s has %d links %s", page, len(all), selector)
	}
	href, _ := pagetest.Attr(all[n], "href")
	return href
}
