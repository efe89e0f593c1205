package dialect

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"rung/internal/parse"
)

// shaped returns the layout of a table whose levels are called by no word that
// we know, and why it is one: the grid is a ladder's by its shape, and enough of
// these agree with it: its texts are told alike in every column; its columns are
// named in that order elsewhere, or of one another; another table has the same
// labels, or the labels stand in groups; the pages say that they are about
// levels. In a language that we read they must, since a table of options, "Basic"
// and "Plus", is built so too.
func (w *siteWalker) shaped(g *Grid, near string) []*Layout {
	if g == nil {
		return nil
	}
	sh, ok := g.shape()
	if !ok || sh.ranked() {
		return nil
	}
	s := w.survey
	var why []string
	points := 0
	say := func(holds bool, n int, reason string) {
		if holds {
			points += n
			why = append(why, reason)
		}
	}
	_, told := sh.wording()
	say(told, 2, "the texts of every column are worded alike")
	say(s.inOrder(g.Block, sh.names), 2, "its columns are named in this order elsewhere")
	say(s.declarationsOfAll().declares(sh.names), 2, "a page names them among levels")
	say(ofOneName(sh.names), 2, "their names are made of one another")
	need := 3
	switch {
	case len(sh.names) == 2:
		need = 5
	case !ofOneName(sh.names) && shareWord(sh.names):
		need = 4 // "Skills of the hull" and "Skills of the sail" are areas
	}
	say(s.sameCorners(g, sh), 1, "another table has the same labels")
	say(sh.grouped(), 1, "its rows stand in groups")
	named := 0
	for _, n := range sh.names {
		if LevelName(n) {
			named++
		}
	}
	say(named > 0, min(named, 2), "some are names of levels")
	about := ladderWord.MatchString(near) || aboutLevels(w.page) || s.indexAbout(w.page)
	say(about, 1, "its page is about levels")
	known := spoken(g)
	if !known {
		points++ // nothing that we can read speaks against it
	}
	if known && !about || points < need {
		return nil
	}
	spans := headSpans(g.Rows[sh.head])
	a := acrossReader{g: g, head: sh.head, levels: spans[sh.from:sh.to], first: sh.from, last: sh.to}
	found := stating(a.layouts())
	if len(found) == 0 || !s.Choose(w.page.Path, "table-is-ladder", "table-is-prose", strings.Join(why, "; ")) {
		return nil
	}
	return found
}

// grouped reports whether a column of labels before the last says the same again,
// or leaves it to the row above.
func (sh *shape) grouped() bool {
	if sh.from < 2 {
		return false
	}
	seen := map[string]bool{}
	cells := sh.cells(0)
	for _, c := range cells {
		seen[Slug(c.Text.Value)] = true
	}
	return len(seen) > 1 && len(seen)*3 <= len(cells)*2
}

// orders is where short names stand in lists, in columns of tables and as keys
// of data: by slug, the lists and the places in them.
type orders struct {
	at      map[string][]orderPlace
	lists   int
	corners map[string][]*parse.Block // tables by the heads of their first columns
}

type orderPlace struct {
	list, place int
	block       *parse.Block // of a table
}

// inOrder reports whether names stand in their order below one another outside of
// a table: three in four of them, and two at least.
func (s *Survey) inOrder(own *parse.Block, names []string) bool {
	type run struct{ n, last int }
	runs := map[int]run{}
	best := 0
	for _, name := range names {
		for _, p := range s.namesInOrder().at[Slug(name)] {
			if r := runs[p.list]; p.block != own && p.place > r.last {
				runs[p.list] = run{r.n + 1, p.place}
				best = max(best, r.n+1)
			}
		}
	}
	return best >= 2 && best*4 >= len(names)*3
}

// sameCorners reports whether another table has the same heads over its labels.
func (s *Survey) sameCorners(g *Grid, sh shape) bool {
	var key []string
	for c := range sh.from {
		key = append(key, Slug(sh.name(c)))
	}
	return slices.ContainsFunc(s.namesInOrder().corners[strings.Join(key, "\x00")], func(b *parse.Block) bool { return b != g.Block })
}

func (s *Survey) namesInOrder() *orders {
	if s.ordered == nil {
		s.ordered = &orders{at: map[string][]orderPlace{}, corners: map[string][]*parse.Block{}}
		for _, p := range s.Pages {
			if p.Doc.Table != nil {
				s.ordered.table(p.Doc.Table)
			} else {
				s.ordered.record(p.Doc.Data)
			}
			s.ordered.blocks(p.Doc.Blocks)
		}
	}
	return s.ordered
}

func (o *orders) list(names []string, of *parse.Block) {
	o.lists++
	for i, n := range names {
		if key := shortKey(n); key != "" {
			o.at[key] = append(o.at[key], orderPlace{o.lists, i + 1, of})
		}
	}
}

// shortKey returns the slug of a name, or of the one that begins a line: "Guide –
// leads the way".
func shortKey(line string) string {
	line = strings.TrimSpace(line)
	if i := strings.IndexAny(line, ":：–—(|"); i > 0 {
		line = line[:i]
	} else if i := strings.Index(line, " - "); i > 0 {
		line = line[:i]
	}
	if len(line) > maxName || wordCount(line) > 6 {
		return ""
	}
	return Slug(line)
}

func (o *orders) blocks(blocks []*parse.Block) {
	var heads []string
	for _, b := range blocks {
		switch b.Kind {
		case parse.Heading:
			heads = append(heads, b.Text.Value)
		case parse.Table:
			o.table(b)
		case parse.List:
			var names []string
			for _, item := range b.Children {
				names = append(names, ownText(item).Value)
			}
			o.list(names, nil)
		default:
			o.blocks(b.Children)
		}
	}
	o.list(heads, nil)
}

func (o *orders) table(b *parse.Block) {
	rows := tableRows(b)
	if len(rows) < 2 {
		return
	}
	var key []string
	for c, cell := range rows[0] {
		key = append(key, Slug(cell.Text.Value))
		if c < 3 {
			o.corners[strings.Join(key, "\x00")] = append(o.corners[strings.Join(key, "\x00")], b)
		}
	}
	for c := range min(len(rows[0]), 3) {
		var names []string
		for _, row := range rows[1:] {
			if c < len(row) {
				names = append(names, row[c].Text.Value)
			}
		}
		o.list(names, b)
	}
}

func (o *orders) record(r *parse.Record) {
	if r == nil {
		return
	}
	var keys, items []string
	for _, f := range r.Fields {
		keys = append(keys, f.Key)
		o.record(f.Value)
	}
	fields := map[string][]string{}
	var order []string
	for _, i := range r.Items {
		items = append(items, i.Value)
		o.record(i)
		for _, f := range i.Fields {
			if f.Value == nil || f.Value.Kind != parse.Scalar {
				continue
			}
			if fields[f.Key] == nil {
				order = append(order, f.Key)
			}
			fields[f.Key] = append(fields[f.Key], f.Value.Value)
		}
	}
	o.list(keys, nil)
	o.list(items, nil)
	for _, key := range order {
		o.list(fields[key], nil)
	}
}

// indexAbout reports whether the README of a page's folder, or of one above it,
// says that it is about levels.
func (s *Survey) indexAbout(p *Page) bool {
	for _, q := range s.Pages {
		if !q.Index || q.Dir != "." && q.Dir != p.Dir && !strings.HasPrefix(p.Dir, q.Dir+"/") {
			continue
		}
		if aboutLevels(q) || slices.ContainsFunc(q.Doc.Blocks, func(b *parse.Block) bool { return ladderWord.MatchString(flat(b).Value) }) {
			return true
		}
	}
	return false
}

// spoken reports whether a table is in a language of which we know the words
// that ladders are about.
func spoken(g *Grid) bool {
	words, count := 0, map[string]map[string]int{}
	kana, letters := 0, 0
	for _, row := range g.Rows {
		for _, c := range row {
			for _, w := range strings.Fields(strings.ToLower(c.Text.Value)) {
				words++
				for _, lang := range speaks[w] {
					if count[lang] == nil {
						count[lang] = map[string]int{}
					}
					count[lang][w]++
				}
			}
			for _, r := range c.Text.Value {
				letters++
				if unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Han) {
					kana++
				}
			}
		}
	}
	for _, hits := range count {
		n := 0
		for _, k := range hits {
			n += k
		}
		if len(hits) > 2 && n*25 >= words {
			return true
		}
	}
	return cmp.Compare(kana*5, letters) > 0
}
