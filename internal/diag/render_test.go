package diag

import (
	"bytes"
	"encoding/json"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"rung/internal/source"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// The rules and the findings that every renderer is shown: a plain one, one
// behind wide and combined characters and a tab, one whose words hold control
// characters, one over two lines, one far out on a long line, one at the end of
// a file without a line feed, one without a place and one in a file that was
// not read.
var (
	testRules = []*Rule{
		{Code: "R0001", Slug: "dead-link", Title: "a link leads nowhere", Text: "It was\nmoved.", Severity: Warning, Since: "0.1.0"},
		{Code: "Q0009", Slug: "odd", Title: "something is odd", Text: "Odd.", Severity: Note, Since: "0.1.0"},
	}
	testSources = source.NewSet(
		source.NewFile("a b/Léger.md", []byte("# 幹部: 👩‍🚀 e\u0301t\u00e9\r\n\r\n\t- see [it](gone.md) 終\r\n- red \x1b[31m\u202eevil\x07 end\n")),
		source.NewFile("long.md", []byte(strings.Repeat("wort ", 60)+"HERE "+strings.Repeat("weiter ", 60)+"\nlast")),
	)
)

func spanOfText(path, text string) source.Span {
	i := strings.Index(string(testSources.File(path).Bytes()), text)
	return source.Span{Path: path, Start: i, End: i + len(text)}
}

func testFindings() []Diagnostic {
	dead := testRules[0].New(spanOfText("a b/Léger.md", "gone.md"), `"gone.md" leads to no file, expected one that is there`)
	dead.Help = "link to \"there.md\", if that is what is meant"
	dead.Related = []Related{{Span: spanOfText("long.md", "last"), Message: "perhaps this is meant"}}
	dead.Fixes = []Fix{{Title: "link to \"there.md\"", Edits: []Edit{{Span: dead.Primary, New: "there.md"}}}}
	wide := testRules[1].New(spanOfText("a b/Léger.md", "e\u0301t\u00e9"), "50% odd, with a line\nfeed: and, a comma")
	control := testRules[1].New(spanOfText("a b/Léger.md", "\x1b[31m\u202eevil\x07"), "quotes \x1b[31m raw")
	two := testRules[1].New(spanOfText("a b/Léger.md", "終\r\n- red"), "goes over two lines")
	far := testRules[1].New(spanOfText("long.md", "HERE"), "stands far out")
	far.Severity = Error
	far.Fixes = []Fix{{Title: "bring it nearer", Safe: Safe, Edits: []Edit{{Span: far.Primary, New: "near"}}}}
	last := testRules[1].New(source.Span{Path: "long.md", Start: testSources.File("long.md").Len(), End: testSources.File("long.md").Len()}, "something is missing at the end")
	nowhere := Diagnostic{Code: "P0001", Severity: Error, Message: "has no place"}
	unread := Diagnostic{Code: "P0002", Severity: Warning, Primary: source.Span{Path: "photo.png"}, Message: "was not read"}
	twin := testRules[1].New(spanOfText("long.md", "weiter"), "one of two alike")
	twin2 := twin
	twin2.Primary.Start, twin2.Primary.End = twin.Primary.Start+7, twin.Primary.End+7
	return []Diagnostic{dead, wide, control, two, far, last, nowhere, unread, twin, twin2}
}

// writers are the renderers, by the name of their golden.
var writers = map[string]func(io.Writer, []Diagnostic) error{
	"text.txt": func(w io.Writer, l []Diagnostic) error { return Text(w, l, testSources, Style{Rules: testRules}) },
	"color.txt": func(w io.Writer, l []Diagnostic) error {
		return Text(w, l, testSources, Style{Rules: testRules, Color: true})
	},
	"json.json":  func(w io.Writer, l []Diagnostic) error { return JSON(w, l, testSources, testRules) },
	"sarif.json": func(w io.Writer, l []Diagnostic) error { return SARIF(w, l, testSources, testRules) },
	"github.txt": func(w io.Writer, l []Diagnostic) error { return GitHub(w, l, testSources, testRules) },
}

func TestRenderers(t *testing.T) {
	t.Parallel()
	for name, write := range writers {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			list := testFindings()
			var got, reversed bytes.Buffer
			if err := write(&got, list); err != nil {
				t.Fatal(err)
			}
			slices.Reverse(list)
			if err := write(&reversed, list); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(got.String(), reversed.String()); diff != "" {
				t.Errorf("the order of findings shows:\n%s", diff)
			}
			golden := filepath.Join("testdata", "render", name)
			if *update {
				if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Errorf("%s (-want +got):\n%s", golden, diff)
			}
		})
	}
}

func TestNothingFound(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := Text(&b, nil, nil, Style{}); err != nil || b.String() != "nothing found\n" {
		t.Errorf("Text = %q, %v", b.String(), err)
	}
}

// Whatever the source holds, no control character but a line feed reaches a
// terminal, colours apart.
func TestNoControlCharacters(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	for _, name := range []string{"text.txt", "github.txt"} {
		if err := writers[name](&b, testFindings()); err != nil {
			t.Fatal(err)
		}
	}
	if i := strings.IndexFunc(b.String(), func(c rune) bool { return c != '\n' && unsafeRune(c) }); i >= 0 {
		t.Errorf("a control character got through: %q", b.String()[i:min(i+20, b.Len())])
	}
	if !utf8.Valid(b.Bytes()) {
		t.Error("the output is not UTF-8")
	}
}

// The carets stand under the words that they mark, counted in columns.
func TestCaretsAlign(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	for _, c := range []struct{ line, word string }{
		{"plain word here", "word"},
		{"\tword behind a tab", "word"},
		{"a\tb\tword", "word"},
		{"幹部 word", "word"},
		{"e\u0301e\u0301 word", "word"},
		{"👍 word", "word"},
		{"x 幹部 y", "幹部"},
	} {
		b.Reset()
		set := source.NewSet(source.NewFile("x.md", []byte(c.line)))
		i := strings.Index(c.line, c.word)
		d := Diagnostic{Code: "Q0001", Message: "m", Primary: source.Span{Path: "x.md", Start: i, End: i + len(c.word)}}
		if err := Text(&b, []Diagnostic{d}, set, Style{}); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(b.String(), "\n")
		shownLine, carets := lines[1], lines[2]
		want := widthOf(shownLine[:strings.Index(shownLine, c.word)])
		if got := strings.Index(carets, "^"); got != want || strings.Count(carets, "^") != widthOf(c.word) {
			t.Errorf("%q: carets at %d, want %d columns wide at %d:\n%s\n%s", c.line, got, widthOf(c.word), want, shownLine, carets)
		}
	}
}

func TestFingerprintsOutliveEditsAbove(t *testing.T) {
	t.Parallel()
	prints := func(text string) []string {
		set := source.NewSet(source.NewFile("x.md", []byte(text)))
		var list []Diagnostic
		for _, m := range regexp.MustCompile("bad").FindAllStringIndex(text, -1) {
			list = append(list, Diagnostic{Code: "Q0001", Message: "m", Primary: source.Span{Path: "x.md", Start: m[0], End: m[1]}})
		}
		var b bytes.Buffer
		if err := SARIF(&b, list, set, nil); err != nil {
			t.Fatal(err)
		}
		var log sarifLog
		if err := json.Unmarshal(b.Bytes(), &log); err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, r := range log.Runs[0].Results {
			out = append(out, r.Fingerprints["rung/v1"])
		}
		return out
	}
	before, after := prints("bad\nbad\n"), prints("new line\n\nbad\n bad\n")
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("fingerprints change with the lines (-before +after):\n%s", diff)
	}
	if before[0] == before[1] {
		t.Error("two findings have one fingerprint")
	}
}

func FuzzText(f *testing.F) {
	f.Add([]byte("a\tb\x1b[2J\xff\n終"), 1, 4)
	f.Fuzz(func(t *testing.T, text []byte, start, end int) {
		set := source.NewSet(source.NewFile("x.md", text))
		at := set.File("x.md").Span(start, end)
		var b bytes.Buffer
		list := []Diagnostic{{Code: "Q0001", Message: string(text), Help: string(text), Primary: at}}
		if err := Text(&b, list, set, Style{}); err != nil {
			t.Fatal(err)
		}
		if strings.ContainsFunc(b.String(), func(c rune) bool { return c != '\n' && unsafeRune(c) }) || !utf8.Valid(b.Bytes()) {
			t.Errorf("unsafe output %q", b.String())
		}
	})
}

func TestQuote(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"short":                     `"short"`,
		"two\n  lines":              `"two lines"`,
		strings.Repeat("word ", 20): `"` + strings.Repeat("word ", 12) + `…"`,
		strings.Repeat("終", 70):     `"` + strings.Repeat("終", 60) + ` …"`,
		strings.Repeat("x", 60):     `"` + strings.Repeat("x", 60) + `"`,
	} {
		if got := Quote(in); got != want {
			t.Errorf("Quote(%q) = %s, want %s", in, got, want)
		}
	}
}
