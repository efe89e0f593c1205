package example

// The shapes of the YAML files. They are made for the hand that writes them;
// load turns them into the company.

type companySource struct {
	Name           string       `yaml:"name"`
	Domain         string       `yaml:"domain"`
	Administrators []string     `yaml:"administrators"`
	Teams          []teamSource `yaml:"teams"`
}

type teamSource struct {
	Key   string `yaml:"key"`
	Name  string `yaml:"name"`
	About string `yaml:"about"`
}

type personSource struct {
	Key     string       `yaml:"key"`
	Name    string       `yaml:"name"`
	Email   string       `yaml:"email"`
	Team    string       `yaml:"team"`
	Manager string       `yaml:"manager"`
	Joined  int          `yaml:"joined"`
	Roles   []roleSource `yaml:"roles"`
	Aim     *aimSource   `yaml:"aim"`
}

type roleSource struct {
	Role     string `yaml:"role"`
	Since    int    `yaml:"since"`
	Maturity string `yaml:"maturity"`
}

type aimSource struct {
	Role   string `yaml:"role"`
	Since  int    `yaml:"since"`
	Shared bool   `yaml:"shared"`
}

// yearSource is one person's year. Files gives short names to role files; a
// statement is then written as a short name and its first words.
type yearSource struct {
	Person   string            `yaml:"person"`
	Files    map[string]string `yaml:"files"`
	Evidence []evidenceSource  `yaml:"evidence"`
	Ratings  []roundSource     `yaml:"ratings"`
	Plan     *planSource       `yaml:"plan"`
}

type evidenceSource struct {
	At    string   `yaml:"at"` // day, kind and visibility: "341 delivered manager"
	Did   string   `yaml:"did"`
	Link  string   `yaml:"link"`
	With  []string `yaml:"with"`
	Shows []string `yaml:"shows"`
}

// roundSource is an assessment: every statement of a role file, and of the
// pages named by also, has the default value, but for the exceptions. An
// exception is the statement's first words and a value, and after " - " the
// rater's words.
type roundSource struct {
	By      string            `yaml:"by"` // self, or a key
	Against string            `yaml:"against"`
	Also    []string          `yaml:"also"`
	Round   string            `yaml:"round"`
	Day     int               `yaml:"day"`
	Shared  bool              `yaml:"shared"`
	Default string            `yaml:"default"`
	Except  map[string]string `yaml:"except"`
}

type planSource struct {
	Day    int              `yaml:"day"`
	Shared bool             `yaml:"shared"`
	Items  []planItemSource `yaml:"items"`
}

type planItemSource struct {
	Grow string   `yaml:"grow"`
	Do   string   `yaml:"do"`
	With []string `yaml:"with"`
	Due  int      `yaml:"due"`  // days before the as-of date; negative lies ahead
	Done *int     `yaml:"done"` // absent: not done
}

// feedbackSource is all feedback; files are short names as in a year.
type feedbackSource struct {
	Files    map[string]string `yaml:"files"`
	Feedback []pieceSource     `yaml:"feedback"`
}

type pieceSource struct {
	From  string `yaml:"from"`
	To    string `yaml:"to"`
	At    string `yaml:"at"` // day, kind and visibility: "120 praise manager"
	About string `yaml:"about"`
	Text  string `yaml:"text"`
}
