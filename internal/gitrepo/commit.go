package gitrepo

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"rung/internal/fault"
)

const (
	// maxRevision bounds the name of a revision, in bytes.
	maxRevision = 1000
	// maxSuggestions bounds the names that an unknown revision is answered with.
	maxSuggestions = 5
	// maxRefs bounds the names that are looked at for suggestions.
	maxRefs = 10000
)

// Commit is one revision of the ladder.
type Commit struct {
	ID      string
	Tree    string // id of the whole repository's tree; equal trees hold equal files
	Time    time.Time
	Author  string // name alone
	Subject string
}

// Resolve returns the id of the commit that rev names. An empty rev is HEAD,
// or where HEAD leads nowhere the only branch, or main, master or trunk. A name
// that does not exist is NotFound, and the message names some that do.
func (r *Repo) Resolve(ctx context.Context, rev string) (string, error) {
	if rev == "" {
		return r.head(ctx)
	}
	if err := checkRevision(rev); err != nil {
		return "", err
	}
	id, err := r.verify(ctx, rev)
	if err != nil || id != "" {
		return id, err
	}
	return "", r.unknown(ctx, rev)
}

// checkRevision refuses what Git would read as anything but a revision.
func checkRevision(rev string) error {
	if strings.HasPrefix(rev, "-") || len(rev) > maxRevision || strings.ContainsFunc(rev, isControl) {
		return fault.New(fault.Invalid, "%.40q is no revision: give a branch, a tag or a commit", rev)
	}
	return nil
}

func isControl(r rune) bool { return r < ' ' || r == 0x7f }

// verify returns the id of the commit that rev names, or "" for none.
func (r *Repo) verify(ctx context.Context, rev string) (string, error) {
	out, err := run(ctx, r.dir, "rev-parse", "--verify", "--quiet", "--end-of-options", rev+"^{commit}")
	var failed *commandError
	switch {
	case errors.As(err, &failed):
		return "", nil
	case err != nil:
		return "", err
	}
	id := strings.TrimSpace(string(out))
	if !isID(id) {
		return "", fault.New(fault.Invalid, "%.40q names more than one revision: give one", rev)
	}
	return id, nil
}

// head finds the revision that is meant where none is named. A bundle that was
// made of branches alone has no HEAD.
func (r *Repo) head(ctx context.Context) (string, error) {
	if id, err := r.verify(ctx, "HEAD"); err != nil || id != "" {
		return id, err
	}
	names, err := r.refs(ctx, "refs/heads")
	if err != nil {
		return "", err
	}
	for _, name := range []string{"main", "master", "trunk"} {
		if slices.Contains(names, name) {
			return r.verify(ctx, "refs/heads/"+name)
		}
	}
	switch len(names) {
	case 0:
		return "", fault.New(fault.NotFound, "the repository has no commit yet: commit the ladder first")
	case 1:
		return r.verify(ctx, "refs/heads/"+names[0])
	}
	return "", fault.New(fault.Invalid, "the repository has no HEAD: name a revision with --rev, as %s", strings.Join(names[:min(len(names), maxSuggestions)], ", "))
}

// unknown is the error for a revision that does not exist.
func (r *Repo) unknown(ctx context.Context, rev string) error {
	names, err := r.refs(ctx, "refs/heads", "refs/tags", "refs/remotes")
	if err != nil {
		return err
	}
	message := fmt.Sprintf("there is no revision %q here", rev)
	if r.shallow {
		message += "; the clone is shallow, so it may be in the part that is missing (git fetch --unshallow)"
	}
	if len(names) == 0 {
		return fault.New(fault.NotFound, "%s", message)
	}
	return fault.New(fault.NotFound, "%s: try %s", message, strings.Join(nearest(rev, names), ", "))
}

func (r *Repo) refs(ctx context.Context, under ...string) ([]string, error) {
	args := append([]string{"for-each-ref", "--count=" + strconv.Itoa(maxRefs), "--format=%(refname:short)", "--end-of-options"}, under...)
	out, err := run(ctx, r.dir, args...)
	if err != nil {
		return nil, fmt.Errorf("list references: %w", err)
	}
	return strings.Fields(string(out)), nil
}

// nearest returns the few names that look most like rev.
func nearest(rev string, names []string) []string {
	likeness := func(name string) int {
		a, b := strings.ToLower(rev), strings.ToLower(name)
		n := 0
		for n < len(a) && n < len(b) && a[n] == b[n] {
			n++
		}
		if strings.Contains(b, a) || strings.Contains(a, b) {
			n += len(b)
		}
		return n
	}
	names = slices.Clone(names)
	slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(likeness(b), likeness(a)) })
	return names[:min(len(names), maxSuggestions)]
}

// FirstParent returns the first-parent line up to and including rev, oldest
// first. In a shallow clone it begins where the clone does; see Shallow.
func (r *Repo) FirstParent(ctx context.Context, rev string) ([]Commit, error) {
	id, err := r.Resolve(ctx, rev)
	if err != nil {
		return nil, err
	}
	out, err := run(ctx, r.dir, "rev-list", "--first-parent", "--reverse", "--format=%T%x00%ct%x00%an%x00%s", "--end-of-options", id)
	if err != nil {
		return nil, fmt.Errorf("list commits: %w", err)
	}
	return parseCommits(out)
}

// MergeBase returns the commit at which the lines of two commits part, or
// NotFound where they have nothing in common.
func (r *Repo) MergeBase(ctx context.Context, a, b string) (string, error) {
	if !isID(a) || !isID(b) {
		return "", fault.New(fault.Invalid, "a merge base is found between two commits: resolve the names first")
	}
	out, err := run(ctx, r.dir, "merge-base", a, b)
	var failed *commandError
	switch {
	case errors.As(err, &failed):
		return "", fault.Wrap(fault.NotFound, err, "the two revisions have no commit in common")
	case err != nil:
		return "", err
	}
	return strings.TrimSpace(string(out)), nil
}

// parseCommits reads pairs of lines, "commit ID" and the fields of the format.
func parseCommits(out []byte) ([]Commit, error) {
	var commits []Commit
	for len(out) > 0 {
		var head, fields []byte
		head, out, _ = bytes.Cut(out, []byte("\n"))
		fields, out, _ = bytes.Cut(out, []byte("\n"))
		c, ok := parseCommit(string(head), string(fields))
		if !ok {
			return nil, fault.New(fault.Unavailable, "git printed a list of commits that is not understood: install Git %s or newer", leastGit)
		}
		commits = append(commits, c)
	}
	return commits, nil
}

func parseCommit(head, fields string) (Commit, bool) {
	id, isCommit := strings.CutPrefix(head, "commit ")
	f := strings.SplitN(fields, "\x00", 4)
	if !isCommit || !isID(id) || len(f) != 4 || !isID(f[0]) {
		return Commit{}, false
	}
	seconds, err := strconv.ParseInt(f[1], 10, 64)
	if err != nil {
		return Commit{}, false
	}
	clean := func(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }
	return Commit{ID: id, Tree: f[0], Time: time.Unix(seconds, 0).UTC(), Author: clean(f[2]), Subject: clean(f[3])}, true
}

// isID reports whether s is a whole object id, SHA-1 or SHA-256.
func isID(s string) bool {
	if len(s) != 40 && len(s) != 64 {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool { return !('0' <= r && r <= '9' || 'a' <= r && r <= 'f') })
}
