package history

import (
	"strings"

	"rung/internal/fault"
	"rung/internal/lineage"
	"rung/internal/model"
)

// fewestSigns is how much of an id must be given for the rest to be guessed.
const fewestSigns = 4

// Life returns the life of a statement, by its id or the beginning of it. What
// names none is NotFound, what names several is Invalid.
func (l *Line) Life(id string) (lineage.Life, error) {
	id = strings.ToLower(strings.TrimSpace(id))
	if !strings.HasPrefix(id, "s-") {
		id = "s-" + id
	}
	var found []lineage.Life
	for _, life := range l.Lives {
		switch {
		case string(life.ID) == id:
			return life, nil
		case len(id)-2 >= fewestSigns && strings.HasPrefix(string(life.ID), id):
			found = append(found, life)
		}
	}
	switch len(found) {
	case 0:
		return lineage.Life{}, fault.New(fault.NotFound, "no revision has a statement %s: rung history lists them all", id)
	case 1:
		return found[0], nil
	}
	return lineage.Life{}, fault.New(fault.Invalid, "%s begins the ids of %d statements: write more of it", id, len(found))
}

// Origin is where a wording of a statement comes from.
type Origin struct {
	Place model.Place
	Since Revision // the first revision of the statement
	Words Revision // that gave it its present words and place
	Times int      // how many wordings and places it has had
}

// Blame says for each statement of a role, in reading order, where it comes
// from. The role must be of the last revision of the line.
func (l *Line) Blame(r *model.Role) []Origin {
	lives := make(map[model.StatementID]lineage.Life, len(l.Lives))
	for _, life := range l.Lives {
		lives[life.ID] = life
	}
	var out []Origin
	for _, a := range r.Areas {
		for _, s := range a.Statements {
			o := Origin{Place: model.Place{Role: r, Area: a, Statement: s}}
			if w := lives[s.ID].Wordings; len(w) > 0 {
				o.Since, o.Words, o.Times = l.Revisions[w[0].From], l.Revisions[w[len(w)-1].From], len(w)
			}
			out = append(out, o)
		}
	}
	return out
}
