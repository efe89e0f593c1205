package change

import (
	"fmt"
	"strings"
	"time"

	"rung/internal/model"
)

// Revision names one side of a report.
type Revision struct {
	ID   string // a commit, or what stands for one
	Time time.Time
}

// Report is what is told of two revisions.
type Report struct {
	From, To Revision
	Base     string // the commit at which the lines of both part, where that is not From; else ""
	*Changes
	Version Version
}

// NewReport compares two sides.
func NewReport(from, to Revision, base string, s Sides) *Report {
	b := newBook(s)
	c := b.changes()
	return &Report{From: from, To: to, Base: base, Changes: c, Version: b.version(c)}
}

// chapter is what happened in one role, or where it was.
type chapter struct {
	role    string
	path    string
	entries []Statement
	details []Detail
}

// chapters gathers statements and details by the role in which they stand, or
// stood.
func (c *Changes) chapters() []*chapter {
	var out []*chapter
	at := map[model.RoleID]*chapter{}
	of := func(id model.RoleID, name, path string) *chapter {
		ch := at[id]
		if ch == nil {
			ch = &chapter{role: name, path: path}
			at[id] = ch
			out = append(out, ch)
		}
		return ch
	}
	for _, s := range c.Statements {
		p := s.Now
		if p == nil {
			p = s.Before
		}
		ch := of(p.Role, p.RoleTitle, p.Path)
		ch.entries = append(ch.entries, s)
	}
	for _, d := range c.Details {
		ch := of(d.Role.ID, d.Role.Name, d.Role.Path)
		ch.details = append(ch.details, d)
	}
	return out
}

// summary counts what happened, as "3 added, 1 reworded; 40 kept".
func (c *Changes) summary() string {
	count := map[Kind]int{}
	for _, s := range c.Statements {
		count[s.Kind]++
	}
	var parts []string
	for _, k := range []Kind{Added, Reworded, Moved, Split, Merged, Revived, Retired} {
		if count[k] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", count[k], k))
		}
	}
	if len(parts) == 0 {
		parts = []string{"no statement changed"}
	}
	return strings.Join(parts, ", ") + fmt.Sprintf("; %d kept", c.Kept)
}

// line says what happened to a role, in one line.
func (r Role) line() string {
	names := func(list []RoleRef) string {
		var out []string
		for _, ref := range list {
			out = append(out, ref.Name)
		}
		return strings.Join(out, ", ")
	}
	var text string
	switch r.Kind {
	case RoleAdded:
		text = names(r.Now) + " is new"
	case RoleRetired:
		text = names(r.Before) + " is retired"
	case RoleRenamed:
		text = names(r.Before) + " is now called " + names(r.Now)
	case RoleReplaced:
		text = names(r.Before) + " is replaced by " + names(r.Now)
	case RoleSplit:
		text = names(r.Now) + " is made of a part of " + names(r.Before)
	case RoleMerged:
		text = names(r.Before) + " goes on in " + names(r.Now)
	case RoleLevelled:
		text = names(r.Now) + fmt.Sprintf(" moves from level %s to %s", r.Before[0].Level, r.Now[0].Level)
	case RoleStatus:
		text = names(r.Now) + fmt.Sprintf(" is %s and was %s", r.Now[0].Status, r.Before[0].Status)
	case RoleMoved:
		text = names(r.Now) + fmt.Sprintf(" moves from %s to %s", r.Before[0].Path, r.Now[0].Path)
	}
	if r.Kind == RoleRenamed || r.Kind == RoleReplaced || r.Kind == RoleSplit || r.Kind == RoleMerged {
		text += fmt.Sprintf(" (%s", counted(len(r.Carried), "statement goes on", "statements go on"))
		if n := len(r.Confirm); n > 0 {
			text += fmt.Sprintf(", %d to confirm", n)
		}
		text += ")"
	}
	return text
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// line says what happened to a track, in one line.
func (t Track) line() string {
	now := strings.Join(t.Now, ", ")
	switch t.Kind {
	case TrackAdded:
		return now + " is a new track"
	case TrackRetired:
		return t.Before + " is a track no more"
	case TrackSplit:
		return t.Before + " is split into the tracks " + now
	}
	return "the track " + t.Before + " is now called " + now
}

// line says what happened beside the statements, in one line.
func (d Detail) line() string {
	switch d.Kind {
	case ExampleAdded:
		return "new example: " + d.Now
	case ExampleRemoved:
		return "example no more: " + d.Before
	case ScopeAdded:
		return d.Name + " is " + d.Now
	case ScopeRemoved:
		return d.Name + " is said no more: " + d.Before
	case ScopeChanged:
		return d.Name + " is " + d.Now + " and was " + d.Before
	case TakesOver:
		return "asks all that " + d.Name + " asks"
	}
	return "asks what " + d.Name + " asks no more"
}
