package example

// Company is everybody at the example company and a year of their work. All
// dates are whole days before the as-of date: 0 is that day, larger is earlier.
// People and teams refer to one another by key.
type Company struct {
	Name   string
	Domain string // of every address; under .example, so no mail can go astray

	Administrators []string // keys of those who run rung for the company
	Teams          []Team
	People         []Person

	Evidence    []Evidence
	Assessments []Assessment
	Feedback    []Feedback
	Plans       []Plan
}

// Team is a group of people who work on one thing.
type Team struct {
	Key, Name, About string
}

// Person is somebody who works at the company.
type Person struct {
	Key     string
	Name    string
	Email   string
	Team    string
	Manager string // key; empty for the one at the top
	Joined  int
	Roles   []Assignment // oldest first; none where there is no ladder for the job
	Aim     *Aim         // nil where nothing is wanted, or said
}

// Assignment is a person in a role. The path is the one that the role's page
// has now or, if the page is gone, had last.
type Assignment struct {
	RolePath string
	Since    int
	Until    int // the day on which the next one began; 0 where it still holds
	Maturity string
}

// Aim is the role that a person wants next.
type Aim struct {
	RolePath string
	Since    int
	Shared   bool // whether the manager may know
}

// Ref is a statement as it stood on a day.
type Ref struct {
	RolePath string // at that revision
	Prefix   string // the words that the source names it by
	Day      int
	Revision int    // index into Revisions of the one in force on that day
	Line     int    // in the file at that revision, from 1
	Text     string // the whole statement at that revision, links reduced to their words
}

// Evidence is something that happened, in its owner's words.
type Evidence struct {
	Person     string
	Day        int
	Kind       string // see EvidenceKinds
	Visibility string // see Visibilities
	Text       string
	Link       string   // an invented address, or empty
	With       []string // keys of those who were part of it
	Shows      []Ref    // up to three
}

// Assessment is one rater's ratings of a person against a role in one round.
type Assessment struct {
	Person   string
	Rater    string // the person themself, the manager of the time, or a colleague
	RolePath string
	Round    string // see Rounds
	Day      int
	Shared   bool // a self assessment with the manager, any other with the person
	Ratings  []Rating
}

// Rating is the judgement of one statement: of the assessment's role, or of a
// page that the role extends.
type Rating struct {
	Statement Ref
	Value     string // see Values
	Words     string // never empty for the lowest and the highest value
}

// Feedback is what one person told another.
type Feedback struct {
	From, To   string
	Day        int
	Kind       string // see FeedbackKinds
	Visibility string // private: the two of them; manager: and the manager of the receiver
	About      *Ref   // nil where it is about no statement in particular
	Text       string
}

// Plan is what a person means to grow in.
type Plan struct {
	Person string
	Day    int // when it was written
	Shared bool
	Items  []PlanItem
}

// PlanItem is one statement to grow, and how.
type PlanItem struct {
	Grow    Ref
	Do      string
	With    []string // keys of those who help
	Due     int      // the only kind of date that may lie ahead: then it is negative
	Done    bool
	DoneDay int // only where Done
}

// EvidenceKinds returns what evidence can be.
func EvidenceKinds() []string {
	return []string{"delivered", "decided", "helped", "learned", "received"}
}

// FeedbackKinds returns what feedback can be.
func FeedbackKinds() []string { return []string{"praise", "advice"} }

// Visibilities returns who may read an item besides its owner: nobody, or the manager.
func Visibilities() []string { return []string{"private", "manager"} }

// Rounds returns the two times of the year at which people are rated.
func Rounds() []string { return []string{"mid-year", "lately"} }

// Values returns the ordered rating scale, lowest first, and then the value
// that stands apart from the order.
func Values() []string {
	return []string{lowest, "maturing", "performing", highest, "no-opportunity"}
}

const (
	lowest  = "improvement-needed"
	highest = "exceeding"
)

// Person returns the person of a key, and whether there is one.
func (c *Company) Person(key string) (Person, bool) {
	for _, person := range c.People {
		if person.Key == key {
			return person, true
		}
	}
	return Person{}, false
}
