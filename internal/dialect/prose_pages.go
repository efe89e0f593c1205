package dialect

import (
	"rung/internal/model"
	"rung/internal/parse"
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
