package lint

import (
	"slices"
	"strings"

	"rung/internal/diag"
	"rung/internal/wording"
)

var q0010DriftedCopy = &Rule{
	Rule: diag.Rule{
		Code: "Q0010", Slug: "drifted-copy", Severity: diag.Note, Since: "0.1.0",
		Title: "a statement has drifted from its copy in another track",
		Text: `Two tracks say nearly the same at one level, and a word or two differ that are not what the tracks differ in: "focused"
here and "focussed" there, "in a timely way" here and nothing there. Statements that were copied from track to track are
corrected in one and forgotten in the other; people then wonder whether the difference is meant. Words that belong to a track
("boat" here, "van" there) are no drift, nor is a telling word for another, nor a difference that recurs between the two.`,
		Bad: `One of the two was corrected.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I ask the people around me for help before I lose half a day.
- I splice a rope in the dark.
-- Vans/L2-Driver.md --
# L2: Driver

## Craft

- I ask people around me for help before I lose half a day.
- I park where nobody has to walk around me.
`,
		Good: `Both say the same, and the tracks differ in what is their own.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I ask the people around me for help before I lose half a day.
- I leave the boat cleaner at night than I found it.
-- Vans/L2-Driver.md --
# L2: Driver

## Craft

- I ask the people around me for help before I lose half a day.
- I leave the van cleaner at night than I found it.
`,
	},
	Run: driftedCopies,
}

func driftedCopies(p *Pass) {
	pairs := p.ladder.nearCopies()
	meant := p.ladder.meantDifferences(pairs)
	pairs = slices.DeleteFunc(pairs, p.ladder.reworded)
	used := p.ladder.usesOf(pairs)
	for _, c := range pairs {
		if !p.ladder.isDrift(c, meant, used) || !c.close() {
			continue
		}
		was, is := p.ladder.changed(c)
		f := p.at(c.again.At, "%s says nearly what %q says, expected one wording: ", diag.Quote(c.again.Text), name(c.first.role))
		f.Message += difference(was, is)
		f.related(c.first.At, "%s says it so", c.first.role.Title).
			help("write both alike, or make plain what differs").
			add()
	}
}

// changed returns the words that differ, punctuation apart.
func (l *ladder) changed(c pair) (was, is []string) {
	from, to := strings.Join(l.lexicon.spell(c.first.words), " "), strings.Join(l.lexicon.spell(c.again.words), " ")
	for _, r := range wording.Diff(from, to) {
		switch words := strings.TrimSpace(r.Text); {
		case words == "" || r.Op == wording.Equal:
		case r.Op == wording.Removed:
			was = append(was, words)
		default:
			is = append(is, words)
		}
	}
	return was, is
}

// difference words what differs, from the second text to the first.
func difference(was, is []string) string {
	switch {
	case len(is) == 0:
		return "it lacks " + quoted(was)
	case len(was) == 0:
		return "it adds " + quoted(is)
	}
	return quoted(is) + " here is " + quoted(was) + " there"
}

func quoted(words []string) string { return diag.Quote(strings.Join(words, " … ")) }
