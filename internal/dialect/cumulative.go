package dialect

import (
	"path"
	"slices"
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
	"rung/internal/pattern"
	"rung/internal/settings"
	"rung/internal/source"
)

// The readings of levels of which a page says that they are cumulative.
const (
	cumulativeLevels = "cumulative-levels"
	levelsAlone      = "levels-stand-alone"
)

// saying is a sentence that says that levels are cumulative.
type saying struct {
	page  *Page
	words string
	at    source.Span
}

// sayings are what pages say about their levels: a page that holds roles for
// its own, any other for its folder and below.
type sayings struct {
	byPage   map[*Page]saying
	byFolder map[string]saying
}

// cumulations looks for them, once, on the pages that could speak for one of
// the drafts.
func (s *Survey) cumulations(drafts []*Draft) sayings {
	out := sayings{map[*Page]saying{}, map[string]saying{}}
	if s.Settings != nil && s.Settings.Cumulative != settings.Unsaid {
		return out
	}
	holds, above := map[*Page]bool{}, map[string]bool{}
	for _, d := range drafts {
		holds[d.Page] = true
		for dir := d.Page.Dir; !above[dir]; dir = path.Dir(dir) {
			above[dir] = true
		}
	}
	for _, p := range s.Pages {
		if isData(p.Doc) || !above[p.Dir] || s.kinds[p] == oneRole || s.kinds[p] == foundation || s.transposed[p] && !p.Index {
			continue
		}
		said, ok := s.cumulates(p)
		if !ok {
			continue
		}
		if holds[p] && !p.Index {
			out.byPage[p] = said
		} else if _, earlier := out.byFolder[p.Dir]; !earlier || p.Index {
			out.byFolder[p.Dir] = said
		}
	}
	return out
}

// about returns what is said about the levels of a draft: by its own page, or
// by the nearest folder.
func (f sayings) about(d *Draft) (saying, bool) {
	if said, ok := f.byPage[d.Page]; ok {
		return said, true
	}
	for dir := d.Page.Dir; ; dir = path.Dir(dir) {
		if said, ok := f.byFolder[dir]; ok {
			return said, true
		}
		if dir == "." || dir == "/" {
			return saying{}, false
		}
	}
}

// cumulates returns the sentence of a page that says that levels are
// cumulative. What stands in a role is said of that role.
func (s *Survey) cumulates(p *Page) (said saying, ok bool) {
	isRole := map[*Section]bool{}
	for _, r := range s.roles[p] {
		isRole[r] = true
	}
	var visit func(sec *Section)
	var block func(b *parse.Block)
	block = func(b *parse.Block) {
		if ok || b.Kind == parse.Code || b.Kind == parse.Table {
			return
		}
		if words := cumulativeSentence(b.Text.Value); words != "" {
			at := strings.Index(b.Text.Value, words)
			t := b.Text.Slice(at, at+len(words))
			said, ok = saying{page: p, words: words, at: p.Doc.Span(t.Start, t.End)}, true
			return
		}
		for _, c := range b.Children {
			block(c)
		}
	}
	visit = func(sec *Section) {
		for _, b := range sec.Body {
			block(b)
		}
		for _, sub := range sec.Subs {
			if !isRole[sub] {
				visit(sub)
			}
		}
	}
	visit(p.Outline)
	return said, ok
}

// cumulate lets each role of a track take over the one below it, where a page
// that speaks for it says that levels are cumulative, or rung.yaml does. Roles
// in other languages, roles without a level and those not in force stand alone;
// of several roles at the level below, as where a track forks, none is taken:
// which is meant, nobody says.
func (s *Survey) cumulate(l *ladder, said sayings) {
	always := s.Settings != nil && s.Settings.Cumulative == settings.Yes
	for i, d := range l.drafts {
		below := roleBelow(l.drafts[:i], d)
		if below == nil {
			continue
		}
		if always {
			d.takeOver(below, below.Role.Title, d.Role.At)
		} else if from, ok := said.about(d); ok && s.heard(from) {
			d.takeOver(below, from.words, from.at)
		}
	}
}

// heard decides whether a saying is taken at its word, once for each page.
func (s *Survey) heard(from saying) bool {
	stands, ok := s.cumulative[from.page]
	if !ok {
		stands = s.Choose(from.page.Path, cumulativeLevels, levelsAlone, "it says so: "+clip(from.words))
		s.cumulative[from.page] = stands
	}
	return stands
}

// takeOver notes that d takes over another role, where it does not yet.
func (d *Draft) takeOver(other *Draft, words string, at source.Span) {
	if d == other || slices.ContainsFunc(d.extends, func(e draftEdge) bool { return e.to == other }) {
		return
	}
	d.extends = append(d.extends, draftEdge{to: other, Extension: model.Extension{Target: words, At: at}})
}

// roleBelow returns the role at the nearest lower level among those before d,
// or nil.
func roleBelow(before []*Draft, d *Draft) *Draft {
	if d.Role.Level == nil || d.Role.Status == model.Deprecated {
		return nil
	}
	var found *Draft
	several := false
	for _, b := range before {
		r := b.Role
		if r.Level == nil || r.Level.Order >= d.Role.Level.Order || r.Language != d.Role.Language || r.Status == model.Deprecated {
			continue
		}
		several = found != nil && found.Role.Level.Order == r.Level.Order
		found = b
	}
	if several {
		return nil
	}
	return found
}

// cumulativeSentence returns the sentence of text that says that each level
// asks for what those below it ask, or "".
func cumulativeSentence(text string) string {
	if len(text) < 12 || !cumulative.MatchString(text) {
		return ""
	}
	for _, sentence := range sentences(text) {
		if cumulative.MatchString(sentence) && !denied.MatchString(sentence) {
			return strings.TrimSpace(sentence)
		}
	}
	return ""
}

// sentences cuts text behind full stops, in either script, and line ends.
func sentences(text string) []string {
	var out []string
	start := 0
	for i, c := range text {
		end := i + len(string(c))
		if c == '\n' || c == '。' || (c == '.' || c == '!' || c == ';') && (end == len(text) || text[end] == ' ' || text[end] == '\n') {
			out = append(out, text[start:end])
			start = end
		}
	}
	return append(out, text[start:])
}

// denied matches sentences that say the opposite.
var denied = pattern.New(`(?i)\b(not|n['’]t|never|no longer|nicht|kein\p{L}*|no son|não|nao|ne sont pas)\b|не (явля|накоп|кумул|включ)|ではな|しません|ません`)

// cumulative matches what READMEs say, in the languages that ladders are
// written in.
var cumulative = pattern.New(`(?i)` + strings.Join([]string{
	// English
	`\b(levels?|expectations?|responsibilities|requirements?|competenc(y|ies)|skills|criteria|grades?|rungs?|ladders?|roles?|statements?|bands?|steps?|behaviou?rs)\b[^.:;]{0,60}\b(is|are)\s+(\p{L}+\s+)?(cumulative|additive)\b`,
	`\bcumulative\s+(levels?|expectations?|ladders?|grades?|responsibilities)\b`,
	`\b(each|every|higher|later|any)\s+(\p{L}+\s+)?(levels?|grades?|rungs?|steps?|bands?|stages?|roles?|tiers?)\b[^.;]{0,40}\b(includes?|incorporates?|encompass(es)?|inherits?|contains?|assumes?|subsumes?|extends?|covers?|adds? to|builds? (up)?on)\b[^.;]{0,60}\b((levels?|ones?|roles?|grades?|rungs?|steps?|bands?|tiers?|stages?|those|everything|all)\s+(\p{L}+\s+)?(before|below|beneath|underneath)|(previous|prior|preceding|lower|earlier|last)\s+(\p{L}+\s+)?(levels?|ones?|roles?|grades?|rungs?|steps?|bands?|tiers?|stages?))\b`,
	`\b(levels|grades|rungs|steps|bands|stages|roles|tiers|expectations)\b[^.;]{0,30}\bbuild(s|ing)?\s+(up)?on\s+(each\s+other|one\s+another|(the\s+)?(one|ones|level|levels|previous|those|expectations)\b[^.;]{0,30}(before|below|previous|prior|preceding|lower|earlier|beneath|level|one)\b)`,
	`\b(everything|all|expectations|requirements)\s+(of|from|in|at|that\s+applies\s+at)\s+(the\s+|all\s+)*(lower|previous|earlier|preceding)\s+(levels?|grades?|rungs?|bands?)\s+(also\s+|still\s+)*(appl(y|ies)|holds?|counts?|remains?)\b`,
	// German
	`(stufen?|ebenen?|levels?|erwartungen|anforderungen|niveaus?)[^.;]{0,50}(sind|ist|gelten)\s+(\p{L}+\s+)?(kumulativ|aufbauend|additiv)`,
	`(stufen|ebenen|levels|niveaus|erwartungen)[^.;]{0,20}\bbauen\s+(jeweils\s+)?(aufeinander|auf\s+(der|den|dem)\s+(vor|jeweils|darunter|unter)\p{L}*)`,
	`\bjede[rs]?\s+(\p{L}+\s+)?(stufe|ebene|level|niveau)\b[^.;]{0,30}(umfasst|beinhaltet|enthält|schlie(ß|ss)t|setzt|baut)[^.;]{0,60}(darunter|vorig|vorherig|vorangehend|vorhergehend|unteren\s|untere\s|niedriger|davor)`,
	// Spanish and Portuguese
	`(niveles|expectativas|responsabilidades|níveis|niveis|competências|competencias)[^.;]{0,40}\b(son|são|sao)\s+(acumulativ|cumulativ|acumulable|aditiv)\p{L}*`,
	`\bcada\s+(nivel|nível|puesto|cargo)\b[^.;]{0,30}(incluye|abarca|contiene|asume|suma|construye|inclui|engloba|abrange|soma|pressupõe|contém|constrói|herda|hereda)[^.;]{0,60}(anterior|inferior|previo|níveis\s+abaixo|niveles\s+de\s+abajo)`,
	// French
	`(niveaux|attentes|responsabilités|compétences)[^.;]{0,40}\bsont\s+cumulati(f|ve)s`,
	`\bchaque\s+(niveau|rôle|échelon)\b[^.;]{0,30}(inclut|comprend|englobe|reprend|contient|s['’]appuie|suppose|s['’]ajoute)[^.;]{0,60}(précédent|inférieur|antérieur|niveaux?\s+(au-|en\s+)dessous)`,
	// Japanese
	`(レベル|等級|グレード|期待(値|事項)?|要件)[^。]{0,20}(累積|積み上げ|積み重ね)`,
	`各(レベル|等級|グレード|段階)[^。]{0,20}(下位|前の|一つ下|ひとつ下|それ以下|より下)[^。]{0,30}(含|加え|前提|満た)`,
	// Russian
	`(уровн|грейд|требовани|ожидани)\p{L}*[^.;]{0,40}(кумулятивн|накопительн|суммиру|накаплива)`,
	`кажд\p{L}+\s+(следующ\p{L}+\s+)?(уров|грейд)\p{L}*[^.;]{0,30}(включает|вбирает|содержит|предполагает|строится)[^.;]{0,60}(предыдущ|нижестоящ|уровн\p{L}+\s+ниже|нижних)`,
}, `|`))
