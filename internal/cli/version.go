package cli

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
)

// release is the version of this program; a release changes it together with
// CHANGELOG.md.
const release = "0.1.0"

type versionCmd struct {
	Between string `arg:"" optional:"" name:"A..B" help:"Two revisions, or one to compare with the files as they are."`
	Path    string `arg:"" optional:"" name:"PATH" help:"Where the ladders are (default: the current folder)."`
	Format  string `default:"text" enum:"text,json" help:"How to print: ${enum}."`
	FailOn  string `default:"never" enum:"major,minor,patch,never" placeholder:"STEP" help:"Exit with 1 where the step is this one or higher: ${enum} (default: never)."`
}

func (versionCmd) Help() string {
	return `Computes how the version of the ladder must go up from A to B, and proves it with the changes that
decide. Major: something new is asked of somebody at a role that could be held before. Minor:
clarified, exemplified, moved or removed; new roles. Patch: slips of the pen. A rewording of which
the words do not show that it asks no more is major. So "rung version --fail-on major A..B" enforces
that no bar was raised. Where A and B are tags that name versions, as v1.4.0, and promise less than
the changes ask for, that is said, and the exit status is 1.

Without A..B it prints the version of this program.`
}

func (c versionCmd) Run(ctx context.Context, p *program) error {
	if c.Between != "" {
		return c.compute(ctx, p)
	}
	about := []string{runtime.Version(), runtime.GOOS + "/" + runtime.GOARCH}
	if id := commit(); id != "" {
		about = append([]string{id}, about...)
	}
	_, err := fmt.Fprintf(p.out, "rung %s (%s)\n", release, strings.Join(about, ", "))
	return err
}

// commit returns the commit that the program was built from, or "" where the
// build did not note it.
func commit() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	id, dirty := "", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			id = "commit " + s.Value[:min(len(s.Value), 12)]
		case s.Key == "vcs.modified" && s.Value == "true":
			dirty = " with changes"
		}
	}
	return id + dirty
}
