package lint

import (
	"strings"
	"unicode"
)

// voice is how a statement speaks of the person who is rated.
type voice int

// The voices.
const (
	unknown    voice = iota
	first            // "I lead", "my work"
	second           // "you lead"
	pronoun          // "they lead", "she leads"
	third            // "leads"
	imperative       // "lead"
	voices           // how many there are
)

var voiceNames = [voices]string{"", `the first person ("I")`, `the second person ("you")`, `the third person ("they")`, `the third person ("leads")`, `the bare verb ("lead")`}

// subjects are the first words of a statement by the voice they tell.
var subjects = map[string]voice{
	"i": first, "i'm": first, "i've": first, "i'll": first, "i'd": first, "my": first,
	"you": second, "you're": second, "you've": second, "you'll": second, "you'd": second, "your": second,
	"he": pronoun, "she": pronoun, "they": pronoun, "he's": pronoun, "she's": pronoun, "they're": pronoun, "they've": pronoun, "their": pronoun, "his": pronoun, "her": pronoun,
}

// subjectOf returns the voice that the first word of a text tells, and where
// what follows the subject begins: the text's beginning where there is no
// subject, as in "Leads the team".
func subjectOf(text string) (v voice, rest int) {
	w := firstWord(text)
	v = subjects[strings.ToLower(strings.ReplaceAll(w, "’", "'"))]
	switch {
	case v == unknown || strings.ContainsAny(w, "'’"):
		return v, 0
	}
	rest = len(w)
	for rest < len(text) && text[rest] == ' ' {
		rest++
	}
	return v, rest
}

func firstWord(text string) string {
	if i := strings.IndexFunc(text, func(c rune) bool { return !unicode.IsLetter(c) && c != '\'' && c != '’' && c != '-' }); i >= 0 {
		return text[:i]
	}
	return text
}

// voiceOf returns the voice of a statement in English; unknown where its first
// words do not settle it.
func voiceOf(text string) voice {
	v, _ := subjectOf(text)
	if v != unknown {
		return v
	}
	w := firstWord(text)
	rest := text[len(w):]
	// "Consistently delivers", "proactively seek": the verb comes after.
	if strings.HasSuffix(w, "ly") && strings.HasPrefix(rest, " ") {
		w = firstWord(rest[1:])
		rest = rest[1+len(w):]
	}
	if !strings.HasPrefix(rest, " ") && !strings.HasPrefix(rest, ",") {
		return unknown
	}
	w = strings.ToLower(w)
	switch {
	case doing[w] == imperative:
		return imperative
	case doing[w] == third:
		return third
	}
	return unknown
}

// voiceOfWord returns the voice that a word tells at the beginning of a text.
func voiceOfWord(w string) voice {
	if v := subjects[w]; v != unknown {
		return v
	}
	return doing[w]
}

// voiceOf is the function voiceOf for a text that was cut into words: words
// that tell nothing need no closer look.
func (l *ladder) voiceOf(t *text) voice {
	for i, w := range t.words[:min(2, len(t.words))] {
		if l.lexicon.voices[w] != unknown {
			if v := l.lexicon.voices[w]; i == 0 && v <= second {
				return v
			}
			return voiceOf(t.Text)
		}
	}
	return unknown
}

// doing tells the bare form of a verb from the one of the third person. Only
// verbs are here that are no nouns: "plan", "work" and "support" settle nothing.
var doing = conjugated(`achieve act adapt address analyse analyze anticipate apply articulate assess avoid become believe bring build
choose clarify collaborate communicate complete consider contribute convey coordinate create debug decide define delegate deliver demonstrate
deploy describe develop discuss diagnose drive empower enable encourage enforce engage enhance ensure establish evaluate evolve execute explain
explore facilitate find fix follow foster gather generate get give grow handle have help hire hold identify implement improve incorporate inform
initiate innovate inspire instill integrate interact invest investigate involve keep know lead learn listen maintain make mentor migrate minimise
minimize mitigate motivate navigate negotiate operate optimise optimize organise organize oversee participate perform possess predict prevent
prioritise prioritize produce promote propose provide pursue raise react receive recognise recognize recommend recruit reduce refactor remove
represent resolve respond seek select set solicit solve speak strengthen strive suggest supervise sustain take teach tell think translate
troubleshoot try turn understand uphold use utilise utilize validate verify write`)

func conjugated(list string) map[string]voice {
	out := map[string]voice{"is": third, "has": third, "does": third, "be": imperative, "do": imperative}
	for _, v := range strings.Fields(list) {
		out[v] = imperative
		out[thirdOf(v)] = third
	}
	return out
}

// thirdOf returns the form of the third person.
func thirdOf(verb string) string {
	n := len(verb)
	switch {
	case verb == "have":
		return "has"
	case strings.HasSuffix(verb, "y") && !strings.ContainsRune("aeo", rune(verb[n-2])):
		return verb[:n-1] + "ies"
	case strings.HasSuffix(verb, "s"), strings.HasSuffix(verb, "ch"), strings.HasSuffix(verb, "sh"), strings.HasSuffix(verb, "x"):
		return verb + "es"
	}
	return verb + "s"
}
