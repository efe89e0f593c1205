// Package perarea reads ladders that have a folder a level and a file an area:
// "senior/craft.md" beside "junior/craft.md".
package perarea

import (
	"path"

	"rung/internal/dialect"
	"rung/internal/parse"
)

// Way reads pages that are one area of one level each. Use New.
type Way struct {
	sheets map[*dialect.Page]*ladder
}

// ladder is the folders of one track.
type ladder struct {
	dir   string
	pages []*dialect.Page
}

// New returns a Way. It keeps what Index finds, so it is for one run.
func New() *Way { return &Way{sheets: map[*dialect.Page]*ladder{}} }

// Index finds folders that are the levels of one track.
func (w *Way) Index(s *dialect.Survey) {
	for _, dirs := range s.LevelFolders() {
		l := &ladder{dir: path.Dir(dirs[0])}
		for _, dir := range dirs {
			l.pages = append(l.pages, s.AreaPages(dir)...)
		}
		for _, p := range l.pages {
			w.sheets[p] = l
		}
	}
}

// Read returns the roles of the folders at the first page in them.
func (w *Way) Read(s *dialect.Survey, page *dialect.Page) (drafts []*dialect.Draft, ok bool) {
	l := w.sheets[page]
	if l == nil {
		return nil, false
	}
	if page != l.pages[0] {
		return nil, true
	}
	sheet := s.NewSheet(s.FolderTrack(l.dir), l.dir)
	for _, p := range l.pages {
		rung := sheet.Rung(p, parse.Text{Value: s.FolderLevel(p.Dir)})
		s.FillArea(rung, p)
	}
	return sheet.Drafts(), true
}
