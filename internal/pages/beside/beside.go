// Package beside is where self and manager stand side by side, an area at a
// time, with the evidence: everything for an honest conversation on one page.
package beside

import (
	"rung/internal/growth"
	"rung/internal/pages/shared"
	"rung/internal/pages/standing"
)

// Page is the two sides of one person and one role.
type Page struct {
	shared.Frame
	Crumbs  []shared.Crumb
	Heading string
	Lead    string
	Left    string // whose ratings stand left, as "You" or a name
	Right   string
	Roles   []shared.Ref // other roles to stand against
	Areas   []Area
	Counts  []standing.Count
	Notice  *shared.Notice
}

// Area is one area; rows that disagree stand first.
type Area struct {
	ID    string
	Title string
	Rows  []Row
}

// Row is one statement.
type Row struct {
	standing.Row
	Differ string // how far apart, in words, or ""
}

// Input is what the page is built from.
type Input struct {
	Frame   shared.Frame
	Crumbs  []shared.Crumb
	Heading string
	Lead    string
	Left    string
	Right   string
	Roles   []shared.Ref
	Notice  *shared.Notice
	Sides   growth.SideBySide
	Rows    standing.Input // how ratings and evidence are called
}

// Build returns the page.
func Build(in Input) Page {
	p := Page{
		Frame: in.Frame, Crumbs: in.Crumbs, Heading: in.Heading, Lead: in.Lead, Left: in.Left, Right: in.Right,
		Roles: in.Roles, Notice: in.Notice, Counts: standing.Build(in.Rows).Counts,
	}
	p.Title = in.Heading
	for i, a := range in.Sides.Areas {
		area := Area{ID: "side-" + string(rune('a'+i%26)) + string(a.ID), Title: a.Title}
		for _, r := range a.Rows {
			area.Rows = append(area.Rows, Row{standing.NewRow(in.Rows, r.StatementStanding), differ(r)})
		}
		p.Areas = append(p.Areas, area)
	}
	return p
}

func differ(r growth.SideRow) string {
	switch {
	case r.Apart >= 2:
		return shared.Count(r.Apart, "step apart", "steps apart")
	case r.Apart == 1:
		return "one step apart"
	case r.Differ:
		return "not alike"
	default:
		return ""
	}
}
