package dialect

import (
	"strings"
	"unicode/utf8"

	"rung/internal/pattern"
)

// sectionNumber matches the number of a section before its title, as handbooks,
// contracts and standards have them: "2.3.1 Craft", "§ 4 Grades", "B.2) Keepers".
var sectionNumber = pattern.New(`(?i)^(?:§+\s*|(?:art(?:icle|ikel|ículo|igo|icolo|\.)?|section|sect\.|abschnitt|kapitel|chapter|teil|chapitre|sección|secção|seção|capítulo|раздел|глава|rozdział|avsnitt|hoofdstuk)\s+)?(\d{1,2}(?:\.\d{1,2}){0,4}|(?-i:[A-Z])(?:\.\d{1,2}){1,4})[.)]?(?:\s*[-–—:]\s*|\s+)\pL`)

// numberOf returns the number of a section's title, and where its words begin.
func numberOf(title string) (number string, words int) {
	const near = 16
	if !strings.ContainsAny(title[:min(len(title), near)], "0123456789") {
		return "", 0
	}
	m := sectionNumber.FindStringSubmatchIndex(title)
	if m == nil {
		return "", 0
	}
	_, letter := utf8.DecodeLastRuneInString(title[:m[1]])
	return title[m[2]:m[3]], m[1] - letter
}

// unnumber takes the numbers off the titles of a page whose sections are numbered
// throughout, each number going on from that of the section around: "2.1 Grade I"
// under "2 Research" is no level 2.1. Where only two ranks are numbered, "1.1
// Junior Keeper" under "1 Keepers" may be the level's number, unless titles have
// levels besides.
func unnumber(root *Section) {
	n := &numbering{}
	n.visit(root, "", 0)
	if n.inner < 2 || n.numbered*5 < n.all*4 || n.deepest < 3 && n.labelled*2 < n.inner {
		return
	}
	root.Each(func(sec *Section) {
		if number, words := numberOf(sec.Title.Value); number != "" {
			sec.Title = sec.Title.Slice(words, len(sec.Title.Value))
		}
	})
}

// numbering is how the sections of a page are numbered.
type numbering struct {
	all, numbered int // sections below the page's title, and those that go on from the section around
	inner         int // of these, below another
	labelled      int // of the inner ones, with a level in their words
	deepest       int
}

func (n *numbering) visit(sec *Section, around string, depth int) {
	for _, sub := range sec.Subs {
		number, words := numberOf(sub.Title.Value)
		goesOn := number != "" && (around == "" || strings.HasPrefix(number, around+"."))
		if goesOn {
			n.numbered++
			n.deepest = max(n.deepest, depth+1)
			if around != "" {
				n.inner++
				if label, _ := splitLabel(sub.Title.Value[words:]); label.Text != "" {
					n.labelled++
				}
			}
		}
		switch {
		case goesOn:
			n.all++
			n.visit(sub, number, depth+1)
		case around == "" && len(sub.Subs) > 0: // the page's title
			n.visit(sub, "", depth)
		default:
			n.all++
			n.visit(sub, around, depth)
		}
	}
}
