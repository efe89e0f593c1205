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
// A text counts as accounted where its place overlaps the given one. Say no
// more than is known: a whole table only where nothing of it was read.
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

// textsOf returns the place of every text at path.
func (s *Survey) textsOf(path string) []source.Span {
	p := s.byPath[path]
	if p == nil {
		return nil
	}
	l := leaves{file: p.Doc.File}
	l.record(p.Doc.Front)
	for _, b := range p.Doc.Blocks {
		l.block(b)
	}
	l.record(p.Doc.Data)
	slices.SortStableFunc(l.out, func(a, b source.Span) int { return a.Start - b.Start })
	return l.out
}

// leaves collects the places of texts.
type leaves struct {
	file *source.File
	out  []source.Span
}

func (l *leaves) block(b *parse.Block) {
	if hasWord(b.Text.Value) {
		start, end := b.Text.Start, b.Text.End
		if b.Kind == parse.Heading {
			start, end = min(start, b.Start), max(end, b.End)
		}
		l.out = append(l.out, l.file.Span(start, end))
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
		l.out = append(l.out, l.file.Span(r.Start, r.End))
	}
	for _, f := range r.Fields {
		if f.End > f.Start && isNameKey(f.Key) {
			l.out = append(l.out, l.file.Span(f.Start, f.End))
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
