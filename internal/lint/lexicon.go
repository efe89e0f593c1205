package lint

import (
	"strings"
	"unicode/utf8"

	"rung/internal/wording"
)

// word is the number of a word in a lexicon, from 1.
type word uint32

// lexicon numbers the different words of a ladder, lower-case. Comparing and
// looking up numbers is what keeps ten thousand files within a blink.
type lexicon struct {
	numbers map[string]word
	spelled []string // by number
	signs   []sign   // by number
	scratch []byte
	arena   []word
}

func newLexicon() *lexicon {
	return &lexicon{numbers: make(map[string]word), spelled: []string{""}, signs: []sign{0}}
}

// cut returns the words of a text in reading order, and what they may be signs
// of. Punctuation is left out, but for signs that tell "C" from "C++".
func (l *lexicon) cut(text string) (words []word, signs sign) {
	from := len(l.arena)
	for at := 0; at < len(text); {
		end, ok := asciiWord(text, at)
		if !ok {
			l.cutSlowly(text[at:])
			break
		}
		if end > at {
			l.add(text[at:end])
			at = end
			continue
		}
		if strings.IndexByte(telling, text[at]) >= 0 {
			l.add(text[at : at+1])
		}
		at++
	}
	words = l.arena[from:len(l.arena):len(l.arena)]
	for _, w := range words {
		signs |= l.signs[w]
	}
	return words, signs
}

// telling are the signs that change what is said.
const telling = "+#%&@<>="

// asciiWord returns the end of the word that begins at a place, which is the
// place where none does; ok is false where a letter beyond ASCII is met.
func asciiWord(text string, at int) (end int, ok bool) {
	end = at
	for ; end < len(text); end++ {
		c := text[end]
		switch {
		case c >= utf8.RuneSelf:
			return end, false
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
		case (c == '\'' || c == '.') && end > at && end+1 < len(text) && isAlnum(text[end+1]):
		default:
			return end, true
		}
	}
	return end, true
}

func isAlnum(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// cutSlowly cuts a text of any script.
func (l *lexicon) cutSlowly(text string) {
	for _, t := range wording.Tokens(text) {
		piece := text[t.Start:t.End]
		switch {
		case t.Word:
			l.add(strings.ReplaceAll(piece, "’", "'"))
		case len(piece) == 1 && strings.Contains(telling, piece):
			l.add(piece)
		}
	}
}

// add numbers a word and puts it at the end of the arena.
func (l *lexicon) add(piece string) {
	l.scratch = lowered(l.scratch[:0], piece)
	n, ok := l.numbers[string(l.scratch)]
	if !ok {
		n = word(len(l.spelled))
		s := string(l.scratch)
		l.numbers[s] = n
		l.spelled = append(l.spelled, s)
		l.signs = append(l.signs, signsOf[s])
	}
	l.arena = append(l.arena, n)
}

// lowered appends the lower-case letters of a word.
func lowered(to []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return append(to[:0], strings.ToLower(s)...)
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		to = append(to, c)
	}
	return to
}

// spell returns the words as they are compared.
func (l *lexicon) spell(words []word) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = l.spelled[w]
	}
	return out
}
