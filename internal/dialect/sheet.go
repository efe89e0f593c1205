package dialect

import (
	"cmp"
	"slices"
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
)

// Sheet gathers the roles of one track from texts that are laid out by level
// and area and not role by role: the cells of a matrix, the records of a data
// file, the sections of pages that hold one competency each. A way of writing
// fills it in the author's order and takes its Drafts at the end.
type Sheet struct {
	survey *Survey
	track  string
	place  string
	rungs  []*SheetRung
	base   *SheetRung
	spelt  spellings // of the names of its rungs; the zero value where it is told none
}

// Spell tells the sheet the lists of levels that it will be filled from: names
// by which these call one level are those of one rung.
func (sh *Sheet) Spell(lists [][]string) { sh.spelt = newSpellings(lists) }

// keyOf is what the names of one rung share.
func (sh *Sheet) keyOf(name string) string {
	if sh.spelt.label == nil {
		return Slug(name)
	}
	if label, _ := levelWordsOf(name); sh.spelt.twice[label] {
		return Slug(name)
	}
	return sh.spelt.key(name)
}

// NewSheet returns an empty sheet. track is the name of its track; "" lets the
// folder of the pages decide, as for roles that have a page each. place is the
// path of the file or the folder that holds the track; sheets of one name and
// place become one track.
func (s *Survey) NewSheet(track, place string) *Sheet {
	return &Sheet{survey: s, track: track, place: place}
}

// SheetRung is a role in the making.
type SheetRung struct {
	sheet *Sheet
	name  string // as the author wrote it
	page  *Page
	role  *model.Role
	areas []*SheetArea
	label Label // where name is none
	takes []*SheetRung
	takeA []model.Extension
	draft *Draft // once it is made
}

// Rung returns the rung that the author calls name, and adds it where the
// sheet has none yet: rungs stand in the order in which they are first asked
// for. Names that differ in case, space or punctuation alone are one. page is
// where the role begins; a zero name is a rung without one, as for a file that
// is a role as a whole.
func (sh *Sheet) Rung(page *Page, name parse.Text) *SheetRung {
	key := sh.keyOf(name.Value)
	for _, r := range sh.rungs {
		if sh.keyOf(r.name) == key {
			return r
		}
	}
	r := sh.newRung(page, name)
	sh.rungs = append(sh.rungs, r)
	return r
}

// Base returns the foundation of the sheet: what it says for all its levels.
// Every rung extends it. It is made when it is first asked for, under title.
func (sh *Sheet) Base(page *Page, title parse.Text) *SheetRung {
	if sh.base == nil {
		sh.base = sh.newRung(page, title)
		sh.base.role.Foundation = true
	}
	return sh.base
}

// Rungs returns the rungs in their order. The caller must not change it.
func (sh *Sheet) Rungs() []*SheetRung { return sh.rungs }

func (sh *Sheet) newRung(page *Page, name parse.Text) *SheetRung {
	role := &model.Role{Status: statusOf(page, page.Outline), Language: languageOf(page), At: page.Doc.Span(name.Start, name.End)}
	if name.Value == "" {
		role.At = page.Outline.At(page.Doc)
	}
	return &SheetRung{sheet: sh, name: name.Value, page: page, role: role}
}

// Name returns what the author calls the rung.
func (r *SheetRung) Name() string { return r.name }

// Role returns the role in the making, for what has no method here: title,
// summary, scope, notes, status. Its areas are set by Drafts.
func (r *SheetRung) Role() *model.Role { return r.role }

// Call gives the role a title and a level that do not both stand in its name,
// as where a record has a field for each. "" leaves what the name says.
func (r *SheetRung) Call(title, level string) {
	if title != "" {
		r.role.Title = title
	}
	if level == "" {
		return
	}
	if _, r.label = rungTitle(level); r.label.Text == "" {
		r.label = Label{Text: level}
	}
}

// Share lets the sheet have the foundation of another, which several tracks of
// one file have in common.
func (sh *Sheet) Share(other *Sheet) {
	if sh.base == nil {
		sh.base = other.base
	}
}

// Take says that the rung takes over all that another says, of this sheet or
// of one more, in the words at [t.Start, t.End) of page. A rung cannot take
// over itself.
func (r *SheetRung) Take(page *Page, other *SheetRung, t parse.Text) {
	if other == nil || other == r || slices.Contains(r.takes, other) {
		return
	}
	r.takes = append(r.takes, other)
	r.takeA = append(r.takeA, model.Extension{Target: t.Value, At: page.Doc.Span(t.Start, t.End)})
}

// SheetArea is an area of a rung in the making.
type SheetArea struct {
	rung *SheetRung
	area *model.Area
}

// Area returns the area of that title, and adds it where the rung has none: a
// repeated label goes on with what it began. A zero title is the area without
// one. A pictograph before the title is taken off.
func (r *SheetRung) Area(page *Page, title parse.Text) *SheetArea {
	emoji, words := splitEmoji(title)
	id := model.AreaID(Slug(words.Value))
	for _, a := range r.areas {
		if a.area.ID == id {
			return a
		}
	}
	a := &SheetArea{rung: r, area: &model.Area{ID: id, Title: words.Value, Emoji: emoji, At: page.Doc.Span(title.Start, title.End)}}
	if title.Value == "" {
		a.area.At = r.role.At
	}
	r.areas = append(r.areas, a)
	return a
}

// Area returns the area in the making, for its intro.
func (a *SheetArea) Area() *model.Area { return a.area }

// Statement adds a statement. key is the id that the source itself gives it,
// or "". It returns nil for an empty text and beyond MaxStatements of a file.
func (a *SheetArea) Statement(page *Page, t parse.Text, key string) *model.Statement {
	if t.Value == "" || !a.rung.sheet.survey.within(page, t) {
		return nil
	}
	st := &model.Statement{Prose: page.Doc.Prose(t), Key: key}
	a.area.Statements = append(a.area.Statements, st)
	return st
}

// Example adds an example: of the statement under, or of the area where under
// is nil.
func (a *SheetArea) Example(page *Page, t parse.Text, under *model.Statement) {
	if t.Value == "" || !a.rung.sheet.survey.within(page, t) {
		return
	}
	e := &model.Example{Prose: page.Doc.Prose(t)}
	if under != nil {
		under.Examples = append(under.Examples, e)
	} else {
		a.area.Examples = append(a.area.Examples, e)
	}
}

// Intro adds words that introduce the area.
func (a *SheetArea) Intro(page *Page, t parse.Text) {
	a.area.Intro = appendProse(a.area.Intro, page.Doc, t)
}

// Drafts returns the roles, the foundation last. Areas without any text are
// left out; rungs without any stay, since a level that asks nothing is the
// resolver's to report. The sheet must not be used afterwards, but for rungs
// that those of other sheets take over.
func (sh *Sheet) Drafts() []*Draft {
	var out []*Draft
	for i, r := range sh.rungs {
		d := r.made()
		d.order = i + 1
		out = append(out, d)
	}
	if !orderByNumber(sh.rungs, out) {
		orderByRank(out)
	}
	for _, r := range sh.rungs {
		d := r.made()
		if d.Label.Text != "" && d.Label.Prefix == "" && d.Label.Number == 0 {
			d.Label.Number = float64(d.order) // a level that is called by a word ranks by its place
		}
		if sh.base != nil {
			d.extends = append(d.extends, draftEdge{to: sh.base.made(), Extension: model.Extension{Target: sh.base.role.Title, At: sh.base.role.At}})
		}
		for i, other := range r.takes {
			d.extends = append(d.extends, draftEdge{to: other.made(), Extension: r.takeA[i]})
		}
	}
	if sh.base != nil && sh.base.sheet == sh {
		out = append(out, sh.base.made())
	}
	return out
}

// made returns the role of the rung with what was given to it so far.
func (r *SheetRung) made() *Draft {
	if r.draft != nil {
		return r.draft
	}
	r.role.Areas = []*model.Area{}
	for _, a := range r.areas {
		if len(a.area.Statements) > 0 || len(a.area.Examples) > 0 || len(a.area.Intro) > 0 {
			if a.area.Statements == nil {
				a.area.Statements = []*model.Statement{}
			}
			r.role.Areas = append(r.role.Areas, a.area)
		}
	}
	title, label := rungTitle(r.name)
	if r.role.Title == "" {
		r.role.Title = title
	}
	if r.role.Title == "" {
		r.role.Title = cmp.Or(r.sheet.track, r.page.Names.Title)
		label = r.page.Names.Label
	}
	if r.label.Text != "" {
		label = r.label
	}
	r.draft = &Draft{Role: r.role, Page: r.page, Label: label, Track: r.sheet.track}
	if r.sheet.track != "" {
		r.draft.Place = r.sheet.place
	}
	return r.draft
}

// rungTitle returns the title and the label of a level's name. A bare number
// is a label.
func rungTitle(name string) (title string, label Label) {
	title, label = TitleOf(name)
	if label.Text != "" || title == "" {
		return title, label
	}
	if l, rest := SplitLabel("Level " + title); l.Text != "" && rest == "" && strings.Trim(title, "0123456789.") == "" {
		l.Text = title
		return title, l
	}
	return title, Label{}
}

// orderByNumber puts levels in the order of the numbers that begin the names of
// all, as "2 – Senior Usher": records are exported in any order. It reports
// whether it did.
func orderByNumber(rungs []*SheetRung, drafts []*Draft) bool {
	used := map[int]bool{}
	for i, r := range rungs {
		n, rest, ok := orderPrefix(r.name)
		if !ok || n == 0 || rest == "" || used[n] {
			return false
		}
		drafts[i].order, used[n] = n, true
	}
	return len(rungs) > 1
}

// orderByRank turns the order around where the author put the highest level
// first.
func orderByRank(drafts []*Draft) {
	if len(drafts) < 2 {
		return
	}
	last := 0.0
	for i, d := range drafts {
		rank, _, _ := Rank(roleWords(d.Role.Title))
		if i > 0 && rank >= last {
			return
		}
		last = rank
	}
	for i, d := range drafts {
		d.order = len(drafts) - i
	}
}
