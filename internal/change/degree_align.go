package change

// edit is a rewording: the terms before and after, how they are aligned, and
// what their differences show.
type edit struct {
	words  *lexicon
	known  func(string) bool
	a, b   []term
	script []step
	signs  []Sign
}

// step is one place of an alignment. A side that has no term there is -1.
type step struct {
	i, j int
	same bool
}

func (s step) isAdded() bool   { return s.i < 0 }
func (s step) isRemoved() bool { return s.j < 0 }

// Costs of aligning. Two words that have nothing to do with each other are
// dearer together than apart, so that a pair is always a relation. A small word
// is cheap to lose, so that sentences hang together by what they say.
const (
	costTerm    = 10
	costNeutral = 4
	costRelated = 9
	costForm    = 6
)

func (e *edit) cost(t term) int {
	if e.words.neutral[t.word] != "" {
		return costNeutral
	}
	return costTerm
}

// pairCost returns the cost of putting term j in the place of term i, and
// whether that is sensible.
func (e *edit) pairCost(i, j int) (int, bool) {
	if e.a[i].word == e.b[j].word {
		return 0, true
	}
	switch e.relate(e.a[i], e.b[j]).kind {
	case unrelated:
		return 0, false
	case inflected, misspelt:
		return costForm, true
	}
	if e.words.neutral[e.a[i].word] != "" && e.words.neutral[e.b[j].word] != "" {
		return costNeutral, true
	}
	return costRelated, true
}

// align finds the cheapest way from a to b.
func (e *edit) align() {
	n, m := len(e.a), len(e.b)
	head := 0
	for head < n && head < m && e.a[head].word == e.b[head].word {
		e.script = append(e.script, step{head, head, true})
		head++
	}
	w := m + 1
	best := make([]int, (n+1)*w)
	for i := n; i >= head; i-- {
		for j := m; j >= head; j-- {
			best[i*w+j] = e.cheapest(best, i, j)
		}
	}
	e.trace(best, head)
}

// cheapest returns the cost from (i, j) to the end, where those after it are
// known.
func (e *edit) cheapest(best []int, i, j int) int {
	n, m, w := len(e.a), len(e.b), len(e.b)+1
	if i == n && j == m {
		return 0
	}
	low := 1 << 30
	if i < n {
		low = best[(i+1)*w+j] + e.cost(e.a[i])
	}
	if j < m {
		low = min(low, best[i*w+j+1]+e.cost(e.b[j]))
	}
	if i < n && j < m {
		if c, ok := e.pairCost(i, j); ok {
			low = min(low, best[(i+1)*w+j+1]+c)
		}
	}
	return low
}

// trace writes the script down. Where ways are equal, pairs come first.
func (e *edit) trace(best []int, head int) {
	n, m, w := len(e.a), len(e.b), len(e.b)+1
	for i, j := head, head; i < n || j < m; {
		at := best[i*w+j]
		if i < n && j < m {
			if c, ok := e.pairCost(i, j); ok && best[(i+1)*w+j+1]+c == at {
				e.script = append(e.script, step{i, j, e.a[i].word == e.b[j].word})
				i, j = i+1, j+1
				continue
			}
		}
		if i < n && best[(i+1)*w+j]+e.cost(e.a[i]) == at {
			e.script = append(e.script, step{i, -1, false})
			i++
			continue
		}
		e.script = append(e.script, step{-1, j, false})
		j++
	}
}
