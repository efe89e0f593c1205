package diag

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rung/internal/source"
)

func TestSortedDoesNotDependOnOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfDistinct(rapid.Custom(func(t *rapid.T) int { return rapid.IntRange(0, 60).Draw(t, "n") }), rapid.ID).Draw(t, "list")
		var forward, backward Report
		for i := range list {
			forward.Add(numbered(list[i]))
			backward.Add(numbered(list[len(list)-1-i]))
		}
		if diff := cmp.Diff(forward.Sorted(), backward.Sorted()); diff != "" {
			t.Fatalf("(-forward +backward)\n%s", diff)
		}
	})
}

func numbered(n int) Diagnostic {
	return Diagnostic{
		Code:    Code([]string{"P0001", "R0001"}[n%2]),
		Primary: source.Span{Path: []string{"a", "b"}[n/2%2], Start: n / 4 % 3, End: 9},
		Message: string(rune('a' + n/12)),
	}
}

func TestWorst(t *testing.T) {
	t.Parallel()
	var r Report
	if _, ok := r.Worst(); ok {
		t.Error("an empty report has a worst")
	}
	r.Add(Diagnostic{Severity: Warning})
	r.Add(Diagnostic{Severity: Note})
	if got, ok := r.Worst(); !ok || got != Warning {
		t.Errorf("Worst = %v, %v, want warning", got, ok)
	}
	r.Merge(nil)
	other := &Report{}
	other.Add(Diagnostic{Severity: Error})
	r.Merge(other)
	if got, _ := r.Worst(); got != Error || r.Len() != 3 {
		t.Errorf("after Merge: worst %v of %d, want error of 3", got, r.Len())
	}
}
