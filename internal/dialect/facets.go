package dialect

import (
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
	"rung/internal/pattern"
)

// A facet is a section of an area that says what kind of words stand in it and
// names no area of its own: "Expectations", "What it looks like",
// "Anti-patterns".

// looksLike are headings and lines over frames of reference for a rating.
var looksLike = pattern.New(`(?i)^(what (it|this|that|good|great|success) (might |could |can |may )?looks? like( in practice)?|(this|it) (might|could|can|may) look like|looks like|in practice|in action|sample (behaviou?rs|work)|wie das aussieht|woran man es erkennt|na prática|en la práctica|en pratique|сигналы|на практике|具体的な行動|行動例)$`)

// shows are such headings within an area; over a whole role they may name one.
var shows = pattern.New(`(?i)^(signals?|evidence|illustrations?|scenarios?|stories|` +
	`((how |where )?(this|it|that) )?(can |may |might |could |often |usually )?(be )?(shows?|shown|seen|visible)( up)? (as|in|through|in practice|in the (wild|field))|(how|where) (this|it|that) (shows?|is seen)( up)?|(what |how |where )?(we|you) ?(have|'ve|’ve|might|may|could|will)? (seen?|saw)( (it|this|that))?( (as|in))?|in real life|(real|true|war)[- ](life )?(stories|cases|moments)|from (real life|the (field|floor|shop))|(what )?(people|we|others) have (really |actually )?done)$`)

// warns are headings over what is not asked for: what to avoid, what one gets,
// how to grow, where to read on.
var warns = pattern.New(`(?i)^(` +
	`(common )?(misunderstandings?|misconceptions?|myths?)|((a|the|your|my) )?((typical|normal|usual) )?(day|week)([- ](to|in|at)[- ].{1,30})?|notes?|footnotes?|rationale|disclaimer|(a )?(note|word) (on|about) .{1,40}|about (this|the) (role|level|page|document|ladder|grade)|` +
	`anti[- ]?patterns?|(common )?(pitfalls?|traps?|mistakes)|red flags?|(early )?(warning|danger)( signs?)?|derailers?|watch[- ]?outs?( for)?|(things to )?(watch|look out) for|beware( of)?|(be )?careful( with)?|cautions?|too much( of it)?|over(done|used|doing it)|not (yet )?(expected|required|a fit)( yet)?|what (it|this|we) (isn['’]?t|is not|doesn['’]?t look like|does not look like|don['’]?t expect|do not expect)|(things to |what to |to )?avoid|(what|signs) (to avoid|you are not there( yet)?)|(this is |you are )?not ready( yet)?( if)?|` +
	`what('s|’s| comes| is)? next|next (steps?|level|role|grade)|(how to |tips for |on )?(grow|growing|move|moving|get|getting|step|stepping)( (up|in|on|further|there|promoted|ready))* (to|into|towards?) .{1,40}|how to (grow|get there|get promoted)|growing further|moving (on|up)|(path|way|road|ready|preparing|progress(ion|ing)?|promotion|transition) (to|for|into|towards?) .{1,40}|how to (improve|develop|learn).{0,30}|getting promoted|growth areas|development (areas|tips|ideas)|` +
	`(learning |useful |recommended |suggested |further )?(resources?|readings?|links|references)( list)?|(learning|useful|recommended|suggested|further) (materials?|training|courses|books)|see also|related( pages| roles)?|tips|faq|frequently asked questions|changelog|change log|credits|licen[cs]e|acknowledgements|` +
	`(privileges|benefits|perks|rewards|compensation|salary|pay)( and .{1,20})?|what (you|we) (get|offer|give|provide)( .{1,20})?|we offer|` +
	`fallstricke|warnzeichen|stolpersteine|nicht erwartet|nächste schritte|so geht es weiter|wie es weitergeht|siehe auch|ressourcen|lektüre|(zu )?vermeiden|weiterbildung|vorteile|` +
	`antipadr(ão|ões)|(o que )?evitar|sinais de alerta|armadilhas|próximos passos|veja também|recursos|leitura( recomendada)?|benefícios|como crescer|` +
	`señales de alerta|(qué|cosas que) evitar|errores comunes|próximos pasos|véase también|ver también|lecturas?|beneficios|cómo crecer|` +
	`(signes|signaux) d['’]alerte|pièges|prochaines étapes|pour aller plus loin|(choses )?[àa] [ée]viter|voir aussi|ressources|avantages|` +
	`антипаттерны|тревожные сигналы|что дальше|см\. также|материалы|полезные ссылки|льготы|` +
	`czego (jeszcze )?nie oczekujemy|pułapki|zobacz też|zobacz także|kolejne kroki|następne kroki|co dalej|materiały|uwagi|benefity|` +
	`anmerkungen|hinweise|ein typischer tag|notas|observações|observaciones|remarques|примечания|заметки|備考|メモ|` +
	`アンチパターン|注意点|次のステップ|参考(資料|文献)?|関連|se även|varningstecken|nästa steg|zie ook|valkuilen|volgende stap|vedi anche|risorse` +
	`)$`)

// expects are headings over what is asked for, which every area has.
var expects = pattern.New(`(?i)^((key |core |general )?expectations?|expected( behaviou?rs?)?|what (is|we) expect(ed)?|behaviou?rs?|statements?|criteria|requirements?|what you do|you (will|should|are)|what('s| is)? asked|responsibilities|accountabilities|erwartungen|förväntningar|responsabilidades|responsabilités|verantwortung(en)?|aufgaben|expectativas|attentes|ожидания|期待(されること|値)?)$`)

// facetOf says what kind of words stand under a heading within an area.
func facetOf(title string) facet {
	title = strings.TrimRight(emojiOff(numeralsOff(strings.Trim(strings.TrimSpace(title), "*_ "))), ":：. ")
	switch {
	case len(title) > maxTitle:
		return noFacet
	case exampleLead(title) != leadNone, looksLike.MatchString(title):
		return exampleFacet
	case warns.MatchString(title), denies(title):
		return warningFacet
	case expects.MatchString(title):
		return expectedFacet
	}
	return noFacet
}

// numeralsOff takes the number of a section off its title, as in "2.3.4 Examples".
func numeralsOff(title string) string {
	rest := strings.TrimLeft(title, "0123456789.")
	if len(rest) == len(title) || !strings.HasPrefix(strings.TrimLeft(rest, ")"), " ") {
		return title
	}
	return strings.TrimLeft(rest, ") ")
}

// ShowsOf reports whether words, such as those of a key in data, say that
// examples stand under them.
func ShowsOf(title string) bool { return facetOf(title) == exampleFacet }

// MayShow reports whether words, such as those of a key in data, say that what
// stands under them shows what is asked beside them, as "Seen as" does; where
// nothing else is asked, that is.
func MayShow(title string) bool { return shows.MatchString(title) }

// leadsToShown reports whether a line over a list in an area says that the list
// shows what is asked: "_Looks like:_", and where something is asked before it,
// "Seen as:".
func leadsToShown(t parse.Text, a *model.Area) bool {
	words := strings.Trim(t.Value, "*_ ")
	if len(t.Breaks()) > 0 || len(words) > maxName {
		return false
	}
	bare := strings.TrimRight(words, ":： ")
	if len(bare) == len(words) && !t.Covered(model.Emphasis) && !t.Covered(model.Strong) {
		return false
	}
	return facetOf(bare) == exampleFacet || len(a.Statements) > 0 && shows.MatchString(emojiOff(bare))
}

// AsideOf reports whether words say that what stands under them is not asked
// for: pitfalls, what comes next, where to read on, what one gets.
func AsideOf(title string) bool { return facetOf(title) == warningFacet }

type facet int

const (
	noFacet       facet = iota
	exampleFacet        // examples
	warningFacet        // advice, and what is not asked for
	expectedFacet       // statements
)

// readFacet reads a section that is a facet of an area, and reports true; it
// reports false for one that is an area of its own.
func (r *bodyReader) readFacet(a *model.Area, sec *Section) bool {
	kind := facetOf(sec.Title.Value)
	if r.isAside(sec) {
		kind = warningFacet
	}
	if kind == noFacet && len(a.Statements) > 0 && shows.MatchString(emojiOff(sec.Title.Value)) {
		kind = exampleFacet
	}
	switch kind {
	case exampleFacet:
		r.isLead(sec.Title)
		r.blocks(a, sec.Body, &mode{examples: true})
	case warningFacet:
		a.Intro = append(a.Intro, r.doc.Prose(sec.Title))
		for _, b := range sec.Body {
			r.warning(a, b)
		}
	case expectedFacet:
		if a.Title == "" || len(sec.Subs) > 0 {
			return false
		}
		a.Intro = append(a.Intro, r.doc.Prose(sec.Title))
		r.blocks(a, sec.Body, &mode{})
	default:
		return false
	}
	for _, sub := range sec.Subs {
		if !r.readFacet(a, sub) {
			a.Intro = append(a.Intro, r.doc.Prose(sub.Title))
			r.blocks(a, sub.Body, &mode{examples: kind != warningFacet, denied: kind == warningFacet})
		}
	}
	return true
}

// warning keeps what is not asked for as words of the area.
func (r *bodyReader) warning(a *model.Area, b *parse.Block) {
	if b.Kind != parse.List {
		a.Intro = appendProse(a.Intro, r.doc, flat(b))
		return
	}
	for _, item := range b.Children {
		a.Intro = appendProse(a.Intro, r.doc, ownText(item))
		for _, n := range nestedLists(item) {
			r.warning(a, n)
		}
	}
}
