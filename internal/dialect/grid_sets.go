package dialect

import (
	"path"
	"slices"
	"strings"

	"rung/internal/model"
)

// TableSet returns the pages of p's folder that each tell one area, or one
// group of areas, by level in a table, p among them and in order of path; nil
// where p is no such page. They have levels in common and are named for no
// jobs: together they are one track.
func (s *Survey) TableSet(p *Page) []*Page {
	own := s.oneTable(p)
	if own == nil {
		return nil
	}
	spelt := s.tableSpellings(p)
	var out []*Page
	tracks, jobs, groups := 0, 0, 0
	for _, dir := range s.gathered(p.Dir) {
		for _, q := range s.inDir[dir] {
			l := s.oneTable(q)
			if l == nil || !spelt.share(own.Names(), l.Names()) {
				continue
			}
			out = append(out, q)
			if !l.Single {
				groups++
			}
			if NamesTrack(q.name()) || s.kinds[q] == oneRole {
				tracks++
			}
			if RoleTitle(q.name()) {
				jobs++
			}
		}
	}
	if len(out) < 2 || tracks*2 >= len(out) && (jobs*2 >= len(out) || s.ToldAsAreas(p.Dir) == "") {
		return nil // "Working with people" may sound like a department, "Stoker" is a job
	}
	why := plural2(len(out), "page") + " of the folder tell one thing each at the same levels, and are named for no jobs"
	if groups > 0 {
		said, ok := s.tableGroups[out[0].Path+"\x00"+p.Dir]
		if !ok {
			said = s.groupsOfOne(out)
			s.tableGroups[out[0].Path+"\x00"+p.Dir] = said
		}
		if said == "" {
			return nil
		}
		why = plural2(len(out), "page") + " of the folder tell other areas each at the same levels, and " + said
	}
	if !s.Choose(p.Path, "table-page-is-area", "table-page-is-track", why) {
		return nil
	}
	return out
}

// tableSpellings returns how the tables beside a page's spell their levels, once
// a folder: each of its pages asks.
func (s *Survey) tableSpellings(p *Page) spellings {
	if have, ok := s.tableSpelt[p.Dir]; ok {
		return have
	}
	var lists [][]string
	for _, dir := range s.gathered(p.Dir) {
		for _, q := range s.inDir[dir] {
			if l := s.oneTable(q); l != nil {
				lists = append(lists, l.Names())
			}
		}
	}
	if s.tableSpelt == nil {
		s.tableSpelt = map[string]spellings{}
	}
	s.tableSpelt[p.Dir] = newSpellings(lists)
	return s.tableSpelt[p.Dir]
}

// groupsOfOne says why pages whose tables have rows for several areas are
// groups of one track's areas and no tracks, or "": no area of one is another's,
// as it is where tracks are told side by side, and the folder or an index calls
// the pages areas, or says so, or their levels are those of one job.
func (s *Survey) groupsOfOne(pages []*Page) string {
	seen, again, all := map[string]bool{}, 0, 0
	for _, p := range pages {
		own := map[string]bool{}
		for _, lane := range s.oneTable(p).Of(TextLane) {
			own[Slug(lane.Label().Value)] = true
		}
		for label := range own {
			all++
			if seen[label] {
				again++
			}
			seen[label] = true
		}
	}
	names := s.oneTable(pages[0]).Names()
	switch {
	case again*4 > all:
		return ""
	case skillPlace(pages[0].Dir) || areaHead.MatchString(path.Base(pages[0].Dir)):
		return "the folder is named for areas"
	case s.listedAsAreas(pages):
		return "an index lists them as areas"
	case oneOfJobs(names) && !commonJob(names):
		return "the levels are those of one job"
	}
	if words := s.ToldAsAreas(pages[0].Dir); words != "" {
		return "an index says of them: " + quoted(clip(words))
	}
	return ""
}

// commonJob reports whether the job that levels share is one of many lines of
// work: each of a company's teams may have its own "Nurse" and "Senior Nurse".
func commonJob(names []string) bool {
	for job := range sharedJobs(names) {
		words := strings.Fields(job)
		if is, _ := jobNoun(words[len(words)-1]); is {
			return true
		}
	}
	return false
}

// listedAsAreas reports whether a table of an index has all pages in rows and
// calls them areas in its head.
func (s *Survey) listedAsAreas(pages []*Page) bool {
	for _, q := range s.Pages {
		if !q.Index {
			continue
		}
		for _, t := range s.Tables(q) {
			if len(t.Grid.Rows) <= len(pages) || !slices.ContainsFunc(t.Grid.Rows[0], func(c *Cell) bool { return areaHead.MatchString(c.Text.Value) }) {
				continue
			}
			listed := map[*Page]bool{}
			for _, row := range t.Grid.Rows[1:] {
				for _, c := range row {
					for _, m := range c.Text.Marks {
						listed[s.Target(q, m.Target)] = m.Kind == model.Link
					}
				}
			}
			if !slices.ContainsFunc(pages, func(p *Page) bool { return !listed[p] }) {
				return true
			}
		}
	}
	return false
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

// oneTable returns the layout of a page that tells its levels in one table, or
// nil.
func (s *Survey) oneTable(p *Page) *Layout {
	if p.Index {
		return nil
	}
	sites := s.LadderTables(p)
	if len(sites) != 1 || len(sites[0].Layouts) != 1 || sites[0].Layouts[0].Track.Value != "" {
		return nil
	}
	return sites[0].Layouts[0]
}

// share reports whether at least half of the smaller of two lists of levels
// are in the other.
func (s spellings) share(a, b []string) bool {
	n := 0
	for _, x := range a {
		if slices.ContainsFunc(b, func(y string) bool { return s.key(x) == s.key(y) }) {
			n++
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
