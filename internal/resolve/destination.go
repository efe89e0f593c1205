package resolve

import (
	"net/url"
	"path"
	"strings"
)

// destination is what a link's target says, before anybody looks whether it is
// there.
type destination struct {
	outside  bool   // leaves the tree by its scheme or host
	path     string // cleaned and relative to the root; "." is the root itself
	above    bool   // climbs out of the root
	rooted   bool   // began with a slash
	folder   bool   // ended with a slash
	fragment string // decoded, without "#"
	hosted   hosted // set where the target is a file on a code host
}

// hosted is a place in a repository on a code host.
type hosted struct {
	repository string // "host/owner/name", lower case
	ref        string // branch, tag or commit
	path       string // decoded, within the repository; "" is its root
}

// parseDestination reads target as it stands in the file at from. It never
// fails: what it does not understand leads outside.
func parseDestination(from, target string) destination {
	target = strings.TrimSpace(target)
	if len(target) > 1 && target[0] == '<' && target[len(target)-1] == '>' {
		target = target[1 : len(target)-1]
	}
	if strings.HasPrefix(target, "//") {
		return destination{outside: true}
	}
	if scheme, rest, ok := cutScheme(target); ok {
		return parseAddress(scheme, rest)
	}
	target, fragment, _ := strings.Cut(target, "#")
	target, _, _ = strings.Cut(target, "?")
	d := destination{fragment: decode(fragment), rooted: strings.HasPrefix(target, "/")}
	target = decode(target)
	d.folder = strings.HasSuffix(target, "/")
	switch {
	case target == "":
		d.path = from
	case d.rooted:
		d.path = path.Clean(strings.TrimLeft(target, "/"))
	default:
		d.path = path.Join(path.Dir(from), target)
	}
	d.above = d.path == ".." || strings.HasPrefix(d.path, "../")
	return d
}

// cutScheme cuts "https:" off. A single letter is a drive or a name, not a
// scheme.
func cutScheme(target string) (scheme, rest string, ok bool) {
	scheme, rest, ok = strings.Cut(target, ":")
	if !ok || len(scheme) < 2 {
		return "", target, false
	}
	for i, c := range []byte(strings.ToLower(scheme)) {
		letter := 'a' <= c && c <= 'z'
		inner := '0' <= c && c <= '9' || c == '+' || c == '-' || c == '.'
		if !letter && (i == 0 || !inner) {
			return "", target, false
		}
	}
	return strings.ToLower(scheme), rest, true
}

// parseAddress reads an absolute address: outside, but perhaps a file on a
// code host.
func parseAddress(scheme, rest string) destination {
	d := destination{outside: true}
	if scheme != "http" && scheme != "https" || !strings.HasPrefix(rest, "//") {
		return d
	}
	rest, fragment, _ := strings.Cut(rest[2:], "#")
	rest, _, _ = strings.Cut(rest, "?")
	d.fragment = decode(fragment)
	d.hosted = parseHosted(strings.Split(rest, "/"))
	return d
}

// parseHosted recognises the addresses by which code hosts show a file:
//
//	host/owner/name/blob/ref/path          GitHub; also tree, raw, edit, blame
//	host/group/.../name/-/blob/ref/path    GitLab
//	host/owner/name/src/branch/ref/path    Gitea and Forgejo; also src/commit, src/tag
//	host/owner/name/src/ref/path           Bitbucket
//
// It returns the zero hosted for any other.
func parseHosted(parts []string) hosted {
	for i := 3; i < len(parts); i++ {
		switch parts[i] {
		case "blob", "tree", "raw", "edit", "blame":
			name := parts[:i]
			if parts[i-1] == "-" {
				name = parts[:i-1]
			}
			return hostedAt(name, parts[i+1:])
		case "src":
			rest := parts[i+1:]
			if len(rest) > 1 && (rest[0] == "branch" || rest[0] == "commit" || rest[0] == "tag") {
				rest = rest[1:]
			}
			return hostedAt(parts[:i], rest)
		}
	}
	return hosted{}
}

func hostedAt(name, rest []string) hosted {
	if len(name) < 3 || len(rest) == 0 || rest[0] == "" {
		return hosted{}
	}
	within := path.Clean("/" + decode(strings.Join(rest[1:], "/")))
	return hosted{
		repository: strings.ToLower(strings.Join(name, "/")),
		ref:        rest[0],
		path:       strings.TrimPrefix(within, "/"),
	}
}

// decode undoes percent-encoding; what is not well encoded stays as it is.
func decode(s string) string {
	if out, err := url.PathUnescape(s); err == nil {
		return out
	}
	return s
}
