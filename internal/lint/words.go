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
	const firstOfThese = '\u0e00' // Thai; most texts hold nothing beyond
	for _, c := range s {
		if c >= firstOfThese && unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) {
			return false
		}
	}
	return true
}

// size measures how much a text says: its words, or its letters by threes
// where the script has no spaces.
func size(s string) int {
	if spaced(s) {
		return wordCount(s)
	}
	const lettersPerWord = 3
	return len([]rune(s)) / lettersPerWord
}

// wordCount returns the number of fields of s without making them.
func wordCount(s string) int {
	n, inside := 0, false
	for _, c := range s {
		space := unicode.IsSpace(c)
		if !space && !inside {
			n++
		}
		inside = !space
	}
	return n
}
