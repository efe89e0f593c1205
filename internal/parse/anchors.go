package parse

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
)

// slugger forms the fragment identifiers of one file as code hosts do: lower
// case, punctuation and pictographs dropped, spaces as hyphens, and a number
// behind the second of a name.
type slugger struct{ seen map[string]int }

func newSlugger() *slugger { return &slugger{seen: map[string]int{}} }

func (s *slugger) slug(title string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(title) {
		switch {
		case r == ' ':
			b.WriteByte('-')
		case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) && !isPictograph(r) || unicode.IsMark(r) && r < 0xFE00:
			b.WriteRune(r)
		}
	}
	base := b.String()
	n := s.seen[base]
	s.seen[base] = n + 1
	if n == 0 {
		return base
	}
	return base + "-" + strconv.Itoa(n)
}

// cutHeadingID takes an id in braces off the end of a heading, as generators of
// sites read it ("## Goals {#goals}"), and returns it; "" where there is none.
func cutHeadingID(h *ast.Heading, src []byte) string {
	last, ok := h.LastChild().(*ast.Text)
	if !ok {
		return ""
	}
	words := last.Segment.Value(src)
	open := bytes.LastIndex(words, []byte("{#"))
	if open < 0 || !bytes.HasSuffix(bytes.TrimRight(words, " "), []byte("}")) {
		return ""
	}
	id, _, _ := bytes.Cut(words[open+2:], []byte("}"))
	id, _, _ = bytes.Cut(id, []byte(" "))
	last.Segment.Stop = last.Segment.Start + len(bytes.TrimRight(words[:open], " "))
	return string(id)
}

// isPictograph reports numbers in circles and the like, which hosts drop.
func isPictograph(r rune) bool { return r >= 0x2460 && r <= 0x27BF }
