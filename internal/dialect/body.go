package dialect

import (
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
)

// Headings says what the headings under a role's title are.
type Headings int

// What headings may be.
const (
	AreHeadings   Headings = iota // names of areas; bullets are statements
	AreStatements                 // statements; bullets are their examples
	OverProse                     // names of areas; paragraphs are statements
)

// MaxStatements is how many statements and examples one file may have.
const MaxStatements = 5_000

// Body is what stands under the title of a role.
type Body struct {
	Summary model.Prose
	Notes   []model.Prose
	Scope   []model.Scope
	Areas   []*model.Area
}

// Statements returns the number of statements.
func (b *Body) Statements() int {
	n := 0
	for _, a := range b.Areas {
		n += len(a.Statements)
	}
	return n
}

// ReadBody reads what stands under the title of a role. What it does not
// understand it reports.
func (s *Survey) ReadBody(page *Page, sec *Section, headings Headings) *Body {
	r := &bodyReader{survey: s, page: page, doc: page.Doc, headings: headings, body: &Body{}}
	lists := !hasStatements(sec.Subs, headings)
	var rest []*parse.Block
	if headings == OverProse && directProse(sec) > 0 {
		rest = r.introOfProse(sec.Body)
	} else {
		rest = r.intro(sec.Body, lists)
	}
	if len(rest) > 0 {
		r.untitled(sec, rest)
	}
	for _, sub := range sec.Subs {
		r.section(sub)
	}
	r.gatherUntitled()
	return r.body
}

type bodyReader struct {
	survey   *Survey
	page     *Page
	doc      *parse.Document
	headings Headings
	body     *Body
	stated   int         // statements so far
	voiced   int         // of these, sentences about a person
	loose    *model.Area // statements that are headings, or stand under none
}

// hasStatements reports whether lists (or prose, where that counts) stand
// under any of the sections.
func hasStatements(subs []*Section, headings Headings) bool {
	for _, s := range subs {
		if f := facetOf(s.Title.Value); f == warningFacet || exampleLead(s.Title.Value) != leadNone {
			continue
		}
		if headings == AreStatements && heads(s) {
			return true
		}
		for _, b := range s.Body {
			if b.Kind == parse.List && !isNavigation(b) || headings == OverProse && b.Kind == parse.Paragraph || statesTable(b) {
				return true
			}
		}
		if hasStatements(s.Subs, headings) {
			return true
		}
	}
	return false
}

// heads reports whether a section is headed by a statement.
func heads(s *Section) bool {
	title := emojiOff(s.Title.Value)
	return PersonVoice(title) || sentence(title) && len(s.Body) > 0
}

// untitled reads statements that stand directly under the role's title.
func (r *bodyReader) untitled(sec *Section, blocks []*parse.Block) {
	a := r.looseArea(r.doc.At(blocks[0]))
	m := &mode{}
	if sec.Head == nil {
		m.examples = false
	}
	r.blocks(a, blocks, m)
}

// section reads one section under a role: an area, a statement, or a frame
// around either.
func (r *bodyReader) section(sec *Section) {
	if r.headings == AreStatements && heads(sec) {
		r.headingStatement(sec)
		return
	}
	if r.overview(sec) {
		return
	}
	if factsOnly(sec) && factsIn(sec, r.survey.isFact) {
		r.survey.Account(r.page, sec.At(r.doc), model.GroupText)
		r.facts(sec)
		return
	}
	if r.isAside(sec) {
		aside := &model.Area{}
		r.readFacet(aside, sec)
		r.body.Notes = append(r.body.Notes, aside.Intro...)
		return
	}
	emoji, title := splitEmoji(sec.Title)
	a := &model.Area{ID: model.AreaID(Slug(title.Value)), Title: title.Value, Emoji: emoji, At: sec.At(r.doc)}
	m := &mode{examples: r.isExampleSection(sec)}
	r.blocks(a, sec.Body, m)
	direct := len(a.Statements) > 0
	var later []*Section
	for _, sub := range sec.Subs {
		switch {
		case r.readFacet(a, sub):
		case sub.Head.Kind != parse.Heading && direct && r.headings == AreHeadings:
			a.Intro = append(a.Intro, r.doc.Prose(sub.Title))
			r.blocks(a, sub.Body, &mode{})
			later = append(later, sub.Subs...)
		default:
			later = append(later, sub)
		}
	}
	if len(later) == 0 && r.headings == AreHeadings && !r.survey.bulletsOnly(r.page) {
		r.proseStatements(a, m)
	}
	r.place(a, later)
}

// overview reads a section that introduces the role in prose, as the words
// before its first heading would.
func (r *bodyReader) overview(sec *Section) bool {
	if r.headings == OverProse || len(sec.Subs) > 0 || hasList(sec.Body) || !overviewTitle.MatchString(emojiOff(sec.Title.Value)) {
		return false
	}
	r.survey.Account(r.page, sec.At(r.doc), model.GroupText)
	r.intro(sec.Body, false)
	return true
}

// proseStatements takes the paragraphs of an area that has no bullets for its
// statements, where all of them speak about the person, or say something under a
// heading that stands over bullets elsewhere.
func (r *bodyReader) proseStatements(a *model.Area, m *mode) {
	if m.examples || len(a.Statements) > 0 || len(a.Examples) > 0 || len(a.Intro) == 0 {
		return
	}
	for _, p := range a.Intro {
		if !PersonVoice(p.Text) && !ofLevel.MatchString(p.Text) && !(r.survey.headsLists(a.Title) && says(p.Text)) {
			return
		}
	}
	for _, p := range a.Intro {
		a.Statements = append(a.Statements, &model.Statement{Prose: p})
	}
	a.Intro = nil
}

// place appends an area that says something, and reads the sections under it.
// The words of a frame, which has only sections, go to the first of them.
func (r *bodyReader) place(a *model.Area, subs []*Section) {
	frame := len(subs) > 0 && len(a.Statements) == 0 && len(a.Examples) == 0
	switch empty := len(a.Statements) == 0 && len(a.Examples) == 0 && len(a.Intro) == 0; {
	case !frame && !empty:
		r.body.Areas = append(r.body.Areas, a)
	case !frame && r.tabled(a):
		r.survey.Account(r.page, a.At, model.GroupText)
	case !frame && a.Title != "": // a subtitle, or an area that its author left empty
		r.body.Notes = append(r.body.Notes, model.Prose{Text: a.Title, At: a.At})
	case frame:
		r.survey.Account(r.page, a.At, model.GroupText)
	}
	at := len(r.body.Areas)
	for _, sub := range subs {
		r.section(sub)
	}
	if !frame || len(a.Intro) == 0 {
		return
	}
	if at < len(r.body.Areas) {
		first := r.body.Areas[at]
		first.Intro = append(a.Intro, first.Intro...)
	} else {
		r.body.Notes = append(r.body.Notes, a.Intro...)
	}
}

// headingStatement reads a heading that is a statement, its bullets examples.
func (r *bodyReader) headingStatement(sec *Section) {
	a := r.looseArea(sec.At(r.doc))
	_, title := splitEmoji(sec.Title)
	st := r.statement(a, title)
	if st == nil {
		return
	}
	inner := &model.Area{}
	m := &mode{examples: true}
	r.blocks(inner, sec.Body, m)
	for _, sub := range sec.Subs {
		if exampleLead(sub.Title.Value) != leadNone {
			r.isLead(sub.Title)
		} else {
			inner.Intro = append(inner.Intro, r.doc.Prose(sub.Title))
		}
		sub.Each(func(s *Section) { r.blocks(inner, s.Body, m) })
	}
	st.Examples = append(st.Examples, inner.Examples...)
	a.Intro = append(a.Intro, inner.Intro...)
}

// looseArea returns the area without title.
func (r *bodyReader) looseArea(at spanOf) *model.Area {
	if r.loose == nil {
		r.loose = &model.Area{At: at}
		r.body.Areas = append(r.body.Areas, r.loose)
	}
	return r.loose
}

// gatherUntitled drops the area without title where nothing came into it.
func (r *bodyReader) gatherUntitled() {
	out := r.body.Areas[:0]
	for _, a := range r.body.Areas {
		if a.Title != "" || len(a.Statements) > 0 || len(a.Examples) > 0 || len(a.Intro) > 0 {
			out = append(out, a)
		}
	}
	r.body.Areas = out
}

// isExampleSection reports whether all bullets of a section exemplify: its
// heading or its first words say so, or it names what success looks like in
// another voice than the statements before it.
func (r *bodyReader) isExampleSection(sec *Section) bool {
	if facetOf(sec.Title.Value) == exampleFacet {
		return true
	}
	var items []parse.Text
	said := false
	for _, b := range sec.Body {
		switch b.Kind {
		case parse.Paragraph, parse.Quote:
			said = said || len(items) == 0 && Exemplifies(flat(b).Value)
		case parse.List:
			items = append(items, itemTexts(b)...)
		}
	}
	if len(items) == 0 || r.stated == 0 {
		return false
	}
	other := voiceShare(items) < 0.2 && r.voiced*5 > r.stated*3
	return other && (said || successTitle.MatchString(sec.Title.Value)) || said && strings.Contains(strings.ToLower(sec.Title.Value), "example")
}

// flat returns all words of a block and the blocks in it.
func flat(b *parse.Block) parse.Text {
	if len(b.Children) == 0 {
		return b.Text
	}
	parts := []parse.Text{b.Text}
	for _, c := range b.Children {
		parts = append(parts, flat(c))
	}
	return parse.Join(parts...)
}

// itemTexts returns the words of each item of a list, without nested lists.
func itemTexts(list *parse.Block) []parse.Text {
	var out []parse.Text
	for _, item := range list.Children {
		if t := ownText(item); t.Value != "" {
			out = append(out, t)
		}
	}
	return out
}

// ownText returns the paragraphs of an item.
func ownText(item *parse.Block) parse.Text {
	var one parse.Text
	var more []parse.Text
	for _, c := range item.Children {
		switch {
		case c.Kind != parse.Paragraph && c.Kind != parse.Heading:
		case one.Value == "":
			one = c.Text
		default:
			more = append(more, c.Text)
		}
	}
	if len(more) == 0 {
		return one
	}
	return parse.Join(append([]parse.Text{one}, more...)...)
}
