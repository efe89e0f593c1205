// Package revision is the page of what one revision did, and of what happened
// between two.
package revision

import (
	"strings"
	"time"

	"rung/internal/change"
	"rung/internal/pages/changes"
	"rung/internal/pages/shared"
)

// maxChoices is how many revisions are offered for a comparison: more than
// that nobody looks through. Any other can be named in the address.
const maxChoices = 250

// Revision is one revision as the pages need it.
type Revision struct {
	ID      string
	Time    time.Time
	Subject string
}

// Page is what happened. Older and Newer are the revisions beside one; Picker
// is there where two are compared.
type Page struct {
	shared.Frame
	Crumbs       []shared.Crumb
	Heading      string
	Sides        []Side
	Older, Newer *shared.Ref
	Compare      string
	Picker       *Picker
	Board        *changes.Board // nil where nothing is chosen
	Begins       string         // what stands where there is nothing before, or ""
	Contents     []shared.Ref
	Nothing      bool
}

// Side is one of the revisions that are spoken of. What is "" for one alone.
type Side struct {
	What    string // as "From"
	Time    time.Time
	Subject string
	Short   string
	URL     string // what it did; "" on that very page
	Read    string // the ladder as it was
}

// Picker chooses two revisions.
type Picker struct {
	Action   string
	From, To []Choice
}

// Choice is a revision to be chosen.
type Choice struct {
	Value, Label string
	Chosen       bool
}

// Input is what the pages are made of. List is newest first. From is zero where
// nothing stands before To.
type Input struct {
	Frame    shared.Frame
	From, To Revision
	Report   *change.Report
	List     []Revision
}

// at returns links that lead to the ladder as it was at a revision.
func (in Input) at(id string) shared.Links {
	if len(in.List) > 0 && in.List[0].ID == id {
		return in.Frame.Links.At("")
	}
	return in.Frame.Links.At(id)
}

// BuildOne returns the page of what a revision did.
func BuildOne(in Input) Page {
	p := Page{Frame: in.Frame, Heading: subject(in.To)}
	p.Title = p.Heading
	p.Crumbs = []shared.Crumb{{Label: "Revisions", URL: in.Frame.Links.Revisions()}, {Label: shared.ShortID(in.To.ID)}}
	p.Sides = []Side{{Time: in.To.Time, Short: shared.ShortID(in.To.ID), Read: in.at(in.To.ID).Map()}}
	p.neighbours(in)
	p.fill(in)
	if in.From.ID != "" {
		p.Compare = in.Frame.Links.Between(in.From.ID, in.To.ID)
	}
	return p
}

// BuildTwo returns the page of what happened between two revisions, or the
// choice of two where none are given.
func BuildTwo(in Input) Page {
	p := Page{Frame: in.Frame, Heading: "Two revisions compared"}
	p.Title, p.Wide = p.Heading, true
	p.Crumbs = []shared.Crumb{{Label: "Revisions", URL: in.Frame.Links.Revisions()}, {Label: "Compare"}}
	p.Picker = &Picker{Action: in.Frame.Links.Between("", ""), From: in.choices(in.From), To: in.choices(in.To)}
	if in.Report == nil {
		return p
	}
	p.Title = "From " + shared.ShortID(in.From.ID) + " to " + shared.ShortID(in.To.ID)
	p.Sides = []Side{in.side("From", in.From), in.side("To", in.To)}
	p.fill(in)
	return p
}

func (in Input) side(what string, r Revision) Side {
	return Side{
		What: what, Time: r.Time, Subject: subject(r), Short: shared.ShortID(r.ID),
		URL: in.Frame.Links.Revision(r.ID), Read: in.at(r.ID).Map(),
	}
}

func (p *Page) fill(in Input) {
	p.Wide = true
	if in.From.ID == "" {
		p.Begins = "The ladder begins here, with " + shared.Count(len(in.Report.Roles), "role", "roles") + " and " +
			shared.Count(len(in.Report.Statements), "statement", "statements") + "."
		p.Board = &changes.Board{}
		return
	}
	b := changes.Build(changes.Input{Links: in.at(in.To.ID), Before: in.at(in.From.ID), Report: in.Report})
	p.Board, p.Nothing = &b, in.Report.Empty()
	if kept := in.Report.Kept; len(in.Report.Statements) > 0 && kept > 0 {
		b.Summary += "; " + shared.Count(kept, "stays as it was", "stay as they were")
	}
	b.Summary += "."
	if len(b.Chapters) > 1 {
		for _, c := range b.Chapters {
			p.Contents = append(p.Contents, shared.Ref{Label: c.Title, URL: "#" + c.Anchor})
		}
	}
}

func (p *Page) neighbours(in Input) {
	for i, r := range in.List {
		if r.ID != in.To.ID {
			continue
		}
		if i > 0 {
			p.Newer = &shared.Ref{Label: subject(in.List[i-1]), URL: in.Frame.Links.Revision(in.List[i-1].ID)}
		}
		if i+1 < len(in.List) {
			p.Older = &shared.Ref{Label: subject(in.List[i+1]), URL: in.Frame.Links.Revision(in.List[i+1].ID)}
		}
	}
}

// choices offers the newest revisions, the first, and the one that is chosen.
func (in Input) choices(chosen Revision) []Choice {
	var out []Choice
	for i, r := range in.List {
		if i < maxChoices || i == len(in.List)-1 || r.ID == chosen.ID {
			out = append(out, Choice{
				Value: r.ID, Chosen: r.ID == chosen.ID,
				Label: shared.Day(r.Time) + ": " + short(subject(r)) + " (" + shared.ShortID(r.ID) + ")",
			})
		}
	}
	return out
}

// short cuts a subject to what a list can hold.
func short(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return strings.TrimSpace(string(r[:most-1])) + "…"
	}
	return s
}

func subject(r Revision) string {
	if r.Subject == "" {
		return "(no subject)"
	}
	return r.Subject
}
