package role

import (
	"rung/internal/diff"
	"rung/internal/model"
	"rung/internal/pages/shared"
)

// Step says how a role differs from the level below it. A statement in neither
// map is as it is below.
type Step struct {
	Below    *model.Role
	New      map[model.StatementID]bool
	Reworded map[model.StatementID][]shared.Inline // its words, those that differ marked
	Gone     []GoneArea
	Scope    []diff.ScopePair
}

// GoneArea is what an area of the level below says and this level does not.
// Here is the area of this level that corresponds, or nil.
type GoneArea struct {
	Here, Below *model.Area
	Statements  []*model.Statement
}

// StepTo returns how a role differs from the level below it, or nil where
// there is none.
func StepTo(f *model.Framework, r *model.Role) *Step {
	below, _ := Neighbours(f, r)
	if below == nil {
		return nil
	}
	c := diff.Roles(below, r)
	s := &Step{
		Below: below, Scope: c.Scope,
		New: map[model.StatementID]bool{}, Reworded: map[model.StatementID][]shared.Inline{},
	}
	for _, a := range c.Areas {
		gone := GoneArea{Here: a.B, Below: a.A}
		for _, p := range a.Statements {
			switch p.Kind {
			case diff.OnlyB:
				s.New[p.B.ID] = true
			case diff.OnlyA:
				gone.Statements = append(gone.Statements, p.A)
			case diff.Reworded:
				s.Reworded[p.B.ID] = shared.Runs(p.Runs, shared.MarkAdded|shared.MarkRemoved)
			}
		}
		if len(gone.Statements) > 0 {
			s.Gone = append(s.Gone, gone)
		}
	}
	return s
}

// scopeChange returns how an entry of the role's own scope differs from the
// level below: "", "new" or "changed", and what the level below says. Where the
// level below has no scope at all, nothing is new.
func (s *Step) scopeChange(entry *model.Scope) (change, was string) {
	for _, p := range s.Scope {
		switch {
		case p.B != entry:
		case p.Kind == diff.OnlyB && len(s.Below.Scope) > 0:
			return "new", ""
		case p.Kind == diff.Reworded:
			return "changed", p.A.Value.Text
		}
	}
	return "", ""
}
