package dialect

import (
	"strings"

	"rung/internal/parse"
)

// repeats counts words that stand above others without being a heading: a line
// in bold, or a bullet over bullets. What a ladder says of each level comes
// once; what it heads its areas with comes again at each. Keys are in lower case.
type repeats map[string]int

// maxName is how long the name of an area may be, in bytes.
const maxName = 60

// countRepeats counts over all documents: areas come again within a file that
// has all levels, and from file to file where each is one.
func countRepeats(docs []*parse.Document) repeats {
	out := repeats{}
	for _, d := range docs {
		if !isData(d) {
			out.count(d.Blocks)
		}
	}
	return out
}

func (r repeats) count(blocks []*parse.Block) {
	for i, b := range blocks {
		switch b.Kind {
		case parse.Paragraph:
			if len(b.Text.Marks) == 0 || i+1 == len(blocks) || len(b.Text.Value) > maxName {
				continue
			}
			if title, ok := boldLine(b); ok {
				r.add(title.Value)
			}
		case parse.List:
			for _, item := range b.Children {
				if nested := nestedLists(item); len(nested) > 0 {
					r.add(ownText(item).Value)
					r.count(nested)
				}
			}
		}
	}
}

func (r repeats) add(words string) {
	if key := repeatKey(words); key != "" {
		r[key]++
	}
}

// again reports whether words stand above others more than once.
func (r repeats) again(words string) bool {
	key := repeatKey(words)
	return key != "" && r[key] > 1
}

// repeatKey returns words as they are counted, or "" for those that are too
// long for a name, or say something of a person, or introduce examples.
func repeatKey(words string) string {
	if words == "" || len(words) > maxName || PersonVoice(words) {
		return ""
	}
	words = strings.ToLower(strings.TrimRight(emojiOff(strings.Trim(words, "*_ ")), ":： "))
	if strings.ContainsAny(words, ".!?;。") || len(strings.Fields(words)) > 6 || exampleLead(words) != leadNone {
		return ""
	}
	return words
}

// headsLists reports whether a title heads bullets on any page.
func (s *Survey) headsLists(title string) bool {
	if s.listHeads == nil {
		s.listHeads = map[string]bool{}
		for _, p := range s.Pages {
			p.Outline.Each(func(sec *Section) {
				if statesList(sec.Body) && sec.Title.Value != "" && len(sec.Title.Value) <= maxName {
					s.listHeads[Slug(sec.Title.Value)] = true
				}
			})
		}
	}
	return len(title) <= maxName && s.listHeads[Slug(title)]
}

// says reports whether a paragraph is long enough to ask something, and is no
// reference to what another level asks.
func says(text string) bool {
	return wordsIn(text) >= 3 && !Extends(text) && strings.ContainsAny(text, ".。")
}
