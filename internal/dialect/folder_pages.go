package dialect

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"rung/internal/parse"
)

// adoptFolderPages lets the README of a folder stand for the folder where the
// folder is a level: it is the only page in it, and folders beside it are made
// alike. "levels/3/README.md" is read as "levels/3.md" would be, and so is
// "everyone/README.md".
func (s *Survey) adoptFolderPages() {
	pages := map[string]int{}
	for _, p := range s.Pages {
		pages[p.Dir]++
	}
	beside := map[string][]*Page{}
	for _, p := range s.Pages {
		if p.Index && p.Dir != "." && pages[p.Dir] == 1 && (len(p.Outline.Subs) > 0 || statesList(p.Outline.Body)) {
			if toldForAll(firstOf(p.Title.Value, unhyphen(path.Base(p.Dir)))) {
				standForFolder(p)
				continue
			}
			beside[path.Dir(p.Dir)] = append(beside[path.Dir(p.Dir)], p)
		}
	}
	for _, group := range beside {
		var names []string
		for _, p := range group {
			names = append(names, s.FolderLevel(p.Dir))
		}
		if !LevelAxis(names) && !counted(names) && !(aboutLevels(group[0]) && countsJob(names)) {
			continue
		}
		for _, p := range group {
			standForFolder(p)
		}
	}
}

// standForFolder takes a page for the one that its folder would be.
func standForFolder(p *Page) {
	p.Index = false
	p.Stem = path.Base(p.Dir)
	p.Dir = path.Dir(p.Dir)
	p.Names = pageNames(p)
}

// statesList reports whether blocks hold a list that is more than links.
func statesList(blocks []*parse.Block) bool {
	return slices.ContainsFunc(blocks, func(b *parse.Block) bool { return b.Kind == parse.List && !isNavigation(b) })
}

// folderLevel returns the name of a folder as a level would be called.
func folderLevel(base string) string {
	words := unhyphen(base)
	if n := strings.TrimLeft(words, "0"); n != "" && isNumber(n) {
		return n
	}
	if i := strings.LastIndexByte(words, ' '); i >= 0 && codeTight.MatchString(words[i+1:]) {
		return words[:i+1] + strings.ToUpper(words[i+1:]) // "baker-ic1": a code at the end is told by its capitals
	}
	return words
}

// orderPrefix returns the number that begins the name of a file, by which its
// author put it in order: "03-senior", "1. planning"; ok is false where there
// is none.
func orderPrefix(stem string) (n int, rest string, ok bool) {
	end := 0
	for end < len(stem) && end < 3 && stem[end] >= '0' && stem[end] <= '9' {
		end++
	}
	if end == 0 || end < len(stem) && !strings.ContainsRune(" .-_)", rune(stem[end])) {
		return 0, stem, false
	}
	n, err := strconv.Atoi(stem[:end])
	if err != nil {
		return 0, stem, false
	}
	return n, strings.TrimLeft(stem[end:], " .-_)–—·"), true
}
