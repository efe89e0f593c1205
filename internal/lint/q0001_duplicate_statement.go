package lint

import (
	"rung/internal/diag"
	"rung/internal/model"
)

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
	for _, r := range p.inForce() {
		first := make(map[string]*model.Statement)
		for _, s := range r.Statements() {
			if s.Derived || size(s.Text) < minCopied {
				continue
			}
			key := plain(s.Text)
			was := first[key]
			if was == nil {
				first[key] = s
				continue
			}
			p.at(s.At, "%s is already a statement of this role, expected it once", diag.Quote(s.Text)).
				related(was.At, "first said here").
				help("take one of the two off, or say in each what is its own").
				add()
		}
	}
}
