package example

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func mustCompany(t *testing.T) *Company {
	t.Helper()
	company, err := companyIn(content, mustRevisions(t))
	if err != nil {
		t.Fatal(err)
	}
	return company
}

func TestCompanyIsValid(t *testing.T) {
	t.Parallel()
	company, err := LoadCompany()
	if err != nil {
		t.Fatal(err)
	}
	if err := company.Validate(mustRevisions(t)); err != nil {
		t.Error(err)
	}
}

// TestValidateFinds breaks one thing at a time in the real company.
func TestValidateFinds(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		spoil func(*Company)
		want  string
	}{
		{"address of the world", func(c *Company) { c.Domain = "tholepin.com" }, `company: domain "tholepin.com" does not end in .example`},
		{"administrator", func(c *Company) { c.Administrators = []string{"nobody"} }, `company: no person "nobody"`},
		{"team", func(c *Company) { c.People[4].Team = "crew" }, `person yusra: no team "crew"`},
		{"two tops", func(c *Company) { c.People[4].Manager = "" }, "company: 2 people have no manager, expected one"},
		{"circle", func(c *Company) { c.People[2].Manager = "yusra" }, `person yusra: manager "callum" does not lead to the top`},
		{"unknown manager", func(c *Company) { c.People[4].Manager = "nobody" }, `person yusra: manager "nobody" does not lead to the top`},
		{"address twice", func(c *Company) { c.People[4].Email = c.People[5].Email }, "person hana: key, name or address"},
		{"role before joining", func(c *Company) { c.People[4].Roles[0].Since = 1491 }, "person yusra: day 1491 is before day 1490"},
		{"role out of order", func(c *Company) { c.People[4].Roles[1].Since = 1200 }, "person yusra: day 1200 is before day 1099"},
		{"role gone", func(c *Company) { c.People[4].Roles[1].RolePath = seniorBoth; c.People[4].Roles[1].Since = 200 }, "person yusra: the ladder had no " + seniorBoth},
		{"aim gone", func(c *Company) { c.People[4].Aim.RolePath = dutyRole }, "person yusra: aims for " + dutyRole},
		{"maturity", func(c *Company) { c.People[4].Roles[1].Maturity = "ripe" }, `person yusra: no maturity "ripe"`},

		{"future", func(c *Company) { c.Evidence[0].Day = -1 }, "day -1 lies ahead"},
		{"too long ago", func(c *Company) { c.Evidence[0].Day = 366 }, "day 366 is before day 365"},
		{"before joining", func(c *Company) { c.Evidence[0].Person = "jory" }, "before jory joined, on day 120"},
		{"kind", func(c *Company) { c.Evidence[0].Kind = "slept" }, `no kind "slept"`},
		{"visibility", func(c *Company) { c.Evidence[0].Visibility = "public" }, `no visibility "public"`},
		{"no text", func(c *Company) { c.Evidence[0].Text = "" }, "text of 0 characters, expected 1 to 400"},
		{"long text", func(c *Company) { c.Evidence[0].Text = strings.Repeat("é", 401) }, "text of 401 characters, expected 1 to 400"},
		{"link", func(c *Company) { c.Evidence[0].Link = "https://ferries.org/" }, `link "https://ferries.org/" is not an https address under .example`},
		{"with oneself", func(c *Company) { c.Evidence[0].With = []string{c.Evidence[0].Person} }, "names annelise twice, or is annelise"},
		{"too many statements", func(c *Company) { c.Evidence[0].Shows = slices.Repeat(c.Evidence[0].Shows, 2) }, "shows 4 statements, expected 3 at most"},
		{"words of another day", func(c *Company) { c.Evidence[0].Shows[0].Text = "I wave" }, `"I know what each" resolves to line`},
		{"role not theirs", func(c *Company) { c.Evidence[0].Person = "ishbel" }, "ishbel neither holds nor wants Management/L4-Team-Manager.md"},

		{"value", func(c *Company) { c.Assessments[0].Ratings[0].Value = "fine" }, `no value "fine"`},
		{"highest without words", func(c *Company) { r := &c.Assessments[0].Ratings[0]; r.Value, r.Words = "exceeding", "" }, "exceeding needs words"},
		{"lowest without words", func(c *Company) { r := &c.Assessments[0].Ratings[0]; r.Value, r.Words = "improvement-needed", "" }, "improvement-needed needs words"},
		{"rated twice", func(c *Company) { r := c.Assessments[0].Ratings; r[1] = r[0] }, "twice"},
		{"round", func(c *Company) { c.Assessments[0].Round = "once" }, `no round "once"`},
		{"second of a round", func(c *Company) { c.Assessments = append(c.Assessments, c.Assessments[0]) }, "the second of its round"},

		{"feedback to oneself", func(c *Company) { c.Feedback[0].From = c.Feedback[0].To }, "names yusra twice, or is yusra"},
		{"feedback kind", func(c *Company) { c.Feedback[0].Kind = "gossip" }, `no kind "gossip"`},
		{"plan without items", func(c *Company) { c.Plans[0].Items = nil }, "0 items, expected 2 to 4"},
		{"due before the plan", func(c *Company) { c.Plans[0].Items[0].Due = c.Plans[0].Day }, "expected after the plan"},
		{"due too far ahead", func(c *Company) { c.Plans[0].Items[0].Due = -101 }, "within 100 days ahead"},
		{"second plan", func(c *Company) { c.Plans = append(c.Plans, c.Plans[0]) }, "a second plan"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			company := mustCompany(t)
			test.spoil(company)
			err := company.Validate(mustRevisions(t))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got error %v, want one with %q", err, test.want)
			}
		})
	}
}

const (
	tinyPeople  = "- key: ada\n  name: Ada\n"
	tinyCompany = "name: Quay\n"
)

// TestCompanyIn reads a company of one, with one thing wrong at a time.
func TestCompanyIn(t *testing.T) {
	t.Parallel()
	const page = "# L1: Hand\n\n## Craft\n\n- I splice rope.\n- I splice wire.\n- I keep [Everyone](../Everyone.md).\n- I row. (See [the boat](b.md))\n"
	revisions := []Revision{{Day: 50, Files: map[string][]byte{"D/L1-Hand.md": []byte(page)}}}
	const head = "person: ada\nfiles: {H: D/L1-Hand.md}\n"
	tests := []struct{ name, year, want string }{
		{"unknown field", head + "mood: good\n", "mood"},
		{"other person", "person: bob\n", `year/ada.yaml: the year of "bob" is in the file of "ada": rename one`},
		{"when", head + "evidence:\n  - {at: 3 helped, did: x}\n", `year/ada.yaml: evidence 1: at "3 helped": expected a day, a kind and a visibility`},
		{"day", head + "evidence:\n  - {at: today helped private, did: x}\n", `evidence 1: at "today helped private": "today" is not a number of days`},
		{"short name", head + "evidence:\n  - {at: 3 helped private, did: x, shows: [Z I]}\n", `evidence 1: "Z" is no short name: add it to files`},
		{"no statement", head + "evidence:\n  - {at: 3 helped private, did: x, shows: [H I sail]}\n", `evidence 1: "I sail" begins 0 statements of D/L1-Hand.md on day 3, expected one`},
		{"two statements", head + "evidence:\n  - {at: 3 helped private, did: x, shows: [H I splice]}\n", `"I splice" begins 2 statements`},
		{"a pointer is none", head + "evidence:\n  - {at: 3 helped private, did: x, shows: [H I keep]}\n", `"I keep" begins 0 statements`},
		{"no file", "person: ada\nfiles: {H: D/L2.md}\nevidence:\n  - {at: 3 helped private, did: x, shows: [H I]}\n", "evidence 1: no file D/L2.md on day 3: name it as it was then"},
		{"exception", head + "ratings:\n  - {by: self, against: H, day: 3, except: {I sail: maturing}}\n", `ratings 1: exception "I sail" begins 0 statements on day 3, expected one`},
		{"two exceptions", head + "ratings:\n  - {by: self, against: H, day: 3, except: {I row: maturing, I ro: maturing}}\n", `ratings 1: exceptions "I ro" and "I row" are of one statement`},
		{"plan", head + "plan:\n  day: 3\n  items: [{grow: H I sail, do: x}]\n", `plan: item 1: "I sail" begins 0 statements`},
		{"good", head + "ratings:\n  - {by: self, against: H, day: 3, default: performing, except: {I row: exceeding - Twice - round the bay.}}\n", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			fsys := fstest.MapFS{
				"people/company.yaml": {Data: []byte(tinyCompany)}, "people/people.yaml": {Data: []byte(tinyPeople)},
				"year/ada.yaml": {Data: []byte(test.year)},
			}
			company, err := companyIn(fsys, revisions)
			if test.want != "" {
				if err == nil || !strings.Contains(err.Error(), test.want) {
					t.Errorf("got error %v, want one with %q", err, test.want)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			want := []Rating{
				{Ref{"D/L1-Hand.md", "I splice rope.", 3, 0, 5, "I splice rope."}, "performing", ""},
				{Ref{"D/L1-Hand.md", "I splice wire.", 3, 0, 6, "I splice wire."}, "performing", ""},
				{Ref{"D/L1-Hand.md", "I row", 3, 0, 8, "I row. (See the boat)"}, "exceeding", "Twice - round the bay."},
			}
			if diff := cmp.Diff(want, company.Assessments[0].Ratings); diff != "" {
				t.Errorf("ratings (-want +got):\n%s", diff)
			}
		})
	}
}
