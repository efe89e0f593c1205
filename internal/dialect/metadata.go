package dialect

import (
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

// isFact reports whether a text is a fact about the position and no
// expectation, as "Reports to: Head of Harbour".
func isFact(t parse.Text) bool {
	name, value, ok := splitFact(t)
	return ok && metaName.MatchString(name) && len(strings.Fields(value.Value)) <= 12
}

// factsOnly reports whether a section holds nothing but facts about the
// position: bullets or lines that have a name and a value, at least half of
// them named for facts, as under "Details".
func factsOnly(sec *Section) bool {
	facts, all := 0, 0
	for _, b := range sec.Body {
		var texts []parse.Text
		switch b.Kind {
		case parse.List:
			texts = itemTexts(b)
		case parse.Paragraph:
			texts = b.Text.Lines()
		default:
			return false
		}
		for _, t := range texts {
			if _, _, ok := splitFact(t); !ok {
				return false
			}
			all++
			if isFact(t) {
				facts++
			}
		}
	}
	return len(sec.Subs) == 0 && all > 0 && facts*2 >= all
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
