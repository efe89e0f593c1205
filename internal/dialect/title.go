package dialect

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rung/internal/parse"
)

// Slug forms ids: lower case, accents off, letters and digits kept, anything
// else a hyphen.
func Slug(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, r), r == '\'', r == '’', r == '&' && !gap:
		case unicode.IsLetter(r), unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		default:
			gap = true
		}
	}
	return b.String()
}

var shortcode = regexp.MustCompile(`^:[a-z0-9_+-]+:\s*`)

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
	if m := shortcode.FindString(s); m != "" {
		return len(m)
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

// jobNouns are the words that end the name of a job.
var jobNouns = regexp.MustCompile(`(?i)^(engineers?|developers?|programmers?|architects?|designers?|managers?|directors?|leads?|leaders?|analysts?|scientists?|administrators?|admins?|consultants?|specialists?|coordinators?|officers?|heads?|presidents?|vps?|svps?|evps?|cto|ceo|cfo|ciso|cpo|coo|cdo|cio|owners?|testers?|researchers?|writers?|editors?|strategists?|advisors?|advisers?|technicians?|representatives?|associates?|assistants?|executives?|partners?|recruiters?|supervisors?|operators?|master|masters|evangelists?|advocates?|champions?|accountants?|trainers?|coach(es)?|mentors?|producers?|planners?|buyers?|bakers?|agents?|interns?|apprentices?|technologists?|practitioners?|generalists?|fellows?|devs?|sres?|sdes?|sdets?|pms?|chiefs?|counsels?|experts?|librarians?|nurses?|teachers?|auditors?|controllers?|engenheir[oa]s?(\(a\))?|analistas?|arquitet[oa]s?|gerentes?|diretor(a|es)?|desenvolvedor(a|es)?(\(a\))?|ingenier[oa]s?|desarrollador(a|es)?|ing[ée]nieure?s?|d[ée]veloppeu(r|se)s?|entwickler(in)?|ingenieur(in)?|leiter(in)?|berater(in)?|ontwikkelaar|エンジニア|マネージャー)$`)

// ofJob begin names that put the job first: "Director of Product".
var ofJob = regexp.MustCompile(`(?i)^((senior|associate|executive|group|vice|deputy|global) )*(directors?|heads?|vps?|svps?|evps?|vice presidents?|presidents?|chief|manager|lead|engenheir[oa](\(a\))?|analista|arquitet[oa]|gerente|ingenier[oa]|director|chef|responsable)\b( of|,| for| de| du| da| do|:)?`)

// noRole begin titles that are about roles and are none.
var noRole = regexp.MustCompile(`(?i)^(how|what|why|when|where|who|the|a|an|being|becoming|hiring|working|guide|about|interview|our|for|from|to|on|so|if|is|are|do|does|tips|faq|welcome|meet|job family|which)\b`)

var parenthetic = regexp.MustCompile(`\s*[({\[][^)}\]]*[)}\]]\s*$`)

// descriptor begins titles of pages that describe one job.
var descriptor = regexp.MustCompile(`(?i)^(job description|role description|role|position|descrição d[eo] cargo|stellenbeschreibung|cargo|puesto)\s*[:：–-]\s*`)

// RoleTitle reports whether a title names one job: it ends with the word for
// one, or begins with the word for a leader of something.
func RoleTitle(title string) bool {
	title = roleWords(title)
	fields := strings.Fields(strings.ReplaceAll(title, "/", " "))
	if len(fields) == 0 || len(fields) > 8 || noRole.MatchString(title) || strings.ContainsAny(title, "?!") || PersonVoice(title) {
		return false
	}
	last := strings.Trim(fields[len(fields)-1], ",.:;")
	if n := len(fields); n > 1 {
		if _, ok := roman(last); ok || len(last) <= 2 && last[0] >= '0' && last[0] <= '9' {
			last = fields[n-2]
		}
	}
	if plural(last) {
		return false
	}
	return jobNouns.MatchString(last) || ofJob.MatchString(title) && len(fields) > 1 || inTest(title)
}

// roleWords returns a title without pictograph, label, descriptor and remarks.
func roleWords(title string) string {
	title = emojiOff(title)
	title = descriptor.ReplaceAllString(title, "")
	_, title = SplitLabel(title)
	for {
		short := parenthetic.ReplaceAllString(title, "")
		if short == title || short == "" {
			return strings.TrimSpace(title)
		}
		title = short
	}
}

// plural tells "Engineers" from "Engineer": a page about many is no role.
func plural(word string) bool {
	w := strings.ToLower(word)
	return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && w != "sales" && w != "operations"
}

func inTest(title string) bool {
	return regexpInTest.MatchString(title)
}

var regexpInTest = regexp.MustCompile(`(?i)\b(engineer|developer|manager|lead|designer|analyst|architect|representative|specialist)s?( ?[,-] ?| in | for | of )[a-z& ]+$`)

// collective are the words behind the name of a track in the title of its
// page: "Cloud Engineering Roles", "Design career ladder".
var collective = regexp.MustCompile(`(?i)\s*[-–—:]?\s*\b((team|job|career|role)\s+)?(roles?( (and|&) (levels?|responsibilities))?|levels?|ladders?|career (ladders?|paths?|frameworks?|tracks?)|careers?|(progression |competency |skills? )?(frameworks?|matrix)|progression|path|track|tracks)$`)

// trackName returns the name of a track from the title of a page about it;
// told says that the title ends with the word for roles or levels.
func trackName(title string) (name string, told bool) {
	title = emojiOff(title)
	short := strings.TrimSpace(collective.ReplaceAllString(title, ""))
	short = strings.TrimSuffix(short, " Team")
	if short == "" || short == title {
		return title, false
	}
	return short, true
}
