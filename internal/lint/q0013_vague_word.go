package lint

import (
	"strings"

	"rung/internal/diag"
)

var q0013VagueWord = &Rule{
	Rule: diag.Rule{
		Code: "Q0013", Slug: "vague-word", Severity: diag.Note, Since: "0.1.0",
		Title: "a short statement rests on a vague word and has no example",
		Text: `"I write good code": two raters see two things in "good", and nothing else in the statement, in its examples or
in those of its area tells them where the bar is. Say what can be seen, give a measure, or give an example. Statements with
examples are left alone, and so are longer ones, whose other words say what is meant.`,
		Bad: `Nobody can say what "good" is here.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I tie good knots.
- I splice a rope in the dark.
`,
		Good: `An example shows where the bar is.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I tie good knots: none has come undone in a season.
- I splice a rope in the dark.
`,
	},
	Run: vagueWordsAlone,
}

// vagueWords leave the bar to whoever rates.
var vagueWords = []string{
	"good", "great", "nice", "excellent", "strong", "solid", "decent", "adequate", "adequately", "appropriate", "appropriately",
	"reasonable", "reasonably", "sufficient", "sufficiently", "proper", "properly", "suitable", "suitably", "satisfactory", "outstanding", "exceptional",
	"well", "effectively", "efficiently",
}

// maxVague is how many words a statement may have and still hang on its one
// vague word.
const maxVague = 8

func vagueWordsAlone(p *Pass) {
	for _, g := range p.ladder.groups {
		if !g.english() {
			continue
		}
		for _, t := range g.texts {
			if t.signs&vague == 0 || t.signs&instance != 0 || len(t.words) > maxVague || t.explained() {
				continue
			}
			for _, w := range t.words {
				if p.ladder.lexicon.signs[w]&vague != 0 {
					p.vagueIn(t, p.ladder.lexicon.spelled[w])
					break
				}
			}
		}
	}
}

// explained reports whether something besides the statement's words says what
// is meant: an example, a number, a bracket, a colon, a link.
func (t *text) explained() bool {
	return len(t.Examples)+len(t.area.Examples) > 0 || strings.ContainsAny(t.Text, "0123456789(:;") || len(t.Marks) > 0
}

func (p *Pass) vagueIn(t *text, w string) {
	start, end := find(t.Text, w)
	if start < 0 || w == "well" && !aloneWell(t.Text[:start], t.Text[end:]) {
		return
	}
	at, _ := p.within(t.Prose, start, end)
	p.at(at, "%q is left to whoever rates, expected what can be seen or an example", t.Text[start:end]).
		help("say what can be seen, give a measure, or give an example").
		add()
}

// aloneWell reports whether "well" says how something is done: "works well", and
// not "as well", "well-defined", "well known" or "oil well".
func aloneWell(before, after string) bool {
	after = strings.TrimRight(after, ".! ")
	return !strings.HasSuffix(before, "as ") && !strings.HasSuffix(before, "how ") &&
		(after == "" || strings.HasPrefix(after, " with ") || strings.HasPrefix(after, " under ") || strings.HasPrefix(after, " in "))
}
