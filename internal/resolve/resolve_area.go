package resolve

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"

	"rung/internal/diag"
	"rung/internal/model"
)

var ruleMissingArea = &diag.Rule{
	Code: "R0025", Slug: "missing-area", Severity: diag.Warning, Since: "0.1.0",
	Title: "a role lacks an area that the levels around it have",
	Text: `The level below has the area and the level above has it, and this one does not, although it shares the others. A
person who goes up loses the area and gets it back. Perhaps its heading was renamed or lost in an edit.`,
	Bad: `L3 has no "Passing it on".
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
-- Boats/L4-Harbour-Master.md --
# L4: Harbour Master

## Craft

- I know which boat is out.

## Passing it on

- I choose who learns from whom.
`,
	Good: `All have it.
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
-- Boats/L4-Harbour-Master.md --
# L4: Harbour Master

## Craft

- I know which boat is out.

## Passing it on

- I choose who learns from whom.
`,
}

// checkAreas compares each level with its neighbours. Where a track forks, the
// branches differ on purpose and are left alone.
func (r *resolver) checkAreas() {
	for _, track := range r.f.Tracks {
		levels := byLevel(r.active(track.ID))
		for i := 1; i+1 < len(levels); i++ {
			if len(levels[i]) == 1 {
				r.checkAreasOf(levels[i][0], levels[i-1], levels[i+1])
			}
		}
		if n := len(levels); n >= minLevels {
			r.checkEnd(levels[0], levels[1:])
			r.checkEnd(levels[n-1], levels[:n-1])
		}
	}
}

// minLevels is how many levels a track must have before what its first or last
// one lacks is odd: an area may well begin at the second of three.
const minLevels = 4

// checkEnd holds the first or the last level against all others, which must
// agree. An end may lack an area on purpose (beginners teach nobody), so that it
// is only noted.
func (r *resolver) checkEnd(end []*model.Role, others [][]*model.Role) {
	if len(end) != 1 {
		return
	}
	for _, a := range r.lacking(end[0], others) {
		at := firstLine(r.draft.Sources, end[0].At)
		d := ruleMissingArea.New(at, fmt.Sprintf("%q has no area %q, expected it as at all other levels", roleName(end[0]), a.Title))
		d.Severity = diag.Note
		d.Help = "add the area, unless this level is meant to do without"
		d.Related = []diag.Related{{Span: firstLine(r.draft.Sources, a.At), Message: "another level has it"}}
		r.report.Add(d)
	}
}

// lacking returns the areas that all levels of others have and the role has
// not, where it shares as many with them.
func (r *resolver) lacking(role *model.Role, others [][]*model.Role) []*model.Area {
	own := areasOf(role)
	shared, missing := 0, []*model.Area(nil)
	for _, a := range others[0][0].Areas {
		if a.Title == "" || slices.ContainsFunc(others, func(l []*model.Role) bool { return !allHave(l, a.ID) }) {
			continue
		}
		switch {
		case own[a.ID]:
			shared++
		case !r.writes(role, a.Title):
			missing = append(missing, a)
		}
	}
	if shared == 0 || len(missing) > shared {
		return nil
	}
	return missing
}

// writes reports whether the file of a role alone holds the words: as a heading
// that is split into several areas at this level, or that stands there bare.
func (r *resolver) writes(role *model.Role, words string) bool {
	file := r.draft.Sources.File(role.Path())
	return file != nil && len(r.linker.roles[role.Path()]) == 1 && bytes.Contains(file.Bytes(), []byte(words))
}

// byLevel groups roles by the order of their levels, and leaves out those
// without areas.
func byLevel(roles []*model.Role) [][]*model.Role {
	roles = slices.DeleteFunc(slices.Clone(roles), func(r *model.Role) bool { return r.Level == nil || len(r.Statements()) == 0 })
	slices.SortStableFunc(roles, func(a, b *model.Role) int { return cmp.Compare(a.Level.Order, b.Level.Order) })
	var out [][]*model.Role
	for i, r := range roles {
		if i > 0 && roles[i-1].Level.Order == r.Level.Order {
			out[len(out)-1] = append(out[len(out)-1], r)
			continue
		}
		out = append(out, []*model.Role{r})
	}
	return out
}

func (r *resolver) checkAreasOf(role *model.Role, low, high []*model.Role) {
	for _, a := range r.lacking(role, [][]*model.Role{low, high}) {
		d := ruleMissingArea.New(firstLine(r.draft.Sources, role.At), fmt.Sprintf("%q has no area %q, expected it as at the levels around", roleName(role), a.Title))
		d.Help = "add the area, or give an area that was renamed the name that it has elsewhere"
		d.Related = []diag.Related{
			{Span: firstLine(r.draft.Sources, a.At), Message: fmt.Sprintf("%q has it", roleName(low[0]))},
			{Span: firstLine(r.draft.Sources, areaOf(high[0], a.ID).At), Message: fmt.Sprintf("%q has it", roleName(high[0]))},
		}
		r.report.Add(d)
	}
}

// areasOf returns the areas in which a role says something.
func areasOf(role *model.Role) map[model.AreaID]bool {
	out := make(map[model.AreaID]bool)
	for _, a := range role.Areas {
		out[a.ID] = out[a.ID] || len(a.Statements)+len(a.Examples)+len(a.Intro) > 0
	}
	return out
}

func areaOf(role *model.Role, id model.AreaID) *model.Area {
	for _, a := range role.Areas {
		if a.ID == id {
			return a
		}
	}
	return nil
}

// allHave reports whether each of the roles has statements in the area.
func allHave(roles []*model.Role, id model.AreaID) bool {
	return !slices.ContainsFunc(roles, func(r *model.Role) bool {
		a := areaOf(r, id)
		return a == nil || len(a.Statements) == 0
	})
}
