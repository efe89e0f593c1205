package resolve

import "rung/internal/model"

// equate files the equivalences, a statement's own and those that a paragraph
// declares for the role as a whole.
func (r *resolver) equate() {
	for i := range r.edges {
		e := &r.edges[i]
		if e.relation != compares {
			continue
		}
		q := model.Equivalence{
			Target:     e.written(),
			Comparison: comparisonOf(e.prose.Text, e.declaration, e.ref.end),
			At:         e.at,
		}
		if e.statement != nil {
			q.Statement = e.statement.ID
		}
		if e.to != nil {
			q.Role = e.to.ID
		}
		e.from.Equivalences = append(e.from.Equivalences, q)
		r.judge(e)
	}
}
