package lineagetest

import (
	"math/rand/v2"
	"strings"
)

// phrase is what a statement says, as choices from the bank; -1 stands for
// nothing.
type phrase struct {
	topic                int
	verb, object, clause int
	adverb, tail         int
	scope, form          int // of scopes
	scopeFirst           int // 1 where the scope stands before the object's clause
	noun                 string
	voice                voice
}

// voice is who a statement speaks of.
type voice int

const (
	third voice = iota // "Leads"
	first              // "I lead"
	bare               // "Lead"
	voices
)

// writer turns phrases into text.
type writer struct {
	r      *rand.Rand
	topics []topic
}

// draw says something about a topic, at a level.
func (w *writer) draw(topic, level int, noun string, v voice) phrase {
	p := phrase{topic: topic, adverb: -1, tail: -1, clause: -1, scope: -1, noun: noun, voice: v}
	t := w.topics[topic]
	p.verb, p.object = w.r.IntN(len(t.verbs)), w.r.IntN(len(t.objects))
	if w.r.Float64() < 0.6 {
		p.clause = w.r.IntN(len(t.clauses))
	}
	if w.r.Float64() < 0.55 {
		p.scope, p.form = level, w.r.IntN(2)
	}
	if w.r.Float64() < 0.25 {
		p.adverb = w.r.IntN(len(adverbs()))
	}
	if w.r.Float64() < 0.15 {
		p.tail = w.r.IntN(len(tails()))
	}
	return p
}

// at is the phrase as a neighbouring level has it: a near-copy with another
// scope, and at times another verb.
func (w *writer) at(p phrase, level int) phrase {
	if p.scope >= 0 {
		p.scope = level
	}
	t := w.topics[p.topic]
	switch w.r.IntN(5) {
	case 0:
		p.verb = w.other(p.verb, len(t.verbs))
	case 1:
		p.adverb = w.r.IntN(len(adverbs()))
	case 2:
		p.scope, p.form = level, w.r.IntN(2)
	case 3:
		p.clause = w.r.IntN(len(t.clauses))
	}
	return p
}

// other is another choice of n than the present one.
func (w *writer) other(now, n int) int {
	if n < 2 {
		return now
	}
	if next := w.r.IntN(n - 1); next < now || now < 0 {
		return next
	} else {
		return next + 1
	}
}

// light changes a word or a clause.
func (w *writer) light(p phrase) phrase {
	was, t := w.text(p), w.topics[p.topic]
	for range 20 {
		q := p
		switch w.r.IntN(7) {
		case 0:
			q.verb = w.other(p.verb, len(t.verbs))
		case 1:
			q.adverb = w.other(p.adverb, len(adverbs()))
		case 2:
			q.adverb = -1
		case 3:
			q.tail = w.other(p.tail, len(tails()))
		case 4:
			q.tail = -1
		case 5:
			q.form = 1 - p.form
		case 6:
			q.clause = w.other(p.clause, len(t.clauses))
		}
		if is := w.text(q); is != was && Alike(was, is) >= heavyBelow {
			return q
		}
	}
	p.tail = w.other(p.tail, len(tails()))
	return p
}

// heavyBelow is the likeness letter by letter that parts light rewording from
// heavy.
const heavyBelow = 0.6

// heavy says the same in other words: of the same topic, with another verb and
// mostly another object.
func (w *writer) heavy(p phrase) phrase {
	was, t := w.text(p), w.topics[p.topic]
	best, least := p, 1.0
	for range 30 {
		q := p
		q.verb, q.clause = w.other(p.verb, len(t.verbs)), w.other(p.clause, len(t.clauses))
		if w.r.IntN(3) > 0 {
			q.object = w.other(p.object, len(t.objects))
		}
		if w.r.IntN(3) == 0 {
			q.tail = w.other(p.tail, len(tails()))
		}
		if w.r.IntN(3) == 0 {
			q.adverb = w.other(p.adverb, len(adverbs()))
		}
		q.form, q.scopeFirst = w.r.IntN(2), w.r.IntN(2)
		a := Alike(was, w.text(q))
		if a < least {
			best, least = q, a
		}
		if a < heavyBelow {
			return q
		}
	}
	return best
}

// halves cuts a phrase into two statements.
func (w *writer) halves(p phrase) (a, b phrase, ok bool) {
	t := w.topics[p.topic]
	if p.object < 0 || p.clause < 0 || strings.Count(t.clauses[p.clause], " ") < 3 {
		return p, p, false
	}
	a, b = p, p
	a.clause, b.object = -1, -1
	b.scope, b.adverb, b.tail = -1, -1, -1
	return a, b, true
}

// text renders a phrase.
func (w *writer) text(p phrase) string {
	t := w.topics[p.topic]
	var parts []string
	add := func(s string) { parts = append(parts, s) }
	if p.object < 0 { // the second half of a statement that was split
		add(person(w.topics[p.topic].verbs[p.verb], p.voice))
		add("this")
		add(t.clauses[p.clause])
		return capital(strings.Join(parts, " "))
	}
	if p.adverb >= 0 && p.voice != first {
		add(adverbs()[p.adverb])
	}
	add(person(t.verbs[p.verb], p.voice))
	if p.adverb >= 0 && p.voice == first {
		parts[0] = strings.Replace(parts[0], "I ", "I "+adverbs()[p.adverb]+" ", 1)
	}
	add(strings.ReplaceAll(t.objects[p.object], "{d}", p.noun))
	scope := ""
	if p.scope >= 0 {
		scope = scopes()[min(p.scope, len(scopes())-1)][p.form]
	}
	if p.scopeFirst == 1 && scope != "" {
		add(scope)
	}
	if p.clause >= 0 {
		add(t.clauses[p.clause])
	}
	if p.tail >= 0 {
		add(tails()[p.tail])
	}
	if p.scopeFirst == 0 && scope != "" {
		add(scope)
	}
	return capital(strings.Join(parts, " "))
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// person puts the first word of a verb into the voice.
func person(verb string, v voice) string {
	head, rest, _ := strings.Cut(verb, " ")
	switch v {
	case first:
		head = "I " + head
	case third:
		head = thirdPerson(head)
	}
	return strings.TrimSpace(head + " " + rest)
}

func thirdPerson(verb string) string {
	n := len(verb)
	switch last := verb[n-1]; {
	case strings.HasSuffix(verb, "ch"), strings.HasSuffix(verb, "sh"), last == 's', last == 'x':
		return verb + "es"
	case last == 'y' && !strings.ContainsRune("aeou", rune(verb[n-2])):
		return verb[:n-1] + "ies"
	}
	return verb + "s"
}

// typo leaves out, doubles or turns letters within a word.
func (w *writer) typo(text string) string {
	for range 50 {
		i := 1 + w.r.IntN(max(len(text)-2, 1))
		if i+1 >= len(text) || !letter(text[i]) || !letter(text[i+1]) {
			continue
		}
		out := text
		switch w.r.IntN(3) {
		case 0:
			out = text[:i] + text[i+1:]
		case 1:
			out = text[:i] + text[i:i+1] + text[i:]
		case 2:
			out = text[:i] + text[i+1:i+2] + text[i:i+1] + text[i+2:]
		}
		if out != text {
			return out
		}
	}
	return text + "s"
}

func letter(c byte) bool { return 'a' <= c && c <= 'z' }

// Alike is the likeness of two texts letter by letter, as Ratcliff and
// Obershelp (1988) have it: twice the letters in common runs, longest first,
// by the letters of both. The published score counts so.
func Alike(a, b string) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	return 2 * float64(common(a, b)) / float64(len(a)+len(b))
}

func common(a, b string) int {
	at, bt, n := longest(a, b)
	if n == 0 {
		return 0
	}
	return n + common(a[:at], b[:bt]) + common(a[at+n:], b[bt+n:])
}

// longest is the first longest run that both texts have.
func longest(a, b string) (at, bt, n int) {
	run := make([]int, len(b)+1)
	for i := range len(a) {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] != b[j] {
				run[j+1] = 0
				continue
			}
			run[j+1] = run[j] + 1
			if run[j+1] > n {
				n = run[j+1]
				at, bt = i+1-n, j+1-n
			}
		}
	}
	return at, bt, n
}
