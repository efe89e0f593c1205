package resolve

import (
	"slices"
	"strings"
	"unicode"

	"rung/internal/model"
	"rung/internal/pattern"
)

// name is a role as an author names it in passing, as "the L4 Engineering
// Manager definition".
type name struct {
	level  string   // a level's label in lower case, as "l4"; "" where none is named
	number string   // of "level 4", the "4"
	words  []string // what else is said, as stems
}

// levelCode matches a level's label where it is one word.
var levelCode = pattern.New(`^(?:[a-z]{1,4}-?\d{1,2}(?:\.\d)?[a-z]?)$`)

// parseName reads words that name a role. Words that only say what kind of
// thing is named ("role", "definition") are dropped.
func parseName(s string) name {
	var n name
	words := splitWords(s)
	for i := 0; i < len(words); i++ {
		w := words[i]
		switch {
		case levelNouns[w] && i+1 < len(words) && isNumber(words[i+1]):
			n.number = words[i+1]
			i++
		case isNumber(eastLevel.ReplaceAllString(w, "")) && eastLevel.MatchString(w):
			n.number = eastLevel.ReplaceAllString(w, "")
		case levelCode.MatchString(w) && n.level == "" && n.number == "":
			n.level = w
		case !fillers[w]:
			n.words = append(n.words, stem(w))
		}
	}
	return n
}

// levelNouns stand before the number of a level.
var levelNouns = map[string]bool{
	"level": true, "grade": true, "band": true, "tier": true, "step": true, "stufe": true, "ebene": true, "niveau": true, "nivel": true, "nível": true,
	"grado": true, "livello": true, "уровень": true, "уровня": true, "уровне": true, "уровню": true, "уровнем": true, "грейд": true, "грейда": true,
}

// eastLevel matches what is written to the number of a level without a space.
var eastLevel = pattern.New(`レベル|等級|グレード|级|級|레벨|등급`)

// empty reports whether nothing is named.
func (n name) empty() bool { return n.level == "" && n.number == "" && len(n.words) == 0 }

// fillers are words that stand around a role's name and are no part of it.
var fillers = map[string]bool{
	"the": true, "a": true, "an": true, "our": true, "any": true, "of": true, "for": true, "at": true, "in": true,
	"and": true, "role": true, "roles": true, "position": true, "positions": true, "definition": true,
	"definitions": true, "level": true, "levels": true, "page": true, "description": true, "job": true,
	"profile": true, "above": true, "below": true, "md": true,
}

// splitWords returns the words of s in lower case. A hyphen or a dot inside a
// word belongs to it where digits follow, as in "L1.0".
func splitWords(s string) []string {
	runes := []rune(strings.ToLower(s))
	var out []string
	start := -1
	for i, c := range runes {
		inner := unicode.IsLetter(c) || unicode.IsNumber(c) || unicode.IsMark(c) || c == '+' ||
			c == '.' && i > 0 && i+1 < len(runes) && unicode.IsNumber(runes[i-1]) && unicode.IsNumber(runes[i+1])
		switch {
		case inner && start < 0:
			start = i
		case !inner && start >= 0:
			out = append(out, string(runes[start:i]))
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, string(runes[start:]))
	}
	return out
}

// stem makes "Engineers", "engineer" and "Engineering" one.
func stem(w string) string {
	if w[0] >= 0xD0 && w[0] <= 0xD3 {
		return cyrillicStem(w)
	}
	switch {
	case len(w) > 4 && strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case len(w) > 7 && strings.HasSuffix(w, "eering"):
		return strings.TrimSuffix(w, "ing")
	case len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss"):
		return w[:len(w)-1]
	}
	return w
}

// cyrillicStem takes the ending of a case off: the role is "Инженер", and "всё,
// что ожидается от Инженера" names it.
func cyrillicStem(w string) string {
	const shortest = 6 // bytes, three letters
	for _, end := range [...]string{"ого", "его", "ому", "ему", "ыми", "ими", "ым", "им", "ый", "ий", "ой", "ом", "ем", "ам", "ая", "ей", "а", "я", "у", "ю", "е", "ы", "и", "ь", "й"} {
		if s, ok := strings.CutSuffix(w, end); ok && len(s) >= shortest {
			return s
		}
	}
	return w
}

func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789.") == "" }

// fit says how well a role answers to a name; smaller is better, field by
// field.
type fit struct {
	language, exact, status, track, extra int
}

// bestRoles returns the roles that answer to n best: by level and title, an
// exact title before one that says more, the track of the role from (which may
// be nil) before others. More than one means that the name is ambiguous. The
// role from itself is never meant.
func bestRoles(n name, roles []*model.Role, from *model.Role) []*model.Role {
	if n.empty() {
		return nil
	}
	var best fit
	var out []*model.Role
	for _, r := range roles {
		if r == from {
			continue
		}
		f, ok := n.fits(r, from)
		if !ok {
			continue
		}
		switch c := f.compare(best); {
		case len(out) == 0 || c < 0:
			best, out = f, []*model.Role{r}
		case c == 0:
			out = append(out, r)
		}
	}
	return out
}

func (f fit) compare(o fit) int {
	return slices.Compare(
		[]int{f.language, f.exact, f.status, f.track, f.extra},
		[]int{o.language, o.exact, o.status, o.track, o.extra})
}

// fits reports whether r answers to the name, and how well. A name that is
// only a level means a role of the same track.
func (n name) fits(r, from *model.Role) (fit, bool) {
	title := stems(r.Title)
	if !n.fitsLevel(r, title) {
		return fit{}, false
	}
	sameTrack := from != nil && r.Track != "" && r.Track == from.Track
	if len(n.words) == 0 && from != nil && !sameTrack {
		return fit{}, false
	}
	track := stems(strings.ReplaceAll(string(r.Track), "-", " "))
	for _, w := range n.words {
		if !slices.Contains(title, w) && !slices.Contains(track, w) {
			return fit{}, false
		}
	}
	f := fit{exact: 1, track: 1, status: 1}
	for _, w := range title {
		if !slices.Contains(n.words, w) {
			f.extra++
		}
	}
	if f.extra == 0 || len(n.words) == 0 {
		f.exact = 0
	}
	if sameTrack {
		f.track = 0
	}
	if r.Status == model.Active || r.Status == "" {
		f.status = 0
	}
	if from != nil && r.Language != from.Language {
		f.language = 1
	}
	return f, true
}

// fitsLevel reports whether the level that the name gives, if any, is the
// role's. A title may hold what looks like a level ("Developer D1").
func (n name) fitsLevel(r *model.Role, title []string) bool {
	label := ""
	if r.Level != nil {
		label = strings.Join(splitWords(r.Level.Label), "")
	}
	switch {
	case n.level != "":
		return label == n.level || slices.Contains(title, n.level)
	case n.number != "":
		return label != "" && trimLetters(label) == n.number
	}
	return true
}

// trimLetters returns a level's label without the letters around its number.
func trimLetters(label string) string {
	return strings.TrimFunc(label, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsMark(c) })
}

// stems returns the telling words of a title as stems.
func stems(title string) []string {
	var out []string
	for _, w := range splitWords(title) {
		if !fillers[w] {
			out = append(out, stem(w))
		}
	}
	return out
}
