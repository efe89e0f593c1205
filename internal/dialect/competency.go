package dialect

import (
	"strconv"
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
)

// Indexer is a Way that looks at all pages before any is read: it finds what
// stands in several files together, and enters competencies that roles of
// other files refer to. Index is called once, before the first Read of any
// way; a way may keep what it finds for its own Read.
type Indexer interface {
	Way
	Index(s *Survey)
}

// Competency is a skill that is described once, at levels of its own, for
// roles to refer to ("communication at level 3"). Each way that reads
// descriptions enters them from its Index; any way may ask for them from its
// Read, whatever format they were written in.
type Competency struct {
	Title parse.Text // as the author wrote it; its area in a role bears it
	Page  *Page      // where the title stands
	// Names are all that it may be referred to by: ids, slugs, the stem of its
	// file. The title is one without being listed.
	Names  []string
	Levels []*CompetencyLevel // the author's order, the lowest first
}

// CompetencyLevel is what a competency asks at one level.
type CompetencyLevel struct {
	Name       string // as the author wrote it: "3", "Practitioner", "Level 2"
	Names      []string
	Statements []CompetencyStatement
	Intro      []PlacedText
}

// CompetencyStatement is a statement of a competency's level.
type CompetencyStatement struct {
	PlacedText
	Key      string // the id that the source gives it, or ""
	Examples []PlacedText
}

// PlacedText is a text with the page it stands in.
type PlacedText struct {
	Page *Page
	parse.Text
}

// AddCompetency enters a competency. One that was entered under a name before
// keeps that name.
func (s *Survey) AddCompetency(c *Competency) {
	if s.competencies == nil {
		s.competencies = map[string]*Competency{}
	}
	for _, name := range append([]string{c.Title.Value}, c.Names...) {
		if key := Slug(name); key != "" && s.competencies[key] == nil {
			s.competencies[key] = c
		}
	}
}

// Competency returns the competency that is called name, or nil. Names that
// differ in case, space or punctuation alone are one.
func (s *Survey) Competency(name string) *Competency { return s.competencies[Slug(name)] }

// Level returns the level of that name, or of that number counted from the
// lowest, or nil.
func (c *Competency) Level(name string) *CompetencyLevel {
	key := levelKey(name)
	if c == nil || key == "" {
		return nil
	}
	for _, l := range c.Levels {
		for _, n := range append([]string{l.Name}, l.Names...) {
			if levelKey(n) == key {
				return l
			}
		}
	}
	if n, err := strconv.Atoi(key); err == nil && n >= 1 && n <= len(c.Levels) {
		return c.Levels[n-1]
	}
	return nil
}

// levelKey is what two names of one level have in common: "Level 3", "L3" and
// "3" are one.
func levelKey(name string) string {
	name = strings.TrimSpace(name)
	if label, rest := SplitLabel(name); label.Text != "" && rest == "" {
		return strconv.FormatFloat(label.Number, 'g', -1, 64)
	}
	return Slug(name)
}

// Require gives the rung what a competency asks at a level, in an area of the
// competency's name. The statements stand where the competency says them. It
// returns false where the level has none.
func (r *SheetRung) Require(c *Competency, l *CompetencyLevel) bool {
	if c == nil || l == nil || len(l.Statements) == 0 {
		return false
	}
	a := r.Area(c.Page, c.Title)
	for _, i := range l.Intro {
		a.Intro(i.Page, i.Text)
	}
	for _, st := range l.Statements {
		var under *model.Statement
		if under = a.Statement(st.Page, st.Text, st.Key); under == nil {
			continue
		}
		for _, e := range st.Examples {
			a.Example(e.Page, e.Text, under)
		}
	}
	return true
}
