package compare

import (
	"slices"

	"rung/internal/model"
	"rung/internal/pages/shared"
)

// areas returns the areas of all roles, aligned by name, in the order in which
// they first appear. A line stands in the area of the last role that says it:
// that is where one is going.
func (b *builder) areas() []Area {
	var out []Area
	var ids []model.AreaID
	for _, r := range b.Roles {
		for _, a := range r.Areas {
			if !slices.Contains(ids, a.ID) {
				ids = append(ids, a.ID)
				out = append(out, Area{Anchor: "a-" + string(a.ID), Title: a.Title, Emoji: a.Emoji})
			}
		}
	}
	rows := make([][]ranked, len(out))
	for _, l := range b.lines {
		at := slices.Index(ids, b.areaOf(l))
		rank := b.rank(l)
		if rank == same {
			out[at].Same = append(out[at].Same, b.row(l))
			continue
		}
		rows[at] = append(rows[at], ranked{rank, b.row(l)})
	}
	for i, list := range rows {
		slices.SortStableFunc(list, func(x, y ranked) int { return x.rank - y.rank })
		for _, r := range list {
			out[i].Rows = append(out[i].Rows, r.row)
		}
	}
	return slices.DeleteFunc(out, func(a Area) bool { return len(a.Rows)+len(a.Same) == 0 })
}

type ranked struct {
	rank int
	row  Row
}

// The order of lines within an area.
const (
	added = iota
	reworded
	gone
	same
)

func (b *builder) rank(l line) int {
	differs := false
	for _, s := range l[1:] {
		if s != nil && l[0] != nil && !(shared.Pair{A: l[0], B: s}).Same() {
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

func (b *builder) areaOf(l line) model.AreaID {
	for i := len(l) - 1; i >= 0; i-- {
		if l[i] == nil {
			continue
		}
		if _, a := b.Roles[i].Statement(l[i].ID); a != nil {
			return a.ID
		}
	}
	return ""
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
		c := Cell{Text: b.words(l, i), URL: b.Frame.Links.Statement(b.Roles[i].ID, s.ID)}
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
