package wording

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"
)

const (
	// maxWords bounds the words of a text that are compared; what follows is
	// left out of account.
	maxWords = 2000
	// wordShare is the part of words in a similarity, the rest is that of
	// grams. Words tell what is meant, grams forgive endings and typing errors.
	wordShare = 0.5
	// gramSize is the length of the runs of letters that are compared.
	gramSize = 3
)

// Text is a text prepared for being compared many times. It is immutable.
type Text struct {
	normal string
	words  bag
	grams  bag
	said   []string // the different words, in the order of words.features
}

// bag counts features, each with a weight. The sum is that of all of them.
type bag struct {
	features []feature // by name, each once, once it is settled
	sum      float64
}

// feature is a word or a gram. Its name is the hash of its letters: two of 64
// bits are the same by chance less often than a machine errs, and numbers in
// order are compared many times faster than strings in a map.
type feature struct {
	name   uint64
	weight float64
}

func (b *bag) add(name uint64, weight float64) {
	b.features = append(b.features, feature{name, weight})
	b.sum += weight
}

// settle sorts the features and joins equal ones.
func (b *bag) settle() {
	slices.SortFunc(b.features, func(x, y feature) int { return cmp.Compare(x.name, y.name) })
	out := b.features[:0]
	for _, f := range b.features {
		if n := len(out); n > 0 && out[n-1].name == f.name {
			out[n-1].weight += f.weight
		} else {
			out = append(out, f)
		}
	}
	b.features = out
}

// hash is FNV-1a of Fowler, Noll and Vo: the same on every machine.
func hash(text string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(text) {
		h = (h ^ uint64(text[i])) * 1099511628211
	}
	return h
}

// overlap returns the weight that two bags have in common.
func overlap(a, b bag) float64 {
	common, x, y := 0.0, a.features, b.features
	for len(x) > 0 && len(y) > 0 {
		switch {
		case x[0].name < y[0].name:
			x = x[1:]
		case x[0].name > y[0].name:
			y = y[1:]
		default:
			common += min(x[0].weight, y[0].weight)
			x, y = x[1:], y[1:]
		}
	}
	return common
}

// Prepare returns the text ready for comparing.
func Prepare(text string) *Text {
	return PrepareWeighed(text, func(string) float64 { return 1 })
}

// PrepareWeighed is Prepare with words that count for more or less than by
// their length alone: worth gives the factor for a word in its normal form. It
// is a multiple of 1/8, so that sums do not depend on their order.
func PrepareWeighed(text string, worth func(word string) float64) *Text {
	t := &Text{normal: Normal(text)}
	words := strings.Fields(t.normal)
	words = words[:min(len(words), maxWords)]
	for _, w := range words {
		factor := worth(w)
		t.words.add(hash(w), factor*weight(w))
		addGrams(&t.grams, w, factor)
	}
	t.words.settle()
	t.grams.settle()
	slices.SortFunc(words, func(a, b string) int { return cmp.Compare(hash(a), hash(b)) })
	t.said = slices.CompactFunc(words, func(a, b string) bool { return hash(a) == hash(b) })
	return t
}

// Normal returns the text's words in one form, see the function Normal.
func (t *Text) Normal() string { return t.normal }

// weight says how much a word tells. In every language the words used most
// are the shortest (Zipf's law of abbreviation), so that length stands for
// rarity; counting words in the ladder at hand would make the likeness of two
// sentences depend on what other roles say. In ideographs one sign is a word;
// hiragana alone is mostly grammar.
func weight(word string) float64 {
	r, _ := utf8.DecodeRuneInString(word)
	n := utf8.RuneCountInString(word)
	switch class(r) {
	case han, katakana, unspaced:
		return 1
	case hiragana:
		return 0.25
	}
	return min(float64(n)/8, 1)
}

// addGrams adds the runs of gramSize letters of a word that is fenced by
// spaces, each with the weight; ideographs count as pairs, which are what words are in Chinese.
func addGrams(b *bag, word string, weight float64) {
	size, fenced := gramSize, " "+word+" "
	if first, _ := utf8.DecodeRuneInString(word); class(first) == han {
		size, fenced = 2, word+" "
	}
	var starts []int
	for i := range fenced {
		starts = append(starts, i)
	}
	starts = append(starts, len(fenced))
	for i := 0; i+size < len(starts); i++ {
		b.add(hash(fenced[starts[i]:starts[i+size]]), weight)
	}
}

// Similarity returns how alike two texts are, from 0 (nothing in common) to 1
// (the same words): half the weighted Dice coefficient of their words (Dice
// 1945; each word weighted by its length, as above), half that of their
// letters in runs of three (the n-gram measure of Kondrak 2005, without its
// positions). It is symmetrical and blind to the order of words, which edits
// change freely. Two empty texts are the same.
func Similarity(a, b *Text) float64 {
	if a.normal == b.normal {
		return 1
	}
	return wordShare*dice(a.words, b.words) + (1-wordShare)*dice(a.grams, b.grams)
}

func dice(a, b bag) float64 {
	if a.sum+b.sum == 0 {
		return 0
	}
	return 2 * overlap(a, b) / (a.sum + b.sum)
}

// Containment returns how much of part stands in whole, from 0 to 1, measured
// like Similarity. An empty part is contained in nothing.
func Containment(part, whole *Text) float64 {
	if part.words.sum == 0 {
		return 0
	}
	words := overlap(part.words, whole.words) / part.words.sum
	if part.grams.sum == 0 {
		return words
	}
	return wordShare*words + (1-wordShare)*overlap(part.grams, whole.grams)/part.grams.sum
}

// Size returns how much a text says, in words of full weight.
func (t *Text) Size() float64 { return t.words.sum }

// Words returns the different words of the text in their normal form, each
// with the weight it has in it, in an order that is always the same.
func (t *Text) Words() iter.Seq2[string, float64] {
	return func(yield func(string, float64) bool) {
		for i, w := range t.said {
			if !yield(w, t.words.features[i].weight) {
				return
			}
		}
	}
}
