package wording

import (
	"strings"
	"unicode/utf8"
)

// Op says what happened to a run of words.
type Op string

// The operations.
const (
	Equal   Op = "equal"
	Removed Op = "removed"
	Added   Op = "added"
)

// Run is a stretch of text with one fate.
type Run struct {
	Op   Op
	Text string
}

const (
	// maxCells bounds the table of a comparison; longer texts are compared at
	// their beginning and end alone.
	maxCells = 4 << 20
	// maxIsland is the number of words that may stand unchanged between two
	// changes and still be shown as changed.
	maxIsland = 2
)

// Diff returns how b came from a, in whole words: equal, removed and added
// runs in reading order, removed before added. Equal and removed runs together
// are a, equal and added ones are b. What is kept is the heaviest sequence of
// words that both have (Jacobson and Vo 1992), so that long words rather than
// "the" hold it together; then short words that stand alone between two
// changes are given up, because a reader sees a replaced phrase.
func Diff(a, b string) []Run {
	x, y := pieces(a), pieces(b)
	head := 0
	for head < len(x) && head < len(y) && x[head] == y[head] {
		head++
	}
	tail := 0
	for tail < len(x)-head && tail < len(y)-head && x[len(x)-1-tail] == y[len(y)-1-tail] {
		tail++
	}
	script := append(same(x[:head]), align(x[head:len(x)-tail], y[head:len(y)-tail])...)
	script = append(script, same(x[len(x)-tail:])...)
	return runs(tidy(group(script)))
}

// pieces cuts a text into tokens. Two texts compare by them, letter for letter.
func pieces(text string) []string {
	tokens := Tokens(text)
	out := make([]string, len(tokens))
	for i, t := range tokens {
		out[i] = text[t.Start:t.End]
	}
	return out
}

func same(tokens []string) []Run {
	out := make([]Run, len(tokens))
	for i, t := range tokens {
		out[i] = Run{Equal, t}
	}
	return out
}

// align returns one run a token, keeping the heaviest common subsequence.
func align(x, y []string) []Run {
	if (len(x)+1)*(len(y)+1) > maxCells {
		return []Run{{Removed, strings.Join(x, "")}, {Added, strings.Join(y, "")}}
	}
	best := heaviest(x, y)
	var out []Run
	i, j, w := 0, 0, len(y)+1
	for i < len(x) || j < len(y) {
		switch {
		case i < len(x) && j < len(y) && x[i] == y[j] && best[i*w+j] == best[(i+1)*w+j+1]+heft(x[i]):
			out = append(out, Run{Equal, x[i]})
			i, j = i+1, j+1
		case j == len(y) || i < len(x) && best[(i+1)*w+j] >= best[i*w+j+1]:
			out = append(out, Run{Removed, x[i]})
			i++
		default:
			out = append(out, Run{Added, y[j]})
			j++
		}
	}
	return out
}

// heaviest returns the table of the weights of common subsequences of x[i:]
// and y[j:], at i*(len(y)+1)+j.
func heaviest(x, y []string) []int32 {
	w := len(y) + 1
	best := make([]int32, (len(x)+1)*w)
	for i := len(x) - 1; i >= 0; i-- {
		h := heft(x[i])
		for j := len(y) - 1; j >= 0; j-- {
			v := max(best[(i+1)*w+j], best[i*w+j+1])
			if x[i] == y[j] {
				v = max(v, best[(i+1)*w+j+1]+h)
			}
			best[i*w+j] = v
		}
	}
	return best
}

// heft is what keeping a token is worth: words by their length, more for
// being a word at all, and little for what stands between them.
func heft(token string) int32 {
	if !isWord(token) {
		return 1
	}
	return 4 + 2*int32(min(utf8.RuneCountInString(token), 20))
}

func isWord(token string) bool {
	r, _ := utf8.DecodeRuneInString(token)
	return class(r).isWord()
}

// change is a stretch that stayed, or one that was replaced by another, in
// tokens. Exactly one of kept and the pair is not empty.
type change struct {
	kept           []string
	removed, added []string
}

func (c change) isKept() bool { return len(c.kept) > 0 }

// group joins single tokens into stretches.
func group(script []Run) []change {
	var out []change
	for _, r := range script {
		if n := len(out); n == 0 || out[n-1].isKept() != (r.Op == Equal) {
			out = append(out, change{})
		}
		c := &out[len(out)-1]
		switch r.Op {
		case Equal:
			c.kept = append(c.kept, r.Text)
		case Removed:
			c.removed = append(c.removed, r.Text)
		case Added:
			c.added = append(c.added, r.Text)
		}
	}
	return out
}

// tidy gives up islands: what stayed between two changes is joined with them
// where it is little beside both.
func tidy(list []change) []change {
	var out []change
	for i, c := range list {
		n := len(out)
		island := c.isKept() && n > 0 && i+1 < len(list) && isIsland(out[n-1], c.kept, list[i+1])
		switch {
		case island:
			out[n-1] = join(out[n-1], change{removed: c.kept, added: c.kept})
		case n > 0 && !c.isKept() && !out[n-1].isKept():
			out[n-1] = join(out[n-1], c)
		default:
			out = append(out, c)
		}
	}
	return out
}

func join(a, b change) change {
	return change{
		removed: append(a.removed[:len(a.removed):len(a.removed)], b.removed...),
		added:   append(a.added[:len(a.added):len(a.added)], b.added...),
	}
}

// isIsland reports whether the tokens that stayed are too little to be told
// apart from the changes around them. What only grows or only shrinks stays
// as it is: there the eye needs the words between.
func isIsland(before change, kept []string, after change) bool {
	words, letters := measure(kept)
	if words == 0 {
		return replaces(before) || replaces(after)
	}
	limit := min(extent(before), extent(after))
	return words <= maxIsland && letters <= limit && replaces(before) && replaces(after)
}

func replaces(c change) bool { return len(c.removed) > 0 && len(c.added) > 0 }

func measure(tokens []string) (words, letters int) {
	for _, t := range tokens {
		if isWord(t) {
			words++
			letters += utf8.RuneCountInString(t)
		}
	}
	return words, letters
}

// extent is the number of letters of the longer side of a change.
func extent(c change) int {
	_, removed := measure(c.removed)
	_, added := measure(c.added)
	return max(removed, added)
}

// runs renders stretches. Spaces and signs that both sides of a change share at
// its ends stayed.
func runs(list []change) []Run {
	var out []Run
	add := func(op Op, tokens []string) {
		text := strings.Join(tokens, "")
		switch n := len(out); {
		case text == "":
		case n > 0 && out[n-1].Op == op:
			out[n-1].Text += text
		default:
			out = append(out, Run{op, text})
		}
	}
	for _, c := range list {
		add(Equal, c.kept)
		head, tail := shared(c.removed, c.added)
		add(Equal, c.removed[:head])
		add(Removed, c.removed[head:len(c.removed)-tail])
		add(Added, c.added[head:len(c.added)-tail])
		add(Equal, c.removed[len(c.removed)-tail:])
	}
	return out
}

// shared counts the tokens between words that both lists begin and end with.
func shared(a, b []string) (head, tail int) {
	for head < len(a) && head < len(b) && a[head] == b[head] && !isWord(a[head]) {
		head++
	}
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] && !isWord(a[len(a)-1-tail]) {
		tail++
	}
	return head, tail
}
