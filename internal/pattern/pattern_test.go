package pattern_test

import (
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/internal/pattern"
)

func TestPatternIsCompiledWhenUsed(t *testing.T) {
	t.Parallel()
	p := pattern.New(`(?i)level\s+(\d+)`)
	if got := p.FindStringSubmatch("at LEVEL 4"); len(got) != 2 || got[1] != "4" {
		t.Errorf("FindStringSubmatch = %q, want the number", got)
	}
	bad := pattern.New(`(`)
	defer func() {
		if recover() == nil {
			t.Error("an expression that cannot be compiled was used")
		}
	}()
	bad.MatchString("")
}

func TestPatternIsSafeToShare(t *testing.T) {
	t.Parallel()
	p := pattern.New(`a+`)
	done := make(chan bool)
	for range 8 {
		go func() { done <- p.MatchString("baa") }()
	}
	for range 8 {
		if !<-done {
			t.Error("a shared pattern did not match")
		}
	}
}

// FuzzPatternIsItsExpression holds that the filter never hides a match.
func FuzzPatternIsItsExpression(f *testing.F) {
	exprs := []string{
		`(?i)(уровень|план|sênior|レベル)`, `\x{FFFD}`, `[’'\x{FFFD}]s`, `[“”]`, `(?i)é`,
		`(?i)\b(career|ladder|levels?|caree?r|kar)\b`, `(?i)^(?:all|every)\s+`, `[.!?…]["”’)]*\s+|\n\s*\n|;\s`, `(?i)ſhe|K`, `a*`, `(?i)(?:senior|sênior|シニア)\b`,
		`(?i)\b(each|every)\s+(level|grade)\b[^.]{0,9}\b(adds? to|includes)|(stufen?|niveau)\s+bau(en|t)\s+auf`, `((ab|cd)e|f(gh|ij))(k|lm)`,
		`(?m)^ {0,3}(#{1,6} +\S|[-*+] +\S)`, `x{0,2}y{2,3}`, `(?i)in addition to the expectations of`, `\p{L}+ly`, `(a|b|)c?`, `[^a]b`, `(?s).`, `K`, `$`, `(?i)[kK]elvin|[0-9]`,
	}
	texts := []string{"it’s a level", "УРОВЕНЬ", "\xff", "“ПЛАН”", "", "My CAREER", "two levels", "ab\ncd", "she K ſ K", "シニア", "Sênior", "- a", "xyy", "In Addition To The Expectations Of you", "kindly", "every grade adds to", "Stufen bauen auf", "xcdelm fijk", "a; b. c", "K", "Every  one", "9"}
	for _, e := range exprs {
		for _, s := range texts {
			f.Add(e, s)
		}
	}
	f.Fuzz(func(t *testing.T, expr, text string) {
		re, err := regexp.Compile(expr)
		if err != nil || len(expr) > 200 || len(text) > 1000 {
			t.Skip()
		}
		p := pattern.New(expr)
		if diff := cmp.Diff(re.FindAllStringSubmatchIndex(text, -1), p.FindAllStringSubmatchIndex(text, -1)); diff != "" {
			t.Errorf("%q in %q (-want +got)\n%s", expr, text, diff)
		}
		if got, want := p.Match([]byte(text)), re.MatchString(text); got != want {
			t.Errorf("%q in %q: got %v, want %v", expr, text, got, want)
		}
	})
}
