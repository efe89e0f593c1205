package parse

import (
	"slices"
	"sort"
	"strings"

	"rung/internal/model"
)

// Text is a run of words without markup. Start and End cover it in the file.
// Value has single spaces where the source had runs of them or line ends.
type Text struct {
	Value  string
	Marks  []model.Mark
	Start  int
	End    int
	layout *layout // nil: one line, which stands in the file as it is from Start on
}

// layout is how a text stands in the file. Most stand there as one line, and a
// tree has very many: these have none. It is not changed once made.
type layout struct {
	breaks []int   // offsets in the value at which a line of the source began
	pieces []piece // nil where the value stands in the file as it is
}

// newLayout returns the layout of a text that begins at start, or nil where
// there is nothing to say.
func newLayout(breaks []int, pieces []piece, start int) *layout {
	if pieces = straight(pieces, start); len(breaks) == 0 && len(pieces) == 0 {
		return nil
	}
	return &layout{breaks, pieces}
}

// Breaks returns the offsets in Value at which a line of the source began. The
// caller must not change them.
func (t Text) Breaks() []int {
	if t.layout == nil {
		return nil
	}
	return t.layout.breaks
}

func (t Text) pieces() []piece {
	if t.layout == nil {
		return nil
	}
	return t.layout.pieces
}

// Renamed returns the places of t under other words, without marks and lines.
func (t Text) Renamed(value string) Text {
	return Text{Value: value, Start: t.Start, End: t.End, layout: newLayout(nil, t.pieces(), t.Start)}
}

// piece says that the words from out on stand in the file from src on.
type piece struct{ out, src int }

// Source returns the offset in the file of the byte at offset of Value. Where
// the source spells a character differently, it is near.
func (t Text) Source(offset int) int {
	pieces := t.pieces()
	if pieces == nil {
		return max(t.Start, min(t.Start+offset, t.End))
	}
	i := sort.Search(len(pieces), func(i int) bool { return pieces[i].out > offset }) - 1
	if i < 0 {
		return t.Start
	}
	return max(t.Start, min(pieces[i].src+offset-pieces[i].out, t.End))
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
	if t.layout != nil {
		out.layout = t.layout.slice(from, to, out.Start)
	}
	return out
}

// slice returns the layout of a part that begins at start in the file. Both
// lists are in order: a text of a hundred thousand lines is cut into each.
func (l *layout) slice(from, to, start int) *layout {
	var breaks []int
	var pieces []piece
	for i := sort.SearchInts(l.breaks, from+1); i < len(l.breaks) && l.breaks[i] < to; i++ {
		breaks = append(breaks, l.breaks[i]-from)
	}
	first := sort.Search(len(l.pieces), func(i int) bool { return l.pieces[i].out > from })
	for i := first; i < len(l.pieces) && l.pieces[i].out < to; i++ {
		pieces = append(pieces, piece{l.pieces[i].out - from, l.pieces[i].src})
	}
	if len(pieces) > 0 {
		pieces = slices.Insert(pieces, 0, piece{0, start})
	}
	return newLayout(breaks, pieces, start)
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
	if len(t.Breaks()) == 0 {
		return []Text{t}
	}
	var out []Text
	from := 0
	for _, b := range append(slices.Clone(t.Breaks()), len(t.Value)) {
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
	var l layout
	if len(parts) == 1 && parts[0].Value != "" {
		return parts[0].clone()
	}
	for _, p := range parts {
		if p.Value == "" {
			continue
		}
		if words.Len() > 0 {
			words.WriteByte(' ')
			l.breaks = append(l.breaks, words.Len())
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
		for _, b := range p.Breaks() {
			l.breaks = append(l.breaks, b+shift)
		}
		if p.pieces() == nil {
			l.pieces = append(l.pieces, piece{shift, p.Start})
		}
		for _, q := range p.pieces() {
			l.pieces = append(l.pieces, piece{q.out + shift, q.src})
		}
	}
	out.Value = words.String()
	out.layout = newLayout(l.breaks, l.pieces, out.Start)
	return out
}

// clone returns a copy of t that shares nothing with it that is changed.
func (t Text) clone() Text {
	t.Marks = slices.Clone(t.Marks)
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
