package lint

import (
	"slices"

	"rung/internal/diag"
	"rung/internal/model"
)

// rarely is the largest share of a track's statements that may recur at
// another level before recurring is taken for the ladder's way: many ladders
// repeat on purpose what holds at every level.
const rarely = 0.05

// minOthers is how many statements there must be for one that recurs to be an
// exception.
const minOthers = 6

var q0002RepeatedStatement = &Rule{
	Rule: diag.Rule{
		Code: "Q0002", Slug: "repeated-statement", Severity: diag.Note, Since: "0.1.0",
		Title: "two levels of a track say the same statement",
		Text: `A statement recurs word for word at another level of its track, in a ladder whose levels otherwise differ. Somebody
who reads both pages cannot tell what more is asked at the higher one; often the copy was meant to be edited. Ladders that
repeat their statements throughout are left alone.`,
		Bad: `L3 asks what L2 asks.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready for the morning.
- I splice a rope in the dark.
- I row against the tide for an hour.
- I know each buoy on the way home.
- I can start the engine when it is cold.
- I stow the nets so that they run free.
- I bail before I am asked to bail.
- I read the sky before I read the forecast.
- I mend what I broke on the same day.
- I count the life jackets every time.
- I coil each rope the way I found it.
-- Boats/L3-Skipper.md --
# L3: Skipper

## Craft

- I bring the boat home in any weather.
- I choose when we stay in the harbour.
- I plan a crossing with the tides in mind.
- I find the leak that others gave up on.
- I decide what we buy for the next season.
- I teach each hand one thing on every trip.
- I write the log so that others can use it.
- I settle a quarrel before we cast off.
- I have a way back for each way out.
- I count the life jackets every time.
- I answer for the boat when it is insured.
`,
		Good: `L3 asks for more.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready for the morning.
- I count the life jackets every time.
-- Boats/L3-Skipper.md --
# L3: Skipper

## Craft

- I bring the boat home in any weather.
- I make sure that somebody counts the life jackets.
`,
	},
	Run: repeatedStatement,
}

// repeated is a statement that an earlier level of the track has already said.
type repeated struct{ again, first *text }

func repeatedStatement(p *Pass) {
	for _, g := range p.ladder.groups {
		if g.foundation {
			continue
		}
		found, of := repetitions(g)
		idle := p.ladder.idle(g) // reported as a whole
		found = slices.DeleteFunc(found, func(x repeated) bool { return idle[x.again.role] != nil })
		if n := len(found); float64(n) > rarely*float64(of) && (n > 1 || of < minOthers) {
			continue
		}
		for _, x := range found {
			p.at(x.again.At, "%s is said at %q in the same words, expected what is asked beyond it", diag.Quote(x.again.Text), name(x.first.role)).
				related(x.first.At, "said here first").
				help("say what more is asked at this level, or leave it to the other one").
				add()
		}
	}
}

// repetitions returns the statements that recur at another level, and how many
// statements there are. A text that stands above two levels is the statement
// of both and no repetition.
func repetitions(g *group) (found []repeated, of int) {
	for _, t := range g.texts {
		if t.size < minCopied {
			continue
		}
		of++
		if was := t.first; was != nil && was.role != t.role && was.At != t.At && !t.otherExamples(was) {
			found = append(found, repeated{again: t, first: was})
		}
	}
	return found, of
}

// otherExamples reports whether two statements of the same words have examples
// that differ: where headings are the statements, what a level asks more often
// stands under the same heading.
func (t *text) otherExamples(was *text) bool {
	return len(t.Examples) > 0 && !slices.EqualFunc(t.Examples, was.Examples, func(a, b *model.Example) bool { return a.Text == b.Text })
}
