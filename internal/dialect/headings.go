package dialect

import (
	"strings"

	"rung/internal/parse"
)

// verdict is how the headings of a group of roles are read, and why.
type verdict struct {
	headings Headings
	reading  string // name of the reading, or "" where nothing else was possible
	why      string
}

// The readings of headings, as rung.yaml names them.
const (
	headingIsArea        = "heading-is-area"
	headingIsStatement   = "heading-is-statement"
	paragraphIsStatement = "paragraph-is-statement"
)

var headingReadings = []string{headingIsArea, headingIsStatement, paragraphIsStatement}

// headingsOf returns what a reading says of headings, or otherwise.
func headingsOf(reading string, otherwise Headings) Headings {
	switch reading {
	case headingIsArea:
		return AreHeadings
	case headingIsStatement:
		return AreStatements
	case paragraphIsStatement:
		return OverProse
	}
	return otherwise
}

// others returns the verdict's reading and those that it can be flipped to,
// the likeliest next.
func (v verdict) others() []string {
	switch v.reading {
	case headingIsArea:
		return []string{headingIsArea, headingIsStatement, paragraphIsStatement}
	case headingIsStatement:
		return []string{headingIsStatement, headingIsArea, paragraphIsStatement}
	}
	return []string{paragraphIsStatement, headingIsArea, headingIsStatement}
}

// headingFacts is what the sections under roles look like.
type headingFacts struct {
	areas    int  // sections with bullets
	voiced   int  // of these, headed by a sentence about a person
	examples bool // examples are marked as such somewhere
	said     int  // headed by another sentence, as "Everything is a chance to learn"
	prose    int  // sections of paragraphs
	direct   int  // paragraphs of roles without sections
	lists    bool
	other    string // a heading that is no such sentence
}

func (f *headingFacts) look(sec *Section) {
	title := emojiOff(sec.Title.Value)
	if facetOf(title) == warningFacet || factsOnly(sec) {
		return // beside the areas, as "About this role" and "Next steps"
	}
	shown := exampleLead(title) != leadNone // a list under these words is of examples
	f.examples = f.examples || shown
	list, words := false, false
	for _, b := range sec.Body {
		f.examples = f.examples || marksExamples(b)
		list = list || b.Kind == parse.List && !shown && !isNavigation(b) || statesTable(b)
		if b.Kind == parse.Paragraph && b.Text.Value != "" {
			lead := exampleLead(b.Text.Value) != leadNone
			words = words || !lead && !shown && !onlyLinks(b.Text)
			shown = shown || lead
		}
	}
	f.lists = f.lists || list
	switch {
	case list || words && PersonVoice(title):
		f.areas++
		switch {
		case PersonVoice(title):
			f.voiced++
		case sentence(title):
			f.said++
		case f.other == "":
			f.other = title
		}
	case words:
		f.prose++
	}
	for _, sub := range sec.Subs {
		f.look(sub)
	}
}

// directProse counts the paragraphs of a role that has neither sections nor
// bullets.
func directProse(r *Section) int {
	if len(r.Subs) > 0 {
		return 0
	}
	n := 0
	for _, b := range r.Body {
		switch b.Kind {
		case parse.Paragraph:
			if !onlyLinks(b.Text) && b.Text.Value != "" {
				n++
			}
		case parse.List, parse.Table:
			return 0
		}
	}
	return n
}

// marksExamples reports whether a block, or one in it, introduces examples.
func marksExamples(b *parse.Block) bool {
	switch b.Kind {
	case parse.Paragraph:
		if _, ok := trailingLead(b.Text); ok || exampleLead(b.Text.Value) != leadNone || saysExample(b.Text.Value) > 0 {
			return true
		}
	case parse.Details:
		if strings.Contains(strings.ToLower(b.Text.Value), "example") {
			return true
		}
	}
	for _, c := range b.Children {
		if marksExamples(c) {
			return true
		}
	}
	return false
}

// judge decides for roles that were written together what their headings are.
// A heading is a statement only where all are sentences about a person and
// examples are marked nowhere: a page that heads its areas with sentences has
// some other heading beside them, or marks its examples.
func judge(roles []*Section) verdict {
	f := &headingFacts{}
	for _, r := range roles {
		f.direct += directProse(r)
		for _, b := range r.Body {
			f.examples = f.examples || marksExamples(b)
			f.lists = f.lists || b.Kind == parse.List && !isNavigation(b) && voiceShare(itemTexts(b)) >= 0.6
		}
		for _, sub := range r.Subs {
			f.look(sub)
		}
	}
	switch {
	case f.areas == 0 && (f.prose >= 2*len(roles) || f.prose == 0 && f.direct >= len(roles)) && !f.lists:
		return verdict{OverProse, paragraphIsStatement, "there are no bullets: each paragraph under a heading says what is asked"}
	case f.voiced*4 >= f.areas*3 && f.voiced+f.said == f.areas && f.areas > 0 && !f.examples:
		return verdict{AreStatements, headingIsStatement, "headings over bullets are sentences about a person, and no examples are marked"}
	case f.voiced > 0 && f.voiced+f.said == f.areas && f.examples:
		return verdict{AreHeadings, headingIsArea, "headings are sentences about a person, but examples are marked as such, so that bullets are the statements"}
	case f.voiced*2 >= f.areas && f.voiced > 0:
		return verdict{AreHeadings, headingIsArea, "headings are sentences about a person, but not all: " + quoted(firstOf(f.other, "others")) + " is none"}
	}
	return verdict{headings: AreHeadings}
}

func quoted(s string) string { return `"` + s + `"` }
