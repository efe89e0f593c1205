package dialect

import (
	"path"
	"slices"
	"strings"

	"rung/internal/pattern"
)

// Pages that share their levels may be skills, which are areas of one ladder, or
// lines of work, which are a ladder each. "Presswork" and "Bindery" may be either:
// what is written around them tells, as "read the book for your craft" does.

// trackNouns are the words for lines of work, of many and of one.
const trackNouns = `crafts?|trades?|disciplines?|tracks?|career (?:paths?|ladders?|tracks?|routes?)|pathways?|job famil(?:y|ies)|professions?|guilds?|lines? of work|occupations?|special(?:ism|isation|ization|ity|ty|isms|isations|izations|ities|ties)`

// ofTracks are words about lines of work of which a reader has one.
var ofTracks = pattern.New(`(?i)\b(?:your(?: own)?|each|every|whatever the|whichever|which|any|another|per|in one|in a|within a|between|all(?: of)?(?: our| the)?|our|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:` + trackNouns + `)\b`)

// tellsSkills are words about what everybody is measured by.
var tellsSkills = pattern.New(`(?i)\b(?:competenc(?:y|e|es|ies)|skills?|dimensions?|pillars?|capabilit(?:y|ies)|attributes?|focus areas?|areas)\b`)

// tracksPlace are names of folders and headings over lines of work: many ladders,
// and no word that a single ladder is called by.
var tracksPlace = wordSet("tracks ladders crafts trades disciplines professions families guilds departments functions occupations specialties specialisms pathways " +
	"laufbahnen karrierepfade gewerke berufe filières filieres métiers metiers parcours trilhas carreiras trayectorias carreras itinerarios oficios percorsi carriere mestieri loopbaanpaden vakgebieden karriärvägar ścieżki sciezki треки направления профессии 職種 コース 职业通道 직군")

// toldAsTracks returns the words that call the pages or sections of a set lines
// of work, or "": its folder's name, the heading over the links to its pages, or
// what the index says that lists them.
func (s *Survey) toldAsTracks(u *SkillSet) string {
	place := unhyphen(stemOf(path.Base(u.Place)))
	if len(u.pages) == 1 && u.pages[0].Path == u.Place {
		place = u.pages[0].Title.Value
	}
	if endsAsTracks(place) {
		return place
	}
	if len(u.pages) < 2 || slices.ContainsFunc(u.Skills, func(k *Skill) bool { return k.inPage }) {
		return "" // an index that speaks of tracks speaks of the pages, and not of their sections
	}
	for dir := u.Place; ; dir = path.Dir(dir) {
		for _, index := range s.inDir[dir] {
			if index.Index && s.sets[index] == nil {
				if words := s.indexTellsTracks(index, u); words != "" {
					return words
				}
			}
		}
		if dir == "." {
			return ""
		}
	}
}

// endsAsTracks reports a name that ends with a word for lines of work.
func endsAsTracks(name string) bool {
	words := strings.Fields(strings.ToLower(emojiOff(name)))
	return len(words) > 0 && len(words) <= 4 && tracksPlace[words[len(words)-1]]
}

// indexTellsTracks returns what an index that links to all pages of a set calls
// them, where that is a word for lines of work and none for skills.
func (s *Survey) indexTellsTracks(index *Page, u *SkillSet) string {
	linked := map[*Page]bool{}
	for _, l := range index.Doc.Links {
		linked[s.Target(index, l.Target)] = true
	}
	for _, p := range u.pages {
		if !linked[p] {
			return ""
		}
	}
	found, skills := "", false
	index.Outline.Each(func(sec *Section) {
		if sec != index.Outline && endsAsTracks(sec.Title.Value) {
			found = firstOf(found, sec.Title.Value)
		}
		for _, b := range sec.Body {
			text := flat(b).Value
			skills = skills || tellsSkills.MatchString(text)
			found = firstOf(found, ofTracks.FindString(text))
		}
	})
	if skills {
		return ""
	}
	return found
}

// placeLevels gives the sections of tracks that share their levels the places
// which these have: "Journeyman" and "Craftsman" rank nobody by themselves.
func (u *SkillSet) placeLevels() {
	for _, k := range u.Skills {
		for _, sub := range k.sec.Subs {
			if i := slices.Index(u.levels, k.spelt.key(sub.Title.Value)); i >= 0 && sub.place == 0 {
				sub.place = i + 1
			}
		}
	}
}
