package dialect

import (
	"strconv"
	"strings"
)

// proficiency are words for how well somebody does something, which head the
// levels of a competency, and with no other level about, of a ladder.
var proficiency = wordSet(`awareness aware novice beginner basic basics foundation foundational fundamental fundamentals working learning learner
	developing competent proficient proficiency intermediate practitioner skilled experienced advanced expert mastery master leading thought-leader
	authority role-model exemplary basico básico intermedio intermediário avançado avanzado experto iniciante grundlagen fortgeschritten experte
	начальный базовый средний продвинутый эксперт новичок
	débutant confirmé expérimenté anfänger einsteiger könner novato principiante competente começante`)

// LevelName reports whether a name, alone, is that of a level or of a role: a
// label, a word of seniority or proficiency, the title of a job. A bare number
// is none: see LevelAxis.
func LevelName(name string) bool {
	name = emojiOff(strings.TrimSpace(name))
	if name == "" || len(name) > maxTitle || PersonVoice(name) {
		return false
	}
	if label, rest := SplitLabel(plainTitle(name)); label.Text != "" {
		return len(strings.Fields(rest)) <= 8
	}
	name = ordinalOff(name) // "2. Junior" counts
	if OnlySeniority(roleWords(name)) || RoleTitle(name) {
		return true
	}
	words := strings.Fields(strings.ToLower(name))
	return len(words) <= 2 && proficiency[words[0]]
}

// LevelAxis reports whether names that stand beside each other, as the heads
// of a table's columns, the keys of a record or the headings of a page, are
// levels: two at least, distinct, and three in four of them named like levels,
// or counted from a small number on, or one job with words of seniority.
func LevelAxis(names []string) bool {
	if len(names) < 2 {
		return false
	}
	seen := map[string]bool{}
	named := 0
	for _, n := range names {
		key := Slug(n)
		if key == "" || seen[key] {
			return false
		}
		seen[key] = true
		if LevelName(n) {
			named++
		}
	}
	if named*4 >= len(names)*3 || counted(names) || named*2 >= len(names) && counted(numbersOf(names)) {
		return true
	}
	return oneOfJobs(names)
}

// oneOfJobs reports whether names are a job with words of seniority. One in four
// may rank it by a word of its own: "Assistant Sexton" beside "Sexton" and "Senior
// Sexton".
func oneOfJobs(names []string) bool {
	jobs := sharedJobs(names)
	own := 0
	for _, n := range names {
		switch {
		case inJobs(jobs, n) || LevelName(n):
		case endsInJob(jobs, n):
			own++
		default:
			return false
		}
	}
	return len(jobs) > 0 && own*4 <= len(names)
}

// endsInJob reports whether a title is a word or two before one of the jobs.
func endsInJob(jobs map[string]bool, title string) bool {
	if len(jobs) == 0 || len(title) > maxTitle {
		return false
	}
	_, _, base := Rank(roleWords(title))
	words := strings.Fields(strings.ToLower(base))
	for i := 1; i < len(words) && i <= 2; i++ {
		if jobs[strings.Join(words[i:], " ")] {
			return true
		}
	}
	return false
}

// numbersOf returns the numbers that names begin with; "" where one has none.
// "2. Practice" between "1. Awareness" and "3. Mastery" is a level by its number.
func numbersOf(names []string) []string {
	out := make([]string, len(names))
	for i, name := range names {
		if n, rest, ok := orderPrefix(emojiOff(strings.TrimSpace(name))); ok && rest != "" && len(strings.Fields(rest)) <= 3 {
			out[i] = strconv.Itoa(n)
		}
	}
	return out
}

// countsOn reports the number and the name of what may be a level among others
// that are counted: "2. Practice".
func countsOn(name string) bool { return numbersOf([]string{name})[0] != "" }

// counted reports whether names are small numbers that rise or fall by one.
func counted(names []string) bool {
	step := 0
	last := 0
	for i, n := range names {
		v, err := strconv.Atoi(strings.TrimSpace(n))
		if err != nil || v < 0 || v > 20 {
			return false
		}
		switch {
		case i == 1 && (v == last+1 || v == last-1):
			step = v - last
		case i > 0 && v != last+step:
			return false
		}
		last = v
	}
	return step != 0
}
