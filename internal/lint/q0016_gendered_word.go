package lint

import (
	"strings"

	"rung/internal/diag"
	"rung/internal/model"
)

var q0016GenderedWord = &Rule{
	Rule: diag.Rule{
		Code: "Q0016", Slug: "gendered-word", Severity: diag.Warning, Since: "0.1.0",
		Title: "a word gives the person who is rated a gender",
		Text: `A ladder is for everybody who stands on it. "He", "his", "manpower" or "guys" tell half of them that they were not
thought of, and cost nothing to avoid: "they", "their", "staffing", "everyone". Words that are spoken of, as in a list of pronouns
("she/her"), are left alone, and so are examples and notes, which may tell of one person.`,
		Bad: `The mate is a man.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- Keeps his boat ready for the morning.
`,
		Good: `The mate is anybody.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- Keeps their boat ready for the morning.
`,
	},
	Run: func(p *Pass) {
		p.words(gendered, genderedWords, "%q gives the person who is rated a gender, expected a word for everybody")
	},
}

// genderedWords and what may be said instead.
var genderedWords = map[string]string{
	"he": "they", "she": "they", "his": "their", "him": "them", "her": "their", "hers": "theirs", "himself": "themselves", "herself": "themselves",
	"he's": "they are", "she's": "they are", "he'll": "they will", "she'll": "they will",
	"guys": "everyone", "manpower": "staffing", "chairman": "chair", "foreman": "supervisor", "salesman": "salesperson", "salesmen": "salespeople",
	"spokesman": "spokesperson", "workmanship": "work", "mankind": "people", "middleman": "intermediary", "businessman": "business person", "craftsman": "maker",
}

// words reports the first word of each text that the list holds.
func (p *Pass) words(s sign, list map[string]string, message string) {
	for _, g := range p.ladder.groups {
		if !g.english() {
			continue
		}
		for i, r := range g.roles {
			if g.summaries[i]&s == 0 {
				continue
			}
			p.wordIn(r.Summary, list, message)
		}
		for _, t := range g.texts {
			if t.signs&s != 0 {
				p.wordIn(t.Prose, list, message)
			}
		}
	}
}

// wordIn reports the first word of a prose that the list holds.
func (p *Pass) wordIn(prose model.Prose, list map[string]string, message string) {
	before, beforeEnd := 0, 0
	for start, end := range wordsOf(prose.Text) {
		instead, ok := list[strings.ToLower(strings.ReplaceAll(prose.Text[start:end], "’", "'"))]
		if !ok && start == beforeEnd+1 { // "rock star", "man-hours"
			phrase := strings.ToLower(prose.Text[before:beforeEnd]) + " " + strings.ToLower(prose.Text[start:end])
			if instead, ok = list[phrase]; ok {
				start = before
			}
		}
		named := startsUpper(prose.Text[before:beforeEnd]) && strings.HasSuffix(prose.Text[start:end], "self")
		before, beforeEnd = start, end
		if !ok || named || spokenOf(prose, start, end) {
			continue // "Paul himself" is one person, and a man
		}
		at, exact := p.within(prose, start, end)
		f := p.at(at, message, prose.Text[start:end]).
			help("write %q, or say it in another way", instead)
		if exact {
			f.fix(diag.Fix{Title: "write " + instead, Edits: []diag.Edit{{Span: at, New: likeCase(instead, prose.Text[start:end])}}})
		}
		f.add()
		return
	}
}

// spokenOf reports whether a word is quoted, code, or one of a list of
// alternatives as "she/her": then it is not used but spoken of.
func spokenOf(prose model.Prose, start, end int) bool {
	around := func(i int) byte {
		if i < 0 || i >= len(prose.Text) {
			return ' '
		}
		return prose.Text[i]
	}
	rest := prose.Text[end:]
	for _, pair := range [...]string{"she/her", "he/him"} {
		if strings.HasPrefix(prose.Text[start:], pair) || strings.HasSuffix(prose.Text[:end], pair) {
			return true
		}
	}
	if c := prose.Text[start]; 'A' <= c && c <= 'Z' && start > 1 && strings.IndexByte(".!?:;(*", prose.Text[start-2]) < 0 && prose.Text[start-1] != '\n' {
		return true // a name, as that of a product
	}
	if strings.IndexByte("\"'`", around(start-1)) >= 0 || strings.HasPrefix(rest, "”") || strings.IndexByte("-_.", around(start-1)) >= 0 {
		return true
	}
	for _, m := range prose.Marks {
		if m.Start <= start && end <= m.End && m.Kind == model.Code {
			return true
		}
	}
	return false
}

func startsUpper(s string) bool { return s != "" && 'A' <= s[0] && s[0] <= 'Z' }

// likeCase gives a word the capital of the one it replaces.
func likeCase(w, old string) string {
	if old[0] >= 'A' && old[0] <= 'Z' {
		return strings.ToUpper(w[:1]) + w[1:]
	}
	return w
}
