package dialect

import (
	"cmp"
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
	for _, t := range p.Doc.Passed {
		s.Account(p, p.Doc.Span(t.Start, t.End), model.Navigation)
	}
	if p.Doc.Front != nil {
		s.accountFront(p)
	}
}

// accountFront accounts for front matter that is about its page. Records with
// sentences in them may be a ladder: whoever passes over them says so.
func (s *Survey) accountFront(p *Page) {
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
	for _, t := range p.Doc.Passed {
		l.list = append(l.list, leaf{at: l.file.Span(t.Start, t.End)})
	}
	slices.SortStableFunc(l.list, func(a, b leaf) int { return cmp.Or(a.at.Start-b.at.Start, a.at.End-b.at.End) })
	// Each row of a table has the same head, and an alias what it stands for.
	l.list = slices.CompactFunc(l.list, func(a, b leaf) bool { return a.at == b.at && a.block == nil && b.block == nil })
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
// markup need not be covered, of data at what is written. Words that only say
// what follows may be left.
func (l *leaves) Left(i int, covered []source.Span) (source.Span, bool) {
	text := l.text(i)
	var first source.Span
	from, to := -1, 0 // the words that are left, up to the next that are not
	for at := 0; at < len(text.Value); {
		n := strings.IndexAny(text.Value[at:], " \n")
		if n < 0 {
			n = len(text.Value) - at
		}
		if word := text.Value[at : at+n]; isTelling(word) {
			place := l.file.Span(text.Source(at), text.Source(at+n-1)+1)
			isIn := slices.ContainsFunc(covered, func(c source.Span) bool { return c.Start < place.End && place.Start < c.End })
			switch {
			case !isIn && from < 0:
				first, from, to = place, at, at+n
			case !isIn:
				to = at + n
			case from >= 0 && exampleLead(text.Value[from:to]) == leadNone:
				return first, true
			default:
				from = -1
			}
		}
		at += n + 1
	}
	return first, from >= 0 && exampleLead(text.Value[from:to]) == leadNone
}

// Lead implements model.FileTexts.
func (l *leaves) Lead(i int) bool { return exampleLead(l.text(i).Value) != leadNone }

// text returns a leaf as text: a value of data as it is written.
func (l *leaves) text(i int) parse.Text {
	leaf := l.list[i]
	if leaf.block != nil {
		return leaf.block.Text
	}
	return parse.Text{Value: l.file.Text(leaf.at), Start: leaf.at.Start, End: leaf.at.End}
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
