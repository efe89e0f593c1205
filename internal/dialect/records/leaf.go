package records

import (
	"rung/internal/dialect"
	"rung/internal/parse"
)

// group is a record, a key or a file that holds others and has a name: an
// area, a track, or what areas are sorted into. Which of them is told by where
// it stands among the levels, once all texts are known.
type group struct {
	name parse.Text
	id   string
	says word   // of the list or the key that it stands in
	list string // that key; groups of one list are of one kind
	ref  bool   // a field names it, it holds nothing itself
}

// level is a level as one place of the data names it.
type level struct {
	names    []string   // by which others may refer to it
	label    parse.Text // "L1", "Novice"; the zero Text where only its place tells it
	title    parse.Text // of the role, where it has one beside the label
	place    int        // in its list, from 1
	nameless bool
	job      bool // it stands in a list of roles
	entered  bool // in a list of levels, or under a key that is one
	told     bool // some file of the set lists it among its levels
}

// step is one choice between the root of a file and a text in it: a group or a
// level.
type step struct {
	*group
	*level
}

// kind is what a leaf is for.
type kind int

const (
	statements kind = iota
	about           // prose about where it stands
	fact            // an entry of the scope
	takeOver        // the name of a level that is taken over
	require         // a competency at a level
)

// leaf is a text, or several of one field, with the steps that lead to it.
type leaf struct {
	kind     kind
	steps    []step
	texts    []*parse.Record
	field    parse.Text      // the key it stands under
	says     word            // of that key
	key      string          // the id that the source gives the statement
	examples []*parse.Record // of the statement, or of the area where texts is empty
	more     []*parse.Record // the same at length
	byID     bool            // what is required is a text, whose id this is
	soft     bool            // a summary: the statement only where nothing else is
}

// sheet is one file of data with what was found in it.
type data struct {
	page      *dialect.Page
	root      *parse.Record
	leaves    []*leaf
	levels    *scale            // that the file declares or uses
	groups    map[string]*group // that the file declares, by id and name
	texts     int               // that stand anywhere in it
	dates     int               // records of events and offers
	questions int               // texts that are questions
	people    []*parse.Record   // that tell of people
	ended     []*parse.Record   // that say they are in force no more
	told      toldLevels        // by the files of the set
	mixed     mixed             // of the set
	refused   map[string]bool   // keys that prose says are not asked for
	cited     *cited            // by the files of the set from each other
}

// start returns where the first text of a leaf stands.
func (l *leaf) start() int {
	for _, list := range [][]*parse.Record{l.texts, l.examples, l.more} {
		if len(list) > 0 {
			return list[0].Start
		}
	}
	return -1
}

// levelOf returns the level that a leaf stands at, or nil, with its index.
func (l *leaf) levelAt() (at int, found *level) {
	for i := len(l.steps) - 1; i >= 0; i-- {
		if l.steps[i].level != nil {
			return i, l.steps[i].level
		}
	}
	return -1, nil
}

// with returns steps with one more behind them.
func with(steps []step, more ...step) []step {
	return append(steps[:len(steps):len(steps)], more...)
}
