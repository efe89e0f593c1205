package lineage

import "rung/internal/wording"

const (
	// partOf is how much of a statement must stand in another for it to be a
	// part of that one.
	partOf = 0.65
	// notThere is how much of the part may at most stand in the other wording
	// of the whole: more, and it was there all along, or has stayed.
	notThere = 0.5
)

// parts marks new statements that were split off, and those that took up one
// which is gone. It changes no id.
func (m *matching) parts() {
	var changed []*item // linked in other words
	for _, n := range m.new {
		if n.partner != nil && !n.revived && n.partner.normal != n.normal {
			changed = append(changed, n)
		}
	}
	if len(changed) == 0 {
		return
	}
	for _, n := range m.new {
		if n.partner == nil {
			m.splitOff(n, changed)
		}
	}
	for _, o := range m.old {
		if o.partner == nil {
			m.takenUp(o, changed)
		}
	}
}

// splitOff looks for a statement that had the words of n and has lost them.
func (m *matching) splitOff(n *item, changed []*item) {
	h := m.history
	words, best := h.prepared(n.Text), partOf
	for _, c := range changed {
		if c.Role != n.Role || words.Size() < minWords {
			continue
		}
		was, is := wording.Containment(words, h.prepared(c.partner.Text)), wording.Containment(words, h.prepared(c.Text))
		if was >= best && is <= notThere {
			best, n.split, n.certainty = was, true, Confirm
			n.others = append(n.others[:0:0], c.id)
		}
	}
}

// takenUp looks for a statement that has the words of o and had them not.
func (m *matching) takenUp(o *item, changed []*item) {
	h := m.history
	words, best := h.prepared(o.Text), partOf
	var into *item
	for _, c := range changed {
		if c.Role != o.Role || words.Size() < minWords {
			continue
		}
		was, is := wording.Containment(words, h.prepared(c.partner.Text)), wording.Containment(words, h.prepared(c.Text))
		if is >= best && was <= notThere {
			best, into = is, c
		}
	}
	if into != nil {
		into.merged = true
		into.others = append(into.others, o.id)
		o.others = append(o.others[:0:0], into.id)
	}
}
