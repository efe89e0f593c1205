package dialect

import (
	"path"
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
	"rung/internal/pattern"
)

// statusOf reads whether a role is in force: from front matter, the names of
// file and folders, its heading, and the first words below it. A word that may
// be a part of a job's name ("Legacy Systems Engineer", "Proposal Manager")
// counts only where it stands apart.
func statusOf(p *Page, sec *Section) model.Status {
	for _, told := range [...]model.Status{
		frontStatus(p.Doc.Front), pathStatus(p.Path), headingStatus(p, sec), wordsStatus(p, sec.Body), wordsStatus(p, p.Outline.Body), wordsBefore(p, sec),
	} {
		if told != "" {
			return told
		}
	}
	return model.Active
}

// The words of front matter.
var (
	endedValue   = pattern.New(`(?i)^(deprecated|obsolete|archived?|retired|superseded|legacy|inactive|withdrawn|sunset)$`)
	draftedValue = pattern.New(`(?i)^(drafts?|drafted|wip|work[ -]in[ -]progress|propos(al|ed)|in[ -]review|under[ -]review|rfc)$`)
)

// frontStatus reads "status: draft", "draft: true" and the like; "" where the
// front matter says nothing.
func frontStatus(front *parse.Record) model.Status {
	if front == nil {
		return ""
	}
	for _, f := range front.Fields {
		if f.Value == nil || f.Value.Kind != parse.Scalar {
			continue
		}
		key, value := strings.ToLower(f.Key), strings.TrimSpace(f.Value.Value)
		yes := strings.EqualFold(value, "true") || strings.EqualFold(value, "yes")
		switch key {
		case "status", "state", "lifecycle", "stage":
			if s := valueStatus(value); s != "" {
				return s
			}
		case "deprecated", "archived", "obsolete", "retired", "superseded":
			if yes {
				return model.Deprecated
			}
		case "superseded_by", "superseded-by", "supersededby", "replaced_by", "replaced-by", "replacedby":
			if value != "" && !strings.EqualFold(value, "null") && value != "~" {
				return model.Deprecated
			}
		case "draft", "wip":
			if yes {
				return model.Draft
			}
		case "published":
			if strings.EqualFold(value, "false") {
				return model.Draft
			}
		}
	}
	return ""
}

func valueStatus(value string) model.Status {
	switch {
	case endedValue.MatchString(value):
		return model.Deprecated
	case draftedValue.MatchString(value):
		return model.Draft
	}
	return ""
}

// The words of names of folders and files.
var (
	endedFolder   = pattern.New(`(?i)^[_.]?(deprecated|archived?s?|obsolete|old|legacy|retired|superseded|attic|graveyard|veraltet|archiv|obsoleto|obsoletos|arquivo|archivo)$`)
	draftedFolder = pattern.New(`(?i)^[_.]?(drafts?|wip|proposals?|work[-_ ]in[-_ ]progress|entw[uü]rfe?|borradores|rascunhos|brouillons)$`)
	endedStem     = pattern.New(`(?i)^(deprecated|obsolete|archived|superseded|retired|old)\b.|.\b(deprecated|obsolete|archived|superseded|retired|old|legacy)$|^(deprecated|obsolete)$`)
	draftedStem   = pattern.New(`(?i)^(drafts?|wip)\b.|.\b(drafts?|wip|proposal)$`)
)

func pathStatus(file string) model.Status {
	dir, _ := path.Split(file)
	found := model.Status("")
	for _, part := range strings.Split(strings.Trim(dir, "/"), "/") {
		switch {
		case endedFolder.MatchString(part):
			return model.Deprecated
		case draftedFolder.MatchString(part):
			found = model.Draft
		}
	}
	if found != "" {
		return found
	}
	stem := strings.NewReplacer(".", " ", "(", " ", ")", " ", "[", " ", "]", " ").Replace(unhyphen(stemOf(file)))
	stem = strings.TrimSpace(stem)
	switch {
	case endedStem.MatchString(stem):
		return model.Deprecated
	case draftedStem.MatchString(stem):
		return model.Draft
	}
	return ""
}

// The words of headings.
const (
	endedWord = `deprecated|obsolete|archived|retired|superseded|legacy|no longer (in use|used)|veraltet|nicht mehr (in gebrauch|gültig)|obsolet[oae]|obsolète|en desuso|descontinuad[oa]|устарел[ао]?|廃止|非推奨`
	draftWord = `draft|wip|work in progress|proposal|proposed|entwurf|borrador|rascunho|brouillon|черновик|下書き|草案|ドラフト`
)

var (
	endedHeading   = pattern.New(`(?i)[(\[（【]\s*(` + endedWord + `)[^)\]）】]*[)\]）】]|\s[-–—:|]\s+(` + endedWord + `)\s*$|^[^\p{L}]*(deprecated|obsolete|archived|superseded|retired|veraltet)\b\s*[:\-–—\])]`)
	draftedHeading = pattern.New(`(?i)[(\[（【]\s*(` + draftWord + `)[^)\]）】]*[)\]）】]|\s[-–—:|]\s+(` + draftWord + `)\s*$|^[^\p{L}]*(` + draftWord + `)\s*[:\-–—\])]`)
)

// headingStatus reads a heading, also one that is struck through as a whole.
func headingStatus(p *Page, sec *Section) model.Status {
	if sec.Head == nil {
		return ""
	}
	title := sec.Title.Value
	switch {
	case endedHeading.MatchString(title), struck(p, sec):
		return model.Deprecated
	case draftedHeading.MatchString(title):
		return model.Draft
	}
	return ""
}

// struck reports a heading whose words are struck through, as "~~L3: Engineer~~".
func struck(p *Page, sec *Section) bool {
	line := p.Doc.File.Text(sec.At(p.Doc))
	if !strings.Contains(line, "~~") {
		return false
	}
	_, rest, _ := strings.Cut(line, "~~")
	inside, after, closed := strings.Cut(rest, "~~")
	return closed && len(inside) > len(strings.Trim(after, " #\r\n"))
}

// The words of a first paragraph.
var (
	endedWords = pattern.New(`(?i)` + strings.Join([]string{
		`\b(this|the)\s+(\p{L}+\s+){0,3}?(role|level|page|position|ladder|document|track|file|title|definition|description|job)s?\s+(is|are|has\s+been|have\s+been|was|were)\s+(now\s+|being\s+)?(deprecated|obsolete|archived|retired|superseded|replaced|discontinued|withdrawn|no\s+longer)\b`,
		`^[^\p{L}]*(deprecated|obsolete|archived|superseded|retired|replaced)\b\s*([:.!–—\-\[\]]|in\s+favou?r|by\b|since\b|as\s+of\b|\(|$|,)`,
		`^[^\p{L}]*((we|you)\s+)?(do\s+not|don['’]t|no\s+longer)\s+(use|hire|offer|promote)\b`,
		`^[^\p{L}]*(it|this)\s+is\s+(now\s+)?(deprecated|obsolete)\b|\bno\s+longer\s+(in\s+use|used|maintained|offered|valid|applies|in\s+force)\b|\bsuperseded\s+by\b|\bhas\s+been\s+replaced\s+(by|with)\b`,
		`\bveraltet\b|\bnicht\s+mehr\s+(in\s+gebrauch|gültig|verwendet|genutzt|vergeben|besetzt)|\b(wurde|ist)\s+(\p{L}+\s+){0,3}?(ersetzt|abgelöst)\b`,
		`\b(está|esta|es)\s+obsolet[oa]|\ben\s+desuso\b|\bya\s+no\s+se\s+(usa|utiliza|aplica)|\b(reemplazad|sustituid)[oa]\s+por\b`,
		`\bdescontinuad[oa]\b|\b(está|é)\s+obsolet[oa]|\bnão\s+é\s+mais\s+(usad|utilizad)[oa]|\bsubstituíd[oa]\s+(por|pel[oa])\b`,
		`\bobsolète|\bn['’]est\s+plus\s+(utilisé|en\s+vigueur|valable)|\bremplacée?\s+par\b`,
		`廃止|非推奨|使用されていません|使われていません|に置き換え`,
		`устарел|больше\s+не\s+(используется|применяется|действует)|замен[её]н[ао]?\s+(на|ролью)`,
	}, `|`))
	draftedWords = pattern.New(`(?i)` + strings.Join([]string{
		`^[^\p{L}]*(status\s*:\s*)?(` + draftWord + `)\s*([:.!–—\-\[\]()]|$|,|\s+(version|role|page|document|ladder)\b)`,
		`\b(this|the)\s+(\p{L}+\s+){0,3}?(role|level|page|position|ladder|document|track|file|title|definition|description|job)s?\s+(is|are)\s+(still\s+|currently\s+)?(a\s+|an\s+|in\s+|under\s+)?(early\s+)?(draft|work\s+in\s+progress|wip|proposal|being\s+(written|drafted|worked)|construction|in\s+progress)\b`,
		`\b(diese|die)\s+(rolle|stufe|seite)\s+ist\s+(noch\s+)?(ein\s+|im\s+)?entwurf|\bist\s+(noch\s+)?in\s+arbeit\b|\beste\s+(rol|nivel|puesto)\s+es\s+un\s+borrador|\best[ea]\s+(cargo|nível|página)\s+é\s+um\s+rascunho|\bce\s+(rôle|niveau|document)\s+est\s+(encore\s+)?(un\s+brouillon|en\s+cours)|作成中|工事中`,
	}, `|`))
)

// hints are the pieces of which every such notice holds one, in lower case:
// most paragraphs hold none, and looking for them costs a tenth of the patterns.
var hints = []string{
	"deprec", "obsol", "archived", "retired", "supers", "replac", "no longer", "not use", "not hire", "not offer", "not promote", "t use", "t hire", "t offer", "t promote", "draft", "wip", "progress", "propos",
	"discontin", "withdraw", "construction", "being w", "being d", "veraltet", "nicht mehr", "ersetzt", "abgelöst", "entwurf", "arbeit", "desuso", "ya no", "reemplazad", "sustituid", "substitu", "descontin", "é mais",
	"borrador", "rascunho", "brouillon", "remplac", "est plus", "en cours", "廃止", "非推奨", "使用され", "使われ", "置き換え", "下書き", "草案", "ドラフト", "作成中", "工事中", "устарел", "больше", "замен", "черновик",
}

func hinted(text string) bool {
	low := strings.ToLower(text)
	for _, h := range hints {
		if strings.Contains(low, h) {
			return true
		}
	}
	return false
}

// maxNotice is the length of a paragraph that may say of a role that it is not
// in force: longer ones tell a story.
const maxNotice = 400

// wordsStatus reads the first blocks below a heading: a paragraph, a callout
// or a badge.
func wordsStatus(p *Page, blocks []*parse.Block) model.Status {
	const notices = 2
	for i, b := range blocks {
		if i == notices || b.Kind == parse.List || b.Kind == parse.Table {
			return ""
		}
		if told := blockStatus(p, b); told != "" {
			return told
		}
	}
	return ""
}

func blockStatus(p *Page, b *parse.Block) model.Status {
	text := flat(b).Value
	if len(text) > maxNotice {
		return ""
	}
	if hinted(text) {
		text = strings.TrimSpace(calloutMark.ReplaceAllString(text, ""))
		switch {
		case endedWords.MatchString(text):
			return model.Deprecated
		case draftedWords.MatchString(text):
			return model.Draft
		}
	}
	return badgeStatus(p, b)
}

// calloutMark matches what begins a callout in the ways of sites and hosts.
var calloutMark = pattern.New(`^\s*(\[!\w+\]|:::\s*\w*|!!!\s*\w+)|(?i)^\s*(⚠️?|🚧|note|warning|caution|important|achtung|hinweis|atención|atenção|attention)\s*[:!]?\s+`)

var badge = pattern.New(`(?i)badge[^\s)"]*[-/_=](deprecated|obsolete|archived|retired|draft|wip)\b`)

// badgeStatus reads the address of a badge, as "img.shields.io/badge/status-draft-yellow".
func badgeStatus(p *Page, b *parse.Block) model.Status {
	if b.Kind != parse.Paragraph {
		return ""
	}
	source := p.Doc.File.Text(p.Doc.At(b))
	if len(source) > 2*maxNotice || !strings.Contains(source, "badge") {
		return ""
	}
	if m := badge.FindStringSubmatch(source); m != nil {
		return valueStatus(m[1])
	}
	return ""
}

// wordsBefore reads what stands between a page's title and a role that is a
// section of it, as where a whole track is a draft.
func wordsBefore(p *Page, sec *Section) model.Status {
	if sec == p.Outline || len(p.Outline.Subs) == 0 {
		return ""
	}
	return headingStatus(p, p.Outline)
}
