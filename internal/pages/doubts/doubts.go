// Package doubts is the page of links between wordings that a person should
// confirm or correct, with what to write into the file for that.
package doubts

import (
	"strconv"
	"time"

	"rung/internal/model"
	"rung/internal/pages/shared"
)

// File is the name of the file in which people confirm and correct links.
const File = "rung.links.yaml"

// Page is the list, newest first.
type Page struct {
	shared.Frame
	Crumbs []shared.Crumb
	Count  string
	List   []Link
	Pages  shared.Paging
}

// Link is one link in doubt.
type Link struct {
	ID          string // anchor
	Question    string
	Time        time.Time
	Revision    shared.Ref
	Role        shared.Ref
	Was         string // where the statement stood before, where that is elsewhere
	Before, Now []shared.Inline
	Life        string
	Entry       string // what to write into the file
}

// Doubt is one link as the page needs it. Might says that Now is held to be
// another statement, which may be this one.
type Doubt struct {
	Statement         model.StatementID
	Might             bool
	Before, Now       string
	BeforeIn, NowIn   string // where, in words
	Role              model.RoleID
	Revision, Subject string
	Time              time.Time
}

// Input is what the page is made of: the doubts of this page of Count. Newest
// is the newest revision.
type Input struct {
	Frame  shared.Frame
	Doubts []Doubt
	Count  int
	Newest string
	Pages  shared.Paging
}

// Build returns the page.
func Build(in Input) Page {
	p := Page{Frame: in.Frame, Pages: in.Pages, Count: shared.Count(in.Count, "link", "links")}
	p.Title = "Links to confirm"
	p.Wide = true
	p.Crumbs = []shared.Crumb{{Label: "Revisions", URL: in.Frame.Links.Revisions()}, {Label: p.Title}}
	for i, d := range in.Doubts {
		p.List = append(p.List, in.link(i, d))
	}
	return p
}

func (in Input) link(i int, d Doubt) Link {
	links := in.Frame.Links
	if d.Revision != in.Newest {
		links = links.At(d.Revision)
	}
	out := Link{
		ID: "link-" + strconv.Itoa(i+1), Question: "One statement in other words?", Time: d.Time, Life: in.Frame.Links.Life(d.Statement),
		Revision: shared.Ref{Label: d.Subject, URL: in.Frame.Links.Revision(d.Revision), Note: shared.ShortID(d.Revision)},
		Role:     shared.Ref{Label: d.NowIn, URL: links.Role(d.Role)},
		Before:   shared.Changed(d.Before, d.Now, shared.MarkRemoved),
		Now:      shared.Changed(d.Before, d.Now, shared.MarkAdded),
		Entry:    entry(d),
	}
	if d.Might {
		out.Question = "Held to be two statements. Are they one?"
	}
	if d.BeforeIn != d.NowIn {
		out.Was = d.BeforeIn
	}
	if out.Revision.Label == "" {
		out.Revision.Label = "(no subject)"
	}
	return out
}

// entry is what to write into the file. The reason is left to whoever decides.
func entry(d Doubt) string {
	verdict := "same # or: another"
	if d.Might {
		verdict = "another # or: same"
	}
	return "- statement: " + string(d.Statement) + "\n  becomes: " + strconv.Quote(d.Now) + "\n  role: " + string(d.Role) +
		"\n  verdict: " + verdict + "\n  why:\n"
}
