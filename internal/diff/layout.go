package diff

import (
	"strings"

	"rung/internal/model"
	"rung/internal/wording"
)

// layOut writes pairs of statements into pairs of areas.
func layOut(a, b []*model.Area, areas, statements []int) []AreaPair {
	x, y := list(a), list(b)
	var out []AreaPair
	ofB := make([]int, len(b)) // where in out each area of b is
	ofA := make([]int, len(a))
	merge(areas, len(b), func(i, j int) {
		var p AreaPair
		if i >= 0 {
			p.A, ofA[i] = a[i], len(out)
		}
		if j >= 0 {
			p.B, ofB[j] = b[j], len(out)
		}
		out = append(out, p)
	})
	merge(statements, len(y), func(i, j int) {
		var p StatementPair
		at := 0
		if i >= 0 {
			p.A, p.AreaA, at = x[i].Statement, a[x[i].area], ofA[x[i].area]
		}
		if j >= 0 {
			p.B, p.AreaB, at = y[j].Statement, b[y[j].area], ofB[y[j].area]
		}
		p.finish()
		out[at].Statements = append(out[at].Statements, p)
	})
	return out
}

func (p *StatementPair) finish() {
	var a, b string
	if p.A != nil {
		a = p.A.Text
	}
	if p.B != nil {
		b = p.B.Text
	}
	p.Kind, p.Runs = kindOf(p.A != nil, p.B != nil, a, b), Words(a, b)
}

// compareScope pairs entries by name, then by likeness of names.
func compareScope(a, b []model.Scope) []ScopePair {
	of := byKey(a, b, func(s model.Scope) string { return wording.Normal(s.Name) })
	names := func(list []model.Scope) []*wording.Text {
		out := make([]*wording.Text, len(list))
		for i, s := range list {
			out[i] = wording.Prepare(s.Name)
		}
		return out
	}
	of = filling[*wording.Text]{
		like:    likeness,
		compare: func(x, y *wording.Text) int { return strings.Compare(x.Normal(), y.Normal()) },
		least:   alikeNames,
	}.fill(of, names(a), names(b))
	var out []ScopePair
	merge(of, len(b), func(i, j int) {
		var p ScopePair
		var from, to string
		if i >= 0 {
			p.A, from = &a[i], a[i].Value.Text
		}
		if j >= 0 {
			p.B, to = &b[j], b[j].Value.Text
		}
		p.Kind, p.Runs = kindOf(p.A != nil, p.B != nil, from, to), Words(from, to)
		out = append(out, p)
	})
	return out
}
