package pattern

import (
	"regexp/syntax"
	"slices"
	"unicode"
	"unicode/utf8"
)

// prefilter knows strings of which every match of an expression holds one. Most
// texts hold none of them, and a look at each pair of letters says so in a
// tenth of the time that the expression takes. It judges ASCII alone: a text
// with other letters always may match.
type prefilter struct {
	anchored bool                    // the expression begins at the start of the text
	single   [utf8.RuneSelf]bool     // strings of one letter
	pairs    [utf8.RuneSelf]asciiSet // first two letters of the others
	byHead   [utf8.RuneSelf][]string // the others by their first letter
	class    [256]byte               // letters in lower case; beyond ASCII utf8.RuneSelf
}

// asciiSet is a set of ASCII letters.
type asciiSet [2]uint64

func (s *asciiSet) add(c byte)      { s[c>>6&1] |= 1 << (c & 63) }
func (s *asciiSet) has(c byte) bool { return s[c>>6&1]&(1<<(c&63)) != 0 }

// maxAtoms is how many strings are looked for; with more, one of them is in
// nearly every text.
const maxAtoms = 512

// newPrefilter returns the filter of an expression, or nil where nothing is
// known that each of its matches holds.
func newPrefilter(expr string) *prefilter {
	re, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return nil
	}
	atoms, known := required(re)
	if !known || len(atoms) > maxAtoms {
		return nil
	}
	f := &prefilter{anchored: anchored(re)}
	for c := range len(f.class) {
		f.class[c] = byte(min(c, utf8.RuneSelf))
		if c >= 'A' && c <= 'Z' {
			f.class[c] = byte(c) + 'a' - 'A'
		}
	}
	for _, a := range atoms {
		if len(a) == 1 {
			f.single[a[0]] = true
			continue
		}
		f.pairs[a[0]].add(a[1])
		if !slices.Contains(f.byHead[a[0]], a) {
			f.byHead[a[0]] = append(f.byHead[a[0]], a)
		}
	}
	return f
}

// anchored reports an expression that begins at the start of the text.
func anchored(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpBeginText:
		return true
	case syntax.OpConcat, syntax.OpCapture:
		return len(re.Sub) > 0 && anchored(re.Sub[0])
	}
	return false
}

// mayMatch reports whether text may hold a match. A nil filter lets all pass.
func mayMatch[T string | []byte](f *prefilter, text T) bool {
	if f == nil || f.anchored && len(text) > maxAnchored {
		return true
	}
	for i := range len(text) {
		c := f.class[text[i]]
		if c >= utf8.RuneSelf || f.single[c] {
			return true
		}
		if i+1 == len(text) {
			break
		}
		if next := f.class[text[i+1]]; next < utf8.RuneSelf && f.pairs[c].has(next) && f.begins(c, string(text[i:min(len(text), i+maxAtom)])) {
			return true
		}
	}
	return false
}

// maxAnchored is how long a text may be to be looked through for an expression
// that begins at its start, and so may give up earlier by itself.
const maxAnchored = 200

// maxAtom is how much of a string is looked for.
const maxAtom = 12

// begins reports whether text, whose first letter is head, begins with one of
// the strings.
func (f *prefilter) begins(head byte, text string) bool {
	for _, a := range f.byHead[head] {
		if len(a) <= len(text) && f.same(a, text) {
			return true
		}
	}
	return false
}

func (f *prefilter) same(atom, text string) bool {
	for i := range len(atom) {
		if f.class[text[i]] != atom[i] {
			return false
		}
	}
	return true
}

// required returns strings of which each match within ASCII holds one, in lower
// case. None at all with known set says that there is no such match.
func required(re *syntax.Regexp) (atoms []string, known bool) {
	switch re.Op {
	case syntax.OpNoMatch:
		return nil, true
	case syntax.OpLiteral:
		return literal(re)
	case syntax.OpCharClass:
		return class(re)
	case syntax.OpCapture, syntax.OpPlus:
		return required(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return required(re.Sub[0])
		}
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			more, ok := required(sub)
			if !ok {
				return nil, false
			}
			atoms = append(atoms, more...)
		}
		return atoms, true
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			if other, ok := required(sub); ok && (!known || rarer(other, atoms)) {
				atoms, known = other, true
			}
		}
		return atoms, known
	}
	return nil, false
}

// rarer reports whether a text is less likely to hold one of a than one of b.
func rarer(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return len(a) < len(b)
	}
	shortest := func(list []string) int {
		n := maxAtom
		for _, s := range list {
			n = min(n, len(s))
		}
		return n
	}
	if x, y := shortest(a), shortest(b); x != y {
		return x > y
	}
	return len(a) < len(b)
}

// literal returns the letters of a literal; where one of them is none of ASCII
// in any spelling, no text of ASCII can match.
func literal(re *syntax.Regexp) ([]string, bool) {
	var out []byte
	for _, r := range re.Rune {
		c, ok := ascii(r, re.Flags&syntax.FoldCase != 0)
		if !ok {
			return nil, true
		}
		out = append(out, c)
	}
	if len(out) == 0 {
		return nil, false
	}
	return []string{string(out[:min(len(out), maxAtom)])}, true
}

// ascii returns the spelling of r within ASCII, in lower case.
func ascii(r rune, fold bool) (byte, bool) {
	if r < utf8.RuneSelf {
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		return byte(r), true
	}
	if fold {
		for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
			if other < utf8.RuneSelf {
				return ascii(other, false)
			}
		}
	}
	return 0, false
}

// fewLetters is how many letters a class may have to say anything.
const fewLetters = 4

func class(re *syntax.Regexp) ([]string, bool) {
	var out []string
	for i := 0; i+1 < len(re.Rune); i += 2 {
		for r := re.Rune[i]; r <= re.Rune[i+1] && r < utf8.RuneSelf; r++ {
			c, _ := ascii(r, false)
			if one := string(rune(c)); !slices.Contains(out, one) {
				out = append(out, one)
			}
			if len(out) > fewLetters {
				return nil, false
			}
		}
	}
	return out, true
}
