package pattern

import "testing"

func TestMayMatchAsksForEachPart(t *testing.T) {
	t.Parallel()
	const expr = `(?i)\b(each|every)\s+(level|grade)s?\b[^.]{0,40}\b(includes?|adds? to)\b|\bstufen\b[^.]{0,20}\bbauen\s+aufeinander`
	f := newPrefilter(expr)
	for _, c := range []struct {
		text string
		want bool
	}{
		{"each level includes those below", true},
		{"Die Stufen bauen aufeinander auf", true},
		{"each level has a name", false},         // nothing of the third part
		{"it includes every one", false},         // nothing of the second
		{"Die Stufen stehen für sich", false},    // nothing of the second alternative's end
		{"levels: bauen aufeinander", false},     // parts of different alternatives
		{"a level grade adds to bauen", false},   // the first part is missing
		{"It includes what each level is", true}, // order is for the expression itself
	} {
		if got := mayMatch(f, c.text); got != c.want {
			t.Errorf("mayMatch(%q) = %v, want %v", c.text, got, c.want)
		}
	}
}

func TestTooManyAlternativesAreTakenAsOne(t *testing.T) {
	t.Parallel()
	expr := ""
	for a := byte('a'); a <= 'z'; a++ {
		for _, b := range []byte("xyz") {
			expr += "|" + string([]byte{a, b, b, '+', a, 'q', a})
		}
	}
	f := newPrefilter(expr[1:])
	if n := len(f.alternatives()); n > maxWays {
		t.Errorf("%d alternatives are kept, want at most %d", n, maxWays)
	}
	if !mayMatch(f, "cyyyyycqc") {
		t.Error("a text that matches is filtered out")
	}
}
