package dialect_test

import (
	"fmt"
	"strings"
	"testing/fstest"
)

// style is one way to write a ladder down: a value of each dimension.
type style struct {
	layout, naming, areas, statements, examples, extra string
	words                                              *vocabulary
}

func (s style) String() string {
	return strings.Join([]string{s.layout, s.naming, s.areas, s.statements, s.examples, s.extra, s.words.name}, " / ")
}

// The values of each dimension.
var (
	layouts    = []string{"file a level", "folder a level", "file a track, h1", "file a track, h2", "file a track, h3", "file a track, setext", "file a track, bold", "file a track, bullets", "one file", "folder a level, file an area"}
	namings    = []string{"L1: Title", "Title", "Level 1", "Job I", "Rank", "Title (IC1)", "01 in file", "B1", "Level 1 – Title"}
	areaForms  = []string{"heading", "bold", "bold bullet", "bold italic", "bullet"}
	statements = []string{"bullet", "star", "number", "line", "paragraph", "checkbox"}
	exampling  = []string{"none", "details", "heading", "lead", "bold lead", "nested", "nested e.g.", "line"}
	extras     = []string{"none", "emoji", "contents", "fact list", "fact lines", "intro", "front matter", "crlf", "bom", "rules", "comments", "back to top", "folded", "no stop", "strong words", "handbook", "quoted intro", "links between"}
)

// possible reports whether a style can be written at all.
func (s style) possible() bool {
	listed := s.statements == "bullet" || s.statements == "star" || s.statements == "number" || s.statements == "checkbox"
	inBullets := s.areas == "bold bullet" || s.areas == "bullet"
	switch {
	case inBullets && (!listed || s.examples == "details" || s.examples == "heading" || s.examples == "lead" || s.examples == "bold lead" || s.examples == "line"):
		return false
	case s.layout == "file a track, bullets" && (s.areas != "bullet" && s.areas != "bold bullet"):
		return false
	case s.layout == "file a track, bold" && (s.areas == "heading" || s.areas == "bullet"):
		return false
	case s.layout == "folder a level, file an area" && s.areas != "heading":
		return false
	case s.layout == "folder a level, file an area" && (s.extra == "fact list" || s.extra == "fact lines" || s.extra == "intro" || s.extra == "quoted intro"):
		return false
	case s.examples == "heading" && s.areas != "heading":
		return false
	case !listed && (s.examples == "nested" || s.examples == "nested e.g."):
		return false
	case s.extra == "folded" && s.statements == "line":
		return false
	case s.areas == "bullet" && s.extra == "emoji":
		return s.layout != "file a track, bold"
	}
	return true
}

// writer writes one page.
type writer struct {
	style
	b strings.Builder
}

func (w *writer) line(parts ...string) { w.b.WriteString(strings.Join(parts, "") + "\n") }
func (w *writer) para(parts ...string) { w.line(parts...); w.line() }

// heading returns what a role is headed by, and stem its file's name.
func (s style) heading(track, level int) string {
	v := s.words
	n := level + 1
	switch s.naming {
	case "L1: Title":
		return fmt.Sprintf("L%d: %s", n, v.titles[track][level])
	case "Level 1":
		return fmt.Sprintf("%s %d", v.word, n)
	case "Job I":
		return v.titles[track][1] + " " + []string{"I", "II", "III"}[level]
	case "Rank":
		return v.ranks[level]
	case "Title (IC1)":
		return fmt.Sprintf("%s (IC%d)", v.titles[track][level], n)
	case "B1":
		return fmt.Sprintf("B%d", n)
	case "Level 1 – Title":
		return fmt.Sprintf("%s %d – %s", v.word, n, v.titles[track][level])
	}
	return v.titles[track][level]
}

func (s style) stem(track, level int) string {
	if s.naming == "01 in file" {
		return fmt.Sprintf("%02d-%s", level+1, hyphened(s.words.titles[track][level]))
	}
	if s.naming == "Level 1 – Title" {
		return fmt.Sprintf("level-%d", level+1)
	}
	return hyphened(strings.NewReplacer(":", "", "(", "", ")", "").Replace(s.heading(track, level)))
}

func hyphened(s string) string { return strings.ReplaceAll(strings.ToLower(s), " ", "-") }

// render writes the ladder in a style.
func render(s style) fstest.MapFS {
	tree := fstest.MapFS{}
	if s.extra == "handbook" {
		tree = handbook()
	}
	tree["README.md"] = &fstest.MapFile{Data: []byte("# " + s.words.framework + "\n\nThis is how we grow.\n")}
	switch {
	case s.layout == "one file":
		w := &writer{style: s}
		w.open(s.words.framework)
		for t := range 2 {
			w.para("## ", s.words.tracks[t])
			w.roles(t)
		}
		tree[s.under("ladder.md")] = w.file()
	case strings.HasPrefix(s.layout, "file a track"):
		for t := range 2 {
			w := &writer{style: s}
			if s.layout == "file a track, setext" {
				w.front(s.words.tracks[t])
				w.para(s.words.tracks[t], "\n========")
				w.contents(t)
			} else if s.layout != "file a track, h1" {
				w.open(s.words.tracks[t])
				w.contents(t)
			}
			if s.layout == "file a track, h3" {
				w.para("## ", s.words.levels)
			}
			w.roles(t)
			tree[s.under(hyphened(s.words.tracks[t])+".md")] = w.file()
		}
	default:
		for t := range 2 {
			for l := range 3 {
				s.renderLevel(tree, t, l)
			}
		}
	}
	return tree
}

// under returns where a page of the ladder lies: in a corner of a handbook, or
// in a folder of its own.
func (s style) under(name string) string {
	if s.extra == "handbook" {
		return "people/careers/" + name
	}
	return "ladders/" + name
}

func (s style) renderLevel(tree fstest.MapFS, t, l int) {
	dir := s.under(hyphened(s.words.tracks[t])) + "/"
	if s.layout == "folder a level, file an area" {
		for a := range 2 {
			w := &writer{style: s}
			w.open(s.words.areas[a])
			w.area(t, l, a, 2)
			tree[dir+s.stem(t, l)+"/"+hyphened(s.words.areas[a])+".md"] = w.file()
		}
		return
	}
	w := &writer{style: s}
	w.front(s.heading(t, l))
	w.role(t, l, 1)
	if s.extra == "links between" && l < 2 {
		w.para("[", s.heading(t, l+1), "](", s.stem(t, l+1), ".md)")
	}
	if s.layout == "folder a level" {
		tree[dir+s.stem(t, l)+"/README.md"] = w.file()
	} else {
		tree[dir+s.stem(t, l)+".md"] = w.file()
	}
}

// open writes the title of a page.
func (w *writer) open(title string) {
	w.front(title)
	w.para("# ", title)
}

func (w *writer) front(title string) {
	if w.extra == "front matter" {
		w.line("---\ntitle: ", title, "\nweight: 3\n---")
	}
	if w.extra == "comments" {
		w.para("<!-- kept by the bakery's council -->")
	}
}

func (w *writer) contents(t int) {
	if w.extra != "contents" {
		return
	}
	w.para("**", w.words.contents, "**")
	for l := range 3 {
		w.line("+ [", w.heading(t, l), "](#", hyphened(w.heading(t, l)), ")")
	}
	w.line()
}

func (w *writer) roles(t int) {
	rank := map[string]int{"one file": 3, "file a track, h1": 1, "file a track, h2": 2, "file a track, h3": 3, "file a track, setext": 2}[w.layout]
	for l := range 3 {
		if l > 0 && w.extra == "rules" {
			w.para("---")
		}
		w.role(t, l, rank)
		if w.extra == "back to top" {
			w.line()
			w.para("[↑ Back to top](#top)")
		}
	}
}

// role writes a role whose heading has a rank; 0 where it is none.
func (w *writer) role(t, l, rank int) {
	title := w.heading(t, l)
	switch {
	case w.layout == "file a track, setext":
		w.para(title, "\n--------")
	case w.layout == "file a track, bold":
		w.para("**", title, "**")
	case w.layout == "file a track, bullets":
		w.line("- ", title)
		for a := range 2 {
			w.bulletArea(t, l, a, "  ")
		}
		return
	default:
		w.para(strings.Repeat("#", rank), " ", title)
	}
	w.about(t)
	for a := range 2 {
		switch w.areas {
		case "bold bullet", "bullet":
			w.bulletArea(t, l, a, "")
			continue
		case "heading":
			w.para(strings.Repeat("#", rank+1), " ", w.emoji(), w.words.areas[a])
		case "bold":
			w.para("**", w.emoji(), w.words.areas[a], "**")
		case "bold italic":
			w.para("***", w.emoji(), w.words.areas[a], "***")
		}
		w.area(t, l, a, rank+2)
	}
	if w.areas == "bold bullet" || w.areas == "bullet" {
		w.line()
	}
}

func (w *writer) emoji() string {
	if w.extra == "emoji" {
		return "🥐 "
	}
	return ""
}

// about writes what stands before the first area.
func (w *writer) about(t int) {
	f := w.words.facts
	switch w.extra {
	case "fact list":
		w.para("- **", f[0][0], ":** ", f[0][1], "\n- **", f[1][0], ":** ", f[1][1])
	case "fact lines":
		w.para("**", f[0][0], ":** ", f[0][1], "\n**", f[1][0], ":** ", f[1][1])
	case "intro":
		w.para(w.words.intro[t])
	case "quoted intro":
		w.para("> ", w.words.intro[t])
	}
}
