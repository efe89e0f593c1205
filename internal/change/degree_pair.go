package change

import "strings"

// relation says what it means that one term stands where another stood.
type relation struct {
	kind      relationKind
	direction int // 1 asks more, -1 asks less: where kind is ordered
	scale     string
}

type relationKind int

const (
	unrelated relationKind = iota // nothing that we know
	misspelt                      // one is a typing error of the other
	synonym                       // they mean the same
	ordered                       // they stand apart on a scale
	inflected                     // forms of one verb: fine where the voice changed
	numbered                      // one is the plural of the other: fine after a number that changed
	uncertain                     // they belong together, and what it shows is open
)

// relate compares two terms that are not the same word.
func (e *edit) relate(x, y term) relation {
	if x.amount != nil || y.amount != nil {
		return e.relateAmounts(x, y)
	}
	px, okX := e.words.places[x.word]
	py, okY := e.words.places[y.word]
	if okX && okY && px.scale == py.scale && px.rank != py.rank {
		return relation{ordered, sign(float64(py.rank - px.rank)), px.scale}
	}
	if r := e.relateForms(x.word, y.word); r.kind != unrelated {
		return r
	}
	switch {
	case e.isNeutralPair(x.word, y.word):
		return relation{kind: synonym}
	case okX && okY && px.scale == py.scale:
		return relation{kind: uncertain}
	case okX || okY:
		return e.relateArticle(x, y)
	case x.word[0] != y.word[0] && (len(x.word) != len(y.word) || len(x.word) < 5):
		return relation{} // for speed: neither a slip nor a form
	case e.isMisspelling(x.word, y.word):
		return relation{kind: misspelt}
	}
	return relateInflection(x.word, y.word)
}

// relateForms knows the words of the lists, and their forms.
func (e *edit) relateForms(x, y string) relation {
	fx, okX := e.words.forms[x]
	fy, okY := e.words.forms[y]
	switch {
	case !okX || !okY || fx.group != fy.group:
		return relation{}
	case fx.shape == fy.shape:
		return relation{kind: synonym}
	case strings.HasSuffix(fx.group, "*"):
		return relation{kind: inflected}
	case strings.HasSuffix(fx.group, "+"):
		return relation{kind: numbered}
	}
	return relation{kind: synonym}
}

// relateArticle compares a word of a scale with one that is on none: "the" may
// become "all", and that asks more.
func (e *edit) relateArticle(x, y term) relation {
	switch {
	case e.isArticle(x) && e.isUniversal(y):
		return relation{ordered, 1, "quantity"}
	case e.isUniversal(x) && e.isArticle(y):
		return relation{ordered, -1, "quantity"}
	}
	return relation{}
}

func (e *edit) isArticle(t term) bool { return e.words.neutral[t.word] == "article" }

func (e *edit) isUniversal(t term) bool {
	return e.words.boosts[t.word] && e.words.places[t.word].scale == "quantity"
}

// relateAmounts compares two amounts, or one with the article or the noun in
// the singular that is short for one.
func (e *edit) relateAmounts(x, y term) relation {
	ax, ay := e.amountOf(x), e.amountOf(y)
	if ax == nil || ay == nil {
		return relation{}
	}
	if x.amount == nil && ax.unit == "" {
		ax.unit = ay.unit
	}
	if y.amount == nil && ay.unit == "" {
		ay.unit = ax.unit
	}
	direction, ok := ay.than(*ax)
	switch {
	case !ok:
		return relation{kind: uncertain}
	case direction == 0:
		return relation{kind: synonym}
	}
	return relation{ordered, direction, "amount"}
}

func (e *edit) amountOf(t term) *amount {
	switch {
	case t.amount != nil:
		a := *t.amount
		return &a
	case t.word == "a", t.word == "an":
		return &amount{low: 1, high: 1}
	case e.words.units[t.word] != "" && e.words.units[t.word] == t.word:
		return &amount{low: 1, high: 1, unit: t.word}
	}
	return nil
}

// isNeutralPair reports whether both are small words of one kind.
func (e *edit) isNeutralPair(x, y string) bool {
	kx, ky := e.words.neutral[x], e.words.neutral[y]
	switch {
	case kx == "" || ky == "":
		return false
	case kx != ky, kx == "filler":
		return false
	case kx == "possessive":
		return e.subjectChanged()
	case kx == "link":
		return isPlace[x] && isPlace[y] || e.words.forms[x].group == e.words.forms[y].group && e.words.forms[x].group != ""
	}
	return true
}

// isPlace are prepositions that say where, and little else. "To guests" is not
// "for guests".
var isPlace = map[string]bool{"in": true, "on": true, "at": true, "into": true, "upon": true}

// relateInflection knows the regular forms of words in no list.
func relateInflection(x, y string) relation {
	if len(x) > len(y) {
		x, y = y, x
	}
	switch {
	case len(x) < 3:
		return relation{}
	case y == thirdPerson(x), y == gerund(x), y == x+x[len(x)-1:]+"ing":
		return relation{kind: inflected}
	case strings.HasSuffix(y, "ing") && strings.HasSuffix(x, "s") && (y == gerund(x[:len(x)-1]) || y == gerund(strings.TrimSuffix(x, "es")) || y == x[:len(x)-1]+x[len(x)-2:len(x)-1]+"ing"):
		return relation{kind: inflected}
	}
	return relation{}
}
