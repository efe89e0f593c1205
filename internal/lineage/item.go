package lineage

import (
	"rung/internal/model"
	"rung/internal/wording"
)

// item is a statement of one revision while it is being linked.
type item struct {
	Wording
	id       model.StatementID // "" until known
	track    model.TrackID
	normal   string
	nth      int    // of equal words at one place
	key      string // that the source gives it, or ""
	shared   int    // its place among those of its key in the revision; 0 where it is the only one
	examples []*model.Example
	area     *area
	index    int // in its area

	vocabulary *vocabulary   // of its role; nil once the revision is past
	weighed    *wording.Text // cache of words
	whole      *wording.Text // cache of everything

	occurs string // cache of occurrence
	ledger string // name under which the ledger holds its id

	partner   *item // the same statement in the other revision, or its retired wording
	certainty Certainty
	revived   bool
	others    []model.StatementID
	bars      []barred // see Verdict
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

// apart reports whether the source gives two items different ids, or a person
// says that they are two.
func apart(a, b *item) bool {
	return a.key != "" && b.key != "" && a.key != b.key || a.bans(b) || b.bans(a)
}

// isFree reports whether the item is not linked yet.
func (it *item) isFree() bool { return it.partner == nil && it.id == "" }

// isUnpaired reports whether an item of the revision before is not linked yet.
func (it *item) isUnpaired() bool { return it.partner == nil }

// pair links an old item and a new one.
func pair(old, now *item, c Certainty) {
	old.partner, now.partner = now, old
	now.id, now.certainty = old.id, c
}
