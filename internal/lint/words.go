package lint

import (
	"strings"
	"unicode"
)

// plain returns the words of a text in lower case with single spaces and
// without punctuation around them, so that two texts with the same words are
// equal.
func plain(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsNumber(c) && !unicode.IsMark(c)
	}), " ")
}

// spaced reports whether the text is written in a script with spaces between
// words; where it is not, words cannot be counted.
func spaced(s string) bool {
	for _, c := range s {
		if unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) {
			return false
		}
	}
	return true
}

// size measures how much a text says: its words, or its letters by threes
// where the script has no spaces.
func size(s string) int {
	if spaced(s) {
		return len(strings.Fields(s))
	}
	const lettersPerWord = 3
	return len([]rune(s)) / lettersPerWord
}
