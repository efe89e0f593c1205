package dialect

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rung/internal/model"
	"rung/internal/parse"
)

// Layout is a table read as levels and what is said at each: its axes found,
// whichever way round its author drew them.
type Layout struct {
	Grid   *Grid
	Track  parse.Text // the track, where the table itself names one
	Levels []LayoutLevel
	Lanes  []*Lane
	Across bool       // levels are columns
	Single bool       // what the levels are told by has no name of its own
	Tidy   bool       // each row is a record of one level and one area
	Head   parse.Text // of the column of levels
	Title  parse.Text // of the table, where it has a row of its own
}

// LayoutLevel is one level of a layout.
type LayoutLevel struct {
	Name  parse.Text
	Notes []parse.Text // what the cell says beyond the name
}

// Names returns the names of the levels.
func (l *Layout) Names() []string {
	var out []string
	for _, v := range l.Levels {
		out = append(out, v.Name.Value)
	}
	return out
}

// Of returns the lanes of one kind.
func (l *Layout) Of(kind LaneKind) []*Lane {
	var out []*Lane
	for _, lane := range l.Lanes {
		if lane.Kind == kind {
			out = append(out, lane)
		}
	}
	return out
}

// Layouts returns a table as levels and texts: one layout for each track that
// it holds, and the other way round where both its axes may be levels. near is
// what stands above it, the title of the page included: bare numbers are levels
// only where something says so. It returns nothing for a table that is no
// ladder: one without levels, or one that says nothing of them but figures,
// names and marks.
func Layouts(g *Grid, near string) (found, other []*Layout) {
	if g == nil || g.Width() < 2 || len(g.Rows) < 2 {
		return nil, nil
	}
	if parts := g.parts(); len(parts) > 1 {
		for _, part := range parts {
			got, _ := Layouts(part, near)
			for _, l := range got {
				if l.Track.Value == "" {
					l.Track = l.Title
				}
			}
			found = append(found, got...)
		}
		return found, nil
	}
	across, down := stating(g.across(near)), stating(g.down(near))
	switch {
	case len(across) == 0:
		return down, nil
	case len(down) == 0:
		return across, nil
	case levelHead.MatchString(down[0].Head.Value) || certainty(down[0].Names()) > certainty(across[0].Names()):
		return down, across
	}
	return across, down
}

// certainty counts the names that can be nothing but levels: labels and words
// of seniority. "Mentor" and "Coach" may be jobs and areas.
func certainty(names []string) float64 {
	n := 0
	for _, name := range names {
		if label, _ := SplitLabel(plainTitle(name)); label.Text != "" || OnlySeniority(roleWords(name)) {
			n++
		}
	}
	return float64(n) / float64(max(len(names), 1))
}

// stating returns the layouts where these say something of their levels.
func stating(all []*Layout) []*Layout {
	var f laneFacts
	titled := 0
	for _, l := range all {
		for _, lane := range l.Of(TextLane) {
			g := factsOf(lane.All())
			f.filled += g.filled
			f.texts += g.texts
			f.words += g.words
			for _, c := range lane.All() {
				if isNamed(c) && !IsStub(c.Text.Value) && !IsBlank(c.Text.Value) {
					titled++
				}
			}
		}
	}
	switch {
	case f.texts < 2, titled*5 >= f.filled*4:
		return nil
	case len(all) > 0 && certainty(all[0].Names()) >= 0.5 && f.texts*3 >= f.filled && f.words >= 2*f.filled:
		return all // terse, but of levels beyond doubt: "Waters plants", "Grafts roses"
	case f.texts*2 < f.filled, f.words*2 < 5*f.filled:
		return nil
	}
	return all
}

// isNamed reports a cell of a few words that all begin with capitals, as the
// names of jobs do. A script without capitals names nothing by them.
func isNamed(c *Cell) bool {
	words := strings.Fields(c.Text.Value)
	if len(words) == 0 || wordCount(c.Text.Value) > 6 {
		return false
	}
	if first, _ := utf8.DecodeRuneInString(words[0]); unicode.IsLetter(first) && !unicode.IsUpper(first) && !unicode.IsLower(first) {
		return false
	}
	for _, w := range words {
		if len(w) > 3 && startsLower(w) {
			return false
		}
	}
	return true
}

// headOf returns the words of a cell that name a level: all of them, or its
// first line, with what else it says.
func headOf(c *Cell) (name parse.Text, notes []parse.Text) {
	t := bareSlice(c.Text)
	if c.Block == nil || LevelName(t.Value) {
		return t, nil
	}
	lines := cellLines(c.Block)
	if len(lines) < 2 {
		return t, nil
	}
	for _, l := range lines[1:] {
		notes = append(notes, l.text)
	}
	return lines[0].text, notes
}

// bareSlice takes a colon off the end of a label.
func bareSlice(t parse.Text) parse.Text {
	short := strings.TrimRight(t.Value, ":： ")
	if short == t.Value || short == "" {
		return t
	}
	return t.Slice(0, len(short))
}

// labelOf returns the label that a cell holds, and what it says beyond it: a
// name in bold or in a few words over lines that describe it.
func labelOf(c *Cell) (label parse.Text, notes []parse.Text) {
	if c.Block == nil || IsBlank(c.Text.Value) {
		return parse.Text{}, nil
	}
	lines := cellLines(c.Block)
	switch {
	case len(lines) > 1 && wordCount(lines[0].text.Value) <= 6:
		for _, l := range lines[1:] {
			notes = append(notes, l.text)
		}
		return bareSlice(lines[0].text), notes
	case len(c.Text.Marks) > 0 && c.Text.Marks[0].Kind == model.Strong && c.Text.Marks[0].Start == 0:
		// "**Coding**: how we write code" is a label and a note.
		end := c.Text.Marks[0].End
		rest := strings.TrimLeft(c.Text.Value[end:], " :：–—-")
		if wordCount(rest) >= 3 {
			return bareSlice(c.Text.Slice(0, end)), []parse.Text{c.Text.Slice(len(c.Text.Value)-len(rest), len(c.Text.Value))}
		}
	}
	return bareSlice(c.Text), nil
}

// mentionsLevels reports whether words say that something is told by level.
func mentionsLevels(near string) bool {
	low := strings.ToLower(near)
	for _, w := range levelWords {
		if strings.Contains(low, w) {
			return true
		}
	}
	for _, w := range []string{"ladder", "career", "progression", "seniority", "senioridade", "karriere", "carreira", "carrera", "carrière", "уров", "レベル", "等級"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return namesNoun(low)
}
