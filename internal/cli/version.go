package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
)

// release is the version of this program; a release changes it together with
// CHANGELOG.md.
const release = "0.1.0"

type versionCmd struct{}

func (versionCmd) Run(p *program) error {
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
