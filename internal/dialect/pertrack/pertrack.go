// Package pertrack reads ladders that have one file a track, or a file for one
// role of a kind: the page's title is the track, the headings under it are the
// roles, and the headings under these are areas, or the statements themselves.
package pertrack

import "rung/internal/dialect"

// Way reads pages whose headings are roles.
type Way struct{}

// Read returns the roles of page, or nothing.
func (Way) Read(s *dialect.Survey, page *dialect.Page) []*dialect.Draft {
	roles := s.Many(page)
	if len(roles) == 0 {
		return nil
	}
	track := dialect.TrackTitle(page)
	headings := s.HeadingsIn(page.Path, roles)
	var out []*dialect.Draft
	for _, sec := range roles {
		title, label := dialect.TitleOf(sec.Title.Value)
		if s.IsFoundation(page) && len(roles) == 1 {
			title = track
		}
		role := s.NewRole(page, sec, title, headings)
		role.Foundation = s.IsFoundation(page)
		out = append(out, &dialect.Draft{Role: role, Page: page, Label: label, Track: track})
	}
	intro := s.Intro(page, roles)
	if out[0].Role.Foundation {
		out[0].Role.Notes = append(intro, out[0].Role.Notes...)
	} else {
		out[0].Intro = intro
	}
	return out
}
