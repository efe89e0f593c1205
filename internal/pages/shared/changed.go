package shared

import (
	"rung/internal/diff"
	"rung/internal/wording"
)

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
	return Runs(diff.Words(from, to), marks)
}

// Runs returns the words of a comparison, those that differ marked.
func Runs(list []diff.Run, marks Marks) []Inline {
	var out []Inline
	for _, r := range list {
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
