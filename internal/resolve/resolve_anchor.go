package resolve

import (
	"fmt"
	"strings"
	"unicode"

	"rung/internal/diag"
	"rung/internal/model"
	"rung/internal/pattern"
)

var ruleDeadAnchor = &diag.Rule{
	Code: "R0002", Slug: "dead-anchor", Severity: diag.Warning, Since: "0.1.0",
	Title: "a link names a heading that is not there",
	Text: `The file is there, and no heading in it gives the part after "#". Readers land at the top of the page and search.
Headings give their words in lower case with hyphens for spaces; a second heading of the same words gets "-1".`,
	Bad: `The heading was renamed, the link was not.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready.
- I splice a rope in the dark and stow the nets so that they run free.
- I row as [our guide](README.md#how-we-sail) tells it.
-- Boats/README.md --
# Boats

What we do all day.

## How we row

Together.
`,
	Good: `The link names the heading.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready.
- I splice a rope in the dark and stow the nets so that they run free.
- I row as [our guide](README.md#how-we-row) tells it.
-- Boats/README.md --
# Boats

What we do all day.

## How we row

Together.
`,
}

// lineFragment matches the fragments by which code hosts point at lines.
var lineFragment = pattern.New(`^L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?$`)

// checkAnchor reports a fragment that no heading of the file gives. Only files
// whose headings are known are judged.
func (r *resolver) checkAnchor(link model.SourceLink, t Target) {
	fragment := strings.TrimPrefix(t.Fragment, "user-content-")
	f := r.draft.Sources.File(t.Path)
	if f == nil || !isMarkdown(t.Path) || fragment == "top" || fragment == "readme" ||
		strings.HasPrefix(fragment, ":~:") || strings.HasPrefix(fragment, "/") || strings.HasPrefix(fragment, "!") || lineFragment.MatchString(fragment) {
		return
	}
	anchors := r.draft.Anchors[t.Path]
	for _, a := range anchors {
		if letters(a) == letters(fragment) {
			return
		}
	}
	if writtenAnchor(f.String(), fragment) {
		return
	}
	d := ruleDeadAnchor.New(link.At, fmt.Sprintf("%q names no heading of %s, expected one that is there", "#"+t.Fragment, t.Path))
	d.Help = "link to a heading of that page, or to the page as a whole"
	d.Related = []diag.Related{{Span: f.LineSpan(1), Message: "the page that the link leads to"}}
	if near := nearAnchor(fragment, anchors); near != "" {
		d.Help = fmt.Sprintf("link to %q, if that is what is meant", "#"+near)
		page, _, _ := strings.Cut(link.Target, "#")
		d.Fixes = r.retarget(link, page+"#"+near, diag.Review)
	}
	r.report.Add(d)
}

// letters strips a fragment to what every host agrees on: hosts differ in what
// they do with pictographs and punctuation.
func letters(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsNumber(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, s)
}

// writtenAnchor reports whether the source gives the fragment by hand: as an
// HTML id or name, or as {#id}.
func writtenAnchor(text, fragment string) bool {
	lower := strings.ToLower(text)
	fragment = strings.ToLower(fragment)
	for _, form := range [...]string{`id="%s"`, `id='%s'`, `id=%s`, `name="%s"`, `name='%s'`, `{#%s}`, `{#%s `} {
		if strings.Contains(lower, fmt.Sprintf(form, fragment)) {
			return true
		}
	}
	return false
}

// nearAnchor returns the one heading that the fragment plainly means, or "".
func nearAnchor(fragment string, anchors []string) string {
	found := ""
	for _, a := range anchors {
		if !alike(letters(a), letters(fragment)) {
			continue
		}
		if found != "" {
			return ""
		}
		found = a
	}
	return found
}

// alike reports whether one holds the other, or few letters differ.
func alike(a, b string) bool {
	const telling = 5 // shorter words stand inside others by chance
	short, long := a, b
	if len(short) > len(long) {
		short, long = b, a
	}
	if len(short) >= telling && strings.Contains(long, short) {
		return true
	}
	return within(a, b, max(1, len(short)/6))
}
