package records

import (
	"strings"

	"rung/internal/dialect"
	"rung/internal/parse"
)

// A ladder may call its levels by words of its own, "spark", "flame", "beacon",
// and tell them once: in a map or a list of levels, in bands of pay, in a README.
// Where the same words are keys over texts elsewhere, they are levels there too.

// toldLevels are lists of levels that the files of a set tell, each by the slugs of
// its names.
type toldLevels []map[string]bool

// minTold is how many levels a list has at least: of two, any pair of keys could be.
const minTold = 3

// findTold finds the lists of levels of a set.
func findTold(s *dialect.Survey, roots []*data) toldLevels {
	var out toldLevels
	for _, d := range roots {
		out.walk(d.page.Stem, d.root, 0)
	}
	for _, names := range s.DeclaredLevels() {
		out.add(names)
	}
	return out
}

func (t *toldLevels) add(names []string) {
	set := map[string]bool{}
	for _, n := range names {
		key := dialect.Slug(n)
		if key == "" || set[key] || isText(n) && !dialect.LevelName(n) {
			return
		}
		set[key] = true
	}
	if len(set) >= minTold && plausible(names) {
		*t = append(*t, set)
	}
}

// walk looks for lists of levels under keys that say so.
func (t *toldLevels) walk(key string, r *parse.Record, depth int) {
	if r == nil || depth > maxWalk {
		return
	}
	if wordOf(strings.TrimLeft(key, "_")) == levelWord {
		t.list(r)
	}
	for _, i := range r.Items {
		t.walk("", i, depth+1)
	}
	for _, f := range r.Fields {
		t.walk(f.Key, f.Value, depth+1)
	}
}

// list adds the names in a map or a list of levels.
func (t *toldLevels) list(r *parse.Record) {
	var keys, ids, names []string
	for _, f := range r.Fields {
		if f.Value.Kind == parse.Seq && len(f.Value.Fields) == 0 && !figures(f.Value) || wordOf(f.Key) == nameWord {
			return // it holds texts, or is one level
		}
		keys = append(keys, f.Key)
	}
	for _, i := range r.Items {
		switch i.Kind {
		case parse.Scalar:
			names = append(names, i.Value)
		case parse.Map:
			for _, f := range i.Fields {
				switch {
				case f.Value.Kind != parse.Scalar:
				case wordOf(f.Key) == nameWord:
					names = append(names, f.Value.Value)
				case wordOf(f.Key) == idWord || wordOf(f.Key) == levelWord:
					ids = append(ids, f.Value.Value)
				}
			}
		}
	}
	t.add(keys)
	t.add(ids)
	t.add(names)
}

// figures reports a list of numbers, as a band of pay is.
func figures(r *parse.Record) bool {
	for _, i := range r.Items {
		if !number(i.Value) {
			return false
		}
	}
	return len(r.Items) > 0
}

// fields returns which fields of a record are levels of one of the lists: those
// that hold texts under their names, of the list that has most of them.
func (t toldLevels) fields(w *walker, r *parse.Record) []int {
	var best []int
	for _, set := range t {
		var at []int
		for i, f := range r.Fields {
			if set[dialect.Slug(strings.ReplaceAll(f.Key, "_", " "))] && w.weight(f.Value) > 0 {
				at = append(at, i)
			}
		}
		if len(at) > len(best) {
			best = at
		}
	}
	return best
}

// has reports whether a name is in one of the lists.
func (t toldLevels) has(name string) bool {
	key := dialect.Slug(strings.ReplaceAll(name, "_", " "))
	for _, set := range t {
		if set[key] {
			return true
		}
	}
	return false
}

// countedFields returns the keys over more than a text, and where they are, if all
// count a job: "Docent I" beside "Docent II".
func (w *walker) countedFields(r *parse.Record) (names []string, at []int) {
	for i, f := range r.Fields {
		if f.Value.Kind != parse.Scalar && (wordOf(f.Key) == other || strings.Contains(f.Key, " ")) { // "Docent I, first years"
			names, at = append(names, f.Key), append(at, i)
		}
	}
	if !dialect.CountsInLetters(names) {
		return nil, nil
	}
	return names, at
}
