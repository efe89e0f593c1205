// Package wording compares what sentences say: which words they have, how
// alike two of them are, which words changed, and which of many sentences
// belong together. It knows no language: it works on letters of any script,
// with and without spaces between words.
//
// Everything here is a pure function of its input.
package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Token is a piece of a text, the bytes [Start, End).
type Token struct {
	Start, End int
	Word       bool // letters and digits; else spaces, punctuation or a sign
}

// Tokens cuts a text into words and what stands between them; the tokens cover
// it without gaps. Words of scripts that set no spaces are cut where the
// script changes (Japanese changes script at most word boundaries), those of
// South-East Asia at each letter with its marks. A run of spaces is one token,
// each other sign is one of its own.
func Tokens(text string) []Token {
	var out []Token
	for at := 0; at < len(text); {
		n := next(text[at:])
		r, _ := utf8.DecodeRuneInString(text[at:])
		out = append(out, Token{Start: at, End: at + n, Word: class(r).isWord()})
		at += n
	}
	return out
}

// next returns the length of the first token of a text that is not empty.
func next(text string) int {
	r, n := utf8.DecodeRuneInString(text)
	first := class(r)
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		if !continues(first, class(r)) && !joins(first, r, text[n+size:]) {
			break
		}
		n += size
	}
	return n
}

// kind is what a character does in the cutting of a text.
type kind int

const (
	other    kind = iota // a token of its own
	space                // one token with its neighbours
	mark                 // belongs to what is before it
	spaced               // letters and digits of scripts with spaces
	han                  // ideographs
	hiragana             // mostly endings and particles
	katakana             // mostly foreign words
	unspaced             // scripts without spaces, cut at each letter
)

func (k kind) isWord() bool { return k >= spaced }

// class is one branch a kind, asked for the frequent ones first.
func class(r rune) kind {
	switch {
	case r < utf8.RuneSelf:
		return ascii(r)
	case unicode.Is(unicode.M, r), r == 'ー', r == '\u200d', r == '\ufe0f':
		return mark
	case unicode.Is(unicode.Han, r), r == '々':
		return han
	case unicode.Is(unicode.Hiragana, r):
		return hiragana
	case unicode.Is(unicode.Katakana, r):
		return katakana
	case unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
		return unspaced
	case unicode.IsLetter(r), unicode.IsNumber(r):
		return spaced
	case unicode.IsSpace(r):
		return space
	}
	return other
}

func ascii(r rune) kind {
	switch {
	case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9':
		return spaced
	case r == ' ' || '\t' <= r && r <= '\r':
		return space
	}
	return other
}

// continues reports whether a character of class c goes on with a token that
// began with class first.
func continues(first, c kind) bool {
	switch {
	case c == mark:
		return first != space
	case first == unspaced || first == other:
		return false
	}
	return c == first
}

// joins reports whether r holds a word together with the letter that follows:
// the apostrophe of "team's", and the point of "Node.js" and "2.5".
func joins(first kind, r rune, rest string) bool {
	if first != spaced || r != '\'' && r != '’' && r != '.' {
		return false
	}
	c, _ := utf8.DecodeRuneInString(rest)
	return class(c) == spaced
}

// signs are the characters that matter although they are no words: "C" is not
// "C++", and 90 is not 90 %.
const signs = "+#%&@<>=$€£¥"

// Normal returns the words of a text in one form: compatibility forms and
// case folded, one space between words, punctuation and ornaments gone. Two
// texts of the same Normal say the same.
func Normal(text string) string {
	text = norm.NFKC.String(strings.ToLower(norm.NFKC.String(text)))
	var b strings.Builder
	b.Grow(len(text))
	for _, t := range Tokens(text) {
		word := text[t.Start:t.End]
		switch {
		case t.Word:
			word = strings.ReplaceAll(word, "’", "'")
		case !strings.Contains(signs, word) || strings.TrimSpace(word) == "":
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(word)
	}
	return b.String()
}
