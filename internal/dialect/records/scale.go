package records

import (
	"slices"
	"strconv"
	"strings"

	"rung/internal/dialect"
)

// scale is the levels of a track or a file, lowest first, as far as the author
// put them in order.
type scale struct {
	rungs []*rung
	by    map[string]*rung
}

// rung is one level of a scale, by all the names it goes by.
type rung struct {
	level
	declared bool // in a list of levels, which settles names and order
}

func newScale() *scale { return &scale{by: map[string]*rung{}} }

// keyOf is what two names of one level have in common: "L3", "l3" and, where
// told, "3" and "Level 3".
func keyOf(name string) string {
	name = strings.TrimSpace(name)
	if label, rest := dialect.SplitLabel(name); label.Text != "" && rest == "" && (label.Prefix == "LEVEL" || label.Prefix == "L") {
		return strconv.FormatFloat(label.Number, 'g', -1, 64)
	}
	return dialect.Slug(name)
}

// find returns the rung of one of the level's names, or nil.
func (s *scale) find(l *level) *rung {
	for _, n := range l.names {
		if r := s.by[keyOf(n)]; r != nil {
			return r
		}
	}
	return nil
}

// add enters a level behind the rung before it, or says the same of one that
// is known, and returns its rung.
func (s *scale) add(l *level, before *rung) *rung {
	r := s.find(l)
	if r == nil {
		r = &rung{level: *l}
		r.names = nil
		at := len(s.rungs)
		if i := slices.Index(s.rungs, before); i >= 0 {
			at = i + 1
		}
		s.rungs = slices.Insert(s.rungs, at, r)
	}
	if r.label.Value == "" {
		r.label = l.label
	}
	if r.title.Value == "" {
		r.title = l.title
	}
	for _, n := range l.names {
		if k := keyOf(n); k != "" && s.by[k] == nil {
			s.by[k] = r
			r.names = append(r.names, n)
		}
	}
	if len(r.names) == 0 { // called by nothing but signs, as a level "{{}}" is
		r.names = []string{strings.Join(l.names, " ")}
	}
	return r
}

// noScale are values of a field called level that rank no people.
var noScale = wordSet(`info warn warning error debug trace fatal critical notice silly verbose log easy hard simple complex high low medium h1 h2 h3 top bottom
	block warning-only true false recommended`)

// plausible reports whether names of levels may be those of people: not those
// of log lines or of headings, and not long.
func plausible(names []string) bool {
	bad := 0
	for _, n := range names {
		if noScale[dialect.Slug(n)] || len(n) > 80 || strings.Contains(n, "://") {
			bad++
		}
	}
	return len(names) > 0 && bad*2 < len(names)
}

// axis reports whether names that stand beside each other are levels.
func axis(names []string) bool {
	return (dialect.LevelAxis(names) || dialect.CountsInLetters(names)) && plausible(names)
}
