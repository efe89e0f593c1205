package lint

import (
	"iter"
	"strings"

	"rung/internal/model"
	"rung/internal/source"
)

// within returns where the bytes [start, end) of a prose stand in its file.
// exact is false where markup, an entity or a repaired letter makes it
// impossible to tell; then the place is that of the whole prose, and there is
// nothing to edit.
func (p *Pass) within(prose model.Prose, start, end int) (at source.Span, exact bool) {
	written, piece := p.Sources.Text(prose.At), prose.Text[start:end]
	if piece == "" || strings.Count(written, piece) != strings.Count(prose.Text, piece) {
		return prose.At, false
	}
	nth := strings.Count(prose.Text[:start], piece)
	from := 0
	for ; nth >= 0; nth-- {
		i := strings.Index(written[from:], piece)
		if i < 0 {
			return prose.At, false
		}
		from += i + len(piece)
	}
	at = prose.At
	at.Start += from - len(piece)
	at.End = at.Start + len(piece)
	return at, true
}

// find returns the first place of a word in a text, whatever its case; a word
// within a word does not count. start is -1 where there is none.
func find(s, w string) (start, end int) {
	for from := 0; from+len(w) <= len(s); {
		i := indexFold(s[from:], w)
		if i < 0 {
			return -1, -1
		}
		start, end = from+i, from+i+len(w)
		if (start == 0 || !inWord(s[start-1])) && (end == len(s) || !inWord(s[end])) {
			return start, end
		}
		from = start + 1
	}
	return -1, -1
}

// indexFold is strings.Index for an ASCII needle, blind to case.
func indexFold(s, w string) int {
	low, up := w[:1], strings.ToUpper(w[:1])
	for from := 0; ; {
		i := strings.IndexAny(s[from:], low+up)
		if i < 0 || from+i+len(w) > len(s) {
			return -1
		}
		if strings.EqualFold(s[from+i:from+i+len(w)], w) {
			return from + i
		}
		from += i + 1
	}
}

// inWord reports whether a byte belongs to a word; all of a letter beyond
// ASCII does.
func inWord(c byte) bool { return isAlnum(c) || c >= 0x80 }

// heading returns the first line of a role, which is its heading in most ways
// of writing one.
func (p *Pass) heading(r *model.Role) source.Span {
	at := r.At
	if i := strings.IndexAny(p.Sources.Text(at), "\r\n"); i > 0 {
		at.End = at.Start + i
	}
	return at
}

// wordsOf yields the words of a text, each by its first byte and the one after
// its last. An apostrophe between letters belongs to the word.
func wordsOf(text string) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for at := 0; at < len(text); {
			if !inWord(text[at]) {
				at++
				continue
			}
			start := at
			for at < len(text) && (inWord(text[at]) || text[at] == '\'' && at+1 < len(text) && inWord(text[at+1])) {
				at++
			}
			if !yield(start, at) {
				return
			}
		}
	}
}
