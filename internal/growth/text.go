package growth

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"rung/internal/fault"
)

// textRule says what a text may be.
type textRule struct {
	max   int // characters
	need  need
	lines lines
}

type need int

const (
	optional need = iota
	required
)

type lines int

const (
	oneLine lines = iota
	manyLines
)

// CleanLine returns text as one line: trimmed, in Unicode's form NFC. It notes
// under name what is wrong: nothing where something is needed, more than max
// characters, or characters that do not show.
func CleanLine(wrong *fault.Fields, name, text string, maximum int) string {
	return cleanText(wrong, name, text, textRule{max: maximum, need: required})
}

// cleanText is CleanLine by any rule. Line ends become "\n".
func cleanText(wrong *fault.Fields, name, text string, rule textRule) string {
	if !utf8.ValidString(text) {
		wrong.Add(name, "This is not readable text (UTF-8); please type it again.")
		return ""
	}
	if rule.lines == manyLines {
		text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	}
	text = strings.TrimSpace(norm.NFC.String(text))
	if text == "" && rule.need == required {
		wrong.Add(name, "Please fill this in.")
	}
	if strings.ContainsFunc(text, func(r rune) bool { return hidden(r, rule.lines) }) {
		wrong.Add(name, "This holds characters that do not show; please type it again.")
	}
	if n := utf8.RuneCountInString(text); n > rule.max {
		wrong.Add(name, "Please use at most %d characters; these are %d.", rule.max, n)
	}
	return text
}

// hidden reports whether r is a control character or one that turns the
// direction of the text around it, which can make it read as something else.
func hidden(r rune, l lines) bool {
	if l == manyLines && (r == '\n' || r == '\t') {
		return false
	}
	return unicode.IsControl(r) || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == '\u2028' || r == '\u2029'
}
