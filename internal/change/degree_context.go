package change

import (
	"slices"
	"strings"
	"sync"
)

// isUpward reports whether more on a scale is more asked at a pair.
func (e *edit) isUpward(s step, scale string) bool {
	return e.isOpen(e.a, s.i) && e.isOpen(e.b, s.j) && e.fits(e.a, s.i, scale) && e.fits(e.b, s.j, scale)
}

// isLoneUpward is isUpward for a term that came or went.
func (e *edit) isLoneUpward(k int, side []term, at int) bool {
	t := side[at]
	p := e.words.places[t.word]
	if !e.isOpen(side, at) || !e.fits(side, at, p.scale) {
		return false
	}
	switch {
	case p.scale == "part" || p.scale == "modality" || e.isTrying(t.word):
		return e.beginsClause(side, at) && e.precedesVerb(k)
	case p.scale == "quantity":
		return at+1 < len(side) && side[at+1].word != "of"
	}
	return true
}

// isTrying reports whether a hedge is a verb that wants another one.
func (e *edit) isTrying(word string) bool {
	return strings.HasSuffix(word, " to") || strings.HasSuffix(word, " with") || strings.HasSuffix(word, " in")
}

// precedesVerb reports whether what follows the step k stayed, in whatever
// form, and is no plural: then a helping word came or went before a verb.
func (e *edit) precedesVerb(k int) bool {
	for k++; k < len(e.script); k++ {
		s := e.script[k]
		if e.words.neutral[e.sides(s)[0].word] == "link" {
			continue
		}
		if s.same {
			return !strings.HasSuffix(e.a[s.i].word, "s") // "helps engineers grow"
		}
		return s.i >= 0 && s.j >= 0 && e.relate(e.a[s.i], e.b[s.j]).kind == inflected
	}
	return false
}

// isOpen reports whether nothing in the sentence turns round what more and less
// mean at a term: a negation, a limit, a condition before it, a restriction.
func (e *edit) isOpen(side []term, at int) bool {
	conditional := false
	for i, t := range side {
		if t.sentence != side[at].sentence || i == at {
			continue
		}
		if e.words.limits[t.word] || t.word == "struck" || e.isSuffering(side, i) {
			return false
		}
		if i < at {
			switch {
			case e.words.conditions[t.word], e.isRestricting(side, i):
				conditional = true
			case strings.Contains(t.pre, ","):
				conditional = false
			}
		}
	}
	return !conditional || strings.Contains(side[at].pre, ",")
}

// active are participles after "to be" that say what somebody is, not what is
// done to him.
var active = items("trusted, expected, recognised, recognized, respected, committed, focused, focussed, involved, interested, skilled, experienced, dedicated, motivated, determined, valued, organised, organized, engaged, informed, seasoned, rounded")

// isSuffering reports whether a passive begins at a term: who is checked often
// does less alone.
func (e *edit) isSuffering(side []term, at int) bool {
	if e.words.neutral[side[at].word] != "being" || at+1 >= len(side) {
		return false
	}
	for _, t := range side[at+1 : min(at+3, len(side))] {
		switch word := t.word; {
		case slices.Contains(active, word) || t.sentence != side[at].sentence:
			return false
		case len(word) > 4 && (strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "en")), e.words.limits[word]:
			return true
		}
	}
	return false
}

// ensuring are words before a "that" that does not restrict.
var ensuring = []string{"ensure", "ensures", "ensuring", "sure", "know", "knows", "show", "shows", "see", "sees", "understand", "understands", "so", "such", "demonstrate", "demonstrates"}

// isRestricting reports whether a "that" says which ones are meant.
func (e *edit) isRestricting(side []term, at int) bool {
	return side[at].word == "that" && at > 0 && !slices.Contains(ensuring, side[at-1].word)
}

// fits reports whether a scale means in this place what it means on a ladder.
func (e *edit) fits(side []term, at int, scale string) bool {
	switch scale {
	case "amount", "span", "period":
		return e.isCounting(side, at) && e.isGoverned(side, at)
	case "complexity":
		return e.isTask(side, at) && e.isTackled(side, at)
	case "modality":
		return !hasAnyAt(side, at+1, suffering)
	case "quantity", "frequency":
		return !e.hasBefore(side, at, having) && !hasAnyAt(side, at+1, having)
	case "border":
		return at+1 < len(side) && e.words.places[e.next(side, at).word].scale == "reach"
	case "reach":
		return (at+1 >= len(side) || side[at+1].pre != "" || !isPosition[side[at+1].word]) && !e.isSource(side, at)
	case "choice":
		return side[at].depth == 0 && !e.hasBefore(side, at, restricting) && !e.dependsBefore(side, at)
	}
	return true
}

// restricting are words after which a choice widens what is asked.
var restricting = []string{"for", "from", "by", "with", "between"}

var (
	// having are verbs of what comes to one.
	having = []string{"has", "have", "having", "had"}
	// suffering are verbs after "must" that ask for somebody else's part.
	suffering = []string{"be", "have", "get", "receive", "follow", "obtain", "work", "stay", "keep"}
)

func hasAnyAt(side []term, at int, words []string) bool {
	return at < len(side) && slices.Contains(words, side[at].word)
}

// isSource reports whether a reach is where something comes from: "tasks given
// by the team".
func (e *edit) isSource(side []term, at int) bool {
	for at--; at >= 0; at-- {
		switch kind := e.words.neutral[side[at].word]; {
		case kind == "article" || kind == "possessive" || kind == "determiner":
			continue
		}
		return slices.Contains([]string{"by", "from", "under", "von", "par", "por"}, side[at].word)
	}
	return false
}

// governing are verbs and nouns of which more is more: who "burns two rolls" is
// not among them.
var governing = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, item := range items(governors) {
		for _, word := range shapes(item) {
			out[word] = true
		}
	}
	return out
})

const governors = `plan*, lead*, mentor*, manage*, coach*, guide*, coordinate*, own*, run*, teach*, write*, speak*, know*, master*, serve*, sell*, cover*, test*, review*, build*, design*, drive*, handle*, operate*, maintain*,
	influence*, achieve*, save*, deliver*, organise*, look*, horizon, radius, scope, experience, practice, leite, leitet, führt, führe, plane, plant, dirige, prévoit, planifie, lidera, planifica, planeja, planeia, планирует, планирую, руководит, 計画`

// isGoverned reports whether what is counted is the object of such a word, or
// years of practice. A preposition ends the search: "with 5 people".
func (e *edit) isGoverned(side []term, at int) bool {
	for i := at + 1; i < len(side) && i <= at+3 && side[i].sentence == side[at].sentence; i++ {
		if slices.Contains([]string{"experience", "practice", "ahead", "advance"}, side[i].word) {
			return true
		}
	}
	for i := at - 1; i >= 0 && side[i].sentence == side[at].sentence; i-- {
		if slices.Contains(ending, side[i].word) || e.words.conditions[side[i].word] {
			return false
		}
		if governing()[side[i].word] {
			return true
		}
	}
	return false
}

// ending are words beyond which a verb has no object.
var ending = []string{"with", "by", "from", "over", "in", "for", "to", "on", "at", "about", "between", "per", "that", "and", "or", "among"}

// dependsBefore reports whether the sentence speaks of help before at: "without
// help or guidance" is not "without help and guidance".
func (e *edit) dependsBefore(side []term, at int) bool {
	for i := at - 1; i >= 0 && side[i].sentence == side[at].sentence; i-- {
		if e.words.places[side[i].word].scale == "independence" {
			return true
		}
	}
	return false
}

// isPosition are words that make a reach the name of somebody: "team lead".
var isPosition = map[string]bool{"lead": true, "leads": true, "leader": true, "leaders": true, "member": true, "members": true, "manager": true, "managers": true, "mate": true, "mates": true}

// next is the term after at, over an article or a possessive.
func (e *edit) next(side []term, at int) term {
	for at++; at+1 < len(side); at++ {
		if k := e.words.neutral[side[at].word]; k != "article" && k != "possessive" {
			break
		}
	}
	return side[at]
}

// deadlines are words before a time within which something must be done, or
// after which it may stop: less time asks more.
var deadlines = []string{
	"in", "within", "by", "every", "per", "under", "after", "before", "until", "each", "once", "first", "last", "below", "take", "takes", "taking", "respond", "responds", "finish", "finishes", "into", "from", "at",
	"innerhalb", "nach", "bis", "unter", "pro", "dans", "sous", "avant", "après", "par", "en", "antes", "dentro", "cada", "por", "em", "até", "за", "через", "до", "в", "以内", "以下", "未満",
}

// isCounting reports whether more of what is counted is more.
func (e *edit) isCounting(side []term, at int) bool {
	for back := at - 1; back >= 0 && back >= at-2; back-- {
		if side[back].sentence == side[at].sentence && slices.Contains(deadlines, side[back].word) && e.isTime(side[at]) {
			return false
		}
	}
	if at+1 < len(side) && slices.Contains([]string{"ago", "old", "or", "以内", "以下", "未満"}, side[at+1].word) {
		return false
	}
	if side[at].amount != nil && side[at].amount.unit == "" {
		return at+1 < len(side) && side[at+1].amount == nil && side[at+1].pre == "" && e.words.neutral[side[at+1].word] == ""
	}
	return true
}

func (e *edit) isTime(t term) bool {
	return t.amount == nil || days[t.amount.unit] > 0
}

// tasks are nouns of which a large one asks more than a small one. Of code,
// solutions and changes the simple and small ones are the better ones.
var tasks = []string{
	"task", "tasks", "project", "projects", "problem", "problems", "issue", "issues", "ticket", "tickets", "work", "initiative", "initiatives", "assignment", "assignments",
	"story", "stories", "case", "cases", "question", "questions", "situation", "situations", "program", "programs", "feature", "features", "team", "teams", "department", "departments",
}

// isTask reports whether an adjective of size belongs to a task.
func (e *edit) isTask(side []term, at int) bool {
	for i := at + 1; i < len(side) && i <= at+3 && side[i].sentence == side[at].sentence; i++ {
		if slices.Contains(tasks, side[i].word) {
			return true
		}
		if e.words.neutral[side[i].word] != "" {
			return false
		}
	}
	return false
}

// tackling are verbs whose object is met one by one. To "review changes" may
// mean all of them, and then "large changes" are fewer.
var tackling = items("lead*, deliver*, solve*, own*, drive*, handle*, tackle*, manage*, run*, plan*, execute*, complete*, implement*, work*, take on*, coordinate*, finish*")

// isTackled reports whether such a verb, and nothing that means all, is before
// an adjective.
func (e *edit) isTackled(side []term, at int) bool {
	if e.hasBefore(side, at, []string{"all", "every", "each", "any", "most"}) {
		return false
	}
	for _, verb := range tackling {
		if e.hasBefore(side, at, shapes(verb)) {
			return true
		}
	}
	return false
}

// hasBefore reports whether one of the words stands before at in its sentence.
func (e *edit) hasBefore(side []term, at int, words []string) bool {
	for i := at - 1; i >= 0 && side[i].sentence == side[at].sentence; i-- {
		if slices.Contains(words, side[i].word) {
			return true
		}
	}
	return false
}
