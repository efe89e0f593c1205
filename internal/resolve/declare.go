package resolve

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"rung/internal/model"
)

// relation is what a declaration says about the role that it names.
type relation int

const (
	takesOver relation = iota // an extension
	compares                  // an equivalence
)

// declaration is a run of words after which a role is named, as "I encompass
// all of the qualities listed in". A firm one can hardly mean anything else;
// another counts only where a role does follow.
type declaration struct {
	relation relation
	firm     bool
	start    int // where the declaring words begin in the text
	ref      int // where the reference begins
	sentence [2]int
	form     *form
}

// form is one way of declaring. The pattern ends where the reference begins.
type form struct {
	relation relation
	firm     bool
	subject  bool           // nothing but a subject stands before it in its sentence
	previous bool           // only the level below can be meant
	after    *regexp.Regexp // what must follow the reference, or nil
	needs    []string       // lower case; one of these must be in the text
	pattern  *regexp.Regexp
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
	andMore = regexp.MustCompile(`(?i)^\s*(?:(?:role|level|position|definition)s?\b)?["”’)]*\s*(?:[,:…+]|\.\.\.|plus\b|but\b|and\b|with\b|except\b)`)
	plus    = regexp.MustCompile(`(?i)^\s*(?:(?:role|level|position|definition)s?\b)?\s*,?\s*(?:\+|plus\b|(?:but|and)\s+also\b)`)
)

// forms lists every way of declaring that is understood, firm ones first: of
// two that begin at one place the first counts. The words that a form needs
// one of are a quick look that spares most sentences the pattern.
var forms = []form{
	{relation: takesOver, firm: true, subject: true, needs: sums, pattern: words(takeVerb + `\s+(?:also\s+)?` + sum)},
	{relation: takesOver, firm: true, subject: true, needs: sums, pattern: words(`(?:` + beside + `\s+)?` + sum)},
	{relation: takesOver, firm: true, subject: true, needs: []string{"encompass", "embod"},
		pattern: words(`(?:` + beside + `\s+)?(?:encompass|embod)\p{L}*\s+` + article + nouns + listed + prep)},
	{relation: takesOver, subject: true, needs: []string{"the ", "our "}, pattern: words(takeVerb + `\s+(?:the|our)\s+` + nouns + listed + prep)},
	{relation: takesOver, firm: true, subject: true, needs: []string{"same"}, after: andMore, pattern: words(`(?:the\s+)?same\s+(?:` + noun + `\s+)?as\s+`)},
	{relation: takesOver, subject: true, needs: []string{"same"}, pattern: words(`(?:is|are)\s+(?:exactly\s+)?the\s+same\s+as\s+(?:(?:for|those\s+of|that\s+of)\s+)?`)},
	{relation: takesOver, subject: true, needs: []string{"buil"},
		pattern: words(`buil(?:ds?|t|ding)\s+(?:up\s*)?on\s+(?:top\s+of\s+)?(?:(?:the\s+)?(?:` + noun + `|foundations?|work|base)\s+` + listed + prep + `)?`)},
	{relation: takesOver, subject: true, needs: []string{"extends", "inherits", "superset", "adds to"},
		pattern: words(`(?:extends|inherits(?:\s+\p{L}+){0,3}?\s+from|is\s+a\s+superset\s+of|adds\s+to)\s+`)},
	{relation: takesOver, subject: true, needs: []string{"addition", "on top", "as well as", "besides", "beyond"}, after: andMore,
		pattern: words(beside + `\s+(?:being\s+|(?:meeting|having|doing)\s+)?(?:` + article + nouns + listed + prep + `)?`)},
	{relation: takesOver, firm: true, subject: true, previous: true, needs: []string{"previous", "prior", "preceding", "lower", "earlier", "below", "before"},
		pattern: words(`(?:(?:` + takeVerb + `|` + beside + `)\s+)?(?:all|everything|every|each)\s+(?:(?:of|from|in)\s+)?`)},
	{relation: takesOver, subject: true, needs: []string{"plus", "also", "+"}, after: plus, pattern: words(`(?:as|all\s+of|like)\s+`)},

	{relation: compares, firm: true, needs: []string{"equivalent"}, pattern: words(`(?:at\s+least\s+)?equivalent\s+(?:(?:in|of)\s+\p{L}+\s+)?(?:to|with)\s+`)},
	{relation: compares, firm: true, needs: []string{"equivalent:"}, pattern: words(`equivalent:\s*`)},
	{relation: compares, needs: []string{"par with", "comparable", "equal", "parity"},
		pattern: words(`(?:at\s+least\s+)?(?:on\s+(?:a\s+)?par\s+with|comparable\s+(?:to|with)|equal\s+to|at\s+parity\s+with)\s+`)},
	{relation: compares, needs: []string{"same"}, pattern: words(`(?:(?:at|on)\s+)?(?:the\s+)?same\s+(?:level|grade|rung|band)\s+(?:as|of|with)\s+`)},
	{relation: compares, needs: []string{"level"}, pattern: words(`at\s+(?:least\s+)?the\s+level\s+of\s+`)},
	{relation: compares, firm: true, needs: []string{"below", "under", "beneath", "above", "over", "lower", "higher"},
		pattern: words(`(?:one|two|three|an?|[123])\s+(?:level|grade|rung|step|band)s?\s+(?:below|under|beneath|above|over|lower\s+than|higher\s+than)\s+`)},
	{relation: compares, needs: []string{"correspond"}, pattern: words(`corresponds?\s+to\s+`)},
}

var sums = []string{"all ", "all\n", "every", "each "}

// words compiles a pattern that begins at a word and ignores case.
func words(pattern string) *regexp.Regexp { return regexp.MustCompile(`(?i)\b` + pattern) }

// qualifiers may stand between the declaring words and the reference.
var qualifiers = regexp.MustCompile(`(?i)^(?:(?:at\s+least|a\s+minimum\s+of|roughly|about|approximately|around|the\s+level\s+of|level\s+of|that\s+of|those\s+of|the\s+one\s+of|what\s+we\s+expect\s+of|an?|the|our|any)\s+)+`)

// subject matches what may stand before the declaring words in a sentence that
// speaks of the role itself.
var subject = regexp.MustCompile(`(?i)^[\s"“‘'*_>-]*(?:(?:i|we|you|they|he|she|it|this|(?:an?|the|this|every|each|our|these|those)\s+[^,;:]{1,80})\s+)?(?:(?:also|must|should|fully|can|will|already|shall|need\s+to|(?:am|is|are)\s+expected\s+to|(?:am|is|are)\s+required\s+to)\s+)*$`)

var negation = regexp.MustCompile(`(?i)(?:\bnot|n['’]t|\bnever|\bno\s+longer|\bisn't|\bless\s+than)\s+(?:\p{L}+\s+)?$`)

// declarations returns what text declares about roles, in reading order.
func declarations(text string) []declaration {
	var found []declaration
	lower := strings.ToLower(text)
	for i := range forms {
		f := &forms[i]
		if !f.needed(lower) {
			continue
		}
		for _, m := range f.pattern.FindAllStringIndex(text, -1) {
			start, end := sentenceAround(text, m[0])
			before := text[start:m[0]]
			if negation.MatchString(before) || f.subject && !subject.MatchString(before) {
				continue
			}
			d := declaration{relation: f.relation, firm: f.firm, form: f, start: m[0], ref: m[1], sentence: [2]int{start, end}}
			d.ref += len(qualifiers.FindString(text[d.ref:]))
			found = append(found, d)
		}
	}
	// A later form that begins inside an earlier one reads the same words.
	slices.SortStableFunc(found, func(a, b declaration) int { return cmp.Compare(a.start, b.start) })
	var out []declaration
	for _, d := range found {
		if n := len(out); n > 0 && d.start < out[n-1].ref {
			if d.start != out[n-1].start || d.ref <= out[n-1].ref {
				continue
			}
			out = out[:n-1]
		}
		out = append(out, d)
	}
	return out
}

// needed reports whether the text, in lower case, holds what the form needs.
func (f *form) needed(lower string) bool {
	return slices.ContainsFunc(f.needs, func(w string) bool { return strings.Contains(lower, w) })
}

var sentenceEnd = regexp.MustCompile(`[.!?…]["”’)]*\s+|\n\s*\n|;\s`)

// sentenceAround returns the bounds of the sentence that holds offset at; words
// in parentheses are a sentence of their own.
func sentenceAround(text string, at int) (start, end int) {
	end = len(text)
	for _, m := range sentenceEnd.FindAllStringIndex(text, -1) {
		if abbreviated(text[:m[0]]) {
			continue
		}
		if m[1] <= at {
			start = m[1]
		} else if m[0] >= at {
			end = m[0] + 1
			break
		}
	}
	if open := strings.LastIndexAny(text[start:at], "(["); open >= 0 && !strings.ContainsAny(text[start+open:at], ")]") {
		start += open + 1
		if shut := strings.IndexAny(text[at:end], ")]"); shut >= 0 {
			end = at + shut
		}
	}
	return start, end
}

// abbreviated reports whether the full stop after before ends a short form,
// and not a sentence.
func abbreviated(before string) bool {
	lower := strings.ToLower(before)
	for _, short := range [...]string{"e.g", "i.e", "etc", "vs", "eg", "ie", "sr", "jr", "dr", "approx"} {
		if rest, ok := strings.CutSuffix(lower, short); ok && (rest == "" || strings.HasSuffix(rest, " ") || strings.HasSuffix(rest, "(")) {
			return true
		}
	}
	return false
}

// comparisonOf reads how a comparing sentence compares, from the words around
// the reference.
func comparisonOf(text string, d declaration, refEnd int) model.Comparison {
	said := strings.ToLower(text[d.start:d.ref])
	before := strings.ToLower(text[d.sentence[0]:d.start])
	after := strings.ToLower(text[refEnd:max(refEnd, d.sentence[1])])
	switch {
	case belowWords.MatchString(said):
		return model.Below
	case aboveWords.MatchString(said), atLeast.MatchString(said), strings.HasSuffix(strings.TrimSpace(before), "at least"), orMore.MatchString(after):
		return model.AtLeast
	}
	return model.Equal
}

var (
	belowWords = regexp.MustCompile(`\b(?:below|under|beneath|lower)\b`)
	aboveWords = regexp.MustCompile(`\b(?:above|over|higher)\b`)
	atLeast    = regexp.MustCompile(`\b(?:at least|a minimum of|no less than)\b`)
	orMore     = regexp.MustCompile(`^\s*(?:role|level)?s?\s*(?:\(?or|and)\s+(?:above|higher|beyond|better|more|up)\b`)
)
