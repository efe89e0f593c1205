package dialect

import (
	"slices"
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

	anchor string    // of its heading
	set    *SkillSet // that it belongs to, or nil
	used   bool      // a role asks for it
}

// CompetencyLevel is what a competency asks at one level.
type CompetencyLevel struct {
	Name       string // as the author wrote it: "3", "Practitioner", "Level 2"
	Names      []string
	Statements []CompetencyStatement
	Intro      []PlacedText
	// Says, where it is not nil, reads the level when a role first asks for it,
	// in place of Statements and Intro: a page that no role refers to has
	// nothing to report. The result is read only.
	Says func() *model.Area
}

// area returns what the level asks. The caller must not change it.
func (l *CompetencyLevel) area() *model.Area {
	if l.Says != nil {
		return l.Says()
	}
	a := &model.Area{}
	for _, i := range l.Intro {
		a.Intro = appendProse(a.Intro, i.Page.Doc, i.Text)
	}
	for _, st := range l.Statements {
		if st.Value == "" {
			continue
		}
		own := &model.Statement{Prose: st.Page.Doc.Prose(st.Text), Key: st.Key}
		for _, e := range st.Examples {
			own.Examples = append(own.Examples, &model.Example{Prose: e.Page.Doc.Prose(e.Text)})
		}
		a.Statements = append(a.Statements, own)
	}
	return a
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
		s.describedOn = map[*Page][]*Competency{}
	}
	s.describedOn[c.Page] = append(s.describedOn[c.Page], c)
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
		if l.answers(key) {
			return l
		}
	}
	n, err := strconv.Atoi(key)
	if err != nil || n < 1 || n > len(c.Levels) || c.Levels[n-1].numbered() {
		return nil
	}
	return c.Levels[n-1]
}

// answers reports whether the level is called by one of its names.
func (l *CompetencyLevel) answers(key string) bool {
	return levelKey(l.Name) == key || slices.ContainsFunc(l.Names, func(n string) bool { return levelKey(n) == key })
}

// numbered reports whether the level has a number of its own, which its place
// must not contradict: the second of levels that begin with 0 is level 1.
func (l *CompetencyLevel) numbered() bool {
	return slices.ContainsFunc(append([]string{l.Name}, l.Names...), func(n string) bool {
		_, err := strconv.Atoi(levelKey(n))
		return err == nil
	})
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
	if c == nil || l == nil {
		return false
	}
	c.used = true
	asks := l.area()
	if len(asks.Statements) == 0 {
		return false
	}
	r.sheet.survey.copyArea(r.page, r.Area(c.Page, c.Title).area, asks)
	return true
}

// copyArea adds what one area says to another, each text a copy, because two
// roles that ask for one level each have statements of their own. What is
// copied counts for the page that asks for it.
func (s *Survey) copyArea(p *Page, to, from *model.Area) {
	to.Intro = append(to.Intro, from.Intro...)
	for _, e := range from.Examples {
		to.Examples = append(to.Examples, &model.Example{Prose: e.Prose})
	}
	for _, st := range from.Statements {
		if !s.within(p, parse.Text{Start: p.Outline.At(p.Doc).Start, End: p.Outline.At(p.Doc).Start}) {
			return
		}
		own := &model.Statement{Prose: st.Prose, Key: st.Key}
		for _, e := range st.Examples {
			own.Examples = append(own.Examples, &model.Example{Prose: e.Prose})
		}
		to.Statements = append(to.Statements, own)
	}
}
