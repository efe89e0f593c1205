package dialect

import (
	"strings"

	"rung/internal/parse"
	"rung/internal/pattern"
)

// What ladders say and how: the grammar that tells a statement about a person
// from the name of an area, an example from what it exemplifies.

// persons are the words that begin a sentence about a person: the one who has
// the role, or what others see in one. A word that names a person and not the
// sentence needs a second one.
var persons = map[string]bool{
	"i": true, "i'm": true, "i've": true, "i'd": true, "i'll": true, "my": true, "we": true, "we're": true, "we've": true, "our": true,
	"you": true, "you're": true, "you've": true, "you'll": true, "your": true,
	"people": true, "others": true, "eu": true, "yo": true, "ich": true, "je": true, "j'ai": true, "io": true,
	"tenho": true, "sou": true, "posso": true, "tengo": true, "soy": true, "puedo": true,
}

// shortest are the words that make a sentence about a person with one other;
// "You will" and "We expect" announce what follows.
var shortest = map[string]bool{"I": true, "Ich": true, "Je": true, "Eu": true, "Yo": true, "Io": true}

// helping are verbs that want another one.
var helping = wordSet("am do did can could will would shall should must may might have had was need want")

// seen are beginnings of sentences about what others see in a person.
var seen = []string{"other people ", "other team members ", "the people around me "}

// PersonVoice reports whether text is a sentence about a person, as "I am a
// mentor" or "You can explain it".
func PersonVoice(text string) bool {
	text = strings.TrimLeft(text, "\"“‘'(* ")
	first, rest, ok := strings.Cut(text, " ")
	rest = strings.TrimSpace(rest)
	if ok && shortest[first] && rest != "" && rest == strings.ToLower(rest) && !helping[rest] {
		return true // "I finish"
	}
	if !ok || !strings.Contains(rest, " ") || len(first) > 8 {
		return false
	}
	if persons[strings.ToLower(strings.ReplaceAll(first, "’", "'"))] {
		return true
	}
	for _, s := range seen {
		if len(text) > len(s) && strings.EqualFold(text[:len(s)], s) {
			return true
		}
	}
	return false
}

// onePerson reports whether text is a sentence about one person: in the first
// or second person, and not about a company or a team.
func onePerson(text string) bool {
	first, _, _ := strings.Cut(strings.TrimLeft(text, "\"“‘'(* "), " ")
	switch strings.ToLower(strings.ReplaceAll(first, "’", "'")) {
	case "we", "we're", "we've", "our", "people", "others":
		return false
	}
	return PersonVoice(text)
}

// asking begin headings that announce what follows.
var asking = pattern.New(`(?i)^(what|how|why|when|where|who|which|examples?|about|some|key|core|main)\b`)

// sentence reports whether a heading that is about no person is still a
// sentence and no name: five words or more, most of them in lower case.
func sentence(title string) bool {
	words := strings.Fields(title)
	if len(words) < 5 || asking.MatchString(title) || strings.HasSuffix(title, ":") {
		return false
	}
	lower := 0
	for _, w := range words[1:] {
		if w == strings.ToLower(w) {
			lower++
		}
	}
	return lower*4 >= (len(words)-1)*3
}

// ofLevel are sentences about whoever has the role or the level.
var ofLevel = pattern.New(`(?i)^(an?|the|all|most|any|each|every|our)?\s*([a-z]+ ){0,3}[a-z]+s? (at|in|on) (this|the) (level|role|grade|position|band|stage)\b`)

// circumstance begins words that say when or where something is done, and not
// what: "Within my team:", "When something goes wrong:".
var circumstance = pattern.New(`(?i)^(within|when|whenever|if|in|on|at|as|for|with|during|across|outside|inside|beyond|under|before|after|towards?|between|among|wenn|bei|im|in|innerhalb|während|gegenüber|cuando|en|con|durante|dentro|quando|em|com|no|na|dans|lors|quand|avec|pendant|при|в|когда|если)\s`)

// lead is what a line introduces.
type lead int

const (
	leadNone     lead = iota
	leadExamples      // what follows are examples
)

var exampleWords = pattern.New(`(?i)^(some |a few |for |behaviou?ral |concrete |indicative |possible |sample |typical |evidence |real[- ]life |alguns |algunos |quelques |einige )*(examples?|e\.g\.?|for instance|(by way of|as( an)?|in) illustration|to illustrate|(à titre d['’]|en guise d['’])(exemples?|illustration)|pour illustrer|(zur|als) (veranschaulichung|illustration|beispiel(e)?)|(a (título|modo)|como) de (ejemplo|exemplo)|a modo de ilustración|(para|a título de) (ilustrar|ilustração)|a titolo (di esempio|esemplificativo)|ter illustratie|(till )?exempel|(för att )?illustrera|(for )?eksempel|eksempler|(na )?przykłady?|dla ilustracji|для иллюстрации|к примеру|exemplos?|por exemplo|ex\.|ejemplos?|por ejemplo|p\. ?ej\.|exemples?|par exemple|beispiele?|zum beispiel|z\. ?b\.|bijvoorbeeld|voorbeelden|voorbeeld|esempi|ad esempio|per esempio|например|примеры?|例|例えば|たとえば|具体例|예|예시|例如|示例)( of .{1,60}| include| might include| may include| could include| behaviou?rs?| of this)?\s*[:：.]?$`)

// exampleLead says whether a line of its own introduces examples, as
// "Examples:" and "For example:".
func exampleLead(text string) lead {
	if len(text) > 120 {
		return leadNone
	}
	text = emojiOff(strings.Trim(strings.TrimSpace(text), "*_ "))
	if exampleWords.MatchString(text) {
		return leadExamples
	}
	return leadNone
}

var exemplifies = pattern.New(`(?i)\b(these|the following|here are( some)?|some|following) (are )?(concrete |behaviou?ral |some )?examples?\b|\bexamples? (reflect|illustrate|show|of (what|how|this))|\bfor example:$|\bexamples? (are|include)\b`)

// Exemplifies reports whether a paragraph says that what follows are examples.
func Exemplifies(text string) bool { return exemplifies.MatchString(text) }

var overviewTitle = pattern.New(`(?i)^((role|job|position) )?(overview|summary|description|introduction|purpose|mission|about)( of the role| this role| the role)?$|^visão geral( do cargo)?$|^about the (role|job|position)$`)

var successTitle = pattern.New(`(?i)\b(success (looks like|criteria|indicators?|measures?)|what success|signs of success|measures? of success|how .* (is|are) measured|what (good|great) looks like)\b`)

// voiceShare returns the share of items that are sentences about a person.
func voiceShare(items []parse.Text) float64 {
	if len(items) == 0 {
		return 0
	}
	n := 0
	for _, t := range items {
		if PersonVoice(t.Value) {
			n++
		}
	}
	return float64(n) / float64(len(items))
}

// extends are the words with which text takes over what another says.
var extends = pattern.New(`(?i)\b(encompass(es)?|embod(y|ies)|inherits?|meets?|fulfil?ls?|demonstrates?|exhibits?|includes?|covers?|has) (all|everything|every)\b|\ball of the (qualities|characteristics|expectations|requirements|attributes)\b|\bbuild(s|ing)? (up)?on\b|\bin addition to\b|\bas well as (all|everything)\b|\bsame as\b|\bequivalent to\b|\beverything (in|from|at)\b|\bplus (all|everything)\b|\bextends?\b`)

// Extends reports whether text takes over what another role or page says.
func Extends(text string) bool { return extends.MatchString(text) }

// forEveryone are the words with which a page says that it holds for all.
var forEveryone = pattern.New(`(?i)\b(all|every|any) (of )?(our |the )?(other )?([a-z]+ )?(roles?|levels?|employees|people|persons?|specialit(y|ies)|tracks?|job famil(y|ies)|positions?|colleagues|team members|staff|pathways?|posts?|jobs?|grades?|bands?|ladders?|us)\b`)

// whateverLevel matches sentences that hold for all because they hold for any:
// "Whatever your band", "Unabhängig von der Stufe".
var whateverLevel = pattern.New(`(?i)\b(whatever|whichever|no matter|regardless of|irrespective of|independent(ly)? of) (what |which )?(your|their|one['’]s|the|his or her|our|a person['’]s) (job |career |pay )?(level|band|grade|role|rank|track|title|job|post|position|seniority|step|stage|team)\b|unabhängig von (der|ihrer|deiner|eurer|jeder) (\p{L}+ und )?(stufe|ebene|rolle|funktion|position|laufbahn)|(quel|quelle)( que soit|s que soient) (votre|ton|leur|le|la) (niveau|échelon|grade|rôle|poste|métier|filière)|(sea cual sea|independientemente de) (tu|su|el|la|del) ?(nivel|puesto|rol|grado|cargo)|(seja qual for|independentemente d[eo]) (o )?(seu |teu )?(nível|cargo|papel|grau)|(qualunque sia|indipendentemente da)l? ?(il )?(tuo|suo )?(livello|ruolo)|ongeacht (je|uw|het|de|hun) (niveau|rol|functie)|oavsett (nivå|roll)|niezależnie od (poziomu|roli|stanowiska)|независимо от (уровня|роли|должности|грейда)|(レベル|等級|職種|役職)(に|を)(かかわらず|関わらず|問わず)`)

// everyoneElsewhere are titles of what holds for all, in other languages.
var everyoneElsewhere = pattern.New(`(?i)^((für )?alle( mitarbeite(r|nden)| stufen| rollen| ebenen)?|gemeinsame (erwartungen|grundlagen|werte)|unsere werte|(para )?tod[oa]s( os níveis| as pessoas| los niveles| las personas| os cargos)?|comum a todos|nossos valores|valores( da empresa)?|nuestros valores|común a todos|(pour )?tous( les niveaux)?|socle commun|commun à tous|nos valeurs|(для )?всех( уровней)?|для всех|общие (требования|ожидания)|наши ценности|全員|共通|全(レベル|等級|グレード)共通|共通項目|バリュー|voor iedereen|iedereen|per tutti|tutti|valori|(wspólne )?(dla )?wszyst(kich|cy)|wspólne( oczekiwania| wartości)?|nasze wartości|för alla|alla|gemensamt|för samtliga)$`)

// forEveryoneTitle reports whether a title says that what stands under it
// holds for all roles, as "Everyone" and "All levels".
func forEveryoneTitle(title string) bool {
	if len(title) > maxTitle {
		return false
	}
	name, _ := trackName(strings.TrimRight(emojiOff(title), ":"))
	title = strings.TrimRight(emojiOff(title), ":： ")
	if everyoneTitle.MatchString(name) || everyoneTitle.MatchString(title) || everyoneElsewhere.MatchString(title) || saysForAll(title) || everyOne(name) {
		return true
	}
	short := remarkOff(title) // "共通(全員)" says it twice
	return short != title && !RoleTitle(short) && (forEveryoneTitle(short) || forEveryoneTitle(strings.Trim(title[len(short):], " ()（）")))
}

// everyOne reports a name that is nothing but every this and every that: "Every
// nurse, every post", "All ranks".
func everyOne(name string) bool {
	low := strings.ToLower(name)
	if !strings.HasPrefix(low, "every ") && !strings.HasPrefix(low, "each ") && !strings.HasPrefix(low, "all ") && !strings.HasPrefix(low, "any ") {
		return false
	}
	for _, part := range strings.FieldsFunc(joining.ReplaceAllString(low, ","), func(r rune) bool { return strings.ContainsRune(",;/|–—", r) }) {
		words := strings.Fields(part)
		if len(words) < 2 || len(words) > 4 || words[0] != "every" && words[0] != "each" && words[0] != "all" && words[0] != "any" {
			return false
		}
		last := words[len(words)-1]
		if is, many := jobNoun(last); (!is || many != (words[0] == "all")) && !rungNouns[last] {
			return false
		}
	}
	return true
}

// rungNouns are words for whom or what every one of is meant.
var rungNouns = wordSet("role roles level levels grade grades band bands rank ranks rung rungs stage stages post posts position positions job jobs track tracks pathway pathways path ladder ladders person people employee employees colleague colleagues staff crew team teams department departments branch branches one us member members")

// remarkOff returns a title without what stands in parentheses at its end.
func remarkOff(title string) string {
	at := strings.LastIndexAny(title, "(（")
	if at <= 0 || !strings.HasSuffix(title, ")") && !strings.HasSuffix(title, "）") {
		return title
	}
	return strings.TrimSpace(title[:at])
}

var everyoneTitle = pattern.New(`(?i)^((for )?(everyone|everybody|all)( (here|roles|levels|employees|people|staff|teams|engineers|engineering|grades|colleagues|nurses|designers|tracks))?|(common|core|shared|general|base|baseline|universal|company|foundational?)( (expectations|competenc(y|ies)|values|behaviou?rs|skills|principles|qualities|roles?|levels?))?|foundations?|company[- ]wide|(our )?values)$`)
