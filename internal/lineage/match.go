package lineage

import (
	"cmp"
	"slices"

	"rung/internal/model"
	"rung/internal/wording"
)

// matching links one revision with what was before.
type matching struct {
	history *History
	old     []*item  // the revision before, by role; each has its id
	new     []*item  // by role
	kin     *kinship // of roles, once it is needed
	moved   []*item  // new items that were known by their words alone

	examples map[spot]bool // of the new revision, by role and words, once they are needed
}

// newMatching puts the new items in an order that does not depend on the order
// of roles, so that equally good answers are told apart alike on every reading.
func newMatching(h *History, items []*item) *matching {
	m := &matching{history: h, old: h.now, new: slices.Clone(items)}
	slices.SortStableFunc(m.new, func(a, b *item) int { return cmp.Compare(a.Role, b.Role) })
	return m
}

// inPlace links the same words at the same place.
func (m *matching) inPlace() {
	at := make(map[spot]*item, len(m.old))
	for _, o := range m.old {
		o.others = nil // of the step before
		if o.isUnpaired() {
			at[o.exactly()] = o
		}
	}
	for _, n := range m.new {
		// An id that was exchanged for a new one, beside the same words at the same
		// place, is a matter of the file: the statement stays.
		if o := at[n.exactly()]; o != nil && n.isFree() && o.isUnpaired() {
			pair(o, n, Same)
		}
	}
}

func free(items []*item) []*item {
	var out []*item
	for _, it := range items {
		if it.isFree() {
			out = append(out, it)
		}
	}
	return out
}

// freeOld is what the revision before has and nothing is linked to yet.
func (m *matching) freeOld() []*item {
	return slices.DeleteFunc(slices.Clone(m.old), func(it *item) bool { return it.partner != nil })
}

// ledger gives the ids that a ledger knows for the places of new items. Of
// several claims to one id the one most like its last wording holds.
func (m *matching) ledger() {
	claims := map[model.StatementID][]*item{}
	var order []model.StatementID
	var unknown []*item
	for _, n := range free(m.new) {
		id, ok := m.history.lookup(n.occurrence())
		if !ok {
			unknown = append(unknown, n)
			continue
		}
		if claims[id] == nil {
			order = append(order, id)
		}
		claims[id] = append(claims[id], n)
	}
	if len(order) == 0 {
		return
	}
	present := map[model.StatementID]*item{}
	for _, o := range m.old {
		present[o.id] = o
	}
	for _, id := range order {
		m.claim(id, present[id], claims[id], unknown)
	}
}

// claim gives the id to one of the claimants, unless its statement still
// stands, or stands in words that one of the unknown items resembles more: an
// author who writes an earlier wording anew, beside the present one, has not
// moved the statement back.
func (m *matching) claim(id model.StatementID, old *item, claimants, unknown []*item) {
	switch gone := m.history.retired[id]; {
	case old != nil && old.partner != nil:
	case old != nil:
		best := m.closest(old, claimants)
		if best == nil { // a person says that they are others
			return
		}
		like := m.history.likeness(old, best)
		rival := m.closest(old, unknown)
		if rival == nil || rival.Role != old.Role || m.history.likeness(old, rival) <= max(like, clearlyAlike) {
			pair(old, best, Same)
		}
	case gone != nil:
		m.comeBack(gone, m.closest(gone, claimants), Same)
	case m.history.lives[id] == nil:
		claimants[0].id, claimants[0].certainty = id, New
	}
}

// closest returns the item whose words are most like those of it, or nil.
func (m *matching) closest(it *item, among []*item) *item {
	var best *item
	most := -1.0
	for _, n := range among {
		if s := m.history.likeness(it, n); s > most && n.isFree() && !apart(it, n) {
			best, most = n, s
		}
	}
	return best
}

// sameWords links equal words at different places of one role, or of a role and
// the one that it has become.
func (m *matching) sameWords() {
	olds, news := m.freeOld(), free(m.new)
	if len(olds) == 0 || len(news) == 0 {
		return
	}
	m.kin = newKinship(m.old, m.new)
	byWords := map[string][]int{}
	for i, o := range olds {
		byWords[o.normal] = append(byWords[o.normal], i)
	}
	var edges []wording.Edge
	for c, n := range news {
		for _, r := range byWords[n.normal] {
			if apart(olds[r], n) {
				continue
			}
			if kin := m.kin.between(olds[r], n); kin >= closeKin || m.kin.siblings(olds[r], n) {
				edges = append(edges, wording.Edge{Row: r, Col: c, Cost: 1 - m.place(olds[r], n, kin)})
			}
		}
	}
	for r, c := range wording.Match(len(olds), len(news), edges, impossible) {
		if c >= 0 {
			pair(olds[r], news[c], Same)
			m.moved = append(m.moved, news[c])
		}
	}
}

// displaced has words confirmed that came from another role to an area that
// lost a statement of its own for which nothing else was found: that one may
// have been reworded after the other, and the other dropped.
func (m *matching) displaced() {
	gone := map[spot]bool{}
	for _, o := range m.old {
		if o.isUnpaired() {
			gone[spot{role: o.Role, area: o.Area}] = true
		}
	}
	for _, n := range m.moved {
		if n.partner.Role != n.Role && gone[spot{role: n.Role, area: n.Area}] {
			n.certainty = Confirm
		}
	}
}

// place is how well the places of two items agree, from 0 to 1, where their
// roles are kin. It tells equal words apart.
func (m *matching) place(o, n *item, kin float64) float64 {
	p := 0.5 * kin
	if o.Area == n.Area {
		p += 0.25
	}
	if o.Path == n.Path {
		p += 0.125
	}
	return p + 0.125*nearness(o, n)
}

// nearness falls with the distance of two positions in their areas.
func nearness(o, n *item) float64 {
	d := o.index - n.index
	if d < 0 {
		d = -d
	}
	return 1 / float64(1+d)
}

// impossible is a cost that no pair reaches.
const impossible = 2
