// Package source holds the text that everything else speaks about: files as
// they were read, and places in them. Places are byte offsets; lines and
// columns are computed only where a person will read them.
package source

import (
	"sort"
	"strings"
	"sync"
	"unicode/utf8"
)

// Span is a half-open range of bytes, [Start, End), of the file at Path.
// Path is slash-separated and relative to the root of the framework. The zero
// Span means "no place". Spans are plain values: they compare with == and
// outlive the text they point into.
type Span struct {
	Path  string `json:"path,omitempty"`
	Start int    `json:"start,omitempty"`
	End   int    `json:"end,omitempty"`
}

// IsZero reports whether s points nowhere.
func (s Span) IsZero() bool { return s == Span{} }

// Contains reports whether o lies wholly inside s, in the same file.
func (s Span) Contains(o Span) bool {
	return s.Path == o.Path && s.Start <= o.Start && o.End <= s.End
}

// Join returns the smallest span that covers both s and o, which must be of
// one file; a zero span joins as nothing.
func (s Span) Join(o Span) Span {
	if s.IsZero() {
		return o
	}
	if o.IsZero() || o.Path != s.Path {
		return s
	}
	return Span{Path: s.Path, Start: min(s.Start, o.Start), End: max(s.End, o.End)}
}

// Position is a place as people count: Line and Column start at 1, Column
// counts characters (Unicode code points), not bytes.
type Position struct {
	Line, Column int
}

// File is one file as it was read. It is immutable and safe for concurrent
// use.
type File struct {
	path  string
	text  string
	lines *lineIndex
}

// lineIndex knows where lines begin once somebody asks: most files of a large
// framework are read and never pointed into.
type lineIndex struct {
	once   sync.Once
	starts []int32 // offset of the first byte of each line; starts[0] == 0

	mu    sync.Mutex // protects all below
	line  int        // where the long line begins that was counted last
	marks []int32    // offsets in it, markEvery characters apart
}

// NewFile returns a file of a copy of text. A line ends at "\n", at "\r\n" and
// at a lone "\r".
func NewFile(path string, text []byte) *File { return FromString(path, string(text)) }

// FromString is NewFile for text that is a string, which is not copied.
func FromString(path, text string) *File { return &File{path: path, text: text, lines: &lineIndex{}} }

// At returns the same text as a file at another path.
func (f *File) At(path string) *File { return &File{path: path, text: f.text, lines: f.lines} }

// starts returns where the lines of the file begin.
func (f *File) starts() []int32 {
	f.lines.once.Do(func() { f.lines.starts = lineStarts(f.text) })
	return f.lines.starts
}

func lineStarts(text string) []int32 {
	lines := make([]int32, 1, 1+strings.Count(text, "\n"))
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\r':
			if i+1 < len(text) && text[i+1] == '\n' {
				continue
			}
			lines = append(lines, int32(i+1))
		case '\n':
			lines = append(lines, int32(i+1))
		}
	}
	return lines
}

// Path returns the slash-separated path of the file below the root.
func (f *File) Path() string { return f.path }

// Bytes returns a copy of the file's text as it was read.
func (f *File) Bytes() []byte { return []byte(f.text) }

// String returns the file's text as it was read, without copying it.
func (f *File) String() string { return f.text }

// Len returns the number of bytes in the file.
func (f *File) Len() int { return len(f.text) }

// Span returns the span of [start, end) in this file, clipped to its size.
func (f *File) Span(start, end int) Span {
	start = max(0, min(start, len(f.text)))
	end = max(start, min(end, len(f.text)))
	return Span{Path: f.path, Start: start, End: end}
}

// Text returns the bytes that s covers, as a string. It returns "" for a span
// of another file or one that does not fit.
func (f *File) Text(s Span) string {
	if s.Path != f.path || s.Start < 0 || s.End > len(f.text) || s.Start > s.End {
		return ""
	}
	return f.text[s.Start:s.End]
}

// LineCount returns the number of lines; an empty file has one.
func (f *File) LineCount() int { return len(f.starts()) }

// Line returns the 1-based line on which offset stands. Offsets outside the
// file are clipped to it.
func (f *File) Line(offset int) int {
	starts := f.starts()
	return sort.Search(len(starts), func(i int) bool { return int(starts[i]) > offset })
}

// Position returns the line and column of offset, clipped to the file.
func (f *File) Position(offset int) Position {
	offset = max(0, min(offset, len(f.text)))
	line := f.Line(offset)
	start := int(f.starts()[line-1])
	if offset-start <= longLine {
		return Position{Line: line, Column: utf8.RuneCountInString(f.text[start:offset]) + 1}
	}
	at, characters := f.lines.near(f.text, start, offset)
	return Position{Line: line, Column: characters + utf8.RuneCountInString(f.text[at:offset]) + 1}
}

// longLine is how many bytes of a line are counted anew for each place in it.
const longLine = 4 << 10

// near returns a place in the line that begins at start, not far before offset,
// and how many characters stand before it. A page may be one line, with a
// hundred thousand things wrong in it: such a line is counted once.
func (x *lineIndex) near(text string, start, offset int) (at, characters int) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.line != start || len(x.marks) == 0 {
		x.line, x.marks = start, []int32{int32(start)}
		for i, n := start, 0; i < len(text) && text[i] != '\n' && text[i] != '\r'; n++ {
			_, size := utf8.DecodeRuneInString(text[i:])
			if i += size; (n+1)%markEvery == 0 {
				x.marks = append(x.marks, int32(i))
			}
		}
	}
	i := sort.Search(len(x.marks), func(i int) bool { return int(x.marks[i]) > offset }) - 1
	return int(x.marks[i]), i * markEvery
}

// markEvery is how many characters lie between two marks of a long line.
const markEvery = 1 << 10

// LineSpan returns the span of the 1-based line without its line ending. It
// returns the zero Span for a line that does not exist.
func (f *File) LineSpan(line int) Span {
	starts := f.starts()
	if line < 1 || line > len(starts) {
		return Span{}
	}
	start, end := int(starts[line-1]), len(f.text)
	if line < len(starts) {
		end = int(starts[line])
	}
	for end > start && (f.text[end-1] == '\n' || f.text[end-1] == '\r') {
		end--
	}
	return f.Span(start, end)
}
