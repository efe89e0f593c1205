package compare

import (
	"strings"

	"rung/internal/model"
	"rung/internal/pages/shared"
	"rung/internal/wording"
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
		p.Roles = append(p.Roles, Role{shared.RoleRef(r, in.Frame.Links), shared.Foreign(r.Language, in.Frame.Language)})
		names = append(names, r.Name())
	}
	p.Title = strings.Join(names, " and ")
	b := builder{Input: in, table: newTable(in.Roles), anchors: map[string]bool{}}
	p.Says = b.says()
	p.Scope = b.scopeRows()
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
			g.Roles = append(g.Roles, Choice{Value: string(r.ID), Label: r.Name(), Chosen: r.ID == chosen})
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

type builder struct {
	Input
	*table
	anchors map[string]bool
}

// says returns what each further role asks beyond the first, counted.
func (b *builder) says() []string {
	var out []string
	first := b.Roles[0].Name()
	for i := 1; i < len(b.Roles); i++ {
		news, reworded, same, gone := 0, 0, 0, 0
		for _, l := range b.lines {
			switch from, to := l[0], l[i]; {
			case from == nil && to == nil:
			case from == nil:
				news++
			case to == nil:
				gone++
			case sameWords(from, to):
				same++
			default:
				reworded++
			}
		}
		out = append(out, sentence(b.Roles[i].Name(), first, news, reworded, same, gone))
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

func (b *builder) scopeRows() []ScopeRow {
	var rows []ScopeRow
	for _, e := range b.scope {
		row := ScopeRow{Name: last(e).Name, Values: make([]Value, len(e))}
		for i, s := range e {
			if s != nil {
				row.Values[i] = Value{
					Text:    shared.Inlines(s.Value, b.Frame.Links),
					Changed: i > 0 && (e[0] == nil || wording.Normal(e[0].Value.Text) != wording.Normal(s.Value.Text)),
				}
			}
		}
		rows = append(rows, row)
	}
	return rows
}

func sameWords(a, b *model.Statement) bool { return wording.Normal(a.Text) == wording.Normal(b.Text) }
