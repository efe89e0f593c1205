package dialect

import (
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rung/internal/model"
	"rung/internal/parse"
)

// describe names a track: by its own page's title, by the job family where a
// folder holds two, by the page that lists its roles, by the folder.
func (s *Survey) describe(l *ladder) *model.Track {
	first := l.drafts[0]
	t := &model.Track{Path: l.dir, Title: first.Track}
	for _, d := range l.drafts {
		t.Intro = append(t.Intro, d.Intro...)
	}
	switch {
	case first.Track != "":
		t.Path = firstOf(first.Place, first.Page.Path)
	case l.dir == "":
		t.Path, t.Title = first.Page.Path, common(l)
	case l.dir == ".":
		t.Title = s.rootTitle(l)
	case l.kind != "":
		t.Title = common(l)
	default:
		t.Title = s.folderTitle(l)
	}
	return t
}

// generic are names of folders that say nothing, or not enough, of what is in
// them: true where they say nothing at all.
var generic = map[string]bool{
	"roles": true, "levels": true, "role": true, "ladder": true, "ladders": true, "tracks": true, "track": true, "career": true, "careers": true,
	"ic": false, "management": false, "manager": false, "job-descriptions": true, "individual-contributor": false, "docs": true, "src": true, "content": true,
	"framework": true, "frameworks": true, "pages": true, "data": true,
}

func isGeneric(base string) bool {
	_, ok := generic[strings.ToLower(base)]
	return ok
}

// folderTitle returns the name that an index page in the folder gives to its
// roles, else the folder's name, with its parent's where it is generic.
func (s *Survey) folderTitle(l *ladder) string {
	for _, p := range s.inDir[l.dir] {
		if !p.Index {
			continue
		}
		for _, b := range p.Doc.Blocks {
			if b.Kind != parse.Heading {
				continue
			}
			if name, told := trackName(b.Text.Value); told && !PersonVoice(name) && !hasQuestion(b.Text.Value) && shares(name, l.dir) {
				return name
			}
		}
	}
	var parts []string
	hollow := true
	for dir := l.dir; dir != "." && dir != ""; dir = path.Dir(dir) {
		base := path.Base(dir)
		if languages[strings.ToLower(base)] != "" {
			continue
		}
		parts = append([]string{folderWords(base)}, parts...)
		empty, known := generic[strings.ToLower(base)]
		hollow = hollow && empty
		if !known {
			break
		}
	}
	if hollow {
		return s.ladderTitle(l)
	}
	return strings.Join(parts, " ")
}

// rootTitle names a track that lies at the root: by the job that most of its
// roles share, else by the page that says what the whole ladder is.
func (s *Survey) rootTitle(l *ladder) string {
	name, n := common(l), 0
	for _, d := range l.drafts {
		if strings.EqualFold(d.base, name) {
			n++
		}
	}
	if n*2 >= len(l.drafts) {
		return name
	}
	if title, _ := trackName(s.frameworkTitle("")); title != "" {
		return title
	}
	if title := s.ladderTitle(l); !OnlySeniority(roleWords(title)) {
		return title
	}
	return onlyTrack
}

// onlyTrack names the one track of a ladder whose pages are named by seniority
// alone: to call it after its lowest level would be wrong, and change with it.
const onlyTrack = "Levels"

// ladderTitle names the track of a folder whose name says nothing but a
// language: by the page that says what the whole ladder is.
func (s *Survey) ladderTitle(l *ladder) string {
	for _, dir := range []string{l.dir, "."} {
		for _, p := range s.inDir[dir] {
			if !p.Index {
				continue
			}
			if name, told := trackName(firstOf(p.Title.Value, p.Doc.Title())); told && strings.Contains(name, " ") {
				return name
			}
		}
	}
	return common(l)
}

// shares reports whether a name and a folder have a word in common.
func shares(name, dir string) bool {
	have := strings.Split(Slug(path.Base(dir)), "-")
	for _, w := range strings.Split(Slug(name), "-") {
		if len(w) > 2 && slices.Contains(have, w) {
			return true
		}
	}
	return false
}

// folderWords writes the name of a folder as a title.
func folderWords(base string) string {
	words := strings.Fields(unhyphen(base))
	for i, w := range words {
		if w == strings.ToLower(w) {
			first, n := utf8.DecodeRuneInString(w)
			words[i] = string(unicode.ToUpper(first)) + w[n:]
		}
	}
	return strings.Join(words, " ")
}

// nameTracks gives every track its id; of two with one name, both take the
// folder above along.
func nameTracks(ladders []*ladder) {
	count := map[string]int{}
	for _, l := range ladders {
		if folderLanguage(l.dir) == "" {
			count[Slug(trackSource(l))]++
		}
	}
	seen := map[string]int{}
	for _, l := range ladders {
		id := Slug(trackSource(l))
		if count[id] > 1 && path.Dir(l.track.Path) != "." {
			id = Slug(path.Base(path.Dir(l.track.Path)) + " " + id)
		}
		if id == "" {
			id = "track"
		}
		if lang := folderLanguage(l.dir); lang != "" && lang != "en" {
			id += "-" + strings.ToLower(lang)
		}
		seen[id]++
		if n := seen[id]; n > 1 {
			id += "-" + strconv.Itoa(n)
		}
		l.track.ID = model.TrackID(id)
	}
}

// trackSource returns what a track's id is made of: its folder's name, which
// seldom changes, else its title.
func trackSource(l *ladder) string {
	if l.dir != "" && l.dir != "." && l.kind == "" && !isGeneric(path.Base(l.dir)) && languages[strings.ToLower(path.Base(l.dir))] == "" {
		return unhyphen(path.Base(l.dir))
	}
	return l.track.Title
}
