package resolve

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"rung/internal/diag"
	"rung/internal/model"
	"rung/internal/pattern"
)

var ruleDuplicateLevel = &diag.Rule{
	Code: "R0021", Slug: "duplicate-level", Severity: diag.Note, Since: "0.1.0",
	Title: "two roles of a track stand at one level",
	Text: `Many ladders fork on purpose, as into engineers and managers. It is noted because "the level above" is then not
one role, and because a copied page whose level was forgotten looks the same.`,
	Bad: `Two roles are L3.
-- Boats/L3-Skipper.md --
# L3: Skipper

## Craft

- I bring the boat home.
-- Boats/L3-Mate.md --
# L3: Mate

## Craft

- I keep the boat ready.
`,
	Good: `Each has its own level.
-- Boats/L3-Skipper.md --
# L3: Skipper

## Craft

- I bring the boat home.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready.
`,
}

var ruleSkippedLevel = &diag.Rule{
	Code: "R0022", Slug: "skipped-level", Severity: diag.Note, Since: "0.1.0",
	Title: "a track skips a level",
	Text: `The levels of the track follow one another but for a gap. Perhaps the level is meant to be empty; perhaps its page
is not committed, or could not be read as a role.`,
	Bad: `There is no L3.
-- Boats/L1-Deckhand.md --
# L1: Deckhand

## Craft

- I coil a rope.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready.
-- Boats/L4-Harbour-Master.md --
# L4: Harbour Master

## Craft

- I know which boat is out.
`,
	Good: `The levels follow one another.
-- Boats/L1-Deckhand.md --
# L1: Deckhand

## Craft

- I coil a rope.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready.
-- Boats/L3-Harbour-Master.md --
# L3: Harbour Master

## Craft

- I know which boat is out.
`,
}

var ruleLevelMismatch = &diag.Rule{
	Code: "R0023", Slug: "level-mismatch", Severity: diag.Warning, Since: "0.1.0",
	Title: "the title and the file's name give different levels",
	Text: `The heading says one level, the name of the file another. The heading counts. Usually a page was copied from the
level below and one of the two was forgotten.`,
	Bad: `The heading says L2.
-- Boats/L3-Skipper.md --
# L2: Skipper

## Craft

- I bring the boat home.
`,
	Good: `Both say L3.
-- Boats/L3-Skipper.md --
# L3: Skipper

## Craft

- I bring the boat home.
`,
}

var ruleEmptyRole = &diag.Rule{
	Code: "R0024", Slug: "empty-role", Severity: diag.Warning, Since: "0.1.0",
	Title: "a role has no statements",
	Text: `Nobody can be rated on this role: it has no statement, and takes over or compares with no other role. Perhaps it is
not written; perhaps its statements are not written as a list.`,
	Bad: `L3 says nothing.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready.
-- Boats/L3-Skipper.md --
# L3: Skipper

## Craft
`,
	Good: `L3 says something.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready.
-- Boats/L3-Skipper.md --
# L3: Skipper

## Craft

- I bring the boat home.
`,
}

// checkLevels looks at each track's roles by their levels, and at each role's
// own.
func (r *resolver) checkLevels() {
	for _, track := range r.f.Tracks {
		roles := r.active(track.ID)
		r.checkDuplicates(roles)
		r.checkSteps(roles)
	}
	for _, role := range r.f.Roles {
		if role.Status != model.Active {
			continue
		}
		r.checkFileName(role)
		if len(role.Statements()) == 0 && !r.declares[role] && len(role.Equivalences) == 0 {
			d := ruleEmptyRole.New(firstLine(r.draft.Sources, role.At), fmt.Sprintf("%q has no statements, expected at least one to be rated on", roleName(role)))
			d.Help = "write what is expected at this level as a list, or mark the role as a draft"
			r.report.Add(d)
		}
	}
}

// checkDuplicates reports a level once, however many share it.
func (r *resolver) checkDuplicates(roles []*model.Role) {
	first := make(map[string]*model.Role)
	said := make(map[string]bool)
	for _, role := range roles {
		if role.Level == nil || role.Level.Label == "" {
			continue
		}
		// "Senior" may come again further up, as for a second kind of job.
		key := fmt.Sprintf("%s %s %d", role.Language, strings.ToLower(role.Level.Label), role.Level.Order)
		was := first[key]
		if was == nil {
			first[key] = role
			continue
		}
		if said[key] {
			continue
		}
		said[key] = true
		d := ruleDuplicateLevel.New(firstLine(r.draft.Sources, role.At), fmt.Sprintf("%q is at the level of %q, expected a level of its own", roleName(role), roleName(was)))
		d.Help = "give each a level of its own, unless the track forks here"
		d.Related = []diag.Related{{Span: firstLine(r.draft.Sources, was.At), Message: fmt.Sprintf("%s is first used here", was.Level.Label)}}
		r.report.Add(d)
	}
}

// checkSteps reports gaps in a track whose levels otherwise go up by one.
func (r *resolver) checkSteps(roles []*model.Role) {
	var gaps [][2]*model.Role
	steps := 0
	for i := 1; i < len(roles); i++ {
		low, high := roles[i-1], roles[i]
		a, aOK := levelNumber(low)
		b, bOK := levelNumber(high)
		if !aOK || !bOK {
			return
		}
		switch d := math.Floor(b) - math.Floor(a); {
		case d == 1:
			steps++
		case d > 1:
			gaps = append(gaps, [2]*model.Role{low, high})
		}
	}
	if steps < len(gaps) {
		return
	}
	for _, g := range gaps {
		d := ruleSkippedLevel.New(firstLine(r.draft.Sources, g[1].At), fmt.Sprintf("%q follows %q, expected a level between them", roleName(g[1]), roleName(g[0])))
		d.Help = "add the level between, unless it is meant to be skipped"
		d.Related = []diag.Related{{Span: firstLine(r.draft.Sources, g[0].At), Message: "the level below"}}
		r.report.Add(d)
	}
}

var labelNumber = pattern.New(`^([a-z]*)[ -]?(\d+(?:\.\d+)?)`)

// levelNumber returns the number in the label of a role's level.
func levelNumber(role *model.Role) (float64, bool) {
	if role.Level == nil {
		return 0, false
	}
	_, n, ok := cutLabel(role.Level.Label)
	return n, ok
}

// cutLabel takes "L4" apart.
func cutLabel(label string) (prefix string, number float64, ok bool) {
	m := labelNumber.FindStringSubmatch(strings.ToLower(strings.TrimSpace(label)))
	if m == nil {
		return "", 0, false
	}
	number, err := strconv.ParseFloat(m[2], 64)
	return m[1], number, err == nil
}

// checkFileName holds the level in a role's title against the one with which
// the name of its file begins.
func (r *resolver) checkFileName(role *model.Role) {
	if !r.levelMismatch(role) {
		return
	}
	inName := leadingLevel(stemOf(role.Path()))
	d := ruleLevelMismatch.New(firstLine(r.draft.Sources, role.At), fmt.Sprintf("the title says %q and the file's name %q, expected one level", role.Level.Label, strings.ToUpper(inName)))
	d.Help = "correct the title or rename the file"
	r.report.Add(d)
}

// levelMismatch reports whether the name of a role's file begins with another
// level than its title.
func (r *resolver) levelMismatch(role *model.Role) bool {
	if role.Level == nil || len(r.linker.roles[role.Path()]) != 1 {
		return false
	}
	inName := leadingLevel(stemOf(role.Path()))
	prefix, number, ok := cutLabel(inName)
	titlePrefix, titleNumber, titleOK := cutLabel(role.Level.Label)
	return ok && titleOK && prefix == titlePrefix && number != titleNumber && !slices.Contains(splitWords(role.Title), inName)
}
