package me

import (
	"strconv"
	"time"

	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/pages/shared"
)

// stripMonths is how many months the strip goes back.
const stripMonths = 12

// Strip is evidence by month and area: it shows what was forgotten. It counts
// what is written down, never how well.
type Strip struct {
	Months []string // short names, oldest first
	Rows   []StripRow
	Table  shared.Table
}

// StripRow is an area's counts, a month each.
type StripRow struct {
	Title  string
	Counts []int
}

// NewStrip counts evidence by the areas of the statements that it supports.
// Evidence that supports no statement of the role has a row of its own. It
// returns nil where there is nothing to count.
func NewStrip(list []growth.Evidence, statements []growth.Listed, now time.Time) *Strip {
	if len(list) == 0 {
		return nil
	}
	s := &Strip{}
	first := time.Date(now.UTC().Year(), now.UTC().Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, 1-stripMonths, 0)
	for m := range stripMonths {
		s.Months = append(s.Months, first.AddDate(0, m, 0).Format("Jan"))
	}
	areas, order := areasOf(statements)
	rows := make(map[string][]int, len(order)+1)
	const other = "Anything else"
	for _, e := range list {
		month := monthsBetween(first, e.Happened.UTC())
		if month < 0 || month >= stripMonths {
			continue
		}
		for _, title := range titlesOf(e, areas, other) {
			if rows[title] == nil {
				rows[title] = make([]int, stripMonths)
			}
			rows[title][month]++
		}
	}
	for _, title := range append(order, other) {
		counts := rows[title]
		if counts == nil {
			if title == other {
				continue
			}
			counts = make([]int, stripMonths)
		}
		s.Rows = append(s.Rows, StripRow{title, counts})
	}
	s.Table = stripTable(s, first)
	return s
}

// areasOf returns the area's title of every statement, and the titles in the
// order of the role.
func areasOf(statements []growth.Listed) (map[model.StatementID]string, []string) {
	areas := map[model.StatementID]string{}
	var order []string
	seen := map[string]bool{}
	for _, l := range statements {
		areas[l.Statement.ID] = l.Area.Title
		if !seen[l.Area.Title] {
			seen[l.Area.Title] = true
			order = append(order, l.Area.Title)
		}
	}
	return areas, order
}

// titlesOf returns the areas that a piece of evidence supports, each once.
func titlesOf(e growth.Evidence, areas map[model.StatementID]string, other string) []string {
	var out []string
	seen := map[string]bool{}
	for _, s := range e.Statements {
		if title, ok := areas[s.Statement]; ok && !seen[title] {
			seen[title] = true
			out = append(out, title)
		}
	}
	if len(out) == 0 {
		return []string{other}
	}
	return out
}

func monthsBetween(first, day time.Time) int {
	return (day.Year()-first.Year())*12 + int(day.Month()) - int(first.Month())
}

func stripTable(s *Strip, first time.Time) shared.Table {
	t := shared.Table{Caption: "Evidence by month and area", Head: []string{"Area"}}
	for m := range stripMonths {
		t.Head = append(t.Head, first.AddDate(0, m, 0).Format("Jan 2006"))
	}
	for _, r := range s.Rows {
		row := []shared.Cell{{Text: r.Title}}
		for _, n := range r.Counts {
			row = append(row, shared.Cell{Text: strconv.Itoa(n)})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
