package wording

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func words(text string) []string {
	var out []string
	for _, t := range Tokens(text) {
		if t.Word {
			out = append(out, text[t.Start:t.End])
		}
	}
	return out
}

func TestTokens(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"I lead the team's work.":  {"I", "lead", "the", "team's", "work"},
		"Node.js, v2.5 (e.g. C++)": {"Node.js", "v2.5", "e.g", "C"},
		"non-technical":            {"non", "technical"},
		"プロジェクトを計画する":              {"プロジェクト", "を", "計画", "する"},
		"サーバーのコード":                 {"サーバー", "の", "コード"},
		"人々 2025年":                 {"人々", "2025", "年"},
		"负责 团队":                    {"负责", "团队"},
		"Führt über":               {"Führt", "über"},
		"u\u0308ber":               {"u\u0308ber"},
		"ที่ดี":                    {"ที่", "ดี"},
		"👩‍💻 codes":                {"codes"},
		"":                         nil,
		"отвечает за качество и сроки": {"отвечает", "за", "качество", "и", "сроки"},
	} {
		if diff := cmp.Diff(want, words(text)); diff != "" {
			t.Errorf("words of %q (-want +got):\n%s", text, diff)
		}
	}
}

func TestTokensCoverTheText(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringOf(rapid.SampledFrom([]rune("aé .'’日のカー\u0301ก\u0e31\t\n")))).Draw(t, "text")
		at := 0
		for _, tok := range Tokens(text) {
			if tok.Start != at || tok.End <= at {
				t.Fatalf("token %+v after offset %d", tok, at)
			}
			at = tok.End
		}
		if at != len(text) {
			t.Fatalf("tokens end at %d of %d", at, len(text))
		}
	})
}

func TestNormal(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ a, b string }{
		{"I lead the team.", "i  LEAD the team"},
		{"the team’s “work”", "the team's 'work'"},
		{"ﬁnds ＡＢＣ", "finds abc"},
		{"- 🦉 teaches – others;", "teaches others"},
		{"über", "u\u0308ber"},
	} {
		if a, b := Normal(c.a), Normal(c.b); a != b {
			t.Errorf("Normal(%q) = %q, Normal(%q) = %q, want the same", c.a, a, c.b, b)
		}
	}
	for _, c := range []struct{ a, b string }{
		{"writes C", "writes C++"}, {"90", "90 %"}, {"teaches", "teach"}, {"", "a"},
	} {
		if a, b := Normal(c.a), Normal(c.b); a == b {
			t.Errorf("Normal of %q and %q are both %q", c.a, c.b, a)
		}
	}
}

func TestNormalIsStable(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		once := Normal(rapid.String().Draw(t, "text"))
		if !utf8.ValidString(once) {
			t.Fatalf("not UTF-8: %q", once)
		}
		if twice := Normal(once); twice != once {
			t.Fatalf("Normal(%q) = %q", once, twice)
		}
	})
}

func TestSimilarity(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b     string
		min, max float64
	}{
		{"I lead the team", "i lead the team!", 1, 1},
		{"", "", 1, 1},
		{"", "word", 0, 0},
		{"completely other things", "nobody knows why", 0, 0.1},
		{"I mentor junior engineers in my team", "I mentor engineers across my department", 0.4, 0.8},
		{"I mentor junior engineers", "Mentoring of junior engineers", 0.6, 0.95},
		{"プロジェクトを計画する", "プロジェクトを計画し実行する", 0.6, 0.95},
		{"the of and to in", "the of and to at", 0.3, 0.9},
	} {
		if got := Similarity(Prepare(c.a), Prepare(c.b)); got < c.min || got > c.max {
			t.Errorf("Similarity(%q, %q) = %.2f, want %.2f to %.2f", c.a, c.b, got, c.min, c.max)
		}
	}
}

func TestSimilarityIsAMeasure(t *testing.T) {
	t.Parallel()
	gen := rapid.StringOf(rapid.SampledFrom([]rune("abc lead. 日本のチ")))
	rapid.Check(t, func(t *rapid.T) {
		a, b := Prepare(gen.Draw(t, "a")), Prepare(gen.Draw(t, "b"))
		s := Similarity(a, b)
		if s < 0 || s > 1 || s != Similarity(b, a) || Similarity(a, a) != 1 {
			t.Fatalf("Similarity = %v, reverse %v", s, Similarity(b, a))
		}
		if c := Containment(a, b); c < 0 || c > 1 {
			t.Fatalf("Containment = %v", c)
		}
	})
}

func TestContainment(t *testing.T) {
	t.Parallel()
	part, whole := Prepare("I review code"), Prepare("I review code and I write tests for it")
	if got := Containment(part, whole); got != 1 {
		t.Errorf("Containment of a part = %v, want 1", got)
	}
	if got := Containment(whole, part); got > 0.6 {
		t.Errorf("Containment of the whole = %v, want at most 0.6", got)
	}
}

func TestPrepareIsBounded(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("word ", maxWords)
	if got, want := Prepare(long+"and more").Size(), Prepare(long).Size(); got != want {
		t.Errorf("Size = %v, want %v: words beyond the limit do not count", got, want)
	}
}
