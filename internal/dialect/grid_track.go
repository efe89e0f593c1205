package dialect

import (
	"path"
	"strings"

	"rung/internal/pattern"
)

var hollowStem = pattern.New(`(?i)^((skills?|competenc(y|ies)|career|levels?|grades?|ladders?|matrix|framework|progression|roles?|expectations?|data|export|sheet\d*|table|master|all|full|main|index|readme|_|engineering_ladder|growth|rubric|\d+)[ _-]*)+$`)

// TableTrack names the track of a page's tables where nothing on the page does:
// by its title, its file, its folder, the ladder. title is what the table says
// of itself, or "".
func (s *Survey) TableTrack(p *Page, title string) string {
	name := TrackTitle(p)
	if name == unhyphen(p.Stem) {
		name = folderWords(p.Stem)
	}
	if t := TrackWords(title); t != "" && isData(p.Doc) && hollowStem.MatchString(strings.TrimSpace(name)) && !hollowStem.MatchString(t) {
		return emojiOff(t)
	}
	if !hollowStem.MatchString(strings.TrimSpace(name)) {
		return emojiOff(name)
	}
	if p.Dir != "." && !isGeneric(path.Base(p.Dir)) && languages[strings.ToLower(path.Base(p.Dir))] == "" {
		return folderWords(path.Base(p.Dir))
	}
	for _, q := range s.Pages {
		if (q.Dir == p.Dir || q.Dir == ".") && q.Index && q.Title.Value != "" {
			if t, _ := trackName(q.Title.Value); !hollowStem.MatchString(t) {
				return emojiOff(t)
			}
		}
	}
	return emojiOff(name)
}

// NamesTrack reports whether a heading names a job or says that it is a track.
func NamesTrack(title string) bool {
	_, told := trackName(title)
	return told || RoleTitle(title) || family.MatchString(title) && wordCount(emojiOff(title)) <= 3
}

// TrackWords returns a heading as the name of a track.
func TrackWords(heading string) string {
	name, _ := trackName(heading)
	return name
}
