package lineage

import (
	"math"
	"strings"

	"rung/internal/wording"
)

// vocabulary counts in how many statements of a role each word stands. "For
// the features of one project", which a level says in every other statement,
// makes no two of them one; what a single one speaks of does. Only the role
// counts: what other roles say must not change what becomes of this one.
type vocabulary struct {
	items []*item
	count map[string]int // once it is needed
}

func (v *vocabulary) add(it *item) {
	v.items = append(v.items, it)
	it.vocabulary = v
}

// usual is the number of statements beyond the first in which a word stands
// when it counts for half.
const usual = 3

// worth is what a word counts for, in eighths.
func (v *vocabulary) worth(word string) float64 {
	return math.Ceil(8*usual/(usual+float64(max(v.count[word]-1, 0)))) / 8
}

func (v *vocabulary) read() {
	if v.count != nil {
		return
	}
	v.count = map[string]int{}
	last := map[string]int{}
	for i, it := range v.items {
		for _, word := range strings.Fields(it.normal) {
			if last[word] != i+1 {
				last[word] = i + 1
				v.count[word]++
			}
		}
	}
}

// words is the statement ready for comparing.
func (h *History) words(it *item) *wording.Text {
	if it.weighed == nil {
		it.weighed = h.weigh(it, it.Text)
	}
	return it.weighed
}

func (h *History) weigh(it *item, text string) *wording.Text {
	if it.vocabulary == nil {
		return h.prepared(text)
	}
	it.vocabulary.read()
	return wording.PrepareWeighed(text, it.vocabulary.worth)
}

// everything is the statement and its examples, which often take up words that
// an edit removes from the statement itself.
func (h *History) everything(it *item) *wording.Text {
	if len(it.examples) == 0 {
		return h.words(it)
	}
	if it.whole == nil {
		var b strings.Builder
		b.WriteString(it.Text)
		for _, e := range it.examples {
			b.WriteByte(' ')
			b.WriteString(e.Text)
		}
		it.whole = h.weigh(it, b.String())
	}
	return it.whole
}

// likeness is how alike the words of two items are, from 0 to 1.
func (h *History) likeness(old, now *item) float64 {
	if old.normal == now.normal {
		return 1
	}
	s := wording.Similarity(h.words(old), h.words(now))
	if len(old.examples)+len(now.examples) > 0 {
		s = max(s, examplesShare*wording.Similarity(h.everything(old), h.everything(now)))
	}
	return s
}

// examplesShare is what the likeness of statements with their examples counts,
// beside that of the statements alone.
const examplesShare = 0.9
