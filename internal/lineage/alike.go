package lineage

import (
	"cmp"
	"slices"

	"rung/internal/wording"
)

// What makes two wordings one statement: likeness of words, plus what their
// places add. The figures were chosen on ladders whose statements carried ids
// and on histories made by chance; see the yardstick and the accuracy in the
// tests. They stand where small changes of each make little difference.
const (
	clear        = 0.70  // score of a link that may tell how roles and places belong together
	accept       = 0.50  // score of a link
	clearlyAlike = 0.60  // likeness alone, from here on a link in one area needs no confirmation
	areaAlike    = 0.75  // likeness from which one between areas needs none
	doubt        = 0.20  // this near to accept, what is added may be what is gone
	margin       = 0.06  // this near to the second best, a link is to be confirmed
	otherArea    = -0.06 // for standing in another area of the role
	areaWorth    = 0.21  // for standing in one area
	slotWorth    = 0.20  // for standing between the same neighbours
	soleWorth    = 0.27  // for being alone between the same neighbours, or in the same order there
	minLikeness  = 0.04  // with less in common, place counts for nothing
	farAlike     = 0.87  // likeness that a pair of unrelated roles needs
	siblingAlike = 0.45  // and that of two levels of one track
	farTrust     = 0.62  // what likeness counts between unrelated roles
	siblingTrust = 0.84  // and between levels of one track
)

// alike links what is left by the best pairs over all: first what is clear, so
// that it tells which roles and places belong together, then the rest. Only
// then is it known which pairs had rivals.
func (m *matching) alike() {
	var seen, chosen []candidate
	for _, least := range []float64{clear, accept} {
		olds, news := m.freeOld(), free(m.new)
		if len(olds) == 0 || len(news) == 0 {
			break
		}
		m.kin = newKinship(m.old, m.new)
		candidates := m.candidates(olds, news)
		seen = append(seen, candidates...)
		chosen = append(chosen, best(candidates, len(olds), len(news), least)...)
	}
	second := rivals(seen)
	for _, c := range chosen {
		c.now.certainty = c.grade(second)
	}
	suspect(seen)
}

// best links the pairs of at least the score least whose sum is the highest.
func best(candidates []candidate, olds, news int, least float64) []candidate {
	edges := make([]wording.Edge, len(candidates))
	for i, c := range candidates {
		edges[i] = wording.Edge{Row: c.row, Col: c.col, Cost: 1 - c.score}
	}
	columns := wording.Match(olds, news, edges, 1-least)
	var out []candidate
	for _, c := range candidates {
		if columns[c.row] == c.col {
			pair(c.old, c.now, Confirm)
			out = append(out, c)
		}
	}
	return out
}

// grade says how sure the chosen pair is.
func (c candidate) grade(second func(candidate) float64) Certainty {
	if c.far || c.like < clearlyAlike || c.old.Area != c.now.Area && c.like < areaAlike || c.score-second(c) < margin {
		return Confirm
	}
	return Same
}

// rivals returns the best score that either side of a chosen pair has with
// another item that was left without.
func rivals(seen []candidate) func(candidate) float64 {
	most := map[*item]float64{}
	for _, c := range seen {
		if c.now.partner == nil {
			most[c.old] = max(most[c.old], c.score)
		}
		if c.old.partner == nil {
			most[c.now] = max(most[c.now], c.score)
		}
	}
	return func(c candidate) float64 { return max(most[c.old], most[c.now]) }
}

// suspect marks items that stay unlinked although something that is gone is
// nearly like them.
func suspect(seen []candidate) {
	slices.SortStableFunc(seen, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	for _, c := range seen {
		if c.score >= accept-doubt && c.old.partner == nil && c.now.isFree() && c.now.others == nil {
			c.now.others, c.now.certainty = append(c.now.others, c.old.id), Confirm
		}
	}
}
