package cli

import (
	"bufio"
	"context"
	"fmt"

	"rung/internal/change"
)

// compute prints the version step between two revisions.
func (c versionCmd) compute(ctx context.Context, p *program) error {
	s, err := p.openSides(ctx, c.Path, c.Between, nil)
	if err != nil {
		return err
	}
	defer s.Close()
	v := change.StepOf(s.Sides)
	if err := c.say(p, v); err != nil {
		return err
	}
	wrong := disagreement(c.Between, v.Step)
	if wrong != "" {
		fmt.Fprintf(p.err, "rung: %s: name the release anew, or take the changes back that decide\n", wrong)
	}
	if wrong != "" || c.FailOn != "never" && v.Step >= stepNamed(c.FailOn) {
		return errFindings
	}
	return nil
}

func (c versionCmd) say(p *program, v change.Version) error {
	if c.Format == "json" {
		return change.EncodeVersion(p.out, v)
	}
	out := bufio.NewWriter(p.out)
	fmt.Fprintln(out, v.Step)
	if v.Step < change.Major {
		fmt.Fprintln(out, "  no bar was raised")
	}
	for _, r := range v.Decisive() {
		fmt.Fprintf(out, "  %s\n", r)
	}
	return out.Flush()
}

func stepNamed(name string) change.Step {
	for _, s := range []change.Step{change.Patch, change.Minor, change.Major} {
		if s.String() == name {
			return s
		}
	}
	return change.Major + 1
}
