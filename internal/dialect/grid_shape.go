package dialect

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// shape is a table that is built as a ladder is, whatever its words are: short
// labels, each another, and columns of texts beside them under short heads. So are
// tables of customs and of options; see Survey.shaped for what tells them apart.
type shape struct {
	g        *Grid
	head     int
	from, to int // columns of texts
	names    []string
}

// shape returns what a table is built like; ok is false where it is no such grid.
func (g *Grid) shape() (sh shape, ok bool) {
	heads := g.heads()
	if heads == 0 || len(g.Rows) < heads+2 || g.Width() < 3 || len(headSpans(g.Rows[heads-1])) != g.Width() {
		return sh, false
	}
	sh = shape{g: g, head: heads - 1, to: g.Width()}
	for sh.to > 0 && (isExampleHead(sh.name(sh.to-1)) || noteHead.MatchString(sh.name(sh.to-1))) {
		sh.to--
	}
	sh.from = sh.to
	for sh.from > 0 && sh.tells(sh.from-1) {
		sh.from--
	}
	if sh.from == 0 && sh.to > 2 && sh.labels(0) {
		sh.from++
	}
	for sh.to-sh.from > 3 && sh.apart() {
		sh.from++ // what the label means, in words of another kind
	}
	for c := sh.from; c < sh.to; c++ {
		sh.names = append(sh.names, sh.name(c))
	}
	return sh, sh.from > 0 && len(sh.names) >= 2 && sh.labels(sh.from-1) && distinct(sh.names)
}

func (sh *shape) name(c int) string { return bareSlice(sh.g.Rows[sh.head][c].Text).Value }

func (sh *shape) cells(c int) []*Cell { return sh.g.Column(c)[sh.head+1:] }

// tells reports whether a column holds texts, and has a head that may be a
// level's.
func (sh *shape) tells(c int) bool {
	name := sh.name(c)
	for _, other := range []interface{ MatchString(string) bool }{areaHead, levelHead, summaryHead, scopeHead, weakScope, titleHead, trackHead, otherHead, idHead} {
		if other.MatchString(name) {
			return false
		}
	}
	f := factsOf(sh.cells(c))
	return name != "" && len(strings.Fields(name)) <= 5 && len(name) <= maxName && !strings.HasSuffix(name, "?") && f.filled > 0 && f.texts*5 >= f.filled*3 && f.words >= 3*f.filled
}

// labels reports whether a column holds labels: they are shorter than the texts.
func (sh *shape) labels(c int) bool {
	own, all := factsOf(sh.cells(c)), laneFacts{}
	for i := max(sh.from, c+1); i < sh.to; i++ {
		f := factsOf(sh.cells(i))
		all.words, all.filled = all.words+f.words, all.filled+f.filled
	}
	return own.filled > 1 && own.numbers*2 < own.filled && (own.words <= 5*own.filled || own.words*all.filled*3 <= all.words*own.filled) && own.words*all.filled < all.words*own.filled
}

func distinct(names []string) bool {
	seen := map[string]bool{}
	for _, n := range names {
		if key := Slug(n); key == "" || seen[key] {
			return false
		} else {
			seen[key] = true
		}
	}
	return true
}

// apart reports whether the first column of texts is worded in another way than
// the others, which are worded alike.
func (sh *shape) apart() bool {
	rest := *sh
	rest.from++
	key, ok := rest.wording()
	return ok && sh.share(sh.from, key)*2 < 1
}

// wording is a trait of the words of a text, and its value: that the first word
// ends in "s", as it does where people are told of in the third person.
type wording struct {
	trait int
	value string
}

// The traits. Languages inflect their verbs at either end, and set them first or
// last; of a language that we know nothing of, one of these still shows that
// texts are told alike.
const (
	firstBegins = iota
	firstEnds
	firstEndsTwo
	lastEnds
	lastEndsTwo
	firstEndsLong // in a letter twice, as verbs of Finnish do
)

// wordings returns the traits of a text.
func wordings(text string) []wording {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' })
	if len(words) < 2 && wordCount(text) < 3 || len(words) == 0 {
		return nil
	}
	first, last := []rune(words[0]), []rune(words[len(words)-1])
	out := []wording{{firstBegins, string(first[:1])}, {firstEnds, string(first[len(first)-1:])}, {lastEnds, string(last[len(last)-1:])}}
	if len(first) > 2 {
		out = append(out, wording{firstEndsTwo, string(first[len(first)-2:])})
		if first[len(first)-1] == first[len(first)-2] {
			out = append(out, wording{firstEndsLong, ""})
		}
	}
	if len(last) > 2 {
		out = append(out, wording{lastEndsTwo, string(last[len(last)-2:])})
	}
	return out
}

// wording returns what more than half of all texts, and two in five of each
// column, have in common; ok is false where nothing is.
func (sh *shape) wording() (key wording, ok bool) {
	count, all := map[wording]int{}, 0
	for c := sh.from; c < sh.to; c++ {
		for _, cell := range sh.cells(c) {
			got := wordings(cell.Text.Value)
			if got == nil {
				continue
			}
			all++
			for _, w := range got {
				count[w]++
			}
		}
	}
	best := 0
	for w, n := range count {
		if n > best || n == best && (w.trait < key.trait || w.trait == key.trait && w.value < key.value) {
			best, key = n, w
		}
	}
	if all < 6 || best*20 < all*11 {
		return key, false
	}
	for c := sh.from; c < sh.to; c++ {
		if sh.share(c, key)*5 < 2 {
			return key, false
		}
	}
	return key, true
}

// share returns how many of a column's texts have a trait.
func (sh *shape) share(c int, key wording) float64 {
	has, all := 0, 0
	for _, cell := range sh.cells(c) {
		if got := wordings(cell.Text.Value); got != nil {
			all++
			if slices.Contains(got, key) {
				has++
			}
		}
	}
	return float64(has) / float64(max(all, 1))
}

// ofOneName reports whether names are made of one another, as a job and the same
// with a word before or behind it.
func ofOneName(names []string) bool {
	for i, a := range names {
		for j, b := range names {
			if i != j && prolongs(Slug(b), Slug(a)) {
				return true
			}
		}
	}
	return false
}

// shareWord reports whether all names have a word in common: jobs of one line do,
// and areas of one kind do.
func shareWord(names []string) bool {
	shared := map[string]int{}
	for _, n := range names {
		words := strings.Split(Slug(n), "-")
		slices.Sort(words)
		for _, w := range slices.Compact(words) {
			if utf8.RuneCountInString(w) > 2 {
				shared[w]++
			}
		}
	}
	for _, n := range shared {
		if n == len(names) {
			return true
		}
	}
	return false
}

// ranked reports whether the labels of the rows are levels more than they are
// areas: half of them are named so, or one is made of another.
func (sh *shape) ranked() bool {
	var labels []string
	named := 0
	for _, c := range sh.cells(sh.from - 1) {
		t, _ := labelOf(c)
		if t.Value == "" || slices.Contains(labels, t.Value) {
			continue
		}
		labels = append(labels, t.Value)
		if LevelName(t.Value) {
			named++
		}
	}
	return named*2 >= len(labels) || ofOneName(labels) && !ofOneName(sh.names)
}

// prolongs reports whether long is short with a word or two before or behind it,
// or joined to it, as "Mesterpék" is to "Pék" and in scripts without spaces.
func prolongs(long, short string) bool {
	rest, ok := strings.CutPrefix(long, short)
	if !ok {
		rest, ok = strings.CutSuffix(long, short)
	}
	if !ok || rest == "" || utf8.RuneCountInString(short) < 2 {
		return false
	}
	words := strings.Trim(rest, "-")
	joined := words == rest
	return strings.Count(words, "-") < 2 && (!joined || utf8.RuneCountInString(short) > 2 && utf8.RuneCountInString(words) > 2 || short[0] >= 0xE0)
}
