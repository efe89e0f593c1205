package shared

import (
	"rung/internal/model"
	"rung/internal/wording"
)

// Pair is what two roles say about one thing. A is nil where only the second
// says it, B where only the first does.
type Pair struct{ A, B *model.Statement }

// alike is how alike two statements must be to count as one that was
// reworded.
const alike = 0.55

// Pairs says which statements of two roles correspond, each at most once: the
// same statement or the same words first, then those that are much alike. All
// of b are there in b's order, then what only a says in a's order.
func Pairs(a, b *model.Role) []Pair {
	from, to := a.Statements(), b.Statements()
	before, after := prepare(from), prepare(to)
	var edges []wording.Edge
	for i := range to {
		for j := range from {
			s := wording.Similarity(after[i], before[j])
			if to[i].ID == from[j].ID {
				s = 1
			}
			edges = append(edges, wording.Edge{Row: i, Col: j, Cost: 1 - s})
		}
	}
	var out []Pair
	used := make([]bool, len(from))
	for i, j := range wording.Match(len(to), len(from), edges, 1-alike) {
		p := Pair{B: to[i]}
		if j >= 0 {
			p.A, used[j] = from[j], true
		}
		out = append(out, p)
	}
	for j, s := range from {
		if !used[j] {
			out = append(out, Pair{A: s})
		}
	}
	return out
}

func prepare(list []*model.Statement) []*wording.Text {
	out := make([]*wording.Text, len(list))
	for i, s := range list {
		out[i] = wording.Prepare(s.Text)
	}
	return out
}

// Same reports whether both say it in the same words.
func (p Pair) Same() bool {
	return p.A != nil && p.B != nil && wording.Normal(p.A.Text) == wording.Normal(p.B.Text)
}

// Marks chooses which changes of words are marked.
type Marks int

// The marks.
const (
	MarkAdded   Marks = 1 << iota // words that only the second text has
	MarkRemoved                   // words that only the first text has
)

// Changed returns the second text with the words that differ from the first
// marked; with MarkRemoved alone it is the first text, with both it is both in
// one.
func Changed(from, to string, marks Marks) []Inline {
	var out []Inline
	for _, r := range wording.Diff(from, to) {
		switch {
		case r.Op == wording.Equal:
			out = append(out, Inline{Text: r.Text})
		case r.Op == wording.Added && marks&MarkAdded != 0:
			out = append(out, Inline{Mark: Inserted, Text: r.Text})
		case r.Op == wording.Removed && marks&MarkRemoved != 0:
			out = append(out, Inline{Mark: Deleted, Text: r.Text})
		}
	}
	return out
}
