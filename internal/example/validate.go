package example

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Limits of the example, which keep it believable.
const (
	yearDays         = 365
	maxShows         = 3
	maxItemText      = 400 // characters; a jotting, not an essay
	minItems         = 2
	maxItems         = 4
	maxDaysAhead     = 100
	addressOfExample = ".example"
)

// Validate holds the company against the ladder's history and its own rules,
// and returns everything that is wrong, joined, or nil.
func (c *Company) Validate(revisions []Revision) error {
	check := &checker{company: c, refs: newReferences(revisions, nil)}
	check.identity()
	check.people()
	check.managers()
	check.evidence()
	check.assessments()
	check.feedback()
	check.plans()
	return errors.Join(check.problems...)
}

// checker collects what is wrong; place is what is looked at.
type checker struct {
	company  *Company
	refs     references
	place    string
	problems []error
}

func (c *checker) at(format string, args ...any) { c.place = fmt.Sprintf(format, args...) }

// want notes a problem at the present place unless ok.
func (c *checker) want(ok bool, format string, args ...any) {
	if !ok {
		c.problems = append(c.problems, fmt.Errorf("%s: %s", c.place, fmt.Sprintf(format, args...)))
	}
}

func (c *checker) identity() {
	c.at("company")
	c.want(strings.HasSuffix(c.company.Domain, addressOfExample), "domain %q does not end in %s", c.company.Domain, addressOfExample)
	c.want(len(c.company.Administrators) > 0, "nobody administers it")
	for _, key := range c.company.Administrators {
		c.known(key, 0)
	}
	seen := map[string]bool{}
	for _, team := range c.company.Teams {
		c.at("team %s", team.Key)
		c.want(team.Key != "" && !seen[team.Key], "key is missing or used twice")
		c.want(team.Name != "" && team.About != "", "no name, or nothing about it")
		seen[team.Key] = true
	}
}

func (c *checker) people() {
	seen := map[string]bool{}
	for _, person := range c.company.People {
		c.at("person %s", person.Key)
		for _, unique := range []string{person.Key, person.Name, person.Email} {
			c.want(unique != "" && !seen[unique], "key, name or address %q is missing or used twice", unique)
			seen[unique] = true
		}
		c.want(strings.HasSuffix(person.Email, "@"+c.company.Domain), "address %q is not of %s", person.Email, c.company.Domain)
		c.want(slices.ContainsFunc(c.company.Teams, func(t Team) bool { return t.Key == person.Team }), "no team %q", person.Team)
		c.want(person.Joined > 0, "joined on day %d", person.Joined)
		c.assignments(person)
		if aim := person.Aim; aim != nil {
			c.date(aim.Since, person.Joined)
			c.want(c.pageStood(aim.RolePath, 0, 0), "aims for %s, which is not in the ladder now", aim.RolePath)
		}
	}
}

func (c *checker) assignments(person Person) {
	before := person.Joined
	for _, role := range person.Roles {
		c.date(role.Since, before)
		before = role.Since - 1
		c.want(c.pageStood(role.RolePath, role.Since, role.Until), "the ladder had no %s from day %d to day %d", role.RolePath, role.Since, role.Until)
		c.want(slices.Contains([]string{"arriving", "settled", "stretching"}, role.Maturity), "no maturity %q", role.Maturity)
	}
	administers := slices.Contains(c.company.Administrators, person.Key)
	c.want(len(person.Roles) > 0 || administers, "holds no role")
}

// pageStood reports whether the ladder had a role's page on some day of a span.
// For a span that was over before there was a ladder, any later day will do.
func (c *checker) pageStood(path string, from, to int) bool {
	revisions := c.refs.revisions
	first, last := inForce(revisions, from), inForce(revisions, to)
	if to > revisions[0].Day {
		last = len(revisions) - 1
	}
	for _, revision := range revisions[first : last+1] {
		if _, ok := revision.Files[path]; ok && levelOf(path) != "" {
			return true
		}
	}
	return false
}

// managers makes sure that following managers leads everybody to one person.
func (c *checker) managers() {
	tops := 0
	for _, person := range c.company.People {
		c.at("person %s", person.Key)
		if person.Manager == "" {
			tops++
			continue
		}
		_, reached := c.depth(person)
		c.want(reached, "manager %q does not lead to the top", person.Manager)
	}
	c.at("company")
	c.want(tops == 1, "%d people have no manager, expected one", tops)
}

// depth counts the managers above a person, and reports whether they end at
// somebody who has none.
func (c *checker) depth(person Person) (int, bool) {
	for steps := range len(c.company.People) {
		if person.Manager == "" {
			return steps, true
		}
		above, ok := c.company.Person(person.Manager)
		if !ok {
			return steps, false
		}
		person = above
	}
	return 0, false
}

// known makes sure that there is such a person and that they had joined.
func (c *checker) known(key string, day int) {
	person, ok := c.company.Person(key)
	c.want(ok, "no person %q", key)
	if ok {
		c.want(day <= person.Joined, "day %d is before %s joined, on day %d", day, key, person.Joined)
	}
}

// date makes sure that a day is neither ahead nor before another.
func (c *checker) date(day, notBefore int) {
	c.want(day >= 0, "day %d lies ahead", day)
	c.want(day <= notBefore, "day %d is before day %d", day, notBefore)
}
