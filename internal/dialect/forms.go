package dialect

import (
	"strings"

	"rung/internal/parse"
)

// leaveForms takes the pages from the ladder that are to be copied and filled
// in: nothing but placeholders stands under their levels, while other pages say
// what they ask. A role that is still to be written beside others of its folder
// is none of them: it is missing, and stays a role.
func (s *Survey) leaveForms() {
	written := map[string]int{} // pages of roles that say something, by folder
	all := 0
	var forms []*Page
	for _, p := range s.Pages {
		if k := s.kinds[p]; k != oneRole && k != manyRoles {
			continue
		}
		if onlyPlaceholders(p) {
			forms = append(forms, p)
			continue
		}
		written[p.Dir]++
		all++
	}
	for _, p := range forms {
		if all == 0 || s.kinds[p] == oneRole && written[p.Dir] > 0 {
			continue
		}
		if s.Choose(p.Path, "page", "track", "nothing but placeholders stands under its levels, and other pages say what they ask") {
			s.kinds[p] = prose
		}
	}
}

// onlyPlaceholders reports whether all bullets of a page keep a place, as
// "TODO" and "...": one at least.
func onlyPlaceholders(p *Page) bool {
	kept, said := 0, false
	p.Outline.Each(func(sec *Section) {
		for _, b := range sec.Body {
			said = said || b.Kind == parse.Table
			if b.Kind != parse.List || said {
				continue
			}
			for _, t := range wordsOf(b) {
				if IsStub(strings.TrimSpace(t.Value)) {
					kept++
				} else {
					said = true
					break
				}
			}
		}
	})
	return kept > 0 && !said
}
