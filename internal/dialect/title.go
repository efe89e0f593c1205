package dialect

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rung/internal/parse"
	"rung/internal/pattern"
)

// Slug forms ids: lower case, accents off Latin letters, letters and digits
// kept, anything else a hyphen. In other scripts a mark makes another letter, as
// "は" and "ば" are two: there it stays.
func Slug(s string) string {
	var b strings.Builder
	gap, latin, marked := false, false, false
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, r) && !latin && b.Len() > 0:
			b.WriteRune(r)
			marked = true
		case unicode.Is(unicode.Mn, r), r == '\'', r == '’', r == '&' && !gap:
		case unicode.IsLetter(r), unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			latin = r < 128 || unicode.Is(unicode.Latin, r)
			b.WriteRune(r)
		default:
			gap, latin = true, true
		}
	}
	if marked {
		return norm.NFC.String(b.String())
	}
	return b.String()
}

var shortcode = pattern.New(`^:[a-z0-9_+-]+:\s*`)

// splitEmoji takes a pictograph or ":shortcode:" off the start of a title.
func splitEmoji(t parse.Text) (emoji string, rest parse.Text) {
	n := emojiLen(t.Value)
	if n == 0 || n >= len(t.Value) {
		return "", t
	}
	return strings.TrimSpace(t.Value[:n]), t.Slice(n, len(t.Value))
}

// emojiOff returns s without a pictograph at its start.
func emojiOff(s string) string {
	if n := emojiLen(s); n < len(s) {
		return strings.TrimSpace(s[n:])
	}
	return strings.TrimSpace(s)
}

// emojiLen returns how far pictographs and the space behind them reach.
func emojiLen(s string) int {
	if strings.HasPrefix(s, ":") {
		return len(shortcode.FindString(s))
	}
	end := 0
	for i, r := range s {
		switch {
		case isPictograph(r), end > 0 && (r == ' ' || r == '\u200d' || r >= 0xFE00 && r <= 0xFE0F || r == 0x20E3):
			end = i + len(string(r))
		default:
			return end
		}
	}
	return end
}

func isPictograph(r rune) bool {
	return r >= 0x1F000 && r < 0x20000 || r >= 0x2600 && r <= 0x27BF || r >= 0x2B00 && r <= 0x2BFF || r >= 0x2300 && r <= 0x23FF || r >= 0x1F3FB && r <= 0x1F3FF
}

func wordSet(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// jobNoun reports whether a word is what a job is called, and whether it
// speaks of many: a page about many is no role.
func jobNoun(word string) (is, many bool) {
	w := strings.ToLower(word)
	if jobNouns[w] {
		return true, false
	}
	if endsAsJob(w) {
		return true, false
	}
	one := strings.TrimSuffix(w, "s")
	return jobNouns[one] || strings.HasSuffix(w, "es") && jobNouns[strings.TrimSuffix(w, "es")], true
}

// ofJob begin names that put the job first: "Director of Product".
var ofJob = pattern.New(`(?i)^((senior|associate|executive|group|vice|deputy|global) )*(directors?|heads?|vps?|svps?|evps?|vice presidents?|presidents?|chief|manager|lead|engenheir[oa](\(a\))?|analista|arquitet[oa]|gerente|ingenier[oa]|director|chef|responsable)\b( of|,| for| de| du| da| do|:)?`)

// noRole begin titles that are about roles and are none.
var noRole = pattern.New(`(?i)^([a-z]+ing (a|an|the|for|with|your|our|new|as)|how|what|why|when|where|who|the|a|an|being|becoming|hiring|working|guide|about|interview|our|for|from|to|on|so|if|is|are|do|does|tips|faq|welcome|meet|wanted|job family|which)\b`)

// attribute is what some site generators read at the end of a heading.
var attribute = pattern.New(`\s*\{[#.][^}]*\}\s*$`)

// plainTitle returns the title of a page as people say it: without
// pictograph, attribute and the words that only say what kind of page it is.
func plainTitle(title string) string {
	title = emojiOff(title)
	if strings.HasSuffix(title, "}") {
		title = attribute.ReplaceAllString(title, "")
	}
	if strings.ContainsAny(title, ":：-–") {
		title = descriptor.ReplaceAllString(title, "")
	}
	return title
}

var parenthetic = pattern.New(`\s*[({\[][^)}\]]*[)}\]]\s*$`)

// descriptor begins titles of pages that describe one job.
var descriptor = pattern.New(`(?i)^(job description|role description|role|position|descrição d[eo] cargo|stellenbeschreibung|cargo|puesto)\s*[:：–-]\s*`)

// maxTitle is how long the name of a job may be, in bytes.
const maxTitle = 120

// RoleTitle reports whether a title names one job: it ends with the word for
// one, or begins with the word for a leader of something.
func RoleTitle(title string) bool {
	if len(title) > maxTitle {
		return false
	}
	title = ordinalOff(roleWords(title))
	if _, _, ok := step(title); ok {
		return true
	}
	title = glossOff(title)
	fields := strings.Fields(strings.ReplaceAll(title, "/", " "))
	if len(fields) == 0 || len(fields) > 8 || noRole.MatchString(title) || strings.ContainsAny(title, "?!") || PersonVoice(title) {
		return false
	}
	last := strings.Trim(fields[len(fields)-1], ",.:;")
	if n := len(fields); n > 1 {
		if _, ok := roman(last); ok || len(last) <= 2 && last != "" && last[0] >= '0' && last[0] <= '9' {
			last = fields[n-2]
		}
	}
	is, many := jobNoun(last)
	if is {
		return !many && !(len(fields) == 1 && alsoArea[strings.ToLower(last)])
	}
	if rankWords[strings.ToLower(last)] && len(fields) > 1 { // "Développeur confirmé II"
		if is, many := jobNoun(fields[0]); is && !many {
			return true
		}
	}
	if len(fields) > 1 && determiners[strings.ToLower(fields[1])] {
		return headFirst(fields) // "Lead the build of a boat" asks for it
	}
	return ofJob.MatchString(title) && len(fields) > 1 || ofKind.MatchString(title) && !slices.ContainsFunc(fields, isArticle) || headFirst(fields)
}

// determiners are the words behind a verb that no name of a job has behind its
// first word: "Lead several teams", "Head our guild".
var determiners = wordSet("the a an our your their his her its my this that these those several many multiple two three four all each every any some other others more most")

// isArticle reports the words by which "Support developers in the team" is told
// from "Engineer in Test".
func isArticle(word string) bool {
	switch strings.ToLower(word) {
	case "the", "a", "an", "our", "your", "their":
		return true
	}
	return false
}

// alsoArea are jobs that, alone, are more often what one is good at.
var alsoArea = wordSet("técnica")

// roleWords returns a title without pictograph, label, descriptor and remarks.
func roleWords(title string) string {
	_, title = SplitLabel(plainTitle(title))
	for strings.HasSuffix(title, ")") || strings.HasSuffix(title, "]") || strings.HasSuffix(title, "}") {
		short := parenthetic.ReplaceAllString(title, "")
		if short == title || short == "" {
			break
		}
		title = short
	}
	return strings.TrimSpace(title)
}

// ofKind are jobs named before what they are about: "Engineer in Test".
var ofKind = pattern.New(`(?i)\b(engineer|developer|manager|lead|designer|analyst|architect|representative|specialist)s?( ?[,-] ?| in | for | of )[a-z& ]+$`)

// collective are the words behind the name of a track in the title of its
// page: "Cloud Engineering Roles", "Design career ladder".
var collective = pattern.New(`(?i)\s*[-–—:]?\s*\b((team|job|career|role)\s+)?(roles?( (and|&) (levels?|responsibilities))?|levels?|ladders?|career (ladders?|paths?|frameworks?|tracks?)|careers?|(progression |competency |skills? )?(frameworks?|matrix)|progression|path|pathways?|track|tracks)$`)

// trackName returns the name of a track from the title of a page about it;
// told says that the title ends with the word for roles or levels.
func trackName(title string) (name string, told bool) {
	title = plainTitle(title)
	short := strings.TrimSpace(collective.ReplaceAllString(title, ""))
	short = strings.TrimSuffix(short, " Team")
	if short == "" || short == title {
		return title, false
	}
	return short, true
}
