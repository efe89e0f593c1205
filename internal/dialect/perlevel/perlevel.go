// Package perlevel reads ladders that have one file a level: the page is a
// role, its headings are areas, its bullets statements.
package perlevel

import "rung/internal/dialect"

// Way reads pages that are one role each.
type Way struct{}

// Read returns the role of page, or nothing.
func (Way) Read(s *dialect.Survey, page *dialect.Page) (drafts []*dialect.Draft, ok bool) {
	sec, ok := s.One(page)
	if !ok {
		return nil, false
	}
	key, siblings := s.Siblings(page)
	title := page.Names.Title
	if s.IsFoundation(page) {
		title = dialect.TrackTitle(page)
	}
	role := s.NewRole(page, sec, title, s.HeadingsIn(key, siblings))
	role.Foundation = s.IsFoundation(page)
	return []*dialect.Draft{{Role: role, Page: page, Label: page.Names.Label}}, true
}
