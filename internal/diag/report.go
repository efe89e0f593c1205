package diag

import (
	"cmp"
	"slices"
)

// Report collects diagnostics. The zero Report is empty and ready for use. It
// is not safe for concurrent use: give each goroutine its own and Merge them.
type Report struct {
	list []Diagnostic
}

// Add notes a diagnostic.
func (r *Report) Add(d Diagnostic) { r.list = append(r.list, d) }

// Merge adds all diagnostics of other, which may be nil.
func (r *Report) Merge(other *Report) {
	if other != nil {
		r.list = append(r.list, other.list...)
	}
}

// Len returns the number of diagnostics.
func (r *Report) Len() int { return len(r.list) }

// Sorted returns all diagnostics by file, offset, code and message. The result
// is the caller's own and does not depend on the order of Add.
func (r *Report) Sorted() []Diagnostic {
	out := slices.Clone(r.list)
	slices.SortStableFunc(out, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.Primary.Path, b.Primary.Path),
			cmp.Compare(a.Primary.Start, b.Primary.Start),
			cmp.Compare(a.Primary.End, b.Primary.End),
			cmp.Compare(a.Code, b.Code),
			cmp.Compare(a.Message, b.Message),
		)
	})
	return out
}

// Worst returns the highest severity in the report; ok is false where the
// report is empty.
func (r *Report) Worst() (worst Severity, ok bool) {
	for _, d := range r.list {
		worst = max(worst, d.Severity)
	}
	return worst, len(r.list) > 0
}

// Filter keeps the diagnostics for which keep returns true; keep may change
// what it is given.
func (r *Report) Filter(keep func(*Diagnostic) bool) {
	out := r.list[:0]
	for i := range r.list {
		if keep(&r.list[i]) {
			out = append(out, r.list[i])
		}
	}
	r.list = out
}
