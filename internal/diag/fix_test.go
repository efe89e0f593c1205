package diag

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rung/internal/source"
)

func edit(start, end int, text string) Edit {
	return Edit{Span: source.Span{Path: "a", Start: start, End: end}, New: text}
}

func finding(code Code, at int, safe Safety, edits ...Edit) Diagnostic {
	return Diagnostic{Code: code, Primary: source.Span{Path: "a", Start: at, End: at + 1}, Fixes: []Fix{{Safe: safe, Edits: edits}}}
}

func TestSafeFixes(t *testing.T) {
	t.Parallel()
	text := []byte("one two three")
	list := []Diagnostic{
		finding("Q1", 8, Safe, edit(8, 13, "3")),
		finding("Q2", 0, Safe, edit(0, 3, "1"), edit(13, 13, "!")),
		finding("Q3", 4, Review, edit(4, 7, "2")),               // a person must look
		finding("Q4", 9, Safe, edit(9, 10, "H")),                // overlaps Q1
		finding("Q5", 12, Safe, edit(13, 13, "?")),              // inserts where Q2 does
		finding("Q6", 5, Safe, edit(4, 7, "2"), edit(5, 6, "")), // overlaps itself
		finding("Q7", 5, Safe, edit(4, 99, "")),                 // leaves its file
	}
	got := SafeFixes(list, func(string) int { return len(text) })
	var codes []string
	for _, d := range got.Diagnostics {
		codes = append(codes, string(d.Code))
	}
	if diff := cmp.Diff([]string{"Q2", "Q1"}, codes); diff != "" {
		t.Errorf("chosen (-want +got):\n%s", diff)
	}
	if got := string(Splice(text, got.Edits["a"])); got != "1 two 3!" {
		t.Errorf("Splice = %q", got)
	}
}

// TestSpliceKeepsTheRest makes any edits and wants every other byte to stay.
func TestSpliceKeepsTheRest(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a-z\x00é]{0,40}`).Draw(t, "text")
		var list []Diagnostic
		for range rapid.IntRange(0, 6).Draw(t, "fixes") {
			at := rapid.IntRange(0, len(text)).Draw(t, "at")
			list = append(list, finding("Q1", at, Safe, edit(at, rapid.IntRange(at, len(text)).Draw(t, "end"), "<>")))
		}
		fixed := SafeFixes(list, func(string) int { return len(text) })
		kept := []byte(text)
		edits := fixed.Edits["a"]
		for i := len(edits) - 1; i >= 0; i-- {
			kept = append(kept[:edits[i].Span.Start:edits[i].Span.Start], kept[edits[i].Span.End:]...)
		}
		got := string(Splice([]byte(text), edits))
		if strings.ReplaceAll(got, "<>", "") != string(kept) || strings.Count(got, "<>") != len(fixed.Diagnostics) {
			t.Fatalf("%q becomes %q by %v", text, got, edits)
		}
	})
}
