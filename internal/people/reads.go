package people

import (
	"context"

	"rung/internal/audit"
	"rung/internal/authz"
	"rung/internal/growth"
	"rung/internal/store"
)

// maxReads is how many reads a person is shown.
const maxReads = 500

// Read is one time that somebody was shown private items of the actor.
type Read struct {
	growth.Access
	ReaderName string
}

// Reads returns who read what is private to the actor, newest first.
func (s *Service) Reads(ctx context.Context, a authz.Actor) ([]Read, error) {
	if err := authz.Own(authz.SeeAccess, a); err != nil {
		return nil, err
	}
	var out []Read
	err := s.store.View(ctx, func(tx store.Tx) error {
		list, err := tx.ListAccesses(ctx, a.Person, maxReads)
		if err != nil || len(list) == 0 {
			return err
		}
		called, err := allNames(ctx, tx)
		for _, access := range list {
			out = append(out, Read{Access: access, ReaderName: called[access.Reader]})
		}
		return err
	})
	return out, err
}

// allNames returns what everybody is called, also those who have left.
func allNames(ctx context.Context, tx store.Tx) (map[growth.PersonID]string, error) {
	list, err := everybody(ctx, tx, store.EverybodyEver)
	out := make(map[growth.PersonID]string, len(list))
	for _, p := range list {
		out[p.ID] = p.Name
	}
	return out, err
}

// LogEntry is one line of the administrators' log.
type LogEntry struct {
	audit.Entry
	ActorName  string // "" where the operator did it
	TargetName string // of a person; "" for other things
}

// Log returns what administrators did, newest first, of the newest entries
// that the store lists. What people do with what is their own is not in it:
// that would tell how often they write.
func (s *Service) Log(ctx context.Context, a authz.Actor) ([]LogEntry, error) {
	if err := authz.Check(authz.SeeAudit, a, authz.Facts{}); err != nil {
		return nil, err
	}
	var out []LogEntry
	err := s.store.View(ctx, func(tx store.Tx) error {
		list, err := tx.ListAudit(ctx, store.MaxList)
		if err != nil {
			return err
		}
		called, err := allNames(ctx, tx)
		for _, e := range list {
			if ofAdministrators(e.Operation) {
				out = append(out, LogEntry{e, called[e.Actor], called[growth.PersonID(e.Target)]})
			}
		}
		return err
	})
	return out, err
}

// ofAdministrators reports whether the policy gives the operation to
// administrators as such, and not to everybody.
func ofAdministrators(op authz.Operation) bool {
	somebody := authz.Actor{Person: "somebody"}
	admin := authz.Actor{Person: "somebody", Admin: true}
	return authz.Decide(op, admin, authz.Facts{}).Allowed && !authz.Decide(op, somebody, authz.Facts{}).Allowed
}
