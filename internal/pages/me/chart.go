package me

import (
	"fmt"
	"math"
	"strconv"
	"unicode/utf8"
)

// The strip's measures, in its own units.
const (
	stripLabel  = 190
	stripColumn = 38
	stripRow    = 26
	stripTop    = 34
	longestName = 26 // characters of an area's title beside the chart
)

func stripX(month int) int { return stripLabel + month*stripColumn + stripColumn/2 }
func stripY(row int) int   { return stripTop + row*stripRow }

func stripBox(s *Strip) string {
	return fmt.Sprintf("0 0 %d %d", stripLabel+len(s.Months)*stripColumn, stripTop+len(s.Rows)*stripRow)
}

// radius makes a dot's area, not its width, grow with the count.
func radius(n int) string {
	const unit, most = 4.5, 11
	return strconv.FormatFloat(min(unit*math.Sqrt(float64(n)), most), 'f', 1, 64)
}

// short cuts a title that is too long to stand beside the chart; the table has
// it whole.
func short(title string) string {
	if utf8.RuneCountInString(title) <= longestName {
		return title
	}
	return string([]rune(title)[:longestName-1]) + "…"
}
