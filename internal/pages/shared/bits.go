package shared

import (
	"strconv"
	"time"
)

// Badge says a state by sign, word and tone together, never by colour alone.
type Badge struct {
	Sign string
	Word string
	Tone Tone
}

// Table is a plain table. The first cell of a row names the row. Class, if
// any, is one of the page's own classes.
type Table struct {
	Caption string
	Class   string
	Head    []string
	Rows    [][]Cell
}

// Cell is one cell of a Table: its text, its address and a quiet word after
// it; the last two may be "".
type Cell struct{ Text, URL, Note string }

// Day returns the day of t, in UTC, as people read it: "2 March 2024"; "" for
// the zero time.
func Day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format("2 January 2006")
}

// Count returns a number with its noun: "1 statement", "12 statements".
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}
