package lint

import "rung/internal/diag"

// minCopied is how many words a text must have before its repetition means
// anything: "Same as above" recurs by nature.
const minCopied = 4

var q0001DuplicateStatement = &Rule{
	Rule: diag.Rule{
		Code: "Q0001", Slug: "duplicate-statement", Severity: diag.Warning, Since: "0.1.0",
		Title: "a role says the same statement twice",
		Text: `Two statements of one role have the same words. A person is rated twice on one thing, and the two ratings can
contradict each other. Take one off, or say in each what is its own.`,
		Bad: `The second is a copy of the first.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready for the morning.
- I splice a rope in the dark.

## Pulling together

- I keep the boat ready for the morning.
- I wake the skipper when the wind turns.
`,
		Good: `Each says something else.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready for the morning.
- I splice a rope in the dark.

## Pulling together

- I wake the skipper when the wind turns.
- I say who has the watch before I leave.
`,
	},
	Run: duplicateStatement,
}

func duplicateStatement(p *Pass) {
	for _, g := range p.ladder.groups {
		for _, t := range g.texts {
			was := t.inRole()
			if was == nil || t.size < minCopied || was.At == t.At {
				continue // one place may stand for two, as a cell that spans rows
			}
			if toldApart(was, t) {
				continue
			}
			p.at(t.At, "%s is already a statement of this role, expected it once", diag.Quote(t.Text)).
				related(was.At, "first said here").
				help("take one of the two off, or say in each what is its own").
				add()
		}
	}
}

// toldApart reports whether two texts of the same words have examples of their
// own, in which they differ: "Criteria for grade A" of one area and of another.
func toldApart(a, b *text) bool {
	if a.area == b.area || len(a.Examples) == 0 || len(b.Examples) == 0 {
		return false
	}
	for i, e := range a.Examples {
		if i >= len(b.Examples) || e.Text != b.Examples[i].Text {
			return true
		}
	}
	return len(a.Examples) != len(b.Examples)
}

// inRole returns the first text of the same role that says the same, or nil.
func (t *text) inRole() *text {
	var first *text
	for was := t.prior; was != nil && was.role == t.role; was = was.prior {
		first = was
	}
	return first
}
