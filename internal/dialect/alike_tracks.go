package dialect

import "slices"

// besideTracks finds roles on pages that lie among those of tracks and hold none
// by their names: sections that are made alike, as "Keyholder" and "Bellwether"
// over the same areas, beside pages of junior and senior bell ringers. At least
// half of the folder's pages are tracks; groups are the roles by page, in the
// order of pages.
func (s *Survey) besideTracks(groups [][]RoleGroup) {
	tracks, pages := map[string]int{}, map[string]int{}
	for i, p := range s.Pages {
		if p.Index || isData(p.Doc) {
			continue
		}
		pages[p.Dir]++
		if slices.ContainsFunc(groups[i], func(g RoleGroup) bool { return len(g.Roles) > 1 }) {
			tracks[p.Dir]++
		}
	}
	for i, p := range s.Pages {
		if len(groups[i]) > 0 || p.Index || isData(p.Doc) || tracks[p.Dir] == 0 || tracks[p.Dir]*2 < pages[p.Dir] {
			continue
		}
		if p.Names.Label.Text != "" || levelsOfElse(p) || isTemplate(p) || asking.MatchString(p.Title.Value) {
			continue
		}
		if found := madeAlike(p.Outline); len(found) > 1 && !slices.ContainsFunc(found, onlyFacets) {
			groups[i] = []RoleGroup{{Parent: p.Outline, Roles: found}}
		}
	}
}

// onlyFacets reports a section whose parts are those of an area, as "Do" and
// "Examples": then it is one.
func onlyFacets(sec *Section) bool {
	return !slices.ContainsFunc(sec.Subs, func(sub *Section) bool { return facetOf(sub.Title.Value) == noFacet })
}
