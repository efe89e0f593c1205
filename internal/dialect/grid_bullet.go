package dialect

import (
	"strings"
	"unicode/utf8"
)

// signs are the marks that stand for bullets where an author has no lists: in
// cells of Markdown and CSV. Those of the second kind are signs only before a
// space: "-5" and "*" of a footnote are none.
const (
	signs      = "•●▪■◦○‣⁃∙▸►➢✓✔·"
	spaceSigns = "-*+–—>→"
	innerSigns = "◦○" // of a list within a list
)

// bulletOff takes the sign of a bullet off a line.
func bulletOff(l cellLine) cellLine {
	n, inner := signLen(l.text.Value)
	if n == 0 || n >= len(l.text.Value) {
		return l
	}
	l.text, l.bullet = l.text.Slice(n, len(l.text.Value)), true
	if inner {
		l.depth++
	}
	return l
}

// signLen returns how far the sign of a bullet reaches into s.
func signLen(s string) (n int, inner bool) {
	first, size := utf8.DecodeRuneInString(s)
	spaced := len(s) > size && s[size] == ' '
	switch {
	case strings.ContainsRune(signs, first):
		return size, strings.ContainsRune(innerSigns, first)
	case spaced && strings.ContainsRune(spaceSigns, first):
		return size + 1, false
	}
	return numberLen(s), false
}

// numberLen returns how far "1.", "2)" and "(3)" reach into s.
func numberLen(s string) int {
	i := 0
	if strings.HasPrefix(s, "(") {
		i++
	}
	digits := i
	for i < len(s) && i < digits+2 && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i == digits || i+1 >= len(s) || s[i+1] != ' ' || s[i] != '.' && s[i] != ')' {
		return 0
	}
	return i + 2
}

// inlineBullets splits a line that holds several bullets behind one another, as
// "• one • two".
func inlineBullets(l cellLine) []cellLine {
	if !l.bullet {
		return []cellLine{l}
	}
	var out []cellLine
	from := 0
	for i, r := range l.text.Value {
		if i > from && strings.ContainsRune("•●▪■◦‣", r) {
			out = append(out, cellLine{text: l.text.Slice(from, i), bullet: true, depth: l.depth, para: l.para})
			from = i + utf8.RuneLen(r)
		}
	}
	return append(out, cellLine{text: l.text.Slice(from, len(l.text.Value)), bullet: true, depth: l.depth, para: l.para})
}
