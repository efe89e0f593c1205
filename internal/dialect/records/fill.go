package records

import (
	"strings"

	"rung/internal/dialect"
	"rung/internal/model"
	"rung/internal/parse"
)

// filler writes the parts of one track into a sheet.
type filler struct {
	*track
	survey *dialect.Survey
	sheet  *dialect.Sheet
	scale  *scale
	rungs  map[*rung]*dialect.SheetRung
	intro  []model.Prose
	filled map[filledArea]bool // areas that have statements
}

// filledArea is an area of a rung.
type filledArea struct {
	rung *dialect.SheetRung
	area string // its slug
}

// fill makes the track's sheet. The order matters: all levels are known before
// a rung is made, statements stand before it is told what is a summary.
func (t *track) fill() {
	f := &filler{track: t, survey: t.plan.survey, scale: newScale(), rungs: map[*rung]*dialect.SheetRung{}, filled: map[filledArea]bool{}}
	f.sheet = f.survey.NewSheet(t.name, t.place)
	for _, p := range t.parts {
		f.levelsOf(p)
	}
	f.shared()
	t.fields = t.keysAreAreas()
	for _, r := range f.scale.rungs {
		if p := t.firstAt(f, r); p != nil {
			f.rung(p, r)
		}
	}
	for _, p := range t.parts {
		for _, l := range p.leaves {
			if p.covers(l) {
				f.leaf(p, l)
			}
		}
	}
	f.described()
	for _, p := range t.parts {
		for _, l := range p.leaves {
			if p.covers(l) && p.levelAt(l) == nil && (l.kind == about || l.kind == statements && l.soft && p.everyone(l) == nil) {
				f.introduce(p, l)
			}
		}
		f.base(p)
		f.body(p)
	}
	t.sheet, t.intro = f.sheet, f.intro
}

// covers reports whether a leaf belongs to the part's track.
func (p *part) covers(l *leaf) bool {
	s := p.spots[l]
	if p.only == nil {
		return true
	}
	return s.track != nil && dialect.Slug(s.track.name.Value) == dialect.Slug(p.only.name.Value)
}

// levelAt returns the level of a leaf: its own, else that of its file.
func (p *part) levelAt(l *leaf) *level {
	if s := p.spots[l]; s.level != nil {
		return s.level
	}
	return p.level
}

// levelsOf enters the levels of a part in the order that its file gives them.
func (f *filler) levelsOf(p *part) {
	if p.level != nil {
		f.scale.add(p.level, nil)
		return
	}
	used := map[*rung]*level{} // as this track names it: another may have its own title for the level
	for _, l := range p.leaves {
		v := p.spots[l].level
		if v == nil || !p.covers(l) || l.kind == takeOver {
			continue
		}
		if r := p.data.levels.find(v); used[r] == nil || used[r].title.Value == "" {
			used[r] = v
		}
	}
	var before *rung
	for _, r := range p.data.levels.rungs {
		v := used[r]
		if v == nil {
			continue
		}
		l := &level{names: r.names, label: r.label, title: r.title, nameless: r.nameless, place: r.place}
		if v.title.Value != "" {
			l.title = v.title
		}
		before = f.scale.add(l, before)
	}
}

// shared takes names of levels from a file beside those of the track, or
// above, that declares them.
func (f *filler) shared() {
	dir := f.parts[0].page.Dir
	for {
		if s := f.plan.scales[dir]; s != nil {
			for i, r := range f.scale.rungs {
				o := s.find(&r.level)
				if o == nil && r.nameless && i < len(s.rungs) {
					o = s.rungs[i]
				}
				if o == nil {
					continue
				}
				f.sayAs(r, o)
			}
			return
		}
		if dir == "." {
			return
		}
		dir = parentDir(dir)
	}
}

// described writes what a file beside the track says of its levels.
func (f *filler) described() {
	for dir := f.parts[0].page.Dir; ; dir = parentDir(dir) {
		if w := f.plan.words[dir]; w != nil {
			p := &part{file: w}
			for _, l := range w.leaves {
				r := (*rung)(nil)
				if v := w.spots[l].level; v != nil {
					r = f.scale.find(v)
				}
				if got := f.rungs[r]; r != nil && got != nil && l.kind != require && l.kind != takeOver {
					f.describe(got, p, l)
				}
			}
			return
		}
		if dir == "." {
			return
		}
	}
}

// sayAs gives a rung the names of another, which declares it. Their places are
// in another file, so that they go along as words alone.
func (f *filler) sayAs(r, o *rung) {
	if r.title.Value == "" && o.title.Value != "" {
		r.title = parse.Text{Value: o.title.Value}
	} else if r.title.Value == "" && dialect.Slug(o.label.Value) != dialect.Slug(r.label.Value) {
		r.title = parse.Text{Value: o.label.Value}
	}
}

// firstAt returns the part where a rung is first spoken of, or nil.
func (t *track) firstAt(f *filler, r *rung) *part {
	for _, p := range t.parts {
		for _, l := range p.leaves {
			if v := p.levelAt(l); v != nil && p.covers(l) && l.kind != takeOver && f.scale.find(v) == r {
				return p
			}
		}
	}
	return nil
}

// rung returns the role of a level.
func (f *filler) rung(p *part, r *rung) *dialect.SheetRung {
	if got := f.rungs[r]; got != nil {
		return got
	}
	name := r.label
	if name.Value == "" && !r.nameless {
		name = r.title
	}
	if name.Value == "" {
		name.Value = r.names[0] // its place
	}
	if name.Start == 0 && name.End == 0 {
		name.Start, name.End = p.placeOf(f, r)
	}
	got := f.sheet.Rung(p.page, name)
	switch {
	case r.title.Value != "" && (r.label.Value != "" || r.nameless):
		got.Call(r.title.Value, name.Value)
	case number(name.Value):
		got.Call(firstOf(r.title.Value, "Level "+name.Value), "")
	}
	f.rungs[r] = got
	return got
}

// placeOf returns where a level without a name of its own begins.
func (p *part) placeOf(f *filler, r *rung) (start, end int) {
	for _, l := range p.leaves {
		if v := p.levelAt(l); v == nil || f.scale.find(v) != r || !p.covers(l) {
			continue
		}
		for _, list := range [][]*parse.Record{l.texts, l.examples, l.more} {
			if len(list) > 0 {
				return list[0].Start, list[0].Start
			}
		}
	}
	return 0, 0
}

// keysAreAreas reports whether texts that stand in no area stand under keys
// that tell them apart, from each other or from areas that are keys too.
func (t *track) keysAreAreas() bool {
	keys, named := map[string]bool{}, false
	for _, p := range t.parts {
		for _, l := range p.leaves {
			s := p.spots[l]
			named = named || p.asking[l] && p.covers(l)
			if l.kind != statements || len(l.texts) == 0 || !p.covers(l) || p.levelAt(l) == nil {
				continue
			}
			switch {
			case p.area.Value != "", s.area != nil && s.area.list != "":
				return false
			case s.area != nil:
				named = true
			case l.field.Value != "" && !l.soft:
				keys[dialect.Slug(l.field.Value)] = true
			}
		}
	}
	return len(keys) > 1 || len(keys) == 1 && named
}

// areaOf returns the name of a leaf's area.
func (f *filler) areaOf(p *part, l *leaf) parse.Text {
	switch s := p.spots[l]; {
	case s.area != nil && s.level == nil && s.area == p.everyone(l):
		return parse.Text{}
	case s.area != nil:
		return s.area.name
	case p.area.Value != "":
		return p.area
	case f.fields && l.kind == statements:
		return l.field
	}
	return parse.Text{}
}

// leaf writes one leaf where it belongs.
func (f *filler) leaf(p *part, l *leaf) {
	v := p.levelAt(l)
	if v == nil {
		return
	}
	r := f.scale.find(v)
	if r == nil {
		return
	}
	rung := f.rung(p, r)
	switch l.kind {
	case statements:
		if f.isSummary(p, l, r) {
			f.describe(rung, p, l)
		} else {
			f.statements(rung, p, l)
		}
	case about:
		f.describe(rung, p, l)
	case fact:
		f.fact(rung, p, l)
	case takeOver:
		f.takeOver(rung, p, l)
	case require:
		if said := p.spoken(l); said != nil {
			f.statements(rung, p, said)
		} else {
			f.require(rung, p, l)
		}
	}
}

// isSummary reports whether a text that is called a summary is one: its level
// has other texts.
func (f *filler) isSummary(p *part, l *leaf, r *rung) bool {
	if !l.soft || p.spots[l].area != nil || p.area.Value != "" {
		return false
	}
	for _, q := range f.parts {
		for _, o := range q.leaves {
			if q.asking[o] && q.covers(o) {
				return true
			}
			if o != l && o.kind == statements && len(o.texts) > 0 && q.covers(o) && (!o.soft || q.spots[o].area != nil) {
				if v := q.levelAt(o); v != nil && f.scale.find(v) != nil {
					return true
				}
			}
		}
	}
	return false
}

// describe writes what introduces an area at a level, or the role.
func (f *filler) describe(rung *dialect.SheetRung, p *part, l *leaf) {
	s := p.spots[l]
	for _, list := range [][]*parse.Record{l.texts, l.more} {
		for _, t := range list {
			text := scalarText(p.page, t)
			switch role := rung.Role(); {
			case s.area != nil || p.area.Value != "":
				rung.Area(p.page, f.areaOf(p, l)).Intro(p.page, text)
			case role.Summary.Text == "" && l.says != detailWord:
				role.Summary = p.page.Doc.Prose(text)
			default:
				role.Notes = append(role.Notes, p.page.Doc.Prose(text))
			}
		}
	}
}

// introduce writes what is said at no level: of an area, for each role that
// has it, or of the track.
func (f *filler) introduce(p *part, l *leaf) {
	s := p.spots[l]
	for _, t := range append(l.texts[:len(l.texts):len(l.texts)], l.more...) {
		text := scalarText(p.page, t)
		if s.area == nil && p.area.Value == "" {
			f.intro = append(f.intro, p.page.Doc.Prose(text))
			continue
		}
		name := f.areaOf(p, l)
		for _, r := range f.sheet.Rungs() {
			if f.filled[filledArea{r, dialect.Slug(name.Value)}] {
				r.Area(p.page, name).Intro(p.page, text)
			}
		}
	}
}

func (f *filler) fact(rung *dialect.SheetRung, p *part, l *leaf) {
	for _, t := range l.texts {
		role := rung.Role()
		role.Scope = append(role.Scope, model.Scope{Name: l.field.Value, Value: p.page.Doc.Prose(scalarText(p.page, t)), At: p.page.Doc.Span(l.field.Start, l.field.End)})
	}
}

// takeOver follows the name of a level that is taken over.
func (f *filler) takeOver(rung *dialect.SheetRung, p *part, l *leaf) {
	for _, t := range l.texts {
		if r := f.scale.find(&level{names: []string{t.Value}}); r != nil {
			rung.Take(p.page, f.rung(p, r), scalarText(p.page, t))
		}
	}
}

// base writes what a file says for all its levels, once.
func (f *filler) base(p *part) {
	if p.level != nil {
		return
	}
	for _, l := range p.leaves {
		g := p.everyone(l)
		if l.kind != statements || g == nil || p.spots[l].level != nil {
			continue
		}
		if p.based == nil {
			p.based = f.sheet
		}
		if p.based != f.sheet {
			f.sheet.Share(p.based)
			return
		}
		b := f.sheet.Base(p.page, g.name)
		b.Role().Title = g.name.Value
		f.statements(b, p, l)
	}
}

// everyone returns the group of a leaf that holds for all levels, or nil.
func (f *file) everyone(l *leaf) *group {
	for _, s := range l.steps {
		if s.group != nil && (dialect.ForEveryone(s.group.name.Value) || dialect.ForEveryone(title(s.group.id))) && !f.repeated[l] {
			return s.group
		}
	}
	if dialect.ForEveryone(title(l.field.Value)) && !f.repeated[l] {
		return &group{name: parse.Text{Value: title(l.field.Value), Start: l.field.Start, End: l.field.End}}
	}
	return nil
}

func parentDir(dir string) string {
	if i := strings.LastIndexByte(dir, '/'); i >= 0 {
		return dir[:i]
	}
	return "."
}

// body writes the prose under the front matter of a page that is a role: its
// summary and notes.
func (f *filler) body(p *part) {
	if p.level == nil || p.page.Doc.Data != nil {
		return
	}
	r := f.scale.find(p.level)
	if r == nil {
		return
	}
	role := f.rung(p, r).Role()
	for _, b := range p.page.Doc.Blocks {
		text := flatten([]*parse.Block{b})
		switch {
		case text.Value == "":
		case role.Summary.Text == "" && b.Kind == parse.Paragraph:
			role.Summary = p.page.Doc.Prose(text)
		default:
			role.Notes = append(role.Notes, p.page.Doc.Prose(text))
		}
	}
}
