package records

import (
	"strings"

	"rung/internal/dialect"
)

// foundations makes a foundation of each file that holds for all roles. The
// tracks of its folder, and of those below, stand on it.
func (p *plan) foundations(tracks []*track) {
	for _, f := range p.bases {
		if !p.under(f, tracks) {
			continue // common to nothing
		}
		t := &track{plan: p, parts: []*part{{file: f}}, place: f.page.Path}
		fill := &filler{track: t, survey: p.survey, scale: newScale(), rungs: map[*rung]*dialect.SheetRung{}, filled: map[filledArea]bool{}}
		fill.sheet = p.survey.NewSheet("", f.page.Path)
		title := f.name
		if title.Value == "" {
			title = fileName(f.page)
		}
		base := fill.sheet.Base(f.page, title)
		base.Role().Title = title.Value
		t.fields = f.fields > 1
		for _, l := range f.leaves {
			switch {
			case l.kind == statements && (!l.soft || f.spots[l].area != nil):
				fill.statements(base, t.parts[0], l)
			case l.kind != require && l.kind != takeOver:
				fill.describe(base, t.parts[0], l)
			}
		}
		t.sheet = fill.sheet
		p.ground = append(p.ground, t)
		for _, o := range tracks {
			if o.standsOn(f) {
				o.sheet.Share(fill.sheet)
			}
		}
	}
}

func (p *plan) under(f *file, tracks []*track) bool {
	for _, t := range tracks {
		if t.standsOn(f) {
			return true
		}
	}
	return false
}

// standsOn reports whether a track lies in the folder of a file, or below.
func (t *track) standsOn(f *file) bool {
	dir := t.parts[0].page.Dir
	return f.page.Dir == "." || dir == f.page.Dir || strings.HasPrefix(dir, f.page.Dir+"/")
}
