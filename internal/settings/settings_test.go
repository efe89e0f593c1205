package settings_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"rung/internal/diag"
	"rung/internal/settings"
	"rung/internal/source"
)

var rules = []*diag.Rule{
	{Code: "Q0003", Slug: "long-sentence", Severity: diag.Warning},
	{Code: "Q0009", Slug: "vague-word", Severity: diag.Warning, Default: diag.Off},
	{Code: "P0101", Slug: "data-not-read", Severity: diag.Warning},
}

func load(t *testing.T, text string) (*settings.Settings, string) {
	t.Helper()
	report := &diag.Report{}
	s := settings.Load(fstest.MapFS{settings.Name: {Data: []byte(text)}}, rules, report)
	set := source.NewSet(source.NewFile(settings.Name, []byte(text)))
	var b strings.Builder
	for _, d := range report.Sorted() {
		at := set.Start(d.Primary)
		fmt.Fprintf(&b, "%d:%d %s %s / %s\n", at.Line, at.Column, d.Code, d.Message, d.Help)
	}
	return s, b.String()
}

func TestLoad(t *testing.T) {
	t.Parallel()
	s, said := load(t, `
title: The harbour
ladder:
  include: people/**
  ignore: [people/archive, "**/TEMPLATE.md"]
levels: [Deckhand, Mate, Skipper]
cumulative: true
scale: [adrift, afloat, {id: underway, title: Under way, meets: true}]
`)
	if said != "" {
		t.Errorf("it says\n%s", said)
	}
	if s.Title != "The harbour" || s.Cumulative != settings.Yes || len(s.Scale) != 3 || s.Scale[2].Meets != settings.Marked {
		t.Errorf("Load = %+v", s)
	}
	if diff := cmp.Diff([]string{"Deckhand", "Mate", "Skipper"}, s.Levels); diff != "" {
		t.Errorf("levels (-want +got):\n%s", diff)
	}
	for name, want := range map[string]bool{
		"people/pilots/L1.md": true, "people/archive/L1.md": false, "people/pilots/TEMPLATE.md": false, "people/TEMPLATE.md": false,
		"handbook/L1.md": false, "rung.yaml": true, "people.md": false,
	} {
		if got := s.Belongs(name); got != want {
			t.Errorf("Belongs(%s) = %t, want %t", name, got, want)
		}
	}
}

func TestWhatIsWrongWithIt(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"titel: x\n":              `1:1 P0201 unknown key "titel"; expected title, ladder, readings, levels, cumulative, rules or scale / write "title"`,
		"ladder: {includes: a}\n": `1:10 P0201 unknown key "includes"; expected include or ignore / write "include"`,
		"title: []\n":             `1:1 P0202 "title" holds no text; expected one`,
		"title: a\ntitle: b\n":    `P0202`,
		"- a\n":                   `1:1 P0202 this file holds no keys`,
		"cumulative: perhaps\n":   `1:13 P0202 invalid value "perhaps"`,
		"levels: [Mate, mate]\n":  `1:16 P0202 the level "mate" stands here twice`,
		"scale: [a, b]\n":         `1:8 P0202 invalid scale of 2 values, 0 marks`,
		"ladder: {ignore: '['}\n": `1:18 P0202 invalid pattern "["`,
		"ladder: [a]\n":           `1:1 P0202 "ladder" holds no keys`,
		"readings: x\n":           `1:1 P0202 "readings" holds no keys`,
		"readings: [x]\n":         `1:12 P0202 a reading stands here without a place`,
		"rules: {Q0003: off}\n":   `1:16 P0202 the rule Q0003 is silenced without a reason`,
		"rules: {P0101: note}\n":  `1:9 P0202 "P0101" cannot be graded or silenced`,
		"rules: {Q0003: fatal}\n": `1:16 P0202 invalid severity "fatal"`,
		"rules: {Q003: note}\n":   `1:9 P0201 unknown key "Q003"; expected Q0003, long-sentence, Q0009 or vague-word / write "Q0003"`,
		"\x00":                    "",
		"":                        "",
		"title: [\n":              "", // a syntax error is told by whoever parses the files
	} {
		if _, said := load(t, text); (want == "") != (said == "") || text[:min(len(text), 9)] != "title: a\n" && !strings.HasPrefix(said, want) {
			t.Errorf("%q says\n%s\nwant %s", text, said, want)
		}
	}
}

func TestReading(t *testing.T) {
	t.Parallel()
	s, said := load(t, "readings:\n  Boats: [heading-is-area, role]\n  Boats/L2.md: heading-is-statement\n  \"**/L3*.md\": foundation\n")
	if said != "" {
		t.Fatal(said)
	}
	for _, c := range []struct{ place, among, want string }{
		{"Boats", "heading-is-area heading-is-statement", "heading-is-area"},
		{"Boats/L1.md", "heading-is-area heading-is-statement", "heading-is-area"},
		{"Boats/L2.md", "heading-is-area heading-is-statement", "heading-is-statement"},
		{"Boats/L2.md", "page role", "role"},
		{"Boats/L3 Mate.md", "role foundation", "foundation"},
		{"Nets", "heading-is-area", ""},
	} {
		if got, _ := s.Reading(c.place, strings.Fields(c.among)...); got != c.want {
			t.Errorf("Reading(%s, %s) = %q, want %q", c.place, c.among, got, c.want)
		}
	}
	var none *settings.Settings
	if got, _ := none.Reading("Boats", "role"); got != "" || !none.Belongs("x") {
		t.Error("no settings ask for something")
	}
}

func TestRegrade(t *testing.T) {
	t.Parallel()
	codes := func(text string) string {
		s, _ := load(t, text)
		report, enabled := &diag.Report{}, s.Enabled()
		for _, r := range rules {
			if on, said := enabled[r.Code]; said && on || !said && r.Default == diag.On {
				report.Add(r.New(source.Span{Path: "a"}, string(r.Code)))
			}
		}
		s.Regrade(report)
		var out []string
		for _, d := range report.Sorted() {
			out = append(out, string(d.Code)+" "+d.Severity.String())
		}
		return strings.Join(out, ", ")
	}
	for text, want := range map[string]string{
		"title: x\n": "P0101 warning, Q0003 warning",
		"rules: {Q0003: error, vague-word: on}\n":                          "P0101 warning, Q0003 error, Q0009 warning",
		"rules: {Q0003: {severity: off, reason: in verse}}\n":              "P0101 warning",
		"rules: {Q0003: {severity: note, reason: mild}, Q0009: warning}\n": "P0101 warning, Q0003 note, Q0009 warning",
	} {
		if got := codes(text); got != want {
			t.Errorf("%q leaves %q, want %q", text, got, want)
		}
	}
}

func TestLine(t *testing.T) {
	t.Parallel()
	for _, place := range []string{`Sea "dogs"\L1: x.md`, "[a.md", "a[0-9].md", "*.md", "."} {
		s, said := load(t, settings.Line(place, "role")+"\n")
		if got, _ := s.Reading(place, "role"); got != "role" || said != "" {
			t.Errorf("%s reads back as %q\n%s", settings.Line(place, "role"), got, said)
		}
	}
}

func TestGlob(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		pattern, name string
		want          bool
	}{
		{"a", "a", true}, {"a", "a/b/c.md", true}, {"a/", "a/b.md", true}, {"/a", "a/b.md", true}, {"a", "ab", false}, {"a/b", "a", false},
		{"*.md", "x.md", true}, {"*.md", "a/x.md", false}, {"**/*.md", "x.md", true}, {"**/*.md", "a/b/x.md", true}, {"a/**", "a/b", true},
		{"a/**/c", "a/c", true}, {"a/**/c", "a/b/b/c/d", true}, {"**/b/**/d", "a/b/c/d", true}, {"**/b/**/d", "a/b/c/e", false}, {"**", "a/b", true}, {".", "a/b", true},
		{strings.Repeat("**/a/", 40) + "b", strings.Repeat("a/", 60) + "c", false}, // and ends
	} {
		g, ok := settings.NewGlob(c.pattern)
		if got := g.Covers(c.name); got != c.want || !ok {
			t.Errorf("%s covers %s: %t (%t), want %t", c.pattern, c.name, got, ok, c.want)
		}
	}
	for _, bad := range []string{"", " ", "[", "a/[", "../a", "a/../../b"} {
		if _, ok := settings.NewGlob(bad); ok {
			t.Errorf("%q is a pattern, want none", bad)
		}
	}
}

func FuzzLoad(f *testing.F) {
	f.Add("title: x\nrules: {Q0003: {severity: off}}\nreadings: [{a: b}]\n")
	f.Add("ladder:\n  ignore: ['**/**/*', '']\n")
	f.Fuzz(func(t *testing.T, text string) {
		s, _ := load(t, text)
		s.Belongs("a/b/c.md")
		s.Reading("a/b", "x")
	})
}
