package records

import (
	"slices"

	"rung/internal/dialect"
	"rung/internal/parse"
)

// attach takes lists under unknown keys for what belongs to the text beside them,
// in a record whose area a field names: they are no areas of their own. They show
// what is asked, but where prose says of the key that nobody is held to it.
func (w *walker) attach(p *parts) {
	if len(p.texts) == 0 || !hasArea(p.refs) {
		return
	}
	p.inside = slices.DeleteFunc(p.inside, func(f parse.Field) bool {
		if f.Value.Kind != parse.Seq || !allScalars(f.Value.Items) || wordOf(f.Key) != other || !w.isTexts(f) {
			return false
		}
		if w.refused[dialect.Slug(f.Key)] {
			p.asides = append(p.asides, f)
		} else {
			p.examples = append(p.examples, f)
		}
		return true
	})
}
