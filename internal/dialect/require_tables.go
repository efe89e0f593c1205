package dialect

import (
	"strings"

	"rung/internal/diag"
	"rung/internal/model"
	"rung/internal/parse"
)

// table reads a table of a role that names competencies in its rows and their
// levels beside them. It returns false for other tables.
func (r *requireReader) table(table *parse.Block) bool {
	inner := &requireReader{survey: r.survey, page: r.page}
	for i, row := range table.Children {
		inner.row(row, i == 0)
	}
	if len(inner.found) == 0 || len(inner.found)*2 < len(table.Children)-1 {
		return false
	}
	r.found = append(r.found, inner.found...)
	r.passed = append(r.passed, inner.passed...)
	r.diags = append(r.diags, inner.diags...)
	return true
}

// row reads one row. Cells beside name and level say more of the requirement.
func (r *requireReader) row(row *parse.Block, first bool) {
	if len(row.Children) < 2 {
		return
	}
	name := flat(row.Children[0])
	c := r.survey.cellCompetency(r.page, name)
	level := flat(row.Children[1])
	switch {
	case first && c == nil:
		r.passed = append(r.passed, flat(row))
		return
	case c == nil && asksFor(level.Value):
		r.take(requirement{}, noSkill, parse.Join(name, level))
		return
	case c == nil:
		r.passed = append(r.passed, flat(row))
		return
	}
	for i, cell := range row.Children[1:] {
		q, got := r.survey.askOf(c, flat(cell).Value)
		if got == asksNothing {
			continue
		}
		q.at = parse.Join(name, flat(cell))
		for j, other := range row.Children[1:] {
			if j != i {
				q.more = appendProse(q.more, r.page.Doc, flat(other))
			}
		}
		r.take(q, got, q.at)
		return
	}
	r.take(requirement{competency: c}, noLevel, parse.Join(name, level))
}

// cellCompetency returns the competency that a cell names or links to, or nil.
func (s *Survey) cellCompetency(p *Page, t parse.Text) *Competency {
	if c := s.Competency(cleanName(t.Value)); c != nil {
		return c
	}
	for _, m := range t.Marks {
		if m.Kind == model.Link {
			if c := s.linkedCompetency(p, m.Target); c != nil {
				return c
			}
		}
	}
	return nil
}

// askOf looks up a level of a competency that is known.
func (s *Survey) askOf(c *Competency, level string) (requirement, demand) {
	level = strings.Trim(level, " *_`.,;:")
	for _, way := range levelWays(level) {
		if l := c.Level(way); l != nil {
			return requirement{competency: c, level: l}, asksLevel
		}
	}
	switch {
	case level == "" || isNone(level):
		return requirement{competency: c}, asksNone
	case asksFor(level):
		return requirement{competency: c}, noLevel
	}
	return requirement{competency: c}, asksNothing
}

// unresolved tells of a requirement that cannot be met, and how to cure it.
func (s *Survey) unresolved(p *Page, q requirement, t parse.Text) diag.Diagnostic {
	at := p.Doc.Span(t.Start, t.End)
	if q.competency == nil {
		d := UnknownSkillRule.New(at, quoted(t.Value)+" asks for a competency that no page or record describes")
		d.Help = "name it as its description does, or describe it at its levels"
		return d
	}
	var names []string
	for _, l := range q.competency.Levels {
		names = append(names, l.Name)
	}
	d := UnknownProficiencyRule.New(at, quoted(t.Value)+" asks for a level that "+quoted(q.competency.Title.Value)+" does not describe; expected one of "+clip(strings.Join(names, ", ")))
	d.Help = "name a level that the competency describes, or describe this one there"
	d.Related = append(d.Related, diag.Related{Span: q.competency.Page.Doc.Span(q.competency.Title.Start, q.competency.Title.End), Message: "the competency is described here"})
	return d
}
