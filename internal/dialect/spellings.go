package dialect

import (
	"strconv"
	"strings"
)

// spellings tells which names are those of one level, where pages spell it in
// several ways: "Stage 1: Deckhand", "Deckhand (Stage 1)", "1. Deckhand" and
// "Deckhand". The zero value knows of none.
type spellings struct {
	label map[string]string // by words: the key of the label that they stand beside
	twice map[string]bool   // labels that one list has more than once
	plain map[string]string // by words: themselves, where they stand alone somewhere
}

// newSpellings learns from the lists of levels of all pages. Words that stand
// beside two labels, as "Engineer" in "L3 Engineer" and "L4 Engineer", are the
// name of neither; and what one list tells apart, as "1. Diver" and "2. Diver",
// stays so.
func newSpellings(lists [][]string) spellings {
	s := spellings{label: map[string]string{}, twice: map[string]bool{}, plain: map[string]string{}}
	apart := map[string]bool{}
	for _, names := range lists {
		seen, labels := map[string]bool{}, map[string]bool{}
		for _, name := range names {
			label, words := levelWordsOf(name)
			if label != "" {
				s.twice[label] = s.twice[label] || labels[label]
				labels[label] = true
			}
			if words == "" {
				continue
			}
			if seen[words] {
				apart[words] = true
			}
			seen[words] = true
			if label == "" {
				s.plain[words] = words
				continue
			}
			if have, ok := s.label[words]; ok && have != label {
				apart[words] = true
			}
			s.label[words] = label
		}
	}
	for words := range apart {
		delete(s.label, words)
		delete(s.plain, words)
	}
	return s
}

// key returns what the names of one level share.
func (s spellings) key(name string) string {
	label, words := levelWordsOf(name)
	switch {
	case label != "":
		return label
	case s.label[words] != "":
		return s.label[words]
	case s.plain[words] != "":
		return words
	}
	return axisKey(name)
}

// knows reports whether a name without a label is that of a level which has one
// elsewhere.
func (s spellings) knows(name string) bool {
	label, words := levelWordsOf(name)
	return label == "" && s.label[words] != ""
}

// markSpelt marks headings that name levels only because other pages label
// them: "Deckhand", where "Stage 1: Deckhand" stands elsewhere. Most of the
// headings beside each other must be such.
func (s *Survey) markSpelt() {
	var lists [][]string
	for _, p := range s.Pages {
		if p.Index || isData(p.Doc) {
			continue
		}
		p.Outline.Each(func(sec *Section) {
			if titles := sectionTitles(sec.Subs); len(titles) > 1 && labelled(titles)*4 >= len(titles)*3 {
				lists = append(lists, titles)
			}
		})
	}
	spelt := newSpellings(lists)
	if len(spelt.label) == 0 {
		return
	}
	for _, p := range s.Pages {
		if p.Index || isData(p.Doc) {
			continue
		}
		p.Outline.Each(func(sec *Section) {
			known := 0
			for _, sub := range sec.Subs {
				if spelt.knows(sub.Title.Value) {
					known++
				}
			}
			if known == 0 || len(sec.Subs) < 2 || (known+labelled(sectionTitles(sec.Subs)))*4 < len(sec.Subs)*3 {
				return
			}
			for _, sub := range sec.Subs {
				sub.level = sub.level || spelt.knows(sub.Title.Value)
			}
		})
	}
}

// labelled counts the names that have a label.
func labelled(names []string) int {
	n := 0
	for _, name := range names {
		if label, _ := SplitLabel(plainTitle(name)); label.Text != "" {
			n++
		}
	}
	return n
}

// levelWordsOf returns the key of a name's label, or "", and what else it says,
// without a number that only counts: "2. Diver", "Diver (2)".
func levelWordsOf(name string) (label, words string) {
	got, rest := SplitLabel(plainTitle(name))
	if got.Text != "" {
		return labelKey(got), Slug(rest)
	}
	rest = ordinalOff(emojiOff(name))
	if at := strings.LastIndexAny(rest, "(["); at > 0 && isSmall(strings.Trim(rest[at:], "([)] ")) {
		rest = rest[:at]
	}
	return "", Slug(rest)
}

// labelKey is what two spellings of one label share: "L1" and "Level 1" are
// one, "IC1" and "M1" are two.
func labelKey(l Label) string {
	prefix := strings.ToLower(l.Prefix)
	if isLevelNoun[prefix] {
		prefix = "l"
	}
	return prefix + strconv.FormatFloat(l.Number, 'g', -1, 64)
}
