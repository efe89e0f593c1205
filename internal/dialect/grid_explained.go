package dialect

import (
	"slices"
	"strconv"
	"strings"

	"rung/internal/pattern"
)

// Explained says why tables of levels on a page are no ladder of their own, or
// "": roles of these levels are told in full elsewhere, and the page is about
// levels and not about a job; or what they tell are the proficiencies of a
// competency, beside roles that have levels of their own.
func (s *Survey) Explained(p *Page, names []string) string {
	if !slices.ContainsFunc(names, func(n string) bool { return !onlyProficiency(n) }) && s.otherRoles(p) {
		return "its levels are those of a competency; the roles stand elsewhere"
	}
	if slices.ContainsFunc(s.roles[p], holdsList) && s.known(p, names, func(q *Page) bool { return q == p }) {
		return "the page tells the same levels under headings"
	}
	if p.Index && (s.known(p, names, func(q *Page) bool { return q != p && !isData(q.Doc) }) || s.inTables(p, names) > 0) { // READMEs beside each other are tracks
		return "the page is an index, and other pages tell these levels in full"
	}
	if (namedForLevels(p) || p.Index) && s.inSkills(p, names) {
		return "the page is about levels, and competencies tell what they ask in full"
	}
	if namedForLevels(p) && (s.known(p, names, func(q *Page) bool { return q != p && s.kinds[q] != prose }) || s.inTables(p, names) > 1) {
		return "the page is about levels, and other pages tell what they ask in full"
	}
	return ""
}

// inSkills reports whether competencies of other pages are told at levels of
// these names.
func (s *Survey) inSkills(p *Page, names []string) bool {
	for _, q := range s.Pages {
		u := s.sets[q]
		if u == nil || q != u.First() || s.sets[p] == u || len(u.pages) < 3 {
			continue
		}
		var own []string
		for _, l := range u.Levels {
			own = append(own, l.Value)
		}
		if sameLevels(own, names) {
			return true
		}
	}
	return false
}

// onlyProficiency reports a name that is made of words of proficiency and says
// nothing of a job or a rung.
func onlyProficiency(name string) bool {
	words := strings.Fields(strings.ToLower(roleWords(name)))
	for _, w := range words {
		if !proficiency[w] {
			return false
		}
	}
	return len(words) > 0
}

// namedForLevels reports whether a page is named for levels and for no job.
func namedForLevels(p *Page) bool {
	name := strings.ToLower(p.name() + " " + unhyphen(p.Stem))
	if RoleTitle(p.Title.Value) {
		return false
	}
	for _, w := range []string{"levels", "level progression", "seniority", "grades", "bands", "níveis", "niveles", "niveaux", "stufen", "senioridade", "уровни"} {
		if strings.Contains(name, w) {
			return true
		}
	}
	return false
}

// otherRoles reports whether pages beside p hold roles.
func (s *Survey) otherRoles(p *Page) bool {
	for _, q := range s.Pages {
		if q != p && (s.kinds[q] == oneRole || s.kinds[q] == manyRoles) {
			return true
		}
	}
	return false
}

// known reports whether at least half of the names are levels or roles of the
// pages.
func (s *Survey) known(p *Page, names []string, of func(*Page) bool) bool {
	have := map[string]bool{}
	for _, q := range s.Pages {
		if !of(q) {
			continue
		}
		switch s.kinds[q] {
		case oneRole:
			addRung(have, q.Title.Value)
			addRung(have, q.Names.Label.Text)
		case manyRoles:
			for _, r := range s.roles[q] {
				addRung(have, r.Title.Value)
			}
		}
	}
	n := 0
	for _, name := range names {
		if k := rungKeyOf(name); k != "" && have[k] {
			n++
		}
	}
	return n >= 2 && n*2 >= len(names)
}

// addRung adds a level by its name, and by its number alone.
func addRung(have map[string]bool, name string) {
	have[rungKeyOf(name)] = true
	if label, _ := SplitLabel(plainTitle(name)); label.Text != "" {
		have[strconv.FormatFloat(label.Number, 'g', -1, 64)] = true
	}
}

func sameLevels(a, b []string) bool {
	same := 0
	for _, x := range a {
		if slices.ContainsFunc(b, func(y string) bool { return rungKeyOf(x) == rungKeyOf(y) }) {
			same++
		}
	}
	return same*4 >= max(len(a), len(b))*3
}

// rungKeyOf is what two names of one level have in common: the label, else all.
func rungKeyOf(name string) string {
	if label, _ := SplitLabel(plainTitle(name)); label.Text != "" {
		return Slug(label.Text)
	}
	return Slug(plainTitle(name))
}

// OneScheme reports whether the labels of all names have the same letters, as
// L1 and L4, and each another number.
func OneScheme(names []string) bool {
	prefix, seen := "", map[float64]bool{}
	for _, n := range names {
		label, _ := SplitLabel(plainTitle(n))
		if label.Text == "" || seen[label.Number] || prefix != "" && label.Prefix != prefix {
			return false
		}
		prefix = label.Prefix
		seen[label.Number] = true
	}
	return true
}

// SameLevel reports whether two names are those of one level: their labels are
// the same, or all of them.
func SameLevel(a, b string) bool { return rungKeyOf(a) == rungKeyOf(b) && rungKeyOf(a) != "" }

var forAllLevels = pattern.New(`(?i)^(all|everyone|everybody|all (levels|roles|employees|staff|engineers|grades)|every (level|role)|any level|baseline|todos( os níveis)?|todos los niveles|alle( stufen| rollen)?|tous( les niveaux)?|все( уровни)?|全員|共通)$`)

// ForAllLevels reports whether a name beside those of levels stands for all of
// them.
func ForAllLevels(name string) bool {
	name = strings.TrimSpace(name)
	return forAllLevels.MatchString(name) || saysForAll(name)
}
