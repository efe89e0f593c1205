package model

import "rung/internal/source"

// DraftFramework is a framework as the readers leave it, before links are
// followed and edges are known: its roles have no Equivalences and no Derived
// statements yet, and of Extends only what their layout says and no words, as
// the foundation of a sheet; there a Role may be "" and Target the path or the
// name of the role, as front matter has it. Its marks are not resolved.
// Statement ids are provisional, but distinct.
type DraftFramework struct {
	*Framework
	// Links is every link of every file that was read, pages included, by
	// file and offset.
	Links []SourceLink
	// Anchors holds, by path, the fragment identifiers that headings of the
	// file give, in the way code hosts form them.
	Anchors map[string][]string
	// Sources is what was read.
	Sources *source.Set
	// Folders holds every folder of the tree, without trailing slash.
	Folders map[string]bool
	// Others holds the paths of files that exist but were not read (images,
	// licences), so that links to them are known to lead somewhere.
	Others map[string]bool
	// Comments is what the text says to rung itself, by file and offset.
	Comments []Comment
	// Literal holds the paths of files of which the author says that words that
	// only refer to another level, as "Same as L2", are statements.
	Literal map[string]bool
	// Accounts is what readers know of texts that the framework does not hold.
	Accounts []Account
	// Texts returns every text of the file at path.
	Texts func(path string) FileTexts
}

// FileTexts is every text of a file, in order: headings, paragraphs, cells,
// values.
type FileTexts interface {
	Len() int
	// At returns the place of the text i.
	At(i int) source.Span
	// Left returns where the first words of text i stand that lie in none of
	// the given places; ok is false where there are none.
	Left(i int, covered []source.Span) (at source.Span, ok bool)
	// Lead reports a text that only says what follows, as "Examples:".
	Lead(i int) bool
}

// Comment is a comment in the text that speaks to rung. Text is what stands
// behind "rung:".
type Comment struct {
	Text string
	At   source.Span
}

// SourceLink is a link as written.
type SourceLink struct {
	Text   string      // the words that carry it
	Target string      // the destination as written
	At     source.Span // the destination where it can be told apart, else the whole link
	Image  bool
}
