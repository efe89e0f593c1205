package dialect

import "testing"

func TestStep(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ title, from, to string }{
		{"Junior to Mid", "Junior", "Mid"},
		{"Senior1 to Senior2", "Senior1", "Senior2"},
		{"L3 → L4", "L3", "L4"},
		{"From Baker II to Senior Baker", "Baker II", "Senior Baker"},
		{"Von Junior zu Senior", "Junior", "Senior"},
		{"De Júnior para Pleno", "Júnior", "Pleno"},
		{"Senior Engineer to Manager", "Senior Engineer", "Manager"},
		{"Engineer to Manager", "", ""}, // as often an essay
		{"Senior to the team", "", ""},
		{"Guide to Level 3", "", ""},
		{"Junior to Junior", "", ""},
		{"How to write", "", ""},
		{"", "", ""},
	} {
		from, to, ok := step(c.title)
		if from != c.from || to != c.to || ok != (c.to != "") {
			t.Errorf("step(%q) = %q, %q, %v, want %q, %q", c.title, from, to, ok, c.from, c.to)
		}
	}
}

func TestStepRanksAsItsEnd(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{{"Junior to Mid", "Mid"}, {"Mid to Senior2", "Senior 2"}, {"L3 to Senior Baker", "Senior Baker"}} {
		got, _, base := Rank(c[0])
		want, _, wantBase := Rank(c[1])
		if got != want || base != wantBase {
			t.Errorf("Rank(%q) = %v of %q, want %v of %q", c[0], got, base, want, wantBase)
		}
	}
	if l, rest := SplitLabel("L3 to L4"); l.Number != 4 || l.Text != "L3 to L4" || rest != "" {
		t.Errorf("SplitLabel = %+v, %q", l, rest)
	}
}
