package dialect

import (
	"slices"
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
)

// levelPart is what a section says of one level, where the levels stand within
// it: as headings, bullets, lines, or folded away.
type levelPart struct {
	name parse.Text     // of the level
	also []string       // what else it is called
	text parse.Text     // what stands behind it on its own line, or the zero Text
	body []*parse.Block // what stands under it
	subs []*Section
}

// levelParts returns the levels that a section is divided into, and what it
// says beside them; nil where it is divided into something else.
func levelParts(sec *Section) (parts []levelPart, beside []*parse.Block) {
	if parts := levelHeadings(sec); parts != nil {
		return parts, sec.Body
	}
	return levelBlocks(sec.Body, sec.axis)
}

// levelHeadings reads levels that are headings. Other headings before and
// behind them must be fewer; one among them is a level too, in words that are
// not known.
func levelHeadings(sec *Section) []levelPart {
	first, last, asides := -1, -1, 0
	var named []levelPart
	for i, sub := range sec.Subs {
		if facetOf(sub.Title.Value) != noFacet {
			asides++ // "Warning signs" behind the levels
			continue
		}
		if sub.level || levelTitle(sub.Title.Value) || countsOn(sub.Title.Value) {
			named = append(named, headedPart(sub))
			if last = i; first < 0 {
				first = i
			}
		}
	}
	if len(named) == 0 || len(named)*2 <= len(sec.Subs)-asides || !onAxis(sec) && !areLevels(named) {
		return nil
	}
	var parts []levelPart
	for _, sub := range sec.Subs[first : last+1] {
		if facetOf(sub.Title.Value) != noFacet {
			continue
		}
		if sub.level || levelTitle(sub.Title.Value) || len(strings.Fields(sub.Title.Value)) <= 2 && hasContent(sub) && exampleLead(sub.Title.Value) == leadNone {
			parts = append(parts, headedPart(sub))
		}
	}
	return parts
}

// onAxis reports whether sections were found to be levels by what recurs on
// other pages.
func onAxis(sec *Section) bool {
	return slices.ContainsFunc(sec.Subs, func(sub *Section) bool { return sub.level })
}

// markAxes marks the headings that recur, in one order, on most pages of a
// folder, where some of them are levels in words that are known: the others are
// levels as well, as "Profesional" is between "Aprendiz" and "Sénior".
func (s *Survey) markAxes() {
	s.markSpelt()
	dirs := make([]string, 0, len(s.inDir))
	for dir := range s.inDir {
		dirs = append(dirs, dir)
	}
	slices.Sort(dirs)
	for _, dir := range dirs {
		var pages []*Page
		for _, p := range s.inDir[dir] {
			if !p.Index && !isData(p.Doc) && len(p.Outline.Subs) > 1 {
				pages = append(pages, p)
			}
		}
		markLists(s.inDir[dir])
		if axis := recurringAxis(pages); axis != nil {
			for _, p := range pages {
				for _, sub := range p.Outline.Subs {
					sub.level = sub.level || axis[Slug(sub.Title.Value)]
				}
			}
		}
	}
}

// markLists marks pages of a folder whose bullets begin with the same names of
// levels, three pages at least: they are levels though they are several jobs'.
func markLists(pages []*Page) {
	const least = 3
	count := map[string]int{}
	leads := map[*Page][]string{}
	for _, p := range pages {
		if p.Index || len(p.Outline.Subs) > 0 || !hasList(p.Outline.Body) {
			continue
		}
		for _, b := range p.Outline.Body {
			for _, part := range partsIn(b) {
				leads[p] = append(leads[p], axisKey(part.name.Value))
			}
		}
		for _, name := range leads[p] {
			count[name]++
		}
	}
	for p, names := range leads {
		shared := 0
		for _, name := range names {
			if count[name] >= least {
				shared++
			}
		}
		p.Outline.axis = shared > 1 && shared*4 >= len(names)*3
	}
}

// recurringAxis returns the headings that three pages or more share and that
// are levels, or nil.
func recurringAxis(pages []*Page) map[string]bool {
	const least = 3
	if len(pages) < least {
		return nil
	}
	count := map[string]int{}
	for _, p := range pages {
		for _, sub := range p.Outline.Subs {
			if facetOf(sub.Title.Value) == noFacet && len(sub.Subs) == 0 && hasContent(sub) {
				count[Slug(sub.Title.Value)]++
			}
		}
	}
	axis := map[string]bool{}
	known := 0
	for _, sub := range pages[0].Outline.Subs {
		key := Slug(sub.Title.Value)
		if key == "" || axis[key] || count[key]*3 < len(pages)*2 {
			continue
		}
		axis[key] = true
		if levelTitle(sub.Title.Value) {
			known++
		}
	}
	if known < 2 || known*5 < len(axis)*2 || known == len(axis) {
		return nil
	}
	return axis
}

func headedPart(sub *Section) levelPart {
	return levelPart{name: sub.Title, body: sub.Body, subs: sub.Subs}
}

// levelBlocks reads levels that are bullets, paragraphs, lines of one
// paragraph, or folded away. Levels that are several jobs' are some only where
// they are those of other pages: see markAxes.
func levelBlocks(blocks []*parse.Block, shared bool) (parts []levelPart, beside []*parse.Block) {
	for _, b := range blocks {
		found := partsIn(b)
		switch n := len(parts); {
		case len(found) > 0:
			parts = append(parts, found...)
		case n == 0:
			beside = append(beside, b)
		default:
			parts[n-1].body = append(parts[n-1].body, b)
		}
	}
	if !areLevels(parts) && !(shared && len(parts) > 1 && LevelAxis(partNames(parts))) {
		return nil, nil
	}
	return parts, beside
}

// partsIn returns the levels that begin in a block; nil where any line or
// bullet of it begins none.
func partsIn(b *parse.Block) []levelPart {
	switch b.Kind {
	case parse.Paragraph:
		return partsOf(b.Text.Lines())
	case parse.List:
		var parts []levelPart
		for _, item := range b.Children {
			part, ok := leadsLevel(ownText(item))
			if !ok {
				return nil
			}
			for _, c := range item.Children {
				if c.Kind != parse.Paragraph && c.Kind != parse.Heading {
					part.body = append(part.body, c)
				}
			}
			parts = append(parts, part)
		}
		return parts
	case parse.Details:
		if levelTitle(b.Text.Value) {
			return []levelPart{{name: b.Text, body: b.Children}}
		}
	}
	return nil
}

// partsOf reads lines that begin with levels. Lines that do not go on with the
// line before.
func partsOf(lines []parse.Text) []levelPart {
	var parts []levelPart
	for _, line := range lines {
		part, ok := leadsLevel(line)
		switch n := len(parts); {
		case ok:
			parts = append(parts, part)
		case n == 0:
			return nil
		default:
			parts[n-1].text = parse.Join(parts[n-1].text, line)
		}
	}
	return parts
}

// maxLead is how long the name of a level may be that begins a line, in bytes.
const maxLead = 48

// leadsLevel splits "**L1**: text", "Junior - text" and "Senior:".
func leadsLevel(t parse.Text) (levelPart, bool) {
	if t.Value == "" || !maybeLevel(firstWords(t.Value)) {
		return levelPart{}, false
	}
	if len(t.Marks) > 0 && t.Marks[0].Start == 0 && t.Marks[0].Kind != model.Link && t.Marks[0].End <= maxLead {
		if part, ok := cutLevel(t, t.Marks[0].End); ok {
			return part, true
		}
	}
	for _, sep := range []string{":", "：", " – ", " — ", " - ", " | ", " → "} {
		if i := strings.Index(t.Value[:min(len(t.Value), maxLead+len(sep))], sep); i > 0 {
			if part, ok := cutLevel(t, i); ok {
				return part, true
			}
		}
	}
	if len(t.Value) <= maxLead {
		return cutLevel(t, len(t.Value))
	}
	return levelPart{}, false
}

// cutLevel splits t behind the name of a level that ends at.
func cutLevel(t parse.Text, at int) (levelPart, bool) {
	const separators = ":：–—-|→ "
	name := strings.TrimRight(t.Value[:at], separators)
	if !levelTitle(name) {
		return levelPart{}, false
	}
	rest := strings.TrimLeft(t.Value[at:], separators)
	return levelPart{name: t.Slice(0, len(name)), text: t.Slice(len(t.Value)-len(rest), len(t.Value))}, true
}

// levelTitle reports whether a name is that of a level, or a small number, that
// is one where others beside it count on.
func levelTitle(name string) bool {
	return maybeLevel(name) && (LevelName(name) || isSmall(strings.TrimSpace(name)))
}

// onlyLevel reports a name that can be nothing but a level's: "Leading people"
// may be a skill.
func onlyLevel(name string) bool {
	if !levelTitle(name) {
		return false
	}
	_, rest := SplitLabel(plainTitle(name))
	return rest == "" || isSmall(rest) || OnlySeniority(roleWords(rest)) || !strings.Contains(strings.TrimSpace(rest), " ")
}

// isSmall reports a number of one or two digits.
func isSmall(s string) bool { return s != "" && len(s) <= 2 && strings.Trim(s, "0123456789") == "" }

// firstWords returns as much of a text as the name of a level may take.
func firstWords(s string) string { return s[:min(len(s), maxLead)] }

// maybeLevel tells most words of a ladder, at the cost of a look at each, from
// those that may name a level.
func maybeLevel(s string) bool {
	if strings.ContainsAny(s, "0123456789") {
		return len(s) <= maxTitle
	}
	for i, w := range strings.FieldsFunc(s, func(r rune) bool { return r <= ' ' || strings.ContainsRune(`:：*-–—|,()[]/"`, r) }) {
		low := strings.ToLower(w)
		if rankWords[low] || proficiency[low] || jobNouns[low] || rankWords[emojiOff(low)] {
			return true
		}
		if i == 6 {
			return false
		}
	}
	return false
}

// rankWords are the single words of which names of levels consist.
var rankWords = rankWordSet()

func rankWordSet() map[string]bool {
	out := map[string]bool{}
	for _, w := range levelTerms {
		out[w] = true
	}
	for _, s := range seniority {
		for _, w := range strings.FieldsFunc(s.word, func(r rune) bool { return r == ' ' || r == '-' }) {
			out[w] = true
		}
	}
	return out
}

// areLevels reports whether parts are distinct levels; one is enough, because
// a competency may begin or end on the way.
func areLevels(parts []levelPart) bool {
	if len(parts) == 1 {
		return LevelName(parts[0].name.Value)
	}
	names := partNames(parts)
	return LevelAxis(names) && oneJob(names)
}

// oneJob reports whether the jobs among names of levels are few: a list of all
// jobs of a company is no axis.
func oneJob(names []string) bool {
	bases, jobs := map[string]bool{}, false
	for _, n := range names {
		label, _ := SplitLabel(plainTitle(n))
		words := strings.Fields(strings.ToLower(n))
		if label.Text != "" || len(words) <= 2 && proficiency[words[0]] {
			continue
		}
		jobs = jobs || RoleTitle(n)
		if _, _, base := Rank(roleWords(n)); base != "" {
			bases[strings.ToLower(base)] = true
		}
	}
	return len(bases) <= 1 || !jobs || len(bases)*2 <= len(names)
}

func partNames(parts []levelPart) []string {
	var names []string
	for _, p := range parts {
		names = append(names, p.name.Value)
	}
	return names
}
