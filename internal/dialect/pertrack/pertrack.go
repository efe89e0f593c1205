// Package pertrack reads ladders that have one file a track, or a file for one
// role of a kind: the page's title is the track, the headings under it are the
// roles, and the headings under these are areas, or the statements themselves.
package pertrack

import "rung/internal/dialect"

// Way reads pages whose headings are roles.
type Way struct{}

// Read returns the roles of page, or nothing.
func (Way) Read(s *dialect.Survey, page *dialect.Page) (drafts []*dialect.Draft, ok bool) {
	roles := s.Many(page)
	if len(roles) == 0 {
		return nil, false
	}
	track := dialect.TrackTitle(page)
	headings := s.HeadingsIn(page.Path, roles)
	for _, sec := range roles {
		title, label := dialect.TitleOf(sec.Title.Value)
		if s.IsFoundation(page) && len(roles) == 1 {
			title = track
		}
		role := s.NewRole(page, sec, title, headings)
		role.Foundation = s.IsFoundation(page)
		drafts = append(drafts, &dialect.Draft{Role: role, Page: page, Label: label, Track: track})
	}
	intro := s.Intro(page, roles)
	if drafts[0].Role.Foundation {
		drafts[0].Role.Notes = append(intro, drafts[0].Role.Notes...)
	} else {
		drafts[0].Intro = intro
	}
	return drafts, true
}
