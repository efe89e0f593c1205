package lineage

import (
	"strings"

	"rung/internal/model"
	"rung/internal/wording"
)

// item is a statement of one revision while it is being linked.
type item struct {
	Wording
	id       model.StatementID // "" until known
	normal   string
	nth      int    // of equal words at one place
	key      string // that the source gives it, or ""
	shared   int    // its place among those of its key in the revision; 0 where it is the only one
	examples []*model.Example
	area     *area
	index    int // in its area

	occurs string // cache of occurrence
	ledger string // name under which the ledger holds its id

	partner   *item // the same statement in the other revision, or its retired wording
	certainty Certainty
	revived   bool
	others    []model.StatementID
	split     bool
	merged    bool
}

// area is the statements of one area of one role in one revision.
type area struct {
	items []*item
}

// spot is what must be equal for a statement to stand unchanged.
type spot struct {
	role   model.RoleID
	area   model.AreaID
	normal string
	nth    int
}

// spot does not hold nth until that is counted.
func (it *item) spot() spot { return spot{it.Role, it.Area, it.normal, 0} }

func (it *item) exactly() spot { return spot{it.Role, it.Area, it.normal, it.nth} }

func (it *item) occurrence() string {
	switch {
	case it.occurs != "":
	case it.key != "":
		it.occurs = keyOccurrence(it)
	default:
		it.occurs = occurrence(it.Role, it.Area, it.normal, it.nth)
	}
	return it.occurs
}

// apart reports whether the source gives two items different ids.
func apart(a, b *item) bool { return a.key != "" && b.key != "" && a.key != b.key }

// isFree reports whether the item is not linked yet.
func (it *item) isFree() bool { return it.partner == nil && it.id == "" }

// isUnpaired reports whether an item of the revision before is not linked yet.
func (it *item) isUnpaired() bool { return it.partner == nil }

// pair links an old item and a new one.
func pair(old, now *item, c Certainty) {
	old.partner, now.partner = now, old
	now.id, now.certainty = old.id, c
}

// everything is the statement and its examples, which often take up words that
// an edit removes from the statement itself.
func (it *item) everything() string {
	if len(it.examples) == 0 {
		return it.Text
	}
	var b strings.Builder
	b.WriteString(it.Text)
	for _, e := range it.examples {
		b.WriteByte(' ')
		b.WriteString(e.Text)
	}
	return b.String()
}

// likeness is how alike the words of two items are, from 0 to 1.
func (h *History) likeness(old, now *item) float64 {
	if old.normal == now.normal {
		return 1
	}
	s := wording.Similarity(h.prepared(old.Text), h.prepared(now.Text))
	if len(old.examples)+len(now.examples) > 0 {
		all := wording.Similarity(h.prepared(old.everything()), h.prepared(now.everything()))
		s = max(s, examplesShare*all)
	}
	return s
}

// examplesShare is what the likeness of statements with their examples counts,
// beside that of the statements alone.
const examplesShare = 0.9
