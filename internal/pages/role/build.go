package role

import (
	"fmt"
	"slices"
	"strings"

	"rung/internal/model"
	"rung/internal/pages/shared"
	"rung/internal/source"
)

// Extent says how much of a role is shown.
type Extent int

// The extents.
const (
	Everything Extent = iota
	OnlyNew           // against the level below
)

// Input is what the page of a role is made of. Step may be nil: then nothing
// is said about the level below.
type Input struct {
	Frame     shared.Frame
	Framework *model.Framework
	Role      *model.Role
	Sources   *source.Set
	Step      *Step
	Extent    Extent
	// Extra returns what stands under a statement for its reader, or nil. A nil
	// Extra adds nothing.
	Extra func(*model.Statement) shared.Extra
}

// Build returns the page of a role.
func Build(in Input) Page {
	b := builder{Input: in, seen: map[model.RoleID]bool{in.Role.ID: true}, anchors: map[string]bool{}}
	r := in.Role
	p := Page{
		Frame:   in.Frame,
		Level:   r.LevelLabel(),
		Name:    r.Title,
		Words:   shared.Foreign(r.Language, in.Frame.Language),
		Status:  status(r.Status),
		Summary: shared.Inlines(r.Summary, in.Frame.Links),
		Notes:   b.paragraphs(r.Notes),
		Source:  b.source(),
		Past:    in.Frame.Links.RolePast(r.ID),
	}
	p.Title = r.Name()
	p.Description = r.Summary.Text
	p.Wide = true
	b.place(&p)
	b.languages(&p)
	b.neighbours(&p)
	b.relations(&p)
	b.step(&p)
	p.Scope = b.scope()
	for _, a := range r.Areas {
		if area, ok := b.area(a); ok {
			p.Areas = append(p.Areas, area)
		}
	}
	if b.Extent == OnlyNew {
		p.Areas = append(p.Areas, b.goneAreas()...)
	}
	for _, e := range r.Extends {
		if e.Statement == "" {
			p.Also = append(p.Also, b.taken(e)...)
		}
	}
	return p
}

type builder struct {
	Input
	seen    map[model.RoleID]bool // roles whose statements stand on the page
	anchors map[string]bool
}

func (b *builder) links() shared.Links { return b.Frame.Links }

func (b *builder) place(p *Page) {
	p.Crumbs = []shared.Crumb{{Label: "Map", URL: b.links().Map()}}
	if b.Role.Foundation {
		p.Kind = "Foundation"
	} else if t := b.Framework.Track(b.Role.Track); t != nil {
		p.Crumbs = append(p.Crumbs, shared.Crumb{Label: t.Title, URL: b.links().Track(t.ID)})
	}
	p.Crumbs = append(p.Crumbs, shared.Crumb{Label: b.Role.Name()})
}

func (b *builder) languages(p *Page) {
	original := b.Role.ID
	if b.Role.TranslationOf != "" {
		original = b.Role.TranslationOf
		if r := b.Framework.Role(original); r != nil {
			ref := shared.RoleRef(r, b.links())
			p.Original = &ref
		}
	}
	for _, r := range b.Framework.Roles {
		if r.TranslationOf == original && r.ID != b.Role.ID {
			p.Translations = append(p.Translations, shared.Ref{Label: shared.LanguageName(r.Language), URL: b.links().Role(r.ID), Note: r.Language})
		}
	}
}

func (b *builder) neighbours(p *Page) {
	lower, upper := Neighbours(b.Framework, b.Role)
	for _, n := range []struct {
		role *model.Role
		to   **shared.Ref
	}{{lower, &p.Lower}, {upper, &p.Upper}} {
		if n.role == nil {
			continue
		}
		ref := shared.RoleRef(n.role, b.links())
		*n.to = &ref
		if !b.links().Files() {
			p.Compare = append(p.Compare, shared.Ref{Label: n.role.Name(), URL: b.links().Compare(b.Role.ID, n.role.ID)})
		}
	}
	if !b.links().Files() && !b.Role.Foundation {
		p.OtherCompare = b.links().Compare(b.Role.ID)
	}
}

// Neighbours returns the roles next to r on its track, in force and in the
// same language; nil where there is none.
func Neighbours(f *model.Framework, r *model.Role) (lower, upper *model.Role) {
	if r.Foundation {
		return nil, nil
	}
	rungs := slices.DeleteFunc(f.TrackRoles(r.Track), func(o *model.Role) bool {
		return o.ID != r.ID && (o.Status != model.Active || o.Language != r.Language || sameLevel(o, r))
	})
	i := slices.Index(rungs, r)
	if i > 0 {
		lower = rungs[i-1]
	}
	if i >= 0 && i+1 < len(rungs) {
		upper = rungs[i+1]
	}
	return lower, upper
}

// sameLevel reports whether two roles of a track stand on one rung: neither is
// then the level below the other.
func sameLevel(a, b *model.Role) bool {
	return a.Level != nil && b.Level != nil && a.Level.Order == b.Level.Order
}

func (b *builder) relations(p *Page) {
	for _, r := range b.Framework.Roles {
		if r.ID == b.Role.ID {
			continue
		}
		if slices.ContainsFunc(r.Extends, func(e model.Extension) bool { return e.Role == b.Role.ID }) {
			p.TakenBy = append(p.TakenBy, shared.RoleRef(r, b.links()))
		}
		for _, e := range r.Equivalences {
			if e.Role == b.Role.ID {
				ref := shared.RoleRef(r, b.links())
				ref.Note = "asks " + shared.Comparison(e.Comparison) + " this role"
				p.Matched = append(p.Matched, ref)
				break
			}
		}
	}
}

func (b *builder) step(p *Page) {
	if b.Step == nil {
		return
	}
	p.Against = b.Step.Below.Name()
	p.Switch = &Switch{
		OnlyNew: b.Extent == OnlyNew,
		All:     b.links().Role(b.Role.ID),
		New:     b.links().RoleNew(b.Role.ID),
		Count:   b.count(),
	}
}

// count says how many statements are new and how many reworded.
func (b *builder) count() string {
	var parts []string
	if n := len(b.Step.New); n > 0 {
		parts = append(parts, fmt.Sprintf("%d new", n))
	}
	if n := len(b.Step.Reworded); n > 0 {
		parts = append(parts, fmt.Sprintf("%d reworded", n))
	}
	if len(parts) == 0 {
		return "no statement"
	}
	return strings.Join(parts, ", ")
}

func (b *builder) scope() []ScopeRow {
	var out []ScopeRow
	for i := range b.Role.Scope {
		s := &b.Role.Scope[i]
		row := ScopeRow{Name: s.Name, Value: shared.Inlines(s.Value, b.links())}
		if b.Step != nil {
			row.Change, row.Was = b.Step.scopeChange(s)
		}
		if b.Extent == OnlyNew && row.Change == "" {
			continue
		}
		out = append(out, row)
	}
	return out
}

func (b *builder) source() string {
	at := b.Role.At
	if line := b.Sources.Start(at).Line; line > 1 {
		return fmt.Sprintf("%s, line %d", at.Path, line)
	}
	return at.Path
}

func (b *builder) paragraphs(list []model.Prose) [][]shared.Inline {
	var out [][]shared.Inline
	for _, p := range list {
		out = append(out, shared.Inlines(p, b.links()))
	}
	return out
}

func status(s model.Status) *shared.Badge {
	switch s {
	case model.Draft:
		return &shared.Badge{Sign: "✎", Word: "draft", Tone: shared.Growing}
	case model.Deprecated:
		return &shared.Badge{Sign: "×", Word: "no longer in force", Tone: shared.Quiet}
	default:
		return nil
	}
}
