// Package authz decides who may do what. The whole policy is one table,
// Table, which is also a document (docs/policy.md is printed from it) and a
// test that sets every operation against every kind of actor.
//
// Whoever may not see a thing learns nothing of it: use cases turn a refused
// read into "not found".
package authz

import (
	"rung/internal/growth"
)

// Actor is who asks. The zero Actor is somebody who has not signed in.
type Actor struct {
	Person growth.PersonID
	Admin  bool
}

// SignedIn reports whether the actor is a person.
func (a Actor) SignedIn() bool { return a.Person != "" }

// Facts are what a decision rests on. Owner is the person whom the thing
// belongs to or is about; Manager is her manager now; Author wrote it. Shared
// says that its owner or author has shared it with those whom its visibility
// names.
type Facts struct {
	Owner   growth.PersonID
	Manager growth.PersonID
	Author  growth.PersonID
	Shared  bool
}

// Who is what an actor is to a thing.
type Who string

// The kinds of actor, as the table names them. One actor may be several.
const (
	Anyone        Who = "anyone"        // signed in or not
	SignedIn      Who = "signed in"     // any person of the company
	Owner         Who = "owner"         // the person it belongs to or is about
	Author        Who = "author"        // who wrote it, where that is somebody else
	Manager       Who = "manager"       // of the owner, now
	Administrator Who = "administrator" // runs the system
)

// Whos returns all kinds of actor in the table's order.
func Whos() []Who { return []Who{Anyone, SignedIn, Owner, Author, Manager, Administrator} }

// When limits a grant.
type When string

// The limits of a grant.
const (
	Always     When = "always"
	WhenShared When = "when shared"
)

// Grant lets one kind of actor do an operation.
type Grant struct {
	Who  Who
	When When
}

// Decision is the answer, with the row's reason for the log and for tests.
type Decision struct {
	Allowed bool
	Reason  string
}

// Decide says whether the actor may do the operation, given the facts. An
// operation that the table does not have is refused.
func Decide(op Operation, actor Actor, facts Facts) Decision {
	row, ok := find(op)
	if !ok {
		return Decision{Reason: "no row of the policy names this operation"}
	}
	for _, g := range row.Grants {
		if Is(g.Who, actor, facts) && (g.When == Always || facts.Shared) {
			return Decision{Allowed: true, Reason: string(g.Who) + ", " + string(g.When)}
		}
	}
	return Decision{Reason: "no grant of " + string(op) + " fits"}
}

// Is reports whether the actor is of that kind to the facts.
func Is(who Who, actor Actor, facts Facts) bool {
	if who == Anyone {
		return true
	}
	if !actor.SignedIn() {
		return false
	}
	switch who {
	case SignedIn:
		return true
	case Owner:
		return actor.Person == facts.Owner
	case Author:
		return actor.Person == facts.Author
	case Manager:
		return actor.Person == facts.Manager && actor.Person != facts.Owner
	case Administrator:
		return actor.Admin
	default:
		return false
	}
}

func find(op Operation) (Row, bool) {
	for _, r := range Table() {
		if r.Operation == op {
			return r, true
		}
	}
	return Row{}, false
}
