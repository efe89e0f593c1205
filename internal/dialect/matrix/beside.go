package matrix

import (
	"rung/internal/dialect"
	"rung/internal/parse"
)

// beside reads what the page holds beside its tables. Of a page that is a job's,
// with one table of its levels, the rest holds for each level: the sheet's
// foundation. Of any other page it introduces the track, save what it says to
// hold for all.
func (m *reader) beside() {
	if m.jobPage() {
		m.base(m.sheets[0])
		return
	}
	intro, everyone := m.survey.BesideTables(m.page, m.sites)
	for _, sec := range everyone {
		// It is told once, by the first track; a foundation holds for every one.
		body := m.survey.ReadBody(m.page, sec, dialect.AreHeadings)
		m.sheets[0].sheet.Base(m.page, sec.Title).AddBody(m.page, body)
	}
	m.sheets[0].intro = intro
}

// jobPage reports whether the page is that of one job beside its tables.
func (m *reader) jobPage() bool {
	if _, ok := m.survey.One(m.page); !ok || len(m.sheets) != 1 || m.survey.IsFoundation(m.page) {
		return false
	}
	return m.survey.Choose(m.page.Path, "sections-hold-for-all-levels", "sections-introduce",
		"a table tells the levels of the job; what the sections beside it ask holds for each of them")
}

// base reads the sections of a job's page beside the table of its levels.
func (m *reader) base(t *track) {
	around := dialect.AroundTables(m.page, m.sites)
	key, siblings := m.survey.Siblings(m.page)
	body := m.survey.ReadBody(m.page, around, m.survey.HeadingsIn(key, siblings))
	if body.Statements() == 0 {
		t.sheet.Rungs()[0].AddBody(m.page, body)
		return
	}
	title := around.Title
	if title.Value == "" {
		title = parse.Text{Value: t.name}
	}
	base := t.sheet.Base(m.page, title)
	base.Role().Title = t.name
	base.AddBody(m.page, body)
}
