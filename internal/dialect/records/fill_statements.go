package records

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rung/internal/dialect"
	"rung/internal/model"
	"rung/internal/parse"
)

// spoken returns a list of single words as statements, where its key says that
// it holds some, nothing is known by their names, and they are written as
// sentences begin: "Asks". It returns nil for others.
func (p *part) spoken(l *leaf) *leaf {
	if p.asking[l] || l.says != textWord {
		return nil
	}
	said := *l
	said.kind, said.more = statements, nil
	for _, r := range l.more {
		said.texts = append(said.texts, scalarsOf(r)...)
	}
	for _, t := range said.texts {
		first, _ := utf8.DecodeRuneInString(t.Value)
		if !unicode.IsUpper(first) || strings.ContainsAny(t.Value, "-_0123456789") || strings.ToUpper(t.Value) == t.Value {
			return nil
		}
	}
	p.spots[&said] = p.spots[l]
	return &said
}

// statements writes a leaf's texts as statements.
func (f *filler) statements(rung *dialect.SheetRung, p *part, l *leaf) {
	name := f.areaOf(p, l)
	if name.Value == "" && len(l.texts) == 1 && f.sections(rung, p, l.texts[0]) {
		return
	}
	a := rung.Area(p.page, name)
	f.filled[filledArea{rung, dialect.Slug(name.Value)}] = true
	var last *model.Statement
	for i, t := range l.texts {
		key := l.key
		if i > 0 && key != "" {
			key += "/" + position(i+1)
		}
		if isReference(t.Value) {
			a.Intro(p.page, scalarText(p.page, t))
			continue
		}
		last = f.text(a, p, t, key)
	}
	for _, t := range l.more {
		a.Intro(p.page, scalarText(p.page, t))
	}
	for _, e := range l.examples {
		if !empty(e) && !dialect.IsStub(e.Value) {
			for _, t := range items(p.page.Doc.Words(e)) {
				a.Example(p.page, t.text, last)
			}
		}
	}
}

// text writes one scalar: a statement, or one for each bullet where it is
// nothing but bullets.
func (f *filler) text(a *dialect.SheetArea, p *part, t *parse.Record, key string) *model.Statement {
	blocks := p.page.Doc.Words(t)
	if headed(blocks) {
		for _, b := range blocks {
			a.Intro(p.page, flatten([]*parse.Block{b}))
		}
		return nil
	}
	lead, lists := bulleted(blocks)
	if lists == nil {
		return a.Statement(p.page, flatten(blocks), key)
	}
	for _, b := range lead {
		a.Intro(p.page, flatten([]*parse.Block{b}))
	}
	var last *model.Statement
	for i, it := range items(lists) {
		k := key
		if i > 0 && k != "" {
			k += "/" + position(i+1)
		}
		last = a.Statement(p.page, it.text, k)
		for _, e := range it.under {
			a.Example(p.page, e.text, last)
		}
	}
	return last
}

// sections writes a text that is a page of its own: its headings are areas, the
// bullets under them statements. It reports false for other texts.
func (f *filler) sections(rung *dialect.SheetRung, p *part, t *parse.Record) bool {
	blocks := p.page.Doc.Words(t)
	lists := 0
	for _, b := range blocks {
		if b.Kind == parse.List {
			lists++
		}
	}
	if lists == 0 || !headed(blocks) {
		return false
	}
	a := rung.Area(p.page, parse.Text{})
	for _, b := range blocks {
		switch b.Kind {
		case parse.Heading:
			a = rung.Area(p.page, b.Text)
		case parse.List:
			for _, it := range items([]*parse.Block{b}) {
				last := a.Statement(p.page, it.text, "")
				for _, e := range it.under {
					a.Example(p.page, e.text, last)
				}
			}
		default:
			a.Intro(p.page, flatten([]*parse.Block{b}))
		}
	}
	return true
}
