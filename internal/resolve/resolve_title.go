package resolve

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rung/internal/diag"
	"rung/internal/model"
)

var ruleTitleMismatch = &diag.Rule{
	Code: "R0026", Slug: "title-mismatch", Severity: diag.Warning, Since: "0.1.0",
	Title: "the title and the file's name call a role by different names",
	Text: `The heading says one role, the name of the file another, in a track whose other files are named for their titles. The
heading counts. Usually a page was copied and one of the two forgotten, or the role was renamed and its file was not.`,
	Bad: `The last file was copied, or its role renamed.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready.
-- Boats/L3-Skipper.md --
# L3: Skipper

## Craft

- I bring the boat home.
-- Boats/L4-Boat-Builder.md --
# L4: Harbour Master

## Craft

- I know which boat is out.
`,
	Good: `Each file is named for its role.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready.
-- Boats/L3-Skipper.md --
# L3: Skipper

## Craft

- I bring the boat home.
-- Boats/L4-Harbour-Master.md --
# L4: Harbour Master

## Craft

- I know which boat is out.
`,
}

// minNamed is how many files of a track must be named for their titles before
// one that is not is odd.
const minNamed = 2

// checkTitles holds each title against the name of its file, in tracks that
// name files for titles. A file of several roles is named for none.
func (r *resolver) checkTitles() {
	for _, track := range r.f.Tracks {
		var odd []*model.Role
		named := 0
		for _, role := range r.active(track.ID) {
			switch stem := stemOf(role.Path()); {
			case len(r.linker.roles[role.Path()]) != 1 || isIndexName(stem):
			case sameName(stem, role, track):
				named++
			default:
				odd = append(odd, role)
			}
		}
		if named < minNamed || len(odd) >= named {
			continue // the files are named for something else
		}
		for _, role := range odd {
			if !r.levelMismatch(role) {
				r.reportTitle(role)
			}
		}
	}
}

func (r *resolver) reportTitle(role *model.Role) {
	d := ruleTitleMismatch.New(firstLine(r.draft.Sources, role.At), fmt.Sprintf("the title says %q and the file's name %q, expected one name", role.Title, stemOf(role.Path())))
	d.Help = "correct the title or rename the file"
	r.report.Add(d)
}

// isIndexName reports whether a file is named for being the first of its
// folder.
func isIndexName(stem string) bool {
	return strings.EqualFold(stem, "readme") || strings.EqualFold(stem, "index")
}

// sameName reports whether the name of a file may stand for a role's title:
// all words of one are in the other, where the words of the track and the level
// come and go and words may be shortened. A name without words of its own, as
// "L3", stands for any title.
func sameName(stem string, role *model.Role, track *model.Track) bool {
	name := parseName(bareLetters(strings.ReplaceAll(stem, "_", " "))).words
	title := parseName(bareLetters(role.Title)).words
	if joined(name) == "" || strings.Contains(joined(title), joined(name)) || strings.Contains(joined(name), joined(title)) {
		return true
	}
	given := stems(bareLetters(track.Title + " " + strings.ReplaceAll(string(track.ID), "-", " ")))
	if role.Level != nil {
		given = append(given, stems(role.Level.Label)...)
	}
	return covered(name, slices.Concat(title, given)) || covered(title, slices.Concat(name, given))
}

// bareLetters takes accents off, which names of files rarely have.
func bareLetters(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.Is(unicode.Mn, c) {
			return -1
		}
		return c
	}, norm.NFD.String(s))
}

func joined(words []string) string { return strings.Join(words, "") }

// covered reports whether each word is among the others, or short for one, or
// one is short for it.
func covered(words, others []string) bool {
	for _, w := range words {
		if !slices.ContainsFunc(others, func(o string) bool { return shortFor(w, o) || shortFor(o, w) }) {
			return false
		}
	}
	return true
}

// shortFor reports whether a is short for b, as "sr", "eng" and "mgr" are: it
// begins with the same letter and its letters stand in b in this order.
func shortFor(a, b string) bool {
	if a == b {
		return true
	}
	if a == "" || b == "" || a[0] != b[0] || len(a) > len(b) {
		return false
	}
	at := 0
	for i := 0; i < len(b) && at < len(a); i++ {
		if b[i] == a[at] {
			at++
		}
	}
	return at == len(a)
}
