package dialect

import "testing"

func TestLevelNouns(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]string{
		"Steg 2": "Steg 2", "2. taso": "2. taso", "3. szint": "3. szint", "1er niveau": "1er niveau", "III. fokozat – Mester": "III. fokozat", "Üst Seviye": "", "Seviye II": "Seviye II",
		"רמה 2": "רמה 2", "Vuurtorenwachter trede 2": "trede 2", "First Class 2": "", "2nd level support": "", "Step 2": "", "We go by stages 1": "", "Nivå A": "Nivå A", "nivå a sida": "",
	} {
		if got, _ := SplitLabel(title); got.Text != want {
			t.Errorf("SplitLabel(%q) = %q, want %q", title, got.Text, want)
		}
	}
}
