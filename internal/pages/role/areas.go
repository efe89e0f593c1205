package role

import (
	"strconv"

	"rung/internal/model"
	"rung/internal/pages/shared"
)

// area returns an area ready to be written; ok is false where the view hides
// all of it.
func (b *builder) area(a *model.Area) (area Area, ok bool) {
	area = Area{Anchor: b.anchor("a-" + string(a.ID)), Title: a.Title, Emoji: a.Emoji}
	same := 0
	for _, s := range a.Statements {
		if b.Extent == OnlyNew && b.asBelow(s) {
			same++
			continue
		}
		area.Statements = append(area.Statements, b.statement(s))
	}
	if b.Extent == OnlyNew {
		area.Gone = b.gone(a)
		if same > 0 {
			area.Same = shared.Count(same, "statement", "statements") + " as at " + shared.ShortName(b.Step.Below)
		}
		return area, len(area.Statements)+len(area.Gone) > 0
	}
	area.Intro = b.paragraphs(a.Intro)
	area.Examples = b.examples(a.Examples)
	return area, true
}

func (b *builder) asBelow(s *model.Statement) bool {
	if b.Step == nil {
		return false
	}
	_, reworded := b.Step.Reworded[s.ID]
	return !b.Step.New[s.ID] && !reworded
}

// gone returns what the area of the level below that corresponds says, and this
// one does not.
func (b *builder) gone(here *model.Area) []Gone {
	if b.Step == nil {
		return nil
	}
	for _, g := range b.Step.Gone {
		if g.Here == here {
			return b.goneStatements(g)
		}
	}
	return nil
}

func (b *builder) goneStatements(g GoneArea) []Gone {
	var out []Gone
	for _, s := range g.Statements {
		out = append(out, Gone{
			Text: shared.Inlines(s.Prose, b.links()),
			URL:  b.links().Statement(b.Step.Below.ID, s.ID),
		})
	}
	return out
}

// goneAreas returns the areas of the level below to which none of the role
// corresponds.
func (b *builder) goneAreas() []Area {
	if b.Step == nil {
		return nil
	}
	var out []Area
	for _, g := range b.Step.Gone {
		if g.Here == nil {
			out = append(out, Area{
				Anchor: b.anchor("a-" + string(g.Below.ID)), Title: g.Below.Title, Emoji: g.Below.Emoji, Gone: b.goneStatements(g),
			})
		}
	}
	return out
}

func (b *builder) statement(s *model.Statement) shared.Statement {
	out := shared.Statement{
		Anchor:   b.anchor(string(s.ID)),
		Text:     shared.Inlines(s.Prose, b.links()),
		Examples: b.examples(s.Examples),
		Edges:    b.edges(s.ID),
	}
	out.Link, out.Past = "#"+out.Anchor, b.links().Life(s.ID)
	if b.Extent == OnlyNew {
		b.markStep(&out, s)
	}
	for _, e := range b.Role.Extends {
		if e.Statement == s.ID {
			out.Taken = append(out.Taken, b.taken(e)...)
		}
	}
	if b.Extra != nil {
		out.Extra = b.Extra(s)
	}
	return out
}

// markStep says what is new about a statement. It is for the view of what is
// new: elsewhere a mark on every second line would only disturb the reading.
func (b *builder) markStep(out *shared.Statement, s *model.Statement) {
	if b.Step == nil {
		return
	}
	if b.Step.New[s.ID] {
		out.Tag = "new"
	}
	if marked, reworded := b.Step.Reworded[s.ID]; reworded {
		out.Tag, out.Text = "reworded", marked
	}
}

func (b *builder) edges(id model.StatementID) []shared.Edge {
	var out []shared.Edge
	for _, e := range b.Role.Equivalences {
		if e.Statement != id {
			continue
		}
		edge := shared.Edge{Words: "asks " + shared.Comparison(e.Comparison), Role: e.Target}
		if r := b.Framework.Role(e.Role); r != nil {
			edge.Role, edge.URL = r.Name(), b.links().Role(r.ID)
		}
		out = append(out, edge)
	}
	return out
}

func (b *builder) examples(list []*model.Example) [][]shared.Inline {
	var out [][]shared.Inline
	for _, e := range list {
		out = append(out, shared.Inlines(e.Prose, b.links()))
	}
	return out
}

// taken returns what an extension brings: the other role's statements, then
// those of the roles which that one takes over in turn. A role that stands on
// the page already is only named, which also ends circles.
func (b *builder) taken(e model.Extension) []shared.Taken {
	r := b.Framework.Role(e.Role)
	if r == nil {
		return nil
	}
	t := shared.Taken{From: r.Name(), URL: b.links().Role(r.ID)}
	if b.seen[r.ID] {
		t.Repeat = true
		return []shared.Taken{t}
	}
	b.seen[r.ID] = true
	t.Count = shared.Count(len(r.Statements()), "statement", "statements")
	for _, a := range r.Areas {
		t.Areas = append(t.Areas, b.takenArea(r, a))
	}
	out := []shared.Taken{t}
	for _, next := range r.Extends {
		out = append(out, b.taken(next)...)
	}
	return out
}

func (b *builder) takenArea(r *model.Role, a *model.Area) shared.TakenArea {
	out := shared.TakenArea{Title: a.Title}
	for _, s := range a.Statements {
		st := shared.Statement{
			Link:     b.links().Statement(r.ID, s.ID),
			Past:     b.links().Life(s.ID),
			Text:     shared.Inlines(s.Prose, b.links()),
			Examples: b.examples(s.Examples),
		}
		if b.Extra != nil {
			st.Extra = b.Extra(s)
		}
		out.Statements = append(out.Statements, st)
	}
	return out
}

// anchor returns a fragment of that name which nothing else on the page has.
func (b *builder) anchor(name string) string {
	free := name
	for i := 2; b.anchors[free]; i++ {
		free = name + "-" + strconv.Itoa(i)
	}
	b.anchors[free] = true
	return free
}
