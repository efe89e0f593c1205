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
	texts, lists := l.sharing()
	best := make([]*near, len(texts))
	for _, together := range lists {
		for i, again := range together {
			for _, first := range together[:i] {
				a, b := texts[first], texts[again]
				if a.role.Track == b.role.Track || !sameRung(a.role, b.role) || a.role.Language != b.role.Language {
					continue
				}
				if best[again] == nil {
					best[again] = new(near)
				}
				best[again].consider(a, b)
			}
		}
	}
	var out []pair
	for _, n := range best {
		if n != nil && n.first != nil && !n.same {
			out = append(out, n.pair)
		}
	}
	return out
}

// near is the nearest text so far: the one that differs in the fewest words.
// same is set where a text has a copy to the letter in another track: it then
// has not drifted.
type near struct {
	pair
	same bool
	last *text // considered last: texts share more than one shingle
}

// consider takes first for the nearest of again where it is.
func (n *near) consider(first, again *text) {
	if n.same || n.last == first {
		return
	}
	n.last = first
	if first.hash == again.hash {
		n.same = true
		return
	}
	from, to, ok := differing(first.words, again.words)
	if ok && (n.first == nil || len(from)+len(to) < len(n.from)+len(n.to)) {
		n.pair = pair{first, again, from, to}
	}
}

// close reports whether the two texts say nearly the same, long words counting
// for more than short ones.
func (c pair) close() bool {
	return wording.Similarity(wording.Prepare(c.first.Text), wording.Prepare(c.again.Text)) >= likeness
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
	var room [64]word // texts are short: spare the allocation
	left := append(room[:0], b...)
	for _, w := range a {
		if i := slices.Index(left, w); i >= 0 {
			left = slices.Delete(left, i, i+1)
		} else if from = append(from, w); len(from) > maxDiffering {
			return nil, nil, false
		}
	}
	return from, slices.Clone(left), len(left) <= maxDiffering && len(from)+len(left) > 0
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
	wanted, tracks := make(map[word]bool), make(map[model.TrackID]bool)
	for _, c := range pairs {
		tracks[c.first.role.Track], tracks[c.again.role.Track] = true, true
		for _, w := range slices.Concat(c.from, c.to) {
			wanted[w] = true
		}
	}
	out := make(uses)
	if len(wanted) == 0 {
		return out
	}
	for _, g := range l.groups {
		if !tracks[g.track] {
			continue
		}
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
// recur. A word that belongs to one of the tracks is a choice of the author.
func (l *ladder) isDrift(c pair, meant map[swap]int, used uses) bool {
	for _, s := range l.swaps(c) {
		if meant[s] > 1 && !alike(s.was, s.is) {
			return false
		}
	}
	a, b := c.first.role, c.again.role
	names := strings.Fields(plain(string(a.Track) + " " + a.Title + " " + string(b.Track) + " " + b.Title))
	for _, w := range c.from {
		if l.tells(w) && used.owned(w, a.Track, b.Track) || l.named(w, names) {
			return false
		}
	}
	for _, w := range c.to {
		if l.tells(w) && used.owned(w, b.Track, a.Track) || l.named(w, names) {
			return false
		}
	}
	return true
}

// reworded reports whether a telling word stands for another, as "raise" for
// "settle": that is a choice of the author and no drift.
func (l *ladder) reworded(c pair) bool {
	return len(l.telling(c.from, c.to)) > 0 && len(l.telling(c.to, c.from)) > 0
}

// telling returns the words that say something and are no other spelling or
// form of one of the others.
func (l *ladder) telling(words, others []word) []word {
	var out []word
	for _, w := range words {
		s := l.lexicon.spelled[w]
		if l.tells(w) && !slices.ContainsFunc(others, func(o word) bool { return alike(s, l.lexicon.spelled[o]) }) {
			out = append(out, w)
		}
	}
	return out
}

// tells reports whether a word says something by itself.
func (l *ladder) tells(w word) bool {
	s := l.lexicon.spelled[w]
	return len(s) >= minName && !particles[s]
}

// particles are longer words of English that hold sentences together.
var particles = map[string]bool{
	"with": true, "within": true, "into": true, "from": true, "that": true, "this": true, "these": true, "those": true, "their": true, "your": true, "them": true,
	"when": true, "where": true, "while": true, "which": true, "about": true, "across": true, "through": true, "throughout": true, "towards": true, "toward": true,
	"upon": true, "onto": true, "over": true, "under": true, "between": true, "among": true, "have": true, "been": true, "being": true, "will": true, "would": true,
	"should": true, "could": true, "also": true, "both": true, "each": true, "every": true, "some": true, "they": true, "according": true,
}

// minName is how many letters a word has that can be known by a part, and
// minStem how many letters at the beginning make two words relatives.
const (
	minName = 4
	minStem = 6
)

func sharedPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// named reports whether a word is one of the names of a role or its track, or
// holds one: "cybersecurity" belongs to those who analyse security.
func (l *ladder) named(w word, names []string) bool {
	s := singular(l.lexicon.spelled[w])
	return slices.ContainsFunc(names, func(n string) bool {
		n = singular(n)
		return s == n || len(n) >= minName && strings.Contains(s, n) || len(s) >= minName && strings.Contains(n, s) ||
			sharedPrefix(s, n) >= minStem // "architectural" belongs to architects
	})
}

// alike reports whether two words are spellings or forms of one: they begin
// and end alike but for a few letters.
func alike(a, b string) bool {
	const most = 3
	n, m := sharedPrefix(a, b), 0
	for m < len(a)-n && m < len(b)-n && a[len(a)-1-m] == b[len(b)-1-m] {
		m++
	}
	return n >= minName-1 && len(a)-n-m <= most && len(b)-n-m <= most && max(len(a), len(b)) > minName
}
