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
		var body []*parse.Block
		for i, b := range sec.Body {
			if b.Kind == parse.List && levelBullets(b) {
				sec.Subs = append(itemSections(b, sec.Depth+1), sec.Subs...)
				if body == nil {
					body = append(body, sec.Body[:i]...)
				}
			} else if body != nil {
				body = append(body, b)
			}
		}
		if body != nil {
			sec.Body = body
		}
	})
}

// levelBullets reports a list whose bullets are levels, each over more.
func levelBullets(list *parse.Block) bool {
	var names []string
	for _, item := range list.Children {
		t := ownText(item)
		if len(nestedLists(item)) == 0 || onlyLinks(t) {
			return false
		}
		names = append(names, strings.TrimRight(t.Value, ":： "))
	}
	return LevelAxis(names)
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
