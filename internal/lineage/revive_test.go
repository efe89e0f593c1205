package lineage

import "testing"

// Words that left a role come back with their statement, unless they never
// left: they may have become an example of what the role asks now.
func TestRevivalElsewhere(t *testing.T) {
	t.Parallel()
	const (
		asked = "= all/everyone\n# habits\n- I know before I mix them what flour, water and salt will do in the heat of the morning.\n" +
			"- I own the mistakes that I make at the oven.\n- I greet whoever comes into the shop.\n"
		gone      = "= all/everyone\n# habits\n- I greet whoever comes into the shop.\n"
		exemplary = "= all/everyone\n# habits\n- I am a humble baker.\n" +
			"* I know before I mix them what flour, water and salt will do in the heat of the morning.\n* I own the mistakes that I make at the oven.\n- I greet whoever comes into the shop.\n"
		other = "= sales/l1\n# attitude\n- I own the mistakes that I make at the oven!\n"
	)
	for name, c := range map[string]struct {
		between, last string
		want          Change
	}{
		"gone":                      {gone, gone + other, Revived},
		"an example":                {exemplary, exemplary + other, Added},
		"an example for a while":    {exemplary, gone + other, Revived},
		"an example of a neighbour": {gone, gone + "= all/l2\n# habits\n- I am a humble baker.\n* I own the mistakes that I make at the oven.\n" + other, Revived},
		"an example, asked again":   {exemplary, exemplary + "- I own the mistakes that I make at the oven.\n", Revived},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := NewHistory(Config{})
			h.Step(ladder(asked))
			h.Step(ladder(c.between))
			f := ladder(c.last)
			links := h.Step(f)
			if got := links[len(f.Places())-1].Change; got != c.want {
				t.Errorf("the last statement is %s, want it %s", got, c.want)
			}
		})
	}
}
