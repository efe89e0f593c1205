package standing

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rung/internal/pages/shared"
)

// opinions says what self and manager think, in one line.
func opinions(r Row) string {
	var parts []string
	for _, g := range []*Given{r.Self, r.Manager} {
		if g != nil {
			parts = append(parts, g.By+": "+g.Label)
		}
	}
	if len(parts) == 0 {
		if r.Why != "" {
			return sentence(r.Why)
		}
		return "Nobody has rated this yet."
	}
	if n := len(r.Evidence); n > 0 {
		parts = append(parts, shared.Count(n, "piece of evidence", "pieces of evidence"))
	} else {
		parts = append(parts, "no evidence yet")
	}
	return strings.Join(parts, " · ")
}

func hasMore(r Row) bool {
	return r.Self != nil || r.Manager != nil || len(r.Peers) > 0 || len(r.Evidence) > 0 || len(r.Open) > 0
}

func moreWords(r Row) string {
	switch {
	case len(r.Open) > 0:
		return "What it rests on"
	case len(r.Evidence) > 0:
		return "Words and evidence"
	default:
		return "What was said"
	}
}

func areaTitle(a Area) string {
	if a.Title == "" {
		return "Statements"
	}
	return a.Title
}

// sentence makes a sentence of words that begin in lower case.
func sentence(words string) string {
	first, n := utf8.DecodeRuneInString(words)
	out := string(unicode.ToUpper(first)) + words[n:]
	if !strings.HasSuffix(out, ".") {
		out += "."
	}
	return out
}

func ruleSentence(r Rule) string {
	switch {
	case r.Meets && r.Open == 0:
		return "Every statement is shown."
	case r.Meets:
		return "What is shown is enough by the rule; " + shared.Count(r.Open, "statement is", "statements are") + " still open."
	default:
		return shared.Count(r.Open, "statement is", "statements are") + " still open."
	}
}
