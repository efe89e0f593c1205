// Package life is the page of one statement through time: every wording that
// it has had, when, where, and with which words changed.
package life

import (
	"time"

	"rung/internal/change"
	"rung/internal/lineage"
	"rung/internal/model"
	"rung/internal/pages/changes"
	"rung/internal/pages/shared"
)

// Page is a statement's life, newest first.
type Page struct {
	shared.Frame
	Crumbs []shared.Crumb
	Text   string
	State  shared.Badge
	Says   string // how it stands now, in one sentence
	Role   shared.Ref
	Area   string
	Stages []Stage
	ID     string
}

// Stage is something that happened to it, and where it stood from then on.
type Stage struct {
	Badge    shared.Badge
	Time     time.Time
	Revision shared.Ref
	Text     []shared.Inline // none where it stood no longer
	Where    string
	Path     string
	Notes    []changes.Note
	Confirm  string // where somebody may say whether it is one statement, or ""
}

// Revision is one revision as the page needs it.
type Revision struct {
	ID      string
	Time    time.Time
	Subject string
}

// Wording is one thing that the statement said somewhere. Until is nil while it
// stands; TakenUp are the statements that took it up where it ended.
type Wording struct {
	lineage.Wording
	RoleName, AreaTitle string
	From                Revision
	Until               *Revision
	Change              lineage.Change
	Certainty           lineage.Certainty
	Degree              change.Degree
	Signs               []change.Sign
	Others, TakenUp     []model.StatementID
}

// Input is what the page is made of: at least one wording, oldest first. Words
// are those of other statements.
type Input struct {
	Frame    shared.Frame
	ID       model.StatementID
	Wordings []Wording
	Words    map[model.StatementID]string
}

// Build returns the page.
func Build(in Input) Page {
	last := in.Wordings[len(in.Wordings)-1]
	p := Page{Frame: in.Frame, Text: last.Text, ID: string(in.ID), Area: last.AreaTitle}
	p.Title = "A statement's life"
	p.Description = last.Text
	links := in.Frame.Links
	p.Role = shared.Ref{Label: last.RoleName, URL: links.Statement(last.Role, in.ID)}
	if last.Until != nil {
		p.Role.URL = links.At(last.From.ID).Statement(last.Role, in.ID)
	}
	p.Crumbs = []shared.Crumb{{Label: "Map", URL: links.Map()}, {Label: last.RoleName, URL: p.Role.URL}, {Label: p.Title}}
	p.State, p.Says = in.state(last)
	for i := len(in.Wordings) - 1; i >= 0; i-- {
		if stage, ended := in.end(i); ended {
			p.Stages = append(p.Stages, stage)
		}
		p.Stages = append(p.Stages, in.stage(i))
	}
	return p
}

// state says how the statement stands now.
func (in Input) state(last Wording) (shared.Badge, string) {
	since := shared.Day(in.Wordings[0].From.Time)
	if last.Until != nil {
		return changes.BadgeOf(change.Retired, ""), "Asked of nobody since " + shared.Day(last.Until.Time) + "."
	}
	for i := len(in.Wordings) - 1; i > 0; i-- {
		if w := in.Wordings[i]; w.Change == lineage.Revived {
			return changes.BadgeOf(change.Revived, ""), "First asked on " + since + ", retired for a while, and back since " + shared.Day(w.From.Time) + "."
		}
	}
	badge := shared.Badge{Sign: "✓", Word: "in force", Tone: shared.Good}
	if n := in.texts(); n > 1 {
		return badge, "Asked since " + since + ", and in " + shared.Count(n, "wording", "wordings") + " so far."
	}
	return badge, "Asked since " + since + ", in the same words."
}

// texts counts the wordings that differ from the one before.
func (in Input) texts() int {
	n := 0
	for i, w := range in.Wordings {
		if i == 0 || w.Text != in.Wordings[i-1].Text {
			n++
		}
	}
	return n
}

// end returns what ended a wording where no other took its place.
func (in Input) end(i int) (stage Stage, ended bool) {
	w := in.Wordings[i]
	if w.Until == nil || i+1 < len(in.Wordings) && in.Wordings[i+1].From.ID == w.Until.ID {
		return Stage{}, false
	}
	stage = in.at(*w.Until, changes.BadgeOf(change.Retired, ""))
	for _, id := range w.TakenUp {
		stage.Notes = append(stage.Notes, in.other("taken up by", id))
	}
	return stage, true
}

func (in Input) at(r Revision, b shared.Badge) Stage {
	subject := r.Subject
	if subject == "" {
		subject = "(no subject)"
	}
	return Stage{Badge: b, Time: r.Time, Revision: shared.Ref{Label: subject, URL: in.Frame.Links.Revision(r.ID), Note: shared.ShortID(r.ID)}}
}

func (in Input) other(lead string, id model.StatementID) changes.Note {
	words := in.Words[id]
	if words == "" {
		words = string(id)
	}
	return changes.Note{Words: lead, Other: words, URL: in.Frame.Links.Life(id)}
}

func (in Input) stage(i int) Stage {
	w := in.Wordings[i]
	out := in.at(w.From, changes.BadgeOf(change.Kind(w.Change), w.Degree))
	out.Where, out.Path = where(w), w.Path
	out.Text = []shared.Inline{{Text: w.Text}}
	if i > 0 {
		out.Text = shared.Changed(in.Wordings[i-1].Text, w.Text, shared.MarkAdded|shared.MarkRemoved)
		out.Notes = since(in.Wordings[i-1], w)
	}
	lead := map[lineage.Change]string{lineage.Split: "made of a part of", lineage.Merged: "has taken up", lineage.Added: "may be the same as"}[w.Change]
	for _, id := range w.Others {
		if lead != "" {
			out.Notes = append(out.Notes, in.other(lead, id))
		}
	}
	if w.Certainty == lineage.Confirm && w.Change != lineage.Split {
		out.Confirm = in.Frame.Links.Doubts()
	}
	return out
}

// since says what else a wording has other than the one before.
func since(before, w Wording) []changes.Note {
	var out []changes.Note
	if w.Degree == change.Raised || w.Degree == change.Lowered {
		for _, s := range w.Signs {
			out = append(out, changes.Note{Words: changes.SignWords(s)})
		}
	}
	switch {
	case where(before) != where(w):
		out = append(out, changes.Note{Words: "before that in " + where(before)})
	case before.Path != w.Path:
		out = append(out, changes.Note{Words: "before that in the file " + before.Path})
	}
	return out
}

func where(w Wording) string {
	if w.AreaTitle == "" {
		return w.RoleName
	}
	return w.RoleName + " · " + w.AreaTitle
}
