package records

import (
	"path"

	"rung/internal/dialect"
	"rung/internal/parse"
)

// A ladder may have a folder for each level and in it a file for each area:
// the same files lie in most of the folders. A file without statements beside
// them, an index, may say what the level is called.

// cellFiles returns the files that are one area of one level, with the level.
func cellFiles(files []*file) map[*file]*level {
	folders := map[string][]*file{} // by the folder of a level
	beside := map[string][]string{} // folders by the folder that holds them
	for _, f := range files {
		dir := f.page.Dir
		if dir == "." || f.levels > 0 {
			continue
		}
		if folders[dir] == nil {
			beside[path.Dir(dir)] = append(beside[path.Dir(dir)], dir)
		}
		folders[dir] = append(folders[dir], f)
	}
	out := map[*file]*level{}
	for _, dirs := range beside {
		if !areCells(dirs, folders) {
			continue
		}
		for _, dir := range dirs {
			l := folderLevel(dir, folders[dir])
			for _, f := range folders[dir] {
				out[f] = l
			}
		}
	}
	return out
}

// ofFolder reports a file that tells of its folder as a whole.
func (f *file) ofFolder() bool {
	return f.stated == 0 || isIndex(f.page.Stem) || f.page.Stem == "level" || f.page.Stem == "meta"
}

// areCells reports whether folders beside each other hold a level each: two at
// least, with mostly the same files, of which none is a role; and their names,
// or the folder that holds them, say so.
func areCells(dirs []string, folders map[string][]*file) bool {
	stems, names, cells := map[string]int{}, []string{}, 0
	for _, dir := range dirs {
		names = append(names, folderLevel(dir, folders[dir]).names[0])
		for _, f := range folders[dir] {
			if f.ofFolder() {
				continue
			}
			if f.page.Names.Label.Text != "" || dialect.RoleTitle(f.name.Value) {
				return false
			}
			stems[f.page.Stem]++
			cells++
		}
	}
	shared := 0
	for _, n := range stems {
		if n*2 > len(dirs) {
			shared += n
		}
	}
	says := axis(names) || wordOf(path.Base(path.Dir(dirs[0]))) == levelWord
	return says && len(dirs) > 1 && len(stems) > 1 && shared*2 > cells
}

// folderLevel returns the level that a folder is, by the index in it, else by
// its own name.
func folderLevel(dir string, files []*file) *level {
	base := path.Base(dir)
	l := &level{label: fileTitle(base)}
	for _, f := range files {
		if f.ofFolder() && f.name.Value != "" {
			l.label = f.name
			w := &walker{data: f.data, weights: map[*parse.Record]int{}}
			if own := w.levelField(f.root); own.Value != "" {
				l.label, l.title = own, f.name
			}
		}
	}
	l.names = []string{l.label.Value, base}
	if l.title.Value != "" {
		l.names = append(l.names, l.title.Value)
	}
	return l
}

// inFolder adds a file that is one area of the level that its folder is.
func (p *plan) inFolder(f *file) {
	place := path.Dir(f.page.Dir)
	name := ""
	if wordOf(path.Base(place)) == levelWord || place == "." {
		name = dialect.TrackName(firstOf(p.titleAt(place), firstOf(p.titleAt(path.Dir(place)), p.rootTitle())))
	}
	area := f.name
	if area.Value == "" {
		area = fileName(f.page)
	}
	if f.ofFolder() {
		area = parse.Text{} // what it says is of the level
	}
	p.track(name, place).add(&part{file: f, area: area, level: f.cell})
}
