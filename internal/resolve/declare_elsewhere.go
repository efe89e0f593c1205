package resolve

import (
	"strings"
	"unicode"

	"rung/internal/pattern"
)

// phrase is a way of declaring whose words stand around the reference, as in
// "Alles aus Stufe 2, zusätzlich:". It is a sentence from its beginning on:
// the pattern's group "role" is the reference, "below" the level below, and
// "all" is there where all levels below are meant.
type phrase struct {
	form    form
	pattern *pattern.Pattern
}

// tongue is how a language declares that a role takes over another.
type tongue struct {
	firsts []string // first words of such sentences, in lower case
	strong string   // leads that need nothing behind the reference
	weak   string   // leads after which more must be announced: "Wie L2, zusätzlich"
	cite   string   // leads of a text that is a reference and nothing else: "siehe L2"
	below  string   // what names the level below, with the group "all" for several
	tail   string   // words that may end the reference, as in "was von L2 erwartet wird"
	more   string   // words that announce more
}

// articles may stand before a reference.
const articles = `(?:(?:der|die|das|dem|den|des|ein|eine|einem|einer|eines|el|la|los|las|un|una|del|le|les|du|une|o|a|an|the|os|as|um|uma|do|da|dos|das|il|lo|gli|het|een)\s+|[ld]['’])*`

// tongues are those of the languages that ladders are written in, English
// apart, whose forms are many.
var tongues = []tongue{
	{ // English: only what is a reference as a whole, as a cell may be
		firsts: []string{"as", "see", "same", "like", "idem", "ditto", "cf"},
		cite:   `as(?:\s+(?:in|for|at))?|see|same\s+as(?:\s+for)?|same\s+(?:expectations|requirements)\s+as|like|idem(?:\s+to)?|ditto|cf\.?`,
		below:  `(?:previous|prior)\s+level`,
	},
	{
		firsts: []string{"wie", "genau", "alles", "alle", "zusätzlich", "erfüllt", "umfasst", "beinhaltet", "enthält", "baut", "diese", "siehe", "gleich", "dasselbe", "über"},
		strong: `(?:(?:erfüllt|umfasst|beinhaltet|enthält)\s+)?(?:alles(?:\s*,?\s*was)?|alle\s+(?:anforderungen|erwartungen|kompetenzen|punkte|aufgaben|aussagen|inhalte))(?:\s+(?:aus|von|vom|an|für|in|im|auf|bei|unter))?|zusätzlich\s+zu[rm]?(?:\s+(?:den\s+)?(?:anforderungen|erwartungen|aufgaben)(?:\s+(?:von|an|aus))?)?|über|(?:(?:diese|die)\s+(?:stufe|rolle|ebene)\s+)?baut\s+auf`,
		weak:   `(?:genau\s+)?wie(?:\s+bei)?|(?:gleich|dasselbe)\s+wie`,
		cite:   `(?:genau\s+|gleich\s+|dasselbe\s+)?wie(?:\s+bei)?|siehe|s\.`,
		below:  `(?:vor(?:her)?ig|unter|darunter\s*liegend|darunterliegend|niedriger|vorhergehend|vorangehend|bisherig)\p{L}*\s+(?:(?P<all>stufen|ebenen|levels|niveaus|rollen)|stufe|ebene|level|niveau|rolle)|(?:stufe|ebene|rolle)\s+(?:darunter|davor)|(?P<all2>stufen|ebenen|rollen)\s+(?:darunter|davor)`,
		tail:   `(?:gilt|gelten|steht|stehen|auf|hinaus|(?:erwartet|verlangt|gefordert)\s+(?:wird|werden)|(?:beschrieben|genannt|gefordert)\s+(?:ist|sind))`,
		more:   `(?:und\s+|aber\s+)?(?:zusätzlich|außerdem|ausserdem|auch|plus|dazu|darüber\s+hinaus|sowie|und)`,
	},
	{
		firsts: []string{"igual", "lo", "todo", "todas", "todos", "incluye", "cumple", "además", "como", "ver", "véase", "mismo", "adicional"},
		strong: `(?:(?:incluye|cumple(?:\s+con)?)\s+)?(?:todo(?:\s+lo)?(?:\s+(?:de|del|que\s+se\s+(?:espera|pide|exige)\s+(?:de|en|a)))?|todas\s+las\s+(?:expectativas|responsabilidades|competencias)\s+(?:de|del)|todos\s+los\s+requisitos\s+(?:de|del))|además\s+(?:de|del)(?:\s+(?:lo|las\s+expectativas|los\s+requisitos)\s+(?:de|del))?`,
		weak:   `(?:igual|lo\s+mismo)\s+que|como`,
		cite:   `(?:igual|lo\s+mismo|mismo)\s+que|como|véase|ver|idem`,
		below:  `(?P<all>anterior)|(?:nivel|rol|puesto)\s+(?:anterior|previo|inferior)|(?P<all2>niveles|roles|puestos)\s+(?:anteriores|previos|inferiores)`,
		more:   `(?:y\s+|pero\s+)?(?:además|también|más|y)`,
	},
	{
		firsts: []string{"tudo", "todas", "todos", "além", "inclui", "cumpre", "atende", "igual", "mesmo", "o", "como", "ver", "idem"},
		strong: `(?:(?:inclui|cumpre|atende(?:\s+a)?)\s+)?(?:tudo(?:\s+(?:de|do|da|o\s+que\s+(?:se\s+espera|é\s+esperado)\s+(?:de|do|da|no|na)|que\s+(?:se\s+espera|é\s+esperado)\s+(?:de|do|da)))?|todas\s+as\s+(?:expectativas|responsabilidades|competências)\s+(?:de|do|da|dos)|todos\s+os\s+requisitos\s+(?:de|do|da|dos))|além\s+(?:de|do|da|dos)(?:\s+(?:tudo|que\s+se\s+espera)\s+(?:de|do|da))?`,
		weak:   `igual\s+(?:a|ao|à)|(?:o\s+)?mesmo\s+que|como`,
		cite:   `igual\s+(?:a|ao|à)|(?:o\s+)?mesmo\s+que|como|ver|idem(?:\s+a)?`,
		below:  `(?:nível|nivel|cargo)\s+(?:anterior|inferior)|(?P<all>níveis|niveis|cargos)\s+(?:anteriores|inferiores)|(?P<all2>anterior)`,
		more:   `(?:e\s+|mas\s+)?(?:além\s+disso|também|mais|e)`,
	},
	{
		firsts: []string{"comme", "tout", "toutes", "tous", "en", "inclut", "identique", "idem", "voir", "même", "mêmes", "remplit"},
		strong: `(?:(?:inclut|remplit)\s+)?(?:tout\s+(?:de|du|ce\s+qui\s+est\s+(?:attendu|demandé|décrit)(?:\s+(?:de|du|au|à|pour))?|ce\s+qu['’]on\s+attend(?:\s+(?:de|du))?)|toutes\s+les\s+(?:attentes|responsabilités|compétences)\s+(?:de|du)|tous\s+les\s+(?:critères|attendus)\s+(?:de|du))|en\s+plus\s+(?:de|du|des)(?:\s+(?:attentes|attendus)\s+(?:de|du))?`,
		weak:   `comme(?:\s+(?:le|un|une|pour))?|identique\s+(?:à|au)|idem(?:\s+que)?`,
		cite:   `comme|identique\s+(?:à|au)|idem(?:\s+que)?|voir|mêmes?\s+(?:attentes\s+)?que`,
		below:  `niveau\s+(?:précédent|inférieur|antérieur)|rôle\s+(?:précédent|inférieur)|(?P<all>niveaux|rôles)\s+(?:précédents|inférieurs|antérieurs)`,
		more:   `(?:et\s+|mais\s+)?(?:plus|aussi|en\s+plus|en\s+outre|également|et)`,
	},
	{
		firsts: []string{"всё", "все", "то", "в", "помимо", "как", "см", "включает", "аналогично"},
		strong: `(?:включает\s+)?(?:вс[её](?:\s+то\s+же)?,?\s*(?:что(?:\s+(?:и|ожидается\s+от|требуется\s+от|для|у|на|в|от))*|из|от|с)|все\s+(?:ожидания|требования|навыки|компетенции)(?:\s+(?:к|от|из|для))?)|(?:в\s+дополнение\s+к|помимо)(?:\s+(?:требовани[йям]+|ожидани[йям]+)(?:\s+(?:к|от))?)?`,
		weak:   `(?:то\s+же(?:\s+самое)?,?\s*что(?:\s+(?:и|у|для|на))*|как(?:\s+(?:и|у|для))*|аналогично)`,
		cite:   `(?:то\s+же(?:\s+самое)?,?\s*что(?:\s+(?:и|у|для|на))*|как(?:\s+(?:и|у|для))*|аналогично|см\.?)`,
		below:  `(?:предыдущ|предшествующ|нижестоящ)\p{L}*\s+(?:(?P<all>уровней|уровни|уровням|ролей)|уров\p{L}+|рол\p{L}+|грейд\p{L}*)`,
		more:   `(?:и\s+|а\s+|но\s+)?(?:плюс|также|ещё|еще|дополнительно|кроме\s+того|и)`,
	},
	{
		firsts: []string{"tutto", "tutte", "oltre", "come", "vedi", "alles", "zoals", "zie", "naast", "hetzelfde"},
		strong: `tutto\s+(?:quello\s+che\s+è\s+richiesto\s+(?:a|al)|di|da|del|dal)|tutte\s+le\s+(?:aspettative|competenze)\s+(?:di|del|dei)|oltre\s+(?:a|al|alle\s+aspettative\s+(?:di|del))|alles\s+(?:van|uit)|naast(?:\s+de\s+verwachtingen\s+van)?`,
		weak:   `come(?:\s+(?:il|un))?|zoals|hetzelfde\s+als`,
		cite:   `come|vedi|zoals|zie|hetzelfde\s+als`,
		below:  `livello\s+(?:precedente|inferiore)|(?P<all>livelli)\s+(?:precedenti|inferiori)|(?:vorig|onderliggend|lager)\p{L}*\s+niveau|(?:vorig|onderliggend|lager)\p{L}*\s+(?P<all2>niveaus)`,
		more:   `(?:e\s+|en\s+|ma\s+)?(?:inoltre|anche|più|plus|bovendien|ook|e|en)`,
	},
}

// phrases holds, by first word, what may begin with it.
var phrases = byFirst(tongues)

func byFirst(tongues []tongue) map[string][]*phrase {
	out := make(map[string][]*phrase)
	for _, t := range tongues {
		for _, p := range t.phrases() {
			for _, w := range t.firsts {
				out[w] = append(out[w], p)
			}
		}
	}
	return out
}

// phrases returns the ways of the tongue, the most telling first.
func (t tongue) phrases() []*phrase {
	ref := `\s*` + articles + `(?:(?P<below>` + t.below + `)|(?P<role>[^,;:.…+]{1,80}?))`
	tail := ``
	if t.tail != "" {
		tail = `(?:\s*,?\s+` + t.tail + `)*`
	}
	// The words that announce more end at a space or a sign: a word boundary
	// knows ASCII alone.
	more := `\s*[,;–—-]?\s*(?:\+|(?:` + t.more + `)(?:\s*(?:das\s+)?(?:folgende|folgendes|lo\s+siguiente|o\s+seguinte|ce\s+qui\s+suit|следующее))?)(?:\s*[:….,]+\s*|\s+|$)`
	end := `\s*(?:[.:…,]*\s*$|\s[–—-]\s|[:…]\s)`
	var out []*phrase
	add := func(lead, rest string) {
		if lead != "" {
			out = append(out, &phrase{form: form{relation: takesOver}, pattern: pattern.New(`(?i)^(?:` + lead + `)(?:\s|,\s)` + ref + tail + `(?:` + rest + `)`)})
		}
	}
	if t.more != "" {
		add(t.strong, more+`|`+end)
		add(t.strong, `,\s`) // "Über die Stufe darunter hinaus, ..."
		add(t.weak, more)
	}
	add(t.cite, `\s*\.?\s*$`)
	return out
}

// suffixed are ways of languages that declare behind the reference.
var suffixed = []*phrase{
	{form: form{relation: takesOver}, pattern: pattern.New(`^(?:(?P<below>(?P<all>上記|下位(?:の)?(?:レベル|等級|グレード)?)|(?:一つ下|ひとつ下|１つ下|1つ下|前|直前)の(?:レベル|等級|グレード|段階))|(?P<role>[^、。,.:：\s]{1,30}?(?:\s[^、。,.:：\s]{1,20}?)?))` +
		`(?:の(?:内容|要件|期待値?|期待役割|項目|条件|役割|責務|能力|すべて|全て|すべての?(?:内容|要件|項目)|全ての?(?:内容|要件|項目)))*(?:に加えて?|(?:を|の)(?:すべて|全て)?を?(?:満たし(?:た上で|たうえで|ており)?|満たす|含む|踏まえ(?:て|た上で)?|引き継(?:ぐ|ぎ))|と(?:同じ|同様)(?:$|。|、|に))[、,。:：]?`)},
	{form: form{relation: takesOver}, pattern: pattern.New(`^(?:在|包含|具备|满足)\s*(?:(?P<below>(?P<all>以上|上述)|(?:上一|前一)(?:级|級|等级|层级))|(?P<role>[^，。,.:：]{1,30}?))\s*的(?:基础上|基礎上|所有|全部)(?:要求|能力|内容|期望)?[，,。:：]?`)},
	{form: form{relation: takesOver}, pattern: pattern.New(`^(?:(?P<below>이전\s*(?:레벨|단계|등급)|(?P<all>하위\s*(?:레벨|단계|등급)))|(?P<role>[^,.:]{1,30}?))(?:의\s*(?:모든\s*)?(?:내용|요건|기대치?|역량))?(?:에\s*더(?:해|하여)|을\s*포함|를\s*포함)[,.:]?`)},
}

// elsewhere returns what the sentences of text declare in phrases.
func elsewhere(text string) []declaration {
	var out []declaration
	east := false
	for i := range len(text) {
		east = east || text[i] >= firstEast
	}
	for start, begins := 0, true; start < len(text); start++ {
		if begins {
			if d, ok := phraseAt(text, start, east); ok {
				out = append(out, d)
			}
		}
		begins = endsSentence(text[start]) || east && strings.HasSuffix(text[:start+1], "。")
	}
	return out
}

// firstEast is the first byte of letters of the languages that declare behind
// the reference.
const firstEast = 0xE3

func endsSentence(c byte) bool {
	return c == '.' || c == '\n' || c == '(' || c == ';' || c == '!' || c == '?'
}

// phraseAt reads the sentence that begins at start.
func phraseAt(text string, start int, east bool) (declaration, bool) {
	start += len(text[start:]) - len(strings.TrimLeftFunc(text[start:], func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsNumber(c) && c != '\n' }))
	rest := text[start:]
	first := rest
	if i := strings.IndexFunc(rest, func(c rune) bool { return !unicode.IsLetter(c) }); i >= 0 {
		first = rest[:i]
	}
	const longest = 24 // bytes of a first word: the map is not asked for more
	var among []*phrase
	if len(first) <= longest {
		among = phrases[strings.ToLower(first)]
	}
	if east {
		among = append(suffixed[:len(suffixed):len(suffixed)], among...)
	}
	if len(among) == 0 {
		return declaration{}, false
	}
	_, end := sentenceAround(text, start)
	if i := strings.IndexByte(text[start:end], '\n'); i >= 0 {
		end = start + i
	}
	for _, p := range among {
		if m := p.pattern.FindStringSubmatchIndex(text[start:end]); m != nil {
			return p.declared(start, end, m), true
		}
	}
	return declaration{}, false
}

// declared returns the declaration of a match in the sentence at start.
func (p *phrase) declared(start, end int, m []int) declaration {
	d := declaration{relation: p.form.relation, form: &p.form, start: start, end: start + m[1], sentence: [2]int{start, end}}
	for i, name := range p.pattern.SubexpNames() {
		if name == "" || m[2*i] < 0 {
			continue
		}
		switch name {
		case "role":
			d.ref, d.refEnd = start+m[2*i], start+m[2*i+1]
		case "below":
			d.ref, d.refEnd, d.below = start+m[2*i], start+m[2*i+1], true
		default:
			d.belowAll = true
		}
	}
	return d
}
