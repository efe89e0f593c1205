package dialect

import (
	"path"
	"strings"

	"rung/internal/parse"
)

// TellsElsewhere returns the page that tells most of the texts, where one does:
// tables are exported from ladders and kept beside them.
func (s *Survey) TellsElsewhere(p *Page, texts []parse.Text) *Page {
	if len(texts) < 3 {
		return nil
	}
	want := map[string]bool{}
	for _, t := range texts {
		want[textKey(t.Value)] = true
	}
	found := map[string]bool{}
	var first *Page
	for _, q := range s.Pages {
		if q == p || q.Doc.Format == parse.CSV && q.Path > p.Path || q.Dir != p.Dir && !strings.HasPrefix(q.Dir, p.Dir) && p.Dir != "." && path.Dir(p.Dir) != q.Dir {
			continue
		}
		if want[textKey(q.Title.Value)] {
			continue // the page of a record, as wikis export beside the table of all
		}
		before := len(found)
		eachText(q.Doc, func(t parse.Text) {
			if k := textKey(t.Value); want[k] {
				found[k] = true
			}
		})
		if first == nil && len(found) > before {
			first = q
		}
	}
	if len(found)*10 < len(want)*6 {
		return nil
	}
	return first
}

// textKey is what remains of a text when only its letters count.
func textKey(s string) string { return strings.ReplaceAll(Slug(s), "-", "") }

// eachText calls f with every text of a document, and with its lines.
func eachText(doc *parse.Document, f func(parse.Text)) {
	var visit func(blocks []*parse.Block)
	visit = func(blocks []*parse.Block) {
		for _, b := range blocks {
			if b.Kind == parse.Cell {
				c := Cell{Text: cellText(b), Block: b}
				for _, parts := range []Parts{ByLine, ByParagraph} {
					for _, say := range c.Sayings(parts) {
						f(say.Text)
					}
				}
				continue
			}
			if b.Text.Value != "" {
				f(b.Text)
				if len(b.Text.Breaks()) > 0 {
					for _, l := range b.Text.Lines() {
						f(l)
					}
				}
			}
			visit(b.Children)
		}
	}
	visit(doc.Blocks)
	if doc.Table != nil {
		visit([]*parse.Block{doc.Table})
	}
}
