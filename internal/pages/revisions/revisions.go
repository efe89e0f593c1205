// Package revisions is the list of a framework's revisions.
package revisions

import (
	"strconv"
	"time"

	"rung/internal/change"
	"rung/internal/pages/changes"
	"rung/internal/pages/shared"
)

// Page is the list, newest first, by year. Compare is where a choice of two is
// sent, Doubts where links wait to be confirmed; "" where there is no such
// thing.
type Page struct {
	shared.Frame
	Years   []Year
	Count   string
	Compare string
	Doubts  *shared.Ref
	Pages   shared.Paging
}

// Year holds the revisions of one year.
type Year struct {
	Title string
	Rows  []Row
}

// Row is one revision. URL is what it did, where that is told, and Read the map
// as it was then.
type Row struct {
	ID       string
	Time     time.Time
	Subject  string
	Short    string
	URL      string
	Read     string // "" where URL is that
	Newest   bool
	Says     string // what it did, or ""
	Step     *shared.Badge
	From, To bool // it is chosen as one of the two to compare
}

// Revision is one revision as the list needs it.
type Revision struct {
	ID      string
	Time    time.Time
	Subject string
}

// Input is what the list is made of; List is newest first and holds the part
// of Count that the page shows. Did returns what a revision did; nil where
// nothing is told of that, and of the first revision.
type Input struct {
	Frame  shared.Frame
	List   []Revision
	Count  int
	Newest string
	Did    func(id string) *change.Report
	Doubts int
	Pages  shared.Paging
}

// Build returns the list.
func Build(in Input) Page {
	p := Page{Frame: in.Frame, Count: shared.Count(in.Count, "revision", "revisions"), Pages: in.Pages}
	p.Title = "Revisions"
	p.Wide = true
	if len(in.List) > 1 {
		p.Compare = in.Frame.Links.Between("", "")
	}
	if at := in.Frame.Links.Doubts(); at != "" && in.Doubts > 0 {
		p.Doubts = &shared.Ref{Label: shared.Count(in.Doubts, "link", "links") + " to confirm", URL: at}
	}
	for i, r := range in.List {
		year := strconv.Itoa(r.Time.UTC().Year())
		if n := len(p.Years); n == 0 || p.Years[n-1].Title != year {
			p.Years = append(p.Years, Year{Title: year})
		}
		last := &p.Years[len(p.Years)-1]
		row := in.row(r)
		row.To, row.From = i == 0, i == 1
		last.Rows = append(last.Rows, row)
	}
	return p
}

func (in Input) row(r Revision) Row {
	links := in.Frame.Links.At(r.ID)
	if r.ID == in.Newest {
		links = in.Frame.Links.At("")
	}
	out := Row{ID: r.ID, Time: r.Time, Subject: subject(r.Subject), Short: shared.ShortID(r.ID), URL: links.Map(), Newest: r.ID == in.Newest}
	if at := in.Frame.Links.Revision(r.ID); at != "" {
		out.URL, out.Read = at, links.Map()
	}
	if in.Did == nil {
		return out
	}
	did := in.Did(r.ID)
	if did == nil {
		out.Says = "The ladder begins."
		return out
	}
	out.Says = changes.Summary(did) + "."
	if did.Version.Step != change.None {
		badge := changes.StepBadge(did.Version.Step)
		out.Step = &badge
	}
	return out
}

func subject(s string) string {
	if s == "" {
		return "(no subject)"
	}
	return s
}
