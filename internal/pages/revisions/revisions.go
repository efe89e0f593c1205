// Package revisions is the list of a framework's revisions.
package revisions

import (
	"strconv"
	"time"

	"rung/internal/pages/shared"
)

// Page is the list, newest first, by year.
type Page struct {
	shared.Frame
	Years []Year
	Count string
}

// Year holds the revisions of one year.
type Year struct {
	Title string
	Rows  []Row
}

// Row is one revision. URL is the map as it was then.
type Row struct {
	Time    time.Time
	Subject string
	Short   string
	URL     string
	Newest  bool
}

// Revision is one revision as the list needs it.
type Revision struct {
	ID      string
	Time    time.Time
	Subject string
}

// Input is what the list is made of; List is newest first.
type Input struct {
	Frame shared.Frame
	List  []Revision
}

// Build returns the list.
func Build(in Input) Page {
	p := Page{Frame: in.Frame, Count: shared.Count(len(in.List), "revision", "revisions")}
	p.Title = "Revisions"
	for i, r := range in.List {
		year := strconv.Itoa(r.Time.UTC().Year())
		if n := len(p.Years); n == 0 || p.Years[n-1].Title != year {
			p.Years = append(p.Years, Year{Title: year})
		}
		last := &p.Years[len(p.Years)-1]
		links := in.Frame.Links.At(r.ID)
		if i == 0 {
			links = in.Frame.Links.At("")
		}
		last.Rows = append(last.Rows, Row{Time: r.Time, Subject: subject(r.Subject), Short: shared.ShortID(r.ID), URL: links.Map(), Newest: i == 0})
	}
	return p
}

func subject(s string) string {
	if s == "" {
		return "(no subject)"
	}
	return s
}
