package dialect

import (
	"strings"

	"rung/internal/parse"
	"rung/internal/pattern"
)

// otherLevels matches titles of pages whose levels, grades or roles are those
// of something else than people's jobs: of alarms, of support, of secrets, of a
// price list, of a test, of a game. Disciplines that have such words in their
// names ("Support", "Testing", "Games") are not among them. A boundary is one of
// ASCII words, by which "tiers" would be found in "métiers": it stands alone.
var otherLevels = pattern.New(`(?i)\b(severit(y|ies)|sev ?levels?|priorit(y|ies)|alerts?|alarms?|escalations?|sensitivity|classification|permissions?|access (levels?|control|rights)|raci|` +
	`(support|service|incident|risk|threat|alert|security|trust|clearance|log|logging|test|testing|game|difficulty|readiness|data|isolation|conformance|compliance|noise|water|stock|price) (levels?|tiers?)|` +
	`levels? of (the |a |our )?(support|service|games?|log(s|ging)?|tests?|testing|risks?|detail|severity|access|security|confidence|evidence)|rfc ?\d*|okrs?|slas?|expenses|holidays?|vacations?|parental leave|roadmap|change ?log|release notes)\b` +
	`|^((our )?(tiers|plans|pricing|editions|subscriptions?)|incidents?|games?|salar(y|ies)|compensation|benefits)( (and|&) (plans|pricing|perks|benefits|alerts|response))?$`)

// ladderly matches words that only ladders have, against the ones above.
var ladderly = pattern.New(`(?i)\b(careers?|ladders?|progressions?|competenc(y|ies)|jobs?|pathways?|growth|laufbahn(en)?|carreiras?|carreras?|carrières?)\b|карьер|キャリア|ラダー`)

// levelsOfElse reports whether a page says by its title, or without one by its
// file's name, that its levels are not those of people.
func levelsOfElse(p *Page) bool {
	title := emojiOff(firstOf(p.Title.Value, firstOf(p.Doc.Title(), unhyphen(p.Stem))))
	return len(title) <= maxTitle && otherLevels.MatchString(title) && !ladderly.MatchString(title) && !RoleTitle(title)
}

// aboutThings reports whether most bullets under sections begin as words about
// things do, with a number or an article, as "3 enemies" and "The dome is open":
// what is asked of people begins with a person or with what they do.
func aboutThings(list []*Section) bool {
	things, all := 0, 0
	for _, s := range list {
		for _, b := range s.Body {
			if b.Kind != parse.List {
				continue
			}
			for _, t := range itemTexts(b) {
				all++
				first, rest, _ := strings.Cut(strings.ToLower(t.Value), " ")
				if articles[first] && rest != "" || first != "" && first[0] >= '0' && first[0] <= '9' {
					things++
				}
			}
		}
	}
	return things*2 > all
}

var articles = wordSet("the a an one two three any all")

// schoolGrade reports a page that is a grade or a class by name alone, and holds
// a word or two a bullet: what is taught in it.
func schoolGrade(p *Page) bool {
	l := p.Names.Label
	return (l.Prefix == "GRADE" || l.Prefix == "CLASS") && p.Names.Title == l.Text && !worded(p.Outline.Subs) && !ladderly.MatchString(unhyphen(p.Dir))
}

// isTemplate reports a page that shows how others are to be written.
func isTemplate(p *Page) bool {
	return templateName.MatchString(unhyphen(p.Stem)) || templateName.MatchString(p.Title.Value)
}

var templateName = pattern.New(`(?i)\b(template|boilerplate|skeleton|vorlage|plantilla|gabarit|шаблон)\b|テンプレート|雛形`)
