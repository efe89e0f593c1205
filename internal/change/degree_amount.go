package change

import (
	"math"
	"strconv"
	"strings"
)

// amount is a number or a range of something: at least low, at most high.
type amount struct {
	low, high float64
	unit      string // "" where no unit follows
	capped    bool   // whether it says that there must not be more
}

// days are the lengths of units of time, so that six weeks are more than one
// month.
var days = map[string]float64{"hour": 1.0 / 24, "day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}

// reaches are the units that count ever more people.
var reaches = map[string]int{"person": 1, "engineer": 1, "report": 1, "mentee": 1, "team": 2}

// than returns whether a is more (1), less (-1) or neither than b; ok is false
// where the two cannot be compared.
func (a amount) than(b amount) (direction int, ok bool) {
	if a.capped || b.capped {
		return 0, false // "within two days" asks more than "within four"
	}
	if days[a.unit] > 0 && days[b.unit] > 0 {
		a, b = a.times(days[a.unit]), b.times(days[b.unit])
	}
	byReach := 0
	switch ra, rb := reaches[a.unit], reaches[b.unit]; {
	case a.unit == b.unit:
	case ra > 0 && rb > 0 && ra != rb:
		byReach = ra - rb
	default:
		return 0, false
	}
	low, high := sign(a.low-b.low), sign(a.high-b.high)
	if low*high < 0 || byReach != 0 && (low*byReach < 0 || high*byReach < 0) {
		return 0, false
	}
	return sign(float64(low + high + byReach)), true
}

func (a amount) times(n float64) amount {
	return amount{low: a.low * n, high: a.high * n, unit: "time"}
}

func sign(x float64) int {
	switch {
	case x > 0:
		return 1
	case x < 0:
		return -1
	}
	return 0 // as is infinity less infinity
}

// amounts joins numbers with what bounds them and with their unit.
func (l *lexicon) amounts(in []term) []term {
	out := make([]term, 0, len(in))
	for i := 0; i < len(in); {
		n, a := l.amountAt(in, i)
		t := in[i]
		for _, more := range in[i+1 : i+max(n, 1)] {
			t.text = strings.TrimSpace(t.text + between(more) + more.text)
		}
		if n > 0 {
			t.amount, t.word = a, a.key()
		}
		out = append(out, t)
		i += max(n, 1)
	}
	return out
}

// key is the same for amounts that are the same.
func (a amount) key() string {
	return strconv.FormatFloat(a.low, 'g', -1, 64) + ".." + strconv.FormatFloat(a.high, 'g', -1, 64) + " " + a.unit
}

// amountAt returns the amount that begins at a term, and of how many terms it
// is; 0 where there is none.
func (l *lexicon) amountAt(in []term, i int) (int, *amount) {
	at, bound, capped := i, 0, false
	if l.least[in[at].word] {
		bound, at = 1, at+1
	} else if l.most[in[at].word] {
		bound, capped, at = -1, !reaching[in[at].word], at+1
	}
	low, n := l.number(in, at)
	if n == 0 || l.isName(in, i) {
		return 0, nil
	}
	a := &amount{low: low, high: low, capped: capped}
	at += n
	if high, n := l.rangeEnd(in, at); n > 0 && high > low {
		a.high, at = high, at+n
	}
	if at < len(in) && l.more[in[at].word] {
		bound, at = 1, at+1
	}
	switch bound {
	case 1:
		a.high = math.Inf(1)
	case -1:
		a.low = 0
	}
	if at < len(in) && l.units[in[at].word] != "" && strings.Trim(in[at].pre, "-") == "" {
		a.unit, at = l.units[in[at].word], at+1
	}
	return at - i, a
}

// reaching are bounds that say how far somebody gets, not where one must stop.
var reaching = map[string]bool{"up to": true, "bis zu": true}

// isName reports whether a number at i names something, as in "level 3", or is
// part of an idiom, as in "one of" and "one on one".
func (l *lexicon) isName(in []term, i int) bool {
	if i > 0 && (naming[in[i-1].word] || in[i-1].amount == nil && !in[i].gap && strings.Trim(in[i].pre, "([") != "") {
		return true
	}
	if i+1 < len(in) && (in[i+1].word == "of" || in[i+1].word == "another" || in[i+1].word == "on") {
		return true
	}
	if in[i].word == "one" && (i+1 == len(in) || in[i+1].pre != "" && in[i+1].pre != "-") {
		return true // "the small one"
	}
	return i+1 < len(in) && strings.Contains(in[i+1].pre, ":") && !in[i+1].gap
}

// naming are words that a number follows as a name.
var naming = map[string]bool{
	"level": true, "step": true, "version": true, "section": true, "chapter": true, "phase": true, "stage": true, "tier": true,
	"grade": true, "no": true, "any": true, "each": true, "another": true, "every": true, "iso": true, "rule": true, "band": true, "the": true, "this": true, "that": true, "which": true,
	"stufe": true, "niveau": true, "nivel": true, "nível": true, "уровень": true, "レベル": true,
}

// number reads a number in digits or words.
func (l *lexicon) number(in []term, at int) (value float64, terms int) {
	if at >= len(in) {
		return 0, 0
	}
	if n, ok := l.numbers[in[at].word]; ok {
		return n, 1
	}
	n, ok := parseDigits(in[at].word)
	if !ok {
		return 0, 0
	}
	terms = 1
	for at+terms < len(in) && isThousand(in[at+terms]) && n >= 1 {
		more, _ := parseDigits(in[at+terms].word)
		n, terms = n*1000+more, terms+1
	}
	return n, terms
}

// isThousand reports whether a term goes on with a number as in 1,000.
func isThousand(t term) bool {
	_, ok := parseDigits(t.word)
	return ok && t.pre == "," && !t.gap && len(t.word) == 3
}

// parseDigits reads "12", "2.5", "10k" and "3m".
func parseDigits(word string) (float64, bool) {
	if word == "" || word[0] < '0' || word[0] > '9' {
		return 0, false
	}
	factor := 1.0
	switch word[len(word)-1] {
	case 'k':
		factor = 1e3
	case 'm':
		factor = 1e6
	}
	if factor > 1 {
		word = word[:len(word)-1]
	}
	if strings.Trim(word, "0123456789.") != "" {
		return 0, false
	}
	n, err := strconv.ParseFloat(word, 64)
	return n * factor, err == nil
}

// rangeEnd reads the second half of a range.
func (l *lexicon) rangeEnd(in []term, at int) (value float64, terms int) {
	if at >= len(in) {
		return 0, 0
	}
	if in[at].pre == "-" {
		return l.number(in, at)
	}
	if l.until[in[at].word] && in[at].pre == "" {
		if high, n := l.number(in, at+1); n > 0 {
			return high, n + 1
		}
	}
	return 0, 0
}
