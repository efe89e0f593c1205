package lint

import "testing"

func TestLongest(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{
		"":                                    0,
		"one two three":                       3,
		"one two. three":                      2,
		"one (two.) three four five":          3,
		"one: two three; four five six seven": 4,
		"one two\nthree":                      2,
		"  one   two  ":                       2,
		"“Go on!” three four five":            3,
	} {
		if got := longest(text); got != want {
			t.Errorf("longest(%q) = %d, want %d", text, got, want)
		}
	}
}

func TestSize(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{"": 0, " a b\tc\n": 3, "要件と技術": 1, "要件と技術を見る人": 3, "für alle": 2} {
		if got := size(text); got != want {
			t.Errorf("size(%q) = %d, want %d", text, got, want)
		}
	}
}

func TestPlain(t *testing.T) {
	t.Parallel()
	if a, b := plain("I **rig**, a mast."), plain("i rig a  Mast"); a != b {
		t.Errorf("plain differs: %q and %q", a, b)
	}
	if plain("I rig a mast") == plain("I rig two masts") {
		t.Error("plain makes different words equal")
	}
}
