package lint

import (
	"strings"

	"rung/internal/diag"
)

var q0012TwoInOne = &Rule{
	Rule: diag.Rule{
		Code: "Q0012", Slug: "two-in-one", Severity: diag.Note, Since: "0.1.0",
		Title: "one statement asks for two things",
		Text: `The statement adds a second one to itself: "I also ...", "In addition, ...". Whoever shows the one and not the other
cannot be rated. Make two of it. Ladders whose statements are paragraphs are left alone; there the paragraph is what is rated.`,
		Bad: `A second statement begins in the first.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready for the morning. I also teach one deckhand to splice.
- I splice a rope in the dark.
`,
		Good: `Each asks for one thing.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready for the morning.
- I teach one deckhand to splice.
- I splice a rope in the dark.
`,
	},
	Run: twoInOne,
}

// additions begin a sentence that adds to the one before. They are the words
// of the author for "and another thing": nothing has to be guessed.
var additions = []string{"I also ", "You also ", "They also ", "We also ", "Also ", "Also, ", "In addition, ", "In addition ", "Additionally, ", "Additionally ", "Furthermore, ", "Moreover, "}

// possessive are words that begin a sentence about something of the person:
// "Your work has been validated" says more of what was said.
var possessive = map[string]bool{"my": true, "your": true, "their": true, "his": true, "her": true}

// back are words by which a sentence goes on with what was said before.
var back = map[string]bool{"this": true, "these": true, "that": true, "those": true, "it": true, "its": true, "them": true, "so": true, "such": true, "their": true, "then": true, "therefore": true, "thereby": true, "too": true}

func twoInOne(p *Pass) {
	for _, g := range p.ladder.groups {
		if !g.english() || g.inParagraphs() {
			continue
		}
		for _, t := range g.texts {
			start, end := -1, -1
			if t.next > 0 {
				start, end = added(t.Text)
			}
			if start < 0 && t.signs&addition != 0 {
				start, end = addedWithin(t.Text)
			}
			if start > 0 {
				at, _ := p.within(t.Prose, start, end)
				p.at(at, "a second statement begins with %q, expected one thing to be rated", strings.TrimRight(t.Text[start:end], " ,")).
					help("make a statement of its own of it").
					add()
			}
		}
	}
}

// within are additions that a sentence makes to itself.
var within = []string{" and I also ", " and you also ", " and they also ", " and also "}

// added returns the words with which a text begins a second statement; start
// is -1 where it does not. A sentence is one where the author adds it in so
// many words, or where it speaks of the person as the first one does and looks
// back at nothing: "I know the tides. I use this to plan" is one thing.
func added(text string) (start, end int) {
	spoken := unknown
	for from := 0; ; {
		i := sentenceEnd(text[from:])
		if i < 0 {
			return -1, -1
		}
		if from == 0 {
			spoken = voiceOf(text)
		}
		from += i
		for _, a := range additions {
			if strings.HasPrefix(text[from:], a) {
				return from, from + len(a) - 1
			}
		}
		if spoken != unknown && voiceOf(text[from:]) == spoken && !possessive[strings.ToLower(firstWord(text[from:]))] && !looksBack(text[from:]) {
			return from, from + len(firstWord(text[from:]))
		}
	}
}

// addedWithin returns the words with which a sentence adds a second thing to
// itself; start is -1 where it does not.
func addedWithin(text string) (start, end int) {
	for _, a := range within {
		if i := strings.Index(text, a); i > 0 {
			return i + 1, i + len(a) - 1
		}
	}
	return -1, -1
}

// looksBack reports whether the first sentence of a text holds a word that
// points to what was said before.
func looksBack(text string) bool {
	if i := sentenceEnd(text); i > 0 {
		text = text[:i]
	}
	for start, end := range wordsOf(text) {
		if back[strings.ToLower(text[start:end])] {
			return true
		}
	}
	return false
}

// sentenceEnd returns where the second sentence of a text begins, or -1.
func sentenceEnd(text string) int {
	for i := 1; i+1 < len(text); i++ {
		if text[i] != ' ' && text[i] != '\n' || strings.IndexByte(".!?;", text[i-1]) < 0 {
			continue
		}
		if i >= 3 && text[i-1] == '.' && text[i-3] == '.' {
			continue // "e.g. leads calls"
		}
		for i < len(text) && (text[i] == ' ' || text[i] == '\n') {
			i++
		}
		return i
	}
	return -1
}

// manyParagraphs is how many statements of more than one sentence make a way
// of writing where they are no more than one in five.
const manyParagraphs = 4

// inParagraphs reports whether statements of more than one sentence are the
// way of a group.
func (g *group) inParagraphs() bool {
	n := 0
	for _, t := range g.texts {
		if t.next > 0 {
			n++
		}
	}
	return n*2 > len(g.texts) || n >= manyParagraphs && n*5 > len(g.texts)
}
