package lint

import "strings"

// sign says what a word may be a sign of, so that a rule for English looks
// closer at those texts alone that hold one of its words.
type sign uint16

// The signs.
const (
	gendered sign = 1 << iota
	exclusive
	vague
	ability
	addition
	instance // "such as": an example, or a measure, follows
)

// signsOf holds the words that are signs, lower-case.
var signsOf = gatherSigns(map[sign][]string{
	gendered:  keysOf(genderedWords),
	exclusive: keysOf(exclusiveWords),
	vague:     vagueWords,
	ability:   {"can", "able", "ability", "capable"},
	addition:  {"also", "additionally", "furthermore", "moreover", "addition"},
	instance:  {"e.g", "eg", "i.e", "ie", "such", "example", "examples", "instance", "including", "includes", "like", "namely"},
})

func gatherSigns(lists map[sign][]string) map[string]sign {
	out := make(map[string]sign)
	for s, list := range lists {
		for _, w := range list {
			out[w[strings.LastIndexByte(w, ' ')+1:]] |= s // of a phrase the last word
		}
	}
	return out
}

func keysOf[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	return out
}
