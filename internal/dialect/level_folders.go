package dialect

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"rung/internal/parse"
)

// LevelFolders returns the folders that are the levels of one track, by track:
// they lie beside each other, are named like levels, and hold pages with
// bullets that are named alike, as "junior/craft.md" and "senior/craft.md". They
// come in the order of their levels.
func (s *Survey) LevelFolders() [][]string {
	beside := map[string][]string{}
	var parents []string
	for _, p := range s.Pages {
		if p.Dir == "." || slices.Contains(beside[path.Dir(p.Dir)], p.Dir) || len(s.AreaPages(p.Dir)) == 0 {
			continue
		}
		parent := path.Dir(p.Dir)
		if beside[parent] == nil {
			parents = append(parents, parent)
		}
		beside[parent] = append(beside[parent], p.Dir)
	}
	var out [][]string
	for _, parent := range parents {
		dirs := beside[parent]
		var names []string
		for _, d := range dirs {
			names = append(names, s.FolderLevel(d))
		}
		if !LevelAxis(names) && !counted(names) && !countsJob(names) || !s.areasAlike(dirs) {
			continue
		}
		slices.SortStableFunc(dirs, func(a, b string) int { return cmp.Compare(folderRank(a), folderRank(b)) })
		out = append(out, dirs)
	}
	return out
}

// folderRank ranks a folder by the number or the words in its name.
func folderRank(dir string) float64 {
	base := path.Base(dir)
	if n, _, ok := orderPrefix(base); ok {
		return float64(n)
	}
	if l, _ := SplitLabel(folderLevel(base)); l.Text != "" {
		return l.Number
	}
	rank, _, _ := Rank(folderWords(base))
	return rank
}

// FolderLevel returns the level that a folder is named for.
func (s *Survey) FolderLevel(dir string) string {
	base := path.Base(dir)
	if _, rest, ok := orderPrefix(base); ok && rest != "" {
		base = rest
	}
	if l, _ := SplitLabel(folderLevel(base)); l.Text != "" {
		return folderLevel(base)
	}
	return folderWords(base)
}

// AreaPages returns the pages of a folder that may be an area each: they have
// bullets and are no roles, and their titles name no job.
func (s *Survey) AreaPages(dir string) []*Page {
	var out []*Page
	for _, p := range s.inDir[dir] {
		if p.Index || s.kinds[p] != prose || isData(p.Doc) || !statesSomething(p) || p.Names.Label.Text != "" || LevelName(p.Title.Value) {
			continue
		}
		out = append(out, p)
	}
	return out
}

// statesSomething reports whether a page has bullets, or lies in a place about
// levels and has paragraphs.
func statesSomething(p *Page) bool {
	return holdsList(p.Outline) || directProse(p.Outline) > 0 && ladderWord.MatchString(unhyphen(strings.ReplaceAll(p.Dir, "/", " ")))
}

// areasAlike reports whether most pages of folders have the name of a page in
// another one.
func (s *Survey) areasAlike(dirs []string) bool {
	count := map[string]int{}
	for _, d := range dirs {
		for _, p := range s.AreaPages(d) {
			count[Slug(p.Stem)]++
		}
	}
	shared, all := 0, 0
	for _, n := range count {
		all += n
		if n > 1 {
			shared += n
		}
	}
	return shared*2 > all
}

// FolderTrack returns the name of the track whose levels lie in a folder.
func (s *Survey) FolderTrack(dir string) string {
	if dir == "." {
		title, _ := trackName(s.frameworkTitle(""))
		return firstOf(title, "Ladder")
	}
	if title := s.folderTitle(&ladder{dir: dir}); title != "" {
		return title
	}
	for _, p := range s.inDir[dir] {
		if title, told := trackName(p.Title.Value); p.Index && told {
			return title
		}
	}
	title, _ := trackName(s.frameworkTitle(folderWords(path.Base(dir))))
	return title
}

// areaFolders returns the folders of the levels of the track that p is of, each
// as a role would be: the pages in it are its sections.
func (s *Survey) areaFolders(p *Page) []*Section {
	key := "areas of " + path.Dir(p.Dir)
	if out, ok := s.beside[key]; ok { // once a track: each of its pages asks
		return out
	}
	var out []*Section
	byDir := map[string]*Section{}
	for _, q := range s.Pages {
		if path.Dir(q.Dir) != path.Dir(p.Dir) || q.Index {
			continue
		}
		if byDir[q.Dir] == nil {
			byDir[q.Dir] = &Section{}
			out = append(out, byDir[q.Dir])
		}
		byDir[q.Dir].Subs = append(byDir[q.Dir].Subs, q.Outline)
	}
	s.beside[key] = out
	return out
}

// FillArea reads a page as an area of a rung: as a section of a role's page
// would be. Sections in it are areas of their own, named for both.
func (s *Survey) FillArea(rung *SheetRung, p *Page) {
	whole := &Section{Title: p.Title, Head: p.Outline.Head, Depth: p.Outline.Depth, Body: entryLists(p.Outline.Body), Subs: p.Outline.Subs}
	if whole.Title.Value == "" {
		whole.Title = parse.Text{Value: strings.TrimSpace(folderWords(p.Stem))}
	}
	body := s.ReadBody(p, &Section{Subs: []*Section{whole}}, s.headingsOn(p, s.HeadingsIn(path.Dir(p.Dir), s.areaFolders(p))))
	area := rung.Area(p, whole.Title)
	if body.Summary.Text != "" {
		area.area.Intro = append(area.area.Intro, body.Summary)
	}
	area.area.Intro = append(area.area.Intro, body.Notes...)
	rung.role.Scope = append(rung.role.Scope, body.Scope...)
	for _, a := range body.Areas {
		to := area
		if a.ID != area.area.ID {
			to = rung.Area(p, parse.Text{Value: area.area.Title + " / " + a.Title, Start: a.At.Start, End: a.At.End})
		}
		to.area.Intro = append(to.area.Intro, a.Intro...)
		to.area.Statements = append(to.area.Statements, a.Statements...)
		to.area.Examples = append(to.area.Examples, a.Examples...)
	}
}

// entryLists returns blocks with paragraphs whose lines are entries as lists.
func entryLists(blocks []*parse.Block) []*parse.Block {
	out := slices.Clone(blocks)
	for i, b := range out {
		if _, list, ok := bareLines(b, true); ok {
			out[i] = list
		}
	}
	return out
}
