package change

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// spelling gives the spellings of English one form, and undoes the commonest
// misspellings. It may map a word onto none at all: both sides go through it.
func (l *lexicon) spelling(word string) string {
	if right, ok := misspellings()[word]; ok {
		word = right
	}
	if len(word) < 5 {
		return word
	}
	for _, s := range spellings {
		if i := strings.Index(word, s[0]); i > 0 {
			word = word[:i] + s[1] + word[i+len(s[0]):]
		}
	}
	return word
}

// spellings are parts of words that are written in two ways.
var spellings = [][2]string{
	{"isation", "ization"}, {"ising", "izing"}, {"ised", "ized"}, {"ises", "izes"}, {"ise", "ize"}, {"yse", "yze"}, {"ysing", "yzing"},
	{"olour", "olor"}, {"aviour", "avior"}, {"avour", "avor"}, {"abour", "abor"}, {"onour", "onor"}, {"eighbour", "eighbor"}, {"arbour", "arbor"}, {"igour", "igor"}, {"eavour", "eavor"},
	{"entre", "enter"}, {"elling", "eling"}, {"elled", "eled"}, {"ogramme", "ogram"}, {"gement", "gment"}, {"icence", "icense"}, {"ractise", "ractice"}, {"ractize", "ractice"},
	{"atalogue", "atalog"}, {"ialogue", "ialog"}, {"ocussed", "ocused"}, {"ocussing", "ocusing"}, {"ulfill", "ulfil"}, {"killful", "kilful"}, {"efence", "efense"}, {"earnt", "earned"},
}

// misspelled are frequent typing errors with what was meant, and words that
// sound like others and that nobody tells apart in haste.
const misspelled = `teh the, adn and, recieve receive, recieves receives, recieved received, recieving receiving, seperate separate, seperately separately, definately definitely, occured occurred, occuring occurring,
	accomodate accommodate, acheive achieve, acheives achieves, acheived achieved, beleive believe, beleives believes, responsable responsible, responsability responsibility, responsibilty responsibility, responsibilites responsibilities,
	knowlege knowledge, knowledgable knowledgeable, developement development, enviroment environment, enviroments environments, managment management, maintainance maintenance, maintenence maintenance,
	succesful successful, sucessful successful, successfull successful, sucess success, succesfully successfully, neccessary necessary, necesary necessary, proccess process, proccesses processes, independant independent, independantly independently,
	guidence guidance, guideance guidance, collegue colleague, collegues colleagues, collaegues colleagues, commited committed, committment commitment, comunicate communicate, comunication communication, communciate communicate,
	experiance experience, existance existence, refering referring, refered referred, prefered preferred, begining beginning, untill until, wich which, thier their, truely truly, priviledge privilege, occassion occasion, occassionally occasionally,
	strenght strength, strenghts strengths, lenght length, improvment improvement, improvments improvements, implmentation implementation, implemention implementation, techical technical, tecnical technical, buisness business, bussiness business,
	custmer customer, cusomter customer, custumer customer, artcile article, architechture architecture, arhictecture architecture, mantain maintain, mantains maintains, maintan maintain, feeback feedback, feedbak feedback, reccomend recommend,
	recomend recommend, recommand recommend, arguement argument, consistant consistent, consistantly consistently, dependancy dependency, dependancies dependencies, persistant persistent, relevent relevant`

// isMisspelling reports whether one of two words is a typing error of the
// other: the letters differ as they do when one errs, and exactly one of the
// two is a word that somebody used elsewhere or that we know. "adapt" for
// "adopt" is a word of its own, and a word at whose ends something was put
// ("able", "unable"; "team", "teams") was changed on purpose.
func (e *edit) isMisspelling(x, y string) bool {
	if !allLetters(x) || !allLetters(y) || utf8.RuneCountInString(x) < 4 || utf8.RuneCountInString(y) < 4 {
		return false
	}
	if e.isWord(x) == e.isWord(y) || realPairs[x] == y || realPairs[y] == x {
		return false
	}
	return isSlip([]rune(x), []rune(y))
}

func (e *edit) isWord(word string) bool { return e.words.all[word] || e.known(word) }

// realPairs are words one slip apart that both occur in ladders.
var realPairs = map[string]string{
	"adapt": "adopt", "adapts": "adopts", "impact": "impart", "internal": "interval", "complement": "compliment", "prospective": "perspective", "affect": "effect", "affects": "effects",
	"planed": "planned", "competent": "component", "formal": "normal", "mentor": "mentee", "mature": "manure", "moral": "morale", "casual": "causal", "trail": "trial",
	"external": "eternal", "informed": "inferred", "directs": "detects", "detect": "direct", "assess": "access", "assure": "ensure", "owner": "owned", "hiring": "firing", "coding": "ceding", "writes": "wrote",
	"review": "revise", "supports": "suppers", "principle": "principal", "devise": "advise", "advice": "advise", "practical": "practicable", "strict": "strike", "designed": "desired", "major": "manor", "minor": "miner",
}

func allLetters(word string) bool {
	return strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) < 0
}

// longWord is the length from which a wrong letter is a slip: short words have
// too many neighbours.
const longWord = 7

// isSlip reports whether two words differ by two letters that changed places,
// a letter that was doubled or was not, one that is missing within a word, or,
// in a long word, one that is wrong.
func isSlip(x, y []rune) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	head := 0
	for head < len(x) && x[head] == y[head] {
		head++
	}
	tail := 0
	for tail < len(x)-head && x[len(x)-1-tail] == y[len(y)-1-tail] {
		tail++
	}
	dx, dy := x[head:len(x)-tail], y[head:len(y)-tail]
	if head == 0 || tail == 0 {
		return len(dx) == 2 && isSwap(dx, dy) && len(x) > 4
	}
	switch {
	case len(dx) == 0 && len(dy) == 1:
		return true // within the word, as head and tail are not empty
	case len(dx) == 1 && len(dy) == 1:
		return len(y) >= longWord && !isPlural(dx[0], dy[0], x[len(x)-tail:])
	case isSwap(dx, dy):
		return true
	}
	return false
}

// isPlural reports whether a letter that changed makes another number of the
// word, as in "analyses" and in the German "Schäden".
func isPlural(x, y rune, tail []rune) bool {
	if x > y {
		x, y = y, x
	}
	switch string([]rune{x, y}) {
	case "ei":
		return string(tail) == "s"
	case "aä", "oö", "uü":
		return true
	}
	return false
}

func isSwap(x, y []rune) bool {
	return len(x) == 2 && len(y) == 2 && x[0] == y[1] && x[1] == y[0]
}

// misspellings are the pairs of misspelled.
var misspellings = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, item := range items(misspelled) {
		wrong, right, _ := strings.Cut(item, " ")
		out[wrong] = right
	}
	return out
})
