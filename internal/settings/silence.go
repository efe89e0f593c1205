package settings

import (
	"slices"
	"strings"

	"rung/internal/diag"
	"rung/internal/model"
	"rung/internal/source"
)

// silence is a comment that silences rules at one place.
type silence struct {
	at       source.Span
	codes    []diag.Code
	from, to int // the lines that it holds for
	used     bool
}

// Silence drops the findings that a comment in the text silences, as
//
//	<!-- rung: ignore Q0003 the sentence is quoted from the law -->
//
// holds for its own line, and where it stands alone for the text below it. It
// reports comments that mean nothing, give no reason or silence nothing.
func Silence(comments []model.Comment, sources *source.Set, rules []*diag.Rule, report *diag.Report) {
	byPath := map[string][]*silence{}
	var all []*silence
	for _, c := range comments {
		if s := newSilence(c, sources, rules, report); s != nil {
			byPath[c.At.Path] = append(byPath[c.At.Path], s)
			all = append(all, s)
		}
	}
	if len(all) == 0 {
		return
	}
	report.Filter(func(d *diag.Diagnostic) bool {
		list := byPath[d.Primary.Path]
		if len(list) == 0 {
			return true
		}
		line := sources.Start(d.Primary).Line
		silent := false
		for _, s := range list {
			if s.from <= line && line <= s.to && slices.Contains(s.codes, d.Code) {
				s.used, silent = true, true
			}
		}
		return !silent
	})
	for _, s := range all {
		if !s.used {
			d := UnusedSilenceRule.New(s.at, "nothing here is reported as "+words(s.codes)+"; the comment does nothing")
			d.Help = "take the comment away"
			report.Add(d)
		}
	}
}

// newSilence reads a comment; it reports one that cannot be meant and returns
// nil.
func newSilence(c model.Comment, sources *source.Set, rules []*diag.Rule, report *diag.Report) *silence {
	fields := strings.Fields(c.Text)
	refuse := func(message, help string) *silence {
		d := InvalidSilenceRule.New(c.At, message)
		d.Help = help
		report.Add(d)
		return nil
	}
	const form = `write it as "rung: ignore Q0003 the sentence is quoted from the law"`
	if len(fields) == 0 || fields[0] != "ignore" {
		return refuse("a comment speaks to rung and does not say \"ignore\"", form)
	}
	s := &silence{at: c.At}
	i := 1
	for ; i < len(fields); i++ {
		rule := ruleNamed(strings.TrimRight(fields[i], ",:"), rules)
		if rule == nil {
			break
		}
		if !rule.Gradable() {
			return refuse(quote(string(rule.Code))+" cannot be silenced; expected a rule of quality, whose code begins with Q", "mend what it tells of, and take the comment away")
		}
		s.codes = append(s.codes, rule.Code)
	}
	switch {
	case len(s.codes) == 0 && i < len(fields):
		return refuse("there is no rule "+quote(fields[i])+" to ignore", "run rung explain to see all")
	case len(s.codes) == 0:
		return refuse("a comment ignores no rule in particular; expected the code of one", form)
	case strings.Trim(strings.Join(fields[i:], ""), "-–—:,. ") == "":
		return refuse(words(s.codes)+" is silenced without a reason, so it still speaks", "write why behind the code")
	}
	s.from, s.to = linesBelow(sources.File(c.At.Path), c.At)
	return s
}

func words(codes []diag.Code) string {
	out := make([]string, len(codes))
	for i, c := range codes {
		out[i] = string(c)
	}
	return list(out)
}

// ruleNamed returns the rule of a code or a slug, or nil.
func ruleNamed(name string, rules []*diag.Rule) *diag.Rule {
	for _, r := range rules {
		if strings.EqualFold(string(r.Code), name) || strings.EqualFold(r.Slug, name) {
			return r
		}
	}
	return nil
}

// linesBelow returns the lines that a comment holds for: its own where words
// stand beside it, else those of the text below, to the end of its paragraph
// or item.
func linesBelow(f *source.File, at source.Span) (from, to int) {
	first, last := f.Line(at.Start), f.Line(at.End)
	before := f.Text(source.Span{Path: at.Path, Start: f.LineSpan(first).Start, End: at.Start})
	after := f.Text(source.Span{Path: at.Path, Start: at.End, End: max(at.End, f.LineSpan(last).End)})
	if strings.TrimSpace(before) != "" || strings.TrimSpace(after) != "" {
		return first, last
	}
	from = last + 1
	for from <= f.LineCount() && passedOver(f.Text(f.LineSpan(from))) {
		from++
	}
	to = from
	goesOn := continues
	if strings.HasPrefix(f.Text(at), "#") { // data: a value goes on deeper than its key
		key := indent(f.Text(f.LineSpan(from)))
		goesOn = func(line string) bool { return strings.TrimSpace(line) != "" && indent(line) > key }
	}
	for to < f.LineCount() && goesOn(f.Text(f.LineSpan(to+1))) {
		to++
	}
	return from, to
}

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }

// passedOver reports a line between a comment and what it is about: an empty
// one, or another comment to rung.
func passedOver(line string) bool {
	line = strings.TrimSpace(line)
	return line == "" || strings.HasPrefix(line, "<!-- rung:") || strings.HasPrefix(line, "# rung:")
}

// continues reports whether a line goes on with the paragraph or item of the
// line above it.
func continues(line string) bool {
	line = strings.TrimSpace(line)
	if line == "" || strings.ContainsAny(line[:1], "-*+#>|<") {
		return false
	}
	digits := len(line) - len(strings.TrimLeft(line, "0123456789"))
	return digits == 0 || digits == len(line) || line[digits] != '.' && line[digits] != ')'
}
