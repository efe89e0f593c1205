package resolve

import (
	"cmp"
	"slices"
	"strings"

	"rung/internal/model"
	"rung/internal/pattern"
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

	// Of phrases, which know where the reference ends.
	refEnd, end int  // where the reference ends, and the whole; 0 where that is not known
	below       bool // the level below is meant
	belowAll    bool // all levels below are
}

// qualifiers may stand between the declaring words and the reference.
var qualifiers = pattern.New(`(?i)^(?:(?:at\s+least|a\s+minimum\s+of|roughly|about|approximately|around|the\s+level\s+of|level\s+of|that\s+of|those\s+of|the\s+one\s+of|what\s+we\s+expect\s+of|an?|the|our|any)\s+)+`)

// subject matches what may stand before the declaring words in a sentence that
// speaks of the role itself.
var subject = pattern.New(`(?i)^[\s"“‘'*_>-]*(?:(?:i|we|you|they|he|she|it|this|(?:an?|the|this|every|each|our|these|those)\s+[^,;:]{1,80})\s+)?(?:(?:also|must|should|fully|can|will|already|shall|need\s+to|(?:am|is|are)\s+expected\s+to|(?:am|is|are)\s+required\s+to)\s+)*$`)

var negation = pattern.New(`(?i)(?:\bnot|n['’]t|\bnever|\bno\s+longer|\bisn't|\bless\s+than)\s+(?:\p{L}+\s+)?$`)

// declarations returns what text declares about roles, in reading order.
func declarations(text string) []declaration {
	found := elsewhere(text)
	lower := asciiLower(text)
	has := needed.in(lower)
	if has == 0 {
		return found
	}
	for i := range forms {
		f := &forms[i]
		if has&f.needs == 0 {
			continue
		}
		for _, m := range f.find(text, lower) {
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

var sentenceEnd = pattern.New(`[.!?…]["”’)]*\s+|\n\s*\n|;\s`)

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
	for _, short := range [...]string{"e.g", "i.e", "etc", "vs", "eg", "ie", "sr", "jr", "dr", "approx", "cf", "см"} {
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
	belowWords = pattern.New(`\b(?:below|under|beneath|lower)\b`)
	aboveWords = pattern.New(`\b(?:above|over|higher)\b`)
	atLeast    = pattern.New(`\b(?:at least|a minimum of|no less than)\b`)
	orMore     = pattern.New(`^\s*(?:role|level)?s?\s*(?:\(?or|and)\s+(?:above|higher|beyond|better|more|up)\b`)
)
