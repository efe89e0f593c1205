package resolve

import (
	"math/bits"
	"slices"
	"strings"

	"rung/internal/pattern"
)

// form is one way of declaring. The pattern ends where the reference begins.
type form struct {
	relation relation
	firm     bool
	subject  bool             // nothing but a subject stands before it in its sentence
	previous bool             // only the level below can be meant
	after    *pattern.Pattern // what must follow the reference, or nil
	needs    needles          // one of these must be in the text
	starts   *prefixes        // how the first word of the pattern begins
	pattern  *pattern.Pattern // anchored at the first word
}

// The pieces that the forms are made of.
const (
	takeVerb = `(?:encompass|embod|incorporat|includ|inherit|possess|exhibit|demonstrat|display|meet|fulfil|satisf|cover|have|has\b|hold|show|uphold|keep|live|do\b|does|deliver|master|retain|continu)\p{L}*`
	whole    = `(?:all|every|each)\s+(?:of\s+)?`
	article  = `(?:(?:the|our|its|their|those|that|my)\s+)?`
	noun     = `(?:qualit|characteristic|expectation|responsibilit|requirement|competenc|skill|attribute|criteri|statement|dut(?:y|ies)\b|behaviou?r|trait|abilit|capabilit|value|principle|promise|point|standard|accountabilit|obligation)\p{L}*`
	listed   = `(?:(?:that\s+(?:are|is)\s+)?(?:listed|described|defined|outlined|set\s+out|laid\s+out|written|found|given|stated|expected|required|detailed|specified|mentioned|asked|demanded)\s+(?:out\s+)?)?`
	prep     = `(?:in|of|from|by|at|for|under|on|as)\s+`
	nouns    = `(?:\p{L}+\s+){0,2}?` + noun + `(?:\s+and\s+(?:\p{L}+\s+)?` + noun + `)?\s+`
	beside   = `(?:in\s+addition\s+to|on\s+top\s+of|as\s+well\s+as|besides|beyond|plus)`
	sum      = `(?:` + whole + article + nouns + `|everything\s+(?:else\s+)?(?:that\s+is\s+|that['’]s\s+)?)` + listed + prep
)

var (
	andMore = pattern.New(`(?i)^\s*(?:(?:role|level|position|definition)s?\b)?["”’)]*\s*(?:[,:…+]|\.\.\.|plus\b|but\b|and\b|with\b|except\b)`)
	plus    = pattern.New(`(?i)^\s*(?:(?:role|level|position|definition)s?\b)?\s*,?\s*(?:\+|plus\b|(?:but|and)\s+also\b|and\s*:)`)
)

// forms lists every way of declaring that is understood, firm ones first: of
// two that begin at one place the first counts. The words that a form needs
// one of are a quick look that spares most sentences the pattern.
var forms = []form{
	{relation: takesOver, firm: true, subject: true, needs: sums, starts: takeVerbs, pattern: words(takeVerb + `\s+(?:also\s+)?` + sum)},
	{relation: takesOver, firm: true, subject: true, needs: sums, starts: sumStarts, pattern: words(`(?:` + beside + `\s+)?` + sum)},
	{relation: takesOver, firm: true, subject: true, needs: need("encompass", "embod"),
		starts: besideOr("encompass", "embod"), pattern: words(`(?:` + beside + `\s+)?(?:encompass|embod)\p{L}*\s+` + article + nouns + listed + prep)},
	{relation: takesOver, subject: true, needs: need("the ", "our "), starts: takeVerbs, pattern: words(takeVerb + `\s+(?:the|our)\s+` + nouns + listed + prep)},
	{relation: takesOver, firm: true, subject: true, needs: need("same"), after: andMore, starts: begin("the", "same"), pattern: words(`(?:the\s+)?same\s+(?:` + noun + `\s+)?as\s+`)},
	{relation: takesOver, subject: true, needs: need("same"), starts: begin("is", "are"), pattern: words(`(?:is|are)\s+(?:exactly\s+)?the\s+same\s+as\s+(?:(?:for|those\s+of|that\s+of)\s+)?`)},
	{relation: takesOver, subject: true, needs: need("buil"),
		starts: begin("buil"), pattern: words(`buil(?:ds?|t|ding)\s+(?:up\s*)?on(?:\s*:)?\s+(?:top\s+of\s+)?(?:(?:the\s+)?(?:` + noun + `|foundations?|work|base)\s+` + listed + prep + `)?`)},
	{relation: takesOver, subject: true, needs: need("extends", "inherits", "superset", "adds to"),
		starts: begin("extends", "inherits", "is", "adds"), pattern: words(`(?:extends(?:\s*:)?|inherits(?:\s+\p{L}+){0,3}?\s+from(?:\s*:)?|inherits\s*:|is\s+a\s+superset\s+of|adds\s+to)\s+`)},
	{relation: takesOver, subject: true, needs: need("addition", "on top", "as well as", "besides", "beyond"), after: andMore,
		starts: besideOr(), pattern: words(beside + `\s+(?:being\s+|(?:meeting|having|doing)\s+)?(?:` + article + nouns + listed + prep + `)?`)},
	{relation: takesOver, firm: true, subject: true, previous: true, needs: need("previous", "prior", "preceding", "lower", "earlier", "below", "before", "above", "beneath"),
		starts: lowerStarts, pattern: words(`(?:(?:` + takeVerb + `|` + beside + `)\s+)?(?:all|everything|every|each)\s+(?:(?:of|from|in)\s+)?`)},
	{relation: takesOver, subject: true, needs: need("plus", "also", "+", "and:"), after: plus, starts: begin("as", "all", "like"), pattern: words(`(?:as|all\s+of|like)\s+`)},

	{relation: compares, firm: true, needs: need("equivalent"), starts: begin("at", "equivalent"), pattern: words(`(?:at\s+least\s+)?equivalent\s+(?:(?:in|of)\s+\p{L}+\s+)?(?:to|with)\s+`)},
	{relation: compares, firm: true, needs: need("equivalent:"), starts: begin("equivalent:"), pattern: words(`equivalent:\s*`)},
	{relation: compares, needs: need("par with", "comparable", "equal", "parity"),
		starts: begin("at", "on", "comparable", "equal"), pattern: words(`(?:at\s+least\s+)?(?:on\s+(?:a\s+)?par\s+with|comparable\s+(?:to|with)|equal\s+to|at\s+parity\s+with)\s+`)},
	{relation: compares, needs: need("same"), starts: begin("at", "on", "the", "same"), pattern: words(`(?:(?:at|on)\s+)?(?:the\s+)?same\s+(?:level|grade|rung|band)\s+(?:as|of|with)\s+`)},
	{relation: compares, needs: need("level"), starts: begin("at"), pattern: words(`at\s+(?:least\s+)?the\s+level\s+of\s+`)},
	{relation: compares, firm: true, needs: need("below", "under", "beneath", "above", "over", "lower", "higher"),
		starts: begin("one", "two", "three", "a", "1", "2", "3"), pattern: words(`(?:one|two|three|an?|[123])\s+(?:level|grade|rung|step|band)s?\s+(?:below|under|beneath|above|over|lower\s+than|higher\s+than)\s+`)},
	{relation: compares, needs: need("correspond"), starts: begin("correspond"), pattern: words(`corresponds?\s+to\s+`)},
}

var sums = need("all ", "all\n", "every", "each ")

// words returns a pattern that ignores case and begins where it is looked for.
func words(text string) *pattern.Pattern { return pattern.New(`(?i)^(?:` + text + `)`) }

// needles is a set of words, in lower case, by their places in needed.
type needles uint64

// needed is every word that some form needs. The words are looked for together:
// one by one they cost more than all expressions.
var needed = &wordSet{}

// need returns the set of the words.
func need(words ...string) needles {
	var out needles
	for _, w := range words {
		out |= needed.add(w)
	}
	return out
}

// wordSet finds which of up to 64 words stand in a text.
type wordSet struct {
	words []string
	pairs [1 << 14]needles // words that begin with two bytes of ASCII
}

func (s *wordSet) add(word string) needles {
	i := slices.Index(s.words, word)
	if i < 0 {
		i = len(s.words)
		s.words = append(s.words, word)
	}
	if len(word) > 1 {
		s.pairs[pair(word[0], word[1])] |= 1 << i
		return 1 << i
	}
	for next := range byte(1 << 7) {
		s.pairs[pair(word[0], next)] |= 1 << i
	}
	return 1 << i
}

func pair(a, b byte) int { return int(a&0x7f)<<7 | int(b&0x7f) }

// in returns which of the words stand in text, in lower case.
func (s *wordSet) in(lower string) needles {
	var found needles
	for i := range len(lower) {
		var next byte
		if i+1 < len(lower) {
			next = lower[i+1]
		}
		for maybe := s.pairs[pair(lower[i], next)] &^ found; maybe != 0; maybe &= maybe - 1 {
			if n := bits.TrailingZeros64(uint64(maybe)); strings.HasPrefix(lower[i:], s.words[n]) {
				found |= 1 << n
			}
		}
	}
	return found
}

// find returns where the form's pattern matches text, which is lower without
// capitals, in reading order and apart from one another. The pattern is tried
// only at words that begin as it does: tried at every letter, the forms took
// most of the time of a whole check.
func (f *form) find(text, lower string) [][2]int {
	var out [][2]int
	for at := 0; at < len(lower); {
		if !isWord(lower[at]) {
			at++
			continue
		}
		if f.starts.at(lower[at:]) {
			if m := f.pattern.FindStringIndex(text[at:]); m != nil && m[1] > 0 {
				out = append(out, [2]int{at, at + m[1]})
				at += m[1]
				for at < len(lower) && isWord(lower[at]) && isWord(lower[at-1]) {
					at++
				}
				continue
			}
		}
		for at < len(lower) && isWord(lower[at]) {
			at++
		}
	}
	return out
}

// prefixes are the beginnings of words, all in lower case.
type prefixes struct {
	first [256]bool // letters that one of them begins with
	words []string
}

func begin(words ...string) *prefixes {
	p := &prefixes{words: words}
	for _, w := range words {
		p.first[w[0]] = true
	}
	return p
}

// at reports whether s begins with one of them.
func (p *prefixes) at(s string) bool {
	return p.first[s[0]] && slices.ContainsFunc(p.words, func(w string) bool { return strings.HasPrefix(s, w) })
}

// The beginnings of the pieces above.
var (
	takeVerbs = begin(takeWords...)
	takeWords = []string{"encompass", "embod", "incorporat", "includ", "inherit", "possess", "exhibit", "demonstrat", "display", "meet", "fulfil",
		"satisf", "cover", "have", "has", "hold", "show", "uphold", "keep", "live", "do", "deliver", "master", "retain", "continu"}
	besideWords = []string{"in", "on", "as", "besides", "beyond", "plus"}
	sumStarts   = besideOr("all", "every", "each")
	lowerStarts = besideOr(append([]string{"all", "every", "each"}, takeWords...)...)
)

// besideOr returns the beginnings of "beside", and others.
func besideOr(others ...string) *prefixes { return begin(append(others, besideWords...)...) }

// isWord reports the bytes that a pattern's \b takes for a part of a word.
func isWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_'
}

// asciiLower returns s with the capitals A to Z in lower case, byte by byte, so
// that places in both are the same.
func asciiLower(s string) string {
	i := strings.IndexFunc(s, func(r rune) bool { return r >= 'A' && r <= 'Z' })
	if i < 0 {
		return s
	}
	out := []byte(s)
	for ; i < len(out); i++ {
		if c := out[i]; c >= 'A' && c <= 'Z' {
			out[i] = c + ('a' - 'A')
		}
	}
	return string(out)
}
