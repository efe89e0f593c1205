package change

import (
	"slices"
	"strings"
	"sync"

	"rung/internal/wording"
)

// language is what the words of a language mean in a ladder. Lists are words
// and phrases between commas; "a=b" are surely synonyms; "lead*" stands for
// the present forms of a verb and "goal+" for both numbers of a noun. A form
// that ends in -ed is never meant: who "is supported" supports nobody.
type language struct {
	marks        string   // words that tell the language
	scales       []scale  // what is ordered
	synonyms     string   // words that mean the same
	articles     string   // may come and go
	determiners  string   // may change with a noun of reach, of whose gender they are
	subjects     string   // who the statement speaks of: may come and go
	possessives  string   // the subject's own
	links        string   // prepositions that may give way to each other
	being        string   // forms of "to be": may give way to each other
	fillers      string   // words without which it asks the same
	boosts       string   // ask more where they are added
	hedges       string   // ask less where they are added
	limits       string   // turn round what more and less mean, or may
	conditions   string   // what follows one says when something is asked
	examples     string   // what follows one is an example
	explains     string   // what follows one says the same again
	ands, ors    string   // join what is asked, or let one choose
	numbers      string   // "one 1, two 2"
	units        string   // "day day days, week week weeks": of a unit, all forms
	until        string   // between the ends of a range
	least        string   // before a number: so many or more
	most         string   // before a number: so many, or fewer
	more         string   // after a number: so many or more
	common       string   // words that are frequent in ladders, between spaces: no misspellings
	contractions []string // "don't do not"
}

// scale is an order of words, lowest first.
type scale struct {
	name  string
	ranks []string
}

// place is where a word stands on a scale.
type place struct {
	scale string
	rank  int
}

// form is a word of a group of synonyms: two of one group and one shape say the
// same.
type form struct {
	group string
	shape int // 0 the word itself, 1 with -s, 2 with -ing
}

// phrase is a sequence of words that means one thing.
type phrase struct {
	words []string
	means string
}

// lexicon is a language made ready for looking up.
type lexicon struct {
	places       map[string]place
	forms        map[string]form
	neutral      map[string]string // word to its kind
	boosts       map[string]bool
	hedges       map[string]bool
	limits       map[string]bool
	conditions   map[string]bool
	examples     map[string]bool
	explains     map[string]bool
	ands, ors    map[string]bool
	numbers      map[string]float64
	units        map[string]string
	until        map[string]bool
	least, most  map[string]bool
	more         map[string]bool
	contractions map[string]string
	phrases      map[string][]phrase // by first word, longest first
	all          map[string]bool     // every word of the lists
}

// languages are the lexicons by name, each made when it is first asked for.
var languages = []struct {
	name    string
	lexicon func() *lexicon
}{
	{"en", sync.OnceValue(func() *lexicon { return newLexicon(english) })},
	{"de", sync.OnceValue(func() *lexicon { return newLexicon(german) })},
	{"fr", sync.OnceValue(func() *lexicon { return newLexicon(french) })},
	{"es", sync.OnceValue(func() *lexicon { return newLexicon(spanish) })},
	{"pt", sync.OnceValue(func() *lexicon { return newLexicon(portuguese) })},
	{"ru", sync.OnceValue(func() *lexicon { return newLexicon(russian) })},
	{"ja", sync.OnceValue(func() *lexicon { return newLexicon(japanese) })},
}

// marks are the words that tell a language, with those of its scales: by word
// the positions in languages.
var marks = sync.OnceValue(func() map[string][]int {
	out := map[string][]int{}
	for i, l := range []language{english, german, french, spanish, portuguese, russian, japanese} {
		words := strings.Fields(l.marks)
		for _, s := range l.scales {
			words = append(words, strings.FieldsFunc(strings.Join(s.ranks, ","), func(r rune) bool { return strings.ContainsRune(" ,=*", r) })...)
		}
		slices.Sort(words)
		for _, w := range slices.Compact(words) {
			out[w] = append(out[w], i)
		}
	}
	return out
})

// lexiconOf returns the lexicon of the language that a text is written in;
// English where nothing tells.
func lexiconOf(text string) *lexicon {
	count := make([]int, len(languages))
	for _, word := range strings.Fields(wording.Normal(text)) {
		for _, i := range marks()[word] {
			count[i]++
		}
	}
	best := 0
	for i, n := range count {
		if n > count[best] {
			best = i
		}
	}
	return languages[best].lexicon()
}

func newLexicon(l language) *lexicon {
	x := &lexicon{
		places: map[string]place{}, forms: map[string]form{}, neutral: map[string]string{}, all: map[string]bool{},
		numbers: map[string]float64{}, units: map[string]string{}, contractions: map[string]string{}, phrases: map[string][]phrase{},
	}
	for _, c := range l.contractions {
		short, full, _ := strings.Cut(c, " ")
		x.contractions[short] = full
	}
	x.addNeutral(l)
	for _, list := range []struct {
		set   *map[string]bool
		words string
	}{
		{&x.boosts, l.boosts}, {&x.hedges, l.hedges}, {&x.limits, l.limits}, {&x.conditions, l.conditions}, {&x.examples, l.examples},
		{&x.explains, l.explains}, {&x.ands, l.ands}, {&x.ors, l.ors}, {&x.until, l.until}, {&x.least, l.least}, {&x.most, l.most}, {&x.more, l.more},
	} {
		*list.set = x.addSet(list.words)
	}
	x.addForms(l.links)
	for _, s := range l.scales {
		x.addScale(s)
	}
	x.addForms(l.synonyms)
	for _, w := range strings.Fields(l.common) {
		for _, form := range shapes(w + "*") {
			x.all[x.spelling(form)] = true
		}
	}
	x.addNumbers(l)
	for first, list := range x.phrases {
		slices.SortStableFunc(list, func(a, b phrase) int { return len(b.words) - len(a.words) })
		x.phrases[first] = list
	}
	return x
}

// addNeutral notes the words that may change and mean the same, by kind.
func (x *lexicon) addNeutral(l language) {
	for _, list := range []struct{ kind, words string }{
		{"article", l.articles}, {"determiner", l.determiners}, {"subject", l.subjects}, {"possessive", l.possessives}, {"link", l.links}, {"being", l.being}, {"filler", l.fillers},
	} {
		for word := range x.addSet(list.words) {
			x.neutral[word] = list.kind
		}
	}
}

// addSet returns the words of a list, in all forms that it stands for.
func (x *lexicon) addSet(list string) map[string]bool {
	out := map[string]bool{}
	for _, item := range items(list) {
		for _, same := range equals(item) {
			for _, word := range shapes(same) {
				out[x.add(word)] = true
			}
		}
	}
	return out
}

// add notes a word or phrase and returns the term that stands for it.
func (x *lexicon) add(text string) string {
	words := strings.Fields(text)
	for i, w := range words {
		words[i] = x.spelling(w)
		x.all[words[i]] = true
	}
	word := strings.Join(words, " ")
	if len(words) > 1 && !x.all[word] {
		x.phrases[words[0]] = append(x.phrases[words[0]], phrase{words, word})
	}
	x.all[word] = true
	return word
}

func (x *lexicon) addScale(s scale) {
	for rank, list := range s.ranks {
		for word := range x.addSet(list) {
			x.places[word] = place{s.name, rank}
		}
		x.addForms(list)
	}
}

// addForms notes which words of a list are synonyms of each other. A word
// alone is one group with its own forms.
func (x *lexicon) addForms(list string) {
	for _, item := range items(list) {
		for _, same := range equals(item) {
			for shape, word := range shapes(same) {
				x.forms[x.add(word)] = form{item, shape}
			}
		}
	}
}

func (x *lexicon) addNumbers(l language) {
	for _, item := range items(l.numbers) {
		word, digits, _ := strings.Cut(item, " ")
		x.numbers[x.add(word)], _ = parseDigits(digits)
	}
	for _, item := range items(l.units) {
		for i, word := range strings.Fields(item) {
			if i > 0 {
				x.units[x.add(word)] = strings.Fields(item)[0]
			}
		}
	}
}

// items returns the parts of a list.
func items(list string) []string {
	var out []string
	for _, item := range strings.Split(list, ",") {
		if item = strings.TrimSpace(item); item != "" {
			out = append(out, item)
		}
	}
	return out
}

// equals returns the synonyms of an item. The mark at its end holds for all.
func equals(item string) []string {
	bare := strings.TrimRight(item, "*+")
	if bare == "" {
		return []string{item} // the sign itself, as in "5+"
	}
	out := strings.Split(bare, "=")
	for i := range out {
		out[i] += item[len(bare):]
	}
	return out
}

// shapes returns the forms that an item of a list stands for.
func shapes(item string) []string {
	if len(item) == 1 {
		return []string{item}
	}
	word, isVerb := strings.CutSuffix(item, "*")
	word, isNoun := strings.CutSuffix(word, "+")
	switch {
	case isVerb:
		first, rest, _ := strings.Cut(word, " ")
		out := []string{first, thirdPerson(first), gerund(first)}
		for i := range out {
			out[i] = strings.TrimSpace(out[i] + " " + rest)
		}
		return out
	case isNoun:
		return []string{word, thirdPerson(word)}
	}
	return []string{word}
}

// thirdPerson adds -s as English does to verbs and nouns.
func thirdPerson(word string) string {
	switch {
	case strings.HasSuffix(word, "y") && len(word) > 1 && !strings.ContainsRune("aeiou", rune(word[len(word)-2])):
		return word[:len(word)-1] + "ies"
	case strings.HasSuffix(word, "s"), strings.HasSuffix(word, "sh"), strings.HasSuffix(word, "ch"), strings.HasSuffix(word, "x"), word == "do", word == "go":
		return word + "es"
	}
	return word + "s"
}

// doubling are verbs that double their last letter.
const doubling = " run plan get set begin put cut ship "

// gerund adds -ing.
func gerund(word string) string {
	switch {
	case strings.HasSuffix(word, "e") && !strings.HasSuffix(word, "ee"):
		return word[:len(word)-1] + "ing"
	case strings.Contains(doubling, " "+word+" "):
		return word + word[len(word)-1:] + "ing"
	}
	return word + "ing"
}
