package evidence

import (
	"time"

	"rung/internal/growth"
	"rung/internal/pages/shared"
)

// Page lists a person's own evidence and offers a box for more. Filter, if
// any, is the statement that it is limited to.
type Page struct {
	shared.Frame
	Box    Form
	Filter *shared.Ref
	Months []Month
	Older  string // where the next page is, or ""
}

// Month is the evidence of one month.
type Month struct {
	Title string
	Items []Item
}

// Item is one piece of evidence.
type Item struct {
	ID         string
	Text       string
	Day        time.Time
	Kind       string
	With       string
	Link       string
	Shared     bool
	Statements []shared.Ref
	URL        string
	Version    string
}

// EditPage changes one piece of evidence.
type EditPage struct {
	shared.Frame
	Form   Form
	Back   string
	Delete string
}

// NewItem returns a piece of evidence ready to be written. name returns where
// a statement stands and how it reads; ok is false where nobody knows.
func NewItem(e growth.Evidence, url string, name func(growth.StatementRef) (shared.Ref, bool)) Item {
	out := Item{
		ID: string(e.ID), Text: e.Text, Day: e.Happened, Kind: KindLabel(e.Kind), With: e.With, Link: e.Link,
		Shared: e.Visible == growth.ToManager, URL: url,
	}
	for _, s := range e.Statements {
		if ref, ok := name(s); ok {
			out.Statements = append(out.Statements, ref)
		}
	}
	return out
}

// Group puts items, newest first, under their months.
func Group(items []Item) []Month {
	var out []Month
	for _, i := range items {
		title := i.Day.UTC().Format("January 2006")
		if len(out) == 0 || out[len(out)-1].Title != title {
			out = append(out, Month{Title: title})
		}
		m := &out[len(out)-1]
		m.Items = append(m.Items, i)
	}
	return out
}
