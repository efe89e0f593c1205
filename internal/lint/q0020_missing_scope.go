package lint

import (
	"slices"
	"strconv"

	"rung/internal/diag"
	"rung/internal/model"
)

var q0020MissingScope = &Rule{
	Rule: diag.Rule{
		Code: "Q0020", Slug: "missing-scope", Severity: diag.Warning, Since: "0.1.0",
		Title: "a role lacks an entry of scope that the others of its track have",
		Text: `The levels of a track say how far they reach (horizon, radius, who evaluates), and this one leaves an entry out that all
or all but one of the others have. People compare levels by their scope first. Perhaps the entry was renamed or lost in an edit.`,
		Bad: `L3 has no "Reach".
-- Boats/L1-Deckhand.md --
# L1: Deckhand

- **Horizon**: this trip
- **Reach**: myself

## Craft

- I coil each rope the way I found it.
-- Boats/L2-Mate.md --
# L2: Mate

- **Horizon**: this week
- **Reach**: the boat

## Craft

- I keep the boat ready for the morning.
-- Boats/L3-Skipper.md --
# L3: Skipper

- **Horizon**: this season

## Craft

- I bring the boat home in any weather.
-- Boats/L4-Harbour-Master.md --
# L4: Harbour Master

- **Horizon**: some years
- **Reach**: the harbour

## Craft

- I know which boat is out.
`,
		Good: `Each level says how far it reaches.
-- Boats/L1-Deckhand.md --
# L1: Deckhand

- **Horizon**: this trip
- **Reach**: myself

## Craft

- I coil each rope the way I found it.
-- Boats/L2-Mate.md --
# L2: Mate

- **Horizon**: this week
- **Reach**: the boat

## Craft

- I keep the boat ready for the morning.
-- Boats/L3-Skipper.md --
# L3: Skipper

- **Horizon**: this season
- **Reach**: the fleet

## Craft

- I bring the boat home in any weather.
`,
	},
	Run: missingScope,
}

// minScoped is how many roles of a track must have an entry before one that
// lacks it is odd, and lackingAgainst how many must have it for each that does
// not.
const (
	minScoped      = 3
	lackingAgainst = 3
)

func missingScope(p *Pass) {
	for _, g := range p.ladder.groups {
		if g.foundation {
			continue
		}
		list, roles := g.scopes()
		if len(roles) < minScoped {
			continue
		}
		// Who says nothing of scope at all lacks one thing, not four.
		p.lackScope(few(without(g.roles, roles), roles), "entry of scope", list[0])
		for _, s := range list {
			if len(s.roles) >= minScoped {
				p.lackScope(few(without(roles, s.roles), s.roles), strconv.Quote(s.name), s)
			}
		}
	}
}

// few returns the roles that lack something where all but a few have it, else
// none: then the ladder does not mean every level to have it.
func few(lacking, having []*model.Role) []*model.Role {
	if len(lacking)*lackingAgainst > len(having) {
		return nil
	}
	return lacking
}

func (p *Pass) lackScope(roles []*model.Role, what string, s *scoped) {
	for _, r := range roles {
		p.at(p.heading(r), "%q has no %s, expected it as at the other levels of the track", name(r), what).
			related(s.entries[0].At, "%q has it", name(s.roles[0])).
			help("add the entry, or give one that was renamed the name that it has elsewhere").
			add()
	}
}

func without(all, some []*model.Role) []*model.Role {
	return slices.DeleteFunc(slices.Clone(all), func(r *model.Role) bool { return slices.Contains(some, r) })
}
