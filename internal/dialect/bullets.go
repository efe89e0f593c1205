package dialect

import (
	"slices"
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
	return LevelAxis(names) || countsJob(names) && !(glossed(names) && !partsAgain(blocks))
}

// glossed reports names that are explained behind a numeral.
func glossed(names []string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return glossOff(n) != n })
}

// partsAgain reports whether bullets over bullets of several bullets come again
// in others, as the areas of levels do. "Round 1: Warm up" beside "Round 2: Sing"
// counts and explains as well, and holds no areas.
func partsAgain(blocks []*parse.Block) bool {
	in := map[string]int{}
	again := 0
	for _, b := range blocks {
		if b.Kind != parse.List || !overBullets(b) {
			continue
		}
		for _, item := range b.Children {
			for _, part := range innerBullets(item) {
				if in[part]++; in[part] == 2 {
					again++
				}
			}
		}
	}
	return again > 0 && again*2 >= len(in)
}

// innerBullets returns the slugs of the bullets in an item that stand over bullets,
// each once.
func innerBullets(item *parse.Block) []string {
	var out []string
	for _, list := range nestedLists(item) {
		for _, part := range list.Children {
			if key := Slug(ownText(part).Value); key != "" && len(nestedLists(part)) > 0 && !slices.Contains(out, key) {
				out = append(out, key)
			}
		}
	}
	return out
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
