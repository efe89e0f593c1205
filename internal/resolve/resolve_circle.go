package resolve

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rung/internal/diag"
	"rung/internal/model"
)

var ruleCircle = &diag.Rule{
	Code: "R0013", Slug: "circle", Severity: diag.Warning, Since: "0.1.0",
	Title: "roles extend or require one another in a circle",
	Text: `A role takes over the statements of another, which, directly or by way of more, takes over those of the first;
or their statements demand one another. Nobody can show one before the other. Whoever computes a standing stops at the
first repeat, so that nothing hangs, but the ladder hardly means it.

Take the declaration off at one of the places.`,
	Bad: `Each encompasses the other.
-- Boats/L3-Skipper.md --
# L3: Skipper

## Craft

- I bring the boat home.
- I encompass all of the qualities listed in [L3 Mate](L3-Mate.md).
-- Boats/L3-Mate.md --
# L3: Mate

## Craft

- I keep the boat ready.
- I encompass all of the qualities listed in [L3 Skipper](L3-Skipper.md).
`,
	Good: `Only the skipper encompasses the mate.
-- Boats/L4-Skipper.md --
# L4: Skipper

## Craft

- I bring the boat home.
- I encompass all of the qualities listed in [L3 Mate](L3-Mate.md).
-- Boats/L3-Mate.md --
# L3: Mate

## Craft

- I keep the boat ready.
`,
}

// findCircles reports each circle of roles once. An equivalence of a role as a
// whole is no demand: two roles may well say of each other that they are on a
// par. Nor is it one to be below another role.
func (r *resolver) findCircles() {
	next := make(map[*model.Role][]*edge)
	for i := range r.edges {
		e := &r.edges[i]
		demands := e.statement != nil && comparisonOf(e.prose.Text, e.declaration, e.ref.end) != model.Below
		if e.to != nil && (e.relation == takesOver || demands) {
			next[e.from] = append(next[e.from], e)
		}
	}
	reported := make(map[*model.Role]bool)
	for _, start := range r.f.Roles {
		if reported[start] || len(next[start]) == 0 {
			continue
		}
		circle := shortestCircle(start, next)
		if circle == nil || slices.ContainsFunc(circle, func(e *edge) bool { return reported[e.from] }) {
			continue
		}
		for _, e := range circle {
			reported[e.from] = true
		}
		r.reportCircle(circle)
	}
}

// shortestCircle returns the edges of a shortest way from start back to itself,
// or nil.
func shortestCircle(start *model.Role, next map[*model.Role][]*edge) []*edge {
	came := make(map[*model.Role]*edge)
	queue := []*model.Role{start}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		for _, e := range next[at] {
			if e.to == start {
				circle := []*edge{e}
				for circle[0].from != start {
					circle = slices.Insert(circle, 0, came[circle[0].from])
				}
				return circle
			}
			if came[e.to] == nil {
				came[e.to] = e
				queue = append(queue, e.to)
			}
		}
	}
	return nil
}

// reportCircle reports a circle at the first of its places in reading order of
// the source.
func (r *resolver) reportCircle(circle []*edge) {
	first := slices.MinFunc(circle, func(a, b *edge) int {
		return cmp.Or(cmp.Compare(a.at.Path, b.at.Path), cmp.Compare(a.at.Start, b.at.Start))
	})
	i := slices.Index(circle, first)
	circle = append(slices.Clone(circle[i:]), circle[:i]...)
	names := []string{roleName(circle[0].from)}
	for _, e := range circle {
		names = append(names, roleName(e.to))
	}
	message := fmt.Sprintf("%q takes part in a circle: %s, expected it to end somewhere", names[0], strings.Join(names, " -> "))
	if len(circle) == 1 {
		message = fmt.Sprintf("%q takes over or demands itself, expected another role", names[0])
	}
	d := ruleCircle.New(circle[0].at, message)
	d.Help = "take the declaration off at one of these places"
	for _, e := range circle[1:] {
		d.Related = append(d.Related, diag.Related{Span: e.at, Message: fmt.Sprintf("%q goes on to %q here", roleName(e.from), roleName(e.to))})
	}
	r.report.Add(d)
}
