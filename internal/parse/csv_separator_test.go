package parse

import "testing"

func TestSeparator(t *testing.T) {
	t.Parallel()
	for src, want := range map[string]rune{
		"a,b\n1,2\n":          ',',
		"a;b\n1;2\n":          ';',
		"a\tb\n1\t2\n":        '\t',
		"a|b\n1|2\n":          '|',
		"a title\na;b\n1;2\n": ';',
		"mills, as of spring;;\na;b;c\n1, 2;3;4, 5\n": ';',
		"\"a;b\",c\n\"1;2;3\",4\n":                    ',',
		"a title\t\t\na\tb\tc\n1\t2\t3\n":             '\t',
		"a, b and c\td\ne\tf\n":                       '\t',
		"one\ntwo\n":                                  ',',
		"\"lines\nwithin; a, cell\",x\ny,z\n":         ',',
		"5\" pipe;6\" pipe\n7\" pipe;8\" pipe\n":      ';',
		"":                                            ',',
	} {
		if got := separator([]byte(src)); got != want {
			t.Errorf("separator(%q) = %q, want %q", src, got, want)
		}
	}
}
