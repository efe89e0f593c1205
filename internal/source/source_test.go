package source

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestPosition(t *testing.T) {
	t.Parallel()
	f := NewFile("a.md", []byte("één\r\ntwo\rthree\n"))
	tests := []struct {
		offset int
		want   Position
	}{
		{0, Position{1, 1}},
		{2, Position{1, 2}}, // after a two-byte character
		{5, Position{1, 4}}, // at the line's end
		{7, Position{2, 1}},
		{11, Position{3, 1}}, // a lone CR ends a line
		{17, Position{4, 1}}, // past the last line ending
		{-5, Position{1, 1}},
		{99, Position{4, 1}},
	}
	for _, tt := range tests {
		if got := f.Position(tt.offset); got != tt.want {
			t.Errorf("Position(%d) = %v, want %v", tt.offset, got, tt.want)
		}
	}
}

func TestLineSpan(t *testing.T) {
	t.Parallel()
	f := NewFile("a.md", []byte("one\r\n\ntwo"))
	var got []string
	for line := 1; line <= f.LineCount(); line++ {
		got = append(got, f.Text(f.LineSpan(line)))
	}
	if diff := cmp.Diff([]string{"one", "", "two"}, got); diff != "" {
		t.Errorf("lines (-want +got)\n%s", diff)
	}
	if got := f.LineSpan(4); !got.IsZero() {
		t.Errorf("LineSpan(4) = %v, want none", got)
	}
}

func TestSpanJoinAndContains(t *testing.T) {
	t.Parallel()
	a, b := Span{"x", 2, 4}, Span{"x", 8, 9}
	if got, want := a.Join(b), (Span{"x", 2, 9}); got != want {
		t.Errorf("Join = %v, want %v", got, want)
	}
	if got := a.Join(Span{"y", 0, 99}); got != a {
		t.Errorf("Join with another file = %v, want %v", got, a)
	}
	if got := (Span{}).Join(b); got != b {
		t.Errorf("Join of none = %v, want %v", got, b)
	}
	if !a.Join(b).Contains(b) || b.Contains(a) {
		t.Error("Contains disagrees with Join")
	}
}

func TestSet(t *testing.T) {
	t.Parallel()
	set := NewSet(NewFile("b", []byte("bee")), NewFile("A", []byte("ay")), NewFile("b", []byte("later")))
	if diff := cmp.Diff([]string{"A", "b"}, set.Paths()); diff != "" {
		t.Errorf("paths (-want +got)\n%s", diff)
	}
	if got := set.Text(Span{"b", 0, 5}); got != "later" {
		t.Errorf("Text = %q, want the later file's", got)
	}
	if got := set.FileFold("a"); got == nil || got.Path() != "A" {
		t.Errorf("FileFold(a) = %v, want A", got)
	}
	if set.File("none") != nil || set.Start(Span{"none", 0, 1}) != (Position{}) {
		t.Error("a file that is not there has a place")
	}
	var empty *Set
	if empty.File("x") != nil || empty.Paths() != nil {
		t.Error("a nil Set holds something")
	}
}

func TestPositionsAreInsideTheFile(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("aé\r\n漢 "))).Draw(t, "text")
		f := NewFile("f", []byte(text))
		offset := rapid.IntRange(0, len(text)).Draw(t, "offset")
		pos := f.Position(offset)
		if pos.Line < 1 || pos.Line > f.LineCount() || pos.Column < 1 {
			t.Fatalf("Position(%d) = %v of %d lines", offset, pos, f.LineCount())
		}
	})
}

// TestPositionsInLongLines holds that a line that is counted once counts as one
// that is counted for each place.
func TestPositionsInLongLines(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		unit := rapid.SampledFrom([]string{"a", "é", "漢字 ", "\xff", "\xe6\xbc", "a\xffé"}).Draw(t, "unit")
		head := rapid.SampledFrom([]string{"", "one\n", "é\r\n"}).Draw(t, "head")
		text := head + strings.Repeat(unit, rapid.IntRange(1, 20_000).Draw(t, "times")) + "\nend " + strings.Repeat("b", 9_000)
		f := NewFile("f", []byte(text))
		for range 8 {
			offset := rapid.IntRange(0, len(text)).Draw(t, "offset")
			got := f.Position(offset)
			start := f.LineSpan(got.Line).Start
			if want := utf8.RuneCountInString(text[start:offset]) + 1; got.Column != want {
				t.Fatalf("Position(%d) = %v, want column %d", offset, got, want)
			}
		}
	})
}
