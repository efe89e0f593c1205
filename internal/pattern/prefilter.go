package pattern

import (
	"regexp/syntax"
	"slices"
	"sort"
	"sync"
	"unicode"
	"unicode/utf8"
)

// prefilter knows strings of which every match of an expression holds some.
// Most texts do not hold them, and a look at each pair of letters says so in a
// tenth of the time that the expression takes.
type prefilter struct {
	anchored bool    // the expression begins at the start of the text
	any      *finder // every match holds one of these
	expr     *syntax.Regexp
	taken    sync.Once // protects ways
	ways     []needed  // where an expression has alternatives: what each of them needs
}

// alternatives takes the expression apart, which only a text that holds one of
// the first strings asks for.
func (f *prefilter) alternatives() []needed {
	f.taken.Do(func() {
		for _, way := range alternatives(f.expr) {
			f.ways = append(f.ways, newNeeded(way))
		}
		f.expr = nil
	})
	return f.ways
}

// needed is what one alternative of an expression needs: a string out of each.
type needed []*finder

// finder looks for strings, all at once. Of letters beyond ASCII it looks at
// the first byte alone: enough to tell a quotation mark from Cyrillic.
type finder struct {
	leads [4]uint64                 // first bytes of letters beyond ASCII
	heads [utf8.RuneSelf + 1]uint16 // where the words that begin with a letter start
	words []string                  // in order
	pairs *pairs                    // first two letters of the words; nil: not looked at
}

// pairs are sets of letters that may follow a letter.
type pairs [utf8.RuneSelf]asciiSet

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
	return &prefilter{anchored: anchored(re), any: newFinder(need).paired(), expr: re}
}

func newFinder(need atoms) *finder {
	f := &finder{words: slices.Compact(slices.Sorted(slices.Values(need.words)))}
	for _, c := range need.leads {
		f.leads[c>>6] |= 1 << (c & 63)
	}
	for c := range f.heads {
		f.heads[c] = uint16(sort.Search(len(f.words), func(i int) bool { return int(f.words[i][0]) >= c }))
	}
	return f
}

// paired makes the finder look at two letters at once, which is faster and
// takes two kilobytes.
func (f *finder) paired() *finder {
	f.pairs = new(pairs)
	for _, w := range f.words {
		if len(w) > 1 {
			f.pairs[w[0]].add(w[1])
		} else {
			f.pairs[w[0]] = asciiSet{^uint64(0), ^uint64(0)}
		}
	}
	return f
}

// newNeeded returns the finders of an alternative, the rarest strings first.
// Single letters stand in most texts and are left out.
func newNeeded(way []atoms) needed {
	slices.SortStableFunc(way, func(a, b atoms) int {
		switch {
		case rarer(a, b):
			return -1
		case rarer(b, a):
			return 1
		}
		return 0
	})
	var out needed
	for _, need := range way {
		if need.size() <= maxAtoms && need.shortest() > 1 {
			out = append(out, newFinder(need))
		}
	}
	return out
}

// maxWays is how many alternatives are looked at one by one.
const maxWays = 64

// alternatives returns what each alternative of an expression needs. That part
// of a sequence with most alternatives is taken apart, and what stands beside
// it is needed by all of them; where this makes too many, it stays whole.
func alternatives(re *syntax.Regexp) [][]atoms {
	switch re.Op {
	case syntax.OpCapture:
		return alternatives(re.Sub[0])
	case syntax.OpAlternate:
		var deep, shallow [][]atoms
		for _, sub := range re.Sub {
			deep, shallow = append(deep, alternatives(sub)...), append(shallow, parts(sub))
		}
		if len(deep) <= maxWays {
			return deep
		}
		if len(shallow) <= maxWays {
			return shallow
		}
	case syntax.OpConcat:
		return alternativesBeside(re.Sub)
	}
	return [][]atoms{parts(re)}
}

func alternativesBeside(sequence []*syntax.Regexp) [][]atoms {
	apart, ways := -1, [][]atoms{nil}
	for i, sub := range sequence {
		if telling(sub) {
			if w := alternatives(sub); len(w) > len(ways) {
				apart, ways = i, w
			}
		}
	}
	for i, sub := range sequence {
		if i != apart {
			for w := range ways {
				ways[w] = slices.Concat(ways[w], parts(sub))
			}
		}
	}
	return ways
}

// parts returns what each part of an expression needs.
func parts(re *syntax.Regexp) []atoms {
	switch re.Op {
	case syntax.OpCapture:
		return parts(re.Sub[0])
	case syntax.OpConcat:
		var out []atoms
		for _, sub := range re.Sub {
			out = append(out, parts(sub)...)
		}
		return out
	}
	if need, ok := required(re); ok {
		return []atoms{need}
	}
	return nil
}

// telling reports whether a part has alternatives that need more than one
// string each: to take mere words apart says nothing that is not known.
func telling(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpCapture:
		return telling(re.Sub[0])
	case syntax.OpAlternate:
		return slices.ContainsFunc(re.Sub, func(sub *syntax.Regexp) bool { return sub.Op == syntax.OpConcat })
	}
	return false
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
	if !holds(f.any, text) {
		return false
	}
	ways := f.alternatives()
	for _, way := range ways {
		if holdsAll(way, text) {
			return true
		}
	}
	return len(ways) == 0
}

func holdsAll[T string | []byte](way needed, text T) bool {
	for _, f := range way {
		if !holds(f, text) {
			return false
		}
	}
	return true
}

// holds reports whether one of a finder's strings may stand in text.
func holds[T string | []byte](f *finder, text T) bool {
	for i := range len(text) {
		c := class[text[i]]
		if c >= utf8.RuneSelf {
			if f.leads[text[i]>>6]&(1<<(text[i]&63)) != 0 || oddSpelling(text[i:min(len(text), i+3)]) {
				return true
			}
			continue
		}
		if f.pairs != nil && i+1 < len(text) {
			// A letter beyond ASCII may follow a word of one letter alone.
			if next := class[text[i+1]]; next < utf8.RuneSelf && !f.pairs[c].has(next) {
				continue
			}
		}
		if f.begins(c, string(text[i:min(len(text), i+maxAtom)])) {
			return true
		}
	}
	return false
}

// class holds letters in lower case, and utf8.RuneSelf for those beyond ASCII.
var class = func() (out [256]byte) {
	for c := range len(out) {
		out[c] = byte(min(c, utf8.RuneSelf))
		if c >= 'A' && c <= 'Z' {
			out[c] = byte(c) + 'a' - 'A'
		}
	}
	return out
}()

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
// the words.
func (f *finder) begins(head byte, text string) bool {
	for _, w := range f.words[f.heads[head]:f.heads[head+1]] {
		if len(w) <= len(text) && same(w, text) {
			return true
		}
	}
	return false
}

func same(atom, text string) bool {
	for i := range len(atom) {
		if class[text[i]] != atom[i] {
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
		return oneOf(re)
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

func oneOf(re *syntax.Regexp) (atoms, bool) {
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
