package compare

import (
	"slices"
	"strings"

	"rung/internal/model"
	"rung/internal/pages/shared"
)

// Input is what a comparison is made of: no role, one, or up to MaxRoles, in
// the order in which they were chosen.
type Input struct {
	Frame     shared.Frame
	Framework *model.Framework
	Roles     []*model.Role
}

// Build returns the page. With fewer than two roles it only offers the choice.
func Build(in Input) Page {
	p := Page{Frame: in.Frame, Action: in.Frame.Links.At("").Compare(), Rev: in.Frame.Links.Rev}
	p.Title = "Compare"
	p.Wide = true
	p.Pickers = pickers(in)
	if len(in.Roles) < 2 {
		return p
	}
	var names []string
	for _, r := range in.Roles {
		p.Roles = append(p.Roles, shared.RoleRef(r, in.Frame.Links))
		names = append(names, shared.RoleName(r))
	}
	p.Title = strings.Join(names, " and ")
	b := builder{Input: in}
	b.align()
	p.Says = b.says()
	p.Scope = b.scope()
	p.Areas = b.areas()
	return p
}

func pickers(in Input) []Picker {
	labels := []string{"The first role", "The second", "A third, if you like"}
	var out []Picker
	for i, label := range labels {
		p := Picker{Name: string(rune('a' + i)), Label: label, Optional: i == 2}
		var chosen model.RoleID
		if i < len(in.Roles) {
			chosen = in.Roles[i].ID
		}
		p.Groups = groups(in.Framework, chosen)
		out = append(out, p)
	}
	return out
}

func groups(f *model.Framework, chosen model.RoleID) []Group {
	var out []Group
	add := func(title string, roles []*model.Role) {
		g := Group{Title: title}
		for _, r := range roles {
			g.Roles = append(g.Roles, Choice{Value: string(r.ID), Label: shared.RoleName(r), Chosen: r.ID == chosen})
		}
		if len(g.Roles) > 0 {
			out = append(out, g)
		}
	}
	for _, t := range f.Tracks {
		add(t.Title, f.TrackRoles(t.ID))
	}
	add("Foundations", f.Foundations())
	return out
}

// line is one thing that roles say: for each role, its statement or nil.
type line []*model.Statement

type builder struct {
	Input
	lines []line
}

// align finds what stands beside what. The first role is the measure: each
// other is set against it, and what the third says beyond it against the
// second.
func (b *builder) align() {
	of := map[model.StatementID]int{} // line of each statement that has one
	for i, r := range b.Roles {
		for _, s := range r.Statements() {
			if i == 0 {
				of[s.ID] = b.add(i, s)
			}
		}
	}
	for i := 1; i < len(b.Roles); i++ {
		b.join(i, of)
	}
}

func (b *builder) add(i int, s *model.Statement) int {
	l := make(line, len(b.Roles))
	l[i] = s
	b.lines = append(b.lines, l)
	return len(b.lines) - 1
}

// join puts the statements of role i on the lines of the roles before it.
func (b *builder) join(i int, of map[model.StatementID]int) {
	open := b.Roles[i]
	placed := map[model.StatementID]bool{}
	for before := range i {
		for _, p := range shared.Pairs(b.Roles[before], open) {
			if p.A == nil || p.B == nil || placed[p.B.ID] {
				continue
			}
			if at, ok := of[p.A.ID]; ok && b.lines[at][i] == nil {
				b.lines[at][i] = p.B
				placed[p.B.ID] = true
			}
		}
	}
	for _, s := range open.Statements() {
		if !placed[s.ID] {
			at := b.add(i, s)
			if _, ok := of[s.ID]; !ok {
				of[s.ID] = at
			}
		}
	}
}

// says returns what each further role asks beyond the first, counted.
func (b *builder) says() []string {
	var out []string
	first := shared.RoleName(b.Roles[0])
	for i := 1; i < len(b.Roles); i++ {
		news, reworded, same, gone := 0, 0, 0, 0
		for _, l := range b.lines {
			switch p := (shared.Pair{A: l[0], B: l[i]}); {
			case p.A == nil && p.B == nil:
			case p.A == nil:
				news++
			case p.B == nil:
				gone++
			case p.Same():
				same++
			default:
				reworded++
			}
		}
		out = append(out, sentence(shared.RoleName(b.Roles[i]), first, news, reworded, same, gone))
	}
	return out
}

func sentence(name, first string, news, reworded, same, gone int) string {
	things := func(n int) string { return shared.Count(n, "statement", "statements") }
	var parts []string
	if news > 0 {
		parts = append(parts, things(news)+" that "+first+" has not")
	}
	if reworded > 0 {
		parts = append(parts, things(reworded)+" in other words")
	}
	if same > 0 {
		parts = append(parts, things(same)+" in the same words")
	}
	text := name + " asks nothing in words."
	if len(parts) > 0 {
		text = name + " has " + list(parts) + "."
	}
	if gone > 0 {
		text += " It leaves out " + things(gone) + "."
	}
	return text
}

func list(parts []string) string {
	if len(parts) == 1 {
		return parts[0]
	}
	return strings.Join(parts[:len(parts)-1], ", ") + " and " + parts[len(parts)-1]
}

func (b *builder) scope() []ScopeRow {
	var rows []ScopeRow
	for i, r := range b.Roles {
		for _, s := range r.Scope {
			at := slices.IndexFunc(rows, func(row ScopeRow) bool { return shared.SameName(row.Name, s.Name) })
			if at < 0 {
				at = len(rows)
				rows = append(rows, ScopeRow{Name: s.Name, Values: make([]Value, len(b.Roles))})
			}
			rows[at].Values[i] = Value{
				Text:    shared.Inlines(s.Value, b.Frame.Links),
				Changed: i > 0 && scopeOf(b.Roles[0], s.Name) != s.Value.Text,
			}
		}
	}
	return rows
}

func scopeOf(r *model.Role, name string) string {
	for _, s := range r.Scope {
		if shared.SameName(s.Name, name) {
			return s.Value.Text
		}
	}
	return ""
}
