// Package changes writes what an edit of a ladder did: how far the version
// goes up and why, what became of tracks and roles, and of statements role by
// role. Several pages show it.
package changes

import (
	"rung/internal/change"
	"rung/internal/model"
	"rung/internal/pages/shared"
)

// Board is what happened, ready to be written.
type Board struct {
	Summary  string
	Step     *Step // nil where no version is computed
	Lines    []Line
	Chapters []Chapter
}

// Step is how far the version goes up.
type Step struct {
	Badge   shared.Badge
	Text    string
	Reasons []Reason // that decide
}

// Reason is one change that decides.
type Reason struct {
	Role  string
	Why   string
	Words []shared.Inline
	URL   string // the statement's life, or ""
}

// Line is something that happened beside the statements.
type Line struct {
	Badge shared.Badge
	Text  []shared.Inline
	Note  string
}

// Chapter is what happened in one role. URL is the role, Past its history.
// Folded, if not "", says in short what the entries say one by one.
type Chapter struct {
	Role      model.RoleID
	Anchor    string
	Title     string
	URL, Past string
	Folded    string
	Entries   []Entry
	Details   []Line
	Examples  []Line
}

// Entry is what happened to one statement. Confirm, if not "", is where
// somebody may say whether it is one statement.
type Entry struct {
	Badge   shared.Badge
	Text    []shared.Inline
	URL     string // the statement's life, or ""
	Notes   []Note
	Confirm string
}

// Note is a remark: words and, where it speaks of another statement, that one.
type Note struct {
	Words string
	Other string
	URL   string
}

// Input is what a Board is made of. Links lead to the later of the two
// revisions, Before to the earlier. Where Only is not nil, all but those roles
// is left out, and the version too.
type Input struct {
	Links, Before shared.Links
	Report        *change.Report
	Only          map[model.RoleID]bool
}

// Build returns a Board.
func Build(in Input) Board {
	b := &builder{Input: in, words: map[model.StatementID]change.Statement{}}
	for _, s := range in.Report.Statements {
		b.words[s.ID] = s
	}
	out := Board{Summary: Summary(in.Report), Lines: b.lines(), Chapters: b.chapters()}
	if in.Only == nil {
		out.Step = b.step()
	}
	return out
}

type builder struct {
	Input
	words map[model.StatementID]change.Statement
}

// of reports whether any of the roles is to be spoken of.
func (b *builder) of(roles ...change.RoleRef) bool {
	for _, r := range roles {
		if b.Only == nil || b.Only[r.ID] {
			return true
		}
	}
	return false
}

func (b *builder) chapters() []Chapter {
	var out []Chapter
	at := map[model.RoleID]int{}
	chapter := func(p *change.Place, links shared.Links) *Chapter {
		if _, ok := at[p.Role]; !ok {
			at[p.Role] = len(out)
			out = append(out, Chapter{Role: p.Role, Anchor: "in-" + string(p.Role), Title: p.RoleTitle, URL: links.Role(p.Role), Past: links.RolePast(p.Role)})
		}
		return &out[at[p.Role]]
	}
	for _, s := range b.Report.Statements {
		p, links := s.Now, b.Links
		if p == nil {
			p, links = b.left(s.Before)
		}
		if b.Only != nil && !b.Only[p.Role] && (s.Before == nil || !b.Only[s.Before.Role]) {
			continue
		}
		ch := chapter(p, links)
		ch.Entries = append(ch.Entries, b.entry(s))
	}
	for _, d := range b.Report.Details {
		if b.of(d.Role) {
			ch := chapter(&change.Place{Role: d.Role.ID, RoleTitle: d.Role.Name}, b.Links)
			if d.Kind == change.ExampleAdded || d.Kind == change.ExampleRemoved {
				ch.Examples = append(ch.Examples, b.detail(d))
			} else {
				ch.Details = append(ch.Details, b.detail(d))
			}
		}
	}
	for i := range out {
		out[i].Folded = b.folded(out[i])
	}
	return out
}

// left returns where to tell of a statement that is retired: in the role that
// stands in place of its own, else where it stood.
func (b *builder) left(p *change.Place) (*change.Place, shared.Links) {
	heir := b.Report.Heirs[p.Role]
	if heir == p.Role {
		return p, b.Links
	}
	for _, r := range b.Report.Roles {
		if heir != "" && len(r.Now) > 0 && r.Now[0].ID == heir {
			return &change.Place{Role: heir, RoleTitle: r.Now[0].Name}, b.Links
		}
	}
	return p, b.Before
}

// fewEntries is how many entries are never folded.
const fewEntries = 3

// folded says in short what became of the statements of a role that is new or
// gone as a whole; "" for any other.
func (b *builder) folded(c Chapter) string {
	if len(c.Entries) <= fewEntries {
		return ""
	}
	for _, r := range b.Report.Roles {
		switch n := shared.Count(len(c.Entries), "statement", "statements"); {
		case r.Kind == change.RoleAdded && r.Now[0].ID == c.Role:
			return "A new role, with " + n
		case r.Kind == change.RoleRetired && r.Before[0].ID == c.Role:
			return "Retired with the role: " + n
		}
	}
	return ""
}
