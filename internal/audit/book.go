package audit

import (
	"errors"
	"time"

	"rung/internal/authz"
	"rung/internal/growth"
)

// Book gives use cases the time, new ids, and the entries that they keep with
// what they do. It is safe for concurrent use where its two sources are.
type Book struct {
	now   func() time.Time
	newID func() string
}

// NewBook returns a book that asks now for the time and newID for ids, which
// must sort by the time they were made.
func NewBook(now func() time.Time, newID func() string) (Book, error) {
	if now == nil || newID == nil {
		return Book{}, errors.New("make audit book: a clock and a source of ids are needed")
	}
	return Book{now: now, newID: newID}, nil
}

// At returns the time as it is kept: UTC, in whole microseconds.
func (b Book) At() time.Time { return b.now().UTC().Truncate(time.Microsecond) }

// ID returns a new id.
func (b Book) ID() string { return b.newID() }

// Entry returns an entry that the actor has just done the operation to target.
// Note holds nothing private.
func (b Book) Entry(actor authz.Actor, op authz.Operation, target, note string) Entry {
	return Entry{ID: b.newID(), At: b.At(), Actor: actor.Person, Operation: op, Target: target, Note: note}
}

// Access returns the record that reader was shown items of owner. ok is false
// where there is nothing to record: no items, or her own.
func (b Book) Access(owner, reader growth.PersonID, items map[growth.ItemKind][]string) (a growth.Access, ok bool) {
	if owner == reader || len(items) == 0 {
		return growth.Access{}, false
	}
	return growth.Access{ID: b.newID(), Owner: owner, Reader: reader, At: b.At(), Items: items}, true
}
