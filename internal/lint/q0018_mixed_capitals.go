package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rung/internal/diag"
	"rung/internal/model"
	"rung/internal/source"
)

var q0018MixedCapitals = &Rule{
	Rule: diag.Rule{
		Code: "Q0018", Slug: "mixed-capitals", Severity: diag.Note, Since: "0.1.0",
		Title: "a statement does not begin like the others of its track",
		Text: `All but a few statements of the track begin with a capital, or all but a few without one, and this one does otherwise.
Names that are written so ("iOS", "npm") and code are left alone, and so are tracks without a clear habit.`,
		Bad:  "One of twenty begins small.\n-- Boats/L2-Mate.md --\n# L2: Mate\n\n## Craft\n\n" + capitals + "- count the life jackets every time.\n",
		Good: "All begin alike.\n-- Boats/L2-Mate.md --\n# L2: Mate\n\n## Craft\n\n" + capitals + "- Count the life jackets every time.\n",
	},
	Run: mixedCapitals,
}

// capitals is twenty statements that begin with a capital, for the examples.
var capitals = bareVerbs(behaviours)

// bareVerbs takes "I" off each statement.
func bareVerbs(list string) string {
	var b strings.Builder
	for line := range strings.Lines(list) {
		rest := strings.TrimPrefix(line, "- I ")
		b.WriteString("- " + strings.ToUpper(rest[:1]) + rest[1:])
	}
	return b.String()
}

func mixedCapitals(p *Pass) {
	for _, g := range p.ladder.groups {
		var capital, small [forms]int
		for _, t := range g.texts {
			switch beginning(t.Prose) {
			case upper:
				capital[t.form]++
			case lowerCase:
				small[t.form]++
			}
		}
		for f := range forms {
			switch {
			case small[f] > 0 && habitual(capital[f], small[f]):
				p.otherCase(stray(g.begin(f, lowerCase)), "small letter", "a capital", unicode.ToUpper)
			case capital[f] > 0 && habitual(small[f], capital[f]):
				p.otherCase(stray(smallable(g.begin(f, upper))), "capital", "a small letter", unicode.ToLower)
			}
		}
	}
}

// begin returns the texts of a form that begin so.
func (g *group) begin(f form, so letter) []*text {
	var out []*text
	for _, t := range g.texts {
		if t.form == f && beginning(t.Prose) == so {
			out = append(out, t)
		}
	}
	return out
}

// smallable leaves out what begins with a capital wherever it stands: "I", and
// names, which a program cannot tell from words.
func smallable(list []*text) []*text {
	var out []*text
	for _, t := range list {
		w := firstWord(t.Text)
		if v := subjects[strings.ToLower(w)]; v != first && (v != unknown || doing[strings.ToLower(w)] != unknown) {
			out = append(out, t)
		}
	}
	return out
}

func (p *Pass) otherCase(list []*text, is, expected string, change func(rune) rune) {
	for _, t := range list {
		w := firstWord(t.Text)
		at, exact := p.within(t.Prose, 0, len(w))
		f := p.at(at, "%q begins with a %s, expected %s as elsewhere in the track", w, is, expected).
			help("begin the statement with %s", expected)
		if exact {
			c, size := utf8.DecodeRuneInString(w)
			letter := source.Span{Path: at.Path, Start: at.Start, End: at.Start + size}
			f.fix(diag.Fix{Title: "begin with " + expected, Safe: diag.Safe, Edits: []diag.Edit{{Span: letter, New: string(change(c))}}})
		}
		f.add()
	}
}

func isUpperByte(c byte) bool { return 'A' <= c && c <= 'Z' }
func isLowerByte(c byte) bool { return 'a' <= c && c <= 'z' }

// smallNames are names that are written small wherever they stand.
var smallNames = map[string]bool{"nginx": true, "git": true, "kubectl": true, "bash": true, "pip": true, "pytest": true, "webpack": true}

// letter says how a text begins.
type letter int

const (
	noLetter letter = iota // a digit, a sign, code, a script without case, a name with a case of its own
	upper
	lowerCase
)

func beginning(p model.Prose) letter {
	for _, m := range p.Marks {
		if m.Start == 0 && (m.Kind == model.Code || m.Kind == model.Link) {
			return noLetter
		}
	}
	if len(p.Text) > 1 && isUpperByte(p.Text[0]) && (isLowerByte(p.Text[1]) || p.Text[1] == ' ') {
		return upper // nearly all
	}
	w := firstWord(p.Text)
	c, size := utf8.DecodeRuneInString(w)
	switch {
	case w == "" || strings.IndexFunc(w[size:], unicode.IsUpper) >= 0:
		return noLetter // "iOS", "SQL", "eBay"
	case size == len(w) && strings.HasPrefix(p.Text[size:], "."), smallNames[w] || c < utf8.RuneSelf && !strings.ContainsAny(w, "aeiouyAEIOUY"):
		return noLetter // "e.g.", "npm", "ssh"
	case size < len(w) && len(p.Text) > len(w) && strings.IndexByte("./_@0123456789", p.Text[len(w)]) >= 0 && strings.TrimLeft(p.Text[len(w):], ".") != "":
		return noLetter // "k8s", "node.js", "api/v2"
	case unicode.IsUpper(c):
		return upper
	case unicode.IsLower(c):
		return lowerCase
	}
	return noLetter
}
