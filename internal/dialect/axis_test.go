package dialect_test

import (
	"strings"
	"testing"

	"rung/internal/dialect"
)

func TestLevelAxis(t *testing.T) {
	t.Parallel()
	for names, want := range map[string]bool{
		"L1|L2|L3": true, "1|2|3": true, "5|4|3": true, "0|1|2|3": true,
		"Junior|Mid|Senior": true, "Júnior|Pleno|Sênior|Especialista": true,
		"Baker|Senior Baker|Head Baker": true, "Keeper|Senior Keeper|Principal Keeper": true,
		"Awareness|Working|Practitioner|Expert": true, "Level 1|Level 2|Level 3": true,
		"Engineer (IC1)|Senior Engineer (IC2)": true,
		"Bread|Guests|Ovens":                   false, "L1": false, "2019|2020|2021": false, "1|1|2": false, "L1|L1": false, "|": false,
		"I bake bread daily|I greet all guests": false,
	} {
		if got := dialect.LevelAxis(strings.Split(names, "|")); got != want {
			t.Errorf("%s: %v, want %v", names, got, want)
		}
	}
}
