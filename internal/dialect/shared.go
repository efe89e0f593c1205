package dialect

import (
	"slices"
	"strings"

	"rung/internal/parse"
	"rung/internal/pattern"
)

// addShared adds what index pages say for all roles of the pages in their
// folder and below, in a section of their own: "For everyone" in the README of a
// ladder. Where a page of the ladder says so already, the README sums it up.
func (s *Survey) addShared(drafts []*Draft) []*Draft {
	out := drafts
	for _, p := range s.Pages {
		if !p.Index || s.kinds[p] != prose || isData(p.Doc) || s.sets[p] != nil || !rolesBelow(p, drafts) {
			continue
		}
		secs := s.sectionsForAll(p, nil, toldForAll)
		for _, sec := range secs {
			role := s.NewRole(p, sec, sec.Title.Value, s.HeadingsIn(p.Path, secs))
			role.Foundation = true
			d := &Draft{Role: role, Page: p}
			if s.shared == nil {
				s.shared = map[*Draft]bool{}
			}
			s.shared[d] = true
			out = append(out, d)
		}
	}
	return out
}

// toldForAll is forEveryoneTitle for pages without roles, which have sections
// called "General" and "Values" too that are about the repository, or the
// company: there a word for all of us must stand.
func toldForAll(title string) bool {
	return allWord.MatchString(title) && forEveryoneTitle(title)
}

var allWord = pattern.New(`(?i)\b(all|every|any|regardless|everyone|everybody|alle[nr]?|alla|jede[rmns]?|tod[oa]s|cada|tous|toutes|commun|tutt[ie]|iedereen|elke?|samtliga)\b|wszys[tc]|każd|все|каждо|全|所有|共通|すべて|모든|공통`)

// rolesBelow reports whether a page says something for all, and the pages of
// its folder and below hold roles and no foundation.
func rolesBelow(p *Page, drafts []*Draft) bool {
	says := false
	p.Outline.Each(func(sec *Section) {
		says = says || sec != p.Outline && toldForAll(sec.Title.Value) && slices.ContainsFunc(sec.Body, func(b *parse.Block) bool {
			return b.Kind == parse.List && !isNavigation(b)
		})
	})
	if !says {
		return false
	}
	roles := 0
	for _, d := range drafts {
		if p.Dir != "." && d.Page.Dir != p.Dir && !strings.HasPrefix(d.Page.Dir, p.Dir+"/") {
			continue
		}
		if d.Role.Foundation {
			return false
		}
		roles++
	}
	return roles > 0
}
