package growth

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rung/internal/fault"
)

// MaxEmail is the most characters that an e-mail address may have.
const MaxEmail = 254

// CleanEmail returns the address as people are known by: trimmed, NFC, lower
// case. It notes under name what is wrong.
func CleanEmail(wrong *fault.Fields, name, email string) string {
	before := len(*wrong)
	email = CleanLine(wrong, name, email, MaxEmail)
	if len(*wrong) > before {
		return email
	}
	email = norm.NFC.String(strings.ToLower(email))
	local, domain, ok := strings.Cut(email, "@")
	if !ok || !localPart(local) || !domainName(domain) {
		wrong.Add(name, "Please give an e-mail address, as ada@example.org.")
	}
	return email
}

// localPart reports whether s can stand before the @. Quoted forms, which
// nobody is given, are not accepted.
func localPart(s string) bool {
	return s != "" && len(s) <= 64 && !strings.HasPrefix(s, ".") && !strings.HasSuffix(s, ".") && !strings.Contains(s, "..") &&
		!strings.ContainsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`"(),:;<>@[\]`, r) })
}

func domainName(s string) bool {
	for label := range strings.SplitSeq(s, ".") {
		if label == "" || strings.HasPrefix(label, "-") || strings.HasSuffix(label, "-") || strings.ContainsFunc(label, notInLabel) {
			return false
		}
	}
	return true
}

func notInLabel(r rune) bool {
	return r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
}
