package compile

import (
	"errors"
	"fmt"
	"unicode/utf8"

	"rung/internal/model"
	"rung/internal/source"
)

// validate reports the first thing in f that readers of a framework rely on
// and that does not hold: ids are there and distinct, edges and marks point at
// something, enumerations hold values that exist.
func validate(f *model.Framework) error {
	if f == nil {
		return errors.New("there is no framework")
	}
	v := validator{
		tracks:     make(map[model.TrackID]bool, len(f.Tracks)),
		roles:      make(map[model.RoleID]bool, len(f.Roles)),
		statements: make(map[model.StatementID]bool),
		pages:      make(map[string]bool, len(f.Pages)),
	}
	if err := v.names(f); err != nil {
		return err
	}
	for _, r := range f.Roles {
		if err := v.role(r); err != nil {
			return fmt.Errorf("role %q: %w", r.ID, err)
		}
	}
	return nil
}

type validator struct {
	tracks     map[model.TrackID]bool
	roles      map[model.RoleID]bool
	statements map[model.StatementID]bool
	pages      map[string]bool
}

// names notes every name that others point at.
func (v *validator) names(f *model.Framework) error {
	for _, t := range f.Tracks {
		if t == nil || t.ID == "" || v.tracks[t.ID] {
			return errors.New("a track has no name of its own")
		}
		v.tracks[t.ID] = true
	}
	for _, r := range f.Roles {
		if r == nil || r.ID == "" || v.roles[r.ID] {
			return errors.New("a role has no name of its own")
		}
		v.roles[r.ID] = true
	}
	for _, p := range f.Pages {
		if p == nil || p.Path == "" || v.pages[p.Path] || p.Kind != model.IndexPage && p.Kind != model.GuidePage {
			return errors.New("a page has no path of its own, or no kind")
		}
		v.pages[p.Path] = true
	}
	return nil
}

func (v *validator) role(r *model.Role) error {
	switch r.Status {
	case model.Active, model.Draft, model.Deprecated:
	default:
		return fmt.Errorf("unknown status %q", r.Status)
	}
	if r.Track == "" != r.Foundation || r.Track != "" && !v.tracks[r.Track] {
		return fmt.Errorf("track %q is not there", r.Track)
	}
	if r.TranslationOf != "" && !v.roles[r.TranslationOf] {
		return fmt.Errorf("the original %q is not there", r.TranslationOf)
	}
	prose := append([]model.Prose{r.Summary}, r.Notes...)
	for _, s := range r.Scope {
		prose = append(prose, s.Value)
	}
	if err := errors.Join(spanFits(r.At), v.prose(prose...)); err != nil {
		return err
	}
	own := make(map[model.StatementID]bool)
	for _, a := range r.Areas {
		if err := v.area(a, own); err != nil {
			return err
		}
	}
	return v.edges(r, own)
}

func (v *validator) area(a *model.Area, own map[model.StatementID]bool) error {
	if a == nil {
		return errors.New("an area is missing")
	}
	if err := errors.Join(spanFits(a.At), v.prose(a.Intro...), v.examples(a.Examples)); err != nil {
		return fmt.Errorf("area %q: %w", a.Title, err)
	}
	for _, s := range a.Statements {
		if s == nil || s.ID == "" || v.statements[s.ID] {
			return fmt.Errorf("area %q: a statement has no name of its own", a.Title)
		}
		v.statements[s.ID], own[s.ID] = true, true
		if err := errors.Join(v.prose(s.Prose), v.examples(s.Examples)); err != nil {
			return fmt.Errorf("statement %q: %w", s.ID, err)
		}
	}
	return nil
}

func (v *validator) examples(list []*model.Example) error {
	for _, e := range list {
		if e == nil {
			return errors.New("an example is missing")
		}
		if err := v.prose(e.Prose); err != nil {
			return err
		}
	}
	return nil
}

func (v *validator) edges(r *model.Role, own map[model.StatementID]bool) error {
	for _, e := range r.Extends {
		if e.Role != "" && !v.roles[e.Role] || e.Statement != "" && !own[e.Statement] {
			return fmt.Errorf("the extension %q points nowhere", e.Target)
		}
	}
	for _, e := range r.Equivalences {
		if e.Role != "" && !v.roles[e.Role] || e.Statement != "" && !own[e.Statement] {
			return fmt.Errorf("the equivalence %q points nowhere", e.Target)
		}
		switch e.Comparison {
		case model.AtLeast, model.Equal, model.Below:
		default:
			return fmt.Errorf("unknown comparison %q", e.Comparison)
		}
	}
	return nil
}

// prose holds marks against the text that they are over.
func (v *validator) prose(list ...model.Prose) error {
	for _, p := range list {
		if !utf8.ValidString(p.Text) {
			return errors.New("a text is not UTF-8")
		}
		if err := spanFits(p.At); err != nil {
			return err
		}
		for _, m := range p.Marks {
			if m.Start < 0 || m.Start > m.End || m.End > len(p.Text) || !onCharacter(p.Text, m.Start) || !onCharacter(p.Text, m.End) {
				return fmt.Errorf("a mark over %d..%d does not fit its text", m.Start, m.End)
			}
			switch m.Kind {
			case model.Link, model.Emphasis, model.Strong, model.Code:
			default:
				return fmt.Errorf("unknown mark %q", m.Kind)
			}
			if m.Role != "" && !v.roles[m.Role] || m.Page != "" && !v.pages[m.Page] {
				return fmt.Errorf("the link %q points nowhere", m.Target)
			}
		}
	}
	return nil
}

func onCharacter(s string, at int) bool { return at == len(s) || utf8.RuneStart(s[at]) }

func spanFits(s source.Span) error {
	if s.Start < 0 || s.Start > s.End {
		return fmt.Errorf("a place %d..%d is none", s.Start, s.End)
	}
	return nil
}
