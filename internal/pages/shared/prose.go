package shared

import (
	"net/url"
	"slices"
	"strings"

	"rung/internal/model"
)

// Inline is a piece of an author's words as it is written: text, or markup
// around other pieces. Mark is "" for text. URL is a link's address; a link
// that leads nowhere has none and is written as its words.
type Inline struct {
	Mark model.MarkKind
	Text string
	URL  string
	Out  bool // the link leaves the framework
	Kids []Inline
}

// The kinds of mark that pages add to the author's own.
const (
	Inserted model.MarkKind = "inserted"
	Deleted  model.MarkKind = "deleted"
)

// Inlines returns prose as nested pieces, its links made by links. Marks that
// do not fit the text are left out; the words never are.
func Inlines(p model.Prose, links Links) []Inline {
	marks := slices.Clone(p.Marks)
	slices.SortStableFunc(marks, func(a, b model.Mark) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	b := inliner{text: p.Text, marks: marks, links: links}
	return b.span(0, len(p.Text))
}

type inliner struct {
	text  string
	marks []model.Mark
	links Links
}

// span consumes the marks that begin in [start, end) and lie inside it.
func (b *inliner) span(start, end int) []Inline {
	var out []Inline
	at := start
	for len(b.marks) > 0 && b.marks[0].Start < end {
		m := b.marks[0]
		b.marks = b.marks[1:]
		if m.Start < at || m.End > end || m.End <= m.Start {
			continue
		}
		out = appendText(out, b.text[at:m.Start])
		out = append(out, b.mark(m))
		at = m.End
	}
	return appendText(out, b.text[at:end])
}

func (b *inliner) mark(m model.Mark) Inline {
	in := Inline{Mark: m.Kind, Kids: b.span(m.Start, m.End)}
	if m.Kind == model.Link {
		in.URL, in.Out = b.links.Target(m)
	}
	return in
}

func appendText(out []Inline, text string) []Inline {
	if text == "" {
		return out
	}
	return append(out, Inline{Text: text})
}

// Target returns where a link mark leads, and whether that leaves the
// framework. It is "" for a link that leads nowhere or would do anything but
// open a page or a letter.
func (l Links) Target(m model.Mark) (address string, out bool) {
	switch {
	case m.Role != "":
		return l.Role(m.Role), false
	case m.Page != "":
		return l.Page(m.Page), false
	}
	u, err := url.Parse(m.Target)
	if err != nil {
		return "", false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		if u.Host == "" {
			return "", false
		}
	case "mailto":
	default:
		return "", false
	}
	return u.String(), true
}
