// Package pertrack reads ladders that have one file a track, or a file for one
// role of a kind, or one file for everything: the page's title, or a heading
// above its roles, is the track, the headings under it are the roles, and the
// headings under these are areas, or the statements themselves.
package pertrack

import "rung/internal/dialect"

// Way reads pages whose headings are roles.
type Way struct{}

// Read returns the roles of page, or nothing.
func (Way) Read(s *dialect.Survey, page *dialect.Page) (drafts []*dialect.Draft, ok bool) {
	groups := s.Many(page)
	if len(groups) == 0 {
		return nil, false
	}
	var roles []*dialect.Section
	for _, g := range groups {
		roles = append(roles, g.Roles...)
	}
	headings := s.HeadingsIn(page.Path, roles)
	for _, g := range groups {
		drafts = append(drafts, group(s, page, g, headings, len(groups))...)
	}
	drafts = append(drafts, foundations(s, page, roles, headings)...)
	intro := s.Intro(page, roles)
	if drafts[0].Role.Foundation {
		drafts[0].Role.Notes = append(intro, drafts[0].Role.Notes...)
	} else {
		drafts[0].Intro = intro
	}
	return drafts, true
}

// group returns the roles under one heading.
func group(s *dialect.Survey, page *dialect.Page, g dialect.RoleGroup, headings dialect.Headings, of int) []*dialect.Draft {
	var out []*dialect.Draft
	track := s.GroupTrack(page, g)
	for _, sec := range g.Roles {
		title, label := dialect.TitleOf(sec.Title.Value)
		if s.IsFoundation(page) && len(g.Roles) == 1 {
			title = track
		}
		role := s.NewRole(page, sec, title, headings)
		role.Foundation = s.IsFoundation(page)
		d := &dialect.Draft{Role: role, Page: page, Label: label, Track: track}
		if of > 1 {
			d.Place = page.Path
		}
		out = append(out, d)
	}
	g.Order(out)
	return out
}

// foundations returns what the page says for all of its roles, in sections
// beside them.
func foundations(s *dialect.Survey, page *dialect.Page, roles []*dialect.Section, headings dialect.Headings) []*dialect.Draft {
	var out []*dialect.Draft
	for _, sec := range s.Foundations(page, roles) {
		role := s.NewRole(page, sec, sec.Title.Value, headings)
		role.Foundation = true
		out = append(out, &dialect.Draft{Role: role, Page: page})
	}
	return out
}
