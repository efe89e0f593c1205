package dialect

import (
	"strings"

	"rung/internal/diag"
	"rung/internal/model"
	"rung/internal/parse"
)

// requireReader takes what a role asks of competencies out of its sections, so
// that the rest is read as any role is.
type requireReader struct {
	survey *Survey
	page   *Page
	found  []requirement
	passed []parse.Text  // names of groups, heads of tables, what is not required
	notes  []model.Prose // words around requirements
	diags  []diag.Diagnostic
	unread []*parse.Block
}

// takeRequirements returns a section without what it asks of competencies, and
// a reader that holds this. The section itself is not changed.
func (s *Survey) takeRequirements(p *Page, sec *Section) (*Section, *requireReader) {
	r := &requireReader{survey: s, page: p}
	if len(s.competencies) == 0 || s.asksNothing[p] {
		return sec, r
	}
	if sec == p.Outline {
		r.front(p.Doc.Front)
	}
	return r.section(sec), r
}

// idle reports whether nothing was taken out and nothing is to be said.
func (r *requireReader) idle() bool {
	return len(r.found)+len(r.passed)+len(r.notes)+len(r.diags)+len(r.unread) == 0
}

// section returns a section without its requirements. One that only held them
// is left out: its words are notes.
func (r *requireReader) section(sec *Section) *Section {
	out := *sec
	before := len(r.found)
	out.Body = r.blocks(sec.Body)
	out.Subs = nil
	for _, sub := range sec.Subs {
		own := len(r.found)
		if r.headed(sub) {
			continue
		}
		got := r.section(sub)
		if len(r.found) > own && len(got.Subs) == 0 && !hasList(got.Body) {
			r.passed = append(r.passed, sub.Title)
			r.note(got.Body)
			continue
		}
		out.Subs = append(out.Subs, got)
	}
	if len(r.found) == before && len(r.diags) == 0 {
		return sec
	}
	return &out
}

func (r *requireReader) note(blocks []*parse.Block) {
	for _, b := range blocks {
		if b.Kind == parse.Table || b.Kind == parse.Code {
			r.unread = append(r.unread, b)
			continue
		}
		r.notes = appendProse(r.notes, r.page.Doc, flat(b))
	}
}

// headed reads "### Communication: level 3", and "### Communication" over
// nothing but the name of a level. What else stands there goes with it.
func (r *requireReader) headed(sec *Section) bool {
	if len(sec.Subs) > 0 {
		return false
	}
	if q, got := r.survey.knownRequirement(r.page, sec.Title); got == asksLevel {
		for _, b := range sec.Body {
			q.more = appendProse(q.more, r.page.Doc, flat(b))
		}
		r.found = append(r.found, q)
		return true
	}
	if len(sec.Body) == 0 || r.survey.Competency(cleanName(sec.Title.Value)) == nil {
		return false
	}
	q, got := r.survey.askKnown(sec.Title.Value, flat(sec.Body[0]).Value)
	if got != asksLevel {
		return false
	}
	q.at = parse.Join(sec.Title, flat(sec.Body[0]))
	for _, b := range sec.Body[1:] {
		q.more = appendProse(q.more, r.page.Doc, flat(b))
	}
	r.found = append(r.found, q)
	return true
}

// blocks returns the blocks that hold no requirements, or what is left of
// those that do.
func (r *requireReader) blocks(blocks []*parse.Block) []*parse.Block {
	var out []*parse.Block
	for _, b := range blocks {
		switch b.Kind {
		case parse.List:
			if b = r.list(b); b == nil {
				continue
			}
		case parse.Paragraph:
			if r.lines(b.Text) {
				continue
			}
		case parse.Table:
			if r.table(b) {
				continue
			}
		}
		out = append(out, b)
	}
	return out
}

// list returns a list without the items that are requirements; nil where none
// is left. Among requirements, an item that is none but looks like one is
// reported.
func (r *requireReader) list(list *parse.Block) *parse.Block {
	var items []requirement
	var kinds []demand
	known := 0
	for _, item := range list.Children {
		q, got := r.survey.knownRequirement(r.page, ownText(item))
		items, kinds = append(items, q), append(kinds, got)
		if got == asksLevel || got == asksNone {
			known++
		}
	}
	if known > 0 && known*2 >= len(items) {
		for i, item := range list.Children {
			if kinds[i] == asksNothing && r.survey.asksUnknown(ownText(item)) {
				kinds[i] = noSkill
			}
		}
	}
	var left []*parse.Block
	for i, item := range list.Children {
		switch kind := kinds[i]; {
		case kind == asksLevel || kind == asksNone || kind == noSkill || kind == noLevel && (known > 0 || items[i].competency.set != nil):
			for _, n := range item.Children {
				if n.Kind != parse.Paragraph && n.Kind != parse.Heading {
					items[i].more = appendProse(items[i].more, r.page.Doc, flat(n))
				}
			}
			r.take(items[i], kind, ownText(item))
		case r.group(item):
		default:
			left = append(left, item)
		}
	}
	if len(left) == len(list.Children) {
		return list
	}
	if len(left) == 0 {
		return nil
	}
	out := *list
	out.Children = left
	return &out
}

// group reads an item that only gathers requirements under a name.
func (r *requireReader) group(item *parse.Block) bool {
	nested := nestedLists(item)
	if len(nested) == 0 {
		return false
	}
	inner := &requireReader{survey: r.survey, page: r.page}
	for _, n := range nested {
		if inner.list(n) != nil {
			return false
		}
	}
	r.passed = append(append(r.passed, ownText(item)), inner.passed...)
	r.found = append(r.found, inner.found...)
	r.diags = append(r.diags, inner.diags...)
	return true
}

// lines reads a paragraph whose lines, or whose parts between commas, are all
// requirements.
func (r *requireReader) lines(t parse.Text) bool {
	if r.all(t.Lines()) {
		return true
	}
	if !strings.ContainsAny(t.Value, ",;") {
		return false
	}
	from := 0
	if i := strings.Index(t.Value, ": "); i > 0 && r.survey.Competency(cleanName(t.Value[:i])) == nil {
		from = i + 2
	}
	var parts []parse.Text
	for at := from; at <= len(t.Value); {
		n := strings.IndexAny(t.Value[at:], ",;")
		if n < 0 {
			n = len(t.Value) - at
		}
		parts = append(parts, t.Slice(at, at+n))
		at += n + 1
	}
	return r.all(parts)
}

// all takes texts where each is a requirement.
func (r *requireReader) all(parts []parse.Text) bool {
	var items []requirement
	for _, part := range parts {
		q, got := r.survey.knownRequirement(r.page, part)
		if got != asksLevel {
			return false
		}
		items = append(items, q)
	}
	r.found = append(r.found, items...)
	return len(items) > 0
}

// take keeps a requirement, or what is wrong with it.
func (r *requireReader) take(q requirement, kind demand, t parse.Text) {
	switch kind {
	case asksLevel:
		r.found = append(r.found, q)
	case asksNone:
		r.passed = append(r.passed, t)
	default:
		r.diags = append(r.diags, r.survey.unresolved(r.page, q, t))
	}
}
