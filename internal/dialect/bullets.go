package dialect

import (
	"strings"

	"rung/internal/parse"
)

// bulletSections turns lists whose bullets are levels, each over bullets of its
// own, into sections: some authors nest bullets where others have headings. The
// bullet's words are the heading, what stands beneath it the body.
func bulletSections(root *Section) {
	root.Each(func(sec *Section) {
		if !levelBullets(sec.Body) {
			return
		}
		var body []*parse.Block
		var subs []*Section
		for _, b := range sec.Body {
			if b.Kind == parse.List && overBullets(b) {
				subs = append(subs, itemSections(b, sec.Depth+1)...)
			} else {
				body = append(body, b)
			}
		}
		sec.Body, sec.Subs = body, append(subs, sec.Subs...)
	})
}

// levelBullets reports whether the bullets over bullets among blocks are
// levels. They may be several lists, where their author set rules between them.
func levelBullets(blocks []*parse.Block) bool {
	var names []string
	for _, b := range blocks {
		if b.Kind != parse.List || !overBullets(b) {
			continue
		}
		for _, item := range b.Children {
			names = append(names, strings.TrimRight(ownText(item).Value, ":： "))
		}
	}
	return LevelAxis(names) || countsJob(names)
}

// overBullets reports a list whose bullets all stand over more.
func overBullets(list *parse.Block) bool {
	for _, item := range list.Children {
		if len(nestedLists(item)) == 0 || onlyLinks(ownText(item)) {
			return false
		}
	}
	return true
}

func itemSections(list *parse.Block, depth int) []*Section {
	var out []*Section
	for _, item := range list.Children {
		t := ownText(item)
		s := &Section{Title: t.Slice(0, len(strings.TrimRight(t.Value, ":： "))), Depth: depth}
		for _, c := range item.Children {
			if s.Head == nil && (c.Kind == parse.Paragraph || c.Kind == parse.Heading) {
				s.Head = c
			} else {
				s.Body = append(s.Body, c)
			}
		}
		out = append(out, s)
	}
	return out
}
