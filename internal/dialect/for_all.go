package dialect

import (
	"slices"
	"strings"

	"rung/internal/pattern"
)

// saysForAll reports whether words say for whom something holds, and that this
// is all: "At every level", "Gilt für alle Rollen", "Values that apply to
// everyone". "Benefits for everyone" asks nothing.
func saysForAll(title string) bool {
	low := strings.ToLower(title)
	return slices.ContainsFunc(allParts, func(part string) bool { return strings.Contains(low, part) }) &&
		(forAll.MatchString(low) || sharedNoun.MatchString(low))
}

// allParts are pieces of which every such title holds one: most titles hold
// none, and looking for them costs less than a pattern.
var allParts = []string{"all", "every", "any ", "each ", "regardless", "jede", "tous", "tout", "chaque", "commun", "tod", "cada", "tutt", "iedere", "elk", "wszys", "każd", "всех", "каждо", "全", "所有", "通用", "すべて", "모든", "공통"}

// forAll matches words for all, after what may lead to them.
var forAll = pattern.New(`^(` + strings.Join([]string{
	`((what (is|we|holds|applies|counts)( all)?( expect(ed)?| ask(ed)?| share[ds]?| common| the same)?|expect(ed|ations?)|common|shared|asked|required|applies|apply|holds?|valid|true|baseline) )?((for|to|of|by|from|across|at|in|with) )?` +
		`(everyone|everybody|all of us|(all|every|each|any) ((our|the|of our|of the) )?` + forAllNoun + `)( (here|(at|in|on|across|within) ((our|the|this|an?) )?[\p{L}’'-]+( [\p{L}’'-]+)?))?`,
	`(what (is|holds|applies) )?(common|shared|applies|apply|asked|expected|for|to|of|from|by) (for |to |of |by |from )?all`,
	`(regardless|independent) of (the )?(level|role|grade|seniority|track|rank|position|title)s?`,
	`what (everyone|everybody|we all|all ` + forAllNoun + `|every ` + forAllNoun + `) (does|do|shares?|brings?|has|have|needs?|owes?)( in common)?`,
	`(was )?((gilt|gemeinsam|gemeinsames|erwartet|erwartungen|gleich) )?(wir )?(für|von|an|in|auf|bei) (alle[nrm]?|jede[rmns]?)( (mitarbeite(r|nden|rinnen)|stufen?|rollen?|ebenen?|level|positionen?|teams?|berufe?|laufbahnen?|beschäftigten|kolleginnen und kollegen))?( gilt| erwarten| gelten| verlangt wird)?|unabhängig von (der )?(stufe|rolle)`,
	`(ce qui (vaut|s['’]applique|compte)|ce que nous attendons|attendue?s?|communs?|communes?|valables?|(socle|tronc) commun) (à|pour|de|par) (tous|toutes|tout le monde|chacun|chaque (niveau|rôle|poste|métier))( et toutes| et à toutes)?( les ` + forAllNoms + `)?|(pour|à) (tous|toutes|tout le monde)( les ` + forAllNoms + `)?|tronc commun|à chaque niveau`,
	`((lo|o) que (esperamos|se espera|vale|pedimos)|común|comunes|comum|comuns|vale) (a|para|de|en|em) (tod[oa]s|cada (nivel|nível|rol|cargo|puesto))( (los|las|os|as) ` + forAllNombres + `)?|(para|a|de|en|em) tod[oa]s( (los|las|os|as) ` + forAllNombres + `)?|en cada nivel|em cada nível`,
	`((valido|valida|validi|comune|comuni|in comune|vale) )?(per|a|da|di) tutt[ie]( (i|le|gli) (livelli|ruoli|persone|dipendenti|profili|posizioni))?|tutt[ie] (i|le|gli) (livelli|ruoli|persone|dipendenti)`,
	`((geldt|gemeenschappelijk|wat (we|wij)) )?(voor|van|op) (iedereen|alle (niveaus?|rollen|medewerkers|functies|teams)|elk niveau|elke (rol|functie))( geldt| verwachten)?`,
	`((gäller|gemensamt|felles|fælles|gælder|gjelder) )?(för |for )?(alla|alle) (nivåer|roller|medarbetare|anställda|niveauer|medarbejdere|ansatte)|(gäller|gemensamt för|gælder for|gjelder for|felles for|fælles for) all[ae]`,
	`((wspólne|oczekiwane|obowiązuje) )?(dla|od|na|u) (wszystkich|każdym|każdego|każdej)( (poziomów|poziomie|poziomu|ról|roli|pracowników|stanowisk|zespołów|ścieżek))?`,
	`((общее|общие|единое|единые) )?(для|от|на|у) (всех|каждо\p{L}+)( (уровней|уровнях|уровне|ролей|сотрудников|должностей|грейдов|грейдах|команд))?`,
	`全(社|社員|員|職種|職位|レベル|等級|グレード|役職|メンバー)(に)?(共通|への期待)?|共通(要件|スキル|期待)|すべての(レベル|等級|社員|職種|役職)(に共通)?|全(员|体员工|职级)(通用|共通)?|所有(级别|人|岗位|职级|员工|員工|職級)|(全职级)?通用(要求|能力)?|모든 (레벨|직급|직원|역할|구성원)( 공통)?|공통( 역량| 기대치?)?`,
}, "|") + `)$`)

// What all may be of, in several languages.
const (
	forAllNoun    = `(roles?|levels?|grades?|ranks?|rungs?|bands?|tracks?|positions?|jobs?|job families|employees?|people|person|staff|teams?|team members?|members?|colleagues?|disciplines?|functions?|engineers?|developers?|designers?|managers?|nurses?|teachers?|crew)`
	forAllNoms    = `(niveaux|métiers|rôles|postes|agents|salariés|collaborateurs|équipes|grades|profils|personnes|échelons)`
	forAllNombres = `(niveles|roles|puestos|personas|equipos|cargos|grados|empleados|níveis|pessoas|papéis|times|equipes|colaboradores|funções|funcionários)`
)

// sharedNoun matches what is asked or valued with words that say for whom:
// "Values that apply to everyone", "Socle commun à tous les métiers".
var sharedNoun = pattern.New(`^((our|the|nos|les|unsere|die|nossos|nossas|nuestros|nuestras|i|le|nasze|onze|våra|наши) )?(\p{L}+ )?(` + strings.Join([]string{
	`values?|expectations?|competenc(?:y|ies|es)|skills|behaviou?rs|principles|qualities|standards|requirements|responsibilities|baseline|basics|foundations?|what we (?:all )?(?:expect|share|value)`,
	`werte|erwartungen|kompetenzen|fähigkeiten|grundlagen|grundsätze|anforderungen|basis`,
	`socle|valeurs|attentes|compétences|principes|exigences|base|tronc`,
	`valores|expectativas|competências|competencias|princípios|principios|comportamentos|comportamientos|requisitos|bases?`,
	`valori|aspettative|competenze|principi|wartości|oczekiwania|kompetencje|zasady|podstawy|waarden|verwachtingen|competenties|värderingar|förväntningar|kompetenser`,
	`ценности|ожидания|компетенции|принципы|требования|база`,
}, "|") + `)( \p{L}+)?( (that|which|we) (apply|applies|hold|holds|count|share|expect|ask|have))? (` + strings.Join([]string{
	`(to|for|of|from|by|in|at|across) (everyone|everybody|all( of us| ((our|the) )?` + forAllNoun + `)?|every ` + forAllNoun + `)`,
	`(für|von) alle[nr]?( \p{L}+)?|(à|pour|de) (tous|toutes|tout le monde)( les \p{L}+)?|(para|a|de) tod[oa]s( [oa]s \p{L}+| l[oa]s \p{L}+)?`,
	`(per|a|di) tutt[ie]( \p{L}+)?|dla wszystkich( \p{L}+)?|(voor|van) (iedereen|alle \p{L}+)|för alla( \p{L}+)?|для всех( \p{L}+)?`,
}, "|") + `)$`)
