package resolve

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rung/internal/model"
	"rung/internal/source"
)

// spanOf returns where in the source the bytes [start, end) of the prose's
// text stand: the markup that was taken off is found again by reading source
// and text side by side. Where they do not match (an escape, a repaired
// character) it returns the whole of the prose.
func spanOf(sources *source.Set, p model.Prose, start, end int) source.Span {
	raw := sources.Text(p.At)
	if raw == "" || start >= end || end > len(p.Text) {
		return p.At
	}
	from, to := -1, -1
	at := 0
	for i, c := range p.Text[:end] {
		if unicode.IsSpace(c) {
			continue
		}
		j := nextInSource(raw, at, c)
		if j < 0 {
			return p.At
		}
		if i >= start && from < 0 {
			from = j
		}
		at = j + utf8.RuneLen(c)
		to = at
	}
	if from < 0 {
		return p.At
	}
	return source.Span{Path: p.At.Path, Start: p.At.Start + from, End: p.At.Start + to}
}

// maxMarkup bounds the markup between two characters of a text, link
// destinations apart.
const maxMarkup = 64

// nextInSource returns the offset of the next c in raw from at on, past markup
// and link destinations, or -1.
func nextInSource(raw string, at int, c rune) int {
	for skipped := 0; at < len(raw) && skipped < maxMarkup; skipped++ {
		got, size := utf8.DecodeRuneInString(raw[at:])
		if got == c {
			return at
		}
		if strings.HasPrefix(raw[at:], "](") {
			if close := strings.IndexByte(raw[at:], ')'); close > 0 {
				at += close + 1
				continue
			}
		}
		at += size
	}
	return -1
}
