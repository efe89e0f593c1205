package wording

import (
	"iter"
	"maps"
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
}

// bag counts features, each with a weight. The sum is that of all of them.
type bag struct {
	count map[string]float64
	sum   float64
}

func (b *bag) add(feature string, weight float64) {
	if b.count == nil {
		b.count = map[string]float64{}
	}
	b.count[feature] += weight
	b.sum += weight
}

// overlap returns the weight that two bags have in common.
func overlap(a, b bag) float64 {
	if len(b.count) < len(a.count) {
		a, b = b, a
	}
	// Weights are multiples of 1/64, so the sum does not depend on the order.
	common := 0.0
	for f, n := range a.count {
		common += min(n, b.count[f])
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
	for _, w := range words[:min(len(words), maxWords)] {
		factor := worth(w)
		t.words.add(w, factor*weight(w))
		addGrams(&t.grams, w, factor)
	}
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
	runes := []rune(fenced)
	for i := 0; i+size <= len(runes); i++ {
		b.add(string(runes[i:i+size]), weight)
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
// with the weight it has in it, in no order.
func (t *Text) Words() iter.Seq2[string, float64] { return maps.All(t.words.count) }
