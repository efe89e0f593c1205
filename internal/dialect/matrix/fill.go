package matrix

import (
	"strings"

	"rung/internal/dialect"
	"rung/internal/model"
	"rung/internal/parse"
)

// fill gives the sheet of a track what its parts say.
func (m *reader) fill(t *track) {
	for _, p := range t.parts {
		f := &filler{reader: m, part: p, sheet: t.sheet, parts: partsOf(p.layout, m.page)}
		for _, level := range p.layout.Levels {
			f.rungs = append(f.rungs, f.rung(level))
		}
		for _, lane := range p.layout.Lanes {
			for i, cells := range lane.Cells {
				f.lane(lane, i, cells)
			}
		}
		f.takes()
	}
}

// filler reads one layout.
type filler struct {
	*reader
	part  *part
	sheet *dialect.Sheet
	parts dialect.Parts
	rungs []*dialect.SheetRung
	last  map[laneLevel]*model.Statement
}

// laneLevel is a lane at a level.
type laneLevel struct {
	lane  *dialect.Lane
	level int
}

// rung returns the rung of a level. A level that is called "All" is none.
func (f *filler) rung(level dialect.LayoutLevel) *dialect.SheetRung {
	var r *dialect.SheetRung
	if dialect.ForAllLevels(level.Name.Value) {
		r = f.sheet.Base(f.page, level.Name)
	} else {
		r = f.sheet.Rung(f.page, level.Name)
	}
	for _, n := range level.Notes {
		r.Role().Notes = append(r.Role().Notes, f.page.Doc.Prose(n))
	}
	return r
}

// lane reads what a lane says of a level.
func (f *filler) lane(lane *dialect.Lane, level int, cells []*dialect.Cell) {
	r := f.rungs[level]
	for _, c := range cells {
		switch lane.Kind {
		case dialect.TextLane:
			f.texts(lane, level, c)
		case dialect.ExampleLane:
			f.examples(lane, level, c)
		default:
			f.fact(r, lane, c)
		}
	}
}

// texts reads a cell of statements.
func (f *filler) texts(lane *dialect.Lane, level int, c *dialect.Cell) {
	says := c.Sayings(f.parts)
	if len(says) == 0 {
		return
	}
	area := f.area(lane, level)
	var under *model.Statement
	said := 0
	for _, say := range says {
		if say.Kind == dialect.Said {
			said++
		}
	}
	for _, say := range says {
		kind := say.Kind
		if kind == dialect.RefersTo && !f.refers(say.Text.Value) {
			kind = dialect.Said
		}
		switch kind {
		case dialect.Said:
			key := c.Key
			if said > 1 {
				key = "" // one id for several statements names none of them
			}
			under = area.Statement(f.page, say.Text, key)
			f.remember(lane, level, under)
		case dialect.Exemplary:
			area.Example(f.page, say.Text, under)
		case dialect.LeadsIn:
			area.Intro(f.page, say.Text)
		case dialect.RefersTo:
			area.Intro(f.page, say.Text)
		case dialect.Unwritten:
			f.stub(lane, level, say.Text)
		}
	}
}

// refers settles, once a page, whether cells that only name another level ask
// nothing of their own.
func (f *filler) refers(text string) bool {
	if f.referring == unsettled {
		f.referring = referring
		if !f.survey.Choose(f.page.Path, "cell-refers", "cell-is-statement", "cells that only name another level, as \""+text+"\", ask nothing of their own") {
			f.referring = stating
		}
	}
	return f.referring == referring
}

// area returns the area of a lane at a level, its notes once.
func (f *filler) area(lane *dialect.Lane, level int) *dialect.SheetArea {
	title := f.part.areaOf(lane)
	if lane.Under != nil {
		title = f.part.areaOf(lane.Under)
	}
	area := f.rungs[level].Area(f.page, title)
	if len(area.Area().Intro) == 0 {
		for _, n := range lane.Notes {
			area.Intro(f.page, n)
		}
	}
	return area
}

func (f *filler) remember(lane *dialect.Lane, level int, st *model.Statement) {
	if f.last == nil {
		f.last = map[laneLevel]*model.Statement{}
	}
	f.last[laneLevel{lane, level}] = st
}

// examples reads a cell of examples: they are those of the statement beside
// them where there is one only.
func (f *filler) examples(lane *dialect.Lane, level int, c *dialect.Cell) {
	says := c.Sayings(f.parts)
	if len(says) == 0 {
		return
	}
	area := f.area(lane, level)
	under := f.last[laneLevel{lane.Under, level}]
	if n := len(area.Area().Statements); !f.part.layout.Tidy && n != 1 {
		under = nil
	}
	for _, say := range says {
		switch say.Kind {
		case dialect.Said, dialect.Exemplary, dialect.LeadsIn:
			area.Example(f.page, say.Text, under)
		case dialect.Unwritten:
			f.stub(lane, level, say.Text)
		}
	}
}

// stub reports a cell that is still to be written.
func (f *filler) stub(lane *dialect.Lane, level int, t parse.Text) {
	name := f.part.areaOf(lane).Value
	if name != "" {
		name = " of \"" + name + "\""
	}
	d := dialect.CellStubRule.New(f.page.Doc.Span(t.Start, t.End), "\""+t.Value+"\" stands where the text"+name+" at "+f.rungs[level].Name()+" is expected")
	d.Help = "write what is expected, or empty the cell"
	f.survey.Report.Add(d)
}

// fact reads a cell that says something of the level and asks for nothing.
func (f *filler) fact(r *dialect.SheetRung, lane *dialect.Lane, c *dialect.Cell) {
	if c == nil || dialect.IsBlank(c.Text.Value) {
		return
	}
	role := r.Role()
	prose := f.page.Doc.Prose(c.Text)
	switch lane.Kind {
	case dialect.TitleLane:
		if role.Title == "" && !f.part.layout.Tidy || role.Title == "" {
			role.Title = strings.TrimSpace(c.Text.Value)
			return
		}
		if dialect.Slug(role.Title) != dialect.Slug(c.Text.Value) {
			role.Notes = append(role.Notes, prose)
		}
	case dialect.SummaryLane:
		if role.Summary.Text == "" {
			role.Summary = prose
			return
		}
		f.note(role, prose)
	case dialect.ScopeLane:
		f.scope(role, lane, prose)
	case dialect.NoteLane:
		if f.part.layout.Tidy && dialect.OfRecord(prose.Text) {
			f.survey.Account(f.page, prose.At, model.Metadata) // who owns a record is nothing of its level
			return
		}
		f.note(role, prose)
	}
}

// scope adds a fact under its name, once.
func (f *filler) scope(role *model.Role, lane *dialect.Lane, value model.Prose) {
	if f.part.layout.Tidy {
		return // a figure of a record is none of its level
	}
	name := lane.Label()
	if name.Value == "" {
		f.note(role, value)
		return
	}
	for _, s := range role.Scope {
		if s.Name == name.Value && s.Value.Text == value.Text {
			return
		}
	}
	role.Scope = append(role.Scope, model.Scope{Name: name.Value, Value: value, At: value.At})
}

func (f *filler) note(role *model.Role, p model.Prose) {
	for _, n := range role.Notes {
		if n.Text == p.Text {
			f.survey.Account(f.page, p.At, model.Metadata)
			return
		}
	}
	role.Notes = append(role.Notes, p)
}
