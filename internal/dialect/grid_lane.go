package dialect

import (
	"strings"

	"rung/internal/parse"
	"rung/internal/pattern"
)

// LaneKind is what a row or a column beside the levels of a table holds.
type LaneKind int

// The kinds of lane.
const (
	TextLane    LaneKind = iota // statements
	TitleLane                   // what the role is called at each level
	ScopeLane                   // a fact about each level
	ExampleLane                 // examples of what stands beside
	SummaryLane                 // what each level is in a sentence or two
	NoteLane                    // remarks
	NoLane                      // numbers, ids and marks, which say nothing of a level
)

// Lane is a row or a column of a table across its levels.
type Lane struct {
	Kind   LaneKind
	Labels []parse.Text // what heads it, from the outermost on
	Notes  []parse.Text // what its label cells say beyond the label
	Track  parse.Text   // the track it belongs to, where the table says so
	Cells  [][]*Cell    // by level, in the layout's order
	Under  *Lane        // of examples: the lane that they exemplify, or nil

	id laneID
}

// Label returns the lane's own label, or the zero Text.
func (l *Lane) Label() parse.Text {
	if len(l.Labels) == 0 {
		return parse.Text{}
	}
	return l.Labels[len(l.Labels)-1]
}

// Title returns the labels as the title of an area, as "Section / Skill". It
// stands where the lane's own label does.
func (l *Lane) Title() parse.Text {
	t := l.Label()
	if len(l.Labels) < 2 {
		return t
	}
	var parts []string
	for _, x := range l.Labels {
		parts = append(parts, strings.TrimRight(x.Value, ":： "))
	}
	return parse.Text{Value: strings.Join(parts, " / "), Start: t.Start, End: t.End}
}

// All returns the cells of a lane. The caller owns the slice.
func (l *Lane) All() []*Cell {
	var out []*Cell
	for _, cells := range l.Cells {
		out = append(out, cells...)
	}
	return out
}

// timeNouns are what plans count in other languages: weeks, days, months, phases,
// chapters.
var timeNouns = strings.Fields(`vecka dag månad fas kapitel avsnitt rum uge måned uke viikko päivä kuukausi vaihe luku week maand hoofdstuk týden den měsíc fáze kapitola tydzień dzień miesiąc faza rozdział
	hét nap hónap fázis fejezet săptămâna ziua luna hafta gün ay aşama bölüm minggu hari bulan fase bab εβδομάδα ημέρα μήνας φάση κεφάλαιο неделя день месяц этап фаза глава тиждень місяць tuần ngày tháng settimana giorno mese capitolo fase setmana día mes capítulo etapa sprint`)

var (
	titleHead = pattern.New(`(?i)^(job |role |typical |common |position |working |example )?(titles?|positions?|roles?( names?| titles?)?|job( title)?s?|cargos?|títulos?|títol|puestos?|titel|titre|intitulé|postes?|stellen?(bezeichnung)?|rollen?|funktion|functie|должность|роль|役職|职位|직책|level (name|title)s?)$`)
	levelHead = pattern.New(`(?i)^(the )?(career |job |role |seniority |skill |proficiency |experience )?(levels?|lvl|grades?|bands?|seniority|tiers?|stages?|rungs?|steps?|nív(el|eis)|nivel(es)?|niveaux?|stufen?|livell[oi]|senioridade|seniorité|karrierestufen?|уров(ень|ни)|грейды?|レベル|等級|级别|等级|레벨|rank|ranks?|` + levelNoun + `)( name| title)?$`)
	// otherHead matches the heads of columns that count something else.
	otherHead = pattern.New(`(?i)^(priority|severity|sev|impact level|urgency|phase|sprint|quarter|week|day|month|year|release|version|milestone|iteration|rating|score|points|stars|environment|plan|package|product|risk|likelihood|probability|status|room|floor|line|station|chapter|lesson|module|course|exam|question|article|section|test|case|ticket|priorität|prioridade|prioridad|priorité|woche|tag|monat|phase|version|fase|semana|semaine|mois|jour|` + strings.Join(timeNouns, "|") + `)s?$`)
	// scopeHead matches the heads of facts about a level, weakScope words that
	// head areas too: "Scope" may be a word or a sentence, "Code" a skill.
	scopeHead = pattern.New(`(?i)^((typical |expected |minimum |min\.? |relevant |approx\.? |time ?)?(planning |time )?horizon|(impact )?radius|(typical |expected |minimum |min\.? |relevant |approx\.? )?(years?|yrs|yoe|tenure|time in (role|level))( of experience| \(years\)| in role| experience| required)?|(years of |minimum |required )experience|(base |gross |annual |monthly |hourly )?(salary|pay|compensation|wage|total comp(ensation)?|equity|bonus)( range| bands?| grade| level)?|reports? to|reporting (line|to)|direct reports|span( of control)?|team size|headcount|equivalent( to| levels?)?|evaluated by|` +
		`gehalt|vergütung|berufserfahrung|berichtet an|zeithorizont|planungshorizont|wirkungskreis|salário|remuneração|faixa salarial|reporta( a| para)?|salario|remuneración|rémunération|salaire|ancienneté|зарплата|оклад|вилка|опыт работы|стаж|年収|給与|経験年数)\s*[:：]?$`)
	weakScope   = pattern.New(`(?i)^(reporting|scope( of (impact|work|influence|role|responsibility))?|experience|impact|track|code|abbreviation|short|hours|budget|manages|evaluat(ion|ed by)|band|erfahrung|experiência|escopo|experiencia|alcance|expérience|périmètre|tempo|опыт)\s*[:：]?$`)
	noteHead    = pattern.New(`(?i)^(notes?|comments?|remarks?|links?|files?|documents?|docs?|resources?|references?|see also|source|reading|training|courses?|updated|last (updated|changed|reviewed|edited)( (by|time|at|on))?|(created|edited|updated)( (by|time|at|on))?|date|owner|author|assignee|tags?|url|status|version|reviewed( by)?|bemerkung(en)?|hinweise?|observações|notas?|comentarios?|remarques?|примечани[ея]|備考|anm(ärkning(ar)?)?|noter|merknad(er)?|bemærkning(er)?|huom(autus|autukset)?|opmerking(en)?|uwagi|poznámk[ay]|megjegyzés(ek)?|notlar|catatan|σημειώσεις|note)$`)
	idHead      = pattern.New(`(?i)^(ids?|no\.?|nr\.?|n[º°]|#|ref\.?|keys?|uuid|code|number|num|index|order|sort|position|weight(ing)?|weights?|points?|score|gewicht(ung)?|peso|poids|вес)$`)
	summaryHead = pattern.New(`(?i)^((role |level |short |brief |general )?(summary|overview|description|tagline|in (short|a nutshell|one sentence)|about|profile|purpose|definition)|descrição( geral)?|resumo|descripción( general)?|resumen|beschreibung|kurzbeschreibung|überblick|profil|description( générale)?|résumé|описание|概要|説明)$`)
)

// isExampleHead reports a head of examples.
func isExampleHead(head string) bool {
	return exampleLead(head) != leadNone || exampleColumn.MatchString(head)
}

var exampleColumn = pattern.New(`(?i)^((some |typical |sample |behaviou?ral |concrete |possible )*(examples?|evidence|signals?|indicators?|artefacts|artifacts)( .{1,30})?|.{1,30} examples?|for example|e\.g\.?|what (it|this) (looks|might look) like( in practice)?|in practice|beispiele?|exemplos?|ejemplos?|exemples?|примеры?|例)$`)

// laneKind judges a lane by its head and by what its cells hold.
func laneKind(head string, cells []*Cell) LaneKind {
	head = strings.Trim(emojiOff(head), "*_:： ")
	f := factsOf(cells)
	switch {
	case f.filled == 0:
		return NoLane
	case isExampleHead(head):
		return ExampleLane
	case idHead.MatchString(head) && f.words <= 2*f.filled, f.numbers == f.filled && head == "":
		return NoLane
	case noteHead.MatchString(head), f.links*2 > f.filled:
		return NoteLane
	case titleHead.MatchString(head) && f.words <= 6*f.filled:
		return TitleLane
	case scopeHead.MatchString(head) && f.words <= 9*f.filled, weakScope.MatchString(head) && f.words <= 4*f.filled, f.numbers*2 > f.filled:
		return ScopeLane
	case f.marks*2 > f.filled:
		return NoLane
	}
	return TextLane
}

// laneFacts is what the cells of a lane look like.
type laneFacts struct {
	filled  int // cells with words
	words   int // of all of these
	texts   int // cells of three words or more that name no job
	names   int // cells that name a job or a level
	numbers int // cells that are figures: "60k", "2-4 years", and dates
	marks   int // cells of one letter or sign: "x", "R", "yes"
	links   int // cells that are links and nothing else
}

func factsOf(cells []*Cell) laneFacts {
	var f laneFacts
	for _, c := range cells {
		if c == nil || IsBlank(c.Text.Value) || IsStub(c.Text.Value) {
			continue
		}
		f.filled++
		n := wordCount(c.Text.Value)
		f.words += n
		switch {
		case refersOnly(c.Text.Value):
			f.texts++
			f.words += max(3-n, 0) // a sign of ditto stands for the text beside it
		case onlyLinks(c.Text), isAddress(c.Text.Value):
			f.links++
		case isFigure(c.Text.Value), isDate(c.Text.Value):
			f.numbers++
		case isMark(c.Text.Value):
			f.marks++
		case n <= 6 && (n <= 3 || isNamed(c)) && LevelName(c.Text.Value): // "Pairs with a senior engineer" names nobody
			f.names++
		case n >= 3:
			f.texts++
		}
	}
	return f
}

// isFigure reports a text that is a number with its unit at most.
func isFigure(s string) bool {
	digits, letters := 0, 0
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r|0x20 >= 'a' && r|0x20 <= 'z' || r > 0x2FF:
			letters++
		}
	}
	return digits > 0 && letters <= 3 || digits > 0 && letters <= 8 && wordCount(s) <= 4 && s[0] >= '0' && s[0] <= '9'
}

// OfRecord reports a remark that is about a record, and not about what it asks:
// its status, its owner, when it was written, where it stands.
func OfRecord(remark string) bool {
	return wordCount(remark) <= 3 || isDate(remark) || isAddress(remark)
}

// isAddress reports an address and nothing else.
func isAddress(s string) bool {
	return (strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")) && !strings.ContainsAny(s, " \n")
}

// isDate reports a day, and perhaps an hour, in words of any language: "March 1,
// 2024 10:00 AM", "5. Mai 2023". There is a year in it, and half of its words or
// more are numbers.
func isDate(s string) bool {
	const most = 40
	if len(s) > most || !strings.Contains(s, "19") && !strings.Contains(s, "20") {
		return false
	}
	year, numbers, words := false, 0, 0
	for _, w := range strings.Fields(s) {
		w = strings.Trim(w, ",.()")
		if strings.IndexFunc(w, func(r rune) bool { return r >= '0' && r <= '9' }) != 0 {
			words++
			continue
		}
		numbers++
		year = year || len(w) >= 4 && (w[:2] == "19" || w[:2] == "20") && strings.Trim(w, "0123456789-/.") == ""
	}
	return year && numbers >= words
}

// isMark reports a sign or a word that ticks a box.
func isMark(s string) bool {
	switch strings.ToLower(strings.Trim(s, " .()*")) {
	case "yes", "no", "y", "n", "ja", "nein", "sim", "não", "sí", "oui", "non", "да", "нет", "optional", "required", "true", "false", "none", "high", "medium", "low", "must", "should", "could":
		return true
	}
	letters := 0
	for _, r := range s {
		if r != ' ' && r != '/' && r != ',' {
			letters++
		}
	}
	return letters <= 2
}
