package dialect

import (
	"slices"

	"rung/internal/model"
	"rung/internal/parse"
)

type besideReader struct {
	survey   *Survey
	page     *Page
	tables   map[*parse.Block]bool
	out      []model.Prose
	everyone []*Section
}

func (r *besideReader) section(sec *Section) {
	if sec.Head != nil && !isReadme(r.page) {
		r.survey.Account(r.page, r.page.Doc.At(sec.Head), model.GroupText)
	}
	if sec != r.page.Outline && everyoneTitle.MatchString(emojiOff(sec.Title.Value)) && hasStatements([]*Section{sec}, AreHeadings) && !r.holdsTable(sec) {
		r.everyone = append(r.everyone, sec)
		return
	}
	if !isReadme(r.page) || r.holdsTable(sec) {
		for _, b := range sec.Body {
			r.block(b)
		}
	}
	for _, sub := range sec.Subs {
		r.section(sub)
	}
}

// holdsTable reports whether tables that were read stand in a section.
func (r *besideReader) holdsTable(sec *Section) bool {
	found := false
	sec.Each(func(t *Section) {
		for _, b := range t.Body {
			found = found || holdsBlock(b, r.tables)
		}
	})
	return found
}

// holdsBlock reports whether a block is one of a set, or holds one.
func holdsBlock(b *parse.Block, set map[*parse.Block]bool) bool {
	return set[b] || slices.ContainsFunc(b.Children, func(c *parse.Block) bool { return holdsBlock(c, set) })
}

func (r *besideReader) block(b *parse.Block) {
	switch b.Kind {
	case parse.Paragraph, parse.Heading:
		if !onlyLinks(b.Text) {
			r.out = appendProse(r.out, r.page.Doc, b.Text)
		}
	case parse.Details, parse.Quote:
		if holdsBlock(b, r.tables) {
			r.survey.Account(r.page, r.page.Doc.Span(b.Text.Start, b.Text.End), model.GroupText)
		} else {
			r.out = appendProse(r.out, r.page.Doc, b.Text)
		}
		for _, c := range b.Children {
			r.block(c)
		}
	case parse.List:
		if !isNavigation(b) {
			for _, t := range listTexts(b) {
				r.out = appendProse(r.out, r.page.Doc, t)
			}
		}
	case parse.Table:
		if !r.tables[b] && !isReadme(r.page) && !linksTable(b) {
			r.survey.unread(r.page, b)
		}
	default:
		if !isReadme(r.page) {
			r.survey.unread(r.page, b)
		}
	}
}

// listTexts returns the words of all items of a list, however deep.
func listTexts(list *parse.Block) []parse.Text {
	var out []parse.Text
	for _, item := range list.Children {
		if t := ownText(item); t.Value != "" {
			out = append(out, t)
		}
		for _, n := range nestedLists(item) {
			out = append(out, listTexts(n)...)
		}
	}
	return out
}

// AddBody gives a rung all that a body says.
func (r *SheetRung) AddBody(page *Page, b *Body) {
	if r.role.Summary.Text == "" {
		r.role.Summary = b.Summary
	}
	r.role.Notes = append(r.role.Notes, b.Notes...)
	r.role.Scope = append(r.role.Scope, b.Scope...)
	for _, a := range b.Areas {
		to := r.Area(page, parse.Text{Value: a.Title, Start: a.At.Start, End: a.At.End}).Area()
		to.Emoji = firstOf(to.Emoji, a.Emoji)
		to.Intro = append(to.Intro, a.Intro...)
		to.Statements = append(to.Statements, a.Statements...)
		to.Examples = append(to.Examples, a.Examples...)
	}
}
