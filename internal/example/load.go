package example

import (
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"sync"

	yaml "go.yaml.in/yaml/v4"
)

const feedbackFile = "feedback.yaml"

var readCompany = sync.OnceValues(func() (*Company, error) {
	revisions, err := readRevisions()
	if err != nil {
		return nil, err
	}
	return companyIn(content, revisions)
})

// LoadCompany returns the people and their year, with every reference to a
// statement resolved. Evidence, assessments and plans are grouped by person, in
// the order of their files' names. The value is shared: do not write to it.
func LoadCompany() (*Company, error) { return readCompany() }

func companyIn(fsys fs.FS, revisions []Revision) (*Company, error) {
	company, err := readPeople(fsys)
	if err != nil {
		return nil, err
	}
	names, err := fs.Glob(fsys, "year/*.yaml")
	if err != nil {
		return nil, fmt.Errorf("list year: %w", err)
	}
	for _, name := range names {
		read := company.addYear
		if path.Base(name) == feedbackFile {
			read = company.addFeedback
		}
		if err := read(fsys, name, revisions); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return company, nil
}

func readYAML(fsys fs.FS, name string, into any) error {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return fmt.Errorf("read source: %w", err)
	}
	return yaml.Load(data, into, yaml.WithKnownFields())
}

func readPeople(fsys fs.FS) (*Company, error) {
	const companyFile, peopleFile = "people/company.yaml", "people/people.yaml"
	var source companySource
	if err := readYAML(fsys, companyFile, &source); err != nil {
		return nil, fmt.Errorf("%s: %w", companyFile, err)
	}
	var people []personSource
	if err := readYAML(fsys, peopleFile, &people); err != nil {
		return nil, fmt.Errorf("%s: %w", peopleFile, err)
	}
	company := &Company{Name: source.Name, Domain: source.Domain, Administrators: source.Administrators}
	for _, team := range source.Teams {
		company.Teams = append(company.Teams, Team(team))
	}
	for _, person := range people {
		company.People = append(company.People, person.person())
	}
	return company, nil
}

func (s personSource) person() Person {
	person := Person{Key: s.Key, Name: s.Name, Email: s.Email, Team: s.Team, Manager: s.Manager, Joined: s.Joined}
	for i, role := range s.Roles {
		assignment := Assignment{RolePath: role.Role, Since: role.Since, Maturity: role.Maturity}
		if i+1 < len(s.Roles) {
			assignment.Until = s.Roles[i+1].Since
		}
		person.Roles = append(person.Roles, assignment)
	}
	if s.Aim != nil {
		person.Aim = &Aim{RolePath: s.Aim.Role, Since: s.Aim.Since, Shared: s.Aim.Shared}
	}
	return person
}

// addYear reads one person's year.
func (c *Company) addYear(fsys fs.FS, name string, revisions []Revision) error {
	var source yearSource
	if err := readYAML(fsys, name, &source); err != nil {
		return err
	}
	if want := strings.TrimSuffix(path.Base(name), ".yaml"); source.Person != want {
		return fmt.Errorf("the year of %q is in the file of %q: rename one", source.Person, want)
	}
	refs := newReferences(revisions, source.Files)
	for i, item := range source.Evidence {
		evidence, err := item.evidence(source.Person, refs)
		if err != nil {
			return fmt.Errorf("evidence %d: %w", i+1, err)
		}
		c.Evidence = append(c.Evidence, evidence)
	}
	for i, round := range source.Ratings {
		assessment, err := round.assessment(source.Person, refs)
		if err != nil {
			return fmt.Errorf("ratings %d: %w", i+1, err)
		}
		c.Assessments = append(c.Assessments, assessment)
	}
	if source.Plan == nil {
		return nil
	}
	plan, err := source.Plan.plan(source.Person, refs)
	if err != nil {
		return fmt.Errorf("plan: %w", err)
	}
	c.Plans = append(c.Plans, plan)
	return nil
}

// addFeedback reads everybody's feedback.
func (c *Company) addFeedback(fsys fs.FS, name string, revisions []Revision) error {
	var source feedbackSource
	if err := readYAML(fsys, name, &source); err != nil {
		return err
	}
	refs := newReferences(revisions, source.Files)
	for i, piece := range source.Feedback {
		feedback, err := piece.feedback(refs)
		if err != nil {
			return fmt.Errorf("feedback %d: %w", i+1, err)
		}
		c.Feedback = append(c.Feedback, feedback)
	}
	return nil
}

// when is the head of an item: "341 delivered manager".
type when struct {
	day              int
	kind, visibility string
}

func parseWhen(text string) (when, error) {
	words := strings.Fields(text)
	if len(words) != 3 {
		return when{}, fmt.Errorf("at %q: expected a day, a kind and a visibility", text)
	}
	day, err := strconv.Atoi(words[0])
	if err != nil {
		return when{}, fmt.Errorf("at %q: %q is not a number of days", text, words[0])
	}
	return when{day, words[1], words[2]}, nil
}

func (s evidenceSource) evidence(person string, refs references) (Evidence, error) {
	at, err := parseWhen(s.At)
	if err != nil {
		return Evidence{}, err
	}
	shows, err := refs.refs(s.Shows, at.day)
	if err != nil {
		return Evidence{}, err
	}
	return Evidence{
		Person: person, Day: at.day, Kind: at.kind, Visibility: at.visibility,
		Text: oneLine(s.Did), Link: s.Link, With: s.With, Shows: shows,
	}, nil
}

func (s pieceSource) feedback(refs references) (Feedback, error) {
	at, err := parseWhen(s.At)
	if err != nil {
		return Feedback{}, err
	}
	feedback := Feedback{From: s.From, To: s.To, Day: at.day, Kind: at.kind, Visibility: at.visibility, Text: oneLine(s.Text)}
	if s.About != "" {
		about, err := refs.ref(s.About, at.day)
		if err != nil {
			return Feedback{}, err
		}
		feedback.About = &about
	}
	return feedback, nil
}

func (s planSource) plan(person string, refs references) (Plan, error) {
	plan := Plan{Person: person, Day: s.Day, Shared: s.Shared}
	for i, source := range s.Items {
		grow, err := refs.ref(source.Grow, s.Day)
		if err != nil {
			return Plan{}, fmt.Errorf("item %d: %w", i+1, err)
		}
		item := PlanItem{Grow: grow, Do: oneLine(source.Do), With: source.With, Due: source.Due}
		if source.Done != nil {
			item.Done, item.DoneDay = true, *source.Done
		}
		plan.Items = append(plan.Items, item)
	}
	return plan, nil
}

// oneLine undoes the line breaks that a source has for its own width.
func oneLine(text string) string {
	return strings.Join(strings.Fields(text), " ")
}
