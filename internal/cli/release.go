package cli

import (
	"fmt"
	"strconv"
	"strings"

	"rung/internal/change"
)

// tagVersion is a version that a tag names, as v1.4.0.
type tagVersion [3]int

// tagOf reads the name of a tag that is a version, after semver.org: three
// numbers, perhaps behind a v. ok is false for any other name, and for those
// of versions before a release, which promise nothing.
func tagOf(name string) (v tagVersion, ok bool) {
	parts := strings.Split(strings.TrimPrefix(name, "v"), ".")
	if len(parts) != len(v) {
		return v, false
	}
	for i, p := range parts {
		n, err := strconv.Atoi(p)
		if err != nil || n < 0 || strconv.Itoa(n) != p {
			return v, false
		}
		v[i] = n
	}
	return v, true
}

// stepTo returns how far one version goes up to another. Before 1.0.0 a step of
// the second number may break everything. ok is false where it does not go up.
func (v tagVersion) stepTo(to tagVersion) (step change.Step, ok bool) {
	steps := [...]change.Step{change.Major, change.Minor, change.Patch}
	for i := range v {
		switch {
		case to[i] < v[i]:
			return change.None, false
		case to[i] > v[i] && i == 1 && v[0] == 0:
			return change.Major, true
		case to[i] > v[i]:
			return steps[i], true
		}
	}
	return change.None, true
}

// disagreement says that the tags A..B promise less than the changes ask for;
// "" where they do not, and where not both are versions.
func disagreement(spec string, needed change.Step) string {
	a, b, _ := strings.Cut(spec, "..")
	from, okFrom := tagOf(a)
	to, okTo := tagOf(b)
	if !okFrom || !okTo {
		return ""
	}
	said, up := from.stepTo(to)
	switch {
	case !up:
		return fmt.Sprintf("%s is no later version than %s", b, a)
	case said < needed:
		return fmt.Sprintf("%s is a %s step from %s, and the changes ask for a %s one", b, said, a, needed)
	}
	return ""
}
