package dialect

import (
	"strings"

	"rung/internal/parse"
	"rung/internal/pattern"
)

// ladderWord matches words by which a page or a folder says that it is about
// levels of a job, in the languages that ladders are written in.
var ladderWord = pattern.New(`(?i)(\b(career|careers|ladders?|levels?|progressions?|growth|grades?|bands?|rungs?|tracks?|roles?|job famil|competenc|skills? matrix|matrix|rubric|expectations|pathways?|promotion|seniority)` +
	`|laufbahn|karriere|stufen?\b|entwicklungspfad|rollen\b|carreira|cargos?\b|n[íi]ve(l|is)\b|trilha|plano de carreira|escalera|carrera|nivel(es)?\b|puestos?\b|trayectoria|niveaux?\b|carri[èe]re|parcours|m[ée]tiers?\b|[ée]chel(le|on)` +
	`|карьер|уров(ень|ни|ней)|грейд|должност|компетенц|матриц|キャリア|ラダー|等級|グレード|レベル|職位|职级|职业|晋升|직급|경력|loopbaan|functie|carriera|livell|karri[äæ]r|urapol|karier|kariér|kariyer|carier[ăe]|karjer|karjää|\bkarir\b|karrier|καριέρ|σταδιοδρομ|кар[’']єр|kompetens|kompetans|kompetenc|osaami|yetkinlik)`)

// aboutLevels reports whether a page says by its title, its path or its
// folder's name that it is about levels of a job.
func aboutLevels(p *Page) bool {
	if !p.about.asked || p.about.title != p.Title.Value {
		p.about = aboutAnswer{asked: true, title: p.Title.Value, levels: saysLevels(p)}
	}
	return p.about.levels
}

// aboutAnswer is what aboutLevels found out, while the page had a title: each
// section of a page asks.
type aboutAnswer struct {
	asked  bool
	title  string
	levels bool
}

func saysLevels(p *Page) bool {
	if ladderWord.MatchString(p.Title.Value) || ladderWord.MatchString(unhyphen(strings.ReplaceAll(p.Path, "/", " "))) {
		return true
	}
	own := p.Doc.Title()
	return own != p.Title.Value && ladderWord.MatchString(own)
}

// alike returns the sections under one that are made alike, on a page about
// levels: two at least, each with sections of its own, and of these more than
// half are headed as others' are. They are roles whose names are no words for
// jobs that we know; a page of competencies has levels beneath them instead.
func alike(p *Page, parent *Section) []*Section {
	if !aboutLevels(p) {
		return nil
	}
	return madeAlike(parent)
}

// madeAlike is alike for a page that something else says is about levels.
func madeAlike(parent *Section) []*Section {
	if len(parent.Subs) < 2 {
		return nil
	}
	count := map[string]int{}
	var found []*Section
	var beneath []string
	all := 0
	for _, sub := range parent.Subs {
		title := emojiOff(sub.Title.Value)
		parts := partTitles(sub)
		if len(parts) == 0 || sentence(title) || PersonVoice(title) || asking.MatchString(title) || strings.HasSuffix(title, "?") || facetOf(title) == warningFacet {
			continue
		}
		found = append(found, sub)
		all += len(parts)
		for _, inner := range parts {
			key := Slug(inner)
			if count[key]++; count[key] == 1 {
				beneath = append(beneath, inner)
			}
		}
	}
	if len(found) < 2 || len(found)*2 < len(parent.Subs) || len(beneath) < 2 || LevelAxis(beneath) {
		return nil
	}
	shared := 0
	for _, n := range count {
		if n > 1 {
			shared += n
		}
	}
	if shared*2 <= all {
		return nil
	}
	return found
}

// partTitles returns what the parts of a section are called that may be its
// areas: its own sections over bullets, or the rows of its first table that say
// something. What exemplifies or warns is none.
func partTitles(sec *Section) []string {
	var out []string
	if len(sec.Subs) > 0 {
		if !holdsList(sec) {
			return nil
		}
		for _, inner := range sec.Subs {
			if f := facetOf(inner.Title.Value); f != exampleFacet && f != warningFacet {
				out = append(out, inner.Title.Value)
			}
		}
		return out
	}
	for _, b := range sec.Body {
		if b.Kind != parse.Table || !statesTable(b) {
			continue
		}
		for _, row := range b.Children[1:] {
			if len(row.Children) > 1 && row.Children[0].Text.Value != "" {
				out = append(out, row.Children[0].Text.Value)
			}
		}
		return out
	}
	return nil
}
