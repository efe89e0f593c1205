package lint

import (
	"slices"
	"strings"

	"rung/internal/diag"
	"rung/internal/model"
	"rung/internal/source"
)

var q0019AreaSpelling = &Rule{
	Rule: diag.Rule{
		Code: "Q0019", Slug: "area-spelling", Severity: diag.Note, Since: "0.1.0",
		Title: "an area is spelled otherwise than at the other levels",
		Text: `Most levels of the track write the area one way, and this one writes it another way: a capital more, an "&" for
an "and", a hyphen. rung knows them for one area; people who search for it do not.`,
		Bad: `The heading has a capital that the others have not.
-- Boats/L1-Deckhand.md --
# L1: Deckhand

## Passing it on

- I show a visitor where the life jackets are.
-- Boats/L2-Mate.md --
# L2: Mate

## Passing it on

- I show a new deckhand the ropes.
-- Boats/L3-Skipper.md --
# L3: Skipper

## Passing It On

- I let the mate hold the wheel.
`,
		Good: `All levels write it alike.
-- Boats/L1-Deckhand.md --
# L1: Deckhand

## Passing it on

- I show a visitor where the life jackets are.
-- Boats/L2-Mate.md --
# L2: Mate

## Passing it on

- I show a new deckhand the ropes.
-- Boats/L3-Skipper.md --
# L3: Skipper

## Passing it on

- I let the mate hold the wheel.
`,
	},
	Run: areaSpelling,
}

// minSpelled is how many levels must agree on a spelling before another is odd.
const minSpelled = 2

func areaSpelling(p *Pass) {
	folded := make(map[string]string) // titles recur all over a ladder
	for _, g := range p.ladder.groups {
		if g.foundation {
			continue
		}
		spelled, order := make(map[string][]*model.Area), []string(nil)
		for _, r := range g.roles {
			for _, a := range r.Areas {
				key, known := folded[a.Title]
				if !known {
					key = plain(strings.ReplaceAll(a.Title, "&", " and "))
					folded[a.Title] = key
				}
				if key == "" {
					continue
				}
				if spelled[key] == nil {
					order = append(order, key)
				}
				spelled[key] = append(spelled[key], a)
			}
		}
		for _, key := range order {
			p.oddSpelling(spelled[key])
		}
	}
}

// oddSpelling reports the areas of one name that are not spelled like most.
func (p *Pass) oddSpelling(areas []*model.Area) {
	count := make(map[string]int)
	for _, a := range areas {
		count[a.Title]++
	}
	usual := slices.MaxFunc(areas, func(a, b *model.Area) int { return count[a.Title] - count[b.Title] })
	if len(count) == 1 || count[usual.Title] < minSpelled || count[usual.Title]*2 <= len(areas) {
		return
	}
	for _, a := range areas {
		if a.Title != usual.Title {
			p.at(p.titleOf(a), "%q is %q at the other levels, expected one spelling", a.Title, usual.Title).
				related(usual.At, "written so here").
				help("spell the area as the other levels do").
				add()
		}
	}
}

// titleOf returns where the title of an area stands, or the whole area.
func (p *Pass) titleOf(a *model.Area) source.Span {
	at := a.At
	if i := strings.Index(p.Sources.Text(at), a.Title); i >= 0 {
		at.Start, at.End = at.Start+i, at.Start+i+len(a.Title)
	}
	return at
}
