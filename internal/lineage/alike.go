package lineage

import (
	"cmp"
	"slices"

	"rung/internal/wording"
)

// What makes two wordings one statement: likeness of words, plus what their
// places add. The figures were chosen on ladders whose statements carried ids;
// see the yardstick in the tests.
const (
	accept       = 0.40  // likeness and place together, from here on a pair is a link
	clearlyAlike = 0.60  // likeness alone, from here on a link in one area needs no confirmation
	farAlike     = 0.75  // likeness that a pair of unrelated roles needs
	doubt        = 0.12  // this near to accept, what is added may be what is gone
	margin       = 0.06  // this near to the second best, a link is to be confirmed
	otherArea    = -0.06 // for standing in another area of the role
	areaWorth    = 0.14  // for standing in one area
	slotWorth    = 0.22  // for standing between the same neighbours
	soleWorth    = 0.22  // for being alone between the same neighbours, or in the same order there
	minLikeness  = 0.05  // with less in common, place counts for nothing
)

const (
	// maxPairs bounds the pairs of two kin roles that are all compared; beyond
	// it, only those at most window apart are.
	maxPairs = 40000
	window   = 60
	// maxFar bounds the items that are compared with those of all roles.
	maxFar = 5000
)

// candidate is a pair that may be one statement.
type candidate struct {
	old, new int     // indexes of the free items
	score    float64 // likeness and place
	like     float64
}

// alike links what is left by the best pairs over all.
func (m *matching) alike() {
	olds, news := m.freeOld(), free(m.new)
	if len(olds) == 0 || len(news) == 0 {
		return
	}
	candidates := m.candidates(olds, news)
	edges := make([]wording.Edge, len(candidates))
	for i, c := range candidates {
		edges[i] = wording.Edge{Row: c.old, Col: c.new, Cost: 1 - c.score}
	}
	chosen := wording.Match(len(olds), len(news), edges, 1-accept)
	second := rivals(candidates, chosen)
	for _, c := range candidates {
		if chosen[c.old] == c.new {
			pair(olds[c.old], news[c.new], grade(olds[c.old], news[c.new], c, second))
		}
	}
	m.suspect(olds, news, candidates)
}

// grade says how sure the chosen pair is.
func grade(o, n *item, c candidate, second func(candidate) float64) Certainty {
	if c.like < clearlyAlike || o.Area != n.Area && c.like < farAlike || c.score-second(c) < margin {
		return Confirm
	}
	return Same
}

// rivals returns the best score that either side of a chosen pair has with
// another item that was left without.
func rivals(candidates []candidate, chosen []int) func(candidate) float64 {
	taken := map[int]bool{}
	for _, c := range chosen {
		taken[c] = true
	}
	bestOld, bestNew := map[int]float64{}, map[int]float64{}
	for _, c := range candidates {
		if !taken[c.new] {
			bestOld[c.old] = max(bestOld[c.old], c.score)
		}
		if chosen[c.old] < 0 {
			bestNew[c.new] = max(bestNew[c.new], c.score)
		}
	}
	return func(c candidate) float64 { return max(bestOld[c.old], bestNew[c.new]) }
}

// suspect marks items that stay unlinked although something that is gone is
// nearly like them.
func (m *matching) suspect(olds, news []*item, candidates []candidate) {
	slices.SortStableFunc(candidates, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	for _, c := range candidates {
		o, n := olds[c.old], news[c.new]
		if c.score >= accept-doubt && o.partner == nil && n.isFree() && n.others == nil {
			n.others, n.certainty = append(n.others, o.id), Confirm
		}
	}
}

// candidates returns the pairs worth a look: all of kin roles, and far ones
// that have most of their words in common.
func (m *matching) candidates(olds, news []*item) []candidate {
	var out []candidate
	slots := newSlots()
	byRole := group(olds)
	for _, g := range group(news) {
		for _, before := range byRole {
			kin := m.kin.between(olds[before[0]], news[g[0]])
			if kin == 0 {
				continue
			}
			limited := len(before)*len(g) > maxPairs
			for i, o := range before {
				for j, n := range g {
					if !limited || max(i-j, j-i) <= window {
						out = m.weigh(out, olds, news, o, n, kin, slots)
					}
				}
			}
		}
	}
	return m.far(out, olds, news)
}

// group gathers the indexes of items by role, in reading order.
func group(items []*item) [][]int {
	var out [][]int
	at := map[string]int{}
	for i, it := range items {
		k, ok := at[string(it.Role)]
		if !ok {
			k = len(out)
			at[string(it.Role)] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], i)
	}
	return out
}

// weigh adds a pair of kin roles where it could become a link or a suspicion.
func (m *matching) weigh(out []candidate, olds, news []*item, o, n int, kin float64, s *slots) []candidate {
	if apart(olds[o], news[n]) {
		return out
	}
	like := m.history.likeness(olds[o], news[n])
	if like < minLikeness {
		return out
	}
	score := min(like+kin*s.worth(olds[o], news[n]), 1)
	if score < accept-doubt {
		return out
	}
	return append(out, candidate{old: o, new: n, score: score, like: like})
}

// far adds pairs of roles that are no kin and that are much alike.
func (m *matching) far(out []candidate, olds, news []*item) []candidate {
	if len(olds) > maxFar || len(news) > maxFar {
		return out
	}
	index := newIndex(m.history, olds)
	for n, it := range news {
		if m.history.prepared(it.Text).Size() < minWords {
			continue
		}
		for _, o := range index.sharing(m.history.prepared(it.Text)) {
			if apart(olds[o], it) || m.kin.between(olds[o], it) > 0 {
				continue
			}
			if like := m.history.likeness(olds[o], it); like >= farAlike {
				out = append(out, candidate{old: o, new: n, score: like * farAlike, like: like})
			}
		}
	}
	return out
}

// index finds items by their words.
type index struct {
	byWord map[string][]int
	sizes  []float64
}

func newIndex(h *History, items []*item) *index {
	x := &index{byWord: map[string][]int{}, sizes: make([]float64, len(items))}
	for i, it := range items {
		t := h.prepared(it.Text)
		x.sizes[i] = t.Size()
		for word := range t.Words() {
			x.byWord[word] = append(x.byWord[word], i)
		}
	}
	return x
}

// sharing returns the items that have at least half of the lesser weight of
// words in common with t, ascending.
func (x *index) sharing(t *wording.Text) []int {
	common := map[int]float64{}
	for word, weight := range t.Words() {
		for _, i := range x.byWord[word] {
			common[i] += weight
		}
	}
	var out []int
	for i, w := range common {
		if w >= 0.5*min(x.sizes[i], t.Size()) {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return out
}
