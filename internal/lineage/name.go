package lineage

import (
	"cmp"
	"slices"
)

// name gives ids to what is linked to nothing, and enters all in the ledger.
func (m *matching) name() {
	h := m.history
	for _, n := range m.new {
		if n.id != "" {
			h.enter(n)
		}
	}
	for _, n := range m.new {
		if n.id == "" {
			n.id = h.newID(n)
			if n.certainty == "" {
				n.certainty = New
			}
			h.enter(n)
		}
	}
}

// links renders what was found: the new items in the order given, then what
// is gone, by id.
func (m *matching) links(items []*item) []Link {
	out := make([]Link, 0, len(items))
	for _, n := range items {
		out = append(out, n.link())
	}
	var gone []Link
	for _, o := range m.old {
		if o.partner == nil {
			before := o.Wording
			gone = append(gone, Link{ID: o.id, Change: Retired, Certainty: Same, Before: &before, Others: o.others})
		}
	}
	slices.SortFunc(gone, func(a, b Link) int { return cmp.Compare(a.ID, b.ID) })
	return append(out, gone...)
}

func (it *item) link() Link {
	now := it.Wording
	l := Link{ID: it.id, Change: it.change(), Certainty: it.certainty, Now: &now, Others: it.others, Occurrence: it.ledger}
	if it.partner != nil {
		before := it.partner.Wording
		l.Before = &before
	}
	return l
}

func (it *item) change() Change {
	switch before := it.partner; {
	case it.split:
		return Split
	case before == nil:
		return Added
	case it.revived:
		return Revived
	case it.merged:
		return Merged
	case before.Text != it.Text:
		return Reworded
	case before.Wording != it.Wording:
		return Moved
	}
	return Kept
}
