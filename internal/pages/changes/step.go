package changes

import (
	"rung/internal/change"
	"rung/internal/pages/shared"
)

// StepBadge names how far the version goes up.
func StepBadge(s change.Step) shared.Badge {
	switch s {
	case change.Major:
		return shared.Badge{Sign: "▲", Word: "major", Tone: shared.Warn}
	case change.Minor:
		return shared.Badge{Sign: "+", Word: "minor", Tone: shared.Plain}
	case change.Patch:
		return shared.Badge{Sign: "·", Word: "patch", Tone: shared.Quiet}
	}
	return shared.Badge{Sign: "=", Word: "no step", Tone: shared.Quiet}
}

var stepWords = map[change.Step]string{
	change.Major: "Somebody may be asked something that was not asked of her level before.",
	change.Minor: "Nothing more is asked of anybody than before.",
	change.Patch: "Only slips of the pen were corrected.",
	change.None:  "Nothing that anybody is measured by has changed.",
}

// step says how far the version goes up, and which changes decide it.
func (b *builder) step() *Step {
	v := b.Report.Version
	out := &Step{Badge: StepBadge(v.Step), Text: stepWords[v.Step]}
	if v.Step == change.None {
		return out
	}
	for _, r := range v.Decisive() {
		out.Reasons = append(out.Reasons, b.reason(r))
	}
	return out
}

func (b *builder) reason(r change.Reason) Reason {
	out := Reason{Role: r.Role.Name, Why: r.Why}
	if r.Statement != "" {
		out.URL = b.Links.Life(r.Statement)
	}
	switch {
	case r.Before != "" && r.Now != "":
		out.Words = shared.Changed(r.Before, r.Now, shared.MarkAdded|shared.MarkRemoved)
	case r.Before+r.Now != "":
		out.Words = []shared.Inline{{Text: r.Before + r.Now}}
	}
	return out
}
