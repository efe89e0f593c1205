package cli

import (
	"testing"

	"rung/internal/change"
)

func TestTagsPromiseSteps(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		spec   string
		needed change.Step
		agree  bool
	}{
		{"v1.0.0..v1.0.1", change.Patch, true},
		{"v1.0.0..v1.0.1", change.Minor, false},
		{"1.0.0..1.1.0", change.Minor, true},
		{"v1.2.3..v1.3.0", change.Major, false},
		{"v1.9.0..v2.0.0", change.Major, true},
		{"v0.3.0..v0.4.0", change.Major, true}, // before 1.0.0 nothing is promised but by the second number
		{"v0.3.0..v0.3.1", change.Major, false},
		{"v2.0.0..v1.0.0", change.None, false}, // goes down
		{"v1.0.0..v1.0.0", change.None, true},
		{"v1.0.0..main", change.Major, true}, // no version
		{"v1.0.0-rc.1..v1.0.0", change.Major, true},
		{"v1.0..v1.1", change.Major, true},
		{"v01.0.0..v1.0.1", change.Major, true},
		{"HEAD", change.Major, true},
	} {
		if got := disagreement(c.spec, c.needed); (got == "") != c.agree {
			t.Errorf("%s with %s: %q", c.spec, c.needed, got)
		}
	}
}
