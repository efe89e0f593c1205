package resolve

import (
	"fmt"
	"slices"
	"strings"

	"rung/internal/diag"
	"rung/internal/model"
)

var ruleEmptyArea = &diag.Rule{
	Code: "R0027", Slug: "empty-area", Severity: diag.Warning, Since: "0.1.0",
	Title: "an area has a heading and no statements",
	Text: `The level has the area's heading, and nothing under it, while another level of the track says something there. Nobody
can be rated on a heading. Write what is expected, or take the heading off. Where headings follow that were meant to stand under it, set
them one level deeper.`,
	Bad: `"Passing it on" is a heading alone.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready.

## Passing it on

- I show a new deckhand the ropes.
-- Boats/L3-Skipper.md --
# L3: Skipper

## Craft

- I bring the boat home.

## Passing it on
`,
	Good: `The area says something at each level.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready.

## Passing it on

- I show a new deckhand the ropes.
-- Boats/L3-Skipper.md --
# L3: Skipper

## Craft

- I bring the boat home.

## Passing it on

- I let the mate hold the wheel.
`,
}

// checkEmptyAreas reports headings that say nothing; roles that say nothing at
// all are reported as such.
func (r *resolver) checkEmptyAreas() {
	for _, track := range r.f.Tracks {
		roles := r.active(track.ID)
		full := make(map[string]*model.Area)
		for _, role := range roles {
			for _, a := range role.Areas {
				if title := strings.ToLower(a.Title); len(a.Statements) > 0 && full[title] == nil {
					full[title] = a
				}
			}
		}
		for _, role := range roles {
			if len(role.Statements()) == 0 {
				continue
			}
			own := areasOf(role)
			for _, heading := range bareHeadings(role) {
				if like := full[strings.ToLower(heading.Text)]; like != nil && heading.Text != "" && !own[like.ID] {
					r.reportEmptyArea(role, heading, like)
				}
			}
		}
	}
}

// bareHeadings returns what may be the heading of an area that says nothing:
// readers leave it as a note of the role, or as an area without anything.
func bareHeadings(role *model.Role) []model.Prose {
	out := slices.Clone(role.Notes)
	for _, a := range role.Areas {
		if len(a.Statements)+len(a.Examples)+len(a.Intro) == 0 {
			out = append(out, model.Prose{Text: a.Title, At: a.At})
		}
	}
	return out
}

func (r *resolver) reportEmptyArea(role *model.Role, heading model.Prose, like *model.Area) {
	d := ruleEmptyArea.New(firstLine(r.draft.Sources, heading.At), fmt.Sprintf("%q has no statements at %q, expected some as at other levels", heading.Text, roleName(role)))
	d.Help = "write what is expected, take the heading off, or set the headings that belong under it one level deeper"
	d.Related = []diag.Related{{Span: firstLine(r.draft.Sources, like.At), Message: "another level says something here"}}
	r.report.Add(d)
}
