package dialect

import (
	"strconv"
	"strings"

	"rung/internal/pattern"
)

// Label is a level as an author wrote it.
type Label struct {
	Text   string  // as "L4", "IC2", "Level 3"; "" where there is none
	Prefix string  // letters, upper case
	Number float64 // what it counts
}

var (
	// code: letters and a number at the start, as "L4: Lead" or "D1 - Developer 1".
	codeFirst = pattern.New(`^([A-Z]{1,4})[- ]?(\d{1,2}(?:\.\d|[a-d])?)(?:\s*[:：–—|/·•.)\]-]+\s*|\s+|$)`)
	codeTight = pattern.New(`^([A-Za-z]{1,4})(\d{1,2}(?:\.\d|[a-d])?)(?:\s*[:：–—|/·•.)\]-]+\s*|\s+|$)`)
	// number: "1.2 Senior Editor". One without a point is an order and no label.
	pointFirst = pattern.New(`^(\d{1,2}\.\d)(?:\s*[:：–—|/·•)\]-]+\s*|\s+|$)`)
	// counter: "2級 職人", "III級".
	counterFirst = pattern.New(`^(\d{1,2}|[IVX]{1,4})\s*(級|等級|级|段階|급)(?:\s*[:：–—|/·・)\]-]+\s*|\s+|$)`)
	// code at the end, as "Engineer (L4)" or "Engineer - IC3".
	codeLast = pattern.New(`(?:\s+[-–—|]\s*|[\s,]+|\s*[(\[])([A-Z]{1,4})(\d{1,2}(?:\.\d|[a-d])?)[)\]]?$`)
	// word: "Level 3", "Grade 2: Baker", "Nivel 1".
	wordFirst = pattern.New(`(?i)^(` + levelNoun + `)[ -]?(` + numeralWord + `)(?:\s*[:：–—|/·•.)\]-]+\s*|\s+|$)`)
	wordLast  = pattern.New(`(?i)(?:\s+[-–—|]\s*|[\s,]+|\s*[(\[])(` + afterJob + `)[ -]?(\d{1,2}(?:\.\d|[a-d])?|[ivx]{1,4})[)\]]?$`)
	// apart: "Baker (Stage 2)", "Baker – Tier Three". What only follows a word may belong to it, as "First Class 2".
	wordApart = pattern.New(`(?i)(?:\s+[-–—|]\s*|\s*[,(\[]\s*)(` + levelNoun + `)[ -]?(` + numeralWord + `)[)\]]?$`)
)

// noLevels are letters that stand before numbers and count no levels.
var noLevels = map[string]bool{"Q": true, "H": true, "FY": true, "V": true, "ISO": true, "RFC": true, "ADR": true, "SEV": true, "KR": true, "KPI": true, "OKR": true, "CET": true, "UTF": true, "WEB": true, "ES": true, "GO": true, "PY": true, "EC": true, "UTC": true, "PART": true, "STEP": true, "PHASE": true, "WEEK": true, "DAY": true, "TOP": true, "KW": true, "CW": true, "MAY": true, "JUNE": true, "JULY": true}

// SplitLabel takes the level label off a title. The zero Label says that there
// is none; the title is returned trimmed.
func SplitLabel(title string) (Label, string) {
	if label, ok := stepLabel(strings.TrimSpace(title)); ok {
		return label, ""
	}
	return splitLabel(title)
}

// splitLabel is SplitLabel for titles that are no step.
func splitLabel(title string) (Label, string) {
	title = plainNumerals(strings.TrimSpace(title))
	if !mayHaveLabel(title) {
		return Label{}, title
	}
	for _, re := range []*pattern.Pattern{wordFirst, codeFirst, codeTight} {
		if m := re.FindStringSubmatch(title); m != nil {
			if l, ok := newLabel(strings.TrimRight(m[0], " :：–—|/·•.)]-"), m[1], m[2]); ok {
				return l, strings.TrimLeft(title[len(m[0]):], " :–—·-")
			}
		}
	}
	if m := pointFirst.FindStringSubmatch(title); m != nil {
		n, _ := strconv.ParseFloat(m[1], 64) // digits, a point and a digit
		return Label{Text: m[1], Number: n}, strings.TrimLeft(title[len(m[0]):], " :–—·-")
	}
	if m := countedFirst.FindStringSubmatch(title); m != nil {
		if l, ok := newLabel(strings.TrimRight(m[0], " :：–—|/·•)]-"), m[2], m[1]); ok {
			return l, title[len(m[0]):]
		}
	}
	if m := counterFirst.FindStringSubmatch(title); m != nil {
		if l, ok := newLabel(strings.TrimRight(m[0], " :：–—|/·・)]-"), m[2], m[1]); ok {
			return l, title[len(m[0]):]
		}
	}
	for _, re := range []*pattern.Pattern{wordLast, wordApart, codeLast} {
		if m := re.FindStringSubmatch(title); m != nil && len(m[0]) < len(title) {
			if l, ok := newLabel(strings.Trim(m[0], " ,-–—|()[]"), m[1], m[2]); ok {
				return l, strings.TrimRight(title[:len(title)-len(m[0])], " ,:–—-")
			}
		}
	}
	return Label{}, title
}

// romanLetters are numerals that are one character each.
var romanLetters = strings.NewReplacer("Ⅰ", "I", "Ⅱ", "II", "Ⅲ", "III", "Ⅳ", "IV", "Ⅴ", "V", "Ⅵ", "VI", "Ⅶ", "VII", "Ⅷ", "VIII", "Ⅸ", "IX", "Ⅹ", "X")

// plainNumerals writes numerals that are one character each in letters.
func plainNumerals(title string) string {
	if !strings.Contains(title, "\u2160"[:2]) {
		return title
	}
	return romanLetters.Replace(title)
}

func newLabel(text, prefix, number string) (Label, bool) {
	prefix = strings.ToUpper(prefix)
	if noLevels[prefix] {
		return Label{}, false
	}
	step := 0.0
	if end := len(number) - 1; end > 0 && number[0] <= '9' && number[end] > '9' { // "8a" is a step of 8
		if number[0] == '2' && end == 1 && strings.Contains("BCDGM", prefix) {
			return Label{}, false // "B2b" is a market
		}
		step = float64(number[end]|0x20-'a'+1) / 10
		number = number[:end]
	}
	n, err := strconv.ParseFloat(number, 64)
	if err != nil {
		var ok bool
		if n, ok = numeral(number); !ok {
			return Label{}, false
		}
	}
	n += step
	return Label{Text: text, Prefix: prefix, Number: n}, true
}

// numeral returns the value of a small number that is written in letters, or of
// a letter that stands for one.
func numeral(s string) (float64, bool) {
	if n, ok := roman(s); ok {
		return n, true
	}
	if len(s) == 1 && s[0] >= 'A' && s[0] <= 'H' {
		return float64(s[0]-'A') + 1, true
	}
	for i, word := range []string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"} {
		if strings.EqualFold(s, word) {
			return float64(i + 1), true
		}
	}
	return 0, false
}

// roman returns the value of a small roman numeral.
func roman(s string) (float64, bool) {
	for i, r := range []string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"} {
		if strings.EqualFold(s, r) {
			return float64(i + 1), true
		}
	}
	return 0, false
}

// seniority are the words that rank roles of one family, with their rank.
// Roles without such a word stand at rank 40.
var seniority = []struct {
	word string
	rank int
}{
	{"trainee", 5}, {"stażysta", 6}, {"praktykant", 6}, {"praktikantin", 6}, {"intern", 6}, {"estagiário", 6}, {"becario", 6}, {"stagiaire", 6}, {"praktikant", 6}, {"стажёр", 6}, {"стажер", 6}, {"インターン", 6},
	{"apprentice", 7}, {"aprendiz", 7}, {"apprenti", 7}, {"lehrling", 7}, {"azubi", 7}, {"graduate", 10}, {"entry level", 12}, {"entry-level", 12}, {"entry", 12},
	{"débutant", 12}, {"berufseinsteiger", 12}, {"新人", 12},
	{"mladší", 20}, {"mlađi", 20}, {"молодший", 20}, {"junior", 20}, {"jr", 20}, {"jr.", 20}, {"júnior", 20}, {"młodszy", 20}, {"młodsza", 20}, {"младший", 20}, {"джуниор", 20}, {"ジュニア", 20}, {"初级", 20}, {"初級", 20}, {"주니어", 20},
	{"associate", 25}, {"semi senior", 40}, {"semisenior", 40}, {"semi-senior", 40}, {"ssr", 40}, {"mid-level", 40}, {"mid level", 40}, {"regular", 40}, {"medior", 40}, {"middle", 40}, {"mid", 40},
	{"средний", 40}, {"мидл", 40}, {"ミドル", 40}, {"中级", 40}, {"中級", 40}, {"geselle", 40}, {"journeyman", 40},
	{"intermediate", 42}, {"intermédiaire", 42}, {"pleno", 42}, {"pl", 42}, {"experienced", 45}, {"confirmé", 45}, {"confirmée", 45}, {"erfahrener", 45}, {"erfahrene", 45},
	{"advanced", 48}, {"kıdemli", 60}, {"stariji", 60}, {"starší", 60}, {"senior", 60}, {"sr", 60}, {"sr.", 60}, {"sênior", 60}, {"sénior", 60}, {"starszy", 60}, {"starsza", 60}, {"старший", 60}, {"сеньор", 60}, {"シニア", 60}, {"高级", 60}, {"高級", 60}, {"上級", 60}, {"시니어", 60},
	{"资深", 65}, {"expert", 66}, {"especialista", 66}, {"専門", 66}, {"technical lead", 70}, {"tech lead", 70}, {"team lead", 70}, {"lead", 70}, {"ведущий", 70}, {"リード", 70}, {"líder", 70}, {"vedoucí", 70}, {"ledande", 70}, {"johtava", 70}, {"vezető", 70},
	{"meister", 72}, {"meisterin", 72}, {"staff", 75}, {"スタッフ", 75}, {"principal", 85}, {"główny", 85}, {"главный", 85}, {"プリンシパル", 85}, {"首席", 85}, {"distinguished", 95}, {"fellow", 97},
	{"group", 88}, {"executive", 99}, {"director", 100}, {"head", 105}, {"vp", 110}, {"vice president", 110}, {"chief", 120},
}

const midRank = 40

// Rank ranks a title by its words of seniority and its numeral; words is what
// the author wrote of them, base the title without them.
//
// A step ranks as the level to which it leads.
func Rank(title string) (rank float64, words, base string) {
	if _, to, ok := step(title); ok {
		rank, _, base = rankOf(to)
		return rank, title, base
	}
	return rankOf(title)
}

// rankOf is Rank for titles that are no step.
func rankOf(title string) (rank float64, words, base string) {
	rest := " " + strings.Join(unglued(strings.Fields(strings.ReplaceAll(glossOff(title), ",", " , "))), " ") + " "
	low := strings.ToLower(rest)
	best, sum := 0, 0.0
	var found []string
	for _, s := range seniority {
		i := wordAt(low, s.word)
		if i < 0 && s.word[0] >= 0xE3 { // a script without spaces: the word begins the title
			if strings.HasPrefix(low[1:], s.word) && len(low) > len(s.word)+2 {
				low = " " + s.word + " " + low[1+len(s.word):]
				rest = " " + rest[1:1+len(s.word)] + " " + rest[1+len(s.word):]
				i = 0
			}
		}
		if i < 0 || len(low) != len(rest) { // a letter whose lower case is of another length
			continue
		}
		found = append(found, rest[i+1:i+1+len(s.word)])
		if s.rank <= 97 {
			rest = rest[:i] + rest[i+len(s.word)+1:]
			low = low[:i] + low[i+len(s.word)+1:]
		}
		best = max(best, s.rank)
		sum += float64(s.rank) / 10
	}
	if best == 0 {
		best = midRank
	}
	rank = float64(best) + (sum-float64(best)/10)/10
	base = strings.TrimSpace(rest)
	if i := strings.LastIndexByte(base, ' '); i >= 0 || len(found) > 0 { // "3" alone ranks nothing
		n, ok := roman(base[i+1:])
		if d, err := strconv.Atoi(base[i+1:]); err == nil && d < 20 {
			n, ok = float64(d), true
		}
		if ok {
			found = append(found, base[i+1:])
			rank += n / 10
			base = strings.TrimSpace(base[:max(i, 0)])
		}
	}
	return rank, strings.Join(found, " "), strings.TrimSpace(strings.ReplaceAll(base, " , ", ", "))
}

// wordAt returns where the space before a word is in text, or -1.
func wordAt(text, word string) int {
	for from := 0; ; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			return -1
		}
		i += from
		if end := i + len(word); i > 0 && text[i-1] == ' ' && end < len(text) && text[end] == ' ' {
			return i - 1
		}
		from = i + 1
	}
}

// OnlySeniority reports whether a title is nothing but words of seniority, as
// "Senior" and "Mid-level".
func OnlySeniority(title string) bool {
	_, words, base := Rank(title)
	return words != "" && (base == "" || strings.EqualFold(base, "level"))
}
