package settings

import (
	"strings"

	"rung/internal/diag"
	"rung/internal/parse"
)

// rules reads how rules of quality are graded.
func (l *loader) rules(f parse.Field) {
	if f.Value.Kind != parse.Map {
		l.wantMap(f)
		return
	}
	for _, sub := range f.Value.Fields {
		rule := l.rule(sub)
		if rule == nil {
			continue
		}
		if g, ok := l.grade(sub, rule); ok {
			l.out.grades[rule.Code] = g
		}
	}
}

// rule returns the rule that a field names by its code or slug, or nil where
// there is none that may be graded.
func (l *loader) rule(f parse.Field) *diag.Rule {
	if r := ruleNamed(f.Key, l.known); r != nil {
		if r.Gradable() {
			return r
		}
		l.invalidAt(f, quote(f.Key)+" cannot be graded or silenced; expected a rule of quality, whose code begins with Q", "mend what it tells of, or take this entry away")
		return nil
	}
	var known []string
	for _, r := range l.known {
		if r.Gradable() {
			known = append(known, string(r.Code), r.Slug)
		}
	}
	l.unknown(f, known)
	return nil
}

// severities are the words for how bad a finding is.
var severities = map[string]diag.Severity{"note": diag.Note, "warning": diag.Warning, "error": diag.Error}

// grade reads "off" or a severity, alone or with a reason.
func (l *loader) grade(f parse.Field, rule *diag.Rule) (Grade, bool) {
	g := Grade{Severity: rule.Severity}
	at, word := f.Value, f.Value.Value
	if f.Value.Kind == parse.Map {
		l.fields(f, []string{"severity", "reason"}, func(parse.Field) {})
		g.Reason = strings.TrimSpace(f.Value.Text("reason"))
		word = f.Value.Text("severity")
		if r := f.Value.Get("severity"); r != nil {
			at = r
		}
	}
	word = strings.ToLower(word)
	severity, ok := severities[word]
	switch {
	case ok:
		g.Severity = severity
	case word == "on":
	case word == "off" || word == "false":
		if g.Reason == "" {
			l.invalid(at, "the rule "+string(rule.Code)+" is silenced without a reason, so it still speaks", "write why, as \""+string(rule.Code)+": {severity: off, reason: our ladder is in verse}\"")
			return g, false
		}
		g.Off = Marked
	default:
		l.invalid(at, "invalid severity "+quote(word)+"; expected off, note, warning, error or on", "write one of them")
		return g, false
	}
	return g, true
}
