package dialect

import (
	"slices"
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
	`(support|service|incident|risk|threat|alert|security|trust|clearance|log|logging|test|testing|game|difficulty|readiness|data|isolation|conformance|compliance|noise|water|stock|price|document|information|asset|customer|client|supplier|vendor|device|backup|hazard|fire|heat|storm|weather|release|deployment|environment|defect|bug|membership|sponsorship) (levels?|tiers?|class(es)?|grades?|bands?|zones?|categor(y|ies)|stages?)|` +
	`levels? of (the |a |our )?(support|service|games?|log(s|ging)?|tests?|testing|risks?|detail|severity|access|security|confidence|evidence)|rfc ?\d*|okrs?|slas?|expenses|holidays?|vacations?|parental leave|roadmap|change ?log|release notes)\b` +
	`|^((our )?(tiers|plans|pricing|editions|subscriptions?)|incidents?|games?|salar(y|ies)|compensation|benefits)( (and|&) (plans|pricing|perks|benefits|alerts|response))?$`)

// ladderly matches words that only ladders have, against the ones above.
var ladderly = pattern.New(`(?i)\b(careers?|ladders?|progressions?|competenc(y|ies)|jobs?|pathways?|growth|laufbahn(en)?|carreiras?|carreras?|carrières?)\b|карьер|キャリア|ラダー`)

// levelsOfElse reports whether a page says by its title, or without one by its
// file's name, that its levels are not those of people.
func levelsOfElse(p *Page) bool {
	title := emojiOff(firstOf(p.Title.Value, firstOf(p.Doc.Title(), unhyphen(p.Stem))))
	return len(title) <= maxTitle && otherLevels.MatchString(title) && !ladderly.MatchString(title) && !RoleTitle(title) && !ofOneLine(p, title)
}

// ofOneLine reports a page whose sections are called by a line of work in its
// title and what one is in it, as "Support Mate" and "Support Captain" under
// "Support levels", and say what somebody does. A plan of customers has the
// words the other way about: "Gold Support".
func ofOneLine(p *Page, title string) bool {
	line, named, acts, all := "", 0, 0, 0
	for _, sec := range p.Outline.Subs {
		first, rest, ok := strings.Cut(emojiOff(sec.Title.Value), " ")
		if facetOf(sec.Title.Value) != noFacet {
			continue
		}
		if line == "" {
			line = first
		}
		label, _ := SplitLabel(sec.Title.Value)
		if !ok || label.Text != "" || first != line || levelWord(rest) || len(strings.Fields(rest)) > 2 {
			return false
		}
		named++
		sec.Each(func(t *Section) {
			for _, b := range t.Body {
				n, m := actions(b)
				acts, all = acts+n, all+m
			}
		})
	}
	return named > 1 && wordAt(" "+strings.ToLower(title)+" ", strings.ToLower(line)) >= 0 && acts*2 > all
}

// levelWord reports whether a name begins with what levels are called.
func levelWord(name string) bool {
	first, _, _ := strings.Cut(strings.ToLower(name), " ")
	return slices.Contains(levelWords, first)
}

// actions counts the texts of a list or a table of three words or more, and
// those that begin with what somebody does: "Answers within two hours".
func actions(b *parse.Block) (acts, all int) {
	var texts []parse.Text
	switch b.Kind {
	case parse.List:
		texts = itemTexts(b)
	case parse.Table:
		for _, row := range tableRows(b) {
			for _, c := range row {
				texts = append(texts, cellText(c))
			}
		}
	}
	for _, t := range texts {
		first, rest, _ := strings.Cut(t.Value, " ")
		if !strings.Contains(rest, " ") {
			continue
		}
		if all++; len(first) > 3 && strings.HasSuffix(first, "s") && !strings.HasSuffix(first, "ss") && rest == strings.ToLower(rest[:1])+rest[1:] {
			acts++
		}
	}
	return acts, all
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

// nameNobody reports whether sections are headed by a label each and by a word
// or two that call nobody, as "Level 2: Internal": no job, no rank, and not how
// well somebody does something.
func nameNobody(list []*Section) bool {
	for _, s := range list {
		label, rest := SplitLabel(emojiOff(s.Title.Value))
		words := strings.Fields(strings.ToLower(rest))
		if label.Text == "" || len(words) == 0 || len(words) > 2 || len(s.Subs) > 0 || RoleTitle(rest) || OnlySeniority(rest) || proficiency[words[0]] {
			return false
		}
	}
	return len(list) > 1
}

// listThings reports whether most bullets under sections name things, or say
// where and how much, as "Keys, bank files" and "Only in our systems".
func listThings(list []*Section) bool {
	things, all := 0, 0
	for _, s := range list {
		for _, b := range s.Body {
			if b.Kind != parse.List {
				continue
			}
			for _, t := range itemTexts(b) {
				all++
				first, rest, _ := strings.Cut(strings.ToLower(t.Value), " ")
				if (articles[first] || quantities[first]) && rest != "" || first != "" && first[0] >= '0' && first[0] <= '9' || enumerates(t.Value) {
					things++
				}
			}
		}
	}
	return things*3 > all*2
}

// quantities begin words about things as articles do, and say where or how much.
var quantities = wordSet("no not only never nothing none what whatever where everything anything less fewer more most below above in at on up")

// enumerates reports a text that is nothing but names with commas between them.
func enumerates(text string) bool {
	if !strings.Contains(text, ", ") {
		return false
	}
	for _, part := range strings.Split(text, ", ") {
		if len(strings.Fields(part)) > 3 {
			return false
		}
	}
	return true
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
