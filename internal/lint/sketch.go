package lint

import (
	"cmp"
	"slices"
)

const (
	// shingle is the number of words that are looked up together, and sketch
	// how many lookups stand for a text (the smallest, Broder 1997). Two texts
	// that differ in two words of ten share one of three all but surely.
	shingle = 3
	sketch  = 4
	// crowd is how many texts may share a shingle: what twenty tracks have in
	// common is a phrase of the house, and comparing all of them with all
	// others would take the time of everything else.
	crowd = 24
)

// sharing returns the texts that may be copies, in reading order, and lists of
// those that share a run of words; lists of one are left out, and those of a
// crowd.
func (l *ladder) sharing() (texts []*text, lists [][]int) {
	for _, g := range l.groups {
		if g.foundation {
			continue
		}
		for _, t := range g.texts {
			if len(t.words) >= minNear && t.first == nil && t.spaced {
				texts = append(texts, t)
			}
		}
	}
	entries := recurring(texts)
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Or(cmp.Compare(a.hash, b.hash), a.text-b.text) })
	for from, to := 0, 0; from < len(entries); from = to {
		for to = from + 1; to < len(entries) && entries[to].hash == entries[from].hash; to++ {
		}
		if to-from < 2 || to-from > crowd {
			continue
		}
		list := make([]int, 0, to-from)
		for _, e := range entries[from:to] {
			list = append(list, e.text)
		}
		lists = append(lists, list)
	}
	return texts, lists
}

// entry says that a text has a shingle of that hash.
type entry struct {
	hash uint64
	text int
}

// recurring returns the entries of all sketches but those that are alone for
// sure: in most ladders nearly all are, and sorting them is what takes time. A
// table of counts by a part of the hash tells.
func recurring(texts []*text) []entry {
	all := make([][sketch]uint64, len(texts))
	bits := 10
	for 1<<bits < sketch*2*len(texts) {
		bits++
	}
	count, shift := make([]uint8, 1<<bits), 64-bits
	for i, t := range texts {
		all[i] = sketchOf(t.words)
		for _, h := range all[i] {
			count[h>>shift] = min(count[h>>shift]+1, crowd+1)
		}
	}
	var out []entry
	for i := range texts {
		for _, h := range all[i] {
			if n := count[h>>shift]; h != none && n > 1 && n <= crowd {
				out = append(out, entry{h, i})
			}
		}
	}
	return out
}

// none stands for a shingle that is not there.
const none = ^uint64(0)

// sketchOf returns the smallest hashes of the shingles of a text, ascending.
func sketchOf(words []word) (least [sketch]uint64) {
	for i := range least {
		least[i] = none
	}
	for i := 0; i+shingle <= len(words); i++ {
		h := mixed(hashOf(words[i : i+shingle]))
		if h >= least[sketch-1] || slices.Contains(least[:], h) {
			continue
		}
		at := sketch - 1
		for ; at > 0 && least[at-1] > h; at-- {
			least[at] = least[at-1]
		}
		least[at] = h
	}
	return least
}

// mixed spreads a hash, so that the smallest are a fair draw.
func mixed(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	return h ^ h>>33
}
