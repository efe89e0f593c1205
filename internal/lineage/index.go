package lineage

import (
	"slices"

	"rung/internal/wording"
)

// index finds items by their words.
type index struct {
	byWord map[string][]int
	sizes  []float64
	common []float64 // with the text in question; zero between questions
}

func newIndex(h *History, items []*item) *index {
	x := &index{byWord: map[string][]int{}, sizes: make([]float64, len(items)), common: make([]float64, len(items))}
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
	var touched []int
	for word, weight := range t.Words() {
		for _, i := range x.byWord[word] {
			if x.common[i] == 0 {
				touched = append(touched, i)
			}
			x.common[i] += weight
		}
	}
	out := touched[:0]
	for _, i := range touched {
		if x.common[i] >= 0.5*min(x.sizes[i], t.Size()) {
			out = append(out, i)
		}
		x.common[i] = 0
	}
	slices.Sort(out)
	return out
}
