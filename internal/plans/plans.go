// Package plans is what people have set out to grow in: a list of items each,
// shared one by one.
package plans

import (
	"context"
	"errors"
	"slices"
	"time"

	"rung/internal/audit"
	"rung/internal/authz"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store"
)

// Ladder gives the framework as it is now, with the revision that it is of. It
// is nil before the first one is compiled.
type Ladder interface {
	Latest() (*model.Framework, string)
}

// Config is what a Service is made of.
type Config struct {
	Store  store.Store
	Ladder Ladder
	Now    func() time.Time
	NewID  func() string
}

// Service keeps plans. It is safe for concurrent use.
type Service struct {
	store  store.Store
	ladder Ladder
	book   audit.Book
}

// New returns a Service.
func New(c Config) (*Service, error) {
	book, err := audit.NewBook(c.Now, c.NewID)
	if err != nil {
		return nil, err
	}
	if c.Store == nil || c.Ladder == nil {
		return nil, errors.New("make plans: a store and a ladder are needed")
	}
	return &Service{store: c.Store, ladder: c.Ladder, book: book}, nil
}

// Input is what somebody enters for an item of her plan. A Visible of "" is
// private.
type Input struct {
	Role      model.RoleID      // that it grows towards, or ""
	Statement model.StatementID // or ""
	Action    string
	Helper    string
	Due       time.Time // zero for none
	Visible   growth.Visibility
}

// onto returns i with what was entered. Role and statement may stay as they
// were though the ladder has lost them.
func (s *Service) onto(i growth.PlanItem, in Input) (growth.PlanItem, error) {
	f, revision := s.ladder.Latest()
	var wrong fault.Fields
	if in.Role != "" && in.Role != i.Role && (f == nil || f.Role(in.Role) == nil) {
		wrong.Add("role", "There is no such role in the ladder.")
	}
	if in.Statement != i.Statement {
		i.Revision = ""
	}
	if in.Statement != "" && in.Statement != i.Statement {
		i.Revision = revision
		if !there(f, in.Statement) {
			wrong.Add("statement", "This statement is not in the ladder.")
		}
	}
	i.Role, i.Statement, i.Action, i.Helper, i.Due, i.Visible = in.Role, in.Statement, in.Action, in.Helper, in.Due, in.Visible
	if i.Visible == "" {
		i.Visible = growth.Private
	}
	i, err := i.Clean()
	wrong = append(wrong, fault.FieldsOf(err)...)
	return i, wrong.Err()
}

func there(f *model.Framework, id model.StatementID) bool {
	if f == nil {
		return false
	}
	_, ok := f.Place(id)
	return ok
}

// Add adds an item to the actor's plan.
func (s *Service) Add(ctx context.Context, a authz.Actor, in Input) (growth.PlanItem, error) {
	if err := authz.Own(authz.KeepPlan, a); err != nil {
		return growth.PlanItem{}, err
	}
	i, err := s.onto(growth.PlanItem{ID: growth.PlanItemID(s.book.ID()), Owner: a.Person, CreatedAt: s.book.At(), Version: 1}, in)
	if err != nil {
		return growth.PlanItem{}, err
	}
	err = s.store.Update(ctx, func(tx store.Tx) error {
		list, err := tx.ListPlan(ctx, a.Person, a.Person)
		if err != nil {
			return err
		}
		if len(open(list)) >= growth.MaxPlanItems {
			return full()
		}
		if err := tx.AddPlanItem(ctx, i); err != nil {
			return err
		}
		return tx.AddAudit(ctx, s.book.Entry(a, authz.KeepPlan, string(i.ID), "added"))
	})
	return i, err
}

func open(list []growth.PlanItem) []growth.PlanItem {
	return slices.DeleteFunc(slices.Clone(list), func(i growth.PlanItem) bool { return !i.DoneAt.IsZero() })
}

func full() error {
	return fault.New(fault.Conflict, "Your plan has %d open items; please finish or remove one first.", growth.MaxPlanItems)
}

// Change replaces an item of the actor's. Version is the one that the edit
// saw.
func (s *Service) Change(ctx context.Context, a authz.Actor, id growth.PlanItemID, version int64, in Input) (growth.PlanItem, error) {
	return s.edit(ctx, a, id, "changed", func(i growth.PlanItem, _ []growth.PlanItem) (growth.PlanItem, error) {
		if i.Version != version {
			return i, fault.New(fault.Conflict, "This was changed meanwhile. Please look again and enter it anew.")
		}
		return s.onto(i, in)
	})
}

// Finish says that an item is done. Doing it again changes nothing.
func (s *Service) Finish(ctx context.Context, a authz.Actor, id growth.PlanItemID) (growth.PlanItem, error) {
	return s.edit(ctx, a, id, "done", func(i growth.PlanItem, _ []growth.PlanItem) (growth.PlanItem, error) {
		if i.DoneAt.IsZero() {
			i.DoneAt = s.book.At()
		}
		return i, nil
	})
}

// Reopen says that an item is not done after all.
func (s *Service) Reopen(ctx context.Context, a authz.Actor, id growth.PlanItemID) (growth.PlanItem, error) {
	return s.edit(ctx, a, id, "reopened", func(i growth.PlanItem, list []growth.PlanItem) (growth.PlanItem, error) {
		if !i.DoneAt.IsZero() && len(open(list)) >= growth.MaxPlanItems {
			return i, full()
		}
		i.DoneAt = time.Time{}
		return i, nil
	})
}

// Remove removes an item of the actor's for good.
func (s *Service) Remove(ctx context.Context, a authz.Actor, id growth.PlanItemID) error {
	if err := authz.Own(authz.KeepPlan, a); err != nil {
		return err
	}
	return s.store.Update(ctx, func(tx store.Tx) error {
		if err := tx.RemovePlanItem(ctx, a.Person, id); err != nil {
			return err
		}
		return tx.AddAudit(ctx, s.book.Entry(a, authz.KeepPlan, string(id), "removed"))
	})
}

// edit changes one item of the actor's by f, which is given her plan too.
func (s *Service) edit(ctx context.Context, a authz.Actor, id growth.PlanItemID, note string, f func(growth.PlanItem, []growth.PlanItem) (growth.PlanItem, error)) (growth.PlanItem, error) {
	if err := authz.Own(authz.KeepPlan, a); err != nil {
		return growth.PlanItem{}, err
	}
	var out growth.PlanItem
	err := s.store.Update(ctx, func(tx store.Tx) error {
		list, err := tx.ListPlan(ctx, a.Person, a.Person)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(list, func(i growth.PlanItem) bool { return i.ID == id })
		if at < 0 {
			return fault.New(fault.NotFound, "There is no such item in your plan.")
		}
		if out, err = f(list[at], list); err != nil {
			return err
		}
		if err := tx.ChangePlanItem(ctx, out); err != nil {
			return err
		}
		out.Version++
		return tx.AddAudit(ctx, s.book.Entry(a, authz.KeepPlan, string(id), note))
	})
	return out, err
}

// Own returns the actor's plan: open items by due day, then done ones.
func (s *Service) Own(ctx context.Context, a authz.Actor) ([]growth.PlanItem, error) {
	if err := authz.Own(authz.SeePlan, a); err != nil {
		return nil, err
	}
	var out []growth.PlanItem
	err := s.store.View(ctx, func(tx store.Tx) error {
		var err error
		out, err = tx.ListPlan(ctx, a.Person, a.Person)
		return err
	})
	return out, err
}

// Of returns the items of a person's plan that the actor may see, and records
// that she was shown them.
func (s *Service) Of(ctx context.Context, a authz.Actor, owner growth.PersonID) ([]growth.PlanItem, error) {
	if a.SignedIn() && a.Person == owner {
		return s.Own(ctx, a)
	}
	var out []growth.PlanItem
	err := s.store.Update(ctx, func(tx store.Tx) error {
		if _, err := authz.See(ctx, tx, authz.SeePlan, a, owner); err != nil {
			return err
		}
		var err error
		if out, err = tx.ListPlan(ctx, owner, a.Person); err != nil {
			return err
		}
		ids := make([]string, len(out))
		for i, item := range out {
			ids[i] = string(item.ID)
		}
		access, ok := s.book.Access(owner, a.Person, growth.Items(map[growth.ItemKind][]string{growth.PlanItemKind: ids}))
		if !ok {
			return nil
		}
		return tx.AddAccess(ctx, access)
	})
	return out, err
}
