// Package past is the page of a role through time: what each revision did to
// it, also under the names that it had before.
package past

import (
	"time"

	"rung/internal/change"
	"rung/internal/model"
	"rung/internal/pages/changes"
	"rung/internal/pages/shared"
)

// Page is a role's history, newest first.
type Page struct {
	shared.Frame
	Crumbs []shared.Crumb
	Name   string
	Says   string
	Gone   string      // since when the role is gone, or ""
	Into   *shared.Ref // what stands in its place
	Last   *shared.Ref // where a role that is gone can be read
	Steps  []Step
	Pages  shared.Paging
}

// Step is what one revision did to it.
type Step struct {
	Time     time.Time
	Revision shared.Ref
	Lines    []changes.Line
	Chapters []changes.Chapter // with a title where they are of another role
	Begins   string            // where nothing stands before, or ""
}

// Revision is one revision as the page needs it.
type Revision struct {
	ID      string
	Time    time.Time
	Subject string
}

// Did is one revision that touched the role, with the one before it; From is
// zero where there is none. Before and Now are the role's ids.
type Did struct {
	From, To    Revision
	Before, Now model.RoleID
	Report      *change.Report
}

// Input is what the page is made of. Steps are those of this page of Count.
// Newest is the newest revision, Last the one that held a role last which is
// gone.
type Input struct {
	Frame        shared.Frame
	Role         model.RoleID
	Name         string
	Gone         *Revision
	Into         *shared.Ref
	Last, Newest string
	Steps        []Did
	Count        int
	Pages        shared.Paging
}

// Build returns the page.
func Build(in Input) Page {
	links := in.Frame.Links
	p := Page{Frame: in.Frame, Name: in.Name, Into: in.Into, Pages: in.Pages}
	p.Title = "History of " + in.Name
	p.Says = shared.Count(in.Count, "revision", "revisions") + " did something to this role or to what it was before, newest first."
	p.Crumbs = []shared.Crumb{{Label: "Map", URL: links.Map()}, {Label: in.Name, URL: links.Role(in.Role)}, {Label: "History"}}
	if in.Gone != nil {
		p.Gone = "Gone since " + shared.Day(in.Gone.Time) + "."
		p.Last = &shared.Ref{Label: "Read it as it was last", URL: links.At(in.Last).Role(in.Role)}
		p.Crumbs[1].URL = p.Last.URL
	}
	for _, d := range in.Steps {
		p.Steps = append(p.Steps, in.step(d))
	}
	return p
}

func (in Input) step(d Did) Step {
	only := map[model.RoleID]bool{d.Now: true}
	if d.Before != "" {
		only[d.Before] = true
	}
	out := Step{Time: d.To.Time, Revision: shared.Ref{Label: subject(d.To), URL: in.Frame.Links.Revision(d.To.ID), Note: shared.ShortID(d.To.ID)}}
	b := changes.Build(changes.Input{Links: in.at(d.To.ID), Before: in.at(d.From.ID), Report: d.Report, Only: only})
	out.Lines, out.Chapters = b.Lines, b.Chapters
	n := 0
	for i := range out.Chapters {
		n += len(out.Chapters[i].Entries)
		if only[out.Chapters[i].Role] {
			out.Chapters[i].Title = ""
		}
	}
	if d.isNew() {
		out.Begins, out.Chapters = "It begins with "+shared.Count(n, "statement", "statements")+".", nil
	}
	return out
}

func (in Input) at(id string) shared.Links {
	if id == in.Newest {
		return in.Frame.Links
	}
	return in.Frame.Links.At(id)
}

// isNew reports whether the role came of none with the revision: all that it
// says is new then, and is to be read on its own page.
func (d Did) isNew() bool {
	for _, r := range d.Report.Roles {
		if r.Kind == change.RoleAdded && r.Now[0].ID == d.Now {
			return true
		}
	}
	return false
}

func subject(r Revision) string {
	if r.Subject == "" {
		return "(no subject)"
	}
	return r.Subject
}
