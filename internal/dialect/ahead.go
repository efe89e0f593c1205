package dialect

import (
	"rung/internal/diag"
	"rung/internal/parse"
	"rung/internal/workers"
)

// readAhead is a role's body that was read before its turn, with what reading
// it had to say.
type readAhead struct {
	sec      *Section
	headings Headings
	body     *Body
	said     *Survey // a copy that took what is said and counted
}

// readBodiesAhead reads the bodies of pages that are one role each, several at
// a time: for most ladders that is half of what is left to do, and one page says
// nothing about another. What they say is taken over when it is their turn, so
// that the order of pages decides as ever. Pages with tables, and those that
// refer to competencies, wait: reading these asks for what others hold.
func (s *Survey) readBodiesAhead() {
	s.headsLists("") // made once, before they are shared
	s.countLabels()
	s.toldAside("")
	var pages []*Page
	var ahead []*readAhead
	for _, p := range s.Pages {
		if s.kinds[p] != oneRole || s.sets[p] != nil || len(s.competencies) > 0 && !s.asksNothing[p] || p.Doc.Front != nil && holdsRecords(p.Doc.Front) || hasTable(p.Doc.Blocks) {
			continue
		}
		key, siblings := s.Siblings(p)
		said := *s
		said.accounts, said.readings, said.possible, said.texts, said.Report = nil, nil, nil, map[string]int{}, &diag.Report{}
		pages = append(pages, p)
		ahead = append(ahead, &readAhead{sec: p.Outline, headings: s.headingsOn(p, s.HeadingsIn(key, siblings)), said: &said})
	}
	workers.Each(len(pages), 0, func(i int) {
		a := ahead[i]
		a.body = a.said.ReadBody(pages[i], a.sec, a.headings)
	})
	s.ahead = make(map[*Page]*readAhead, len(pages))
	for i, p := range pages {
		s.ahead[p] = ahead[i]
	}
}

// bodyOf returns the body of a role: the one that was read ahead, or read now.
func (s *Survey) bodyOf(p *Page, sec *Section, headings Headings) *Body {
	a := s.ahead[p]
	if a == nil || a.sec != sec || a.headings != headings {
		return s.ReadBody(p, sec, headings)
	}
	delete(s.ahead, p)
	s.accounts = append(s.accounts, a.said.accounts...)
	s.readings = append(s.readings, a.said.readings...)
	s.texts[p.Path] += a.said.texts[p.Path]
	s.Report.Merge(a.said.Report)
	return a.body
}

func hasTable(blocks []*parse.Block) bool {
	for _, b := range blocks {
		if b.Kind == parse.Table || hasTable(b.Children) {
			return true
		}
	}
	return false
}
