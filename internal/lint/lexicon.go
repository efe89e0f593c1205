package lint

import (
	"strings"
	"unicode/utf8"

	"rung/internal/wording"
)

// word is the number of a word in a lexicon, from 1.
type word uint32

// lexicon numbers the different words of a ladder, lower-case. Comparing and
// looking up numbers is what keeps ten thousand files within a blink; it is a
// hash table of its own because cutting and hashing are one walk over the text.
type lexicon struct {
	slots   []slot   // a power of two, at most half full
	spelled []string // by number
	signs   []sign   // by number
	voices  []voice  // by number: of a text that begins with the word
	scratch []byte   // the word at hand
	arena   []word
}

type slot struct {
	hash uint32
	word word
}

func newLexicon() *lexicon {
	const start = 1 << 12
	return &lexicon{slots: make([]slot, start), spelled: []string{""}, signs: []sign{0}, voices: []voice{unknown}}
}

// cut returns the words of a text in reading order, and what they may be signs
// of. Punctuation is left out, but for signs that tell "C" from "C++".
func (l *lexicon) cut(text string) (words []word, signs sign) {
	if cap(l.arena)-len(l.arena) < len(text) {
		l.arena = make([]word, 0, max(1<<16, len(text))) // earlier words stay where they are
	}
	from := len(l.arena)
	for at := 0; at < len(text); {
		end, ok := l.asciiWord(text, at)
		if !ok {
			l.cutSlowly(text[at:])
			break
		}
		if end > at {
			l.add()
			at = end
			continue
		}
		if strings.IndexByte(telling, text[at]) >= 0 {
			l.scratch = append(l.scratch[:0], text[at])
			l.add()
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

// asciiWord puts the word that begins at a place into scratch and returns its
// end, which is the place where none begins; ok is false where a letter beyond
// ASCII is met.
func (l *lexicon) asciiWord(text string, at int) (end int, ok bool) {
	l.scratch = l.scratch[:0]
	for end = at; end < len(text); end++ {
		c := text[end]
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case c >= utf8.RuneSelf:
			return end, false
		case (c == '\'' || c == '.') && end > at && end+1 < len(text) && isAlnum(text[end+1]):
		default:
			return end, true
		}
		l.scratch = append(l.scratch, c)
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
		if t.Word || len(piece) == 1 && strings.Contains(telling, piece) {
			l.scratch = append(l.scratch[:0], strings.ReplaceAll(strings.ToLower(piece), "’", "'")...)
			l.add()
		}
	}
}

// add numbers the word in scratch and puts the number at the end of the arena.
func (l *lexicon) add() {
	h := uint32(2166136261) // FNV-1a
	for _, c := range l.scratch {
		h = (h ^ uint32(c)) * 16777619
	}
	mask := uint32(len(l.slots) - 1)
	at := (h ^ h>>15) & mask
	for l.slots[at].word != 0 {
		if s := l.slots[at]; s.hash == h && l.spelled[s.word] == string(l.scratch) {
			l.arena = append(l.arena, s.word)
			return
		}
		at = (at + 1) & mask
	}
	w := word(len(l.spelled))
	l.slots[at] = slot{h, w}
	s := string(l.scratch)
	l.spelled, l.signs, l.voices = append(l.spelled, s), append(l.signs, signsOf[s]), append(l.voices, voiceOfWord(s))
	l.arena = append(l.arena, w)
	if len(l.spelled)*2 > len(l.slots) {
		l.grow()
	}
}

// grow makes the table twice as large.
func (l *lexicon) grow() {
	old := l.slots
	l.slots = make([]slot, 2*len(old))
	mask := uint32(len(l.slots) - 1)
	for _, s := range old {
		if s.word == 0 {
			continue
		}
		at := (s.hash ^ s.hash>>15) & mask
		for l.slots[at].word != 0 {
			at = (at + 1) & mask
		}
		l.slots[at] = s
	}
}

// spell returns the words as they are compared.
func (l *lexicon) spell(words []word) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = l.spelled[w]
	}
	return out
}
