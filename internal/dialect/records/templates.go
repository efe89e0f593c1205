package records

import "rung/internal/dialect"

// leaveTemplates takes files from the ladders that show how others are to be
// written, where others are.
func (p *plan) leaveTemplates() {
	var shown, rest []*file
	for _, f := range p.files {
		if dialect.Template(f.page) || dialect.Placeholder(f.name.Value) {
			shown = append(shown, f)
		} else {
			rest = append(rest, f)
		}
	}
	if len(rest) == 0 {
		return
	}
	for _, f := range shown {
		if p.survey.Choose(f.page.Path, "page", "track", "it is a template: other files are written as it shows") {
			p.take(f)
		} else {
			rest = append(rest, f)
		}
	}
	p.files = rest
}
