package compile

import (
	"cmp"
	"slices"

	"rung/internal/diag"
	"rung/internal/model"
	"rung/internal/settings"
	"rung/internal/source"
)

// account is what of every file ended where.
type account struct {
	texts func(path string) model.FileTexts
	marks map[string][]mark // by path
	whole map[string]End    // files all of whose other texts ended in one way
}

// mark says that what overlaps [start, end) ended somehow.
type mark struct {
	start, end int
	as         End
	// first claims the first text that it overlaps and no other: the place of
	// an area may be the whole list item that it heads.
	first bool
}

// newAccount gathers the places of everything in the framework and of all
// diagnostics.
func newAccount(r *Result) *account {
	a := &account{texts: r.draft.Texts, marks: map[string][]mark{}, whole: map[string]End{}}
	for _, t := range r.Framework.Tracks {
		a.prose(AsNote, t.Intro...)
	}
	for _, role := range r.Framework.Roles {
		a.role(role)
	}
	for _, k := range r.draft.Accounts {
		a.add(k.At, endOf[k.Kind])
	}
	for _, d := range r.Report.Sorted() {
		if d.Code == UnreadRule.Code {
			continue // it tells of what ended nowhere
		}
		a.add(d.Primary, AsFinding)
		for _, rel := range d.Related {
			a.add(rel.Span, AsFinding)
		}
	}
	for _, p := range r.Framework.Pages {
		a.whole[p.Path] = AsPage
	}
	a.whole[settings.Name], a.whole[settings.LinksName] = AsMetadata, AsMetadata
	return a
}

// endOf is what the kinds that readers name end as.
var endOf = map[model.AccountKind]End{
	model.TitleText: AsTitle, model.GroupText: AsGroup, model.LeadText: AsGroup, model.Navigation: AsNavigation, model.Contents: AsNavigation,
	model.Metadata: AsMetadata, model.Template: AsTemplate, model.Reported: AsFinding,
}

func (a *account) role(r *model.Role) {
	a.head(r.At)
	a.prose(AsSummary, r.Summary)
	a.prose(AsNote, r.Notes...)
	for _, s := range r.Scope {
		a.add(s.At, AsScope)
		a.prose(AsScope, s.Value)
	}
	for _, e := range r.Extends {
		a.add(e.At, AsNote)
	}
	for _, e := range r.Equivalences {
		a.add(e.At, AsNote)
	}
	for _, area := range r.Areas {
		a.head(area.At)
		a.prose(AsNote, area.Intro...)
		for _, s := range area.Statements {
			a.prose(AsStatement, s.Prose)
			a.examples(s.Examples)
		}
		a.examples(area.Examples)
	}
}

func (a *account) examples(list []*model.Example) {
	for _, e := range list {
		a.prose(AsExample, e.Prose)
	}
}

func (a *account) prose(as End, list ...model.Prose) {
	for _, p := range list {
		a.add(p.At, as)
	}
}

func (a *account) add(at source.Span, as End) {
	if at.Path != "" {
		a.marks[at.Path] = append(a.marks[at.Path], mark{start: at.Start, end: at.End, as: as})
	}
}

// head claims the text that a role or an area is named by.
func (a *account) head(at source.Span) {
	if at.Path != "" {
		a.marks[at.Path] = append(a.marks[at.Path], mark{start: at.Start, end: at.End, as: AsTitle, first: true})
	}
}

// each calls f with every text of a file and what it ended as. It goes through
// texts and marks side by side; few marks are open at a time. A text of which
// words are left over did not end, though some of its words did; then the place
// is that of the first of these.
func (a *account) each(path string, f func(source.Span, End)) {
	otherwise, ok := a.whole[path]
	if !ok {
		otherwise = Unread
	}
	marks := a.marks[path]
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Compare(a.start, b.start) })
	texts := a.texts(path)
	var open, over []mark
	for i := range texts.Len() {
		text := texts.At(i)
		for len(marks) > 0 && marks[0].start <= text.End {
			open, marks = append(open, marks[0]), marks[1:]
		}
		open, over = claim(open, over[:0], text)
		best := otherwise
		for _, m := range over {
			best = min(best, m.as)
		}
		if at, ok := left(texts, i, over); ok {
			text, best = at, otherwise
		}
		if best == Unread && texts.Lead(i) {
			best = AsGroup
		}
		f(text, best)
	}
}

// claim adds the open marks over a text to over, and returns those that stay
// open for the next one.
func claim(open, over []mark, text source.Span) (stay, claimed []mark) {
	stay = open[:0]
	for _, m := range open {
		if m.end < text.Start {
			continue
		}
		hit := overlaps(m, text)
		if hit {
			over = append(over, m)
		}
		if !hit || !m.first {
			stay = append(stay, m)
		}
	}
	return stay, over
}

// left returns the first words of a text that lie under none of the marks over
// it. One mark over all of it, as nearly all texts have, decides at once.
func left(texts model.FileTexts, i int, over []mark) (at source.Span, ok bool) {
	text := texts.At(i)
	if len(over) == 0 || text.Start == text.End {
		return source.Span{}, false
	}
	for _, m := range over {
		if m.first || m.start <= text.Start && m.end >= text.End {
			return source.Span{}, false
		}
	}
	covered := make([]source.Span, 0, len(over))
	for _, m := range over {
		covered = append(covered, source.Span{Path: text.Path, Start: m.start, End: m.end})
	}
	return texts.Left(i, covered)
}

// overlaps reports whether a mark and a text share a byte; an empty one of
// them is a place, and its neighbours count.
func overlaps(m mark, text source.Span) bool {
	if m.start == m.end || text.Start == text.End {
		return m.start <= text.End && text.Start <= m.end
	}
	return m.start < text.End && text.Start < m.end
}

// unread reports the texts that end nowhere, those that follow on each other
// once.
func (a *account) unread(sources *source.Set, report *diag.Report) {
	for _, path := range sources.Paths() {
		if _, ok := a.whole[path]; ok {
			continue
		}
		var run []source.Span
		tell := func() {
			if len(run) > 0 {
				report.Add(newUnread(run, sources))
			}
			run = run[:0]
		}
		a.each(path, func(text source.Span, end End) {
			if end == Unread {
				run = append(run, text)
			} else {
				tell()
			}
		})
		tell()
	}
}
