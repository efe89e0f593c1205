package diag

import (
	"cmp"
	"slices"
	"strings"
)

// Fixed is a set of fixes that go together: no edit of one touches an edit of
// another.
type Fixed struct {
	Diagnostics []Diagnostic      // those that are mended, in the order of Report.Sorted
	Edits       map[string][]Edit // by path, by place
}

// SafeFixes chooses from each diagnostic its first safe fix. Where fixes
// overlap the first diagnostic's is chosen; the other's may be in what is found
// once these are applied. A fix whose own edits overlap, or leave their file,
// is passed over: size returns the length of a file, or -1 where there is none.
func SafeFixes(list []Diagnostic, size func(path string) int) Fixed {
	out := Fixed{Edits: map[string][]Edit{}}
	for _, d := range ordered(list) {
		i := slices.IndexFunc(d.Fixes, func(f Fix) bool { return f.Safe == Safe })
		if i >= 0 && out.add(d.Fixes[i].Edits, size) {
			out.Diagnostics = append(out.Diagnostics, d)
		}
	}
	return out
}

// add adds all the edits of a fix, or none.
func (f *Fixed) add(edits []Edit, size func(string) int) bool {
	joined := map[string][]Edit{}
	for _, e := range edits {
		path := e.Span.Path
		if e.Span.Start < 0 || e.Span.Start > e.Span.End || e.Span.End > size(path) {
			return false
		}
		if joined[path] == nil {
			joined[path] = slices.Clone(f.Edits[path])
		}
		at, _ := slices.BinarySearchFunc(joined[path], e, compareEdits)
		if touches(joined[path], at, e) {
			return false
		}
		joined[path] = slices.Insert(joined[path], at, e)
	}
	for path, list := range joined {
		f.Edits[path] = list
	}
	return len(edits) > 0
}

func compareEdits(a, b Edit) int {
	return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
}

// touches reports whether an edit shares a byte, or the place of an insertion,
// with its neighbours in a sorted list.
func touches(list []Edit, at int, e Edit) bool {
	meet := func(o Edit) bool {
		if e.Span.Start == o.Span.Start {
			return true
		}
		return e.Span.Start < o.Span.End && o.Span.Start < e.Span.End
	}
	return at > 0 && meet(list[at-1]) || at < len(list) && meet(list[at])
}

// Splice returns text with the edits made, which are sorted and do not overlap,
// as those of SafeFixes. Every other byte stays.
func Splice(text []byte, edits []Edit) []byte {
	var out strings.Builder
	from := 0
	for _, e := range edits {
		out.Write(text[from:e.Span.Start])
		out.WriteString(e.New)
		from = e.Span.End
	}
	out.Write(text[from:])
	return []byte(out.String())
}
