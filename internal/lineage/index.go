package lineage

import (
	"slices"

	"rung/internal/wording"
)

// index finds items by their words.
type index struct {
	byWord map[string][]int
	sizes  []float64
}

func newIndex(h *History, items []*item) *index {
	x := &index{byWord: map[string][]int{}, sizes: make([]float64, len(items))}
	for i, it := range items {
		t := h.words(it)
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
