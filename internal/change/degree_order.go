package change

import (
	"slices"
	"strings"
)

// isReordered reports whether the edit does nothing but move one part of the
// statement or change the order of a list. A word that says how much or
// whether moves with its part; parts meet at a comma, "and" or a preposition.
func (e *edit) isReordered() bool {
	a, b := e.weightyOf(e.a), e.weightyOf(e.b)
	if len(a) != len(b) || len(a) < 2 || e.linksOf(e.a) != e.linksOf(e.b) {
		return false
	}
	head, tail := ends(a, b)
	if head == len(a) {
		return false
	}
	x, y := a[head:len(a)-tail], b[head:len(b)-tail]
	for k := 1; k < len(x); k++ {
		if sameWords(x[:k], y[len(y)-k:]) && sameWords(x[k:], y[:len(y)-k]) {
			return e.isJoint(x[0], x[k]) && e.isJoint(y[0], y[len(y)-k]) && e.keepsMeaning(x)
		}
	}
	return false
}

// moved is a term with what stands before it.
type moved struct {
	term
	lead string // the word before, "" at the start
}

// weightyOf returns the terms that are no small words, and no "and".
func (e *edit) weightyOf(side []term) []moved {
	var out []moved
	lead := ""
	for _, t := range side {
		if e.words.neutral[t.word] == "" && !e.words.ands[t.word] {
			out = append(out, moved{t, lead})
			lead = ""
			continue
		}
		if lead == "" || e.words.neutral[lead] == "article" || e.words.neutral[lead] == "possessive" {
			lead = t.word
		}
	}
	return out
}

// linksOf returns the small words that matter, sorted: a move keeps them all.
func (e *edit) linksOf(side []term) string {
	var out []string
	for _, t := range side {
		if e.words.neutral[t.word] != "" && e.words.neutral[t.word] != "article" || e.words.ands[t.word] {
			out = append(out, t.word)
		}
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

func ends(a, b []moved) (head, tail int) {
	for head < len(a) && a[head].word == b[head].word {
		head++
	}
	for tail < len(a)-head && a[len(a)-1-tail].word == b[len(b)-1-tail].word {
		tail++
	}
	return head, tail
}

func sameWords(a, b []moved) bool {
	return slices.EqualFunc(a, b, func(x, y moved) bool { return x.word == y.word })
}

// isJoint reports whether a part may begin at one of the places where the two
// parts of a move begin.
func (e *edit) isJoint(first, second moved) bool {
	return e.begins(second) || e.begins(first) && second.sentence == first.sentence && first.lead == ""
}

func (e *edit) begins(t moved) bool {
	kind := e.words.neutral[t.lead]
	return e.words.ands[t.lead] || kind == "link" || kind == "subject" || strings.ContainsAny(t.pre, ",;") || e.words.places[t.word].scale == "rhythm"
}

// keepsMeaning reports whether no word of what moved holds for what follows it:
// "only", "not" and "help" mean another thing elsewhere.
func (e *edit) keepsMeaning(list []moved) bool {
	return !slices.ContainsFunc(list, func(t moved) bool {
		return e.words.limits[t.word] || e.words.conditions[t.word] || e.words.places[t.word].scale == "choice" || e.words.places[t.word].scale == "part" || t.word == "struck"
	})
}
