package role

import (
	"rung/internal/model"
	"rung/internal/pages/shared"
)

// StepTo returns how a role differs from the level below it, or nil where
// there is none.
func StepTo(f *model.Framework, r *model.Role) *Step {
	below, _ := Neighbours(f, r)
	if below == nil {
		return nil
	}
	s := &Step{
		Below:    below,
		New:      map[model.StatementID]bool{},
		Reworded: map[model.StatementID][]shared.Inline{},
		Gone:     map[model.AreaID][]*model.Statement{},
	}
	for _, p := range shared.Pairs(below, r) {
		switch {
		case p.A == nil:
			s.New[p.B.ID] = true
		case p.B == nil:
			_, area := below.Statement(p.A.ID)
			s.Gone[area.ID] = append(s.Gone[area.ID], p.A)
		case !p.Same():
			s.Reworded[p.B.ID] = shared.Changed(p.A.Text, p.B.Text, shared.MarkAdded|shared.MarkRemoved)
		}
	}
	return s
}
