package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words returns what a scalar of the document says, read as the Markdown that
// people write into data, each word where it stands in the file. An empty
// scalar, and one that is no Scalar, has no blocks.
func (d *Document) Words(r *Record) []*Block {
	if r == nil || r.Kind != Scalar || strings.TrimSpace(r.Value) == "" {
		return nil
	}
	places := locate(d.File.String(), r)
	if isMarked(r.Value) {
		t := &Tree{}
		readMarkdown(t, []byte(r.Value), 0, nil, r.Value)
		if len(t.finds) == 0 && len(t.Blocks) > 0 {
			places.move(t.Blocks)
			return t.Blocks
		}
	}
	b := &textBuilder{file: r.Value}
	b.add(r.Value, 0, len(r.Value))
	block := &Block{Kind: Paragraph, Text: b.done(), End: len(r.Value)}
	out := []*Block{block}
	places.move(out)
	return out
}

// isMarked tells text that may hold markup from plain words, which most
// scalars are.
func isMarked(s string) bool {
	if strings.ContainsAny(s, "*_`[<\n\\~") || strings.Contains(s, "://") {
		return true
	}
	switch s[0] {
	case '-', '+', '>', '#', ' ', '\t', '|':
		return true
	}
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	return i > 0 && i < len(s) && (s[i] == '.' || s[i] == ')')
}

// wordPlaces says where in the file the words of a value stand.
type wordPlaces struct {
	pieces     []piece
	start, end int
}

// locate finds the words of a scalar in its source, which may break it into
// lines, indent these, and write letters as escapes.
func locate(src string, r *Record) wordPlaces {
	w := wordPlaces{start: r.Start, end: max(r.Start, min(r.End, len(src)))}
	at := r.Start
	for i := 0; i < len(r.Value); {
		c, n := utf8.DecodeRuneInString(r.Value[i:])
		if unicode.IsSpace(c) {
			i += n
			continue
		}
		j := i
		for j < len(r.Value) {
			c, n := utf8.DecodeRuneInString(r.Value[j:])
			if unicode.IsSpace(c) {
				break
			}
			j += n
		}
		off, ok := find(src[at:w.end], r.Value[i:j])
		if ok {
			w.pieces = append(w.pieces, piece{i, at + off})
			at += off + (j - i)
			at = min(at, w.end)
		}
		i = j
	}
	if len(w.pieces) > 0 && w.pieces[0].out == 0 {
		w.start = w.pieces[0].src
	}
	return w
}

// find returns where a word stands in src: as it is, or by the first run of
// its letters where signs of it are escaped.
func find(src, word string) (offset int, ok bool) {
	src = src[:min(len(src), maxTag+len(word))]
	if i := strings.Index(src, word); i >= 0 {
		return i, true
	}
	from := strings.IndexFunc(word, isAlnum)
	if from < 0 {
		return 0, false
	}
	run := word[from:]
	if n := strings.IndexFunc(run, func(c rune) bool { return !isAlnum(c) }); n > 0 {
		run = run[:n]
	}
	i := strings.Index(src, run)
	return max(0, i-from), i >= 0
}

func isAlnum(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

// source returns where the byte at an offset of the value stands.
func (w wordPlaces) source(offset int) int {
	at := w.start
	lo, hi := 0, len(w.pieces)
	for lo < hi {
		if mid := (lo + hi) / 2; w.pieces[mid].out <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo > 0 {
		p := w.pieces[lo-1]
		at = p.src + offset - p.out
		if lo < len(w.pieces) {
			at = min(at, w.pieces[lo].src)
		}
	}
	return max(w.start, min(at, w.end))
}

// move turns the places of blocks, which count from the start of the value,
// into places in the file.
func (w wordPlaces) move(blocks []*Block) {
	for _, b := range blocks {
		b.Start, b.End = w.source(b.Start), w.ending(b.End)
		w.moveText(&b.Text)
		w.move(b.Children)
	}
}

// ending returns where what ends before an offset of the value ends.
func (w wordPlaces) ending(offset int) int {
	if offset == 0 {
		return w.start
	}
	return min(w.source(offset-1)+1, w.end)
}

func (w wordPlaces) moveText(t *Text) {
	if t.Value == "" {
		return
	}
	var pieces []piece
	in := t.pieces()
	if in == nil {
		in = []piece{{0, t.Start}}
	}
	for i, p := range in {
		end := len(t.Value)
		if i+1 < len(in) {
			end = in[i+1].out
		}
		pieces = append(pieces, w.within(p, end)...)
	}
	t.Start, t.End = w.source(t.Start), w.ending(t.End)
	t.layout = newLayout(t.Breaks(), pieces, t.Start)
}

// within splits a piece where the words of the source do not follow on each
// other as those of the value do.
func (w wordPlaces) within(p piece, end int) []piece {
	out := []piece{{p.out, w.source(p.src)}}
	for _, q := range w.pieces {
		if q.out > p.src && q.out < p.src+end-p.out {
			out = append(out, piece{p.out + q.out - p.src, q.src})
		}
	}
	return out
}
