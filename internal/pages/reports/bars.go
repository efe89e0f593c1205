package reports

import (
	"strconv"
	"strings"

	"rung/internal/pages/standing"
)

// barWidth is the width of a small multiple in its own units.
const barWidth = 200

// segment is one state's part of a bar.
type segment struct {
	X, Width string
	Class    string
}

// segments lays the parts of an area side by side, in the order of states.
func segments(a Area) []segment {
	var out []segment
	if a.Total == 0 {
		return nil
	}
	at := 0
	for _, p := range a.Parts {
		next := at + p.N*barWidth
		x := at / a.Total
		out = append(out, segment{strconv.Itoa(x), strconv.Itoa(max(1, next/a.Total-x-1)), "reports-" + strings.ReplaceAll(p.Badge.Word, " ", "-")})
		at = next
	}
	return out
}

// partsInWords says what a bar shows.
func partsInWords(parts []standing.Count) string {
	var out []string
	for _, p := range parts {
		out = append(out, strconv.Itoa(p.N)+" "+p.Badge.Word)
	}
	return strings.Join(out, ", ")
}
