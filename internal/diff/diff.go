// Package diff sets two roles side by side: which areas, statements and
// entries of the scope correspond, and which words differ. It speaks about two
// roles of one revision; what an edit did to a statement is package lineage's
// business.
package diff

import (
	"rung/internal/model"
	"rung/internal/wording"
)

// Run is a stretch of text with one fate.
type Run = wording.Run

// Words returns how b differs from a, in whole words; see wording.Diff.
func Words(a, b string) []Run { return wording.Diff(a, b) }

// Kind says how two things correspond.
type Kind string

// The kinds.
const (
	Same     Kind = "same"     // the same words
	Reworded Kind = "reworded" // one thing in other words
	OnlyA    Kind = "only-a"
	OnlyB    Kind = "only-b"
)

// Side is what one role asks. A caller that counts inherited statements fills
// it with them.
type Side struct {
	Scope []model.Scope
	Areas []*model.Area
}

// Comparison is two sides, A and B. Nothing of either is left out or there
// twice.
type Comparison struct {
	Scope []ScopePair // in B's order, what only A has after what precedes it in A
	Areas []AreaPair  // likewise
}

// ScopePair is one entry of the scope. A or B is nil where only the other has
// it. Runs is how the value of B differs from that of A; for one side alone it
// is its value.
type ScopePair struct {
	Kind Kind
	A, B *model.Scope
	Runs []Run
}

// AreaPair is one area of each side that corresponds, or one alone.
type AreaPair struct {
	A, B       *model.Area // one may be nil
	Statements []StatementPair
}

// StatementPair is one statement of each side that corresponds, or one alone.
// It stands in the pair of areas of B's statement, or of A's where B has none.
type StatementPair struct {
	Kind         Kind
	A, B         *model.Statement
	AreaA, AreaB *model.Area // where they stand
	Runs         []Run
}

// Roles compares the statements that two roles make themselves.
func Roles(a, b *model.Role) *Comparison {
	return Compare(Side{a.Scope, a.Areas}, Side{b.Scope, b.Areas})
}

// Compare sets two sides beside each other. What it pairs does not depend on
// which of them is A.
func Compare(a, b Side) *Comparison {
	areas := pairAreas(a.Areas, b.Areas)
	return &Comparison{
		Scope: compareScope(a.Scope, b.Scope),
		Areas: layOut(a.Areas, b.Areas, areas, pairStatements(a.Areas, b.Areas, areas)),
	}
}

// kindOf tells the kind of two texts, of which either may be missing.
func kindOf(hasA, hasB bool, a, b string) Kind {
	switch {
	case !hasB:
		return OnlyA
	case !hasA:
		return OnlyB
	case wording.Normal(a) == wording.Normal(b):
		return Same
	}
	return Reworded
}

// merge puts two lists into one order: that of b, with what only a has after
// what precedes it in a. of holds the index in b of each of a, or -1. emit is
// called with an index in each list, one of which may be -1.
func merge(of []int, lengthB int, emit func(a, b int)) {
	alone := func(from int) {
		for i := from; i < len(of) && of[i] < 0; i++ {
			emit(i, -1)
		}
	}
	alone(0)
	for j, i := range invert(of, lengthB) {
		emit(i, j)
		if i >= 0 {
			alone(i + 1)
		}
	}
}
