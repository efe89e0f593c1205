package dialect

import (
	"path"
	"slices"
	"strings"

	"rung/internal/parse"
)

// sitePages returns the documents, those of HTML without what the pages of
// their site share around their content, and with the name of the page alone
// where its <title> names the site too. Documents are shared between readers:
// what changes is a copy.
func sitePages(docs []*parse.Document) []*parse.Document {
	byDir := map[string][]int{}
	var pages []int
	for i, d := range docs {
		if d.Format == parse.HTML {
			dir := path.Dir(d.File.Path())
			byDir[dir] = append(byDir[dir], i)
			pages = append(pages, i)
		}
	}
	if len(pages) == 0 {
		return docs
	}
	out := slices.Clone(docs)
	segments := map[string]int{}
	for _, i := range pages {
		tree := *docs[i].Tree
		out[i] = &parse.Document{File: docs[i].File, Tree: &tree}
		seen := map[string]bool{}
		for _, part := range nameParts(tree.Name) {
			if !seen[part.Value] {
				seen[part.Value] = true
				segments[part.Value]++
			}
		}
	}
	for _, i := range pages {
		out[i].Name = ownName(out[i].Name, segments)
	}
	for _, list := range byDir {
		var group []*parse.Tree
		for _, i := range list {
			group = append(group, out[i].Tree)
		}
		dropShared(group)
	}
	return out
}

// nameParts splits the title of a page of a site: "Senior Cook | Galley".
func nameParts(t parse.Text) []parse.Text {
	var out []parse.Text
	from := 0
	for i := 0; i < len(t.Value); {
		cut := 0
		for _, sep := range []string{" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " • ", ": "} {
			if strings.HasPrefix(t.Value[i:], sep) {
				cut = len(sep)
			}
		}
		if cut == 0 {
			i++
			continue
		}
		out = append(out, t.Slice(from, i))
		i += cut
		from = i
	}
	return append(out, t.Slice(from, len(t.Value)))
}

// ownName returns the part of a title that other pages do not have: as much
// of it as stands together. A page that stands alone keeps what is named like
// a role, else all.
func ownName(t parse.Text, segments map[string]int) parse.Text {
	parts := nameParts(t)
	if len(parts) < 2 {
		return t
	}
	first, last := 0, len(parts)-1
	for last > first && segments[parts[last].Value] > 1 {
		last--
	}
	for first < last && segments[parts[first].Value] > 1 {
		first++
	}
	if first == 0 && last == len(parts)-1 {
		for _, p := range parts {
			if roleHeading(p.Value) {
				return p
			}
		}
		return t
	}
	start := strings.Index(t.Value, parts[first].Value)
	end := strings.LastIndex(t.Value, parts[last].Value) + len(parts[last].Value)
	return t.Slice(start, end)
}

// dropShared takes what pages of one folder share before their first heading
// and behind their last list out of them: at either end, blocks whose words
// are the same on most, and a last line of links, which lead to the pages
// before and behind. A top heading that all have names the site, where
// their titles name the pages.
func dropShared(pages []*parse.Tree) {
	if len(pages) < 2 {
		return
	}
	most := max(2, (len(pages)*3+3)/4)
	tops, names := map[string]int{}, map[string]bool{}
	heads, tails := map[string]int{}, map[string]int{}
	for _, t := range pages {
		if i := firstHeading(t.Blocks); i >= 0 {
			tops[t.Blocks[i].Text.Value]++
		}
		names[t.Name.Value] = true
		for _, b := range leading(t.Blocks) {
			heads[flat(b).Value]++
		}
		for _, b := range trailing(t.Blocks) {
			tails[flat(b).Value]++
		}
	}
	for _, t := range pages {
		head := leading(t.Blocks)
		keep := slices.Clone(t.Blocks)
		for i := len(head) - 1; i >= 0; i-- {
			if heads[flat(head[i]).Value] >= most {
				t.Passed = append(t.Passed, leafTexts(head[i])...)
				keep = slices.Delete(keep, i, i+1)
			}
		}
		for n := len(keep); n > 0 && n > len(keep)-3 && isTail(keep[n-1]) && (tails[flat(keep[n-1]).Value] >= most || onlyLinks(keep[n-1].Text)); n = len(keep) {
			t.Passed = append(t.Passed, leafTexts(keep[n-1])...)
			keep = keep[:n-1]
		}
		if i := firstHeading(keep); i >= 0 && onlyTop(keep, i) && len(names) == len(pages) && tops[keep[i].Text.Value] == len(pages) && t.Name.Value != "" {
			t.Passed = append(t.Passed, keep[i].Text)
			keep = slices.Delete(keep, i, i+1)
		}
		t.Blocks = keep
	}
}

func firstHeading(blocks []*parse.Block) int {
	return slices.IndexFunc(blocks, func(b *parse.Block) bool { return b.Kind == parse.Heading })
}

// onlyTop reports whether the heading at i is the only one of the first rank,
// over others: where areas are of that rank, the first is one of them.
func onlyTop(blocks []*parse.Block, i int) bool {
	others := 0
	for j, b := range blocks {
		if b.Kind != parse.Heading || j == i {
			continue
		}
		if b.Level == 1 {
			return false
		}
		others++
	}
	return blocks[i].Level == 1 && others > 0
}

// leading returns the blocks before the first heading.
func leading(blocks []*parse.Block) []*parse.Block {
	return blocks[:max(0, firstHeading(blocks))]
}

// trailing returns the last blocks that may be the site's: lines, and lists of
// links.
func trailing(blocks []*parse.Block) []*parse.Block {
	n := len(blocks)
	for n > 0 && n > len(blocks)-3 && isTail(blocks[n-1]) {
		n--
	}
	return blocks[n:]
}

func isTail(b *parse.Block) bool {
	return b.Kind == parse.Paragraph || b.Kind == parse.List && isNavigation(b)
}

// leafTexts returns all texts within a block.
func leafTexts(b *parse.Block) []parse.Text {
	var out []parse.Text
	if b.Text.Value != "" {
		out = append(out, b.Text)
	}
	for _, c := range b.Children {
		out = append(out, leafTexts(c)...)
	}
	return out
}
