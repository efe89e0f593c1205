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

func twoInOne(p *Pass) {
	for _, g := range p.ladder.groups {
		if !g.english() || g.inParagraphs() {
			continue
		}
		for _, t := range g.texts {
			if t.signs&addition == 0 {
				continue
			}
			if start, end := added(t.Text); start > 0 {
				at, _ := p.within(t.Prose, start, end)
				p.at(at, "a second statement begins with %q, expected one thing to be rated", strings.TrimRight(t.Text[start:end], " ,")).
					help("make a statement of its own of it").
					add()
			}
		}
	}
}

// added returns the words with which a text begins a second statement; start
// is -1 where it does not.
func added(text string) (start, end int) {
	for from := 0; ; {
		i := sentenceEnd(text[from:])
		if i < 0 {
			return -1, -1
		}
		from += i
		for _, a := range additions {
			if strings.HasPrefix(text[from:], a) {
				return from, from + len(a) - 1
			}
		}
	}
}

// sentenceEnd returns where the second sentence of a text begins, or -1.
func sentenceEnd(text string) int {
	for i := 1; i+1 < len(text); i++ {
		if text[i] != ' ' && text[i] != '\n' || strings.IndexByte(".!?;", text[i-1]) < 0 {
			continue
		}
		for i < len(text) && (text[i] == ' ' || text[i] == '\n') {
			i++
		}
		return i
	}
	return -1
}

// inParagraphs reports whether the statements of a group are paragraphs: more
// than half of them hold more than one sentence.
func (g *group) inParagraphs() bool {
	n := 0
	for _, t := range g.texts {
		if sentenceEnd(strings.TrimSpace(t.Text)) > 0 {
			n++
		}
	}
	return n*2 > len(g.texts)
}
