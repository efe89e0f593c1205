package dialect

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rung/internal/model"
	"rung/internal/parse"
	"rung/internal/pattern"
)

// metaName matches what facts about a position are called, in the languages
// that ladders are written in: whom one reports to, what it pays, how long one
// has been at it. They are the role's scope or nothing; nobody is rated on
// them.
var metaName = pattern.New(`(?i)^(` +
	`(solid |dotted )?(line )?(reports?|reporting)( (in)?to| line)?|managed by|direct reports|team size|span of control|headcount|` +
	`(base |gross )?salary( range| band)?|pay( band| grade| range)?|compensation( band)?|wage|(salary |pay |job )?(band|grade)|job (code|family|level)|level|track|` +
	`(minimum |typical |relevant )?(years|experience)( of experience| in role)?|time in (role|level)|tenure|(working )?hours|shift|location|contract|employment( type)?|department|division|business unit|` +
	`status|version|owner|authors?|maintainers?|last (updated|reviewed|modified|change)|updated|created|date|effective( date| from)?|contact|tags?|flsa|equivalent( to| levels?)?|also known as|aka|` +
	`berichtet an|vorgesetzte(r)?|vergütung|gehalt|entgelt(gruppe)?|arbeitszeit|standort|berufserfahrung|stand|` +
	`remuneração|salário|faixa( salarial)?|reporta(-se)?( a| para| ao)?|experiência|local|carga horária|jornada|atualizado em|` +
	`salario|remuneración|banda( salarial)?|depende de|antigüedad|ubicación|` +
	`rémunération|salaire|rattach(é|ée|ement)( à)?|ancienneté|lieu|temps de travail|` +
	`зарплата|оклад|вилка|подчиняется|руководитель|опыт( работы)?|стаж|график|локация|` +
	`給与|報酬|年収|レポートライン|上長|勤務地|経験年数|汇报对象|薪资|薪酬|보고|연봉` +
	`)$`)

// scopeName matches what the reach of a position is called. It is a fact where
// its value is terse, as "Planning horizon: weeks"; "Scope: owns what the team
// ships" is something to be rated on.
var scopeName = pattern.New(`(?i)^(` +
	`((planning|time|thinking|delivery) )?(horizon|time ?frame)|time ?span|(size|scale|type) of (work|task|team)s?|(typical )?scope( of (work|impact|influence))?|(impact )?radius|sphere of influence|span|autonomy|supervision( needed)?|evaluation|evaluated by|decision rights|works? with|collaborates with|counterparts?|notice period|(hay |grade )?points|budget( responsibility)?|on[- ]call|travel|gender|probation|typical (title|titles|tenure|background|experience)|(job |official )?titles?|seniority|stream|discipline|function|prerequisites?|minimum time( in .{1,12})?|promotion( cycle)?|reviewed by|approved by|` +
	`planungshorizont|wirkungskreis|zeithorizont|teamgröße|entgeltgruppe|besoldung|budget|reichweite|arbeitet mit|` +
	`horizonte( de planejamento)?|escopo|alcance|autonomia|tamanho d[ao] (time|equipe)|trabalha com|senioridade|` +
	`horizonte( de planificación)?|alcance|autonomía|tamaño del equipo|trabaja con|` +
	`horizon( de planification)?|périmètre|autonomie|taille de l['’]équipe|travaille avec|filière|catégorie|corps|` +
	`горизонт( планирования)?|масштаб|команда|грейд|` +
	`rapporterar till|lön|chef|tidshorisont|rapporteert aan|salaris|riporta a|retribuzione` +
	`)$`)

// factsTitle matches headings over facts about the position.
var factsTitle = pattern.New(`(?i)^((key |quick |basic )?(facts|details|data|info|information|stats)|(scope|role|level|position|grade)?( ?(at a glance|facts|details|profile|data|card|sheet|summary|metadata))|at a glance|in (brief|short|numbers|figures)|overview|scope( of (the )?(role|work|level))?|profile|metadata|rahmendaten|eckdaten|steckbrief|auf einen blick|überblick|ficha( técnica)?|resumo|dados|datos|de un vistazo|en bref|fiche|données|repères|коротко|карточка|о роли|基本情報|概要|kort|översikt|in het kort)$`)

// splitFact splits "**Name:** value", "**Name**: value" and "Name: value".
func splitFact(t parse.Text) (name string, value parse.Text, ok bool) {
	const longest = 60
	i := strings.IndexAny(t.Value, ":：")
	if i <= 0 || i > longest {
		return "", parse.Text{}, false
	}
	_, width := utf8.DecodeRuneInString(t.Value[i:])
	return strings.Trim(t.Value[:i], "*_ "), t.Slice(i+width, len(t.Value)), true
}

// terseFact is how many words the reach of a position takes at most.
const terseFact = 4

// isFact reports whether a text is a fact about the position and no
// expectation, as "Reports to: Head of Harbour".
func isFact(t parse.Text) bool {
	const most = 12
	name, value, ok := splitFact(t)
	if !ok {
		return false
	}
	words := len(strings.Fields(value.Value))
	return words <= most && metaName.MatchString(name) || words <= terseFact && scopeName.MatchString(name)
}

// factsOnly reports whether a section holds nothing but facts about the
// position: bullets or lines that have a name and a value, at least half of
// them named for facts, or all of them terse under a heading such as "Scope at a
// glance".
func factsOnly(sec *Section) bool { return factsIn(sec, isFact) }

// factsIn is factsOnly with what tells a fact.
func factsIn(sec *Section, fact func(parse.Text) bool) bool {
	if len(sec.Body) == 0 || len(sec.Subs) > 0 || !beginsAsFact(sec.Body[0]) {
		return false
	}
	facts, all, words, known := 0, 0, 0, 0
	for _, b := range sec.Body {
		var texts []parse.Text
		switch b.Kind {
		case parse.List:
			if slices.ContainsFunc(b.Children, func(item *parse.Block) bool { return len(nestedLists(item)) > 0 }) {
				return false // nothing is said below a fact, as examples are
			}
			texts = itemTexts(b)
		case parse.Paragraph:
			texts = b.Text.Lines()
		default:
			return false
		}
		for _, t := range texts {
			_, value, ok := splitFact(t)
			if !ok {
				return false
			}
			all++
			n := len(strings.Fields(value.Value))
			words += n
			if fact(t) {
				facts++
				known += n
			}
		}
	}
	const terse = 6 // words of a value, on average
	named := factsTitle.MatchString(emojiOff(sec.Title.Value)) && words <= terse*all
	// "Autonomy: alone" beside one bullet that says much is no section of facts.
	most := facts*2 > all || facts*2 == all && words-known <= terseFact*(all-facts)
	return all > 0 && (most || named)
}

// beginsAsFact looks at the first text of a block alone, since this is asked of
// every section several times.
func beginsAsFact(b *parse.Block) bool {
	switch {
	case b.Kind == parse.Paragraph:
		return strings.ContainsAny(b.Text.Value, ":：")
	case b.Kind != parse.List || len(b.Children) == 0:
		return false
	}
	for _, item := range b.Children {
		if t := ownText(item); t.Value != "" {
			return strings.ContainsAny(t.Value, ":：")
		}
	}
	return true
}

// facts reads a section of facts as the role's scope.
func (r *bodyReader) facts(sec *Section) {
	for _, b := range sec.Body {
		texts := b.Text.Lines()
		if b.Kind == parse.List {
			texts = itemTexts(b)
		}
		for _, t := range texts {
			r.fact(t)
		}
	}
}

// fact adds a fact to the role's scope.
func (r *bodyReader) fact(t parse.Text) {
	name, value, _ := splitFact(t)
	r.body.Scope = append(r.body.Scope, model.Scope{Name: name, Value: r.doc.Prose(value), At: r.doc.Span(t.Start, t.End)})
}
