package dialect

// findAsking finds the sections of a page that are roles by what they ask,
// whatever they are called: two or more that stand beside each other, of which
// two ask for one competency at different levels. Nobody is asked for both.
func (s *Survey) findAsking(p *Page) {
	var found *RoleGroup
	p.Outline.Each(func(parent *Section) {
		if found != nil || len(parent.Subs) < 2 {
			return
		}
		g := RoleGroup{Parent: parent}
		asked := map[*Competency]*CompetencyLevel{}
		differ := false
		for _, sub := range parent.Subs {
			r := &requireReader{survey: s, page: p}
			r.section(sub)
			if len(r.found) == 0 {
				continue
			}
			g.Roles = append(g.Roles, sub)
			for _, q := range r.found {
				had := asked[q.competency]
				differ = differ || had != nil && had != q.level
				asked[q.competency] = q.level
			}
		}
		if differ && len(g.Roles) > 1 && len(g.Roles)*2 >= len(parent.Subs) {
			found = &g
		}
	})
	if found == nil || !s.Choose(p.Path, "track", "role", "its sections ask for one competency at different levels") {
		return
	}
	s.groups[p], s.roles[p], s.kinds[p] = []RoleGroup{*found}, found.Roles, manyRoles
}
