package records

import (
	"slices"

	"rung/internal/dialect"
	"rung/internal/model"
)

// leaveLegends takes files that only say what the levels of competencies mean,
// which roles ask for: nobody has such a level as a whole.
func (p *plan) leaveLegends(all []*file) {
	p.files = slices.DeleteFunc(p.files, func(f *file) bool {
		if !f.declares() || f.namesJobs() {
			return false
		}
		s := &skillSet{levels: map[string]bool{}}
		s.add(f)
		for _, o := range all {
			if o == f || !p.used[o] || !s.fits(o) {
				continue
			}
			why := "it says one thing of each level, and these are the levels of " + o.page.Path + ", which roles ask for"
			if p.survey.Choose(f.page.Path, "proficiency-is-scale", "proficiency-is-level", why) {
				p.take(f)
				for _, t := range textsBelow(f.root) {
					p.survey.Account(f.page, f.page.Doc.Span(t.Start, t.End), model.GroupText)
				}
				return true
			}
		}
		return false
	})
}

// namesJobs reports whether half of the levels of a file or more are called as
// jobs are.
func (f *file) namesJobs() bool {
	jobs := 0
	for _, r := range f.data.levels.rungs {
		if dialect.RoleTitle(r.title.Value) || dialect.RoleTitle(r.label.Value) {
			jobs++
		}
	}
	return jobs*2 >= len(f.data.levels.rungs)
}
