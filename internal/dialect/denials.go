package dialect

import (
	"slices"
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
	"rung/internal/pattern"
)

// What a level is not. Authors set it beside what they ask, under a heading or a
// line of its own, and in as many words as there are authors: "What band 5 is
// not", "Not this:", "Ce que l'échelon n'est pas", "G2でないもの". Their grammar is
// one: a word that asks or points, and a word that denies.

// pitfalls name what to beware of. They are told with or without the level that
// it threatens: "Red flags at L3".
var pitfalls = pattern.New(`(?i)^((common|typical|some|our|known|frequent|possible|early|obvious) )*(anti[- ]?patterns?|(counter|non|anti)[- ]?examples?|(negative|bad) (examples?|behaviou?rs?|indicators?|signs?|habits|patterns?)|pitfalls?|traps?|mistakes|(red|yellow|amber) flags?|(warning|danger) (signs?|lights?)|warnings?|(causes?|reasons?|grounds|points?|matters?) (for|of) (concern|worry)|concerns|worr(ies|ying signs)|derailers?|watch[- ]?outs?|failure modes?|(ineffective|unhelpful|undesirable|unwanted|unacceptable) (behaviou?rs?|habits|patterns?)|((how|where|when) )?(it|this|that|people|things) (can |may |often |usually |sometimes )*(goes|go|gets?) (wrong|stuck)|ways (it|this|to) (goes? wrong|fail|get (it wrong|stuck))|what (holds people|holds you|gets in the way).{0,20}|mis(readings?|understandings?|conceptions?|uses?|interpretations?)|myths?|(less|fewer) of (this|that|these)|(early )?signs? (of|that|you|somebody|someone|people) .{0,30}(stuck|struggling|trouble|drifting|slipping|coasting|too early)( .{1,12})?|(what|where) (can |may |often )?(goes|go|gone) wrong|(easily|often|not to be) (confused with|mistaken for)|don['’]?ts|(please )?(do not|don['’]?t)( do( this)?)?|out of scope|not (in|part of)( the)? (scope|role|job)|` +
	`anti-?muster|(gegen|negativ)beispiele?|warn(signale?|zeichen|hinweise?|ungen)|alarmzeichen|fallstricke|stolper(fallen|steine)|(typische|häufige) (fehler|fallen|missverständnisse)|irrwege|missverständnisse|verwechslungen|malentendus|malentendidos|mal-entendidos|fraintendimenti|misverstanden|missförstånd|nieporozumienia|заблуждения|grund zur sorge|contre-exemples?|anti-?modèles?|dérives|écueils|mises? en garde|points? (de vigilance|d['’]attention)|(signes?|signaux) d['’]alerte|pièges|erreurs (fréquentes|courantes|typiques)|motifs? d['’]inquiétude|à (proscrire|ne pas faire|éviter)|` +
	`contraejemplos?|anti-?patrones|señales de (alerta|alarma|peligro)|motivos? de preocupación|malas (prácticas|señales)|trampas|errores (comunes|frecuentes|típicos)|contra-?exemplos?|anti-?padr(ão|ões)|sinais de (alerta|alarme|perigo)|motivos? de preocupação|más práticas|armadilhas|erros (comuns|frequentes|típicos)|` +
	`controesempi|segnali d['’](allarme|allerta)|errori (comuni|frequenti|tipici)|trappole|anti-?patronen|tegenvoorbeelden|waarschuwing(en|ssignalen)|valkuilen|rode vlaggen|anti-?mönster|motexempel|fallgropar|varningss?(ignaler|tecken)|fallgruver|faldgruber|(advarsels|fare)(tegn|signaler)|antywzorce|sygnały (ostrzegawcze|alarmowe)|(częste|typowe) błędy|czerwone flagi|антипаттерны|(анти|контр)примеры|тревожные (сигналы|признаки)|(типичные|частые) ошибки|красные флаги|` +
	`アンチパターン|注意点|ng(例|行動|集)?|悪い例|反面教師|よくある(誤解|間違い|失敗|勘違い)|誤解|落とし穴|危険信号|警告サイン|避け(る|たい|るべき)(こと|行動)?|反模式|反例|反面(例子|典型|案例|教材)|常见(误区|错误)|误区|禁忌|陷阱|안티\s?패턴|나쁜 예|반례|흔한 (오해|실수)|주의(점| ?사항)?|위험 신호|함정` +
	`)( (at|for|in|on|of|as|auf|für|bei|in|en|em|au|aux|à|pour|para|de|du|da|do|van|voor|op|på|för|for|na|dla|di|per|на|для) .{1,40}| ?[(（].{1,40}[)）])?$`)

// points are words that ask or point, as "what" and "this", with which a name of
// what something is not begins.
var points = wordSet("what what's what’s this that these it it's it’s was das dies diese es ce ceci cela c'est c’est o isto isso aquilo lo esto eso qué que cosa ciò quello questo wat dit dat het vad det detta hva hvad dette czym co to czego jaki чем что это чего кем")

// denying are the words that deny; what is joined to its verb, as "isn't", ends in
// one.
var denying = wordSet("not nicht kein keine keinen pas não nao non niet geen inte ej ikke nie не no")

// denyingParts are pieces of which each of these holds one: most titles hold none.
var denyingParts = []string{"not", "n't", "n’t", "nich", "kein", "pas", "não", "nao", " no", "no ", "non", "nie", "geen", "inte", "ej", "ikke", "не"}

// softening are the words that take a denial back: "not only", "not limited to",
// "whether or not", "this is no checklist".
var softening = wordSet("only just limited merely simply sure or list checklist complete exhaustive exam test order but nur bloß liste abschließend vollständig elenco completo completa oder ou exhaustif exhaustive exhaustiva lista só apenas somente uniquement seulement solo sólo solamente soltanto alleen slechts uitputtend bara endast kun bare tylko только исчерпывающий")

// pointed are the words behind a denial with which a name begins: "Not a senior if",
// "Nicht so", "Pas ceci". "Not afraid to ask" is the name of an area.
var pointed = wordSet("this that these it a an the so like here yet what about expected required asked das dies gemeint verlangt erwartet gefragt ein eine ceci cela ça un une le é isto isso se um uma esperamos es esto eso è questo si dit dat zo een så detta en ett det dette et sådan slik to tak jest это так")

// denies reports whether a few words are a name for what something is not.
func denies(title string) bool {
	if pitfalls.MatchString(title) || deniesInKanji(title) {
		return true
	}
	low := strings.ToLower(title)
	if !slices.ContainsFunc(denyingParts, func(part string) bool { return strings.Contains(low, part) }) {
		return false
	}
	words := denialWords(low)
	const most = 9
	at := denialAt(words)
	switch {
	case at < 0 || len(words) > most:
		return false
	case at == 0:
		return len(words) == 1 || pointed[words[1]]
	case strings.HasPrefix(words[0], "qu'") || strings.HasPrefix(words[0], "qu’"):
		return true
	}
	return points[words[0]]
}

// deniesLead reports whether a line that introduces a list says that nothing in it
// is asked for, as "A P3 is not expected to:" does: it denies where it ends.
func deniesLead(line string) bool {
	const near, longest = 4, 120
	line = strings.Trim(strings.TrimSpace(line), "*_ ")
	if len(line) > longest {
		return false
	}
	bare := strings.TrimRight(emojiOff(line), ":：. ")
	if facetOf(bare) == warningFacet {
		return true
	}
	if len(bare) == len(line) || !strings.ContainsAny(line[max(len(line)-3, 0):], ":：") || strings.ContainsAny(bare, ",;") || conditions.MatchString(bare) {
		return false
	}
	words := denialWords(bare)
	at := denialAt(words)
	if at <= 0 || at+near < len(words) {
		return false
	}
	return words[at] != "no" && words[at] != "non" || at+1 < len(words) && deniesVerb[words[at+1]]
}

// conditions begin lines about when something is asked: "When a mast does not
// hold:".
var conditions = pattern.New(`(?i)^(when|whenever|if|unless|while|although|where|wenn|falls|obwohl|cuando|si|aunque|quando|se|embora|lors|quand|als|wanneer|når|när|hvis|om|gdy|jeśli|когда|если)\s`)

// deniesVerb are the verbs behind "no" that it denies; before a noun it counts.
var deniesVerb = wordSet("se es son esperamos pedimos exigimos buscamos hace hay è sono si chiediamo aspettiamo")

// denialWords splits a title into words in lower case, without marks around them.
func denialWords(title string) []string {
	words := strings.Fields(strings.ToLower(title))
	for i, w := range words {
		words[i] = strings.Trim(w, "*_\"“”„‘«»(),.:;!?")
	}
	return slices.DeleteFunc(words, func(w string) bool { return w == "" })
}

// denialAt returns the place of the first word that denies, or -1: for none, and
// where another word takes it back.
func denialAt(words []string) int {
	at := -1
	for i, w := range words {
		switch {
		case softening[w]:
			return -1
		case at < 0 && (denying[w] || strings.HasSuffix(w, "n't") || strings.HasSuffix(w, "n’t")):
			at = i
		}
	}
	return at
}

// kanjiDenials end names of what something is not in languages that write no
// spaces, or put the denial last: "G2で「ない」もの", "求めないこと", "不是", "아닌 것".
var kanjiDenials = pattern.New(`((で|では|じゃ)[「『]?(ない|ありません)[」』]?(もの|こと|人|姿|例|役割)?|(求め|期待し|求められ|期待され|評価し|含ま)(てい)?(ない|ません)(もの|こと|行動)?)$|^(こうでは|これでは)|不是(什么|什麼|这样|這樣|的)?$|^(不是|不该|不應)|(不要求|不期望|不期待)(的)?$|(이|가|은|는)? ?(아닌|아니다|않는)( ?것| ?행동| ?모습)?$`)

func deniesInKanji(title string) bool {
	const wide = 0x2E80 // where the scripts of East Asia begin
	return strings.IndexFunc(title, func(r rune) bool { return r >= wide }) >= 0 && kanjiDenials.MatchString(title)
}

// deniesBullet reports whether a bullet alone says what is not asked: a cross
// stands before it, or a name for what something is not, as in "Not: a ticket
// machine" and "Anti-pattern – waits to be asked".
func deniesBullet(t parse.Text) bool {
	const longest = 30
	words := strings.TrimLeft(t.Value, "*_ ")
	for _, cross := range []string{"❌", "✗", "✘", "🚫", "⛔", "👎", "✖"} {
		if strings.HasPrefix(words, cross) {
			return true
		}
	}
	at := strings.IndexAny(words[:min(len(words), longest)], ":：–—")
	if at <= 0 {
		return false
	}
	name := strings.Trim(words[:at], "*_ ")
	return pitfalls.MatchString(name) || len(strings.Fields(name)) <= 3 && denialAt(denialWords(name)) >= 0 && denies(name)
}

// isAside reports whether nothing is asked under a section: its heading says so,
// or the line that serves as one, or the author elsewhere.
func (r *bodyReader) isAside(sec *Section) bool {
	if facetOf(sec.Title.Value) == warningFacet || r.survey.toldAside(sec.Title.Value) {
		return true
	}
	return sec.Head != nil && sec.Head.Kind == parse.Paragraph && deniesLead(sec.Head.Text.Value)
}

// leadsToDenied reports whether a paragraph over a list says that nothing in the
// list is asked for.
func leadsToDenied(blocks []*parse.Block, i int) bool {
	return followedByList(blocks, i) && len(blocks[i].Text.Breaks()) == 0 && deniesLead(blocks[i].Text.Value)
}

// trailingDenial splits a last line that introduces what is not asked off a
// bullet: see trailingLead.
func trailingDenial(t parse.Text) (words parse.Text, ok bool) {
	n := len(t.Breaks())
	if n == 0 || !deniesLead(t.Value[t.Breaks()[n-1]:]) {
		return t, false
	}
	return t.Slice(0, t.Breaks()[n-1]), true
}

// deniedItem reads a bullet that says what is not asked, or introduces bullets that
// do: those beneath it, or those behind it where a colon ends it. It reports false
// for any other.
func (r *bodyReader) deniedItem(a *model.Area, item *parse.Block, text parse.Text, m *mode) bool {
	nested := nestedLists(item)
	switch {
	case deniesBullet(text):
	case len(text.Breaks()) > 0:
		return false
	case len(nested) == 0 && !strings.HasSuffix(text.Value, ":") && !strings.HasSuffix(text.Value, "："):
		return false // "Never", on a line of its own
	case !deniesLead(text.Value):
		return false
	case len(nested) == 0:
		m.denied = true
	}
	a.Intro = appendProse(a.Intro, r.doc, text)
	for _, n := range nested {
		r.warning(a, n)
	}
	return true
}
