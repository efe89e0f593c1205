package diff

import (
	"cmp"
	"slices"
	"strings"

	"rung/internal/model"
	"rung/internal/wording"
)

// How alike two things must be to correspond. Two levels of a ladder say the
// same thing in other words more often than not, so inside one area little is
// enough.
const (
	alikeNames = 0.6  // names of scope entries
	alikeAreas = 0.5  // titles or contents of areas
	alikeHere  = 0.4  // statements of one area
	alikeThere = 0.65 // statements of different areas
	hereWorth  = alikeThere - alikeHere
)

// maxCompared bounds the pairs of statements that are compared; beyond it,
// only those of one area are.
const maxCompared = 250000

// pairAreas returns the index in b of each area of a, or -1: by id, then by
// title or content.
func pairAreas(a, b []*model.Area) []int {
	of := byKey(a, b, func(x *model.Area) string { return "#" + string(x.ID) })
	return filling[described]{
		like: func(x, y described) float64 { return max(likeness(x.title, y.title), likeness(x.content, y.content)) },
		compare: func(x, y described) int {
			return cmp.Or(strings.Compare(x.title.Normal(), y.title.Normal()), strings.Compare(x.content.Normal(), y.content.Normal()))
		},
		least: alikeAreas,
	}.fill(of, describe(a), describe(b))
}

// described is an area ready for comparing.
type described struct{ title, content *wording.Text }

func describe(areas []*model.Area) []described {
	out := make([]described, len(areas))
	for i, a := range areas {
		var content []string
		for _, s := range a.Statements {
			content = append(content, s.Text)
		}
		out[i] = described{wording.Prepare(a.Title), wording.Prepare(strings.Join(content, " "))}
	}
	return out
}

// likeness is that of two texts; nothing is like nothing.
func likeness(x, y *wording.Text) float64 {
	if x.Normal() == "" || y.Normal() == "" {
		return 0
	}
	return wording.Similarity(x, y)
}

// byKey pairs what has one key, the first of a with the first of b and so on.
// What has an empty key is left alone.
func byKey[T any](a, b []T, key func(T) string) []int {
	at := map[string][]int{}
	for j, y := range b {
		at[key(y)] = append(at[key(y)], j)
	}
	out := make([]int, len(a))
	for i, x := range a {
		out[i] = -1
		if list := at[key(x)]; key(x) != "" && len(list) > 0 {
			out[i], at[key(x)] = list[0], list[1:]
		}
	}
	return out
}

// filling is how the rest of two lists is paired.
type filling[T any] struct {
	like    func(x, y T) float64 // of one of a and one of b
	compare func(x, y T) int     // an order of their contents
	least   float64              // likeness that a pair needs
}

// fill pairs what is not paired yet by the best total likeness. The optimum is
// sought from the side whose content comes first, so that equally good answers
// do not depend on which one is A.
func (f filling[T]) fill(of []int, a, b []T) []int {
	taken := invert(of, len(b))
	var edges []wording.Edge
	for i := range a {
		for j := range b {
			if of[i] < 0 && taken[j] < 0 {
				edges = append(edges, wording.Edge{Row: i, Col: j, Cost: 1 - f.like(a[i], b[j])})
			}
		}
	}
	none := 1 - f.least + tiny
	var found []int
	if slices.CompareFunc(a, b, f.compare) <= 0 {
		found = wording.Match(len(a), len(b), edges, none)
	} else {
		for k, e := range edges {
			edges[k].Row, edges[k].Col = e.Col, e.Row
		}
		found = invert(wording.Match(len(b), len(a), edges, none), len(a))
	}
	for i, j := range found {
		if j >= 0 {
			of[i] = j
		}
	}
	return of
}

// tiny lets what is just alike enough be paired.
const tiny = 1e-9

// listed is a statement with where it stands.
type listed struct {
	*model.Statement
	area int
	text *wording.Text
}

func list(areas []*model.Area) []listed {
	var out []listed
	for i, a := range areas {
		for _, s := range a.Statements {
			out = append(out, listed{s, i, wording.Prepare(s.Text)})
		}
	}
	return out
}

// pairStatements returns the index in b of each statement of a, or -1: by id,
// then by likeness, where standing in corresponding areas counts.
func pairStatements(a, b []*model.Area, areas []int) []int {
	x, y := list(a), list(b)
	everywhere := len(x)*len(y) <= maxCompared
	return filling[listed]{
		like: func(s, t listed) float64 {
			switch {
			case areas[s.area] == t.area:
				return hereWorth + likeness(s.text, t.text)
			case everywhere:
				return likeness(s.text, t.text)
			}
			return 0
		},
		compare: func(s, t listed) int { return strings.Compare(s.Text, t.Text) },
		least:   alikeThere,
	}.fill(byKey(x, y, func(s listed) string { return string(s.ID) }), x, y)
}

// invert turns the index in b of each of a into the index in a of each of b.
func invert(of []int, length int) []int {
	out := make([]int, length)
	for i := range out {
		out[i] = -1
	}
	for i, j := range of {
		if j >= 0 {
			out[j] = i
		}
	}
	return out
}
