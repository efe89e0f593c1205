package dialect

import (
	"slices"
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
	"rung/internal/pattern"
	"rung/internal/workers"
)

// declaration is the levels that a page names, with their places from 1 on. The
// keys are what names of one level share: see declaredKey.
type declaration map[string]int

// minDeclared is how many names a declaration has at least: of two, any pair of
// headings could be.
const minDeclared = 3

// markDeclared marks headings that some page declares to be levels: "Seedling"
// and "Oak", where the README says that there are four levels, Seedling, Sapling,
// Tree and Oak. Three in four of the headings beside each other must be among
// them. A page that is a role has areas, however they are called.
func (s *Survey) markDeclared() {
	known := s.declarationsOfAll()
	if len(known.by) == 0 {
		return
	}
	for _, p := range s.Pages {
		if isData(p.Doc) || roleHeading(p.Title.Value) || p.Names.Label.Text != "" {
			continue
		}
		p.Outline.Each(func(sec *Section) { known.mark(sec) })
	}
}

// declarationsOfAll returns the levels that pages about them, and indexes, declare.
func (s *Survey) declarationsOfAll() *declarationIndex {
	if s.declared == nil {
		all := make([][]declaration, len(s.Pages))
		workers.Each(len(all), 0, func(i int) {
			if p := s.Pages[i]; !isData(p.Doc) && (p.Index || aboutLevels(p)) {
				all[i] = declarations(p)
			}
		})
		x := indexed(slices.Concat(all...))
		s.declared = &x
	}
	return s.declared
}

// declares reports whether names are declared to be levels, in their order: three
// in four of them, and two at least.
func (x *declarationIndex) declares(names []string) bool {
	type run struct{ n, last int }
	runs := map[int]run{}
	best := 0
	for _, name := range names {
		key := declaredKey(name)
		for _, i := range x.by[key] {
			if r := runs[i]; x.all[i][key] > r.last {
				runs[i] = run{r.n + 1, x.all[i][key]}
				best = max(best, r.n+1)
			}
		}
	}
	return best >= 2 && best*4 >= len(names)*3
}

// DeclaredLevels returns the names of levels that the pages of prose declare, a
// list for each place that does: in a table of levels, in a sentence, or in a line
// that sets them in order by signs, "spark < flame < beacon".
func (s *Survey) DeclaredLevels() [][]string {
	var out [][]string
	for _, p := range s.Pages {
		if isData(p.Doc) || !p.Index && !aboutLevels(p) {
			continue
		}
		for _, d := range declarations(p) {
			names := make([]string, len(d))
			for key, place := range d {
				names[place-1] = key
			}
			out = append(out, names)
		}
		p.Outline.Each(func(sec *Section) {
			for _, b := range sec.Body {
				if names := orderedBySigns(b.Text.Value); b.Kind == parse.Paragraph || b.Kind == parse.Code {
					out = append(out, names)
				}
			}
		})
	}
	return out
}

// orderedBySigns returns the names that a line sets in order by signs.
func orderedBySigns(text string) []string {
	if len(text) > maxTitle*2 {
		return nil
	}
	for _, sign := range []string{"<", "→", "->", "=>", ">", "➔", "»", "⟶"} {
		names := strings.Split(strings.TrimSpace(text), sign)
		if len(names) < minDeclared {
			continue
		}
		for i, n := range names {
			if names[i] = strings.TrimSpace(n); names[i] == "" || len(strings.Fields(n)) > 4 {
				return nil
			}
		}
		return names
	}
	return nil
}

// declarationIndex finds declarations by the names in them.
type declarationIndex struct {
	all []declaration
	by  map[string][]int // by name: places in all
}

// indexed returns the index of declarations, each once: the pages of a large
// handbook declare the same levels a thousand times.
func indexed(all []declaration) declarationIndex {
	x := declarationIndex{by: map[string][]int{}}
	seen := map[string]bool{}
	for _, d := range all {
		keys := make([]string, len(d))
		for key, place := range d {
			keys[place-1] = key
		}
		if id := strings.Join(keys, "\x00"); !seen[id] {
			seen[id] = true
			for _, key := range keys {
				x.by[key] = append(x.by[key], len(x.all))
			}
			x.all = append(x.all, d)
		}
	}
	return x
}

// mark marks the sections under one by the declaration that names most of them,
// the first of several.
func (x *declarationIndex) mark(sec *Section) {
	if len(sec.Subs) < 2 || isRung(sec.Title.Value) {
		return // what stands under a level is no level
	}
	keys, rungs := make([]string, len(sec.Subs)), 0
	named, best := map[int]int{}, -1
	for i, sub := range sec.Subs {
		keys[i] = declaredKey(sub.Title.Value)
		if facetOf(sub.Title.Value) == noFacet && !forEveryoneTitle(sub.Title.Value) && holdsList(sub) {
			rungs++
		}
		for _, n := range x.by[keys[i]] {
			if named[n]++; best < 0 || named[n] > named[best] || named[n] == named[best] && n < best {
				best = n
			}
		}
	}
	if best < 0 || named[best] < 2 || named[best]*4 < rungs*3 {
		return
	}
	for i, sub := range sec.Subs {
		if place := x.all[best][keys[i]]; place > 0 {
			sub.level, sub.place = true, place
		}
	}
}

// isRung reports whether a heading is a level's or a role's by its own words.
func isRung(title string) bool {
	label, _ := SplitLabel(plainTitle(title))
	return label.Text != "" || roleHeading(title)
}

// declaredKey is what the names of one level share; "" for what is too long to
// be one.
func declaredKey(name string) string {
	if len(name) > maxName {
		return ""
	}
	label, words := levelWordsOf(name)
	if words == "" {
		return label
	}
	return words
}

// declarations returns what a page declares in its tables, lists and sentences.
func declarations(p *Page) []declaration {
	var out []declaration
	add := func(names []string) {
		d := declaration{}
		for _, name := range names {
			key := declaredKey(name)
			if key == "" || d[key] > 0 || strings.ContainsAny(name, ".!?;") || len(strings.Fields(name)) > 5 {
				return
			}
			d[key] = len(d) + 1
		}
		if len(d) >= minDeclared {
			out = append(out, d)
		}
	}
	p.Outline.Each(func(sec *Section) {
		led := levelHead.MatchString(lastNoun(sec.Title.Value))
		for _, b := range sec.Body {
			switch b.Kind {
			case parse.Table:
				for _, names := range declaringColumns(b) {
					add(names)
				}
			case parse.List:
				if led {
					add(leadNames(b))
				}
			case parse.Paragraph:
				led = endsOnLevels(b.Text.Value)
				for _, sentence := range sentences(b.Text.Value) {
					add(namesInSentence(sentence))
				}
				add(strongNames(b.Text))
			}
		}
	})
	return out
}

// declaringColumns returns the cells of a table's column of levels, or of the
// one behind it where it only counts them.
func declaringColumns(table *parse.Block) [][]string {
	g := NewGrid(table)
	if g == nil || len(g.Rows) <= minDeclared {
		return nil
	}
	var out [][]string
	for c, head := range g.Rows[0] {
		if !levelHead.MatchString(bareSlice(head.Text).Value) {
			continue
		}
		var own, next []string
		for _, row := range g.Rows[1:] {
			own = append(own, row[c].Text.Value)
			if c+1 < len(row) {
				next = append(next, row[c+1].Text.Value)
			}
		}
		out = append(out, own, next)
	}
	return out
}

// leadNames returns what begins the bullets of a list: the words in bold, those
// before a colon or a dash, or all of a short one.
func leadNames(list *parse.Block) []string {
	var out []string
	for _, item := range list.Children {
		t := ownText(item)
		name := t.Value
		if len(t.Marks) > 0 && t.Marks[0].Start == 0 && t.Marks[0].Kind != model.Code {
			name = name[:t.Marks[0].End]
		} else {
			for _, sep := range []string{":", "：", " – ", " — ", " - ", " ("} {
				name, _, _ = strings.Cut(name, sep)
			}
		}
		out = append(out, strings.TrimRight(name, ":： ."))
	}
	return out
}

// levelNoun matches what levels are called, areaNoun what is no level and may be
// listed in the same sentence: "Each level is told in four areas: ...".
var (
	levelNouns = pattern.New(`(?i)(^|[^\p{L}])(levels?|stages?|grades?|steps?|rungs?|bands?|tiers?|ranks?|standings?|belts?|phases?|(karriere|erfahrungs)?stufen?|niveaux?|[ée]chelons?|paliers?|grados?|escalon(es)?|escalones|n[íi]ve(l|is)|niveles|livell[io]|poziom(y|ów|ach)?|nivåer(na)?|trin|steg|уров(ень|ня|ней|ни)|ступен(ь|и|ей)|грейд(ы|ов|а)?)($|[^\p{L}])|レベル|段階|等級|级别|等级`)
	areaNouns  = pattern.New(`(?i)(^|[^\p{L}])(areas?|skills?|competenc(y|ies)|competences?|dimensions?|categor(y|ies)|pillars?|attributes?|topics?|themes?|domains?|aspects?|criteria|values|tracks?|pathways?|famil(y|ies)|bereiche?n?|kompetenzen|themen|laufbahnen|domaines?|comp[ée]tences?|th[èe]mes?|fili[èe]res?|m[ée]tiers?|[áa]reas?|compet[êe]ncias?|competencias?|trilhas?|области|навыки|компетенции)($|[^\p{L}])|領域|分野|スキル`)
)

// namesInSentence returns the names that a sentence lists behind a word for
// levels, with no word for something else between: "We have four levels:
// Seedling, Sapling, Tree and Oak".
func namesInSentence(text string) []string {
	at := strings.LastIndexAny(text, ":：")
	if at < 0 || at > maxTitle*2 || !endsOnLevels(text[:at+1]) {
		return nil
	}
	rest := strings.TrimRight(strings.TrimLeft(text[at:], ":： "), ". 。")
	return strings.FieldsFunc(joining.ReplaceAllString(rest, ","), func(r rune) bool { return r == ',' || r == '、' || r == '→' || r == '>' || r == '/' })
}

// joining are the words between the last two names of several.
var joining = pattern.New(`,? (and|und|et|y|e|og|och|en|i|и|&) |,? then |\s*->\s*`)

// endsOnLevels reports whether the last noun that says what a text leads to is
// one for levels.
func endsOnLevels(text string) bool {
	text = strings.TrimRight(text, " ")
	if len(text) > maxTitle*2 || !strings.HasSuffix(text, ":") && !strings.HasSuffix(text, "：") {
		return false
	}
	return lastIn(levelNouns, text) > lastIn(areaNouns, text)
}

// lastIn returns where the last match of a pattern begins, or -1.
func lastIn(p *pattern.Pattern, text string) int {
	last := -1
	for from := 0; from < len(text); {
		at := p.FindStringIndex(text[from:])
		if at == nil {
			break
		}
		last = from + at[0]
		from += max(at[1]-1, at[0]+1)
	}
	return last
}

// strongNames returns the names that a paragraph sets in bold behind a word for
// levels: "There are three grades, **Wick**, **Lens** and **Tower**".
func strongNames(t parse.Text) []string {
	var out []string
	first := -1
	for _, m := range t.Marks {
		if m.Kind == model.Strong {
			if first < 0 {
				first = m.Start
			}
			out = append(out, t.Value[m.Start:m.End])
		}
	}
	if len(out) < minDeclared || lastIn(levelNouns, t.Value[:first]) <= lastIn(areaNouns, t.Value[:first]) {
		return nil
	}
	return out
}

// lastNoun returns a title without the words before its last: "Our six stages"
// is about stages.
func lastNoun(title string) string {
	words := strings.Fields(strings.TrimRight(emojiOff(title), ":?. "))
	if len(words) == 0 || len(words) > 4 {
		return ""
	}
	return words[len(words)-1]
}
