package resolve

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"rung/internal/diag"
	"rung/internal/model"
	"rung/internal/pattern"
	"rung/internal/source"
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
	page := r.anchorsOf(f)
	if page.letters[letters(fragment)] || page.written(strings.ToLower(fragment)) {
		return
	}
	d := ruleDeadAnchor.New(link.At, fmt.Sprintf("%q names no heading of %s, expected one that is there", "#"+t.Fragment, t.Path))
	d.Help = "link to a heading of that page, or to the page as a whole"
	d.Related = []diag.Related{{Span: f.LineSpan(1), Message: "the page that the link leads to"}}
	if near := r.nearAnchor(fragment, r.draft.Anchors[t.Path]); near != "" {
		d.Help = fmt.Sprintf("link to %q, if that is what is meant", "#"+near)
		file, _, _ := strings.Cut(link.Target, "#")
		d.Fixes = r.retarget(link, file+"#"+near, diag.Review)
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

// pageAnchors is the fragments of one page, looked up for many links.
type pageAnchors struct {
	letters map[string]bool // of the headings
	// What stands behind "id=", "name=" and "{#" in the page in lower case, sorted.
	ids, names, marks []string
}

// anchorsOf returns the fragments of a page; it reads each page once.
func (r *resolver) anchorsOf(f *source.File) *pageAnchors {
	if p := r.anchors[f.Path()]; p != nil {
		return p
	}
	p := &pageAnchors{letters: make(map[string]bool)}
	for _, a := range r.draft.Anchors[f.Path()] {
		p.letters[letters(a)] = true
	}
	lower := strings.ToLower(f.String())
	p.ids, p.names, p.marks = behind(lower, "id="), behind(lower, "name="), behind(lower, "{#")
	r.anchors[f.Path()] = p
	return p
}

// behind returns what stands behind each mark of the text, sorted.
func behind(text, mark string) []string {
	var out []string
	for {
		_, rest, ok := strings.Cut(text, mark)
		if !ok {
			slices.Sort(out)
			return out
		}
		out = append(out, rest[:min(len(rest), maxFragment)])
		text = rest
	}
}

// maxFragment is the longest fragment that is looked for.
const maxFragment = 300

// written reports whether the source gives the fragment by hand: as an HTML id
// or name, or as {#id}.
func (p *pageAnchors) written(fragment string) bool {
	return begins(p.ids, `"`+fragment+`"`) || begins(p.ids, `'`+fragment+`'`) || begins(p.ids, fragment) ||
		begins(p.names, `"`+fragment+`"`) || begins(p.names, `'`+fragment+`'`) || begins(p.marks, fragment+"}") || begins(p.marks, fragment+" ")
}

// begins reports whether one of the sorted strings begins with prefix.
func begins(sorted []string, prefix string) bool {
	i, _ := slices.BinarySearch(sorted, prefix)
	return i < len(sorted) && strings.HasPrefix(sorted[i], prefix)
}

// maxLikeness is how often names are compared for suggestions in one run: a
// page of ten thousand dead links is not worth a hundred million comparisons.
const maxLikeness = 2_000_000

// mayCompare reports whether n more comparisons fit, and counts them.
func (r *resolver) mayCompare(n int) bool {
	r.compared += n
	return r.compared <= maxLikeness
}

// nearAnchor returns the one heading that the fragment plainly means, or "".
func (r *resolver) nearAnchor(fragment string, anchors []string) string {
	if !r.mayCompare(len(anchors)) {
		return ""
	}
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
