package dialect

import "strings"

// glossOff takes off a title what explains it behind the numeral that counts a
// job: "Docent II – Seasoned" is the second Docent, whatever the words behind it
// rank elsewhere. A title without such a numeral is returned as it is.
func glossOff(title string) string {
	if !strings.ContainsAny(title, ":：,–—|/·-") {
		return title
	}
	const words = 5 // of a job, at most
	at := 0
	for n := 0; n < words; n++ {
		word, rest, more := strings.Cut(title[at:], " ")
		if !more {
			return title
		}
		bare := strings.TrimRight(word, ":：,")
		if n > 0 && isNumeral(bare) && (bare != word || beginsGloss(rest)) {
			return title[:at+len(bare)]
		}
		at += len(word) + 1
	}
	return title
}

// beginsGloss reports whether what follows a numeral is a sign alone and more.
func beginsGloss(rest string) bool {
	sign, words, _ := strings.Cut(rest, " ")
	return words != "" && strings.Trim(sign, ":：–—|/·-") == "" && sign != ""
}

// isNumeral reports a small number in digits, or in letters of upper case: "i"
// is a word.
func isNumeral(word string) bool {
	if len(word) > 4 {
		return false
	}
	_, ok := roman(word)
	return ok && word == strings.ToUpper(word) || isSmall(word)
}
