package pattern

import (
	"regexp/syntax"
	"slices"
	"unicode"
	"unicode/utf8"
)

// prefilter knows strings of which every match of an expression holds one. Most
// texts hold none of them, and a look at each pair of letters says so in a
// tenth of the time that the expression takes. Of letters beyond ASCII it looks
// at the first byte alone: enough to tell a quotation mark from Cyrillic.
type prefilter struct {
	anchored bool                    // the expression begins at the start of the text
	single   [utf8.RuneSelf]bool     // strings of one letter
	pairs    [utf8.RuneSelf]asciiSet // first two letters of the others
	byHead   [utf8.RuneSelf][]string // the others by their first letter
	class    [256]byte               // letters in lower case; beyond ASCII utf8.RuneSelf
	leads    [256]bool               // first bytes of letters beyond ASCII
}

// atoms are strings and letters of which each match holds one.
type atoms struct {
	words []string // of ASCII, in lower case
	leads []byte   // first bytes of letters beyond ASCII
}

func (a atoms) size() int { return len(a.words) + len(a.leads) }

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
	need, known := required(re)
	if !known || need.size() > maxAtoms {
		return nil
	}
	f := &prefilter{anchored: anchored(re)}
	for c := range len(f.class) {
		f.class[c] = byte(min(c, utf8.RuneSelf))
		if c >= 'A' && c <= 'Z' {
			f.class[c] = byte(c) + 'a' - 'A'
		}
	}
	for _, c := range need.leads {
		f.leads[c] = true
	}
	for _, a := range need.words {
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
		if c >= utf8.RuneSelf {
			if f.leads[text[i]] || oddSpelling(text[i:min(len(text), i+3)]) {
				return true
			}
			continue
		}
		if f.single[c] {
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

// oddSpelling reports the two letters beyond ASCII that are spellings of letters
// within: the sign for kelvin and the long s.
func oddSpelling[T string | []byte](text T) bool {
	return string(text) == "\u212a" || len(text) > 1 && string(text[:2]) == "\u017f"
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

// required returns what each match holds one of. Nothing at all with known set
// says that there is no match.
func required(re *syntax.Regexp) (need atoms, known bool) {
	switch re.Op {
	case syntax.OpNoMatch:
		return atoms{}, true
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
				return atoms{}, false
			}
			need.words = append(need.words, more.words...)
			need.leads = append(need.leads, more.leads...)
		}
		return need, true
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			if other, ok := required(sub); ok && (!known || rarer(other, need)) {
				need, known = other, true
			}
		}
		return need, known
	}
	return atoms{}, false
}

// rarer reports whether a text is less likely to hold one of a than one of b.
func rarer(a, b atoms) bool {
	if a.size() == 0 || b.size() == 0 {
		return a.size() < b.size()
	}
	if x, y := a.shortest(), b.shortest(); x != y {
		return x > y
	}
	return a.size() < b.size()
}

// shortest returns the length of the shortest string. A letter beyond ASCII
// says as much as two within.
func (a atoms) shortest() int {
	n := maxAtom
	if len(a.leads) > 0 {
		n = 2
	}
	for _, s := range a.words {
		n = min(n, len(s))
	}
	return n
}

// literal returns the letters of a literal, or the first byte of one of them
// that is beyond ASCII in every spelling.
func literal(re *syntax.Regexp) (atoms, bool) {
	fold := re.Flags&syntax.FoldCase != 0
	var out []byte
	for _, r := range re.Rune {
		if c, ok := ascii(r, fold); ok {
			out = append(out, c)
			continue
		}
		return leads(r, fold)
	}
	if len(out) == 0 {
		return atoms{}, false
	}
	return atoms{words: []string{string(out[:min(len(out), maxAtom)])}}, true
}

// leads returns the first bytes of all spellings of r. Any broken byte is read
// as the sign for what cannot be read, of which so nothing is known.
func leads(r rune, fold bool) (atoms, bool) {
	var need atoms
	for other := r; ; {
		if other == utf8.RuneError {
			return atoms{}, false
		}
		need.leads = append(need.leads, utf8.AppendRune(nil, other)[0])
		if other = unicode.SimpleFold(other); !fold || other == r {
			return need, true
		}
	}
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
const fewLetters = 8

func class(re *syntax.Regexp) (atoms, bool) {
	var need atoms
	letters := 0
	for i := 0; i+1 < len(re.Rune); i += 2 {
		lo, hi := re.Rune[i], re.Rune[i+1]
		if letters += int(hi-lo) + 1; letters > fewLetters || hi-lo >= fewLetters {
			return atoms{}, false
		}
		for r := lo; r <= hi; r++ {
			if c, ok := ascii(r, false); ok {
				need.words = append(need.words, string(rune(c)))
			} else if more, ok := leads(r, false); ok {
				need.leads = append(need.leads, more.leads...)
			} else {
				return atoms{}, false
			}
		}
	}
	return need, true
}
