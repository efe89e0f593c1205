package settings

import (
	"strconv"
	"strings"

	"rung/internal/diag"
	"rung/internal/parse"
)

// unknown reports a key that is none, with the one that was probably meant.
func (l *loader) unknown(f parse.Field, known []string) {
	d := UnknownRule.New(l.file.Span(f.Start, f.End), "unknown key "+quote(f.Key)+"; expected "+list(short(known)))
	d.Help = "take it away, or write one of these"
	if near := nearest(f.Key, known); near != "" {
		d.Help = "write " + quote(near)
		d.Fixes = []diag.Fix{{Title: "write " + quote(near), Edits: []diag.Edit{{Span: d.Primary, New: near}}}}
	}
	l.report.Add(d)
}

// invalid reports a value that means nothing.
func (l *loader) invalid(r *parse.Record, message, help string) {
	l.add(r.Start, r.End, message, help)
}

// invalidAt reports a key whose value means nothing.
func (l *loader) invalidAt(f parse.Field, message, help string) { l.add(f.Start, f.End, message, help) }

func (l *loader) add(start, end int, message, help string) {
	d := InvalidRule.New(l.file.Span(start, end), message)
	d.Help = help
	l.report.Add(d)
}

func (l *loader) wantMap(f parse.Field) {
	l.invalidAt(f, quote(f.Key)+" holds no keys; expected some, each on a line of its own, indented", "see rung init, which writes such a file")
}

// Unused reports readings that were asked for and that nothing could be read
// as. Possible returns the readings that could have been chosen at a place.
func (s *Settings) Unused(possible func(place Glob) []string, report *diag.Report) {
	if s == nil {
		return
	}
	for _, r := range s.readings {
		if r.used {
			continue
		}
		d := UnusedRule.New(r.at, "nothing at "+quote(r.place)+" can be read as "+quote(r.name)+"; the entry does nothing")
		d.Help = "take the entry away"
		if known := possible(r.glob); len(known) > 0 {
			d.Help = "write one of " + list(known)
		}
		report.Add(d)
	}
}

// short leaves at most a dozen words.
func short(words []string) []string {
	if len(words) > 12 {
		return append(words[:12:12], "…")
	}
	return words
}

// list joins words as "a, b or c".
func list(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}

func quote(s string) string { return diag.Quote(s) }

func plural(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return strconv.Itoa(n) + " " + noun
}
