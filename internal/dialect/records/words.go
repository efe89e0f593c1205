package records

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rung/internal/dialect"
	"rung/internal/parse"
)

// word is what a key says of its value. Keys only help: what holds what is
// told by the values, and a ladder whose keys are all unknown is read too.
type word int

const (
	other        word = iota
	nameWord          // what a person calls the record
	idWord            // what other records call it
	levelWord         // a level, or levels
	areaWord          // an area, or areas
	categoryWord      // what areas are sorted into; an area where there is no other
	trackWord         // a track, or tracks
	textWord          // a statement, or statements
	summaryWord       // a text, in short
	detailWord        // the same at length
	exampleWord       // examples
	signalWord        // statements, or beside a text what shows that it holds
	scopeWord         // a fact about a role that people compare
	wrapWord          // nothing: it only wraps
	extendWord        // what the record takes over
	requireWord       // competencies that are asked for
	asideWord         // what is not asked for: pitfalls, what comes next
	metaWord          // facts about the record, for programs
)

// vocabulary are the words of keys, in the singular and without accents.
var vocabulary = map[word]string{
	nameWord: `name title label heading display-name caption nome nombre nom titulo titre titel naam titolo bezeichnung rotulo intitule libelle denominacion denominacao denominazione
		job-title role-title level-name level-title role-name position nimi nazwa название имя 名前 名称 氏名 タイトル`,
	idWord: `id key slug code uuid ref identifier short-name shorthand abbreviation codigo kuerzel kurzel kod код`,
	levelWord: `level grade rung tier seniority milestone rank stage step band lvl proficiency-level proficiency job-level maturity
		nivel nivell niveau stufe livello stadium poziom niva taso livel patamar senioridade escalao уровень ступень レベル 等級 级别 等级`,
	areaWord: `area theme pillar dimension competency competence skill topic capability attribute axis facet trait skill-area focus-area
		competencia competenza competentie kompetenz faehigkeit fahigkeit thema tema pilar habilidade habilidad capacidade capacidad bereich
		domaine domein gebied dimensao dimensione dimensie kompetens umiejetnosc навык компетенция 能力 スキル 技能 領域`,
	categoryWord: `category group domain section cluster categoria kategorie categorie bloque bloco rubrik gruppe grupo groupe раздел категория カテゴリ 分类`,
	trackWord: `track ladder family role discipline career job profession job-family pathway paths career-path specialty speciality department function team
		familia famille familie famiglia trilha carreira cargo funcao carrera puesto rol filiere metier beruf laufbahn rolle loopbaan functie ruolo carriera sciezka
		роль трек должность 職種 役割 岗位`,
	textWord: `statement text criteria criterion expectation behaviour behavior requirement responsibility expects expect you-will you-do indicator bullet point competency-statement
		characteristic standard descriptor accountability expected content-text must should could what goal-statement can standards duty comportamento comportamiento comportement
		expectativa attente erwartung verhalten anforderung aufgabe requisito responsabilidade responsabilidad verwachting gedrag
		criterio critere kriterium aspettativa afirmacao aussage wymaganie ожидание требование критерий описание-поведения 期待 行動 要件`,
	summaryWord: `summary description overview definition intro introduction about purpose mission abstract tagline meaning blurb teaser goal aim headline
		descricao descripcion descrizione beschreibung beschrijving resumo resumen resume zusammenfassung samenvatting
		sommario opis описание 概要 説明 描述`,
	detailWord: `detail elaboration explanation note notes rationale longer comment guidance context body detalhe detalle einzelheit erlaeuterung
		explicacao explicacion explication toelichting dettaglio nota подробность примечание 詳細 備考`,
	exampleWord: `example eg story anecdote sample illustration instance evidence seen seen-as seen-in such-as e-g shown-by proof for-instance example-behaviour example-behavior exemplo ejemplo exemple beispiel voorbeeld
		esempio przyklad пример 例 事例`,
	signalWord: `signal sign marker hint sinal senal signe`,
	scopeWord: `scope impact-radius reports-to report-to reporting-to reports direct-report direct-reports manages supervision experience
		years-of-experience experience-years minimum-years min-years typical-experience typical-years tenure planning-horizon time-horizon horizon autonomy-level span-of-control
		scope-of-impact sphere-of-influence team-size years year anos jahre annees escopo alcance reporta-a berichtet-an`,
	wrapWord: `data content item entry list value values record record-set body children result payload framework frameworks params props
		node nodes inhalt conteudo contenido contenu eintrag dados datos donnees daten`,
	extendWord:  `extend extends inherit inherits inherits-from extend-from base-level builds-on build-on include includes same-as based-on herda hereda erbt`,
	requireWord: `require required requires needs competencies-required required-competencies required-skills`,
	metaWord: `url uri link href icon image img logo avatar photo colour color background weight sort order position-index index priority point-value
		salary pay compensation pay-band pay-grade payband salary-band salary-range currency min max minimum maximum count number total tag tags keyword keywords
		date created updated modified modified-at created-at updated-at since until deadline author authors owner owners maintainer contact email mail phone
		version revision status state draft published layout template type kind lang language locale sheet-id google-sheet-id permalink aliases alias
		path-url menu sidebar sidebar-title sidebar-group nav toc seo canonical og robots homepage yaml is-legacy legacy deprecated hidden visible
		source cited-from citation licence license copyright hash checksum schema supporting-url reference-url lead headcount effective`,
}

// credentials are keys over papers that a person holds: facts about a role.
var credentials = wordSet(`certificate certificates certification certifications qualification qualifications education degree degrees licences licenses zertifikate abschluss diplome diplomes certificados certificacoes certificaciones titulacion formacion formacao`)

// limits are words that turn what they stand before into a number or a
// setting: a "maxLevel" is no level.
var limits = wordSet(`max min maximum minimum num number total count current default next previous prev show hide is has sidebar seo meta google og`)

// machine are words that make any key one for programs: "payPoint", "iconName".
var machine = wordSet(`url uri icon image img logo color colour css class pay salary wage money bonus equity date timestamp email sort weight html regex file path`)

// words holds the vocabulary by key.
var words = func() map[string]word {
	out := map[string]word{}
	for w := metaWord; w >= nameWord; w-- { // of two meanings the earlier holds
		for _, k := range strings.Fields(vocabulary[w]) {
			out[dialect.Slug(k)] = w
		}
	}
	return out
}()

func wordSet(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}

// wordOf returns what a key says: as a whole, else by its last word, which
// says what the thing is ("skillArea" is an area), else by the first.
func wordOf(key string) word {
	slug := dialect.Slug(splitCase(key))
	if w := lookUp(slug); w != other {
		return w
	}
	switch words := title(key); {
	case dialect.AsideOf(words): // "next_steps" are no steps
		return asideWord
	case dialect.ShowsOf(words):
		return exampleWord
	case dialect.MayShow(words): // "shows_as"
		return signalWord
	}
	parts := strings.Split(slug, "-")
	if len(parts) < 2 || len(parts) > 4 {
		return other
	}
	for i, part := range parts {
		if i == 0 && limits[part] || machine[part] {
			return metaWord
		}
	}
	if w := lookUp(parts[len(parts)-1]); w != other {
		return w
	}
	switch w := lookUp(parts[0]); w { // "descrição do nível": other languages put the thing first
	case summaryWord, nameWord, levelWord, metaWord, exampleWord:
		return w
	}
	return other
}

// isCount reports a key that counts what it names, as "levels: 6" does.
func isCount(key string, value *parse.Record) bool {
	slug := dialect.Slug(splitCase(key))
	_, exact := words[slug]
	return !exact && number(value.Value) && strings.HasSuffix(slug, "s")
}

// lookUp finds a word in singular or plural.
func lookUp(slug string) word {
	if w, ok := words[slug]; ok {
		return w
	}
	for _, end := range []struct{ from, to string }{{"ies", "y"}, {"s", ""}, {"es", ""}, {"is", "l"}, {"eis", "el"}, {"oes", "ao"}, {"n", ""}, {"en", ""}, {"e", ""}, {"i", "o"}, {"x", ""}} {
		if one, ok := strings.CutSuffix(slug, end.from); ok && len(one) > 2 {
			if w, ok := words[one+end.to]; ok {
				return w
			}
		}
	}
	return other
}

// splitCase puts a hyphen where a key goes from lower to upper case.
func splitCase(key string) string {
	var b strings.Builder
	lower := false
	for _, r := range key {
		if unicode.IsUpper(r) && lower {
			b.WriteByte('-')
		}
		lower = unicode.IsLower(r)
		b.WriteRune(r)
	}
	return b.String()
}

// title writes a key as the name of what it holds.
func title(key string) string {
	words := strings.FieldsFunc(splitCase(key), func(r rune) bool { return r == '-' || r == '_' || r == ' ' || r == '.' })
	for i, w := range words {
		if i == 0 && w == strings.ToLower(w) && len(w) > 1 {
			r := []rune(w)
			words[i] = string(unicode.ToUpper(r[0])) + string(r[1:])
		} else if i > 0 && w != strings.ToUpper(w) {
			words[i] = strings.ToLower(w)
		}
	}
	return strings.Join(words, " ")
}

// empty reports a scalar that says nothing.
func empty(r *parse.Record) bool {
	return r == nil || r.Kind == parse.Scalar && nothing[strings.ToLower(strings.TrimSpace(r.Value))]
}

var nothing = map[string]bool{"": true, "null": true, "~": true, "none": true, "n/a": true, "-": true, "–": true, "—": true}

// isText reports whether a scalar reads as words of a person: three words or
// more, or as much in a script without spaces, and no address or date.
func isText(s string) bool {
	s = strings.TrimSpace(s)
	if len(s) < 6 || strings.Contains(s, "/") && !strings.Contains(s, " ") && (strings.Contains(s, "://") || strings.Contains(s, ".")) {
		return false
	}
	words, wide := 0, 0
	in := false
	for _, r := range s {
		letter := unicode.IsLetter(r)
		if letter && !in {
			words++
		}
		in = letter || in && (r == '\'' || r == '’' || r == '-' || r == '.' || r == '/' || r == '_' || unicode.IsDigit(r))
		if r >= 0x2E80 && letter {
			wide++
		}
	}
	return words >= 3 || wide >= 6
}

// isCode reports a value that is no word of a sentence: "M1", "A", "12".
func isCode(s string) bool {
	s = strings.TrimSpace(s)
	return len(s) <= 4 && !strings.Contains(s, " ") && strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 }) < 0
}

// isName reports words that all begin with a capital, as names and titles do.
func isName(s string) bool {
	words := strings.Fields(s)
	if len(words) > 6 {
		return false
	}
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); len(w) > 3 && !unicode.IsUpper(r) {
			return false
		}
	}
	return len(words) > 0
}

// isPhrase reports two words at least that are no name: "splices wire".
func isPhrase(s string) bool {
	return isText(s) || strings.Contains(strings.TrimSpace(s), " ") && !isName(s)
}
