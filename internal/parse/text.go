package parse

import (
	"slices"
	"sort"
	"strings"

	"rung/internal/model"
)

// Text is a run of words without markup. Start and End cover it in the file.
// Value has single spaces where the source had runs of them or line ends;
// Breaks holds the offsets in Value at which a line of the source began.
type Text struct {
	Value  string
	Marks  []model.Mark
	Breaks []int
	Start  int
	End    int
	pieces []piece // nil where Value stands in the file as it is, from Start on
}

// piece says that the words from out on stand in the file from src on.
type piece struct{ out, src int }

// Source returns the offset in the file of the byte at offset of Value. Where
// the source spells a character differently, it is near.
func (t Text) Source(offset int) int {
	if t.pieces == nil {
		return max(t.Start, min(t.Start+offset, t.End))
	}
	i := sort.Search(len(t.pieces), func(i int) bool { return t.pieces[i].out > offset }) - 1
	if i < 0 {
		return t.Start
	}
	return max(t.Start, min(t.pieces[i].src+offset-t.pieces[i].out, t.End))
}

// Slice returns the part [from, to) of t, without the spaces at its ends.
func (t Text) Slice(from, to int) Text {
	from, to = max(0, from), min(to, len(t.Value))
	for from < to && t.Value[from] == ' ' {
		from++
	}
	for from < to && t.Value[to-1] == ' ' {
		to--
	}
	if from >= to {
		return Text{Start: t.Source(from), End: t.Source(from)}
	}
	out := Text{Value: t.Value[from:to], Start: t.Source(from), End: t.sourceEnd(to)}
	for _, m := range t.Marks {
		m.Start, m.End = max(m.Start, from)-from, min(m.End, to)-from
		if m.Start < m.End {
			out.Marks = append(out.Marks, m)
		}
	}
	// Both are in order: a text of a hundred thousand lines is cut into each.
	for i := sort.SearchInts(t.Breaks, from+1); i < len(t.Breaks) && t.Breaks[i] < to; i++ {
		out.Breaks = append(out.Breaks, t.Breaks[i]-from)
	}
	first := sort.Search(len(t.pieces), func(i int) bool { return t.pieces[i].out > from })
	for i := first; i < len(t.pieces) && t.pieces[i].out < to; i++ {
		out.pieces = append(out.pieces, piece{t.pieces[i].out - from, t.pieces[i].src})
	}
	if len(out.pieces) > 0 {
		out.pieces = slices.Insert(out.pieces, 0, piece{0, out.Start})
	}
	return out
}

// sourceEnd returns where the byte before offset ends in the file.
func (t Text) sourceEnd(offset int) int {
	if offset >= len(t.Value) {
		return t.End
	}
	return max(t.Start, min(t.Source(offset-1)+1, t.End))
}

// Lines returns t as the source broke it into lines.
func (t Text) Lines() []Text {
	if len(t.Breaks) == 0 {
		return []Text{t}
	}
	var out []Text
	from := 0
	for _, b := range append(append([]int(nil), t.Breaks...), len(t.Value)) {
		if line := t.Slice(from, b); line.Value != "" {
			out = append(out, line)
		}
		from = b
	}
	return out
}

// Join returns the words of all parts with a space between.
func Join(parts ...Text) Text {
	var out Text
	var words strings.Builder
	if len(parts) == 1 && parts[0].Value != "" {
		return parts[0].clone()
	}
	for _, p := range parts {
		if p.Value == "" {
			continue
		}
		if words.Len() > 0 {
			words.WriteByte(' ')
			out.Breaks = append(out.Breaks, words.Len())
		} else {
			out.Start, out.End = p.Start, p.End
		}
		shift := words.Len()
		words.WriteString(p.Value)
		out.Start, out.End = min(out.Start, p.Start), max(out.End, p.End)
		for _, m := range p.Marks {
			m.Start, m.End = m.Start+shift, m.End+shift
			out.Marks = append(out.Marks, m)
		}
		for _, b := range p.Breaks {
			out.Breaks = append(out.Breaks, b+shift)
		}
		if p.pieces == nil {
			out.pieces = append(out.pieces, piece{shift, p.Start})
		}
		for _, q := range p.pieces {
			out.pieces = append(out.pieces, piece{q.out + shift, q.src})
		}
	}
	out.Value = words.String()
	out.pieces = straight(out.pieces, out.Start)
	return out
}

// clone returns a copy of t that shares nothing with it but words.
func (t Text) clone() Text {
	t.Marks, t.Breaks, t.pieces = slices.Clone(t.Marks), slices.Clone(t.Breaks), slices.Clone(t.pieces)
	return t
}

// straight returns the pieces of a text, or nil for one that stands in the file
// as it is: nearly all do, and a tree has very many.
func straight(pieces []piece, start int) []piece {
	if len(pieces) == 1 && pieces[0] == (piece{0, start}) {
		return nil
	}
	return pieces
}

// Covered reports whether marks of kind k cover all letters of t.
func (t Text) Covered(k model.MarkKind) bool {
	if t.Value == "" {
		return false
	}
	at := 0
	for _, m := range t.Marks {
		if m.Kind == k && strings.TrimSpace(t.Value[at:max(at, m.Start)]) == "" {
			at = max(at, m.End)
		}
	}
	return strings.TrimSpace(t.Value[at:]) == ""
}
