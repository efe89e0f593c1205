// Package settings reads rung.yaml, the one file with which the authors of a
// ladder tell rung what cannot be inferred, or was inferred wrongly. A ladder
// needs none: everything here has a default, and the default is inference.
//
// A new key is a line in the table of load.go, a field of Settings, and a
// paragraph in docs/authoring.md.
package settings

import (
	"path"
	"slices"
	"strings"

	"rung/internal/diag"
	"rung/internal/source"
)

// Name is the file's name, at the root of the ladder.
const Name = "rung.yaml"

// Settings is what rung.yaml says. A nil Settings, and the zero one, say
// nothing: every method may be called on them. It is immutable after Load,
// but for the note of which readings were asked for; so it serves one
// compilation at a time.
type Settings struct {
	Title string // of the framework, or ""
	// Include holds globs of the files that belong to the ladder; none is all
	// files. Ignore holds globs of files that do not, even where included.
	Include, Ignore []Glob
	// Levels are the names of levels in order, the lowest first, or none.
	Levels []string
	// Cumulative says whether each level asks for all of the levels below it.
	Cumulative Answer
	// Scale is the rating scale, the lowest value first, or none.
	Scale []Value

	readings []reading
	grades   map[diag.Code]Grade
}

// Answer is a yes or no that need not have been given.
type Answer int

// The answers.
const (
	Unsaid Answer = iota
	Yes
	No
)

// Value is one value of the rating scale. Meets marks the lowest value that
// meets a role's expectation.
type Value struct {
	ID, Title string
	Meets     Mark
}

// Mark says whether a value of the scale is the marked one.
type Mark int

// The marks.
const (
	Unmarked Mark = iota
	Marked
)

// reading is one entry under "readings".
type reading struct {
	place string // a path, a folder or a glob
	glob  Glob
	name  string
	at    source.Span
	used  bool
}

// IsOwn reports whether a file at the root speaks to rung and is no ladder.
func IsOwn(name string) bool { return name == Name || name == LinksName }

// Belongs reports whether the file at name is of the ladder. What speaks to
// rung is always read.
func (s *Settings) Belongs(name string) bool {
	if s == nil || IsOwn(name) {
		return true
	}
	if len(s.Include) > 0 && !slices.ContainsFunc(s.Include, func(g Glob) bool { return g.Covers(name) }) {
		return false
	}
	return !slices.ContainsFunc(s.Ignore, func(g Glob) bool { return g.Covers(name) })
}

// Reading returns which of the readings rung.yaml wants at a place, which is a
// path of a file or a folder, and where it says so. It returns "" where it
// wants none of them. An entry for the very place goes before one for a folder
// above it or a glob; of two alike, the later stands.
func (s *Settings) Reading(place string, among ...string) (name string, at source.Span) {
	if s == nil {
		return "", source.Span{}
	}
	best := -1
	for i := range s.readings {
		r := &s.readings[i]
		if !slices.Contains(among, r.name) || !r.covers(place) {
			continue
		}
		r.used = true
		if best < 0 || r.place == place || s.readings[best].place != place {
			best = i
		}
	}
	if best < 0 {
		return "", source.Span{}
	}
	return s.readings[best].name, s.readings[best].at
}

func (r *reading) covers(place string) bool { return r.place == place || r.glob.Covers(place) }

// Line returns the line of rung.yaml that asks for a reading at a place.
func Line(place, name string) string {
	return "readings: {" + quoted(place) + ": " + name + "}"
}

// quoted writes s as a string of YAML, in double quotes.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`).Replace(s) + `"`
}

// Glob is a pattern of paths: "*" and "?" stay within one name, "**" goes over
// folders. A pattern that names a folder covers all beneath it.
type Glob struct {
	text  string
	parts []string
}

// NewGlob returns the pattern; ok is false for one that can never match.
func NewGlob(text string) (g Glob, ok bool) {
	clean := path.Clean(strings.TrimPrefix(strings.TrimSpace(text), "/"))
	g = Glob{text: text, parts: strings.Split(clean, "/")}
	for _, p := range g.parts {
		if _, err := path.Match(p, ""); err != nil || p == ".." {
			return g, false
		}
	}
	return g, strings.TrimSpace(text) != ""
}

// String returns the pattern as it was written.
func (g Glob) String() string { return g.text }

// Covers reports whether the pattern matches name or a folder above it. The
// zero Glob matches nothing.
func (g Glob) Covers(name string) bool {
	if len(g.parts) == 0 {
		return false
	}
	if len(g.parts) == 1 && g.parts[0] == "." {
		return true
	}
	return covers(g.parts, strings.Split(name, "/"))
}

// covers goes through the name once and keeps how far into the pattern each
// way of reading it has come: many "**" would have it try all ways in turn.
func covers(pattern, name []string) bool {
	at := make([]bool, len(pattern)+1) // the first i parts of the pattern match what was read
	at[0] = true
	skip(pattern, at)
	for _, part := range name {
		if at[len(pattern)] {
			break // what is left of name lies beneath
		}
		next := make([]bool, len(pattern)+1)
		for i, p := range pattern {
			if !at[i] {
				continue
			}
			if p == "**" {
				next[i] = true
			} else if ok, err := path.Match(p, part); err == nil && ok {
				next[i+1] = true
			}
		}
		skip(pattern, next)
		at = next
	}
	return at[len(pattern)]
}

// skip lets each "**" stand for no folder at all.
func skip(pattern []string, at []bool) {
	for i, p := range pattern {
		at[i+1] = at[i+1] || at[i] && p == "**"
	}
}
