// Package origin says where a ladder comes from. PATH on the command line is a
// folder, a single file, a Git work tree or a folder inside one, a bare
// repository or a bundle; what it is is decided by what stands there, and
// everything above reads it the same way, as an fs.FS.
package origin

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"rung/internal/fault"
	"rung/internal/gitrepo"
)

// Kind is what stands at a path.
type Kind string

// The kinds.
const (
	Folder   Kind = "folder"          // plain files without history
	File     Kind = "file"            // a single file, with history where Git knows it
	WorkTree Kind = "work tree"       // a Git work tree, or a folder of one
	Bare     Kind = "bare repository" // a Git repository without files checked out
	Bundle   Kind = "bundle"          // a Git repository in one file
)

// Origin is an open source of ladders. It is safe for concurrent use until
// Close.
type Origin struct {
	Title string // of the folder, file or repository, without its ending
	Kind  Kind

	place string        // absolute path, links followed
	only  string        // the single file's name, or ""
	repo  *gitrepo.Repo // nil where there is no Git
	noGit error         // why there is none although there should be, or nil
	root  *os.Root      // the files as they are, or nil where there are none
	rev   string        // the revision asked for, or ""
	files bool          // Tree reads the files as they are

	mu       sync.Mutex
	revision string
}

// Open finds out what path is and opens it at the revision rev, or for an
// empty rev as it is: the files of a folder or work tree, the newest commit of
// a bare repository or bundle. A path inside a repository that tracks nothing
// there is a plain folder. A rev where there is no Git is Invalid.
func Open(ctx context.Context, path, rev string) (*Origin, error) {
	o, err := place(path, rev)
	if err != nil {
		return nil, err
	}
	if err := o.open(ctx); err != nil {
		return nil, errors.Join(err, o.Close())
	}
	return o, nil
}

// place looks at the path without opening anything.
func place(path, rev string) (*Origin, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, fault.Wrap(fault.Unavailable, err, "%s cannot be placed", path)
	}
	info, err := os.Stat(abs)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fault.Wrap(fault.NotFound, err, "%s does not exist", path)
	case errors.Is(err, fs.ErrPermission):
		return nil, fault.Wrap(fault.Forbidden, err, "%s may not be read: check who owns it", path)
	case err != nil:
		return nil, fault.Wrap(fault.Unavailable, err, "%s cannot be read", path)
	case !info.IsDir() && !info.Mode().IsRegular():
		return nil, fault.New(fault.Invalid, "%s is neither a folder nor a file: give one of these", path)
	}
	real, err := filepath.EvalSymlinks(abs)
	if err != nil {
		return nil, fault.Wrap(fault.Unavailable, err, "%s cannot be placed", path)
	}
	o := &Origin{Kind: Folder, Title: title(real), place: real, rev: rev}
	if !info.IsDir() {
		o.Kind = File
	}
	return o, nil
}

// title is the last part of the path that says something.
func title(place string) string {
	name := filepath.Base(place)
	if name == ".git" {
		name = filepath.Base(filepath.Dir(place))
	}
	for _, ending := range []string{".git", ".bundle", ".md", ".markdown", ".yaml", ".yml", ".json", ".csv"} {
		if cut, ok := strings.CutSuffix(name, ending); ok && cut != "" {
			return cut
		}
	}
	if name == string(filepath.Separator) || name == "." {
		return "ladder"
	}
	return name
}

func (o *Origin) open(ctx context.Context) error {
	found, err := gitrepo.Find(o.place)
	if err != nil {
		return err
	}
	switch found {
	case gitrepo.Bare, gitrepo.Bundle:
		o.Kind = map[gitrepo.Kind]Kind{gitrepo.Bare: Bare, gitrepo.Bundle: Bundle}[found]
		if o.repo, err = gitrepo.Open(ctx, o.place); err != nil {
			return err
		}
		return o.settle(ctx)
	}
	if err := o.openFiles(); err != nil {
		return err
	}
	if err := o.openAround(ctx); err != nil {
		return err
	}
	return o.settle(ctx)
}

// openFiles opens the folder, or the folder of the single file, so that no
// link can lead out of it.
func (o *Origin) openFiles() error {
	dir := o.place
	if o.Kind == File {
		dir, o.only = filepath.Split(o.place)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fault.Wrap(fault.Unavailable, err, "%s cannot be opened", dir)
	}
	o.root = root
	return nil
}

// openAround opens the repository in whose work tree the files lie, if it
// tracks any of them.
func (o *Origin) openAround(ctx context.Context) error {
	dir := o.root.Name()
	found, err := gitrepo.Find(dir)
	if err != nil || found != gitrepo.WorkTree {
		return err
	}
	repo, err := gitrepo.Open(ctx, dir)
	if err != nil {
		return o.withoutGit(err)
	}
	tracked, err := tracks(ctx, repo, o.only)
	if err != nil || !tracked {
		return errors.Join(err, repo.Close())
	}
	o.repo = repo
	if o.Kind == Folder {
		o.Kind = WorkTree
	}
	return nil
}

// withoutGit lets files be read as they are where the git program is missing
// or refuses the repository; whatever needs history answers with the reason.
func (o *Origin) withoutGit(err error) error {
	if o.rev != "" || fault.KindOf(err) != fault.Unavailable {
		return err
	}
	o.noGit = err
	return nil
}

// tracks reports whether the repository knows the file, or any file for "".
func tracks(ctx context.Context, repo *gitrepo.Repo, only string) (bool, error) {
	list, err := repo.Listing(ctx)
	if err != nil || only == "" {
		return len(list.Tracked) > 0, err
	}
	for _, name := range list.Tracked {
		if name == only {
			return true, nil
		}
	}
	return false, nil
}

// settle decides which revision is read.
func (o *Origin) settle(ctx context.Context) error {
	if o.repo == nil {
		if o.rev != "" {
			return fault.New(fault.Invalid, "--rev needs a Git repository, and %s is a plain %s: leave --rev out, or commit the ladder", filepath.Base(o.place), o.Kind)
		}
		o.files = true
		return nil
	}
	if o.rev == "" && o.root != nil {
		o.files = true
		return o.look(ctx)
	}
	id, err := o.repo.Resolve(ctx, o.rev)
	if err != nil {
		return err
	}
	o.setRevision(id)
	return nil
}

// look finds the revision of the files as they are: HEAD where they are the
// same, else none.
func (o *Origin) look(ctx context.Context) error {
	dirty, err := o.repo.Dirty(ctx)
	if err != nil || dirty {
		o.setRevision("")
		return err
	}
	id, err := o.repo.Resolve(ctx, "HEAD")
	o.setRevision(id)
	return err
}

func (o *Origin) setRevision(id string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.revision = id
}

// Revision returns the commit that Tree reads, as of Open or the last Tree. It
// is "" where there is no Git, and where a work tree differs from HEAD.
func (o *Origin) Revision() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.revision
}

// Key returns a name for the database file of the ladder at this place: the
// title in plain characters, and a hash of the place.
func (o *Origin) Key() string {
	sum := sha256.Sum256([]byte(filepath.ToSlash(o.place)))
	var b strings.Builder
	for _, c := range strings.ToLower(o.Title) {
		switch {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			b.WriteRune(c)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	slug := strings.Trim(b.String()[:min(b.Len(), maxSlug)], "-")
	return strings.TrimPrefix(slug+"-"+hex.EncodeToString(sum[:6]), "-")
}

// maxSlug bounds the part of a key that people read.
const maxSlug = 40

// Place returns the absolute path of the ladder, links followed.
func (o *Origin) Place() string { return o.place }

// Close releases everything; trees fail afterwards.
func (o *Origin) Close() error {
	var errs []error
	if o.root != nil {
		errs = append(errs, o.root.Close())
	}
	if o.repo != nil {
		errs = append(errs, o.repo.Close())
	}
	return errors.Join(errs...)
}
