package settings

import (
	"rung/internal/diag"
)

// Grade is what rung.yaml says about a rule of quality.
type Grade struct {
	Severity diag.Severity
	Off      Mark
	Reason   string // "" where the rule is only graded anew
}

// Enabled returns, for each rule of which rung.yaml speaks, whether it is to
// run. The caller owns the map.
func (s *Settings) Enabled() map[diag.Code]bool {
	out := map[diag.Code]bool{}
	if s == nil {
		return out
	}
	for code, g := range s.grades {
		out[code] = g.Off == Unmarked
	}
	return out
}

// Regrade gives the diagnostics of the report the severities that rung.yaml
// wants.
func (s *Settings) Regrade(report *diag.Report) {
	if s == nil || len(s.grades) == 0 {
		return
	}
	report.Filter(func(d *diag.Diagnostic) bool {
		if g, ok := s.grades[d.Code]; ok {
			d.Severity = g.Severity
		}
		return true
	})
}
