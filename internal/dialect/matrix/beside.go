package matrix

import (
	"rung/internal/dialect"
	"rung/internal/model"
	"rung/internal/parse"
)

// beside reads what the page holds beside its tables. Of a page that is a job's,
// with one table of its levels, the rest holds for each level: the sheet's
// foundation. Of any other page it introduces the track, save what it says to
// hold for all.
func (m *reader) beside() {
	if len(m.sheets) == 1 {
		sec, ok := m.survey.One(m.page)
		if ok && !m.survey.IsFoundation(m.page) {
			m.base(m.sheets[0], sec)
			return
		}
	}
	intro, everyone := m.survey.BesideTables(m.page, m.sites)
	for _, sec := range everyone {
		body := m.survey.ReadBody(m.page, sec, dialect.AreHeadings)
		for _, t := range m.sheets {
			t.sheet.Base(m.page, sec.Title).AddBody(m.page, body)
			break // it is told once; a foundation holds for every track
		}
	}
	m.intro(intro)
}

// base reads the sections of a job's page beside the table of its levels.
func (m *reader) base(t *track, sec *dialect.Section) {
	around := dialect.AroundTables(m.page, m.sites)
	key, siblings := m.survey.Siblings(m.page)
	body := m.survey.ReadBody(m.page, around, m.survey.HeadingsIn(key, siblings))
	if body.Statements() == 0 {
		for _, r := range t.sheet.Rungs() {
			r.AddBody(m.page, body)
			break
		}
		return
	}
	title := sec.Title
	if title.Value == "" {
		title = parse.Text{Value: t.name}
	}
	base := t.sheet.Base(m.page, title)
	base.Role().Title = t.name
	base.AddBody(m.page, body)
	m.survey.Read(m.page.Path, "sections-hold-for-all-levels", "a table tells the levels of the job; what the sections beside it ask holds for each of them")
}

// intro gives what introduces the page to its first track.
func (m *reader) intro(intro []model.Prose) {
	if len(intro) > 0 && len(m.sheets) > 0 {
		m.sheets[0].intro = intro
	}
}
