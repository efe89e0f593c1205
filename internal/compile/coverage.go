package compile

import (
	"cmp"
	"slices"

	"rung/internal/diag"
	"rung/internal/model"
	"rung/internal/settings"
	"rung/internal/source"
)

// End is what a text of a file ended as.
type End int

// The ends, the most telling first: a text that ends in two ways counts as the
// first of them.
const (
	AsStatement  End = iota
	AsExample        // of a statement or an area
	AsScope          // of a role
	AsSummary        // of a role
	AsNote           // of a role, an area or a track
	AsTitle          // of a role, an area, a track or a level
	AsGroup          // a heading or row that gathers others, a line that introduces some
	AsNavigation     // links, and tables of contents
	AsMetadata       // about the file
	AsTemplate       // to be replaced
	AsFinding        // a diagnostic tells of it
	AsPage           // prose of a page
	Unread           // none of these: P0110 tells of it
	ends
)

// String returns the end's name in the account.
func (e End) String() string {
	return [...]string{"statements", "examples", "scope", "summaries", "notes", "titles", "groups", "navigation", "metadata", "templates", "findings", "pages", "unread"}[e]
}

// Ends returns every end, in order.
func Ends() []End {
	out := make([]End, ends)
	for i := range out {
		out[i] = End(i)
	}
	return out
}

// FileCoverage is the account of one file: how many texts it has, and how many
// of them ended as what. Ended sums up to Blocks.
type FileCoverage struct {
	Path   string
	Blocks int
	Ended  [ends]int
}

// Coverage returns the account of every file that was read, by path.
func (r *Result) Coverage() []FileCoverage {
	a := newAccount(r)
	var out []FileCoverage
	for _, path := range r.Sources.Paths() {
		f := FileCoverage{Path: path}
		a.each(path, func(_ source.Span, end End) {
			f.Blocks++
			f.Ended[end]++
		})
		out = append(out, f)
	}
	return out
}

// account is what of every file ended where.
type account struct {
	texts func(path string) []source.Span
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
	a.whole[settings.Name] = AsMetadata
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
// texts and marks side by side; few marks are open at a time.
func (a *account) each(path string, f func(source.Span, End)) {
	otherwise, ok := a.whole[path]
	if !ok {
		otherwise = Unread
	}
	marks := a.marks[path]
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Compare(a.start, b.start) })
	var open []mark
	for _, text := range a.texts(path) {
		for len(marks) > 0 && marks[0].start <= text.End {
			open, marks = append(open, marks[0]), marks[1:]
		}
		best := otherwise
		kept := open[:0]
		for _, m := range open {
			if m.end < text.Start {
				continue
			}
			over := overlaps(m, text)
			if over {
				best = min(best, m.as)
			}
			if !over || !m.first {
				kept = append(kept, m)
			}
		}
		open = kept
		f(text, best)
	}
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
