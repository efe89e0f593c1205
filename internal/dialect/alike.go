package dialect

import (
	"strings"

	"rung/internal/pattern"
)

// ladderWord matches words by which a page or a folder says that it is about
// levels of a job, in the languages that ladders are written in.
var ladderWord = pattern.New(`(?i)(\b(career|careers|ladders?|levels?|progressions?|growth|grades?|bands?|rungs?|tracks?|roles?|job famil|competenc|skills? matrix|matrix|rubric|expectations|pathways?|promotion|seniority)` +
	`|laufbahn|karriere|stufen?\b|entwicklungspfad|rollen\b|carreira|cargos?\b|níve(l|is)|trilha|plano de carreira|escalera|carrera|nivel(es)?\b|puestos?\b|trayectoria|niveaux?\b|carrière|parcours|métiers?\b|échelle` +
	`|карьер|уров(ень|ни|ней)|грейд|должност|компетенц|матриц|キャリア|ラダー|等級|グレード|レベル|職位|职级|职业|晋升|직급|경력|loopbaan|functie|carriera|livell)`)

// aboutLevels reports whether a page says by its title, its path or its
// folder's name that it is about levels of a job.
func aboutLevels(p *Page) bool {
	return ladderWord.MatchString(p.Title.Value) || ladderWord.MatchString(p.Doc.Title()) || ladderWord.MatchString(unhyphen(strings.ReplaceAll(p.Path, "/", " ")))
}

// alike returns the sections under one that are made alike, on a page about
// levels: two at least, each with sections of its own, and of these more than
// half are headed as others' are. They are roles whose names are no words for
// jobs that we know; a page of competencies has levels beneath them instead.
func alike(p *Page, parent *Section) []*Section {
	if len(parent.Subs) < 2 || !aboutLevels(p) {
		return nil
	}
	count := map[string]int{}
	var found []*Section
	var beneath []string
	for _, sub := range parent.Subs {
		title := emojiOff(sub.Title.Value)
		if len(sub.Subs) == 0 || !holdsList(sub) || sentence(title) || PersonVoice(title) || asking.MatchString(title) || strings.HasSuffix(title, "?") {
			continue
		}
		found = append(found, sub)
		for _, inner := range sub.Subs {
			if f := facetOf(inner.Title.Value); f == exampleFacet || f == warningFacet {
				continue
			}
			key := Slug(inner.Title.Value)
			if count[key]++; count[key] == 1 {
				beneath = append(beneath, inner.Title.Value)
			}
		}
	}
	if len(found) < 2 || len(found)*2 < len(parent.Subs) || LevelAxis(beneath) {
		return nil
	}
	shared, all := 0, 0
	for _, sub := range found {
		for _, inner := range sub.Subs {
			if f := facetOf(inner.Title.Value); f == exampleFacet || f == warningFacet {
				continue
			}
			all++
			if count[Slug(inner.Title.Value)] > 1 {
				shared++
			}
		}
	}
	if shared*2 <= all || len(beneath) < 2 {
		return nil
	}
	return found
}
