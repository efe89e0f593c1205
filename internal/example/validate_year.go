package example

import (
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"
)

func (c *checker) evidence() {
	for _, item := range c.company.Evidence {
		c.at("evidence of %s on day %d", item.Person, item.Day)
		c.date(item.Day, yearDays)
		c.known(item.Person, item.Day)
		c.want(slices.Contains(EvidenceKinds(), item.Kind), "no kind %q", item.Kind)
		c.want(slices.Contains(Visibilities(), item.Visibility), "no visibility %q", item.Visibility)
		c.text(item.Text)
		c.link(item.Link)
		c.others(item.Person, item.With, item.Day)
		c.want(len(item.Shows) <= maxShows, "shows %d statements, expected %d at most", len(item.Shows), maxShows)
		for _, ref := range item.Shows {
			c.ref(ref, item.Day)
			c.concerns(item.Person, ref.RolePath)
		}
	}
}

func (c *checker) assessments() {
	type round struct{ person, rater, role, round string }
	seen := map[round]bool{}
	for _, item := range c.company.Assessments {
		c.at("assessment of %s by %s against %s on day %d", item.Person, item.Rater, item.RolePath, item.Day)
		key := round{item.Person, item.Rater, item.RolePath, item.Round}
		c.want(!seen[key], "the second of its round")
		seen[key] = true
		c.date(item.Day, yearDays)
		c.known(item.Person, item.Day)
		c.known(item.Rater, item.Day)
		c.concerns(item.Person, item.RolePath)
		c.want(slices.Contains(Rounds(), item.Round), "no round %q", item.Round)
		c.want(len(item.Ratings) > 0, "no ratings")
		c.ratings(item)
	}
}

func (c *checker) ratings(item Assessment) {
	seen := map[string]bool{}
	for _, rating := range item.Ratings {
		ref := rating.Statement
		c.ref(ref, item.Day)
		c.want(ref.RolePath == item.RolePath || foundation(ref.RolePath), "rates a statement of %s", ref.RolePath)
		c.want(!seen[ref.Text], "rates %q twice", ref.Text)
		seen[ref.Text] = true
		c.want(slices.Contains(Values(), rating.Value), "no value %q", rating.Value)
		extreme := rating.Value == lowest || rating.Value == highest
		c.want(!extreme || rating.Words != "", "%s needs words: %q", rating.Value, ref.Text)
		c.want(utf8.RuneCountInString(rating.Words) <= maxItemText, "words are longer than %d characters: %q", maxItemText, ref.Text)
	}
}

func (c *checker) feedback() {
	for _, item := range c.company.Feedback {
		c.at("feedback from %s to %s on day %d", item.From, item.To, item.Day)
		c.date(item.Day, yearDays)
		c.known(item.To, item.Day)
		c.others(item.To, []string{item.From}, item.Day)
		c.want(slices.Contains(FeedbackKinds(), item.Kind), "no kind %q", item.Kind)
		c.want(slices.Contains(Visibilities(), item.Visibility), "no visibility %q", item.Visibility)
		c.text(item.Text)
		if item.About != nil {
			c.ref(*item.About, item.Day)
			c.concerns(item.To, item.About.RolePath)
		}
	}
}

func (c *checker) plans() {
	seen := map[string]bool{}
	for _, plan := range c.company.Plans {
		c.at("plan of %s", plan.Person)
		c.want(!seen[plan.Person], "a second plan")
		seen[plan.Person] = true
		c.date(plan.Day, yearDays)
		c.known(plan.Person, plan.Day)
		c.want(len(plan.Items) >= minItems && len(plan.Items) <= maxItems, "%d items, expected %d to %d", len(plan.Items), minItems, maxItems)
		for _, item := range plan.Items {
			c.ref(item.Grow, plan.Day)
			c.concerns(plan.Person, item.Grow.RolePath)
			c.text(item.Do)
			c.others(plan.Person, item.With, plan.Day)
			c.want(item.Due < plan.Day && item.Due >= -maxDaysAhead, "due on day %d, expected after the plan and within %d days ahead", item.Due, maxDaysAhead)
			if item.Done {
				c.date(item.DoneDay, plan.Day)
			}
		}
	}
}

// ref makes sure that a reference names the one statement that it says it does,
// in the words of its day.
func (c *checker) ref(ref Ref, day int) {
	c.want(ref.Day == day, "refers to %q as of day %d", ref.Prefix, ref.Day)
	found, err := c.refs.find(ref.RolePath, ref.Prefix, ref.Day)
	if err != nil {
		c.want(false, "%v", err)
		return
	}
	c.want(found == ref, "%q resolves to line %d, %q", ref.Prefix, found.Line, found.Text)
}

// concerns makes sure that a page is of a role that the person holds, held or
// wants, or is for everybody.
func (c *checker) concerns(key, path string) {
	person, ok := c.company.Person(key)
	if !ok || foundation(path) || person.Aim != nil && person.Aim.RolePath == path {
		return
	}
	held := func(a Assignment) bool { return a.RolePath == path }
	c.want(slices.ContainsFunc(person.Roles, held), "%s neither holds nor wants %s", key, path)
}

func foundation(path string) bool { return path == "Everyone.md" || path == "Leadership.md" }

// others makes sure that the people named are there, once each, and not oneself.
func (c *checker) others(who string, keys []string, day int) {
	seen := map[string]bool{who: true}
	for _, key := range keys {
		c.known(key, day)
		c.want(!seen[key], "names %s twice, or is %s", key, key)
		seen[key] = true
	}
}

func (c *checker) text(text string) {
	n := utf8.RuneCountInString(text)
	c.want(n > 0 && n <= maxItemText, "text of %d characters, expected 1 to %d", n, maxItemText)
}

func (c *checker) link(link string) {
	if link == "" {
		return
	}
	address, err := url.Parse(link)
	ok := err == nil && address.Scheme == "https" && strings.HasSuffix(address.Host, addressOfExample)
	c.want(ok, "link %q is not an https address under %s", link, addressOfExample)
}
