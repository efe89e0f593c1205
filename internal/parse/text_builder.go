package parse

import (
	"slices"

	"rung/internal/model"
)

// textBuilder collects words; it keeps single spaces and the places.
type textBuilder struct {
	text   Text
	lines  layout // of text, while it grows
	buf    wordBuffer
	repair func(string) string // nil: the file has nothing to mend
	file   string              // the whole file: words that stand in it as they are share it
	placed bool
}

// wordBuffer is bytes that are written at the end.
type wordBuffer []byte

// Len returns the number of bytes.
func (b wordBuffer) Len() int { return len(b) }

// String returns a copy of the bytes.
func (b wordBuffer) String() string { return string(b) }

// add appends words that stand at [src, end) in the file. Words that are not
// as long as their source are placed as well as can be.
func (b *textBuilder) add(words string, src, end int) {
	if b.repair != nil {
		words = b.repair(words)
	}
	addWords(b, words, src, end)
}

// addRaw is add for bytes of the file.
func (b *textBuilder) addRaw(raw []byte, src, end int) {
	if b.repair != nil {
		b.add(string(raw), src, end)
		return
	}
	addWords(b, raw, src, end)
}

// addWords takes runs of words that stand apart by single spaces at once.
func addWords[T string | []byte](b *textBuilder, words T, src, end int) {
	exact := len(words) == end-src
	for i := 0; i < len(words); {
		if isBlank(words[i]) {
			b.space()
			i++
			continue
		}
		n := i + 1
		for n < len(words) && (!isBlank(words[n]) || exact && words[n] == ' ' && n+1 < len(words) && !isBlank(words[n+1])) {
			n++
		}
		to := end
		if exact {
			to = src + n
		}
		b.place(min(src+i, end), to)
		b.buf = append(b.buf, words[i:n]...)
		i = n
	}
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

func (b *textBuilder) place(src, end int) {
	if !b.placed {
		b.text.Start, b.placed = src, true
	}
	b.text.End = max(b.text.End, end)
	if n := len(b.lines.pieces); n > 0 && src-b.lines.pieces[n-1].src == b.buf.Len()-b.lines.pieces[n-1].out {
		return // as far on as in the source
	}
	b.lines.pieces = append(b.lines.pieces, piece{b.buf.Len(), src})
}

// space appends one space, unless the words are empty or end with one.
func (b *textBuilder) space() {
	if n := len(b.buf); n > 0 && b.buf[n-1] != ' ' {
		b.buf = append(b.buf, ' ')
	}
}

// line notes that a line of the source begins. Twice at one place it is an
// empty line.
func (b *textBuilder) line() {
	b.space()
	if n := b.buf.Len(); n > 0 {
		b.lines.breaks = append(b.lines.breaks, n)
	}
}

// lineOnce notes that a line begins, unless one does here already.
func (b *textBuilder) lineOnce() {
	b.space()
	if n := len(b.lines.breaks); n == 0 || b.lines.breaks[n-1] != b.buf.Len() {
		b.line()
	}
}

// begin opens a mark and returns its place in the order of marks.
func (b *textBuilder) begin(m model.Mark) int {
	m.Start, m.End = b.buf.Len(), -1
	b.text.Marks = append(b.text.Marks, m)
	return len(b.text.Marks) - 1
}

func (b *textBuilder) end(mark int) { b.text.Marks[mark].End = b.buf.Len() }

// done returns the text, its marks clipped to words. The text shares nothing
// with the builder, which is ready for the next one.
func (b *textBuilder) done() Text {
	words := b.buf
	for len(words) > 0 && words[len(words)-1] == ' ' {
		words = words[:len(words)-1]
	}
	t := Text{Start: b.text.Start, End: b.text.End, Value: b.value(words)}
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
	breaks := b.lines.breaks
	for len(breaks) > 0 && breaks[len(breaks)-1] >= len(t.Value) {
		breaks = breaks[:len(breaks)-1]
	}
	if l := newLayout(breaks, b.lines.pieces, t.Start); l != nil {
		t.layout = &layout{slices.Clone(l.breaks), slices.Clone(l.pieces)}
	}
	b.text = Text{Marks: b.text.Marks[:0]}
	b.lines = layout{breaks: b.lines.breaks[:0], pieces: b.lines.pieces[:0]}
	b.buf, b.placed = b.buf[:0], false
	return t
}

// value returns the words as a string: a part of the file where they stand
// there as they are.
func (b *textBuilder) value(words wordBuffer) string {
	if from, to := b.text.Start, b.text.Start+len(words); to <= len(b.file) && b.file[from:to] == string(words) {
		return b.file[from:to]
	}
	return string(words)
}
