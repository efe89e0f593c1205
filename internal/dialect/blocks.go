package dialect

import (
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
	"rung/internal/source"
)

type spanOf = source.Span

// mode is what bullets are now where they are no statements; lead-ins change it.
type mode struct {
	examples bool
	denied   bool // not asked for, until the next paragraph
	noFacts  bool // those of a list that name a reach ask for it, as the others beside them do
}

// blocks reads the blocks of a section into an area.
func (r *bodyReader) blocks(a *model.Area, blocks []*parse.Block, m *mode) {
	if r.headings == OverProse {
		blocks = r.closing(blocks)
	}
	for i, b := range blocks {
		switch b.Kind {
		case parse.List:
			if isNavigation(b) && len(a.Statements) == 0 && r.headings != AreStatements {
				r.navigation(a, b)
				continue
			}
			r.list(a, b, m)
		case parse.Paragraph:
			if m.denied = leadsToDenied(blocks, i); m.denied {
				a.Intro = appendProse(a.Intro, r.doc, b.Text)
				continue
			}
			if followedByList(blocks, i) && leadsToShown(b.Text, a) {
				r.isLead(b.Text)
				m.examples = true
				continue
			}
			r.paragraph(a, b, m, hasList(blocks[i+1:]))
		case parse.Quote:
			r.quote(a, b, m)
		case parse.Details:
			r.details(a, b, m)
		case parse.Table:
			r.table(a, b)
		case parse.Heading, parse.Item, parse.Row, parse.Cell:
			a.Intro = appendProse(a.Intro, r.doc, flat(b))
		default:
			r.survey.unread(r.page, b)
		}
	}
}

// navigation keeps the words of a list of links that is no list of statements.
// A table of contents says nothing of its own; what an author says of a link,
// beneath it, is kept in any case.
func (r *bodyReader) navigation(a *model.Area, list *parse.Block) {
	own := r.survey.links(r.page, list)
	if !isContents(list) {
		own = wordsOf(list)
	}
	for _, t := range own {
		a.Intro = appendProse(a.Intro, r.doc, t)
	}
}

// wordsOf returns the words of all items of a list and of those beneath them.
func wordsOf(list *parse.Block) []parse.Text {
	var out []parse.Text
	for _, item := range list.Children {
		if t := ownText(item); t.Value != "" {
			out = append(out, t)
		}
		for _, n := range nestedLists(item) {
			out = append(out, wordsOf(n)...)
		}
	}
	return out
}

// links accounts for the links of a list that leads elsewhere, and returns the
// words of lists beneath its items that do not.
func (s *Survey) links(p *Page, list *parse.Block) []parse.Text {
	kind := model.Navigation
	if isContents(list) {
		kind = model.Contents
	}
	var out []parse.Text
	for _, item := range list.Children {
		t := ownText(item)
		s.Account(p, p.Doc.Span(t.Start, t.End), kind)
		for _, n := range nestedLists(item) {
			if isNavigation(n) {
				out = append(out, s.links(p, n)...)
			} else {
				out = append(out, wordsOf(n)...)
			}
		}
	}
	return out
}

// isLead accounts for a line that only says what follows.
func (r *bodyReader) isLead(t parse.Text) {
	r.survey.Account(r.page, r.doc.Span(t.Start, t.End), model.LeadText)
}

func (r *bodyReader) paragraph(a *model.Area, b *parse.Block, m *mode, listFollows bool) {
	t := b.Text
	switch {
	case t.Value == "":
	case leadsWithin(t):
		r.survey.Account(r.page, r.doc.At(b), model.Navigation)
	case exampleLead(t.Value) != leadNone:
		r.isLead(t)
		m.examples = true
	case r.headings == OverProse && onlyLinks(t): // to the next level, say
		a.Intro = appendProse(a.Intro, r.doc, t)
	case r.headings != OverProse && r.inlineExample(a, t):
	case r.headings == OverProse && !m.examples && a == r.loose && leadEnd(t) > 0:
		r.ledStatement(t)
	case r.headings == OverProse && !m.examples:
		r.proseStatement(a, t)
	default:
		if words, ok := trailingLead(t); ok {
			m.examples = true
			r.isLead(lastLine(t))
			t = words
		} else if listFollows && Exemplifies(t.Value) {
			m.examples = true
		} else if m.examples && listFollows && strings.HasSuffix(t.Value, ":") && r.headings == AreHeadings {
			m.examples = false
		}
		a.Intro = appendProse(a.Intro, r.doc, t)
	}
}

// leadsWithin reports a line that only leads to another place of the page, as
// "↑ Back to top".
func leadsWithin(t parse.Text) bool {
	for _, m := range t.Marks {
		if m.Kind == model.Link && !strings.HasPrefix(m.Target, "#") {
			return false
		}
	}
	return onlyLinks(t)
}

// ledStatement reads a paragraph that names its area in bold and goes on with
// what is asked in it.
func (r *bodyReader) ledStatement(t parse.Text) {
	end := leadEnd(t)
	title := t.Slice(0, len(strings.TrimRight(t.Value[:end], ".: ")))
	rest := len(t.Value) - len(strings.TrimLeft(t.Value[end:], ".:–— -"))
	a := &model.Area{ID: model.AreaID(Slug(title.Value)), Title: title.Value, At: r.doc.Span(title.Start, title.End)}
	r.body.Areas = append(r.body.Areas, a)
	r.proseStatement(a, t.Slice(rest, len(t.Value)))
}

// proseStatement reads a paragraph as a statement, or, where it begins with
// the words for it, as an example of the one before.
func (r *bodyReader) proseStatement(a *model.Area, t parse.Text) {
	if saysExample(t.Value) > 0 {
		if last := r.lastStatement(a); last != nil {
			r.example(&last.Examples, t)
			return
		}
	}
	r.statement(a, t)
}

// lastStatement returns the statement before: of the area, or of the one that
// was added last where the area is the one without title.
func (r *bodyReader) lastStatement(a *model.Area) *model.Statement {
	if n := len(r.body.Areas); a == r.loose && n > 0 {
		a = r.body.Areas[n-1]
	}
	if n := len(a.Statements); n > 0 {
		return a.Statements[n-1]
	}
	return nil
}

// quote reads a quotation: words of the area, and lists, which are what the line
// above each in the quotation says, and where none does, what they would be
// outside of it.
func (r *bodyReader) quote(a *model.Area, b *parse.Block, m *mode) {
	var words []parse.Text
	inner := *m
	for i, c := range b.Children {
		switch {
		case c.Kind == parse.List:
			r.list(a, c, &inner)
		case c.Kind == parse.Paragraph && exampleLead(c.Text.Value) != leadNone:
			r.isLead(c.Text)
			inner = mode{examples: true}
		default:
			inner.denied = c.Kind == parse.Paragraph && leadsToDenied(b.Children, i)
			words = append(words, flat(c))
		}
	}
	a.Intro = appendProse(a.Intro, r.doc, parse.Join(words...))
}

func (r *bodyReader) details(a *model.Area, b *parse.Block, m *mode) {
	inner := &mode{examples: m.examples, denied: facetOf(b.Text.Value) == warningFacet}
	if exampleLead(b.Text.Value) != leadNone || strings.Contains(strings.ToLower(b.Text.Value), "example") || framesExample(b.Text) {
		inner.examples = true
		r.isLead(b.Text)
	} else {
		a.Intro = appendProse(a.Intro, r.doc, b.Text)
	}
	r.blocks(a, b.Children, inner)
}

// list reads bullets as statements or as examples.
func (r *bodyReader) list(a *model.Area, list *parse.Block, m *mode) {
	if a == r.loose && !m.examples && r.areasInList(list) {
		return
	}
	outer := m.noFacts
	m.noFacts = !m.examples && labelledStatements(list)
	defer func() { m.noFacts = outer }()
	for i, item := range list.Children {
		if m.denied {
			r.warning(a, &parse.Block{Kind: parse.List, Children: list.Children[i:]})
			return
		}
		r.item(a, item, m)
	}
}

// areasInList reads a list whose bullets are names in bold over bullets: they
// are areas, as headings would be.
func (r *bodyReader) areasInList(list *parse.Block) bool {
	areas := 0
	for _, item := range list.Children {
		t, nested := ownText(item), len(nestedLists(item)) > 0
		switch {
		case nested && (isName(t) || isLabel(t) || r.survey.repeats.again(t.Value)):
			areas++
		case !nested && isFact(t):
		default:
			return false
		}
	}
	if areas == 0 {
		return false
	}
	for _, item := range list.Children {
		t := ownText(item)
		if len(nestedLists(item)) == 0 {
			r.fact(t)
			continue
		}
		emoji, title := splitEmoji(t.Slice(0, len(strings.TrimRight(t.Value, ":： "))))
		a := &model.Area{ID: model.AreaID(Slug(title.Value)), Title: title.Value, Emoji: emoji, At: r.doc.At(item)}
		m := &mode{}
		for _, n := range nestedLists(item) {
			r.list(a, n, m)
		}
		r.rest(a, item, m)
		r.body.Areas = append(r.body.Areas, a)
	}
	return true
}

// isLabel reports a few words that announce what stands under them, as
// "Craft:", or a word or two that can be no sentence.
func isLabel(t parse.Text) bool {
	words := len(strings.Fields(t.Value))
	return words <= 6 && (strings.HasSuffix(t.Value, ":") || strings.HasSuffix(t.Value, "：") || words <= 2) && !PersonVoice(t.Value)
}

// isName reports a few words in bold that are no sentence about a person.
func isName(t parse.Text) bool {
	return len(strings.Fields(t.Value)) <= 6 && t.Covered(model.Strong) && !PersonVoice(t.Value)
}

func (r *bodyReader) item(a *model.Area, item *parse.Block, m *mode) {
	text, lead := ownText(item), false
	if len(item.Children) == 1 && !m.examples && r.survey.isFact(text) && !(m.noFacts && saysReach(text)) {
		r.fact(text)
		return
	}
	if words, ok := trailingLead(text); ok {
		r.isLead(lastLine(text))
		text, lead = words, true
	}
	nested := nestedLists(item)
	if r.deniedItem(a, item, text, m) {
		r.rest(a, item, m)
		return
	}
	if exampleLead(text.Value) != leadNone {
		r.isLead(text)
		text, lead = parse.Text{}, true
	}
	if words, ok := trailingDenial(text); ok {
		a.Intro = appendProse(a.Intro, r.doc, lastLine(text))
		for _, n := range nested {
			r.warning(a, n)
		}
		m.denied = len(nested) == 0 // what follows in the list
		text, nested = words, nil
	}
	text, shown := trailingExample(text)
	if m.examples {
		r.example(&a.Examples, text)
		r.example(&a.Examples, shown)
		for _, n := range nested {
			r.flatten(a, &a.Examples, n)
		}
		r.rest(a, item, m)
		return
	}
	if isGroup(text, nested) {
		a.Intro = appendProse(a.Intro, r.doc, text)
		for _, n := range nested {
			r.list(a, n, m)
		}
	} else {
		r.itemStatement(a, text, shown, nested)
	}
	if lead && len(nested) == 0 {
		m.examples = true
	}
	r.rest(a, item, m)
}

// itemStatement reads a bullet as a statement, and what stands beneath it as its
// examples.
func (r *bodyReader) itemStatement(a *model.Area, text, shown parse.Text, nested []*parse.Block) {
	to := &a.Examples
	if st := r.statement(a, text); st != nil {
		to = &st.Examples
		r.example(to, shown)
	}
	for _, n := range nested {
		r.flatten(a, to, n)
	}
}

// rest reads what an item holds beside its words and nested lists.
func (r *bodyReader) rest(a *model.Area, item *parse.Block, m *mode) {
	for _, c := range item.Children {
		switch c.Kind {
		case parse.Paragraph, parse.Heading, parse.List:
		case parse.Details:
			r.details(a, c, m)
		case parse.Quote:
			a.Intro = appendProse(a.Intro, r.doc, flat(c))
		case parse.Table:
			r.table(a, c)
		default:
			r.survey.unread(r.page, c)
		}
	}
}

func nestedLists(item *parse.Block) []*parse.Block {
	var out []*parse.Block
	for _, c := range item.Children {
		if c.Kind == parse.List {
			out = append(out, c)
		}
	}
	return out
}

// isGroup tells a bullet that only names what the bullets under it share, as
// "Within my team:", from a statement with particulars.
func isGroup(text parse.Text, nested []*parse.Block) bool {
	if len(nested) == 0 || PersonVoice(text.Value) {
		return false
	}
	if isName(text) {
		return true
	}
	if !strings.HasSuffix(strings.TrimRight(text.Value, "*_ "), ":") {
		return false
	}
	if circumstance.MatchString(text.Value) {
		return true
	}
	var items []parse.Text
	for _, n := range nested {
		items = append(items, itemTexts(n)...)
	}
	return voiceShare(items) >= 0.5
}

func (r *bodyReader) statement(a *model.Area, t parse.Text) *model.Statement {
	if t.Value == "" {
		return nil
	}
	if IsBlank(t.Value) { // "n/a"
		r.survey.Account(r.page, r.doc.Span(t.Start, t.End), model.Metadata)
		return nil
	}
	if !r.within(t) {
		return nil
	}
	st := &model.Statement{Prose: r.doc.Prose(t)}
	a.Statements = append(a.Statements, st)
	r.stated++
	if PersonVoice(t.Value) {
		r.voiced++
	}
	return st
}

func (r *bodyReader) example(to *[]*model.Example, t parse.Text) bool {
	if t.Value != "" && r.within(t) {
		*to = append(*to, &model.Example{Prose: r.doc.Prose(t)})
	}
	return true
}

func (r *bodyReader) within(t parse.Text) bool { return r.survey.within(r.page, t) }

// within counts a text of a page and reports the first beyond the limit.
func (s *Survey) within(p *Page, t parse.Text) bool {
	s.texts[p.Path]++
	if s.texts[p.Path] <= MaxStatements {
		return true
	}
	if s.texts[p.Path] == MaxStatements+1 {
		d := parse.LimitRule.New(p.Doc.Span(t.Start, t.End), tooMany)
		d.Help = "split the file by role"
		s.Report.Add(d)
	}
	return false
}

func appendProse(list []model.Prose, doc *parse.Document, t parse.Text) []model.Prose {
	if t.Value == "" {
		return list
	}
	return append(list, doc.Prose(t))
}
