package parse

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"rung/internal/diag"
)

// Text that was written as UTF-8, read as Windows-1252 or as Mac Roman, and
// written out again stands in a file as runs of odd letters: "â€™" for an
// apostrophe. Such a run encodes back to the bytes it came from, and these
// are UTF-8. Ordinary words do so by accident at times ("É”" at the end of a
// quotation), so that what comes out must be plausible, and doubtful runs
// count only in a file that has an undoubted one.

// maxRounds is how often text may have been damaged over and over.
const maxRounds = 3

// trust says how sure it is that a run was damaged.
type trust int

const (
	none trust = iota
	doubtful
	sure
)

// mender repairs the damaged runs of one file.
type mender struct {
	bytes bool // the file holds bytes that are no UTF-8
	runs  map[string]string
}

// damage is one damaged run of a file.
type damage struct {
	start, end int
	found      string
	meant      string
	trust      trust
}

// newMender looks through src, which stands in the file from 0 on, and
// reports the damage it finds.
func newMender(tree *Tree, src []byte) *mender {
	m := &mender{bytes: !utf8.Valid(src)}
	var all []damage
	level := none
	eachRun(src, func(start, end int) {
		found := string(src[start:end])
		if meant, t := mend(found); t != none {
			all = append(all, damage{start, end, found, meant, t})
			level = max(level, t)
		}
	})
	if level < sure {
		return m
	}
	m.runs = map[string]string{}
	first := map[string]int{}
	for _, d := range all {
		i, seen := first[d.found]
		if !seen {
			first[d.found] = len(tree.finds)
			m.runs[d.found] = d.meant
			tree.find(finding{
				rule: MojibakeRule, start: d.start, end: d.end,
				message: strconv.Quote(d.found) + " is damaged text; it should be " + strconv.Quote(d.meant),
				help:    "save the file as UTF-8 with the right characters",
				fix:     "replace by " + strconv.Quote(d.meant), safe: diag.Safe,
				edits: []edit{{d.start, d.end, d.meant}},
			})
			continue
		}
		tree.finds[i].edits = append(tree.finds[i].edits, edit{d.start, d.end, d.meant})
	}
	return m
}

// eachRun calls f with each longest run of bytes that are not ASCII.
func eachRun(src []byte, f func(start, end int)) {
	for i := 0; i < len(src); i++ {
		if src[i] < utf8.RuneSelf {
			continue
		}
		start := i
		for i < len(src) && src[i] >= utf8.RuneSelf {
			i++
		}
		f(start, i)
	}
}

// mending returns repair, or nil where there is nothing to mend.
func (m *mender) mending() func(string) string {
	if m.runs == nil && !m.bytes {
		return nil
	}
	return m.repair
}

// repair returns words with damaged runs mended and bytes that are no UTF-8
// read as Windows-1252.
func (m *mender) repair(words string) string {
	if m.runs == nil && !m.bytes {
		return words
	}
	if m.bytes && !utf8.ValidString(words) {
		words = validText(words)
	}
	if m.runs == nil {
		return words
	}
	var b strings.Builder
	at := 0
	eachRun([]byte(words), func(start, end int) {
		if meant, ok := m.runs[words[start:end]]; ok {
			b.WriteString(words[at:start] + meant)
			at = end
		}
	})
	return b.String() + words[at:]
}

// mend returns what the run was before it was damaged, and how sure that is.
func mend(run string) (string, trust) {
	best, level := "", none
	text := run
	for range maxRounds {
		next, t := mendOnce(text)
		if t == none {
			break
		}
		text = next
		best, level = text, max(level, t)
	}
	if best == run || strings.ContainsFunc(best, func(r rune) bool { return r == '\uF8FF' || r >= 0x80 && r < 0xA0 }) {
		return "", none
	}
	return best, level
}

// mendOnce undoes one wrong decoding: it replaces each sequence of letters
// that is one character in UTF-8, and leaves the rest.
func mendOnce(run string) (string, trust) {
	runes := []rune(run)
	var b strings.Builder
	level := none
	for i := 0; i < len(runes); {
		r, n, t := decodeOne(runes[i:])
		if t == none {
			b.WriteRune(runes[i])
			i++
			continue
		}
		b.WriteRune(r)
		level = max(level, t)
		i += n
	}
	return b.String(), level
}

var charsets = []*charmap.Charmap{charmap.Windows1252, charmap.Macintosh}

// decodeOne reads the letters at the start of runes as the bytes of one
// character. It prefers the character set that gives the surer reading.
func decodeOne(runes []rune) (r rune, n int, t trust) {
	for _, set := range charsets {
		var buf [utf8.UTFMax]byte
		k := 0
		for k < len(buf) && k < len(runes) {
			c, ok := encode(set, runes[k])
			if !ok || c < utf8.RuneSelf {
				break
			}
			buf[k] = c
			k++
		}
		got, size := utf8.DecodeRune(buf[:k])
		if got == utf8.RuneError || size < 2 || lost(runes[:size]) && got != '”' {
			continue
		}
		if p := plausible(got, runes[:size]); p > t {
			r, n, t = got, size, p
		}
	}
	return r, n, t
}

// lost reports letters of which one could not be shown: the byte of a closing
// quotation mark is none in Windows-1252, so that it is often lost.
func lost(letters []rune) bool { return slices.Contains(letters, utf8.RuneError) }

// encode returns the byte of r. Mac Roman's 0xF0 is the maker's logo, which
// the character map may not know, and 0xDB has been two characters. Programs
// show the five bytes that Windows-1252 leaves free as control characters, or
// as the sign for what cannot be shown.
func encode(set *charmap.Charmap, r rune) (byte, bool) {
	switch {
	case set == charmap.Windows1252 && (r == 0x81 || r == 0x8D || r == 0x8F || r == 0x90 || r == 0x9D):
		return byte(r), true
	case set == charmap.Windows1252 && r == utf8.RuneError:
		return 0x9D, true
	case set == charmap.Macintosh && r == '\uF8FF':
		return 0xF0, true
	case set == charmap.Macintosh && r == '¤':
		return 0xDB, true
	case set == charmap.Macintosh && r == '\u2126':
		return 0xBD, true
	}
	return set.EncodeRune(r)
}

// plausible says whether r is what an author may have meant by letters.
func plausible(r rune, letters []rune) trust {
	last := letters[len(letters)-1]
	switch {
	case r >= 0x1F000 && r < 0x20000, r == 0xFE0F, r == '\uFEFF':
		return sure // pictographs and what goes with them
	case r >= 0x2010 && r <= 0x2027, r == 0x2030, r >= 0x2032 && r <= 0x203E, r == 0x200D, r == 0x202F:
		return sure // dashes, quotes, dots
	case r >= 0x20A0 && r <= 0x20BF, r >= 0x2100 && r <= 0x27BF, r >= 0x2B00 && r <= 0x2BFF, r == '\uF8FF':
		return sure // currencies, arrows, symbols
	case r >= 0x80 && r < 0xA0:
		return doubtful // a control character, which another round makes a letter
	case r >= 0xA0 && r <= 0x17F, r == 0x192:
		return latin(letters[0], last)
	case r >= 0x2C6 && r <= 0x2DD: // second round of a damaged letter
		return doubtful
	case unicode.In(r, unicode.Greek, unicode.Cyrillic):
		return doubtful
	}
	return none
}

// latin grades a pair that may be a Latin letter: the pair may also be a
// capital at the end of a quotation ("Å”"), or mathematics ("√π").
func latin(first, last rune) trust {
	switch {
	case first == 'Â', first == 'Ã', first == '¬':
		return sure // no word ends so before a quotation mark, but damage does
	case first == '√' && strings.ContainsRune("πΩµ∫∑", last), first == '≈' && unicode.Is(unicode.Sm, last):
		return doubtful
	case first == '√':
		return sure
	case unicode.In(last, unicode.Pi, unicode.Pf, unicode.Pd, unicode.Ps, unicode.Sm), last == '…':
		return doubtful
	}
	return sure
}

// validText reads each byte that is no UTF-8 as Windows-1252, which is what
// such files nearly always are.
func validText(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			b.WriteRune(charmap.Windows1252.DecodeByte(s[i]))
		} else {
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	return b.String()
}
