package dialect

import (
	"path"
	"strings"

	"rung/internal/parse"
	"rung/internal/source"
)

// Page is one document with what can be said about it alone.
type Page struct {
	Doc     *parse.Document
	Path    string
	Dir     string // "." for the root
	Stem    string // file name without its extension
	Outline *Section
	Title   parse.Text // of the page: its top heading, or the zero Text
	Names   Names      // what title, file name and front matter say
	Index   bool       // a README or the like

	language string      // once it was asked for
	about    aboutAnswer // likewise
}

// Names is the role and level that a page's title, file name and front matter
// give it.
type Names struct {
	Title string // without label
	Label Label
	From  string // where the label is from: "file name", "heading", "front matter" or ""
	File  Label  // what the file name says
}

// newPage reads the outline and the names of a document. Words that stand
// above others all over the set may head its sections.
func newPage(doc *parse.Document, names repeats) *Page {
	p := &Page{Doc: doc, Path: doc.File.Path(), Dir: path.Dir(doc.File.Path())}
	p.Stem = stemOf(p.Path)
	p.Outline = outline(doc, names)
	if p.Outline.Head != nil {
		p.Title = p.Outline.Title
	} else if doc.Name.Value != "" {
		p.Title = doc.Name
	}
	p.Index = isIndexName(p.Stem) && (!strings.EqualFold(p.Stem, "security") || aboutRepository(p))
	p.Names = pageNames(p)
	return p
}

// stemOf returns the file name without its extension; ".0-Graduate" is none.
func stemOf(name string) string {
	base := path.Base(name)
	ext := path.Ext(base)
	if ext == "" || strings.ContainsAny(ext, " -_") || len(ext) > 9 {
		return withoutExportID(base)
	}
	return withoutExportID(strings.TrimSuffix(base, ext))
}

// withoutExportID takes the number off a name that wikis set behind the names of
// the files and folders that they export: "Ladder 0123456789abcdef0123456789abcdef",
// with "_all" behind it where a table has all of its rows.
func withoutExportID(name string) string {
	const digits = 32
	short := strings.TrimSuffix(name, "_all")
	at := len(short) - digits
	if at < 2 || short[at-1] != ' ' && short[at-1] != '-' && short[at-1] != '_' || strings.Trim(short[at:], "0123456789abcdef") != "" {
		return name
	}
	return short[:at-1]
}

// name returns what the page is called: its top heading, the title in its
// front matter, a first heading that is no role's, or the file's name.
func (p *Page) name() string {
	title := p.Doc.Title()
	if roleHeading(title) {
		title = ""
	}
	return firstOf(p.Title.Value, firstOf(p.Doc.Front.Text("title"), firstOf(title, unhyphen(p.Stem))))
}

// isReadme reports the page that a code host shows for a folder: it says more
// than its roles, if it has any.
func isReadme(p *Page) bool { return readmeName(p.Stem) }

// readmes are what the file is called that one is to read first, by people who
// write in their own language.
var readmes = wordSet(`readme liesmich leiame leame léame léeme leeme lisezmoi lisez-moi leggimi leesmij czytaj czytajmnie czytajto przeczytaj läsmig lesmeg læsmig lueminut прочти прочтименя читай читайменя はじめに お読みください 自述 읽어보기`)

// readmeName reports whether a file is named so: alone, or with a language behind
// it, as "README.de" and "README_fr".
func readmeName(stem string) bool {
	stem = strings.ToLower(stem)
	if readmes[stem] {
		return true
	}
	at := strings.LastIndexAny(stem, "._-")
	return at > 0 && len(stem)-at <= 6 && readmes[stem[:at]] && languages[stem[at+1:]] != ""
}

// aboutRepository reports a page where code hosts look for what concerns the
// repository: "SECURITY.md" there says whom to write to, while "security.md"
// among skills is one of them.
func aboutRepository(p *Page) bool {
	return p.Dir == "." || p.Dir == ".github" || p.Dir == "docs" && p.Stem == strings.ToUpper(p.Stem)
}

func isIndexName(stem string) bool {
	if readmeName(stem) {
		return true
	}
	switch strings.ToLower(stem) {
	case "index", "contributing", "changelog", "code_of_conduct", "code-of-conduct", "security", "summary", "_sidebar", "toc":
		return true
	}
	return false
}

// pageNames looks for the label in the front matter, the heading and the file
// name, in this order, and for the title in the same.
func pageNames(p *Page) Names {
	title := plainTitle(p.Title.Value)
	if t := p.Doc.Front.Text("title"); title == "" && t != "" {
		title = t
	}
	label, rest := SplitLabel(title)
	n := Names{Title: rest, Label: label, From: "heading"}
	if l := p.Doc.Front.Text("level"); l != "" {
		if got, _ := SplitLabel(l); got.Text != "" {
			n.Label, n.From = got, "front matter"
		} else if got, _ := SplitLabel("Level " + l); got.Text != "" {
			n.Label, n.From = got, "front matter"
		}
	}
	fileLabel, fileRest := SplitLabel(unhyphen(p.Stem))
	n.File = fileLabel
	if n.Label.Text == "" && fileLabel.Text != "" {
		n.Label, n.From = fileLabel, "file name"
	}
	if n.Label.Text == "" {
		n.From = ""
	}
	if n.Title == "" {
		n.Title = fileRest
	}
	if n.Title == "" {
		n.Title = n.Label.Text
	}
	return n
}

// unhyphen turns the separators of file names into spaces.
func unhyphen(stem string) string {
	return strings.Join(strings.FieldsFunc(withoutExportID(stem), func(r rune) bool { return r == '-' || r == '_' || r == ' ' }), " ")
}

// Section is a heading with what stands under it. Head is nil for text before
// the first heading.
type Section struct {
	Head  *parse.Block // Heading, or the Paragraph that serves as one
	Title parse.Text
	Depth int
	Body  []*parse.Block // before the first section within
	level bool           // it is one, by what recurs on other pages or what one declares
	place int            // among the levels that a page declares, or that pages share, from 1; 0 for none
	axis  bool           // its bullets begin with levels, by the same
	Subs  []*Section
}

// At returns the span of the section's heading, or of its first block.
func (s *Section) At(doc *parse.Document) source.Span {
	if s.Head != nil {
		return doc.At(s.Head)
	}
	if len(s.Body) > 0 {
		return doc.At(s.Body[0])
	}
	return doc.Span(0, 0)
}

// Each calls f with s and every section beneath it, in reading order.
func (s *Section) Each(f func(*Section)) {
	f(s)
	for _, sub := range s.Subs {
		sub.Each(f)
	}
}
