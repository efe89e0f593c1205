package change

import (
	"strings"

	"rung/internal/model"
	"rung/internal/wording"
)

// DetailKind says what happened beside the statements.
type DetailKind string

// The kinds.
const (
	ExampleAdded   DetailKind = "example-added"
	ExampleRemoved DetailKind = "example-removed"
	ScopeAdded     DetailKind = "scope-added"
	ScopeRemoved   DetailKind = "scope-removed"
	ScopeChanged   DetailKind = "scope-changed"
	TakesOver      DetailKind = "takes-over"         // asks all that another role asks, from now on
	TakesOverEnded DetailKind = "takes-over-no-more" // or no more
)

// Detail is what happened to a role beside its statements. Before and Now are
// the words of the example or the value of the scope, "" for what is not there;
// Name is that of the scope's entry, or of the role that is taken over.
type Detail struct {
	Kind      DetailKind
	Role      RoleRef
	Statement model.StatementID // of an example, or ""
	Name      string
	Before    string
	Now       string
	Degree    Degree // of a changed scope
}

// details returns what happened beside the statements of roles that are there
// on both sides, in the order of the second.
func (b *book) details() []Detail {
	before := rolesByID(b.Before)
	from := map[model.RoleID]*model.Role{}
	for old, now := range b.homes {
		from[now] = before[old]
	}
	var out []Detail
	for _, n := range b.Now.Roles {
		if o := from[n.ID]; o != nil {
			out = append(out, b.examples(o, n)...)
			out = append(out, b.scope(o, n)...)
			out = append(out, b.takesOver(o, n)...)
		}
	}
	return out
}

// examples compares the examples of statements that are in both roles, and
// those of the roles' areas.
func (b *book) examples(o, n *model.Role) []Detail {
	var out []Detail
	var had, has []string
	for _, a := range o.Areas {
		had = append(had, words(a.Examples)...)
	}
	for _, a := range n.Areas {
		has = append(has, words(a.Examples)...)
		for _, s := range a.Statements {
			if was, ok := b.before[s.ID]; ok {
				out = append(out, exampleChanges(refOf(n), s.ID, words(was.Statement.Examples), words(s.Examples))...)
			}
		}
	}
	return append(out, exampleChanges(refOf(n), "", had, has)...)
}

func words(list []*model.Example) []string {
	out := make([]string, len(list))
	for i, e := range list {
		out[i] = e.Text
	}
	return out
}

// exampleChanges returns what one list has and the other has not.
func exampleChanges(role RoleRef, of model.StatementID, had, has []string) []Detail {
	var out []Detail
	for _, e := range without(has, had) {
		out = append(out, Detail{Kind: ExampleAdded, Role: role, Statement: of, Now: e})
	}
	for _, e := range without(had, has) {
		out = append(out, Detail{Kind: ExampleRemoved, Role: role, Statement: of, Before: e})
	}
	return out
}

// without returns the texts of a list that another has not, by their words.
func without(list, other []string) []string {
	count := map[string]int{}
	for _, s := range other {
		count[wording.Normal(s)]++
	}
	var out []string
	for _, s := range list {
		if k := wording.Normal(s); count[k] > 0 {
			count[k]--
		} else {
			out = append(out, s)
		}
	}
	return out
}

func (b *book) scope(o, n *model.Role) []Detail {
	var out []Detail
	find := func(list []model.Scope, name string) *model.Scope {
		for i := range list {
			if strings.EqualFold(list[i].Name, name) {
				return &list[i]
			}
		}
		return nil
	}
	for _, is := range n.Scope {
		switch was := find(o.Scope, is.Name); {
		case was == nil:
			out = append(out, Detail{Kind: ScopeAdded, Role: refOf(n), Name: is.Name, Now: is.Value.Text})
		case wording.Normal(was.Value.Text) != wording.Normal(is.Value.Text):
			d, _ := DegreeOf(is.Name+": "+was.Value.Text, is.Name+": "+is.Value.Text, b.known)
			out = append(out, Detail{Kind: ScopeChanged, Role: refOf(n), Name: is.Name, Before: was.Value.Text, Now: is.Value.Text, Degree: d})
		}
	}
	for _, was := range o.Scope {
		if find(n.Scope, was.Name) == nil {
			out = append(out, Detail{Kind: ScopeRemoved, Role: refOf(n), Name: was.Name, Before: was.Value.Text})
		}
	}
	return out
}

// takesOver compares which roles are taken over. One that was renamed is the
// same.
func (b *book) takesOver(o, n *model.Role) []Detail {
	had, has := map[model.RoleID]bool{}, map[model.RoleID]bool{}
	for _, e := range o.Extends {
		had[b.homes[e.Role]] = true
	}
	var out []Detail
	now := rolesByID(b.Now)
	for _, e := range n.Extends {
		if has[e.Role] || e.Role == "" {
			continue
		}
		has[e.Role] = true
		if !had[e.Role] {
			out = append(out, Detail{Kind: TakesOver, Role: refOf(n), Name: nameOf(now[e.Role], e.Target)})
		}
	}
	before := rolesByID(b.Before)
	for _, e := range o.Extends {
		if home := b.homes[e.Role]; e.Role != "" && !has[home] {
			has[home] = true
			out = append(out, Detail{Kind: TakesOverEnded, Role: refOf(n), Name: nameOf(before[e.Role], e.Target)})
		}
	}
	return out
}

func nameOf(r *model.Role, otherwise string) string {
	if r == nil {
		return otherwise
	}
	return r.Name()
}
