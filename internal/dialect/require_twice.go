package dialect

// asked is what a role asks of competencies: on its own page, and in a table of
// all roles.
type asked struct{ own, table []requirement }

// Who holds where a page and a table ask for one competency at two levels.
const (
	pageAsks  = "page-asks"
	tableAsks = "table-asks"
)

// ownOrTable leaves out what is asked twice. A table that shows all roles at a
// glance repeats what their pages say: where both ask for one competency, the
// role asks for it once, at the level that its page names.
func (s *Survey) ownOrTable(p *Page, own, table []requirement) asked {
	out := asked{own: askOnce(own)}
	at := map[*Competency]*CompetencyLevel{}
	for _, q := range out.own {
		at[q.competency] = q.level
	}
	var first *requirement // that the table wants at another level
	for _, q := range askOnce(table) {
		switch level, ok := at[q.competency]; {
		case !ok:
			out.table = append(out.table, q)
		case level != q.level && first == nil:
			first = &q
		}
	}
	if first == nil {
		return out
	}
	why := "a table elsewhere asks for " + quoted(first.competency.Title.Value) + " at " + quoted(first.level.Name) + ", and the page at " + quoted(at[first.competency].Name)
	if s.Choose(p.Path, pageAsks, tableAsks, why) {
		return out
	}
	return asked{own: notIn(out.own, table), table: askOnce(table)}
}

// askOnce leaves out what was asked before at the same level: a role's front
// matter and its table may both say so.
func askOnce(all []requirement) []requirement {
	type pair struct {
		*Competency
		*CompetencyLevel
	}
	seen := map[pair]bool{}
	var out []requirement
	for _, q := range all {
		if k := (pair{q.competency, q.level}); !seen[k] {
			seen[k] = true
			out = append(out, q)
		}
	}
	return out
}

// notIn returns the requirements of which no competency is among others.
func notIn(all, others []requirement) []requirement {
	of := map[*Competency]bool{}
	for _, q := range others {
		of[q.competency] = true
	}
	var out []requirement
	for _, q := range all {
		if !of[q.competency] {
			out = append(out, q)
		}
	}
	return out
}
