package model

import "rung/internal/source"

// Account says what became of a stretch of a file that is part of nothing in
// the framework: a reader knows what it is, and that it is no statement.
type Account struct {
	At   source.Span
	Kind AccountKind
}

// AccountKind is what a text is that the framework does not hold.
type AccountKind string

// The kinds of text that a framework does not hold.
const (
	TitleText  AccountKind = "title"      // names a track, a level or a part of the ladder
	GroupText  AccountKind = "group"      // gathers what stands under or beside it, as a row of a section
	LeadText   AccountKind = "lead"       // introduces what follows, as "Examples:"
	Navigation AccountKind = "navigation" // leads elsewhere
	Contents   AccountKind = "contents"   // lists what stands in this ladder
	Metadata   AccountKind = "metadata"   // is about the file: its front matter, an id, a version
	Template   AccountKind = "template"   // is to be replaced by whoever copies it
	Reported   AccountKind = "reported"   // lies in a block of which a diagnostic tells
)
