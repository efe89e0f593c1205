// Package model is what a career framework means, free of the format it was
// written in. Readers fill it, the identity work names its statements, and
// everything above reads it. Its words are the field's own; docs of the
// product define them.
//
// A Framework encodes to JSON and back without loss, so that a compiled
// revision can be stored and shown when its source is gone.
package model

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rung/internal/source"
)

// RoleID names a role within a framework: "<track>/<level and title>" in
// slugs, as "cloud-engineering/l4-lead-cloud-engineer".
type RoleID string

// TrackID names a track within a framework, as a slug.
type TrackID string

// AreaID names an area within a role, as a slug; areas of one name in two
// roles bear the same id.
type AreaID string

// StatementID is the identity of a statement. It stays through edits; see
// package lineage. It is "s-" and lower-case base32.
type StatementID string

// Framework is all that was read from one revision of one source.
type Framework struct {
	Title    string    `json:"title"`
	Revision string    `json:"revision,omitempty"` // commit id, or "" where there is none
	Tracks   []*Track  `json:"tracks"`             // in reading order
	Roles    []*Role   `json:"roles"`              // by track in reading order, then by level; foundations last
	Pages    []*Page   `json:"pages"`              // by path
	Readings []Reading `json:"readings"`           // by path
}

// Track is a job family: roles that follow one another.
type Track struct {
	ID    TrackID `json:"id"`
	Title string  `json:"title"`
	Path  string  `json:"path"`            // folder or file that holds it
	Intro []Prose `json:"intro,omitempty"` // what its file says before the first role
}

// Level is a rung. Order ranks levels across tracks where the ladder's own
// labels allow it (L4 is 4), else within the track, counting from 1.
type Level struct {
	Label string `json:"label"`
	Order int    `json:"order"`
}

// Status says whether a role is in force.
type Status string

// The statuses.
const (
	Active     Status = "active"
	Draft      Status = "draft"
	Deprecated Status = "deprecated"
)

// Role is one track at one level, or a foundation that roles extend.
type Role struct {
	ID            RoleID        `json:"id"`
	Track         TrackID       `json:"track,omitempty"` // "" for a foundation
	Title         string        `json:"title"`
	Level         *Level        `json:"level,omitempty"` // nil where the ladder has none
	Foundation    bool          `json:"foundation,omitempty"`
	Status        Status        `json:"status"`
	Language      string        `json:"language"` // BCP 47
	TranslationOf RoleID        `json:"translationOf,omitempty"`
	At            source.Span   `json:"at"` // where it begins, usually its heading
	Summary       Prose         `json:"summary"`
	Notes         []Prose       `json:"notes,omitempty"` // paragraphs that are neither summary nor statement
	Scope         []Scope       `json:"scope,omitempty"`
	Areas         []*Area       `json:"areas"`
	Extends       []Extension   `json:"extends,omitempty"`
	Equivalences  []Equivalence `json:"equivalences,omitempty"`
}

// Name returns what people call a role, as "L3 Senior Engineer": its level and
// its title, the level left out where the title begins with it.
func (r *Role) Name() string {
	if label := r.LevelLabel(); label != "" {
		return label + " " + r.Title
	}
	return r.Title
}

// LevelLabel returns the label of a role's level, or "" where it has none or its
// title begins with it.
func (r *Role) LevelLabel() string {
	if r.Level == nil || startsWithWord(r.Title, r.Level.Label) {
		return ""
	}
	return r.Level.Label
}

// startsWithWord reports whether a text begins with a word, in any case.
func startsWithWord(text, word string) bool {
	if len(text) < len(word) || !strings.EqualFold(text[:len(word)], word) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[len(word):])
	return len(text) == len(word) || !unicode.IsLetter(next) && !unicode.IsDigit(next)
}

// Path returns the file in which the role begins.
func (r *Role) Path() string { return r.At.Path }

// Statements returns all statements of the role in reading order.
func (r *Role) Statements() []*Statement {
	var out []*Statement
	for _, a := range r.Areas {
		out = append(out, a.Statements...)
	}
	return out
}

// Statement returns the statement of that id and its area, or nils.
func (r *Role) Statement(id StatementID) (*Statement, *Area) {
	for _, a := range r.Areas {
		for _, s := range a.Statements {
			if s.ID == id {
				return s, a
			}
		}
	}
	return nil, nil
}

// Prose is a run of the author's words without markup. Marks say what the
// markup was; At covers it in the source. The zero Prose is "nothing written".
type Prose struct {
	Text  string      `json:"text,omitempty"`
	Marks []Mark      `json:"marks,omitempty"` // ascending, may nest, never cross
	At    source.Span `json:"at,omitzero"`
}

// MarkKind says what a Mark stands for.
type MarkKind string

// The kinds of mark.
const (
	Link     MarkKind = "link"
	Emphasis MarkKind = "emphasis"
	Strong   MarkKind = "strong"
	Code     MarkKind = "code"
)

// Mark is inline markup over the bytes [Start, End) of a Prose's Text. Target
// is a link's destination as written; Role or Page is what it was resolved to,
// and both are empty for a link that leaves the framework or leads nowhere.
type Mark struct {
	Kind   MarkKind `json:"kind"`
	Start  int      `json:"start"`
	End    int      `json:"end"`
	Target string   `json:"target,omitempty"`
	Role   RoleID   `json:"role,omitempty"`
	Page   string   `json:"page,omitempty"` // path of the page
}

// Scope is one entry of a role's scope, as "Planning horizon: 6-12 months".
type Scope struct {
	Name  string      `json:"name"`
	Value Prose       `json:"value"`
	At    source.Span `json:"at"`
}

// Area is a dimension of a role. A role whose statements stand under no
// heading has one area with an empty title.
type Area struct {
	ID         AreaID       `json:"id"`
	Title      string       `json:"title"`
	Emoji      string       `json:"emoji,omitempty"` // pictograph before the title, taken off it
	Intro      []Prose      `json:"intro,omitempty"` // what the area says before its statements
	At         source.Span  `json:"at"`
	Statements []*Statement `json:"statements"`
	Examples   []*Example   `json:"examples,omitempty"` // of the area as a whole
}

// Statement is what a person is rated on. Derived statements only declare an
// extension or an equivalence: they are not rated, their state is derived.
type Statement struct {
	ID StatementID `json:"id"`
	Prose
	Key      string     `json:"key,omitempty"` // the id that the source itself gives it, or ""
	Derived  bool       `json:"derived,omitempty"`
	Examples []*Example `json:"examples,omitempty"` // of this statement alone
}

// Example is a frame of reference for a rating; it is never rated itself.
type Example struct {
	Prose
}

// Extension says that a role takes over all statements of another. Statement
// is the one that says so, or "" where a paragraph of the role does. Role is
// "" where the target is not found.
type Extension struct {
	Statement StatementID `json:"statement,omitempty"`
	Role      RoleID      `json:"role,omitempty"`
	Target    string      `json:"target"` // as written: a link's destination, or the words that name the role
	At        source.Span `json:"at"`
}

// Comparison says how two roles compare in an equivalence.
type Comparison string

// The comparisons.
const (
	AtLeast Comparison = "at-least"
	Equal   Comparison = "equal"
	Below   Comparison = "below" // less than the named role, as "one level below L3"
)

// Equivalence says that what a statement asks compares with what another role
// asks as a whole. Role is "" where the target is not found.
type Equivalence struct {
	Statement  StatementID `json:"statement,omitempty"`
	Role       RoleID      `json:"role,omitempty"`
	Target     string      `json:"target"`
	Comparison Comparison  `json:"comparison"`
	At         source.Span `json:"at"`
}

// PageKind says what a page is for.
type PageKind string

// The kinds of page.
const (
	IndexPage PageKind = "index" // a README, or a page that mainly links to roles
	GuidePage PageKind = "guide" // prose about how the framework is used
)

// Page is prose that is no role.
type Page struct {
	Path  string   `json:"path"`
	Title string   `json:"title"`
	Kind  PageKind `json:"kind"`
}

// Reading is an interpretation that was chosen where more than one was
// possible, with the reason. Setting is the line of rung.yaml that flips it,
// or "".
type Reading struct {
	Path    string `json:"path"`
	Reading string `json:"reading"`
	Why     string `json:"why"`
	Setting string `json:"setting,omitempty"`
}
