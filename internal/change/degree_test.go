package change

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestScales holds that each scale is seen in both directions.
func TestScales(t *testing.T) {
	t.Parallel()
	for name, list := range map[string][][2]string{
		"span":         {{"plans some weeks ahead", "plans some months ahead"}, {"plans 2 weeks ahead", "plans 1 month ahead"}, {"plans 1 quarter ahead", "plans a year ahead"}, {"plans a week ahead", "plans a month ahead"}},
		"number":       {{"mentors two bakers", "mentors 3 bakers"}, {"leads 3 people", "leads 3 teams"}, {"tests 50% of recipes", "tests 80 percent of recipes"}, {"sells 1,000 rolls", "sells 1,500 rolls"}},
		"range":        {{"plans 1-3 months ahead", "plans 6-12 months ahead"}, {"plans 1–3 months ahead", "plans 3-6 months ahead"}},
		"bound":        {{"leads up to 5 people", "leads 5 people"}, {"leads 5 people", "leads at least 5 people"}, {"leads 3 people", "leads 3 or more people"}, {"has 2 years of practice", "has 5+ years of practice"}},
		"reach":        {{"guides a peer", "guides the team"}, {"guides my team", "guides several teams"}, {"guides other teams", "guides the department"}, {"guides the department", "guides the company"}, {"known in the company", "known in the industry"}, {"guides the team", "guides the teams"}},
		"whose":        {{"plans my own work", "plans the team's work"}, {"plans the team's work", "plans the company's work"}},
		"border":       {{"known in the team", "known beyond the team"}, {"known in the team", "known across the company"}, {"shares findings", "shares findings across the company"}},
		"part":         {{"helps plan the menu", "plans the menu"}, {"supports the audit", "contributes to the audit"}, {"implements the plan", "owns the plan"}, {"supports the audit", "leads the audit"}, {"leads the audit", "sets the direction of the audit"}},
		"frequency":    {{"rarely bakes", "sometimes bakes"}, {"sometimes bakes", "often bakes"}, {"often bakes", "usually bakes"}, {"usually bakes", "always bakes"}, {"bakes", "always bakes"}, {"sometimes bakes", "bakes"}, {"bakes monthly", "bakes weekly"}},
		"quantity":     {{"knows some ovens", "knows several ovens"}, {"knows several ovens", "knows many ovens"}, {"knows many ovens", "knows most ovens"}, {"knows most ovens", "knows every oven"}, {"knows the ovens", "knows all ovens"}},
		"modality":     {{"may bake", "should bake"}, {"can bake", "must bake"}, {"should bake", "must bake"}, {"can bake", "bakes"}},
		"independence": {{"bakes with help", "bakes independently"}, {"bakes with guidance", "bakes with little guidance"}, {"bakes with minimal supervision", "bakes without supervision"}, {"bakes", "bakes without guidance"}, {"bakes with help", "bakes"}},
		"complexity":   {{"leads small projects", "leads large projects"}, {"solves moderately complex problems", "solves complex problems"}, {"leads projects", "leads complex projects"}},
		"choice":       {{"bakes bread or rolls", "bakes bread and rolls"}},
		"demand":       {{"bakes bread", "bakes bread and cleans the oven"}, {"bakes bread, rolls and cakes", "bakes bread, rolls, pies and cakes"}, {"Bakes bread.", "Bakes bread. Cleans the oven."}},
		"condition":    {{"bakes when asked", "bakes"}},
	} {
		for _, pair := range list {
			if got, signs := DegreeOf(pair[0], pair[1], nil); got != Raised {
				t.Errorf("%s: %q -> %q is %s %v, want raised", name, pair[0], pair[1], got, signs)
			}
			if got, signs := DegreeOf(pair[1], pair[0], nil); got != Lowered {
				t.Errorf("%s: %q -> %q is %s %v, want lowered", name, pair[1], pair[0], got, signs)
			}
		}
	}
}

// TestTurnedRound holds that nothing is claimed where a word turns round what
// more and less mean, however the scale's own words stand.
func TestTurnedRound(t *testing.T) {
	t.Parallel()
	for _, pair := range [][2]string{
		{"rarely needs help", "often needs help"},
		{"does not lead small projects", "does not lead large projects"},
		{"avoids small errors", "avoids large errors"},
		{"answers within 2 days", "answers within 4 days"},
		{"answers in 2 days", "answers in 4 days"},
		{"once every 2 weeks", "once every 4 weeks"},
		{"leaves at most 2 errors", "leaves at most 5 errors"},
		{"bakes if some ovens are free", "bakes if all ovens are free"},
		{"teaches bakers who know some recipes", "teaches bakers who know all recipes"},
		{"writes simple code", "writes complex code"},
		{"writes code", "writes simple code"},
		{"reviews all changes", "reviews all large changes"},
		{"works on level 3", "works on level 4"},
		{"works without help or guidance", "works without help and guidance"},
		{"bakes for guests or staff", "bakes for guests and staff"},
		{"asks some people", "asks many people"},
		{"learns from the team", "learns from the team and the manager"},
		{"bakes small rolls only", "bakes large rolls only"},
		{"has fewer than 3 incidents", "has fewer than 5 incidents"},
		{"handles tickets", "handles support tickets"},
		{"must not bake", "should not bake"},
		{"answers in a day", "answers in a week"},
		{"speaks in tongues", "speaks across tongues"},
		{"asks across the company", "asks"},
	} {
		if got, signs := DegreeOf(pair[0], pair[1], nil); got != Other {
			t.Errorf("%q -> %q is %s %v, want reworded", pair[0], pair[1], got, signs)
		}
	}
}

// TestMisspelling holds that a slip is told from another word by where words
// stand, and that what weighs is never a slip.
func TestMisspelling(t *testing.T) {
	t.Parallel()
	ladder := func(word string) bool {
		return slices.Contains([]string{"moorings", "adopt", "able", "report", "dependent", "analyses", "coverage"}, word)
	}
	for _, c := range []struct {
		before, now string
		known       func(string) bool
		want        Degree
	}{
		{"checks the moornigs", "checks the moorings", ladder, Typo},
		{"checks the moornigs", "checks the moorings", nil, Other},
		{"checks the mooorings", "checks the moorings", ladder, Typo},
		{"checks the covarage", "checks the coverage", ladder, Typo},
		{"will adopt it", "will adapt it", ladder, Other},
		{"is able", "is unable", ladder, Other},
		{"is dependent", "is independent", ladder, Other},
		{"writes a report", "writes a reports", ladder, Other},
		{"writes analysis", "writes analyses", ladder, Other},
		{"is can", "is cant", ladder, Other},
		{"knows one", "knows none", ladder, Other},
		{"knows most", "knows must", ladder, Other},
		{"recieves the bread", "receives the bread", nil, Typo},
	} {
		if got, signs := DegreeOf(c.before, c.now, c.known); got != c.want {
			t.Errorf("%q -> %q is %s %v, want %s", c.before, c.now, got, signs, c.want)
		}
	}
}

func TestSigns(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		before, now string
		want        []string
	}{
		{"I plan 1-3 months ahead", "I plan 6-12 months ahead.", []string{"1-3 months -> 6-12 months"}},
		{"bakes bread", "bakes bread without guidance", []string{`"without guidance" added`}},
		{"bakes bread with help", "bakes bread", []string{`"with help" removed`}},
		{"guides the team", "guides the organisation", []string{"team -> organisation"}},
		{"bakes", "bakes and cleans the oven", []string{`"and cleans the oven" added`}},
		{"leads small projects in the company", "leads large projects in the team", []string{"small -> large", "company -> team"}},
		{"same", "same", nil},
	} {
		_, signs := DegreeOf(c.before, c.now, nil)
		var got []string
		for _, s := range signs {
			got = append(got, s.String())
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("signs of %q -> %q (-want +got):\n%s", c.before, c.now, diff)
		}
	}
}

// vocabulary is what sentences are made of for properties: every list that
// decides, and words of no list.
var vocabulary = strings.Fields(`I lead leads help helps the a team teams organisation two 3 5-6 weeks months people % some all every always sometimes rarely must can not
	never without guidance independently with and or , . ( ) e.g. such as if when who only small large complex projects code bread bakes baking baker bakers one none my own at least up to within in`)

func sentences() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(vocabulary), 0, 9).Draw(t, "words"), " ")
	})
}

// edited is a sentence and one near it, so that rules are reached.
func edited(t *rapid.T) (before, now string) {
	words := strings.Fields(sentences().Draw(t, "before"))
	out := slices.Clone(words)
	for range rapid.IntRange(0, 3).Draw(t, "edits") {
		at := rapid.IntRange(0, len(out)).Draw(t, "at")
		switch word := rapid.SampledFrom(vocabulary).Draw(t, "word"); {
		case at == len(out) || rapid.Bool().Draw(t, "insert"):
			out = slices.Insert(out, at, word)
		case rapid.Bool().Draw(t, "replace"):
			out[at] = word
		default:
			out = slices.Delete(out, at, at+1)
		}
	}
	return strings.Join(words, " "), strings.Join(out, " ")
}

// TestBackAndForth holds that taking an edit back swaps Raised and Lowered and
// keeps everything else, signs included.
func TestBackAndForth(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) { checkMirror(t, edited) })
}

func checkMirror(t *rapid.T, draw func(*rapid.T) (string, string)) {
	before, now := draw(t)
	there, signs := DegreeOf(before, now, nil)
	back, mirrored := DegreeOf(now, before, nil)
	if back != there.reversed() || len(signs) != len(mirrored) {
		t.Fatalf("%q -> %q is %s %v, and back %s %v", before, now, there, signs, back, mirrored)
	}
	for i, s := range signs {
		if want := (Sign{s.Shows.reversed(), s.Now, s.Before}); mirrored[i] != want {
			t.Fatalf("sign %v of the way back, want %v", mirrored[i], want)
		}
	}
}

// TestMirrorIsNotByOrder holds that the rules themselves have no direction: a
// word put before both texts, which decides which of them is aligned first,
// changes nothing.
func TestMirrorIsNotByOrder(t *testing.T) {
	t.Parallel()
	never := func(string) bool { return false }
	rapid.Check(t, func(t *rapid.T) {
		before, now := edited(t)
		there, signs := compare(before, now, never)
		back, mirrored := compare(now, before, never)
		if there != back.reversed() && there != Other && back != Other {
			t.Fatalf("%q -> %q is %s %v, and back %s %v", before, now, there, signs, back, mirrored)
		}
	})
}

// TestWeightyWordsAreNeverMinor holds the promise that counts: an edit that
// adds, drops or exchanges a single word that decides is never a typo.
func TestWeightyWordsAreNeverMinor(t *testing.T) {
	t.Parallel()
	weighty := []string{"not", "never", "all", "some", "must", "can", "only", "without guidance", "always", "rarely", "three", "none", "independently", "large", "cannot"}
	frame := []string{"I bake bread", "Bakes bread for the team", "Leads the team", "Helps guests choose bread and rolls"}
	for _, text := range frame {
		words := strings.Fields(text)
		for _, w := range weighty {
			for at := range len(words) + 1 {
				now := strings.Join(slices.Insert(slices.Clone(words), at, w), " ")
				if got, signs := DegreeOf(text, now, nil); minor(got) {
					t.Errorf("%q -> %q is %s %v", text, now, got, signs)
				}
			}
		}
	}
}

func FuzzDegreeOf(f *testing.F) {
	f.Add("I lead (e.g. 1-3 months)", "leads, at least 2.5 teams")
	f.Add("https://a.b/c](x) <b>~~no~~", "< 5 % ½ 1:1")
	f.Add("leitet im Team", "チームを3か月")
	f.Fuzz(func(t *testing.T, before, now string) {
		there, _ := DegreeOf(before, now, nil)
		if back, _ := DegreeOf(now, before, nil); back != there.reversed() {
			t.Errorf("%q -> %q is %s, and back %s", before, now, there, back)
		}
		if d, signs := DegreeOf(before, before, nil); d != Typo || signs != nil {
			t.Errorf("the same is %s %v", d, signs)
		}
	})
}
