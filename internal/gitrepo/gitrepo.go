// Package gitrepo reads Git repositories through the git program: commits of
// the first-parent line and trees as read-only file systems. It never writes
// to a repository, never runs what a repository's configuration names (hooks,
// filters, monitors, signature checkers, remotes), and never lets a revision
// be taken for an option.
//
// There is no library behind it: the program over a pipe is faster than what
// is to be had in Go, and brings no modules.
package gitrepo

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	"rung/internal/fault"
)

// Repo is an open repository, or a folder of one. It is safe for concurrent
// use until Close.
type Repo struct {
	dir     string // where git is started
	kind    Kind
	prefix  string // the ladder's folder below the top, slash-separated, "" for the top
	shallow bool
	temp    string // folder to remove on Close, or ""
	blobs   *batch // cat-file --batch
	sizes   *batch // cat-file --batch-check
	cache   *cache
	lot     atomic.Int32 // how many files are read ahead of one that is asked for
}

// Open opens the repository at path: a work tree or a folder inside one (the
// ladder is then that folder), a bare repository, or a bundle, which is cloned
// into a temporary folder that Close removes. A path that is none of these is
// NotFound; a machine without the git program is Unavailable.
func Open(ctx context.Context, path string) (*Repo, error) {
	kind, err := Find(path)
	if err != nil {
		return nil, err
	}
	switch kind {
	case Bundle:
		return openBundle(ctx, path)
	case WorkTree, Bare:
		return open(ctx, path, kind)
	default:
		return nil, fault.New(fault.NotFound, "%s is not in a Git repository: give a work tree, a bare repository or a bundle", path)
	}
}

func open(ctx context.Context, dir string, kind Kind) (*Repo, error) {
	out, err := run(ctx, dir, "rev-parse", "--is-shallow-repository", "--is-bare-repository", "--is-inside-git-dir", "--show-prefix")
	if err != nil {
		return nil, describeOpen(err, dir)
	}
	lines := strings.SplitN(strings.TrimSuffix(string(out), "\n"), "\n", 4)
	if len(lines) < 3 {
		return nil, fault.New(fault.Unavailable, "git does not understand the repository at %s: install Git %s or newer", dir, leastGit)
	}
	r := &Repo{dir: dir, kind: kind, shallow: lines[0] == "true", cache: newCache(cacheBytes)}
	if kind == WorkTree && lines[1] == "false" && lines[2] == "false" && len(lines) == 4 {
		r.prefix = strings.TrimSuffix(lines[3], "/")
	}
	r.lot.Store(ahead - 1)
	r.blobs = newBatch(dir, "--batch")
	r.sizes = newBatch(dir, "--batch-check")
	return r, nil
}

// describeOpen turns git's refusal to open into what the caller can act on.
func describeOpen(err error, dir string) error {
	var failed *commandError
	if !errors.As(err, &failed) {
		return err
	}
	if strings.Contains(failed.stderr, "dubious ownership") || strings.Contains(failed.stderr, "unsafe repository") {
		return fault.Wrap(fault.Unavailable, err, "git refuses the repository at %s because it belongs to another user: change its owner, or install Git 2.38 or newer", dir)
	}
	return fault.Wrap(fault.Unavailable, err, "git cannot read the repository at %s: run git fsck there", dir)
}

// Kind says which form the repository has.
func (r *Repo) Kind() Kind { return r.kind }

// Prefix returns the ladder's folder below the top of the repository,
// slash-separated, or "" where it is the top.
func (r *Repo) Prefix() string { return r.prefix }

// Shallow reports whether the clone lacks older commits.
func (r *Repo) Shallow() bool { return r.shallow }

// Close ends the programs that were started and removes what a bundle was
// unpacked to. Trees of the repository fail afterwards.
func (r *Repo) Close() error {
	r.blobs.close()
	r.sizes.close()
	if r.temp == "" {
		return nil
	}
	return os.RemoveAll(r.temp)
}

// Kind is a form in which Git keeps history.
type Kind int

// The forms.
const (
	None     Kind = iota // no repository
	WorkTree             // a folder with files checked out, or one inside it
	Bare                 // a repository without files checked out
	Bundle               // a repository in one file
)

// String returns the kind's name in words.
func (k Kind) String() string {
	switch k {
	case WorkTree:
		return "work tree"
	case Bare:
		return "bare repository"
	case Bundle:
		return "bundle"
	default:
		return "no repository"
	}
}

// Find says which form of repository path is or lies in, by content alone and
// without the git program. A path that does not exist is NotFound.
func Find(path string) (Kind, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return None, fault.Wrap(fault.NotFound, err, "%s does not exist", path)
	case err != nil:
		return None, fault.Wrap(fault.Unavailable, err, "%s cannot be read", path)
	case info.Mode().IsRegular():
		return findBundle(path)
	case !info.IsDir():
		return None, nil
	case isGitDir(path):
		return Bare, nil
	}
	return findAbove(path)
}

// findAbove looks for a .git entry in path and the folders above it.
func findAbove(path string) (Kind, error) {
	dir, err := filepath.Abs(path)
	if err != nil {
		return None, fault.Wrap(fault.Unavailable, err, "%s cannot be placed", path)
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	for {
		if isGitDir(filepath.Join(dir, ".git")) || isGitFile(filepath.Join(dir, ".git")) {
			return WorkTree, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return None, nil
		}
		dir = parent
	}
}

// isGitDir reports whether dir has the parts that Git itself looks for.
func isGitDir(dir string) bool {
	for name, isDir := range map[string]bool{"HEAD": false, "objects": true, "refs": true} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil || info.IsDir() != isDir {
			return false
		}
	}
	return true
}

// isGitFile reports whether path is the file that stands for .git in a linked
// work tree or a submodule.
func isGitFile(path string) bool {
	return startsWith(path, "gitdir: ")
}
