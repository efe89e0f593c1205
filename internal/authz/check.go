package authz

import (
	"context"

	"rung/internal/fault"
	"rung/internal/growth"
)

// Directory knows who there is.
type Directory interface {
	// Person returns the person, or fault.NotFound.
	Person(ctx context.Context, id growth.PersonID) (growth.Person, error)
}

// Check returns nil where the actor may do the operation, given the facts;
// else fault.Forbidden.
func Check(op Operation, actor Actor, facts Facts) error {
	if d := Decide(op, actor, facts); d.Allowed {
		return nil
	}
	if !actor.SignedIn() {
		return fault.New(fault.Forbidden, "Please sign in first.")
	}
	return fault.New(fault.Forbidden, "This is not yours to do.")
}

// Own returns nil where the actor may do the operation with what is her own.
func Own(op Operation, actor Actor) error {
	return Check(op, actor, Facts{Owner: actor.Person})
}

// See returns the owner where the actor may see something of hers: whatever is
// shared, item by item, is for the store to choose. Else, and where there is
// no such person, it is fault.NotFound, and one cannot be told from the other.
func See(ctx context.Context, d Directory, op Operation, actor Actor, owner growth.PersonID) (growth.Person, error) {
	p, err := about(ctx, d, op, actor, owner)
	if fault.KindOf(err) == fault.Forbidden && actor.SignedIn() {
		return growth.Person{}, noSuchPerson()
	}
	return p, err
}

// Do returns the owner where the actor may do the operation with something of
// hers; fault.Forbidden where the actor may know that she is there, and
// fault.NotFound where not.
func Do(ctx context.Context, d Directory, op Operation, actor Actor, owner growth.PersonID) (growth.Person, error) {
	p, err := about(ctx, d, op, actor, owner)
	if fault.KindOf(err) == fault.Forbidden && actor.SignedIn() && !p.Active() {
		return growth.Person{}, noSuchPerson()
	}
	if err != nil {
		return growth.Person{}, err
	}
	return p, nil
}

// about decides by the facts about owner. Nobody who is not signed in learns
// whether there is such a person. Where it refuses, it returns her all the
// same.
func about(ctx context.Context, d Directory, op Operation, actor Actor, owner growth.PersonID) (growth.Person, error) {
	if !actor.SignedIn() {
		return growth.Person{}, Check(op, actor, Facts{})
	}
	p, err := d.Person(ctx, owner)
	if fault.KindOf(err) == fault.NotFound {
		return p, noSuchPerson()
	}
	if err != nil {
		return p, err
	}
	return p, Check(op, actor, Facts{Owner: p.ID, Manager: p.Manager, Shared: true})
}

func noSuchPerson() error { return fault.New(fault.NotFound, "There is no such person.") }
