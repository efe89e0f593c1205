package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rung/internal/source"
)

// ordered returns the diagnostics in the order of Report.Sorted, so that every
// renderer writes the same bytes for the same findings.
func ordered(list []Diagnostic) []Diagnostic {
	r := Report{list: list}
	return r.Sorted()
}

// slugs returns the slug of each code.
func slugs(rules []*Rule) map[Code]string {
	out := make(map[Code]string, len(rules))
	for _, r := range rules {
		out[r.Code] = r.Slug
	}
	return out
}

// tag names a diagnostic's kind for people: its code and slug.
func tag(d Diagnostic, slugs map[Code]string) string {
	if s := slugs[d.Code]; s != "" {
		return string(d.Code) + " " + s
	}
	return string(d.Code)
}

// counts holds how many diagnostics there are of each severity.
type counts struct {
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Notes    int `json:"notes"`
}

func count(list []Diagnostic) counts {
	var c counts
	for _, d := range list {
		switch d.Severity {
		case Error:
			c.Errors++
		case Warning:
			c.Warnings++
		default:
			c.Notes++
		}
	}
	return c
}

// summary says the counts in words, as "2 warnings and 1 note in 2 files".
func summary(list []Diagnostic) string {
	c := count(list)
	var parts []string
	for _, p := range []struct {
		n    int
		word string
	}{{c.Errors, "error"}, {c.Warnings, "warning"}, {c.Notes, "note"}} {
		if p.n > 0 {
			parts = append(parts, plural(p.n, p.word))
		}
	}
	if len(parts) == 0 {
		return "nothing found"
	}
	said := parts[0]
	if len(parts) > 1 {
		said = strings.Join(parts[:len(parts)-1], ", ") + " and " + parts[len(parts)-1]
	}
	files := make(map[string]bool)
	for _, d := range list {
		if d.Primary.Path != "" {
			files[d.Primary.Path] = true
		}
	}
	if len(files) == 0 {
		return said
	}
	return said + " in " + plural(len(files), "file")
}

// mending says what rung check --fix does about a finding, or "": what a
// person must look at is in the help.
func mending(d Diagnostic) string {
	for _, f := range d.Fixes {
		if f.Safe == Safe {
			return f.Title + " (rung check --fix does it)"
		}
	}
	return ""
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

// region is a span as people and programs count it.
type region struct {
	path               string
	start, end         source.Position
	startByte, endByte int
}

// place returns the region of a span; ok is false for a span whose file is not
// in the set.
func place(sources *source.Set, at source.Span) (r region, ok bool) {
	if sources.File(at.Path) == nil {
		return region{path: at.Path}, false
	}
	return region{path: at.Path, start: sources.Start(at), end: sources.End(at), startByte: at.Start, endByte: at.End}, true
}

// byCode returns the rules by code, each once.
func byCode(rules []*Rule) []*Rule {
	out := slices.Clone(rules)
	slices.SortFunc(out, func(a, b *Rule) int { return cmp.Compare(a.Code, b.Code) })
	return slices.CompactFunc(out, func(a, b *Rule) bool { return a.Code == b.Code })
}

// maxQuoted is how many characters of an author's text a message quotes.
const maxQuoted = 60

// Quote quotes an author's text for a message: on one line, and shortened at a
// word where it is long.
func Quote(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	short := firstRunes(text, maxQuoted)
	if len(short) < len(text) {
		if i := strings.LastIndexByte(short, ' '); i > 0 {
			short = short[:i]
		}
		short += " …"
	}
	return `"` + short + `"`
}
