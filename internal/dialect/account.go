package dialect

import (
	"slices"
	"strings"
	"unicode"

	"rung/internal/model"
	"rung/internal/parse"
	"rung/internal/source"
)

// Account says what a stretch of a page is that goes into no role and is no
// page's prose. Every text of a file that gives a role ends in the framework,
// in a diagnostic, or here; what is left is reported by the compiler as P0110.
// So a reader that passes over something knowingly says so:
//
//	s.Account(p, p.Doc.At(row), model.GroupText)
//
// A text counts as accounted where its words lie in the given place and those
// of the framework. Say no more than is known: a whole table only where nothing
// of it was read.
func (s *Survey) Account(p *Page, at source.Span, kind model.AccountKind) {
	s.accounts = append(s.accounts, model.Account{At: at, Kind: kind})
}

// accountPage accounts for what every page with roles has: a title, which
// names the role or the track, and facts about itself before its text.
func (s *Survey) accountPage(p *Page) {
	if p.Outline.Head != nil {
		s.Account(p, p.Outline.At(p.Doc), model.TitleText)
	}
	if p.Doc.Front == nil {
		return
	}
	for _, f := range p.Doc.Front.Fields {
		if !holdsRecords(f.Value) || !holdsSentences(f.Value) {
			s.Account(p, p.Doc.Span(f.Start, max(f.End, f.Value.End)), model.Metadata)
		}
	}
}

// sentenceWords is how many words a value of front matter has at least that
// may be a statement: names and titles of other documents have fewer.
const sentenceWords = 8

// holdsSentences reports whether records hold texts that may be of a ladder.
func holdsSentences(r *parse.Record) bool {
	if r == nil {
		return false
	}
	if r.Kind == parse.Scalar {
		return len(strings.Fields(r.Value)) >= sentenceWords
	}
	return slices.ContainsFunc(r.Items, holdsSentences) ||
		slices.ContainsFunc(r.Fields, func(f parse.Field) bool { return holdsSentences(f.Value) })
}

// accountSection accounts for a section with all that stands under it.
func (s *Survey) accountSection(p *Page, sec *Section, kind model.AccountKind) {
	sec.Each(func(t *Section) {
		if t.Head != nil {
			s.Account(p, p.Doc.At(t.Head), kind)
		}
		for _, b := range t.Body {
			s.Account(p, p.Doc.At(b), kind)
		}
	})
}

// textsOf returns every text at path.
func (s *Survey) textsOf(path string) model.FileTexts {
	p := s.byPath[path]
	if p == nil {
		return &leaves{}
	}
	l := &leaves{file: p.Doc.File}
	l.record(p.Doc.Front)
	for _, b := range p.Doc.Blocks {
		l.block(b)
	}
	l.record(p.Doc.Data)
	slices.SortStableFunc(l.list, func(a, b leaf) int { return a.at.Start - b.at.Start })
	return l
}

// leaves is the texts of a file. It implements model.FileTexts.
type leaves struct {
	file *source.File
	list []leaf
}

// leaf is one text. block is nil for a value or a key of data.
type leaf struct {
	at    source.Span
	block *parse.Block
}

// Len implements model.FileTexts.
func (l *leaves) Len() int { return len(l.list) }

// At implements model.FileTexts.
func (l *leaves) At(i int) source.Span { return l.list[i].at }

// Left implements model.FileTexts. Of a block it looks at the words, so that
// markup need not be covered, of data at what is written.
func (l *leaves) Left(i int, covered []source.Span) (source.Span, bool) {
	leaf := l.list[i]
	text := parse.Text{Value: l.file.Text(leaf.at), Start: leaf.at.Start, End: leaf.at.End}
	if leaf.block != nil {
		text = leaf.block.Text
	}
	for from := 0; from < len(text.Value); {
		n := strings.IndexAny(text.Value[from:], " \n")
		if n < 0 {
			n = len(text.Value) - from
		}
		if word := text.Value[from : from+n]; isTelling(word) {
			at := l.file.Span(text.Source(from), text.Source(from+n-1)+1)
			if !slices.ContainsFunc(covered, func(c source.Span) bool { return c.Start < at.End && at.Start < c.End }) {
				return at, true
			}
		}
		from += n + 1
	}
	return source.Span{}, false
}

// tellingLetters is how many letters a word of data or prose has at least, of
// which something can be said: "a)", "n" of an escape and "II" are passed over.
const tellingLetters = 3

// isTelling reports a word that ought to be somewhere in the framework.
func isTelling(word string) bool {
	n := 0
	for _, c := range word {
		if unicode.IsLetter(c) {
			n++
		}
	}
	return n >= tellingLetters
}

func (l *leaves) block(b *parse.Block) {
	if hasWord(b.Text.Value) {
		start, end := b.Text.Start, b.Text.End
		if b.Kind == parse.Heading {
			start, end = min(start, b.Start), max(end, b.End)
		}
		l.list = append(l.list, leaf{l.file.Span(start, end), b})
	}
	for _, c := range b.Children {
		l.block(c)
	}
}

// record collects the values that are words, and the keys that are: a name has
// a space or a capital in it, where "skills" and "min_years" belong to the form.
func (l *leaves) record(r *parse.Record) {
	if r == nil {
		return
	}
	if r.Kind == parse.Scalar && strings.ContainsFunc(r.Value, unicode.IsLetter) {
		l.list = append(l.list, leaf{at: l.file.Span(r.Start, r.End)})
	}
	for _, f := range r.Fields {
		if f.End > f.Start && isNameKey(f.Key) {
			l.list = append(l.list, leaf{at: l.file.Span(f.Start, f.End)})
		}
		l.record(f.Value)
	}
	for _, i := range r.Items {
		l.record(i)
	}
}

func isNameKey(key string) bool {
	for _, c := range key {
		if c == ' ' || unicode.IsUpper(c) || c > unicode.MaxASCII && unicode.IsLetter(c) {
			return true
		}
	}
	return false
}

func hasWord(s string) bool {
	for _, c := range s {
		if unicode.IsLetter(c) || unicode.IsNumber(c) {
			return true
		}
	}
	return false
}
