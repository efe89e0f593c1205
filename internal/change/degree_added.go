package change

import (
	"slices"
	"strings"
)

// explainWhole explains steps that do nothing but add, or nothing but remove,
// as one: an example, or a further demand. Where words around them are the
// same, several cuts mean the same edit ("a and [b and] c", "a [and b] and
// c"), and one that can be explained is enough.
func (e *edit) explainWhole(from, to int) bool {
	direction := 1
	side := e.b
	if e.script[from].isRemoved() {
		direction, side = -1, e.a
	}
	for _, s := range e.script[from:to] {
		if direction > 0 && !s.isAdded() || direction < 0 && !s.isRemoved() {
			return false
		}
	}
	first := max(e.script[from].i, e.script[from].j)
	n := to - from
	for _, slide := range []int{0, -1, 1, -2, 2, -3, 3} {
		at := first + slide
		if !slides(side, first, n, slide) {
			continue
		}
		if degree, ok := e.wholeDegree(side, at, at+n, direction); ok {
			e.noteWhole(degree, textOf(side[at:at+n]), direction)
			return true
		}
	}
	return false
}

func (e *edit) noteWhole(d Degree, text string, direction int) {
	if direction > 0 {
		e.note(d, "", text)
	} else {
		e.note(d, text, "")
	}
}

// slides reports whether the n terms at first may be taken some terms earlier
// or later and leave the same words.
func slides(side []term, first, n, by int) bool {
	for k := 0; k < by; k++ {
		if first+n+k >= len(side) || side[first+k].word != side[first+n+k].word {
			return false
		}
	}
	for k := -1; k >= by; k-- {
		if first+k < 0 || side[first+k].word != side[first+n+k].word {
			return false
		}
	}
	return true
}

func textOf(terms []term) string {
	var b strings.Builder
	for i, t := range terms {
		if i > 0 {
			b.WriteString(between(t))
		}
		b.WriteString(t.text)
	}
	return b.String()
}

// wholeDegree says what the terms [from, to) of a side, which came or went,
// show; ok is false where they are neither an example nor a demand.
func (e *edit) wholeDegree(side []term, from, to, direction int) (degree Degree, ok bool) {
	switch {
	case e.isExample(side, from, to):
		return Clarified, true
	case e.isAbbreviation(side, from, to):
		return Clarified, true
	case e.isDemand(side, from, to), e.isSpread(side, from, to):
		return turn(direction), true
	}
	return Other, false
}

// isExample reports whether terms are an example or an explanation to its end.
// What says the same again must not say it of a number, a reach or a part.
func (e *edit) isExample(side []term, from, to int) bool {
	first := side[from].word
	if !e.words.examples[first] && !e.words.explains[first] || to-from < 2 || !e.endsAt(side, from, to) {
		return false
	}
	enclosed := side[from].depth > 0
	for i := from; i < to; i++ {
		t := side[i]
		switch {
		case t.amount != nil, e.words.limits[t.word], t.word == "struck", i > from && t.sentence != side[from].sentence:
			return false
		case e.words.explains[first] && e.isScaled(t):
			return false
		case !enclosed && (e.isScaled(t) && e.words.places[t.word].scale != "choice" || e.demandsAgain(side, i)):
			return false
		}
	}
	return true
}

func (e *edit) isScaled(t term) bool {
	_, ok := e.words.places[t.word]
	return ok || e.words.boosts[t.word] || e.words.hedges[t.word]
}

// demandsAgain reports whether a list of examples may have ended at i and a
// verb follow: "such as Go, and deploys".
func (e *edit) demandsAgain(side []term, i int) bool {
	w := side[i].word
	return i > 0 && e.words.ands[side[i-1].word] && (strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ing") || e.words.neutral[w] == "subject")
}

// endsAt reports whether the parenthesis or the sentence of the terms ends
// where they do.
func (e *edit) endsAt(side []term, from, to int) bool {
	if to == len(side) || side[to].sentence != side[from].sentence {
		return true
	}
	return side[from].depth > side[to].depth
}

// isIllustrating reports whether a term stands in parentheses that give
// examples, where other examples may stand and nothing else is asked.
func (e *edit) isIllustrating(side []term, at int) bool {
	t := side[at]
	if t.depth == 0 || t.amount != nil || e.words.limits[t.word] || t.word == "struck" {
		return false
	}
	for at > 0 && side[at-1].depth >= t.depth && (!strings.Contains(side[at].pre, "(") || side[at-1].depth > t.depth) {
		at--
	}
	return e.words.examples[side[at].word]
}

// isAbbreviation reports whether terms in parentheses are the initials of the
// words before them, or the words whose initials stand before them.
func (e *edit) isAbbreviation(side []term, from, to int) bool {
	if from == 0 || !strings.Contains(side[from].pre, "(") || to < len(side) && side[to].depth >= side[from].depth {
		return false
	}
	if to-from == 1 && from >= len(side[from].word) {
		return len(side[from].word) > 1 && initials(side[from-len(side[from].word):from]) == side[from].word
	}
	return to-from > 1 && initials(side[from:to]) == side[from-1].word
}

func initials(terms []term) string {
	var b strings.Builder
	for _, t := range terms {
		b.WriteString(t.word[:1])
	}
	return b.String()
}

// isDemand reports whether terms ask for something of their own beside what the
// statement asks: a further sentence, a part after "and", an item of a list. A
// part that says how, when or for whom, and one whose sentence limits or offers
// a choice, may ask less.
func (e *edit) isDemand(side []term, from, to int) bool {
	if from == 0 || side[from].depth > 0 || to < len(side) && side[to].depth > 0 || !e.isClean(side, from, to) {
		return false
	}
	newSentence := side[from].sentence != side[from-1].sentence
	if newSentence {
		return e.endsAt(side, from, to) && to-from > 1 && !isReferring[side[from].word]
	}
	if e.words.ands[side[from].word] {
		return to-from > 1 && !e.isPurpose(side[from+1]) && !allAdverbs(side[from+1:to])
	}
	return e.isItem(side, from, to)
}

// allAdverbs reports whether terms only say how: "and slowly".
func allAdverbs(terms []term) bool {
	return !slices.ContainsFunc(terms, func(t term) bool { return !strings.HasSuffix(t.word, "ly") })
}

// isSpread reports whether terms say how far something goes that was asked for
// without: "across the company".
func (e *edit) isSpread(side []term, from, to int) bool {
	if to-from < 2 || side[from].word != "across" && side[from].word != "throughout" || !e.isOpen(side, from) || e.hasBefore(side, from, []string{"from"}) {
		return false
	}
	p := e.words.places[side[to-1].word]
	for _, t := range side[from+1 : to-1] {
		if !e.isArticle(t) && !e.isUniversal(t) && e.words.neutral[t.word] != "possessive" {
			return false
		}
	}
	return p.scale == "reach" && p.rank > 1 && (to == len(side) || !isPosition[side[to].word])
}

// isReferring are words with which a sentence speaks of the one before it.
var isReferring = map[string]bool{
	"this": true, "that": true, "these": true, "those": true, "it": true, "here": true, "example": true, "examples": true, "note": true, "see": true, "both": true, "they": true, "such": true,
}

// isPurpose reports whether a word begins what is no demand of its own.
func (e *edit) isPurpose(t term) bool {
	return e.words.neutral[t.word] == "link" || slices.Contains([]string{"with", "by", "from", "especially", "particularly", "so", "therefore", "thus", "then", "as", "where"}, t.word)
}

// isItem reports whether terms are an item of a list that goes on to an "and".
func (e *edit) isItem(side []term, from, to int) bool {
	if to >= len(side) || side[to].sentence != side[from].sentence || e.isPurpose(side[from]) {
		return false
	}
	if !strings.Contains(side[from].pre, ",") && !strings.Contains(side[to].pre, ",") && !e.words.ands[side[to].word] {
		return false
	}
	if !strings.Contains(side[from].pre, ",") && e.words.ands[side[to].word] {
		return false // "big and" before "small" is an adjective's list
	}
	for _, t := range side[to:] {
		if t.sentence == side[from].sentence && e.words.ands[t.word] {
			return true
		}
	}
	return false
}

// isClean reports whether neither the terms nor the sentences that they touch
// limit, condition, hedge or offer a choice.
func (e *edit) isClean(side []term, from, to int) bool {
	low, high := side[from-1].sentence, side[to-1].sentence
	for i, t := range side {
		if t.sentence < low || t.sentence > high {
			continue
		}
		within := i >= from && i < to
		switch {
		case e.words.limits[t.word], e.words.conditions[t.word], e.words.ors[t.word], t.word == "struck", strings.HasPrefix(t.word, "learn"):
			return false
		case e.words.hedges[t.word] && (within && e.words.places[t.word].scale != "frequency" || e.words.places[t.word].scale == "independence"):
			return false
		case within && e.words.examples[t.word], within && e.words.explains[t.word], within && e.words.places[t.word].scale == "independence":
			return false
		case i < from && (t.word == "from" || t.word == "with" || e.isRestricting(side, i)), e.isSuffering(side, i):
			return false
		}
	}
	return true
}
