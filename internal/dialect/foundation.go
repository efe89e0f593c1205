package dialect

import (
	"strings"

	"rung/internal/parse"
)

// foundationReason says why a page holds for other roles and is no rung, or
// "": its title says so, it says so of itself, or roles of other tracks take
// over all of it.
func (s *Survey) foundationReason(p *Page) string {
	if p.Index || p.Names.Label.Text != "" || isData(p.Doc) || !holdsList(p.Outline) || s.transposed[p] {
		return ""
	}
	if len(s.roles[p]) > 1 || RoleTitle(p.Title.Value) {
		return ""
	}
	name, _ := trackName(firstOf(p.Title.Value, unhyphen(p.Stem)))
	if forEveryoneTitle(name) || forEveryoneTitle(firstOf(p.Title.Value, unhyphen(p.Stem))) {
		return "its title says that it holds for all: " + name
	}
	if said := saysForEveryone(p); said != "" && s.statementsVoice(p) > 0.5 {
		return "it says that it holds for all: " + clip(said)
	}
	var from []string
	for _, m := range s.mentions[p] {
		if m.extends && m.from != p && !contains(from, m.from.Path) && !m.from.Index {
			from = append(from, m.from.Path)
		}
	}
	if len(from) > 0 && s.statementsVoice(p) > 0.3 {
		return plural2(len(from), "page") + " of roles take over what it says, and it has no level"
	}
	return ""
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// saysForEveryone returns the sentence with which a page claims to hold for
// every role, from the text before its first area.
func saysForEveryone(p *Page) string {
	for _, b := range p.Outline.Body {
		if b.Kind != parse.Paragraph && b.Kind != parse.Quote {
			continue
		}
		for _, sentence := range strings.SplitAfter(flat(b).Value, ". ") {
			low := strings.ToLower(sentence)
			if whateverLevel.MatchString(sentence) || forEveryone.MatchString(sentence) && (strings.Contains(low, "build") || strings.Contains(low, "expect") || strings.Contains(low, "appl") || strings.Contains(low, "defin") || strings.Contains(low, "regardless") || strings.Contains(low, "hold")) {
				return strings.TrimSpace(sentence)
			}
		}
	}
	return ""
}

// statementsVoice returns the share of a page's bullets that are sentences about
// a person: of those under headings, where it has any.
func (s *Survey) statementsVoice(p *Page) float64 {
	var items []parse.Text
	parts := p.Outline.Subs
	if len(parts) == 0 {
		parts = []*Section{p.Outline}
	}
	for _, sub := range parts {
		sub.Each(func(t *Section) {
			for _, b := range t.Body {
				if b.Kind == parse.List {
					items = append(items, itemTexts(b)...)
				}
			}
		})
	}
	return voiceShare(items)
}

// clip shortens a quotation for a reason.
func clip(s string) string {
	const most = 120
	if len(s) <= most {
		return s
	}
	cut := strings.LastIndexByte(s[:most], ' ')
	return s[:max(cut, 1)] + " …"
}

// Foundations returns the sections of a page, beside its roles, that say that
// they hold for all of them.
func (s *Survey) Foundations(p *Page, roles []*Section) []*Section {
	return s.sectionsForAll(p, roles, forEveryoneTitle)
}

// sectionsForAll returns the outermost sections beside the roles of a page whose
// titles say, to forAll, that they hold for all.
func (s *Survey) sectionsForAll(p *Page, roles []*Section, forAll func(title string) bool) []*Section {
	isRole := map[*Section]bool{}
	for _, r := range roles {
		isRole[r] = true
	}
	var out []*Section
	var visit func(sec *Section)
	visit = func(sec *Section) {
		for _, sub := range sec.Subs {
			switch {
			case isRole[sub]:
			case forAll(sub.Title.Value) && holdsList(sub) && !containsRole(sub, isRole):
				if s.Choose(p.Path, "foundation", "no-foundation", "the section "+quoted(sub.Title.Value)+" says that it holds for all") {
					out = append(out, sub)
					s.founded[p] = append(s.founded[p], sub)
				}
			default:
				visit(sub)
			}
		}
	}
	visit(p.Outline)
	return out
}
