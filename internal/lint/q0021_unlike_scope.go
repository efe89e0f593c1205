package lint

import (
	"strings"

	"rung/internal/diag"
	"rung/internal/model"
)

var q0021UnlikeScope = &Rule{
	Rule: diag.Rule{
		Code: "Q0021", Slug: "unlike-scope", Severity: diag.Note, Since: "0.1.0",
		Title: "an entry of scope cannot be compared with those of the other levels",
		Text: `The other levels of the track give the entry a measure ("6-12 months"), and this one only a word. Then nobody can say
which of two levels reaches further. Give it a measure too, in whatever unit.`,
		Bad: `L3 has a word where the others have a measure.
-- Boats/L1-Deckhand.md --
# L1: Deckhand

- **Horizon**: 1 day
- **Reach**: myself

## Craft

- I coil each rope the way I found it.
-- Boats/L2-Mate.md --
# L2: Mate

- **Horizon**: 2 weeks
- **Reach**: the boat

## Craft

- I keep the boat ready for the morning.
-- Boats/L3-Skipper.md --
# L3: Skipper

- **Horizon**: far
- **Reach**: the fleet

## Craft

- I bring the boat home in any weather.
-- Boats/L4-Harbour-Master.md --
# L4: Harbour Master

- **Horizon**: 3 years
- **Reach**: the harbour

## Craft

- I know which boat is out.
`,
		Good: `Each level gives a measure.
-- Boats/L1-Deckhand.md --
# L1: Deckhand

- **Horizon**: 1 day
- **Reach**: myself

## Craft

- I coil each rope the way I found it.
-- Boats/L2-Mate.md --
# L2: Mate

- **Horizon**: 2 weeks
- **Reach**: the boat

## Craft

- I keep the boat ready for the morning.
`,
	},
	Run: unlikeScope,
}

func unlikeScope(p *Pass) {
	for _, g := range p.ladder.groups {
		list, _ := g.scopes()
		for _, s := range list {
			if len(s.entries) < minScoped {
				continue
			}
			if odd := onlyUnmeasured(s.entries); odd != nil {
				p.at(odd.At, "%s is no span of time, expected one as at the other levels of the track", diag.Quote(odd.Value.Text)).
					help("give a number and a unit, so that levels can be compared").
					add()
			}
		}
	}
}

// onlyUnmeasured returns the one entry that is no span of time where all others
// are measured, or nil.
func onlyUnmeasured(entries []*model.Scope) *model.Scope {
	var odd *model.Scope
	for _, e := range entries {
		if measured(e.Value.Text) {
			continue
		}
		if odd != nil || timed(e.Value.Text) { // "this season": told in words on purpose
			return nil
		}
		odd = e
	}
	return odd
}

// measured reports whether a value is a span of time that can be set against
// another: it holds a number and a unit. Other measures are left alone, since
// "self", "a pair" and "2-5 people" do compare.
func measured(value string) bool {
	return strings.ContainsAny(value, "0123456789") && timed(value)
}

func timed(value string) bool {
	for _, w := range strings.Fields(plain(value)) {
		if units[strings.TrimSuffix(w, "s")] {
			return true
		}
	}
	return false
}

// units are words of time in the languages in which ladders are written.
var units = map[string]bool{
	"hour": true, "day": true, "week": true, "fortnight": true, "month": true, "quarter": true, "year": true, "cycle": true, "sprint": true, "season": true,
	"dia": true, "semana": true, "mese": true, "mê": true, "trimestre": true, "ano": true, "jour": true, "semaine": true, "moi": true, "an": true, "année": true,
	"tag": true, "tage": true, "woche": true, "wochen": true, "monat": true, "monate": true, "quartal": true, "jahr": true, "jahre": true, "año": true,
}
