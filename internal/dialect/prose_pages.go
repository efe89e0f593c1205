package dialect

import (
	"fmt"
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
	"rung/internal/settings"
)

// prosePages returns the pages that are no roles, and reports data and stubs.
func (s *Survey) prosePages() []*model.Page {
	var out []*model.Page
	for _, p := range s.Pages {
		if s.kinds[p] != prose && !isReadme(p) || p.Doc.Format == parse.Unknown || s.SkillSet(p) != nil && !isReadme(p) {
			continue
		}
		if isData(p.Doc) {
			if !s.taken[p] {
				s.dataUnread(p)
			}
			continue
		}
		if isStub(p) && (RoleTitle(p.Title.Value) || p.Names.Label.Text != "") {
			s.stub(p)
		}
		s.frontUnread(p)
		if len(p.Doc.Blocks) == 0 && p.Doc.Front != nil {
			s.accountFront(p)
			continue
		}
		out = append(out, &model.Page{Path: p.Path, Title: p.name(), Kind: s.pageKind(p)})
	}
	return out
}

func (s *Survey) pageKind(p *Page) model.PageKind {
	if p.Index || s.isDirectory(p) && s.mostlyLinks(p) {
		return model.IndexPage
	}
	return model.GuidePage
}

// mostlyLinks reports whether at least half of a page's bullets are links.
func (s *Survey) mostlyLinks(p *Page) bool {
	items, links := 0, 0
	p.Outline.Each(func(sec *Section) {
		for _, b := range sec.Body {
			if b.Kind == parse.List {
				for _, t := range itemTexts(b) {
					items++
					if onlyLinks(t) {
						links++
					}
				}
			}
		}
	})
	return links > 0 && links*2 >= items
}

func (s *Survey) stub(p *Page) {
	at := p.Doc.Span(0, 0)
	for _, b := range p.Doc.Blocks {
		if b.Kind != parse.Heading && b.End > b.Start {
			at = p.Doc.At(b)
			break
		}
	}
	d := StubRule.New(at, quoted(firstOf(p.Names.Title, p.Stem))+" only links to another place; expected the text of the role")
	d.Help = "bring the role's statements into this file"
	s.Report.Add(d)
}

func (s *Survey) dataUnread(p *Page) {
	if p.Doc.Data == nil || isConfiguration(p) {
		return
	}
	src := p.Doc.File.String()
	first := p.Doc.Data.Start
	end := first
	for end < len(src) && src[end] != '\n' && src[end] != '\r' {
		end++
	}
	d := DataRule.New(p.Doc.Span(first, end), fmt.Sprintf("this %s holds %s; it was not read as roles", p.Doc.Format, recordWords(p.Doc.Data)))
	d.Help = "write the ladder as pages, or keep data that is no ladder elsewhere"
	s.Report.Add(d)
	s.Account(p, p.Doc.Span(0, p.Doc.File.Len()), model.Reported)
}

// isConfiguration reports the file that settles how the ladder is read.
func isConfiguration(p *Page) bool {
	return p.Path == settings.Name
}

func recordWords(r *parse.Record) string {
	switch r.Kind {
	case parse.Map:
		return "a record of " + plural2(len(r.Fields), "field")
	case parse.Seq:
		return "a list of " + strings.Replace(plural2(len(r.Items), "entry"), "entrys", "entries", 1)
	default:
		return "one value"
	}
}

// frontUnread reports front matter that holds more than facts about its page.
func (s *Survey) frontUnread(p *Page) {
	if p.Doc.Front == nil || s.taken[p] {
		return
	}
	for _, f := range p.Doc.Front.Fields {
		if !holdsRecords(f.Value) {
			continue
		}
		d := DataRule.New(p.Doc.Span(f.Start, f.End), quoted(f.Key)+" in the front matter holds "+recordWords(f.Value)+"; it was not read as roles")
		d.Help = "write the ladder below the front matter, as headings and bullets"
		s.Report.Add(d)
		s.Account(p, p.Doc.Span(f.Start, f.Value.End), model.Reported)
	}
}

// holdsRecords tells records from plain lists of words.
func holdsRecords(r *parse.Record) bool {
	if r == nil {
		return false
	}
	for _, i := range r.Items {
		if i.Kind != parse.Scalar {
			return true
		}
	}
	for _, f := range r.Fields {
		if f.Value != nil && f.Value.Kind != parse.Scalar {
			return true
		}
	}
	return false
}
