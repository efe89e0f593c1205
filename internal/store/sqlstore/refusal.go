package sqlstore

import (
	"context"
	"errors"

	"rung/internal/fault"
)

// Refusal is why a database refused a statement, as far as callers of a store
// care. Each driver spells it differently.
type Refusal int

// The refusals.
const (
	Unknown    Refusal = iota // our own bug, or a damaged database
	Taken                     // a value that must be unique is there already
	Dangling                  // it refers to something that is not there
	NotAllowed                // a value is outside what its column allows
	Busy                      // locked, full, out of reach or cut off
)

// Fault returns err as a fault of the refusal's kind, or as it is where that
// is unknown. An ended context is Busy whatever the driver made of it.
func (r Refusal) Fault(err error) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		r = Busy
	}
	switch r {
	case Taken:
		return fault.Wrap(fault.Conflict, err, "Something of that name or id is there already")
	case Dangling:
		return fault.Wrap(fault.NotFound, err, "Something that this refers to is not there")
	case NotAllowed:
		return fault.Wrap(fault.Invalid, err, "A value is not one of those that are allowed")
	case Busy:
		return fault.Wrap(fault.Unavailable, err, "The database cannot do this now; try again in a moment")
	default:
		return err
	}
}
