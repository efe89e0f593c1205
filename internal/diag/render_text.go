package diag

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"rung/internal/source"
)

// Style says how Text writes.
type Style struct {
	Color bool    // with the escape sequences that terminals know
	Rules []*Rule // gives each code its slug; codes without a rule stand alone
}

// maxShown is how many columns of a source line are shown; of longer lines the
// part around the finding.
const maxShown = 120

// Text writes diagnostics for a person: place, severity, code and message, the
// line of source with the words underlined, what else explains it, and what to
// do; in the end one line that counts. Nothing from the source reaches w as a
// control character.
func Text(w io.Writer, list []Diagnostic, sources *source.Set, style Style) error {
	t := textWriter{w: bufio.NewWriter(w), sources: sources, color: style.Color, slugs: slugs(style.Rules)}
	for _, d := range ordered(list) {
		t.diagnostic(d)
	}
	t.line("%s", t.paint(bold, summary(list)))
	if err := t.w.Flush(); err != nil {
		return fmt.Errorf("write diagnostics: %w", err)
	}
	return nil
}

// paint is an escape sequence.
type paint string

const (
	bold   paint = "\x1b[1m"
	red    paint = "\x1b[1;31m"
	yellow paint = "\x1b[1;33m"
	blue   paint = "\x1b[1;34m"
	plain  paint = "\x1b[0m"
)

type textWriter struct {
	w       *bufio.Writer // keeps its first error for Flush
	sources *source.Set
	color   bool
	slugs   map[Code]string
}

func (t *textWriter) line(format string, args ...any) { fmt.Fprintf(t.w, format+"\n", args...) }

func (t *textWriter) paint(p paint, s string) string {
	if !t.color {
		return s
	}
	return string(p) + s + string(plain)
}

func (t *textWriter) diagnostic(d Diagnostic) {
	hue := map[Severity]paint{Error: red, Warning: yellow, Note: blue}[d.Severity]
	label := t.paint(hue, fmt.Sprintf("%s[%s]", d.Severity, tag(d, t.slugs)))
	t.line("%s%s: %s", t.where(d.Primary), label, t.paint(bold, shown(d.Message)))
	t.excerpt(d.Primary, hue)
	for _, r := range d.Related {
		t.line("  %s%s", t.where(r.Span), shown(r.Message))
	}
	if d.Help != "" {
		t.line("  %s %s", t.paint(blue, "help:"), shown(d.Help))
	}
	if fix := mending(d); fix != "" {
		t.line("  %s %s", t.paint(blue, "fix:"), shown(fix))
	}
	t.line("")
}

// where returns "file:line:column: ", or "" for no place.
func (t *textWriter) where(at source.Span) string {
	if at.Path == "" {
		return ""
	}
	if r, ok := place(t.sources, at); ok {
		return fmt.Sprintf("%s:%d:%d: ", shown(r.path), r.start.Line, r.start.Column)
	}
	return shown(at.Path) + ": "
}

// excerpt writes the first line of a span with a line of carets under it.
func (t *textWriter) excerpt(at source.Span, hue paint) {
	f := t.sources.File(at.Path)
	if f == nil {
		return
	}
	number := f.Line(at.Start)
	whole := f.LineSpan(number)
	at, whole = near(f, at, whole)
	text := f.Text(whole)
	if !utf8.ValidString(text) {
		return // there is nothing to point at
	}
	from := min(max(at.Start-whole.Start, 0), len(text))
	to := min(max(at.End-whole.Start, from), len(text))
	before, marked, after := window(text, from, to)
	lead := expand(before, 0)
	word := expand(marked, widthOf(lead))
	tail := expand(after, widthOf(lead)+widthOf(word))
	gutter := strings.Repeat(" ", len(strconv.Itoa(number)))
	t.line(" %s %s", t.paint(blue, strconv.Itoa(number)+" |"), strings.TrimRight(lead+word+tail, " "))
	carets := strings.Repeat("^", max(1, widthOf(word)))
	t.line(" %s %s%s", t.paint(blue, gutter+" |"), strings.Repeat(" ", widthOf(lead)), t.paint(hue, carets))
}

// far is how much of a long line, on both sides of what is wrong, may be shown;
// it is more than is.
const far = 8 * maxShown

// near cuts a long line to what stands around a span of it, and the span to its
// beginning: a page may be one line with very much wrong in it.
func near(f *source.File, at, whole source.Span) (source.Span, source.Span) {
	if whole.End-whole.Start <= 4*far {
		return at, whole
	}
	text := f.String()
	at.End = min(at.End, at.Start+far)
	if from := at.Start - far; from > whole.Start {
		for whole.Start = from; !utf8.RuneStart(text[whole.Start]) && whole.Start < at.Start; {
			whole.Start++
		}
	}
	if to := at.End + far; to < whole.End {
		for whole.End = to; !utf8.RuneStart(text[whole.End]) && whole.End > at.End; {
			whole.End--
		}
	}
	return at, whole
}

// window cuts a line into what stands before, in and after [from, to), and
// leaves out what is too far away to be shown.
func window(text string, from, to int) (before, marked, after string) {
	before, marked, after = text[:from], text[from:to], text[to:]
	if utf8.RuneCountInString(text) <= maxShown {
		return before, marked, after
	}
	const around = maxShown / 3
	if n := utf8.RuneCountInString(before); n > around {
		before = "…" + lastRunes(before, around)
	}
	room := maxShown - utf8.RuneCountInString(before)
	if utf8.RuneCountInString(marked) > room {
		return before, firstRunes(marked, room), "…"
	}
	room -= utf8.RuneCountInString(marked)
	if utf8.RuneCountInString(after) > room {
		after = firstRunes(after, room) + "…"
	}
	return before, marked, after
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

func lastRunes(s string, n int) string {
	return s[len(firstRunes(s, utf8.RuneCountInString(s)-n)):]
}
