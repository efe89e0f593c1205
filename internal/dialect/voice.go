package dialect

import (
	"regexp"
	"strings"

	"rung/internal/parse"
)

// What ladders say and how: the grammar that tells a statement about a person
// from the name of an area, an example from what it exemplifies.

var (
	firstPerson  = regexp.MustCompile(`(?i)^["“‘'(]*(i|i[’']m|i[’']ve|i[’']d|i[’']ll|my|we|we[’']re|we[’']ve|our)\s+\S`)
	secondPerson = regexp.MustCompile(`(?i)^["“‘'(]*(you|you[’']re|you[’']ve|you[’']ll|your)\s+\S`)
	// otherVoice: sentences about the person in other languages, and about
	// what others see in one.
	otherVoice = regexp.MustCompile(`(?i)^(eu|yo|ich|je|j[’']ai|io|tenho|sou|posso|tengo|soy|puedo|people|others|other people|other team members|the people around me)\s+\S`)
	startsI    = regexp.MustCompile(`^["“‘'(]*I([’'](m|ve|d|ll))?\s`)
)

// PersonVoice reports whether text is a sentence about a person, as "I am a
// mentor" or "You can explain it".
func PersonVoice(text string) bool {
	text = strings.TrimSpace(text)
	if len(strings.Fields(text)) < 3 {
		return false
	}
	return firstPerson.MatchString(text) || secondPerson.MatchString(text) || otherVoice.MatchString(text)
}

// lead is what a line introduces.
type lead int

const (
	leadNone     lead = iota
	leadExamples      // what follows are examples
)

var exampleWords = regexp.MustCompile(`(?i)^(some |a few |for |behaviou?ral |concrete |indicative |possible |sample |typical |evidence |real[- ]life )*(examples?|e\.g\.?|for instance|exemplos?|ejemplos?|exemples?|beispiele?|voorbeelden|esempi|例)( of .{1,60}| include| might include| may include| could include| behaviou?rs?| of this)?\s*[:：.]?$`)

// exampleLead says whether a line of its own introduces examples, as
// "Examples:" and "For example:".
func exampleLead(text string) lead {
	text = strings.Trim(strings.TrimSpace(text), "*_ ")
	text = strings.TrimSpace(emojiOff(text))
	if exampleWords.MatchString(text) {
		return leadExamples
	}
	return leadNone
}

var exemplifies = regexp.MustCompile(`(?i)\b(these|the following|here are( some)?|some|following) (are )?(concrete |behaviou?ral |some )?examples?\b|\bexamples? (reflect|illustrate|show|of (what|how|this))|\bfor example:$|\bexamples? (are|include)\b`)

// Exemplifies reports whether a paragraph says that what follows are examples.
func Exemplifies(text string) bool { return exemplifies.MatchString(text) }

var successTitle = regexp.MustCompile(`(?i)\b(success (looks like|criteria|indicators?|measures?)|what success|signs of success|measures? of success|how .* (is|are) measured|what (good|great) looks like)\b`)

// voiceShare returns the share of items that are sentences about a person.
func voiceShare(items []parse.Text) float64 {
	if len(items) == 0 {
		return 0
	}
	n := 0
	for _, t := range items {
		if PersonVoice(t.Value) {
			n++
		}
	}
	return float64(n) / float64(len(items))
}

// extends are the words with which text takes over what another says.
var extends = regexp.MustCompile(`(?i)\b(encompass(es)?|embod(y|ies)|inherits?|meets?|fulfil?ls?|demonstrates?|exhibits?|includes?|covers?|has) (all|everything|every)\b|\ball of the (qualities|characteristics|expectations|requirements|attributes)\b|\bbuild(s|ing)? (up)?on\b|\bin addition to\b|\bas well as (all|everything)\b|\bsame as\b|\bequivalent to\b|\beverything (in|from|at)\b|\bplus (all|everything)\b|\bextends?\b`)

// Extends reports whether text takes over what another role or page says.
func Extends(text string) bool { return extends.MatchString(text) }

// forEveryone are the words with which a page says that it holds for all.
var forEveryone = regexp.MustCompile(`(?i)\b(all|every|any) (of )?(our |the )?(other )?([a-z]+ )?(roles?|levels?|employees|people|persons?|specialit(y|ies)|tracks|job famil(y|ies)|positions|colleagues|team members|staff)\b`)
var everyoneTitle = regexp.MustCompile(`(?i)^(everyone|everybody|all( (roles|levels|employees|people|staff|teams|engineers|engineering))?|(common|core|shared|general|base|baseline|universal|company|foundational?)( (expectations|competenc(y|ies)|values|behaviou?rs|skills|principles|qualities|roles?|levels?))?|foundations?|company[- ]wide|(our )?values)$`)
