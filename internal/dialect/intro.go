package dialect

import (
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
)

// intro reads what stands between a role's title and its first area: summary,
// scope and notes. Where lists says that statements stand under no heading,
// it stops at the first of them and returns what is left.
func (r *bodyReader) intro(blocks []*parse.Block, lists bool) []*parse.Block {
	quoted := false
	for _, b := range blocks {
		quoted = quoted || b.Kind == parse.Quote
	}
	for i, b := range blocks {
		switch b.Kind {
		case parse.Quote:
			r.introQuote(b)
		case parse.Paragraph:
			if lists && exampleLead(b.Text.Value) != leadNone {
				return blocks[i:]
			}
			r.introParagraph(b, quoted)
		case parse.List:
			if r.introList(b, lists && !laterList(blocks[i+1:]), lists) {
				return blocks[i:]
			}
		case parse.Details:
			if lists || exampleLead(b.Text.Value) != leadNone {
				return blocks[i:]
			}
			r.note(flat(b))
		case parse.Table:
			r.introTable(b, !lists || laterList(blocks[i+1:]))
		default:
			r.survey.unread(r.page, b)
		}
	}
	return nil
}

// introOfProse reads what stands before the statements of a role that is told
// in paragraphs: a quotation, facts, and a first paragraph that has no words in
// bold before it where the others have. It returns the paragraphs that are
// statements, with what stands between them.
func (r *bodyReader) introOfProse(blocks []*parse.Block) []*parse.Block {
	led := 0
	for _, b := range blocks {
		if leadEnd(b.Text) > 0 {
			led++
		}
	}
	for i, b := range blocks {
		switch {
		case b.Kind == parse.Quote:
			r.introQuote(b)
		case b.Kind == parse.Paragraph && r.scopeLines(b.Text):
		case b.Kind == parse.Paragraph && led > 1 && leadEnd(b.Text) == 0 && r.body.Summary.Text == "":
			r.body.Summary = r.doc.Prose(b.Text)
		default:
			return blocks[i:]
		}
	}
	return nil
}

// leadEnd returns where the words in bold end that begin a paragraph and are
// closed by a point or a colon, as "**Lessons.** Your lessons have an aim"; 0
// where there are none.
func leadEnd(t parse.Text) int {
	if len(t.Marks) == 0 || t.Marks[0].Kind != model.Strong || t.Marks[0].Start != 0 || t.Marks[0].End >= len(t.Value) {
		return 0
	}
	end := t.Marks[0].End
	if strings.ContainsAny(t.Value[end-1:end], ".:") {
		return end
	}
	if rest := t.Value[end:]; strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, " –") || strings.HasPrefix(rest, " —") || strings.HasPrefix(rest, " - ") {
		return end
	}
	return 0
}

func laterList(blocks []*parse.Block) bool {
	for _, b := range blocks {
		if b.Kind == parse.List && !isNavigation(b) {
			return true
		}
	}
	return false
}

func (r *bodyReader) note(t parse.Text) {
	r.body.Notes = appendProse(r.body.Notes, r.doc, t)
}

func (r *bodyReader) introQuote(b *parse.Block) {
	var words []parse.Text
	var lists []*parse.Block
	for _, c := range b.Children {
		if c.Kind == parse.List {
			lists = append(lists, c)
		} else {
			words = append(words, flat(c))
		}
	}
	t := parse.Join(words...)
	if r.body.Summary.Text == "" {
		r.body.Summary = r.doc.Prose(t)
	} else {
		r.note(t)
	}
	for _, l := range lists {
		for _, item := range wordsOf(l) {
			r.note(item)
		}
	}
}

// introParagraph reads a paragraph: scope, summary where none is quoted, or a
// note. A row of links leads elsewhere and says nothing.
func (r *bodyReader) introParagraph(b *parse.Block, quoted bool) {
	t := b.Text
	switch {
	case t.Value == "":
	case onlyLinks(t):
		r.survey.Account(r.page, r.doc.At(b), model.Navigation)
	case r.scopeLines(t):
	case !quoted && r.body.Summary.Text == "" && !Extends(t.Value) && !r.linksRole(t):
		r.body.Summary = r.doc.Prose(t)
	default:
		r.note(t)
	}
}

// linksRole reports whether t points to another page of the framework.
func (r *bodyReader) linksRole(t parse.Text) bool {
	for _, m := range t.Marks {
		if m.Kind == model.Link && r.survey.Target(r.page, m.Target) != nil {
			return true
		}
	}
	return false
}

// introList reads a list before the first area. It reports true for one that
// holds the role's statements.
func (r *bodyReader) introList(b *parse.Block, last, lists bool) bool {
	items := itemTexts(b)
	switch {
	case len(items) == 0:
		return false
	case isNavigation(b):
		for _, t := range r.survey.links(r.page, b) {
			r.note(t)
		}
		return false
	case r.factList(items):
		return false
	case isNaming(items):
	case !last && r.scopeList(b):
		return false
	case lists, voiceShare(items) >= 0.6:
		if lists || r.body.Summary.Text != "" {
			return lists || r.directStatements(b)
		}
	}
	for _, t := range wordsOf(b) {
		r.note(t)
	}
	return false
}

// factList reads a list of facts about the position as the role's scope.
func (r *bodyReader) factList(items []parse.Text) bool {
	for _, t := range items {
		if !isFact(t) {
			return false
		}
	}
	for _, t := range items {
		r.fact(t)
	}
	return true
}

// directStatements reads a list of statements above the first area.
func (r *bodyReader) directStatements(b *parse.Block) bool {
	r.list(r.looseArea(r.doc.At(b)), b, &mode{})
	return false
}

// isNavigation reports a list whose items are links and nothing else.
func isNavigation(list *parse.Block) bool {
	any := false
	for _, item := range list.Children {
		t := ownText(item)
		if t.Value == "" {
			continue
		}
		if !onlyLinks(t) {
			return false
		}
		any = true
	}
	return any
}

// isContents reports a list of links into the page itself.
func isContents(list *parse.Block) bool {
	for _, t := range itemTexts(list) {
		for _, m := range t.Marks {
			if m.Kind == model.Link && !strings.HasPrefix(m.Target, "#") {
				return false
			}
		}
	}
	return true
}

// onlyLinks reports whether the words of t are links, save punctuation.
func onlyLinks(t parse.Text) bool {
	if strings.HasPrefix(t.Value, "[[") && strings.HasSuffix(t.Value, "]]") && strings.Count(t.Value, "[[") == strings.Count(t.Value, "]]") {
		return true // as notes link to notes
	}
	at, any := 0, false
	for _, m := range t.Marks {
		if m.Kind != model.Link {
			continue
		}
		if m.Start > at && hasLetters(t.Value[at:m.Start]) {
			return false
		}
		at, any = max(at, m.End), true
	}
	return any && !hasLetters(t.Value[at:])
}

func hasLetters(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool {
		return r > 127 && !isPictograph(r) && r > 0x2100 || r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z'
	}) >= 0
}

// isNaming reports a list that names roles or levels and states nothing.
func isNaming(items []parse.Text) bool {
	n := 0
	for _, t := range items {
		label, _ := SplitLabel(t.Value)
		if label.Text != "" && !PersonVoice(t.Value) || RoleTitle(t.Value) {
			n++
		}
	}
	return n*2 > len(items)
}

// scopeList reads a list of "**Name**: value" as the role's scope.
func (r *bodyReader) scopeList(b *parse.Block) bool {
	var scope []model.Scope
	items := itemTexts(b)
	for i, t := range items {
		s, ok := r.scopeEntry(t)
		if !ok {
			if len(scope) == 0 || i < len(items)-1 {
				return false
			}
			r.note(t)
			continue
		}
		scope = append(scope, s)
	}
	r.body.Scope = append(r.body.Scope, scope...)
	return len(scope) > 0
}

// scopeLines reads a paragraph whose lines are "**Name:** value".
func (r *bodyReader) scopeLines(t parse.Text) bool {
	var scope []model.Scope
	for _, line := range t.Lines() {
		s, ok := r.scopeEntry(line)
		if !ok && isFact(line) {
			name, value, _ := splitFact(line)
			s, ok = model.Scope{Name: name, Value: r.doc.Prose(value), At: r.doc.Span(line.Start, line.End)}, true
		}
		if !ok {
			return false
		}
		scope = append(scope, s)
	}
	r.body.Scope = append(r.body.Scope, scope...)
	return true
}

// scopeEntry splits "**Name**: value" and "**Name:** value".
func (r *bodyReader) scopeEntry(t parse.Text) (model.Scope, bool) {
	if len(t.Marks) == 0 || t.Marks[0].Kind != model.Strong || t.Marks[0].Start != 0 {
		return model.Scope{}, false
	}
	end := t.Marks[0].End
	name := strings.TrimSpace(t.Value[:end])
	rest := t.Value[end:]
	switch {
	case strings.HasSuffix(name, ":"):
		name = strings.TrimSpace(strings.TrimSuffix(name, ":"))
	case strings.HasPrefix(strings.TrimSpace(rest), ":"):
		rest = strings.TrimPrefix(strings.TrimSpace(rest), ":")
	default:
		return model.Scope{}, false
	}
	value := t.Slice(len(t.Value)-len(rest), len(t.Value))
	if name == "" || len(name) > 80 {
		return model.Scope{}, false
	}
	return model.Scope{Name: name, Value: r.doc.Prose(value), At: r.doc.Span(t.Start, t.End)}, true
}
