// Package matrix is the page of one track: areas down, levels across.
package matrix

import (
	"slices"

	"rung/internal/model"
	"rung/internal/pages/shared"
)

// Page is the matrix of a track. Every row has a cell for every column.
type Page struct {
	shared.Frame
	Crumbs  []shared.Crumb
	Heading string
	Columns []Column
	Scope   []Row
	Areas   []Row
	Off     []shared.Ref // roles of the track that are not in force
}

// Column is a role of the track.
type Column struct {
	Level    string // its label, or ""
	Title    string
	URL      string
	Language string // of its words where it is not the page's, or ""
}

// Name returns level and title together.
func (c Column) Name() string {
	if c.Level == "" {
		return c.Title
	}
	return c.Level + " " + c.Title
}

// Row is one area, or one entry of the scope, through the levels.
type Row struct {
	Title string
	Emoji string
	Cells []Cell
}

// Cell is what one role says: a value of the scope, or statements.
type Cell struct {
	Value      []shared.Inline
	Statements []Statement
}

// Empty reports whether the role says nothing here.
func (c Cell) Empty() bool { return len(c.Value) == 0 && len(c.Statements) == 0 }

// Statement is one statement in a cell. Same marks one that stands in the very
// same words at the level before.
type Statement struct {
	Text []shared.Inline
	URL  string
	Same bool
}

// Input is what the matrix of a track is made of.
type Input struct {
	Frame     shared.Frame
	Framework *model.Framework
	Track     *model.Track
}

// Build returns the matrix of a track: its roles that are in force, in their
// original language.
func Build(in Input) Page {
	b := builder{links: in.Frame.Links}
	p := Page{Frame: in.Frame, Heading: in.Track.Title}
	p.Title = in.Track.Title
	p.Wide = true
	p.Crumbs = []shared.Crumb{{Label: "Map", URL: b.links.Map()}, {Label: in.Track.Title}}
	for _, r := range in.Framework.TrackRoles(in.Track.ID) {
		if r.Status == model.Active && r.TranslationOf == "" {
			b.roles = append(b.roles, r)
			p.Columns = append(p.Columns, Column{
				Level: r.LevelLabel(), Title: r.Title, URL: b.links.Role(r.ID), Language: shared.Foreign(r.Language, in.Frame.Language),
			})
		} else {
			p.Off = append(p.Off, shared.RoleRef(r, b.links))
		}
	}
	p.Scope = b.scope()
	p.Areas = b.areas()
	return p
}

type builder struct {
	links shared.Links
	roles []*model.Role
}

// scope returns a row for each entry of any role, in the order in which they
// first appear.
func (b *builder) scope() []Row {
	var rows []Row
	for i, r := range b.roles {
		for _, s := range r.Scope {
			at := slices.IndexFunc(rows, func(row Row) bool { return shared.SameName(row.Title, s.Name) })
			if at < 0 {
				at = len(rows)
				rows = append(rows, Row{Title: s.Name, Cells: make([]Cell, len(b.roles))})
			}
			rows[at].Cells[i].Value = shared.Inlines(s.Value, b.links)
		}
	}
	return rows
}

func (b *builder) areas() []Row {
	var rows []Row
	var ids []model.AreaID
	for i, r := range b.roles {
		for _, a := range r.Areas {
			at := slices.Index(ids, a.ID)
			if at < 0 {
				at = len(rows)
				ids = append(ids, a.ID)
				rows = append(rows, Row{Title: a.Title, Emoji: a.Emoji, Cells: make([]Cell, len(b.roles))})
			}
			cell := &rows[at].Cells[i]
			for _, s := range a.Statements {
				cell.Statements = append(cell.Statements, Statement{
					Text: shared.Inlines(s.Prose, b.links),
					URL:  b.links.Statement(r.ID, s.ID),
					Same: i > 0 && says(b.roles[i-1], s.Text),
				})
			}
		}
	}
	return rows
}

func says(r *model.Role, text string) bool {
	return slices.ContainsFunc(r.Statements(), func(s *model.Statement) bool { return shared.SameName(s.Text, text) })
}
