package dialect

import (
	"strings"

	"rung/internal/pattern"
)

// stepWords stand between the levels of a step: "Junior to Mid", "L3 → L4". A
// page about a step says what is asked of those who take it.
var stepWords = []string{" to ", " → ", " -> ", " => ", " ➔ ", " » ", " bis ", " zum ", " zur ", " zu ", " para ", " vers ", " naar ", " till ", " до ", " в "}

// stepLead begins some names of steps.
var stepLead = pattern.New(`(?i)^(?:from|von|vom|de|du|do|da|van|från|от|из|promotion from|progressing from|moving from|growing from|stepping up from|step from)\s+`)

// maxStep is how long the name of a step may be, in bytes.
const maxStep = 72

// step splits the name of a step into the levels between which it leads; ok is
// false for any other title, as "Senior to the team".
func step(title string) (from, to string, ok bool) {
	if len(title) > maxStep || strings.IndexByte(title, ' ') < 0 {
		return "", "", false
	}
	for _, word := range stepWords {
		from, to, ok = strings.Cut(title, word)
		if !ok {
			continue
		}
		from = strings.TrimSpace(stepLead.ReplaceAllString(strings.TrimSpace(from), ""))
		to = strings.TrimSpace(to)
		if a, b := stepEnd(from), stepEnd(to); a*b > jobEnd*jobEnd && !strings.EqualFold(from, to) {
			return from, to, true
		}
	}
	return "", "", false
}

// What stands at an end of a step. A step between two mere jobs, "Engineer to
// Manager", is as often the title of an essay: the ends must say more together.
const (
	noEnd   = 0
	jobEnd  = 2 // a job: "Engineer"
	rankEnd = 3 // a level: seniority, alone or before a job, or a label
)

func stepEnd(words string) int {
	if words == "" || len(strings.Fields(words)) > 4 {
		return noEnd
	}
	label, rest := splitLabel(words)
	_, rank, base := rankOf(words)
	switch {
	case label.Text != "" && (rest == "" || RoleTitle(rest)), rank != "" && (base == "" || RoleTitle(base)):
		return rankEnd
	case RoleTitle(words):
		return jobEnd
	}
	return noEnd
}

// stepLabel returns the label of a step between two labels, "L3 to L4": that
// of the level to which it leads, in the words of both.
func stepLabel(title string) (Label, bool) {
	from, to, ok := step(title)
	if !ok {
		return Label{}, false
	}
	a, restA := splitLabel(from)
	b, restB := splitLabel(to)
	if a.Text == "" || b.Text == "" || restA != "" || restB != "" {
		return Label{}, false
	}
	b.Text = title
	return b, true
}

// unglued sets words of seniority apart from a digit behind them: "Senior2".
func unglued(words []string) []string {
	for i, w := range words {
		n := len(w) - 1
		if n < 2 || w[n] < '0' || w[n] > '9' || !rankWords[strings.ToLower(w[:n])] {
			continue
		}
		out := append(append(append([]string(nil), words[:i]...), w[:n], w[n:]), words[i+1:]...)
		return unglued(out)
	}
	return words
}
