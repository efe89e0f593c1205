package dialect

import (
	"path"
	"strings"

	"rung/internal/parse"
	"rung/internal/pattern"
)

// Pages of several competencies each may group the areas of one ladder, as
// "Technical" and "People" do, or be a ladder each, as "Classroom pathway" and
// "Pastoral pathway" are. What they are called tells.

// trackWords are the words for one line of work that titles begin or end with.
var trackWords = wordSet("track path pathway ladder route stream profession trade craft discipline family guild laufbahn karrierepfad pfad gewerk filière filiere parcours métier voie trilha carreira percurso trayectoria carrera itinerario oficio percorso carriera filiera mestiere loopbaan loopbaanpad vakgebied karriärväg karriärspår karrierevej karrierevei ścieżka трек направление профессия")

// trackEnds end such words where languages join them to the name before.
var trackEnds = []string{"laufbahn", "karrierepfad", "gewerk", "spår", "loopbaan", "コース", "トラック", "キャリアパス", "職", "通道", "序列", "트랙", "직군"}

// titledAsTrack reports whether a page's title calls it a line of work.
func titledAsTrack(p *Page) bool {
	words := strings.Fields(strings.ToLower(emojiOff(p.Title.Value)))
	const most = 6
	if len(words) < 1 || len(words) > most {
		return false
	}
	first, last := strings.Trim(words[0], ":–—-"), words[len(words)-1]
	if len(words) > 1 && (trackWords[first] || trackWords[last]) {
		return true
	}
	for _, end := range trackEnds {
		if len(last) > len(end) && strings.HasSuffix(last, end) {
			return true
		}
	}
	return false
}

// pagesAsTracks returns the words that call the pages of a set lines of work, of
// which each tells several competencies, or "".
func (s *Survey) pagesAsTracks(u *SkillSet) string {
	titled := 0
	for _, p := range u.pages {
		if len(s.skills[p]) < 2 || !s.skills[p][0].inPage {
			return ""
		}
		if titledAsTrack(p) {
			titled++
		}
	}
	if titled == len(u.pages) {
		return u.pages[0].Title.Value
	}
	if place := unhyphen(path.Base(u.Place)); endsAsTracks(place) {
		return place
	}
	for dir := u.Place; ; dir = path.Dir(dir) {
		for _, index := range s.inDir[dir] {
			if !index.Index || s.sets[index] != nil {
				continue
			}
			if words := s.leadsToTracks(index, u); words != "" {
				return words
			}
		}
		if dir == "." {
			return ""
		}
	}
}

// listsTracks matches the end of a line over links to lines of work: "Three
// pathways:", "Choose your discipline".
var listsTracks = pattern.New(`(?i)\b(?:` + trackNouns + `|laufbahnen|laufbahn|karrierepfade?|gewerke?|filières?|métiers?|parcours|trilhas?|carreiras?|trayectorias?|carreras?|oficios?|percorsi|percorso|mestieri|loopbaanpaden|vakgebied(?:en)?|karriärvägar)(?: (?:below|here|so far|today|are))?\s*[:.]?$|(?:ścieżki|треки|направления|職種|コース|통로|직군)(?:は以下)?\s*[:：.。]?$`)

// leadsToTracks returns the words over the list of an index that links to the
// pages of a set, where they call these lines of work.
func (s *Survey) leadsToTracks(index *Page, u *SkillSet) string {
	found := ""
	index.Outline.Each(func(sec *Section) {
		lead := sec.Title.Value
		if sec == index.Outline {
			lead = ""
		}
		for _, b := range sec.Body {
			switch {
			case b.Kind == parse.Paragraph:
				lead = b.Text.Value
			case b.Kind == parse.List && found == "" && s.linksAll(index, b, u) && listsTracks.MatchString(lead):
				found = lead
			}
		}
	})
	return found
}

// linksAll reports whether a list links to all pages of a set.
func (s *Survey) linksAll(index *Page, list *parse.Block, u *SkillSet) bool {
	linked := map[*Page]bool{}
	for _, t := range wordsOf(list) {
		for _, m := range t.Marks {
			if m.Target != "" {
				linked[s.Target(index, m.Target)] = true
			}
		}
	}
	for _, p := range u.pages {
		if !linked[p] {
			return false
		}
	}
	return true
}
