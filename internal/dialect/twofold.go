package dialect

// twofold finds levels whose names nothing tells, by what returns both ways: the
// headings of a page are those of another page, and the headings beneath each are
// those beneath the others. "Keel", "Mast" and "Sail" over "Craft" and "Crew" each,
// in a file for every trade, are its levels. It adds groups to pages without any.
func twofold(pages []*Page, groups [][]RoleGroup) {
	found := map[*Page][]*Section{}
	count := map[string]int{}
	for i, p := range pages {
		if len(groups[i]) > 0 || p.Index || isData(p.Doc) || roleHeading(p.Title.Value) || p.Names.Label.Text != "" {
			continue
		}
		found[p] = madeAlike(p.Outline)
		for _, sec := range found[p] {
			count[declaredKey(sec.Title.Value)]++
		}
	}
	const least = 3
	for i, p := range pages {
		again := 0
		for _, sec := range found[p] {
			if count[declaredKey(sec.Title.Value)] > 1 {
				again++
			}
		}
		if again >= least && again*4 >= len(found[p])*3 && !levelsOfElse(p) {
			groups[i] = outermost([]RoleGroup{{p.Outline, found[p]}})
		}
	}
}

// Order gives the drafts of a group's roles, one each, the order that their
// author counts or declares them in; it leaves drafts alone where there is none
// for all.
func (g RoleGroup) Order(drafts []*Draft) {
	counts, places := map[int]bool{}, map[int]bool{}
	for _, r := range g.Roles {
		if n, rest, ok := orderPrefix(emojiOff(r.Title.Value)); ok && rest != "" {
			counts[n] = true
		}
		if r.place > 0 {
			places[r.place] = true
		}
	}
	if len(g.Roles) != len(drafts) || len(counts) < len(g.Roles) && len(places) < len(g.Roles) {
		return
	}
	for i, r := range g.Roles {
		n, _, _ := orderPrefix(emojiOff(r.Title.Value))
		if len(places) == len(g.Roles) {
			n = r.place
		}
		drafts[i].order = n
	}
}
