package parse

import (
	"bytes"
	"slices"
)

// Comment is a comment that speaks to rung, as "rung: ignore Q0003 in verse".
// Text is what stands behind "rung:". Start and End cover the comment with its
// marks.
type Comment struct {
	Text  string
	Start int
	End   int
}

// address begins a comment that speaks to rung.
var address = []byte("rung:")

// markupComments notes the comments that speak to rung in raw HTML, which
// stands in the file from the offset at on.
func (t *Tree) markupComments(raw []byte, at int) {
	if !bytes.Contains(raw, address) {
		return
	}
	for pos := 0; ; {
		i := bytes.Index(raw[pos:], []byte("<!--"))
		if i < 0 {
			return
		}
		start := pos + i
		n := bytes.Index(raw[start+4:], []byte("-->"))
		if n < 0 {
			return
		}
		t.comment(raw[start+4:start+4+n], at+start, at+start+4+n+3)
		pos = start + 4 + n + 3
	}
}

// lineComments notes the comments that speak to rung in data whose comments
// run from "#" to the end of the line. What looks like one inside a text of
// several lines is taken for one.
func (t *Tree) lineComments(src []byte, base int) {
	for pos := 0; ; {
		i := bytes.Index(src[pos:], address)
		if i < 0 {
			return
		}
		word := pos + i
		start := len(bytes.TrimRight(src[:word], " \t")) - 1
		pos = word + len(address)
		if start < 0 || src[start] != '#' || start > 0 && !isBlank(src[start-1]) {
			continue
		}
		end := word + firstLineEnd(src[word:])
		t.comment(src[start+1:end], base+start, base+end)
	}
}

func (t *Tree) comment(text []byte, start, end int) {
	text = bytes.TrimSpace(text)
	if rest, ok := bytes.CutPrefix(text, address); ok {
		t.Comments = append(t.Comments, Comment{Text: string(bytes.Join(bytes.Fields(rest), []byte(" "))), Start: start, End: end})
	}
}

// sortComments puts the comments in order of place, each once: HTML within
// HTML is looked at twice.
func (t *Tree) sortComments() {
	slices.SortFunc(t.Comments, func(a, b Comment) int { return a.Start - b.Start })
	t.Comments = slices.Compact(t.Comments)
}
