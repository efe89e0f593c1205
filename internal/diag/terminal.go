package diag

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// tabStop is the width that a tab is shown with.
const tabStop = 4

// shown returns s as it may be sent to a terminal: control characters and
// those that reorder text are replaced by signs that can be seen. Tabs and
// line ends become spaces.
func shown(s string) string {
	if !strings.ContainsFunc(s, unsafeRune) && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for _, c := range s {
		b.WriteString(shownRune(c))
	}
	return b.String()
}

// unsafeRune reports characters that a terminal must not get raw.
func unsafeRune(c rune) bool {
	return unicode.IsControl(c) || reorders(c) || c == '\u2028' || c == '\u2029'
}

// reorders reports the characters that change the direction of text, by which
// what is shown can be made to differ from what is there.
func reorders(c rune) bool {
	return c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069' || c == '\u200e' || c == '\u200f' || c == '\u061c'
}

// shownRune returns what stands for one character.
func shownRune(c rune) string {
	const pictures = '\u2400' // control pictures, in the order of the controls
	switch {
	case c == '\t' || c == '\n' || c == '\r':
		return " "
	case c < ' ':
		return string(pictures + c)
	case c == '\u007f':
		return "\u2421"
	case unsafeRune(c):
		return fmt.Sprintf("<U+%04X>", c)
	}
	return string(c)
}

// columns returns how many columns of a terminal a character takes.
func columns(c rune) int {
	switch {
	case unicode.In(c, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case c == '\u3000':
		return 2
	}
	switch width.LookupRune(c).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

func widthOf(s string) int {
	n := 0
	for _, c := range s {
		n += columns(c)
	}
	return n
}

// expand returns a piece of a source line as it is shown from a column on:
// tabs go to the next stop.
func expand(s string, from int) string {
	var b strings.Builder
	at := from
	for _, c := range s {
		out := shownRune(c)
		if c == '\t' {
			out = strings.Repeat(" ", tabStop-at%tabStop)
		}
		b.WriteString(out)
		at += widthOf(out)
	}
	return b.String()
}

// Plain returns text that may be printed or written into a page: characters
// that a terminal would obey, and bytes that are no text, are replaced by signs
// that can be seen. Lines stay lines.
func Plain(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(shown(strings.ToValidUTF8(lines[i], "\ufffd")), " ")
	}
	return strings.Join(lines, "\n")
}
