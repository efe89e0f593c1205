package themap

import (
	"slices"
	"strconv"
	"strings"

	"rung/internal/model"
	"rung/internal/pages/shared"
)

// Input is what the map is made of. Here and Want are the reader's roles, or
// "".
type Input struct {
	Frame      shared.Frame
	Framework  *model.Framework
	Here, Want model.RoleID
}

// Build returns the map.
func Build(in Input) Page {
	b := builder{Input: in, links: in.Frame.Links}
	p := Page{Frame: in.Frame}
	p.Title = in.Frame.Site
	p.Wide = true
	orders := b.orders()
	for _, o := range orders {
		p.Columns = append(p.Columns, Column{Label: b.label(o)})
	}
	for _, t := range in.Framework.Tracks {
		if row, ok := b.track(t, orders, p.Columns); ok {
			p.Tracks = append(p.Tracks, row)
			p.Compares = p.Compares || compares(row)
		}
	}
	for _, r := range in.Framework.Foundations() {
		if r.Status == model.Active && r.TranslationOf == "" {
			p.Foundations = append(p.Foundations, shared.RoleRef(r, b.links))
		}
	}
	p.Off = b.off()
	b.pages(&p)
	p.Lead = b.lead(p)
	return p
}

type builder struct {
	Input
	links shared.Links
}

// stands reports whether a role is on the map.
func stands(r *model.Role) bool {
	return !r.Foundation && r.Status == model.Active && r.TranslationOf == ""
}

// noLevel is the order of roles that have no level. They stand in a column of
// their own, after all others.
const noLevel = int(^uint(0) >> 1)

func order(r *model.Role) int {
	if r.Level == nil {
		return noLevel
	}
	return r.Level.Order
}

func (b *builder) orders() []int {
	var out []int
	for _, r := range b.Framework.Roles {
		if stands(r) && !slices.Contains(out, order(r)) {
			out = append(out, order(r))
		}
	}
	slices.Sort(out)
	return out
}

// label returns the words above a column: the label of its roles where most
// agree on one, else the number of the level.
func (b *builder) label(o int) string {
	if o == noLevel {
		return "No level"
	}
	count := map[string]int{}
	best, all := "", 0
	for _, r := range b.Framework.Roles {
		if !stands(r) || order(r) != o || r.Level.Label == "" {
			continue
		}
		all++
		count[r.Level.Label]++
		if n := count[r.Level.Label]; n > count[best] {
			best = r.Level.Label
		}
	}
	if best != "" && 2*count[best] > all {
		return best
	}
	return "Level " + strconv.Itoa(o)
}

func (b *builder) track(t *model.Track, orders []int, columns []Column) (row Track, ok bool) {
	row = Track{Title: t.Title, URL: b.links.Track(t.ID), Slots: make([]Slot, len(orders))}
	for i := range row.Slots {
		row.Slots[i].Label = columns[i].Label
	}
	for _, r := range b.Framework.TrackRoles(t.ID) {
		if stands(r) {
			i := slices.Index(orders, order(r))
			row.Slots[i].Cells = append(row.Slots[i].Cells, b.cell(r, columns[i].Label))
			ok = true
		}
	}
	return row, ok
}

func compares(t Track) bool {
	for _, s := range t.Slots {
		for _, c := range s.Cells {
			if len(c.Edges) > 0 {
				return true
			}
		}
	}
	return false
}

func (b *builder) cell(r *model.Role, column string) Cell {
	c := Cell{Level: r.LevelLabel(), Title: r.Title, URL: b.links.Role(r.ID), Language: shared.Foreign(r.Language, b.Frame.Language)}
	c.Own = c.Level != "" && c.Level != column && "Level "+c.Level != column
	switch r.ID {
	case b.Here:
		c.Mark = Here
	case b.Want:
		c.Mark = Wanted
	}
	seen := map[model.RoleID]bool{}
	for _, e := range r.Equivalences {
		other := b.Framework.Role(e.Role)
		if other == nil || seen[other.ID] {
			continue
		}
		seen[other.ID] = true
		c.Edges = append(c.Edges, shared.Edge{
			Words: "asks " + shared.Comparison(e.Comparison),
			Role:  other.Name(),
			URL:   b.links.Role(other.ID),
		})
	}
	return c
}

func (b *builder) off() []Off {
	drafts := Off{Title: "Drafts"}
	old := Off{Title: "No longer in force"}
	translated := Off{Title: "In other languages"}
	for _, r := range b.Framework.Roles {
		ref := shared.RoleRef(r, b.links)
		if t := b.Framework.Track(r.Track); t != nil {
			ref.Note = t.Title
		}
		switch {
		case r.Status == model.Draft:
			drafts.Roles = append(drafts.Roles, ref)
		case r.Status == model.Deprecated:
			old.Roles = append(old.Roles, ref)
		case r.TranslationOf != "":
			ref.Note = shared.LanguageName(r.Language)
			translated.Roles = append(translated.Roles, ref)
		}
	}
	return slices.DeleteFunc([]Off{drafts, translated, old}, func(o Off) bool { return len(o.Roles) == 0 })
}

func (b *builder) pages(p *Page) {
	for _, page := range b.Framework.Pages {
		ref := shared.Ref{Label: page.Title, URL: b.links.Page(page.Path), Note: page.Path}
		if ref.Label == "" {
			ref.Label, ref.Note = page.Path, ""
		}
		if page.Kind == model.GuidePage {
			p.Guides = append(p.Guides, ref)
		} else {
			p.Indexes = append(p.Indexes, ref)
		}
	}
}

func (b *builder) lead(p Page) string {
	roles, statements := 0, 0
	for _, r := range b.Framework.Roles {
		if stands(r) {
			roles++
			statements += len(r.Statements())
		}
	}
	if roles == 0 {
		return ""
	}
	return strings.Join([]string{
		shared.Count(len(p.Tracks), "track", "tracks"),
		shared.Count(roles, "role", "roles"),
		shared.Count(statements, "statement", "statements"),
	}, ", ") + "."
}
