package change

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"rung/internal/wording"
)

// term is a word of a statement, or words that mean one thing together, in the
// form in which terms are compared.
type term struct {
	word     string // lower-case, one spelling of each word
	text     string // as it was written
	pre      string // the signs between the term before and this one
	gap      bool   // whether a space is among them
	sentence int    // counted from 0
	depth    int    // of parentheses
	amount   *amount
}

// weighty are signs that are read as words: "C" is not "C++", "90" not "90 %",
// and "and/or" not "and". A tick or a cross says yes or no.
const weighty = "+#%@<>=≤≥$€£¥/✅❌✓✔✗✘🚫⁄"

// breaks end a sentence.
const breaks = ".!?;:。！？；"

// terms cuts a statement into terms.
func (l *lexicon) terms(text string) []term {
	out := l.split(plain(norm.NFKC.String(text)))
	out = l.fold(out)
	out = l.amounts(out)
	sentence, depth := 0, 0
	for i := range out {
		t := &out[i]
		depth = max(0, depth+strings.Count(t.pre, "(")+strings.Count(t.pre, "[")-strings.Count(t.pre, ")")-strings.Count(t.pre, "]"))
		if i > 0 && strings.ContainsAny(t.pre, breaks) && t.gap && !l.examples[out[i-1].word] && !l.explains[out[i-1].word] {
			sentence++
		}
		t.sentence, t.depth = sentence, depth
	}
	return out
}

// split returns the words of a text, contractions taken apart.
func (l *lexicon) split(text string) []term {
	var out []term
	pre, gap := "", false
	for _, tok := range wording.Tokens(text) {
		piece := text[tok.Start:tok.End]
		switch {
		case strings.TrimSpace(piece) == "":
			gap = true
			continue
		case !tok.Word && piece == "&":
			piece = "and"
		case !tok.Word && !strings.Contains(weighty, piece):
			pre += mend(piece)
			continue
		}
		for i, word := range l.expand(wordOf(piece)) {
			t := term{word: l.spelling(word), text: piece, pre: pre, gap: gap}
			if i > 0 {
				t.text, t.pre, t.gap = "", "", true
			}
			out = append(out, t)
		}
		pre, gap = "", false
	}
	return out
}

// mend gives all dashes one form.
func mend(sign string) string {
	if r, _ := utf8.DecodeRuneInString(sign); unicode.Is(unicode.Pd, r) || r == '~' || r == '〜' || r == '−' {
		return "-"
	}
	return sign
}

func wordOf(piece string) string {
	word := norm.NFKC.String(strings.ToLower(piece))
	return strings.ReplaceAll(word, "’", "'")
}

// expand takes a contraction apart, and sets the ending of a possessive off.
func (l *lexicon) expand(word string) []string {
	if full, ok := l.contractions[word]; ok {
		return strings.Fields(full)
	}
	return []string{word}
}

// fold joins words that mean one thing together, the longest first.
func (l *lexicon) fold(in []term) []term {
	out := make([]term, 0, len(in))
	for i := 0; i < len(in); {
		n, word := l.phraseAt(in[i:])
		t := in[i]
		for _, more := range in[i+1 : i+n] {
			t.text = strings.TrimSpace(t.text + between(more) + more.text)
		}
		if n > 1 {
			t.word = word
		}
		out = append(out, t)
		i += n
	}
	return out
}

func between(t term) string {
	if t.gap {
		return t.pre + " "
	}
	return t.pre
}

// phraseAt returns how many of the terms are one phrase, at least 1, and what
// stands for it.
func (l *lexicon) phraseAt(in []term) (n int, word string) {
	for _, p := range l.phrases[in[0].word] {
		if startsWith(in, p.words) {
			return len(p.words), p.means
		}
	}
	return 1, in[0].word
}

// startsWith reports whether terms begin with the words, with nothing but
// spaces and hyphens between.
func startsWith(in []term, words []string) bool {
	if len(in) < len(words) {
		return false
	}
	for i, w := range words {
		if in[i].word != w || i > 0 && strings.Trim(in[i].pre, "-") != "" {
			return false
		}
	}
	return true
}

// plain takes off markup: tags, the targets of links. What is struck through
// stays, with its signs, as words that nobody knows.
func plain(text string) string {
	if !strings.ContainsAny(text, "<]~:") {
		return text
	}
	text = strings.ReplaceAll(text, "~~", " #struck# ")
	text = cut(text, "](", ")", "]")
	for _, scheme := range []string{"https://", "http://", "mailto:"} {
		text = cutLink(text, scheme)
	}
	return cutTags(text)
}

// cut replaces what stands from one sign to another.
func cut(text, from, to, by string) string {
	for {
		start := strings.Index(text, from)
		if start < 0 {
			return text
		}
		end := strings.Index(text[start+len(from):], to)
		if end < 0 {
			return text
		}
		text = text[:start] + by + text[start+len(from)+end+len(to):]
	}
}

// cutLink replaces bare addresses by one word: an address asks nothing.
func cutLink(text, scheme string) string {
	var b strings.Builder
	for {
		start := strings.Index(text, scheme)
		if start < 0 {
			b.WriteString(text)
			return b.String()
		}
		b.WriteString(text[:start] + "hyperlink")
		text = text[start:]
		end := strings.IndexFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(")>\"'", r) })
		if end < 0 {
			return b.String()
		}
		text = text[end:]
	}
}

// cutTags takes off HTML tags, and leaves signs of comparison alone.
func cutTags(text string) string {
	var b strings.Builder
	for {
		start := strings.IndexByte(text, '<')
		if start < 0 || start+1 == len(text) {
			b.WriteString(text)
			return b.String()
		}
		end := strings.IndexByte(text[start:], '>')
		next := text[start+1]
		if end < 0 || next != '/' && (next < 'a' || next > 'z') {
			b.WriteString(text[:start+1])
			text = text[start+1:]
			continue
		}
		b.WriteString(text[:start] + " ")
		text = text[start+end+1:]
	}
}
