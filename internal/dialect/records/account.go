package records

import (
	"rung/internal/diag"
	"rung/internal/dialect"
	"rung/internal/model"
	"rung/internal/parse"
)

// account says what the values of a file are that went into no role: names,
// facts for programs, what only keeps a place. Texts are not among them: one
// that went nowhere is the compiler's to report.
func account(s *dialect.Survey, f *file) {
	a := accountant{survey: s, page: f.page}
	a.record(f.root, other)
	for _, l := range f.leaves {
		a.unplaced(f, l)
	}
	for _, r := range append(f.ended[:len(f.ended):len(f.ended)], f.people...) {
		for _, t := range textsBelow(r) {
			s.Account(f.page, f.page.Doc.Span(t.Start, t.End), model.Metadata)
		}
	}
}

type accountant struct {
	survey *dialect.Survey
	page   *dialect.Page
}

func (a accountant) record(r *parse.Record, says word) {
	if r.Kind == parse.Scalar {
		a.scalar(r, says)
		return
	}
	for _, i := range r.Items {
		a.record(i, says)
	}
	for _, f := range r.Fields {
		w := wordOf(f.Key)
		if says == metaWord {
			w = metaWord
		}
		a.survey.Account(a.page, a.page.Doc.Span(f.Start, f.End), model.GroupText)
		a.record(f.Value, w)
	}
}

func (a accountant) scalar(r *parse.Record, says word) {
	at := a.page.Doc.Span(r.Start, r.End)
	switch {
	case dialect.IsStub(r.Value) && says != metaWord && says != idWord:
		d := StubRule.New(at, diag.Quote(r.Value)+" only keeps a place; expected a statement")
		d.Help = "write what is asked, or take the entry out"
		a.survey.Report.Add(d)
	case says == nameWord, says == levelWord, says == areaWord, says == categoryWord, says == trackWord:
		a.survey.Account(a.page, at, model.TitleText)
	case says == metaWord, says == idWord, !isText(r.Value):
		a.survey.Account(a.page, at, model.Metadata)
	}
}

// unplaced reports statements that stand at no level of a file that has some.
func (a accountant) unplaced(f *file, l *leaf) {
	if l.kind != statements || len(l.texts) == 0 || f.spots[l].level != nil || f.levels < 2 || f.repeated[l] || f.everyone(l) != nil {
		return
	}
	if l.soft || f.cited.ids[l.key] && f.cited.used[l.key] {
		return // it describes an area or the track, or levels list its id
	}
	first := l.texts[0]
	d := UnplacedRule.New(f.page.Doc.Span(first.Start, first.End), "this text stands at no level, and the others of this file do; it was not read")
	if n := len(l.texts); n > 1 {
		d.Message = "this text and the " + position(n-1) + " behind it stand at no level, and the others of this file do; they were not read"
	}
	d.Help = "put it under a level, or under a key that says it holds for all, as \"everyone\""
	a.survey.Report.Add(d)
	for _, t := range l.texts {
		a.survey.Account(a.page, f.page.Doc.Span(t.Start, t.End), model.Reported)
	}
}
