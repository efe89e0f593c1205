// Package standing writes how a person stands to a role, statement by
// statement, for whoever looks: herself or her manager. It is a part of pages,
// not a page.
package standing

import (
	"time"

	"rung/internal/growth"
	"rung/internal/pages/shared"
)

// Board is a standing ready to be written. Talk holds the rows on which the
// person and her manager are far apart; they stand in their area as well.
type Board struct {
	Role   shared.Ref
	Counts []Count
	Talk   []Row
	Areas  []Area
	Rule   Rule
}

// Count is how many statements are in a state.
type Count struct {
	Badge shared.Badge
	N     int
}

// Area is an area with its rows.
type Area struct {
	ID    string
	Title string
	Rows  []Row
}

// Row is one statement and how the person stands to it.
type Row struct {
	Anchor   string // id of the row on the page
	Text     []shared.Inline
	Plain    string
	Link     string // the statement on its role's page
	From     *shared.Ref
	Badge    shared.Badge
	Why      string
	Self     *Given
	Manager  *Given
	Peers    []Given
	Evidence []Item
	Flags    []string
	Open     []shared.Ref // open statements of the role that a derived one rests on
}

// Given is a rating as it is shown.
type Given struct {
	By    string // "You", or a name
	Label string
	Words string
	At    time.Time
	Draft bool // not shared yet: only its rater sees it
}

// Item is a piece of evidence as it is shown.
type Item struct {
	Text string
	URL  string // where its owner changes it, or ""
	Day  time.Time
	Kind string
}

// Rule is what a promotion to the role needs, in words.
type Rule struct {
	Meets bool
	Open  int
	Tests []string
}

// Input is what a Board is built from. Name is how a rater is called; self is
// the reader's own id. EvidenceURL may return "".
type Input struct {
	Standing    growth.Standing
	Scale       growth.Scale
	Links       shared.Links
	Name        func(growth.PersonID) string
	Reader      growth.PersonID
	EvidenceURL func(growth.Evidence) string
}

// Build returns the board.
func Build(in Input) Board {
	b := Board{Role: shared.RoleRef(in.Standing.Role, in.Links)}
	counts := in.Standing.Counts()
	for _, s := range growth.States() {
		if counts[s] > 0 {
			b.Counts = append(b.Counts, Count{Badge(s), counts[s]})
		}
	}
	at := map[growth.AreaRef]int{}
	for _, st := range in.Standing.Statements {
		row := NewRow(in, st)
		j, ok := at[st.Area]
		if !ok {
			j = len(b.Areas)
			at[st.Area] = j
			b.Areas = append(b.Areas, Area{ID: "area-" + string(st.Area.ID), Title: st.Area.Title})
		}
		b.Areas[j].Rows = append(b.Areas[j].Rows, row)
		if st.Disputed {
			b.Talk = append(b.Talk, row)
		}
	}
	uniqueAreas(b.Areas)
	b.Rule = rule(in.Standing)
	return b
}

// uniqueAreas makes the ids of areas differ where two roles have areas of one
// id with different titles.
func uniqueAreas(areas []Area) {
	seen := map[string]int{}
	for i := range areas {
		seen[areas[i].ID]++
		if n := seen[areas[i].ID]; n > 1 {
			areas[i].ID += "-" + string(rune('0'+n%10))
		}
	}
}

func rule(s growth.Standing) Rule {
	r := Rule{Meets: s.Meets(), Open: len(s.Open())}
	for _, t := range s.Rule.Tests {
		r.Tests = append(r.Tests, t.Question)
	}
	return r
}

// Badge returns the badge of a state.
func Badge(s growth.State) shared.Badge {
	if s == growth.Waiting {
		return shared.Standing("no opportunity")
	}
	return shared.Standing(string(s))
}

// NewRow returns one statement of the standing, ready to be written.
func NewRow(in Input, st growth.StatementStanding) Row {
	owner := in.Standing.Role
	if st.From != nil {
		owner = st.From
	}
	row := Row{
		Anchor: "on-" + string(st.Statement.ID),
		Text:   shared.Inlines(st.Statement.Prose, in.Links), Plain: st.Statement.Text,
		Link:  in.Links.Statement(owner.ID, st.Statement.ID),
		Badge: Badge(st.State), Why: st.Why,
		Self: in.given(st.Self), Manager: in.given(st.Manager),
		Flags: flags(st),
	}
	if st.From != nil {
		from := shared.RoleRef(st.From, in.Links)
		row.From = &from
	}
	for _, p := range st.Peers {
		row.Peers = append(row.Peers, *in.given(&p))
	}
	for _, e := range st.Evidence {
		item := Item{Text: e.Text, Day: e.Happened, Kind: string(e.Kind)}
		if in.EvidenceURL != nil {
			item.URL = in.EvidenceURL(e)
		}
		row.Evidence = append(row.Evidence, item)
	}
	row.Open = in.open(st)
	return row
}

func (in Input) given(r *growth.Rating) *Given {
	if r == nil {
		return nil
	}
	g := &Given{Label: in.Scale.Label(r.Value), Words: r.Words, At: r.At, Draft: !r.Shared}
	if r.Rater == in.Reader {
		g.By = "You"
	} else {
		g.By = in.Name(r.Rater)
	}
	return g
}

func flags(st growth.StatementStanding) []string {
	var out []string
	if st.Disputed {
		out = append(out, "far apart: worth talking about")
	}
	switch {
	case st.Rerate:
		out = append(out, "up for re-rating")
	case st.Reworded:
		out = append(out, "reworded since it was rated")
	}
	if st.Stale {
		out = append(out, "rated long ago")
	}
	return out
}

func (in Input) open(st growth.StatementStanding) []shared.Ref {
	var out []shared.Ref
	for _, o := range st.Open {
		role := o.From
		if role == nil && len(st.Compared) > 0 {
			role = st.Compared[0]
		}
		ref := shared.Ref{Label: o.Statement.Text, Note: Badge(o.State).Word}
		if role != nil {
			ref.URL = in.Links.Statement(role.ID, o.Statement.ID)
		}
		out = append(out, ref)
	}
	return out
}
