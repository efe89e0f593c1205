package lineage

import (
	"cmp"
	"slices"

	"rung/internal/wording"
)

// reviveAlike is how alike a new statement must be to one that was retired in
// the same area to be taken for its return.
const reviveAlike = 0.8

// minWords is what a statement must say, in words of full weight, for equal
// words in an unrelated role to be taken for it.
const minWords = 1.5

// revive links new items to statements that were retired earlier: equal words
// anywhere, or nearly equal ones in the same area. The one retired in the same
// place wins, then the one of the lowest id.
func (m *matching) revive() {
	news := free(m.new)
	if len(news) == 0 || len(m.history.retired) == 0 {
		return
	}
	byWords := map[string][]*item{}
	byArea := map[spot][]*item{}
	for _, it := range m.pool() {
		byWords[it.normal] = append(byWords[it.normal], it)
		at := spot{role: it.Role, area: it.Area}
		byArea[at] = append(byArea[at], it)
	}
	for _, n := range news {
		if gone := sameKey(n, m.pool()); n.key != "" && gone != nil {
			m.comeBack(gone, n, Same)
		}
	}
	for _, n := range free(news) {
		if gone := m.reborn(n, byWords[n.normal]); gone != nil {
			m.comeBack(gone, n, certaintyOf(gone.Role == n.Role))
		}
	}
	for _, n := range free(news) {
		if gone := m.nearly(n, byArea[spot{role: n.Role, area: n.Area}]); gone != nil {
			m.comeBack(gone, n, Confirm)
		}
	}
}

func certaintyOf(sure bool) Certainty {
	if sure {
		return Same
	}
	return Confirm
}

// sameKey returns the item with the id of n, that of its own place first.
func sameKey(n *item, among []*item) *item {
	var best *item
	for _, it := range among {
		if it.key == n.key && it.partner == nil && (best == nil || near(n, it) > near(n, best)) {
			best = it
		}
	}
	return best
}

// near is how well the places of two items of one id agree.
func near(a, b *item) int {
	switch {
	case a.Role == b.Role && a.Area == b.Area:
		return 2
	case a.Role == b.Role:
		return 1
	}
	return 0
}

// pool returns what is retired and not back yet, by id.
func (m *matching) pool() []*item {
	var out []*item
	for _, it := range m.history.retired {
		if it.partner == nil {
			out = append(out, it)
		}
	}
	slices.SortFunc(out, func(a, b *item) int { return cmp.Compare(a.id, b.id) })
	return out
}

// reborn chooses among retired statements of the same words.
func (m *matching) reborn(n *item, among []*item) *item {
	var best *item
	rank := func(it *item) int {
		switch {
		case it.Role == n.Role && it.Area == n.Area:
			return 3
		case it.Role == n.Role:
			return 2
		case m.history.prepared(n.Text).Size() >= minWords && !m.exemplified(it):
			return 1
		}
		return 0
	}
	for _, it := range among {
		if it.partner == nil && !apart(it, n) && rank(it) > 0 && (best == nil || rank(it) > rank(best)) {
			best = it
		}
	}
	return best
}

// exemplified reports whether the words of a retired statement stand in its role
// as an example now. A page whose headings became what is asked keeps its
// bullets word for word; who copies one of them to another role years later has
// not brought the statement back there.
func (m *matching) exemplified(gone *item) bool {
	if m.examples == nil {
		m.examples = map[spot]bool{}
		for _, n := range m.new {
			for _, e := range n.examples {
				m.examples[spot{role: n.Role, normal: wording.Normal(e.Text)}] = true
			}
		}
	}
	return m.examples[spot{role: gone.Role, normal: gone.normal}]
}

// nearly chooses the most similar retired statement of the same area.
func (m *matching) nearly(n *item, among []*item) *item {
	var best *item
	most := reviveAlike
	for _, it := range among {
		if it.partner != nil || apart(it, n) {
			continue
		}
		if s := m.history.likeness(it, n); s >= most && (best == nil || s > most) {
			best, most = it, s
		}
	}
	return best
}

// comeBack links a new item to its retired wording.
func (m *matching) comeBack(gone, n *item, c Certainty) {
	if n == nil {
		return
	}
	pair(gone, n, c)
	n.revived = true
}
