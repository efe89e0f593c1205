package people

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"time"

	"rung/internal/authz"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
)

// PreviewImport says what an import of the file would do, and saves nothing.
func (s *Service) PreviewImport(ctx context.Context, a authz.Actor, r io.Reader) (Preview, error) {
	if err := administrate(a); err != nil {
		return Preview{}, err
	}
	f, err := readFile(r)
	if err != nil {
		return Preview{}, err
	}
	var out Preview
	err = s.store.View(ctx, func(tx store.Tx) error {
		k, err := s.known(ctx, tx, f)
		out = planImport(f, k).preview
		return err
	})
	return out, err
}

// Import adds and changes people by a file: all of it, or nothing where any
// row is wrong, which is fault.Invalid with the wrong rows in the preview.
// People whom the file does not name stay as they are. An empty team or
// manager_email means none; an empty role, since or admin leaves what is.
func (s *Service) Import(ctx context.Context, a authz.Actor, r io.Reader) (Preview, error) {
	if err := administrate(a); err != nil {
		return Preview{}, err
	}
	f, err := readFile(r)
	if err != nil {
		return Preview{}, err
	}
	var out Preview
	err = s.store.Update(ctx, func(tx store.Tx) error {
		k, err := s.known(ctx, tx, f)
		if err != nil {
			return err
		}
		p := planImport(f, k)
		if out = p.preview; len(out.Wrong) > 0 {
			return fault.New(fault.Invalid, "Some rows need another look; nothing was saved.")
		}
		return s.carryOut(ctx, tx, a, p, k)
	})
	return out, err
}

// known loads what the rows of a file are held against.
func (s *Service) known(ctx context.Context, tx store.Tx, f *file) (known, error) {
	k := known{
		people: map[string]growth.Person{}, emails: map[growth.PersonID]string{},
		roles: map[growth.PersonID][]growth.Assignment{}, now: s.book.At(),
	}
	k.framework, k.revision = s.ladder.Latest()
	all, err := everybody(ctx, tx, store.EverybodyEver)
	if err != nil {
		return k, err
	}
	for _, p := range all {
		k.people[p.Email], k.emails[p.ID] = p, p.Email
	}
	if k.teams, err = tx.ListTeams(ctx); err != nil {
		return k, err
	}
	var wrong fault.Fields // told by the plan
	for _, r := range f.rows {
		email, _ := r.cell("email")
		p, there := k.people[growth.CleanEmail(&wrong, "email", email)]
		if role, _ := r.cell("role"); role == "" || !there {
			continue
		}
		if k.roles[p.ID], err = tx.ListAssignments(ctx, p.ID); err != nil {
			return k, err
		}
	}
	return k, nil
}

// carryOut saves a plan: teams first, then people, managers before those who
// report to them, then roles.
func (s *Service) carryOut(ctx context.Context, tx store.Tx, a authz.Actor, p *plan, k known) error {
	teams := map[string]growth.TeamID{}
	for _, t := range k.teams {
		teams[t.Name] = t.ID
	}
	for _, name := range p.preview.Teams {
		t := growth.Team{ID: growth.TeamID(s.book.ID()), Name: name, Version: 1}
		if err := s.addTeam(ctx, tx, a, t); err != nil {
			return err
		}
		teams[name] = t.ID
	}
	ids := map[string]growth.PersonID{}
	for _, o := range k.people {
		ids[o.Email] = o.ID
	}
	for _, t := range managersFirst(p.targets) {
		t.new.Team, t.new.Manager = teams[t.team], ids[t.manager]
		if err := s.save(ctx, tx, a, t); err != nil {
			return fmt.Errorf("import line %d: %w", t.row.line, err)
		}
		ids[t.new.Email] = t.new.ID
	}
	return nil
}

// managersFirst returns the targets so that a new manager comes before those
// who report to her. There is no circle.
func managersFirst(list []*target) []*target {
	byEmail := map[string]*target{}
	for _, t := range list {
		byEmail[t.new.Email] = t
	}
	var out []*target
	done := map[*target]bool{}
	for _, t := range list {
		var way []*target
		for at := t; at != nil && !done[at]; at = byEmail[at.manager] {
			done[at] = true
			way = append(way, at)
		}
		for i := len(way) - 1; i >= 0; i-- {
			out = append(out, way[i])
		}
	}
	return out
}

// save adds or changes one person and her role, each with its audit row.
func (s *Service) save(ctx context.Context, tx store.Tx, a authz.Actor, t *target) error {
	switch {
	case t.old.ID == "":
		t.new.ID, t.new.JoinedAt, t.new.Version = growth.PersonID(s.book.ID()), s.book.At(), 1
		if err := tx.AddPerson(ctx, t.new); err != nil {
			return err
		}
		if err := tx.AddAudit(ctx, s.book.Entry(a, authz.KeepPeople, string(t.new.ID), "added by import")); err != nil {
			return err
		}
	case t.new != t.old:
		if err := tx.ChangePerson(ctx, t.new); err != nil {
			return err
		}
		if err := tx.AddAudit(ctx, s.book.Entry(a, authz.KeepPeople, string(t.new.ID), "changed by import")); err != nil {
			return err
		}
	}
	if t.role == nil {
		return nil
	}
	if t.replaces != "" {
		if err := tx.RemoveAssignment(ctx, t.old.ID, t.replaces); err != nil {
			return err
		}
	}
	t.role.ID, t.role.Person, t.role.CreatedAt = s.book.ID(), t.new.ID, s.book.At()
	return s.assign(ctx, tx, a, *t.role)
}

// Export returns those who are here as a file that imports again to the same.
func (s *Service) Export(ctx context.Context, a authz.Actor) ([]byte, error) {
	if err := administrate(a); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err := s.store.View(ctx, func(tx store.Tx) error {
		out.Reset()
		n, err := loadNames(ctx, tx)
		if err != nil {
			return err
		}
		roles, err := s.held(ctx, tx)
		if err != nil {
			return err
		}
		return writeFile(&out, n, roles)
	})
	return out.Bytes(), err
}

func writeFile(w io.Writer, n names, roles map[growth.PersonID]growth.Assignment) error {
	emails := map[growth.PersonID]string{}
	for _, p := range n.active {
		emails[p.ID] = p.Email
	}
	c := csv.NewWriter(w)
	records := [][]string{Columns()}
	for _, p := range n.active {
		role, since := "", ""
		if held, ok := roles[p.ID]; ok {
			role, since = string(held.Role), held.Since.Format(time.DateOnly)
		}
		records = append(records, []string{
			guard(p.Name), guard(p.Email), guard(n.teams[p.Team]), guard(emails[p.Manager]), guard(role), since, yes(p.Admin),
		})
	}
	return c.WriteAll(records)
}
