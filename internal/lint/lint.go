// Package lint holds the rules of quality (family Q): what a ladder says that
// can be read, and that its author probably did not mean to leave so. A rule
// would rather miss ten findings than report one that is none, and where
// ladders differ in taste it learns from the ladder at hand.
package lint

import (
	"fmt"
	"strings"
	"unicode"

	"rung/internal/diag"
	"rung/internal/model"
	"rung/internal/source"
	"rung/internal/workers"
)

// Rule is one check. Run reports what it finds through the pass; it must not
// change the framework.
type Rule struct {
	diag.Rule
	Run func(*Pass)
}

// registry is every rule, by code.
var registry = []*Rule{
	q0001DuplicateStatement,
	q0002RepeatedStatement,
	q0003LongSentence,
	q0004DraftMarker,
	q0005EndPunctuation,
	q0006EmptyExamples,
	q0007ByteOrderMark,
	q0008MixedLineEnds,
	q0009NothingNew,
	q0010DriftedCopy,
	q0011LabelOfTwoLevels,
	q0012TwoInOne,
	q0013VagueWord,
	q0014Ability,
	q0015MixedPerson,
	q0016GenderedWord,
	q0017ExclusiveWord,
	q0018MixedCapitals,
	q0019AreaSpelling,
	q0020MissingScope,
	q0021UnlikeScope,
}

// Rules returns the documentation of every rule, by code.
func Rules() []*diag.Rule {
	out := make([]*diag.Rule, len(registry))
	for i, r := range registry {
		out[i] = &r.Rule
	}
	return out
}

// Config says which rules run.
type Config struct {
	// Enabled turns a rule on (true) or off (false) by its code. A rule that it
	// does not hold runs by its own default; codes of no rule are passed over.
	Enabled map[diag.Code]bool
}

// runs reports whether the rule is to run.
func (c Config) runs(r *Rule) bool {
	if on, said := c.Enabled[r.Code]; said {
		return on
	}
	return r.Default == diag.On
}

// Run applies the rules that cfg turns on to the framework, which has been
// resolved. Several rules run at a time, each with a report of its own; what
// they find is added in the order of the registry.
func Run(f *model.Framework, sources *source.Set, cfg Config, report *diag.Report) {
	l := newLadder(f, sources) // not changed by what follows
	var reports []*diag.Report
	var runs []func()
	for _, r := range registry {
		if cfg.runs(r) {
			p := &Pass{Framework: f, Sources: sources, ladder: l, rule: r, report: &diag.Report{}}
			reports = append(reports, p.report)
			runs = append(runs, func() { r.Run(p) })
		}
	}
	workers.Do(runs...)
	for _, found := range reports {
		report.Merge(found)
	}
}

// Pass is what a rule sees and where it reports.
type Pass struct {
	Framework *model.Framework
	Sources   *source.Set
	ladder    *ladder
	rule      *Rule
	report    *diag.Report
}

// finding is a diagnostic in the making.
type finding struct {
	pass *Pass
	diag.Diagnostic
}

// at begins a finding at a place; add ends it.
func (p *Pass) at(span source.Span, format string, args ...any) *finding {
	return &finding{pass: p, Diagnostic: p.rule.New(span, fmt.Sprintf(format, args...))}
}

func (f *finding) help(format string, args ...any) *finding {
	f.Help = fmt.Sprintf(format, args...)
	return f
}

func (f *finding) related(span source.Span, format string, args ...any) *finding {
	f.Related = append(f.Related, diag.Related{Span: span, Message: fmt.Sprintf(format, args...)})
	return f
}

func (f *finding) fix(fix diag.Fix) *finding {
	f.Fixes = append(f.Fixes, fix)
	return f
}

func (f *finding) add() { f.pass.report.Add(f.Diagnostic) }

// name names a role for a person, as "L3 Senior Engineer".
func name(r *model.Role) string {
	if r.Level == nil || !strings.ContainsFunc(r.Level.Label, unicode.IsLetter) || strings.Contains(r.Title, r.Level.Label) {
		return r.Title // without a label, or with one that is only a count
	}
	return r.Level.Label + " " + r.Title
}
