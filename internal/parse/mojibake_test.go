package parse

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"rung/internal/diag"
	"rung/internal/source"
)

// damaged writes words as UTF-8, reads them as set, and does so again.
func damaged(t *testing.T, words string, sets ...*charmap.Charmap) string {
	t.Helper()
	for _, set := range sets {
		out := ""
		for _, b := range []byte(words) {
			r := set.DecodeByte(b)
			switch {
			case set == charmap.Macintosh && b == 0xF0:
				r = '\uF8FF'
			case r == utf8.RuneError:
				r = rune(b)
			}
			out += string(r)
		}
		words = out
	}
	return words
}

func TestMojibake(t *testing.T) {
	t.Parallel()
	cp, mac := charmap.Windows1252, charmap.Macintosh
	for _, words := range []string{
		"it’s", "“so”", "a – b — c …", "café", "naïve Zoë", "£5 and €6", "Ünal, Åse, Øre, ß", "→ done ✓ ★", "🦉", "🏆 first", "🏛️ law",
		"👩‍💻 code", "½ ± °", "© ® ™", "àèìòù", "ÀÈÌÒÙ", "ñand", "año", "São Paulo", "Łódź", "• item", "«mot»",
	} {
		for _, sets := range [][]*charmap.Charmap{{cp}, {mac}, {cp, cp}} {
			bad := damaged(t, words, sets...)
			doc := Parse(source.NewFile("a.md", []byte("word "+bad+" word\n")), nil)
			if got, want := doc.Blocks[0].Text.Value, "word "+strings.ReplaceAll(words, "\u00a0", " ")+" word"; got != want {
				t.Errorf("%q damaged %d times is read as %q, want %q", words, len(sets), got, want)
			}
		}
	}
}

func TestMojibakeLeavesAlone(t *testing.T) {
	t.Parallel()
	for _, words := range []string{
		"naïve café", "“curly” and ‘single’ — dash…", "Ελλάδα και π", "5 € or £4", "Привет, мир", "日本語の文章", "“CAFÉ” – “MENÜ”", "“PÅ”—so",
		"l’été d’Éric", "«École» … «à»", "Maß–Einheit, „Spaß“", "√π ≈ 1.77", "‚Ärger‘", "Größe: 5µm ± 2", "🦉🏆", "ÃO", "Â", "É”—", "¿Qué?", "½–¾", "a\u00a0b",
		"‘É’ “à”", "œuvre…œil", "Ñ–", "√x ≈ 5",
	} {
		doc := Parse(source.NewFile("a.md", []byte("x "+words+" x\n")), nil)
		if got := codesOf(doc); len(got) != 0 {
			report := &diag.Report{}
			doc.Report(report)
			t.Errorf("%q reports %v: %s", words, got, report.Sorted()[0].Message)
		}
	}
}

// TestMojibakeDoubtful holds that what may be right counts as damage only
// where the file has damage beyond doubt, and that a lost quotation mark is
// found again.
func TestMojibakeDoubtful(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Ìndia √∫ltima":            "Ìndia √∫ltima",
		"it‚Äôs la √∫ltima":        "it’s la última",
		"â€œsoâ€\ufffd":            "“so”",
		"Î±Î² is â€œalphaâ€\ufffd": "αβ is “alpha”",
	} {
		doc := Parse(source.NewFile("a.md", []byte(text+"\n")), nil)
		if got := doc.Blocks[0].Text.Value; got != want {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
	}
}

// TestMojibakeFix holds that the offered edits make the file what it should
// be, that one kind of damage is told once, and that places stay the file's.
func TestMojibakeFix(t *testing.T) {
	t.Parallel()
	text := "# \uf8ffü¶â Owls\n\n- it‚Äôs **bold** and it‚Äôs so\n"
	file := source.NewFile("a.md", []byte(text))
	doc := Parse(file, nil)
	report := &diag.Report{}
	doc.Report(report)
	all := report.Sorted()
	if len(all) != 2 {
		t.Fatalf("%d diagnostics, want 2", len(all))
	}
	if all[0].Message != `"\uf8ffü¶â" is damaged text; it should be "🦉"` {
		t.Errorf("message %s", all[0].Message)
	}
	if got := file.Text(all[0].Primary); got != "\uf8ffü¶â" {
		t.Errorf("primary covers %q", got)
	}
	if len(all[1].Related) != 1 || all[1].Fixes[0].Safe != diag.Safe {
		t.Errorf("second damage: %d related, fix %v", len(all[1].Related), all[1].Fixes)
	}
	fixed := text
	for i := len(all) - 1; i >= 0; i-- {
		edits := all[i].Fixes[0].Edits
		for j := len(edits) - 1; j >= 0; j-- {
			fixed = fixed[:edits[j].Span.Start] + edits[j].New + fixed[edits[j].Span.End:]
		}
	}
	if want := "# 🦉 Owls\n\n- it’s **bold** and it’s so\n"; fixed != want {
		t.Errorf("fixed %q, want %q", fixed, want)
	}
	item := doc.Blocks[1].Children[0].Children[0].Text
	if item.Value != "it’s bold and it’s so" || item.Value[item.Marks[0].Start:item.Marks[0].End] != "bold" {
		t.Errorf("words %q, marks %v", item.Value, item.Marks)
	}
	if got := text[item.Start:item.End]; got != "it‚Äôs **bold** and it‚Äôs so" {
		t.Errorf("the words stand at %q", got)
	}
}

func TestInvalidUTF8(t *testing.T) {
	t.Parallel()
	doc := Parse(source.NewFile("a.md", []byte("# Caf\xe9 \x93so\x94\n")), nil)
	if got := doc.Blocks[0].Text.Value; got != "Café “so”" {
		t.Errorf("read as %q", got)
	}
	report := &diag.Report{}
	doc.Report(report)
	all := report.Sorted()
	if len(all) != 1 || all[0].Code != EncodingRule.Code || len(all[0].Fixes[0].Edits) != 3 || all[0].Fixes[0].Safe != diag.Review {
		t.Errorf("reports %v", all)
	}
	utf16 := Parse(source.NewFile("a.md", []byte("\xff\xfe#\x00 \x00A\x00")), nil)
	if got := codesOf(utf16); len(got) != 1 || got[0] != UnreadableRule.Code || utf16.Format != Unknown {
		t.Errorf("UTF-16 reports %v as %v", got, utf16.Format)
	}
}
