package lineage

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
	old, now *item
	row, col int     // of the free items of their revisions
	score    float64 // likeness and place
	like     float64
	far      bool // of roles that have nothing to do with each other
}

// candidates returns the pairs worth a look: all of kin roles, and of others
// those that have most of their words in common.
func (m *matching) candidates(olds, news []*item) []candidate {
	var out []candidate
	slots := newSlots()
	byRole := group(olds)
	for _, after := range group(news) {
		for _, before := range byRole {
			if m.kin.between(olds[before[0]], news[after[0]]) == 0 {
				continue
			}
			limited := len(before)*len(after) > maxPairs
			for i, o := range before {
				for j, n := range after {
					if limited && max(i-j, j-i) > window {
						continue
					}
					if c := (candidate{old: olds[o], now: news[n], row: o, col: n}); m.weigh(&c, slots) {
						out = append(out, c)
					}
				}
			}
		}
	}
	return append(out, m.far(olds, news)...)
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

// weigh fills in what a pair of kin roles is worth and reports whether it
// could become a link or a suspicion.
func (m *matching) weigh(c *candidate, s *slots) bool {
	if apart(c.old, c.now) {
		return false
	}
	c.like = m.history.likeness(c.old, c.now)
	if c.like < minLikeness {
		return false
	}
	kin := m.kin.between(c.old, c.now)
	c.score = min(c.like*m.trust(c.old, c.now, kin)+kin*s.worth(c.old, c.now, m.kin.steadiness(c.old, c.now)), 1)
	return c.score >= accept-doubt
}

// trust is what the likeness of words counts between two roles.
func (m *matching) trust(o, n *item, kin float64) float64 {
	least := farTrust
	if m.kin.siblings(o, n) {
		least = siblingTrust
	}
	return least + (1-least)*kin
}

// far returns pairs of roles that are no kin and that are much alike.
func (m *matching) far(olds, news []*item) []candidate {
	if len(olds) > maxFar || len(news) > maxFar {
		return nil
	}
	var out []candidate
	index := newIndex(m.history, olds)
	for n, it := range news {
		if m.history.prepared(it.Text).Size() < minWords {
			continue
		}
		for _, o := range index.sharing(m.history.words(it)) {
			c := candidate{old: olds[o], now: it, row: o, col: n, far: !m.kin.siblings(olds[o], it)}
			if !apart(c.old, it) && m.kin.between(c.old, it) == 0 && m.weighFar(&c) {
				out = append(out, c)
			}
		}
	}
	return out
}

// weighFar is weigh for roles that are no kin: their places say nothing.
func (m *matching) weighFar(c *candidate) bool {
	least := farAlike
	if !c.far {
		least = siblingAlike
	}
	c.like = m.history.likeness(c.old, c.now)
	c.score = c.like * m.trust(c.old, c.now, 0)
	return c.like >= least
}
