// Package news writes what changes of the ladder did to what was said of a
// person, since its reader last looked. It is a part of pages, not a page.
package news

import (
	"strings"

	"rung/internal/change"
	"rung/internal/growth"
	"rung/internal/pages/shared"
)

// News is what there is to tell. Seen is where the reader says that she has
// read it, and Revision what it is told up to.
type News struct {
	Title    string
	Lead     string
	Groups   []Group
	Seen     string
	Revision string
}

// Group is what came to one end.
type Group struct {
	ID, Title, Text string
	Items           []Item
}

// Item is a statement in the words of then and now.
type Item struct {
	Words    []shared.Inline
	Role     string
	Why      string   // what the change of words asks, or ""
	Said     []string // ratings, as "You: Performing, 3 June 2026"
	Evidence string   // how much evidence is linked, or ""
	TakenUp  *shared.Ref
	Rate     string // where the reader rates it anew, or ""
	Link     string // where it stands, or ""
	Past     string // its life, or ""
}

// Told is one thing that is told, as it is to be written.
type Told struct {
	Verdict  change.Verdict
	Role     string
	Ratings  []growth.Rating
	Evidence int
	TakenUp  *shared.Ref
	Rate     string
	Link     string
	Past     string
}

// Input is what News is built from. Whose is "" for the reader herself, else
// the person's name; First says that she never looked before.
type Input struct {
	Told     []Told
	Whose    string
	Looked   Looked
	Scale    growth.Scale
	Name     func(growth.PersonID) string
	Reader   growth.PersonID
	Seen     string
	Revision string
}

// Looked says whether the reader has looked before.
type Looked int

// The choices of Looked.
const (
	Never Looked = iota
	Before
)

// Build returns what there is to tell; nil where that is nothing.
func Build(in Input) *News {
	if len(in.Told) == 0 {
		return nil
	}
	n := &News{Title: "The ladder changed", Seen: in.Seen, Revision: in.Revision}
	n.Lead = "What that did to ratings and evidence since you last looked. Nothing was changed or lost: what was said stays with the words that it was said of."
	if in.Looked == Never {
		n.Lead = "What that did to ratings and evidence since they were given. Nothing was changed or lost: what was said stays with the words that it was said of."
	}
	if in.Whose != "" {
		n.Title = "The ladder changed for " + in.Whose
	}
	for _, fate := range []change.Fate{change.FateRerate, change.FateRetired, change.FateNotice, change.FateKept} {
		g := Group{ID: "news-" + string(fate), Title: titles[fate], Text: texts[fate]}
		for _, t := range in.Told {
			if t.Verdict.Fate == fate {
				g.Items = append(g.Items, in.item(t))
			}
		}
		if len(g.Items) > 0 {
			n.Groups = append(n.Groups, g)
		}
	}
	return n
}

var (
	titles = map[change.Fate]string{
		change.FateRerate: "Up for re-rating", change.FateRetired: "Retired", change.FateNotice: "Kept, with notice", change.FateKept: "As it was again",
	}
	texts = map[change.Fate]string{
		change.FateRerate:  "It asks more now, or something else. What was said stands until somebody rates anew.",
		change.FateRetired: "The ladder no longer asks this. What was said is kept.",
		change.FateNotice:  "It reads a little otherwise. What was said stands; look whether you agree.",
		change.FateKept:    "It had changed, and reads as it did when it was rated.",
	}
)

func (in Input) item(t Told) Item {
	i := Item{Words: words(t.Verdict), Role: t.Role, Why: why(t.Verdict), TakenUp: t.TakenUp, Rate: t.Rate, Link: t.Link, Past: t.Past}
	for _, r := range t.Ratings {
		by := "You"
		if r.Rater != in.Reader {
			by = in.Name(r.Rater)
		}
		i.Said = append(i.Said, by+": "+in.Scale.Label(r.Value)+", "+shared.Day(r.At))
	}
	if t.Evidence > 0 {
		i.Evidence = shared.Count(t.Evidence, "piece of evidence", "pieces of evidence")
	}
	return i
}

// words are those of now, with what was added and removed marked; those of then
// where there are none.
func words(v change.Verdict) []shared.Inline {
	switch {
	case v.Given != nil && v.Now != nil:
		return shared.Changed(*v.Given, *v.Now, shared.MarkAdded|shared.MarkRemoved)
	case v.Now != nil:
		return []shared.Inline{{Text: *v.Now}}
	case v.Given != nil:
		return []shared.Inline{{Text: *v.Given}}
	}
	return nil
}

// why says what the words show, and by which of them.
func why(v change.Verdict) string {
	says := map[change.Degree]string{change.Raised: "asks more", change.Lowered: "asks less", change.Clarified: "asks the same", change.Typo: "a slip of the pen"}[v.Degree]
	switch {
	case v.Given == nil && v.Now != nil:
		return "the words that it was rated against are not known any more"
	case says == "" || v.Degree == change.Typo:
		return says
	}
	var signs []string
	for _, s := range v.Signs {
		signs = append(signs, s.String())
	}
	if len(signs) == 0 {
		return says
	}
	return says + ": " + strings.Join(signs, ", ")
}
