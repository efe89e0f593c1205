package dialect

import (
	"strings"
	"unicode"

	"rung/internal/pattern"
)

// afterJobs are what levels are called in the languages that ladders are written
// in; a number stands behind them or before, and the name of a job may go before
// both. The rest of levelTerms does not follow a job: "First Class 2" is none of
// level 2, nor does anybody climb "Pattern Step 2".
var afterJobs = strings.Fields(`level lvl grade band stufe ebene karrierestufe rang nível nivel nivell grau degrau niveau échelon echelon palier
	livello grado gradino escalón peldaño graó maila
	poziom stopień szczebel úroveň stupeň szint fokozat nivelul treaptă treapta razina nivo stupanj raven stopnja līmenis lygis lygmuo tase
	nivå trappsteg steg trin trinn taso porras stig þrep trede schaal vlak lefel
	уровень грейд ступень разряд рівень ступінь щабель ниво степен επίπεδο βαθμίδα
	seviye kademe basamak tingkat tingkatan jenjang cấp bậc ngazi antas דרגה רמה مستوى المستوى درجة الدرجة स्तर ระดับ
	レベル グレード 等級 等级 级别 레벨 등급`)

var levelTerms = append(strings.Fields("step rung rank class tier stage"), afterJobs...)

// stepNouns are those of them by which manuals count what is done in turn.
var stepNouns = wordSet("step stage phase tier steg trin trinn trappsteg")

var isLevelNoun = wordSet(strings.Join(levelTerms, " "))

// levelWords are those that are told as parts of longer words too, as in
// "Karrierestufen" and "niveaux".
var levelWords = []string{"level", "lvl", "grade", "band", "step", "rung", "rank", "class", "stufe", "ebene", "nível", "nivel", "niveau", "chelon", "livello", "poziom", "nivå", "tier", "stage", "escalón", "grado"}

// levelNoun and numeralWord match what levels are called and counted by. A
// letter counts in capitals alone: "level a" begins a sentence.
var levelNoun = strings.Join(levelTerms, "|")

const numeralWord = `\d{1,2}(?:\.\d|[a-d])?|[ivx]{1,4}|(?-i:[A-H])|one|two|three|four|five|six|seven|eight|nine|ten`

var afterJob = strings.Join(afterJobs, "|")

// countedFirst: "2. taso", "1st Level", "III. fokozat", and nothing but a title
// behind a sign: "2nd level support" is a line of work.
var countedFirst = pattern.New(`(?i)^(\d{1,2}|[ivx]{1,4})(?:\.|º|ª|°|\.º|\.ª|:a|:e|-й|-я|st|nd|rd|th|er|ère|re|e|ème|ste|de)?\s+(` + levelNoun + `)(?:\s*[:：–—|/·•)\]-]+\s*|$)`)

// mayHaveLabel tells most words of a ladder from those that may name a level.
func mayHaveLabel(title string) bool {
	if len(title) > maxTitle {
		return false
	}
	if strings.ContainsAny(title, "0123456789級级급段") {
		return true
	}
	noun, count := false, false
	for _, w := range splitWords(title) {
		if _, ok := numeral(w); ok {
			count = true
		} else {
			noun = noun || isLevelNoun[strings.ToLower(w)]
		}
	}
	return noun && count
}

// splitWords splits words at all that is no letter and no sign on one.
func splitWords(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
}

// namesNoun reports whether one of the words is what levels are called.
func namesNoun(text string) bool {
	for _, w := range splitWords(text) {
		if isLevelNoun[strings.ToLower(w)] {
			return true
		}
	}
	return false
}
