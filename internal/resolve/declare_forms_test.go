package resolve

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// vocabulary is what the forms are made of, with what breaks words apart.
var vocabulary = strings.Fields(`I we you Encompass encompasses embody all every each everything of the our same as is are also have has holds do does
	did meets expectations qualities skills values level levels role below above one two three a an in addition to on top besides beyond plus
	builds built build upon up extends inherits from superset adds at least equivalent equivalent: par with comparable equal parity corresponds
	previous lower earlier like listed described , . ; ( ) - _ é ſame ÉACH İ 1 2 3 x_all reall alls`)

// TestFormsAreTriedWhereTheyMayMatch holds that looking at the beginnings of
// words finds what trying everywhere finds.
func TestFormsAreTriedWhereTheyMayMatch(t *testing.T) {
	t.Parallel()
	var everywhere []*regexp.Regexp
	for _, f := range forms {
		everywhere = append(everywhere, regexp.MustCompile(strings.Replace(f.pattern.String(), "^", `\b`, 1)))
	}
	rapid.Check(t, func(t *rapid.T) {
		glue := rapid.SampledFrom([]string{" ", "  ", "\n", ""}).Draw(t, "glue")
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(vocabulary), 0, 14).Draw(t, "words"), glue)
		text = strings.ReplaceAll(text, "ſ", "s") // Go folds it, our letters are ASCII
		for i := range forms {
			var want [][2]int
			for _, m := range everywhere[i].FindAllStringIndex(text, -1) {
				want = append(want, [2]int{m[0], m[1]})
			}
			got := forms[i].find(text, asciiLower(text))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("form %d in %q (-want +got)\n%s", i, text, diff)
			}
		}
	})
}

func TestWordsAreFoundTogether(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := asciiLower(strings.Join(rapid.SliceOfN(rapid.SampledFrom(append(vocabulary, "+", "é", "all", "\x80")), 0, 8).Draw(t, "words"), rapid.SampledFrom([]string{" ", ""}).Draw(t, "glue")))
		found := needed.in(text)
		for i, w := range needed.words {
			if got, want := found&(1<<i) != 0, strings.Contains(text, w); got != want {
				t.Fatalf("%q in %q: got %v, want %v", w, text, got, want)
			}
		}
	})
}
