package accounts

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"rung/internal/fault"
	"rung/internal/growth"
)

// Limits of a password, in characters.
const (
	MinPassword = 15
	MaxPassword = 256
	// minOwn is how many characters must remain when everything that anybody
	// would guess is taken away.
	minOwn = 8
	// longestUnit is the longest text whose repetition counts as one guess.
	longestUnit = 10
	shortestRun = 3 // characters that count as a run, as "abc" and "321"
)

// guessed are what the most common passwords are made of.
var guessed = []string{
	"password", "passwort", "passphrase", "motdepasse", "contrasena", "letmein", "welcome", "willkommen", "iloveyou",
	"administrator", "admin", "qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm", "qwerty", "qwertz", "azerty",
	"1qaz2wsx3edc4rfv", "1q2w3e4r5t6y7u8i9o0p", "1q2w3e4r", "correcthorsebatterystaple", "changeme", "default", "secret", "login",
	"monkey", "dragon", "football", "baseball", "sunshine", "princess", "superman", "trustno1", "starwars", "whatever", "summer", "winter",
	"spring", "autumn", "january", "february", "december", "company", "career", "ladder", "rung",
}

// checkPassword returns why the password will not do for p, or nil: the rules
// of NIST SP 800-63B-4, so length and no common pattern, and no rule on what
// kinds of characters it holds.
func (s *Service) checkPassword(field, password string, p growth.Person) error {
	var wrong fault.Fields
	password = norm.NFC.String(password)
	n := utf8.RuneCountInString(password)
	switch {
	case !utf8.ValidString(password):
		wrong.Add(field, "This is not readable text; please type it again.")
	case n < MinPassword:
		wrong.Add(field, "Please use at least %d characters; a few words in a row are easy to remember.", MinPassword)
	case n > MaxPassword:
		wrong.Add(field, "Please use at most %d characters.", MaxPassword)
	case len(s.own(password, p)) < minOwn:
		wrong.Add(field, "This is easy to guess: it rests on names, common words or a pattern. Please choose another.")
	}
	return wrong.Err()
}

// own returns the characters of a password that remain when common words, the
// person's and the company's names, runs and repetitions are taken away.
func (s *Service) own(password string, p growth.Person) []rune {
	text := plain(password)
	if repeats([]rune(text)) {
		return nil
	}
	words := slices.Concat(guessed, parts(p.Name), parts(p.Email))
	for _, w := range s.context {
		words = append(words, parts(w)...)
	}
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) })
	for _, w := range words {
		text = strings.ReplaceAll(text, w, " ")
	}
	return withoutRuns([]rune(strings.ReplaceAll(text, " ", "")))
}

// plain returns the letters and digits of a text in lower case; what stands
// between them makes nothing harder to guess. A text of other characters alone
// stays as it is.
func plain(text string) string {
	out := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
	if utf8.RuneCountInString(out) < minOwn {
		return text
	}
	return out
}

// parts returns the words of a name or an address that are long enough to be
// told apart from chance, and all of them in a row.
func parts(name string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(norm.NFC.String(name)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if utf8.RuneCountInString(w) >= shortestRun {
			out = append(out, w)
		}
	}
	return out
}

// repeats reports whether the text is one short text again and again.
func repeats(text []rune) bool {
	for n := 1; n <= min(longestUnit, len(text)/2); n++ {
		same := true
		for i := n; i < len(text) && same; i++ {
			same = text[i] == text[i-n]
		}
		if same {
			return true
		}
	}
	return false
}

// withoutRuns returns text without the characters that only go on with what
// the one before began: the same again, or one up or down in the alphabet or
// among the digits.
func withoutRuns(text []rune) []rune {
	var out []rune
	for i := 0; i < len(text); {
		j := i + 1
		for j < len(text) && j-i >= 1 && step(text[j-1], text[j]) != none && (j-i == 1 || step(text[j-1], text[j]) == step(text[j-2], text[j-1])) {
			j++
		}
		if j-i < shortestRun {
			out = append(out, text[i])
			i++
			continue
		}
		i = j
	}
	return out
}

type direction int

const (
	none direction = iota
	again
	up
	down
)

func step(a, b rune) direction {
	switch {
	case a == b:
		return again
	case b == a+1, a == '9' && b == '0':
		return up
	case b == a-1, a == '0' && b == '9':
		return down
	default:
		return none
	}
}
