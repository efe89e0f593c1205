package parse

import (
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
	pieces []piece
}

// piece says that the words from out on stand in the file from src on.
type piece struct{ out, src int }

// Source returns the offset in the file of the byte at offset of Value. Where
// the source spells a character differently, it is near.
func (t Text) Source(offset int) int {
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
	for _, b := range t.Breaks {
		if b > from && b < to {
			out.Breaks = append(out.Breaks, b-from)
		}
	}
	out.pieces = append(out.pieces, piece{0, out.Start})
	for _, p := range t.pieces {
		if p.out > from && p.out < to {
			out.pieces = append(out.pieces, piece{p.out - from, p.src})
		}
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
		for _, q := range p.pieces {
			out.pieces = append(out.pieces, piece{q.out + shift, q.src})
		}
	}
	out.Value = words.String()
	return out
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

// textBuilder collects words; it keeps single spaces and the places.
type textBuilder struct {
	text   Text
	buf    strings.Builder
	repair func(string) string
	placed bool
}

// add appends words that stand at [src, end) in the file. Words that are not
// as long as their source are placed as well as can be.
func (b *textBuilder) add(words string, src, end int) {
	words = b.repair(words)
	exact := len(words) == end-src
	for i := 0; i < len(words); {
		n := strings.IndexAny(words[i:], " \t\r\n")
		if n == 0 {
			b.space()
			i++
			continue
		}
		if n < 0 {
			n = len(words) - i
		}
		to := end
		if exact {
			to = src + i + n
		}
		b.place(min(src+i, end), to)
		b.buf.WriteString(words[i : i+n])
		i += n
	}
}

func (b *textBuilder) place(src, end int) {
	if !b.placed {
		b.text.Start, b.placed = src, true
	}
	b.text.End = max(b.text.End, end)
	if n := len(b.text.pieces); n > 0 && src-b.text.pieces[n-1].src == b.buf.Len()-b.text.pieces[n-1].out {
		return // as far on as in the source
	}
	b.text.pieces = append(b.text.pieces, piece{b.buf.Len(), src})
}

// space appends one space, unless the words are empty or end with one.
func (b *textBuilder) space() {
	if s := b.buf.String(); s != "" && s[len(s)-1] != ' ' {
		b.buf.WriteByte(' ')
	}
}

// line notes that a line of the source begins.
func (b *textBuilder) line() {
	b.space()
	if n := b.buf.Len(); n > 0 {
		b.text.Breaks = append(b.text.Breaks, n)
	}
}

// begin opens a mark and returns its place in the order of marks.
func (b *textBuilder) begin(m model.Mark) int {
	m.Start, m.End = b.buf.Len(), -1
	b.text.Marks = append(b.text.Marks, m)
	return len(b.text.Marks) - 1
}

func (b *textBuilder) end(mark int) { b.text.Marks[mark].End = b.buf.Len() }

// done returns the text, its marks clipped to words.
func (b *textBuilder) done() Text {
	t := b.text
	t.Value = strings.TrimRight(b.buf.String(), " ")
	t.Marks = nil
	for _, m := range b.text.Marks {
		m.End = min(m.End, len(t.Value))
		for m.Start < m.End && t.Value[m.Start] == ' ' {
			m.Start++
		}
		for m.End > m.Start && t.Value[m.End-1] == ' ' {
			m.End--
		}
		if m.Start < m.End {
			t.Marks = append(t.Marks, m)
		}
	}
	for len(t.Breaks) > 0 && t.Breaks[len(t.Breaks)-1] >= len(t.Value) {
		t.Breaks = t.Breaks[:len(t.Breaks)-1]
	}
	return t
}
