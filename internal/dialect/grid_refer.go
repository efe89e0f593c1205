package dialect

import (
	"strings"

	"rung/internal/pattern"
)

// ditto are signs that repeat what stands beside or above.
var ditto = map[string]bool{"↑": true, "←": true, "⬅": true, "⬆": true, "→": true, "<-": true, "<--": true, "〃": true, "″": true, "\"": true, "''": true, "^": true, "=": true, "同上": true, "ditto": true, "idem": true, "same": true, "dito": true, "same as above": true, "as above": true, "see above": true, "wie oben": true, "siehe oben": true, "same as previous": true, "same as left": true, "see left": true}

// refers matches text that says nothing but that another level says it.
var refers = pattern.New(`(?i)^\(?(same (expectations? |requirements? )?(as|in|like)|see|cf\.?|as( in| for| at| per)?|like( in| for| at)?|identical (to|with)|equal to|equivalent to|inherits? (from)?|no change from|unchanged from|wie( bei| in)?|siehe|gleich wie|igual (a|ao|à|que)|mesmo que|o mesmo que|ver|idem|lo mismo que|comme|voir|identique (à|au)|pareil (que|à)|как( у| в| и)?|см\.?|то же,? что( и)?( у)?)\s+(above|below|before|previous|the )?\s*(.{1,60}?)\.?\)?$`)

// allOf matches text that takes over everything another level says.
var allOf = pattern.New(`(?i)^(everything|all|all that is|all (of the )?(above|expectations|requirements|responsibilities|skills)|meets all|alles|tudo|todo|tout|всё|все)\s*,?\s*(of|in|from|at|for|what|aus|von|wie|do|da|de|des|du|что|из)\s+(.{1,50}?)\s*([,;:+]|\bplus\b|\band\b|\bund\b|\be\b|\bет\b)*\s*(plus|and|und|mais|et)?\s*[:：]?\.?$`)

// refersOnly reports whether a cell or a line says nothing but that it is as
// another one is. Longer text has something of its own to say.
func refersOnly(text string) bool {
	if len(text) > 70 {
		return false
	}
	if ditto[strings.ToLower(strings.Trim(text, " .()"))] {
		return true
	}
	if everythingOf(text) {
		return true
	}
	m := refers.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	return wordCount(text) <= 7 && ReferredLevel(text) != ""
}

// everythingOf reports whether a line takes over all that another level says.
func everythingOf(text string) bool {
	if len(text) > 80 || !mayTakeAll(text) {
		return false
	}
	m := allOf.FindStringSubmatch(text)
	return m != nil && namesLevel(m[len(m)-3])
}

// TakesEverything reports whether a text takes over all that another level
// says and not one area of it.
func TakesEverything(text string) bool { return everythingOf(text) }

func mayTakeAll(text string) bool {
	low := strings.ToLower(text)
	for _, w := range []string{"everything", "all", "alles", "tudo", "todo", "tout", "вс"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// ReferredLevel returns the name of the level that a reference names, as "L2"
// of "Same as L2", or "above" words as they stand; "" where it names nothing
// that may be one.
func ReferredLevel(text string) string {
	name := ""
	if m := refers.FindStringSubmatch(text); m != nil {
		name = m[len(m)-1]
		if strings.TrimSpace(m[len(m)-2]) != "" && m[len(m)-2] != "the " {
			return strings.TrimSpace(m[len(m)-2])
		}
	} else if m := allOf.FindStringSubmatch(text); m != nil {
		name = m[len(m)-3]
	}
	if namesLevel(name) {
		return strings.TrimSpace(name)
	}
	return ""
}

// namesLevel reports whether the end of a reference may name a level: it is
// named like one, or says which.
func namesLevel(name string) bool {
	name = strings.Trim(name, " .,:;()\"")
	if name == "" || wordCount(name) > 6 {
		return false
	}
	if len(name) <= 2 && strings.Trim(name, "0123456789") == "" {
		return true
	}
	switch strings.ToLower(strings.TrimPrefix(strings.ToLower(name), "the ")) {
	case "above", "previous", "previous level", "level below", "level before", "lower level", "lower levels", "previous levels", "prior level", "below", "last level":
		return true
	}
	for _, w := range strings.Fields(strings.ToLower(name)) {
		if saysMore[w] {
			return false
		}
	}
	return LevelName(name) || LevelName(strings.TrimSuffix(name, " level"))
}

// saysMore are words behind which a reference has something of its own to say.
var saysMore = wordSet("but and plus with also while who that which und aber sowie mas e com mais pero y con mais et avec но и")
