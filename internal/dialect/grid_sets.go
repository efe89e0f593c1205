package dialect

import "path"

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
	for _, q := range s.inDir[p.Dir] {
		l := s.oneText(q)
		if l == nil || !shareLevels(own.Names(), l.Names()) {
			continue
		}
		out = append(out, q)
		if NamesTrack(q.name()) || s.kinds[q] == oneRole {
			tracks++
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
