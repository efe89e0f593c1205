package dialect

import (
	"path"
	"slices"
)

// TableSet returns the pages of p's folder that each tell one area by level in
// a table, p among them and in order of path; nil where p is no such page. They
// have levels in common and are named for no jobs: together they are one track.
func (s *Survey) TableSet(p *Page) []*Page {
	own := s.oneText(p)
	if own == nil {
		return nil
	}
	var out []*Page
	tracks := 0
	for _, dir := range s.gathered(p.Dir) {
		for _, q := range s.inDir[dir] {
			l := s.oneText(q)
			if l == nil || !shareLevels(own.Names(), l.Names()) {
				continue
			}
			out = append(out, q)
			if NamesTrack(q.name()) || s.kinds[q] == oneRole {
				tracks++
			}
		}
	}
	if len(out) < 2 || tracks*2 >= len(out) {
		return nil
	}
	why := plural2(len(out), "page") + " of the folder tell one thing each at the same levels, and are named for no jobs"
	if !s.Choose(p.Path, "table-page-is-area", "table-page-is-track", why) {
		return nil
	}
	return out
}

// gathered returns the folders beside one, itself among them, that may gather
// areas of one track, as "people" beside "technical" in "skills"; a folder that
// is named for a job, or lies at the root, gathers none but its own.
func (s *Survey) gathered(dir string) []string {
	parent := path.Dir(dir)
	skills := skillPlace(parent) // "skills/people" is no line of work
	if dir == "." || parent == "." || !skills && jobFolder(dir) {
		return []string{dir}
	}
	var out []string
	for d := range s.inDir {
		if path.Dir(d) == parent && d != "." && (skills || !jobFolder(d)) {
			out = append(out, d)
		}
	}
	slices.Sort(out)
	return out
}

// oneText returns the layout of a page that tells its levels in one table with
// one text for each, or nil.
func (s *Survey) oneText(p *Page) *Layout {
	if p.Index {
		return nil
	}
	sites := s.LadderTables(p)
	if len(sites) != 1 || len(sites[0].Layouts) != 1 || !sites[0].Layouts[0].Single || sites[0].Layouts[0].Track.Value != "" {
		return nil
	}
	return sites[0].Layouts[0]
}

// shareLevels reports whether at least half of the smaller of two lists of
// levels are in the other.
func shareLevels(a, b []string) bool {
	n := 0
	for _, x := range a {
		for _, y := range b {
			if SameLevel(x, y) {
				n++
				break
			}
		}
	}
	return n > 0 && n*2 >= min(len(a), len(b))
}

// SetTrack names the track that the pages of a folder are together: by the
// page that lists them, else by the folder.
func (s *Survey) SetTrack(p *Page) string {
	for _, dir := range []string{p.Dir, path.Dir(p.Dir)} {
		for _, q := range s.inDir[dir] {
			if name, _ := trackName(q.Title.Value); q.Index && name != "" {
				return emojiOff(name)
			}
		}
	}
	if p.Dir == "." {
		return TrackTitle(p)
	}
	return folderWords(path.Base(p.Dir))
}
