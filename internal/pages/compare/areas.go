package compare

import (
	"slices"
	"strconv"

	"rung/internal/model"
	"rung/internal/pages/shared"
)

// areas returns what the roles say area by area, in the order in which areas
// first appear. A line stands in the area of the last role that says it.
func (b *builder) areas() []Area {
	var out []Area
	for _, g := range b.groups {
		a := last(g)
		area := Area{Anchor: b.anchor("a-" + string(a.ID)), Title: a.Title, Emoji: a.Emoji}
		var rows []ranked
		for _, l := range b.lines {
			if !slices.Contains(g, b.areaOf(l)) {
				continue
			}
			if rank := b.rank(l); rank == same {
				area.Same = append(area.Same, b.row(l))
			} else {
				rows = append(rows, ranked{rank, b.row(l)})
			}
		}
		slices.SortStableFunc(rows, func(x, y ranked) int { return x.rank - y.rank })
		for _, r := range rows {
			area.Rows = append(area.Rows, r.row)
		}
		if len(area.Rows)+len(area.Same) > 0 {
			out = append(out, area)
		}
	}
	return out
}

type ranked struct {
	rank int
	row  Row
}

// The order of lines within an area: what both say in other words comes first,
// for there one reads what changes in what one does already.
const (
	reworded = iota
	added
	gone
	same
)

func (b *builder) rank(l line) int {
	differs := false
	for _, s := range l[1:] {
		if s != nil && l[0] != nil && !sameWords(l[0], s) {
			differs = true
		}
	}
	switch {
	case l[0] == nil:
		return added
	case differs:
		return reworded
	case slices.Contains(l, nil):
		return gone
	default:
		return same
	}
}

// areaOf returns the area in which the last role that has the line says it.
func (b *builder) areaOf(l line) *model.Area {
	s := last(l)
	i := slices.Index(l, s)
	for _, a := range b.roles[i].Areas {
		if slices.Contains(a.Statements, s) {
			return a
		}
	}
	return nil
}

// anchor returns a fragment of that name that no other area has.
func (b *builder) anchor(name string) string {
	free := name
	for i := 2; b.anchors[free]; i++ {
		free = name + "-" + strconv.Itoa(i)
	}
	b.anchors[free] = true
	return free
}

func (b *builder) row(l line) Row {
	row := Row{Cells: make([]Cell, len(l))}
	said := 0
	for _, s := range l {
		if s != nil {
			said++
		}
	}
	for i, s := range l {
		if s == nil {
			continue
		}
		c := Cell{Text: b.words(l, i), URL: b.Frame.Links.Statement(b.roles[i].ID, s.ID)}
		if said == 1 {
			c.Tag = "only here"
		}
		row.Cells[i] = c
	}
	return row
}

// words returns a statement with the words marked that differ from the first
// role's. The first role's own are marked where there is only one to differ
// from.
func (b *builder) words(l line, i int) []shared.Inline {
	switch {
	case i > 0 && l[0] != nil && l[0].Text != l[i].Text:
		return shared.Changed(l[0].Text, l[i].Text, shared.MarkAdded)
	case i == 0 && len(l) == 2 && l[1] != nil && l[0].Text != l[1].Text:
		return shared.Changed(l[0].Text, l[1].Text, shared.MarkRemoved)
	default:
		return shared.Inlines(l[i].Prose, b.Frame.Links)
	}
}
