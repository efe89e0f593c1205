package lint

import (
	"slices"

	"rung/internal/diag"
	"rung/internal/model"
)

// minOwn is how many statements a level must have before "all of them are
// copies" says more than that one statement is.
const minOwn = 2

var q0009NothingNew = &Rule{
	Rule: diag.Rule{
		Code: "Q0009", Slug: "nothing-new", Severity: diag.Warning, Since: "0.1.0",
		Title: "a level asks nothing that the levels below have not asked",
		Text: `Each statement of the role stands word for word at a lower level of its track. Whoever meets the lower level has met
this one too, so that there is nothing to be promoted for. Usually the page was copied and never edited. Levels that share one
text on purpose, as two names above one list, are left alone.`,
		Bad: `L3 is a copy of L2.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready for the morning.
- I splice a rope in the dark.
-- Boats/L3-Skipper.md --
# L3: Skipper

## Craft

- I keep the boat ready for the morning.
- I splice a rope in the dark.
`,
		Good: `L3 asks for more.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready for the morning.
- I splice a rope in the dark.
-- Boats/L3-Skipper.md --
# L3: Skipper

## Craft

- I bring the boat home in any weather.
- I choose when we stay in the harbour.
`,
	},
	Run: nothingNew,
}

func nothingNew(p *Pass) {
	for _, g := range p.ladder.groups {
		for role, first := range p.ladder.idle(g) {
			p.at(p.heading(role), "%q says nothing that %q has not said, expected what more is asked", name(role), name(first)).
				related(p.heading(first), "the level that says the same").
				help("say what more is asked at this level, or take it off").
				add()
		}
	}
}

// idle returns the roles of a group that ask nothing new, each with the role
// below that asks their first statement.
func (l *ladder) idle(g *group) map[*model.Role]*model.Role {
	if g.foundation {
		return nil
	}
	out := make(map[*model.Role]*model.Role)
	for i := 0; i < len(g.texts); {
		role, own, copied := g.texts[i].role, 0, 0
		below := g.texts[i].below()
		for ; i < len(g.texts) && g.texts[i].role == role; i++ {
			own++
			if t := g.texts[i]; t.size >= minCopied && t.below() != nil {
				copied++
			}
		}
		if own >= minOwn && own == copied && !l.takesMore(role) {
			out[role] = below.role
		}
	}
	return out
}

// takesMore reports whether a role takes over what lies beyond the levels below
// it: levels that are cumulative, and what holds for all, ask nothing new.
func (l *ladder) takesMore(role *model.Role) bool {
	return slices.ContainsFunc(role.Extends, func(e model.Extension) bool {
		to := l.framework.Role(e.Role)
		return to == nil || !to.Foundation && (to.Track != role.Track || !lower(to, role))
	})
}

// below returns the nearest text of a lower level that says the same from
// another place, or nil.
func (t *text) below() *text {
	for was := t.prior; was != nil; was = was.prior {
		if was.At != t.At && lower(was.role, t.role) && !t.otherExamples(was) {
			return was
		}
	}
	return nil
}

// lower reports whether a role is on a lower rung than another of its track;
// two branches of a fork are not.
func lower(a, b *model.Role) bool {
	return a.Level != nil && b.Level != nil && a.Level.Order < b.Level.Order
}
