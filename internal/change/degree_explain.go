package change

import (
	"slices"
	"strings"
)

// explain says of every place that changed what it shows.
func (e *edit) explain() {
	for at := 0; at < len(e.script); {
		if e.script[at].same {
			e.respell(e.script[at])
			at++
			continue
		}
		end := at
		for end < len(e.script) && !e.script[end].same {
			end++
		}
		e.explainRun(at, end)
		at = end
	}
}

// respell notes a word that stayed and is written in another way.
func (e *edit) respell(s step) {
	x, y := e.a[s.i], e.b[s.j]
	switch {
	case x.text == y.text:
	case letters(x.text) == letters(y.text):
		e.note(Typo, x.text, y.text)
	case hasMisspelling(x.text) || hasMisspelling(y.text):
		e.note(Typo, x.text, y.text)
	default:
		e.note(Clarified, x.text, y.text)
	}
}

func hasMisspelling(text string) bool {
	return slices.ContainsFunc(strings.Fields(wordOf(text)), func(w string) bool { return misspellings()[w] != "" })
}

func letters(text string) string {
	return strings.NewReplacer(" ", "", "-", "", "–", "", "—", "").Replace(wordOf(text))
}

func (e *edit) note(d Degree, before, now string) {
	e.signs = append(e.signs, Sign{d, before, now})
}

// turn is the degree of a direction.
func turn(direction int) Degree {
	switch {
	case direction > 0:
		return Raised
	case direction < 0:
		return Lowered
	}
	return Clarified
}

// explainRun explains steps that follow each other: as one insertion where
// that is what they are, else one by one.
func (e *edit) explainRun(from, to int) {
	if e.explainJoined(from, to) || e.explainWhole(from, to) {
		return
	}
	for k := from; k < to; k++ {
		s := e.script[k]
		switch {
		case s.isAdded():
			e.explainLone(k, e.b, s.j, 1)
		case s.isRemoved():
			e.explainLone(k, e.a, s.i, -1)
		default:
			e.explainPair(k)
		}
	}
}

// explainJoined knows words that are written together or apart: "teamwork".
func (e *edit) explainJoined(from, to int) bool {
	var before, now, textBefore, textNow string
	for _, s := range e.script[from:to] {
		if s.i >= 0 {
			before, textBefore = before+e.a[s.i].word, textBefore+" "+e.a[s.i].text
		}
		if s.j >= 0 {
			now, textNow = now+e.b[s.j].word, textNow+" "+e.b[s.j].text
		}
		if e.weighs(s) {
			return false
		}
	}
	if before != now || len(before) < 6 {
		return false
	}
	e.note(Typo, strings.TrimSpace(textBefore), strings.TrimSpace(textNow))
	return true
}

// weighs reports whether a step has a word that matters for what is asked:
// "in dependent" would be written together otherwise.
func (e *edit) weighs(s step) bool {
	for _, t := range e.sides(s) {
		p, placed := e.words.places[t.word]
		if placed && p.scale != "reach" || t.amount != nil || e.words.limits[t.word] || e.words.hedges[t.word] || e.words.boosts[t.word] || e.words.neutral[t.word] == "article" || t.word == "in" || t.word == "un" {
			return true
		}
	}
	return false
}

func (e *edit) sides(s step) []term {
	var out []term
	if s.i >= 0 {
		out = append(out, e.a[s.i])
	}
	if s.j >= 0 {
		out = append(out, e.b[s.j])
	}
	return out
}

// explainPair explains a term that gave way to another.
func (e *edit) explainPair(k int) {
	s := e.script[k]
	x, y := e.a[s.i], e.b[s.j]
	degree := Other
	r := e.relate(x, y)
	if r.kind != misspelt && e.isIllustrating(e.a, s.i) && e.isIllustrating(e.b, s.j) {
		r.kind = synonym
	}
	switch r.kind {
	case misspelt:
		degree = Typo
	case synonym:
		degree = Clarified
		if e.words.neutral[x.word] == "determiner" && !e.besideReach(k) || e.isDistinction(s) || e.words.places[x.word].scale == "border" && !e.isUpward(s, "border") || e.isAnothers(s) {
			degree = Other
		}
		if x.word == "a" && y.word == "an" || x.word == "an" && y.word == "a" {
			degree = Typo
		}
	case ordered:
		if e.isUpward(s, r.scale) {
			degree = turn(r.direction)
		}
	case inflected:
		if e.voiceChanged(k) || e.afterAmount(k) {
			degree = Clarified
		}
	case numbered:
		if e.afterAmount(k) {
			degree = Clarified
		}
	}
	e.note(degree, x.text, y.text)
}

// explainLone explains a term that came (direction 1) or went (-1) alone.
func (e *edit) explainLone(k int, side []term, at, direction int) {
	degree := e.loneDegree(k, side, at, direction)
	if direction > 0 {
		e.note(degree, "", shown(side[at]))
	} else {
		e.note(degree, shown(side[at]), "")
	}
}

// isDistinction reports whether an article tells one of many from the only one:
// "is a lead", "is the lead".
func (e *edit) isDistinction(s step) bool {
	if !e.isArticle(e.a[s.i]) || (e.a[s.i].word == "the") == (e.b[s.j].word == "the") {
		return false
	}
	return s.i == 0 || s.j == 0 || e.words.neutral[e.a[s.i-1].word] == "being" || e.a[s.i-1].word == "as"
}

// isAnothers reports whether "their", for "my", may be that of others whom the
// sentence names: "helps the team with their work".
func (e *edit) isAnothers(s step) bool {
	if e.words.neutral[e.a[s.i].word] != "possessive" {
		return false
	}
	for _, t := range e.a[:s.i] {
		if e.words.places[t.word].scale == "reach" || strings.HasSuffix(t.word, "s") && e.words.neutral[t.word] == "" && t.sentence == e.a[s.i].sentence && e.a[0].word != t.word {
			return true
		}
	}
	return false
}

// shown is a term's text; the second part of a contraction has none.
func shown(t term) string {
	if t.text == "" {
		return t.word
	}
	return t.text
}

func (e *edit) loneDegree(k int, side []term, at, direction int) Degree {
	t := side[at]
	switch {
	case at > 0 && side[at-1].word == t.word && t.amount == nil:
		return Typo // "the the"
	case e.isIllustrating(side, at):
		return Clarified
	case e.isNeutral(k, side, at), e.words.ands[t.word] && e.isComma(k, direction):
		return Clarified
	case e.words.hedges[t.word] && e.isLoneUpward(k, side, at):
		return turn(-direction)
	case e.words.boosts[t.word] && e.isLoneUpward(k, side, at):
		return turn(direction)
	}
	return Other
}

// isNeutral reports whether the statement asks the same without the word. Whose
// something is matters, but for what belongs to all: my team is the team.
func (e *edit) isNeutral(k int, side []term, at int) bool {
	switch e.words.neutral[side[at].word] {
	case "article", "filler":
		return true
	case "link":
		return at > 0 && isLinked[side[at].word+" "+side[at-1].word]
	case "determiner":
		return e.besideReach(k)
	case "subject":
		return at == 0 || side[at].sentence != side[at-1].sentence || e.words.ands[side[at-1].word] || strings.ContainsAny(side[at].pre, ",")
	case "being":
		return e.besideSubject(side, at)
	case "possessive":
		if at+1 < len(side) {
			p, ok := e.words.places[side[at+1].word]
			return ok && p.scale == "reach" && p.rank > 0
		}
	}
	return false
}

// isLinked are prepositions with the word before, after which they may be left
// out: "helps to plan", "all of the ovens".
var isLinked = map[string]bool{
	"to help": true, "to helps": true, "to helping": true, "of all": true, "of both": true, "of outside": true, "of inside": true, "of half": true,
}

// besideSubject reports whether a form of "to be" follows the subject of the
// sentence or begins it, and no participle follows, which would make a passive
// of it.
func (e *edit) besideSubject(side []term, at int) bool {
	first := at == 0 || at == 1 && e.words.neutral[side[0].word] == "subject"
	if !first || at+1 >= len(side) || side[at].word == "has" || side[at].word == "have" {
		return false
	}
	next := side[at+1].word
	return !strings.HasSuffix(next, "ed") && !strings.HasSuffix(next, "en") && next != "led"
}

// isComma reports whether an "and" that came or went has a comma for it on the
// other side: "a, b" and "a and b" ask the same.
func (e *edit) isComma(k, direction int) bool {
	if k+1 >= len(e.script) {
		return false
	}
	next := e.script[k+1]
	if direction > 0 {
		return next.i >= 0 && strings.Contains(e.a[next.i].pre, ",")
	}
	return next.j >= 0 && strings.Contains(e.b[next.j].pre, ",")
}

// subjectChanged reports whether one side names its subject and the other not,
// or another: "I lead", "leads".
func (e *edit) subjectChanged() bool { return e.subject(e.a) != e.subject(e.b) }

func (e *edit) subject(side []term) string {
	if len(side) > 0 && e.words.neutral[side[0].word] == "subject" {
		return side[0].word
	}
	return ""
}

// voice reports whether the form of a verb may differ in this edit: because the
// subject differs, or because the first word does.
func (e *edit) voice(k int) bool {
	return e.subjectChanged() || k == 0 || e.script[0].i >= 0 && e.script[0].j >= 0 && !e.script[0].same && e.relate(e.a[0], e.b[0]).kind == inflected
}

// voiceChanged reports whether the two forms at k are those of a verb whose
// subject changed, or that stands after a word which came or went ("helps
// design", "designs"). After an article, an adjective or a preposition the
// same letters are a noun in another number.
func (e *edit) voiceChanged(k int) bool {
	s := e.script[k]
	if k > 0 && e.isHelping(k-1) {
		return true
	}
	return e.voice(k) && e.beginsClause(e.a, s.i) && e.beginsClause(e.b, s.j)
}

// isHelping reports whether a step adds or removes a word that a verb follows
// in another form ("helps plan", "is planning"), looking back over "to".
func (e *edit) isHelping(k int) bool {
	if e.sides(e.script[k])[0].word == "to" && k > 0 {
		k--
	}
	s := e.script[k]
	t := e.sides(s)[0]
	p := e.words.places[t.word]
	return (s.i < 0 || s.j < 0) && (e.words.neutral[t.word] == "being" || p.scale == "part" || p.scale == "modality" || e.words.hedges[t.word])
}

// beginsClause reports whether a term is the first of a sentence, or of a part
// after a comma or "and", but for its subject.
func (e *edit) beginsClause(side []term, at int) bool {
	for at > 0 {
		before := side[at-1]
		switch {
		case side[at].sentence != before.sentence, strings.Contains(side[at].pre, ","), e.words.ands[before.word]:
			return true
		case e.words.neutral[before.word] != "subject" && e.words.neutral[before.word] != "being" && !e.words.boosts[before.word] && !e.words.hedges[before.word]:
			return false
		}
		at--
	}
	return true
}

// afterAmount reports whether an amount or a quantity changed shortly before.
func (e *edit) afterAmount(k int) bool {
	for back := k - 1; back >= 0 && back >= k-3; back-- {
		s := e.script[back]
		if s.same || s.i < 0 || s.j < 0 {
			continue
		}
		if r := e.relate(e.a[s.i], e.b[s.j]); r.scale == "amount" || r.scale == "quantity" {
			return true
		}
	}
	return false
}

// besideReach reports whether the next step that is no determiner puts a reach
// in place of another: in "im Team", "in der Abteilung" the article tells the
// gender and nothing else.
func (e *edit) besideReach(k int) bool {
	for k++; k < len(e.script); k++ {
		s := e.script[k]
		if e.words.neutral[e.sides(s)[0].word] == "determiner" {
			continue
		}
		return !s.same && s.i >= 0 && s.j >= 0 && e.words.places[e.a[s.i].word].scale == "reach" && e.words.places[e.b[s.j].word].scale == "reach"
	}
	return false
}
