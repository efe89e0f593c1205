package lint

import (
	"slices"
	"strings"

	"rung/internal/model"
	"rung/internal/wording"
)

const (
	// minNear is how many words a text must have before being nearly the same
	// as another says that one was copied.
	minNear = 8
	// maxDiffering is how many words of each side may be another's.
	maxDiffering = 2
	// likeness is how alike near copies are at least, by wording.Similarity.
	likeness = 0.8
)

// pair is two statements of different tracks that say nearly the same.
type pair struct {
	first, again *text
	from, to     []word // the words of each that the other has not
}

// nearCopies returns the near copies between tracks in reading order, for each
// statement the nearest one alone.
func (l *ladder) nearCopies() []pair {
	best := make(map[*text]*near)
	for _, together := range l.sharing() {
		for i, again := range together {
			for _, first := range together[:i] {
				if first.role.Track == again.role.Track {
					continue
				}
				if best[again] == nil {
					best[again] = new(near)
				}
				best[again].consider(first, again)
			}
		}
	}
	var out []pair
	for _, g := range l.groups {
		for _, t := range g.texts {
			if n := best[t]; n != nil && n.first != nil && !n.same {
				out = append(out, n.pair)
			}
		}
	}
	return out
}

// near is the nearest text so far. same is set where a text has a copy to the
// letter in another track: it then has not drifted.
type near struct {
	pair
	same  bool
	score float64
}

// consider takes first for the nearest of again where it is.
func (n *near) consider(first, again *text) {
	if n.same || n.first == first || !sameRung(first.role, again.role) || first.role.Language != again.role.Language {
		return
	}
	if first.hash == again.hash {
		n.same = true
		return
	}
	from, to, ok := differing(first.words, again.words)
	if !ok {
		return
	}
	if s := wording.Similarity(wording.Prepare(first.Text), wording.Prepare(again.Text)); s >= likeness && s > n.score {
		n.pair, n.score = pair{first, again, from, to}, s
	}
}

// sameRung reports whether two roles stand at one height: what differs between
// heights is meant to differ.
func sameRung(a, b *model.Role) bool {
	if a.Level == nil || b.Level == nil {
		return a.Level == b.Level
	}
	return a.Level.Order == b.Level.Order
}

// differing returns the words that each text has more often than the other; ok
// is false where they are too many, or none: then only the order differs.
func differing(a, b []word) (from, to []word, ok bool) {
	if len(a)-len(b) > maxDiffering || len(b)-len(a) > maxDiffering {
		return nil, nil, false
	}
	left := slices.Clone(b)
	for _, w := range a {
		if i := slices.Index(left, w); i >= 0 {
			left = slices.Delete(left, i, i+1)
		} else if from = append(from, w); len(from) > maxDiffering {
			return nil, nil, false
		}
	}
	return from, left, len(left) <= maxDiffering && len(from)+len(left) > 0
}

// swap is a word of one track where another track has another.
type swap struct {
	from, to model.TrackID
	was, is  string
}

// meantDifferences returns how often a swap recurs between two tracks: what
// recurs is what the tracks differ in.
func (l *ladder) meantDifferences(pairs []pair) map[swap]int {
	out := make(map[swap]int)
	for _, c := range pairs {
		for _, s := range l.swaps(c) {
			out[s]++
		}
	}
	return out
}

// swaps returns each word of one with each of the other, in the singular.
func (l *ladder) swaps(c pair) []swap {
	var out []swap
	for _, w := range c.from {
		for _, v := range c.to {
			out = append(out, swap{c.first.role.Track, c.again.role.Track, singular(l.lexicon.spelled[w]), singular(l.lexicon.spelled[v])})
		}
	}
	return out
}

func singular(w string) string {
	return strings.TrimSuffix(strings.TrimSuffix(w, "s"), "'")
}

// uses counts the words of each track.
type uses map[useKey]int

type useKey struct {
	track model.TrackID
	word  word
}

// usesOf counts the words of the tracks of the pairs.
func (l *ladder) usesOf(pairs []pair) uses {
	wanted := make(map[word]bool)
	for _, c := range pairs {
		for _, w := range slices.Concat(c.from, c.to) {
			wanted[w] = true
		}
	}
	out := make(uses)
	if len(wanted) == 0 {
		return out
	}
	for _, g := range l.groups {
		for _, t := range g.texts {
			for _, w := range t.words {
				if wanted[w] {
					out[useKey{g.track, w}]++
				}
			}
		}
	}
	return out
}

// owned reports whether a word belongs to a track and not to the other: then
// it is there on purpose. It is used more than once here and never there.
func (u uses) owned(w word, here, there model.TrackID) bool {
	return u[useKey{here, w}] > 1 && u[useKey{there, w}] == 0
}

// isDrift reports whether the words that differ are none that the tracks are
// meant to differ in. Two spellings of one word are drift however often they
// recur.
func (l *ladder) isDrift(c pair, meant map[swap]int, used uses) bool {
	if len(c.from) == 1 && len(c.to) == 1 && alike(l.lexicon.spelled[c.from[0]], l.lexicon.spelled[c.to[0]]) {
		return true
	}
	for _, s := range l.swaps(c) {
		if meant[s] > 1 {
			return false
		}
	}
	a, b := c.first.role, c.again.role
	names := strings.Fields(plain(string(a.Track) + " " + a.Title + " " + string(b.Track) + " " + b.Title))
	for _, w := range c.from {
		if used.owned(w, a.Track, b.Track) || l.named(w, names) {
			return false
		}
	}
	for _, w := range c.to {
		if used.owned(w, b.Track, a.Track) || l.named(w, names) {
			return false
		}
	}
	return true
}

// minName is how many letters a word has that can be known by a part.
const minName = 4

// named reports whether a word is one of the names of a role or its track, or
// holds one: "cybersecurity" belongs to those who analyse security.
func (l *ladder) named(w word, names []string) bool {
	s := singular(l.lexicon.spelled[w])
	return slices.ContainsFunc(names, func(n string) bool {
		n = singular(n)
		return s == n || len(n) >= minName && strings.Contains(s, n) || len(s) >= minName && strings.Contains(n, s)
	})
}

// alike reports whether two words are spellings or forms of one: they begin
// and end alike but for a few letters.
func alike(a, b string) bool {
	const most = 3
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	m := 0
	for m < len(a)-n && m < len(b)-n && a[len(a)-1-m] == b[len(b)-1-m] {
		m++
	}
	return n >= minName-1 && len(a)-n-m <= most && len(b)-n-m <= most && max(len(a), len(b)) > minName
}
