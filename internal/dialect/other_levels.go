package dialect

import (
	"iter"
	"path"
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
	`|^((our )?(tiers|plans|pricing|editions|subscriptions?)|incidents?|games?|benefits)( (and|&) (plans|pricing|perks|benefits|alerts|response))?$` +
	`|^(our |the |die |der |das |la |le |les |los |las |o |os |as )?(` + payWord + `)( (` + payKind + `)| (and|&|und|et|y|e|i|og|och) .{1,24}| \d{4})*$`)

// payWord and payKind are what pages about money are called: their grades and
// bands are what is paid.
const (
	payWord = `pay|salar(y|ies)|wages?|compensation|remuneration|money|vergütung|gehalt|gehälter|entgelt|löhne|rémunérations?|salaires?|salarios?|sueldos?|retribuci(ón|ones)|remuneraci(ón|ones)|salários?|remunerac?ç?ão|retribuzion[ei]|stipendi|wynagrodzeni[ae]|widełki( płacowe)?|salaris(sen)?|beloning|löner?|lønn?|palkat|зарплат[аы]|оклады?|вилки|給与|報酬|薪酬|薪资|급여`
	payKind = `bands?|scales?|grades?|ranges?|tables?|structures?|polic(y|ies)|philosophy|bänder|gruppen|tabellen?|stufen`
)

// ladderly matches words that only ladders have, against the ones above.
var ladderly = pattern.New(`(?i)\b(careers?|ladders?|progressions?|competenc(y|ies)|jobs?|pathways?|growth|laufbahn(en)?|carreiras?|carreras?|carrières?)\b|карьер|キャリア|ラダー`)

// levelsOfElse reports whether a page says by its title, or without one by its
// file's name, that its levels are not those of people.
func levelsOfElse(p *Page) bool {
	title := emojiOff(firstOf(p.Title.Value, firstOf(p.Doc.Title(), unhyphen(p.Stem))))
	return len(title) <= maxTitle && otherLevels.MatchString(title) && !ladderly.MatchString(title) && !RoleTitle(title) && !ofOneLine(p, title)
}

// levelsOf matches a title that is a word or two and what levels are called:
// "Charging levels", "Stufen" alone is none.
var levelsOf = pattern.New(`(?i)^(?:our |the )?(\S+(?: \S+)?) (levels?|tiers?|grades?|bands?|stages?|steps?|ranks?|stufen|niveaux|niveles|níveis|уровни)$`)

// aboutJobs is aboutLevels, but for a page whose title says of what its levels
// are, where that is no line of work: "Charging levels". What its folder says
// holds still.
func aboutJobs(p *Page) bool {
	if !aboutLevels(p) {
		return false
	}
	m := levelsOf.FindStringSubmatch(emojiOff(p.Title.Value))
	if m == nil || isJob(m[1]) || ladderWord.MatchString(m[1]) || ladderly.MatchString(m[1]) {
		return true
	}
	return p.Dir != "." && ladderWord.MatchString(unhyphen(strings.ReplaceAll(p.Dir, "/", " ")))
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
	return isLevelNoun[first]
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
		if wordCount(t.Value) < 3 {
			continue
		}
		if all++; act(t.Value) {
			acts++
		}
	}
	return acts, all
}

// act reports whether a text may begin with what somebody does, in the third
// person: one alone may be several things.
func act(text string) bool {
	first, rest, _ := strings.Cut(text, " ")
	return len(first) > 3 && strings.HasSuffix(first, "s") && !strings.HasSuffix(first, "ss") && rest != "" && rest == strings.ToLower(rest[:1])+rest[1:]
}

// aboutThings reports whether most bullets under sections begin as words about
// things do, with a number or an article, as "3 enemies" and "The dome is open":
// what is asked of people begins with a person or with what they do.
func aboutThings(list []*Section) bool {
	things, all := 0, 0
	for t := range bulletsUnder(list) {
		all++
		if ofThing(t.Value) {
			things++
		}
	}
	return things*2 > all
}

// ofThing reports whether a bullet begins as words about a thing do.
func ofThing(bullet string) bool {
	first, rest, _ := strings.Cut(strings.ToLower(bullet), " ")
	return articles[first] && rest != "" || first != "" && first[0] >= '0' && first[0] <= '9'
}

// bulletsUnder goes through the bullets that stand right under sections.
func bulletsUnder(list []*Section) iter.Seq[parse.Text] {
	return func(yield func(parse.Text) bool) {
		for _, s := range list {
			for _, b := range s.Body {
				if b.Kind != parse.List {
					continue
				}
				for _, t := range itemTexts(b) {
					if !yield(t) {
						return
					}
				}
			}
		}
	}
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
	for t := range bulletsUnder(list) {
		all++
		first, rest, _ := strings.Cut(strings.ToLower(t.Value), " ")
		if ofThing(t.Value) || quantities[first] && rest != "" || enumerates(t.Value) {
			things++
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

// isTemplate reports a page that shows how others are to be written: it, or the
// folder it lies in, is named so, or its title is only where a title would stand.
// There are templates for engineers too.
func isTemplate(p *Page) bool {
	title, stem := emojiOff(p.Title.Value), unhyphen(p.Stem)
	return templateName.MatchString(stem) && !RoleTitle(stem) || templateName.MatchString(title) && !RoleTitle(title) || p.Dir != "." && templateName.MatchString(unhyphen(path.Base(p.Dir))) ||
		templateStems[strings.ToLower(strings.Trim(p.Stem, "_-."))] || Placeholder(title)
}

// Template is isTemplate for the ways of writing.
func Template(p *Page) bool { return isTemplate(p) }

var templateName = pattern.New(`(?i)\b(templates?|boilerplates?|skeletons?|copy ?me|vorlagen?|muster(vorlage)?|plantillas?|gabarits?|szablon(y|ów)?|wzór|sjablo(on|nen)|skabelon(er)?|mallar|malli(pohja)?)\b|шаблон|šablon|テンプレート|雛形|ひな形|模板|템플릿`)

// templateStems are names of files that are words for something else where they
// stand beside others.
var templateStems = wordSet("modelo modèle modello mal mall blank sample")

// Placeholder reports a text that only marks where another is to stand: all of it
// in brackets or in capitals, as "[Name of the role]", "<title>" and "ROLE TITLE".
// One word in capitals is a name.
func Placeholder(text string) bool {
	text = strings.TrimSpace(text)
	if len(text) < 3 || len(text) > maxName {
		return false
	}
	switch text[0] {
	case '[', '<', '{':
		return strings.IndexByte("]>}", text[len(text)-1]) >= 0 && !strings.ContainsAny(text[1:len(text)-1], "[]<>")
	}
	return strings.Contains(text, " ") && text == strings.ToUpper(text) && strings.ToLower(text) != text && (jobHolder.MatchString(text) || IsStub(text))
}

// jobHolder matches what a placeholder for a role says, in any case.
var jobHolder = pattern.New(`(?i)^((your|the|name of|insert) )*((role|job|position|level|track|ladder|team|area|skill|page)s? )*(title|name|role|job|track|level|area|here)$`)

// leaveTemplates takes pages for prose that show how roles are to be written,
// where other pages are written so.
func (s *Survey) leaveTemplates() {
	var shown []*Page
	written := false
	for _, p := range s.Pages {
		switch k := s.kinds[p]; {
		case k != oneRole && k != manyRoles:
		case isTemplate(p):
			shown = append(shown, p)
		default:
			written = true
		}
	}
	for _, p := range shown {
		if written && s.Choose(p.Path, "page", "track", "it is a template: other pages are written as it shows") {
			s.kinds[p] = prose
		}
	}
}
