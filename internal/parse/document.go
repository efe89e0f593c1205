// Package parse turns files into documents: one model of headings,
// paragraphs, lists, tables and records that every format is read into, each
// part with its place in the file. It knows formats and no career ladders.
package parse

import (
	"rung/internal/model"
	"rung/internal/source"
)

// Format is how a file is written.
type Format int

// The formats.
const (
	Unknown Format = iota // not text that can be read
	Markdown
	YAML
	JSON
	CSV
	HTML
	TOML
	RST // reStructuredText
)

// String returns the format's name as people write it.
func (f Format) String() string {
	switch f {
	case Markdown:
		return "Markdown"
	case YAML:
		return "YAML"
	case JSON:
		return "JSON"
	case TOML:
		return "TOML"
	case CSV:
		return "CSV"
	case RST:
		return "reStructuredText"
	case HTML:
		return "HTML"
	default:
		return "unknown"
	}
}

// Document is one file, read. It is shared between readers: nobody changes it.
type Document struct {
	File *source.File
	*Tree
}

// Tree is what a document's bytes say, free of the file's path, so that equal
// bytes share one Tree. Its spans have no Path; Document.Span gives them one.
type Tree struct {
	Format   Format
	Front    *Record   // front matter, or nil
	Blocks   []*Block  // prose formats
	Data     *Record   // data formats
	Table    *Block    // of CSV: all its rows, the first included
	Links    []Link    // in order of place
	Anchors  []string  // fragment identifiers, in reading order
	Comments []Comment // that speak to rung, in order of place
	Name     Text      // of HTML: what its <title> says
	Language string    // of HTML: what it says its language is
	Passed   []Text    // of HTML: words of navigation and the like, which are no blocks
	finds    []finding // what is wrong, reported once a file
}

// Kind says what a Block is.
type Kind uint8

// The kinds of block.
const (
	Heading   Kind = iota // Text, Level, Anchor
	Paragraph             // Text
	Quote                 // Children
	List                  // Children are Items
	Item                  // Children
	Table                 // Children are Rows
	Row                   // Children are Cells
	Cell                  // Text
	Code                  // Text is the code as it stands
	Details               // Text is the summary, Children what it folds away
	Markup                // HTML that is no known block; Text is its words
)

// Block is one block of a document.
type Block struct {
	Kind     Kind
	Ordered  bool  // of a list
	Head     bool  // of a cell: the format says that it names its column or row
	Across   uint8 // of a cell: columns that it spans; 0 is one
	Down     uint8 // of a cell: rows that it spans; 0 is one
	Level    int8  // of a heading, from 1
	Text     Text
	Children []*Block
	Anchor   string // of a heading
	Start    int    // byte offsets in the file
	End      int
}

// Link is a link as written. Start and End cover the destination where it
// can be told apart, else the whole link.
type Link struct {
	Text   string
	Target string
	Image  bool
	Start  int
	End    int
}

// Span returns the span of [start, end) in the document's file.
func (d *Document) Span(start, end int) source.Span { return d.File.Span(start, end) }

// At returns the span of a block.
func (d *Document) At(b *Block) source.Span { return d.File.Span(b.Start, b.End) }

// Prose returns t as the model's prose, placed in the document's file. The
// result shares nothing with t.
func (d *Document) Prose(t Text) model.Prose {
	if t.Value == "" {
		return model.Prose{}
	}
	p := model.Prose{Text: t.Value, At: d.File.Span(t.Start, t.End)}
	p.Marks = append(p.Marks, t.Marks...)
	return p
}

// SourceLinks returns the document's links with their places.
func (d *Document) SourceLinks() []model.SourceLink {
	out := make([]model.SourceLink, 0, len(d.Links))
	for _, l := range d.Links {
		out = append(out, model.SourceLink{Text: l.Text, Target: l.Target, At: d.File.Span(l.Start, l.End), Image: l.Image})
	}
	return out
}

// Title returns the text of the first heading of the highest rank, or "".
func (t *Tree) Title() string {
	var best *Block
	for _, b := range t.Blocks {
		if b.Kind == Heading && b.Text.Value != "" && (best == nil || b.Level < best.Level) {
			best = b
		}
	}
	if best == nil {
		return ""
	}
	return best.Text.Value
}
