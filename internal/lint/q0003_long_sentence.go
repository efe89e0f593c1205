package lint

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rung/internal/diag"
)

// longSentence is the number of words from which a sentence may be too long to
// rate at all: twice what style guides call very long. longAgainst is how many
// times longer than the ladder's own middle it must be besides, so that a
// ladder in long sentences is left alone.
const (
	longSentence = 60
	longAgainst  = 3
)

var q0003LongSentence = &Rule{
	Rule: diag.Rule{
		Code: "Q0003", Slug: "long-sentence", Severity: diag.Warning, Since: "0.1.0",
		Title: "a sentence is too long to be rated",
		Text: `The sentence has more than 60 words and is more than three times as long as is usual in this ladder. Whoever rates
it agrees with one part and not with another, and cannot say so. Break it into statements that each ask for one thing.`,
		Bad: `One sentence asks for everything.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready for the morning.
- I splice a rope in the dark.
- I bail before I am asked to bail and I stow the nets so that they run free and I count the life jackets every time that
  we leave and I read the sky before I read the forecast and I mend what I broke on the same day and I can start the
  engine when it is cold and I know each buoy on the way home and I row against the tide for an hour without rest.
`,
		Good: `Each sentence asks for one thing.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready for the morning.
- I splice a rope in the dark.
- I bail before I am asked to bail.
`,
	},
	Run: longSentences,
}

func longSentences(p *Pass) {
	for _, g := range p.ladder.groups {
		lengths := sentenceLengths(g)
		limit := max(longSentence, longAgainst*middle(lengths))
		for i, t := range g.texts {
			if n := lengths[i]; n > limit {
				p.at(t.At, "a sentence of %d words, expected at most %d", n, limit).
					help("break it into statements that each ask for one thing").
					add()
			}
		}
	}
}

// sentenceLengths returns the words of each statement's longest sentence, and
// 0 for one whose words cannot be counted. A statement that is short as a whole
// counts as one sentence.
func sentenceLengths(g *group) []int {
	out := make([]int, len(g.texts))
	for i, t := range g.texts {
		switch {
		case !t.spaced:
		case t.size <= longSentence:
			out[i] = t.size
		default:
			out[i] = longest(t.Text)
		}
	}
	return out
}

// longest returns the words of the longest sentence. A colon, a semicolon and
// a line end a sentence too: what stands between them can be rated.
func longest(text string) int {
	most, n, ended := 0, 0, false
	for _, field := range strings.FieldsFunc(text, func(c rune) bool { return c == ' ' || c == '\t' || c == '\u00a0' }) {
		for i, word := range strings.Split(field, "\n") {
			if i > 0 || ended {
				n = 0
			}
			if word != "" {
				n++
			}
			most = max(most, n)
			ended = strings.ContainsAny(lastRune(strings.TrimRight(word, `"”’)]`)), ".!?…:;")
		}
	}
	return most
}

func lastRune(s string) string {
	_, size := utf8.DecodeLastRuneInString(s)
	return s[len(s)-size:]
}

// middle returns the median of the lengths that are known, or 0.
func middle(lengths []int) int {
	all := slices.DeleteFunc(slices.Clone(lengths), func(n int) bool { return n == 0 })
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[len(all)/2]
}
