package lint

import (
	"regexp"
	"slices"

	"rung/internal/diag"
	"rung/internal/model"
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

var sentenceEnd = regexp.MustCompile(`[.!?…:;]["”’)\]]*(?:\s+|$)|\n`)

func longSentences(p *Pass) {
	for _, roles := range p.groups() {
		limit := max(longSentence, longAgainst*middleSentence(roles))
		for _, r := range roles {
			for _, s := range r.Statements() {
				if n := longest(s.Text); n > limit {
					p.at(s.At, "a sentence of %d words, expected at most %d", n, limit).
						help("break it into statements that each ask for one thing").
						add()
				}
			}
		}
	}
}

// longest returns the words of the longest sentence, or 0 where words cannot
// be counted.
func longest(text string) int {
	if !spaced(text) {
		return 0
	}
	n := 0
	for _, s := range sentenceEnd.Split(text, -1) {
		n = max(n, size(s))
	}
	return n
}

// middleSentence returns the median of the statements' longest sentences.
func middleSentence(roles []*model.Role) int {
	var all []int
	for _, r := range roles {
		for _, s := range r.Statements() {
			if n := longest(s.Text); n > 0 {
				all = append(all, n)
			}
		}
	}
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[len(all)/2]
}
