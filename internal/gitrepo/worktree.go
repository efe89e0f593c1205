package gitrepo

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rung/internal/fault"
)

// Listing is the files of the ladder's folder in a work tree, by paths that
// are slash-separated and relative to that folder, sorted.
type Listing struct {
	Tracked []string // known to Git, whether or not they are still there
	Others  []string // there, not known to Git and not ignored
}

// Listing returns the files of the ladder's folder. It is empty for what is
// no work tree.
func (r *Repo) Listing(ctx context.Context) (Listing, error) {
	if r.kind != WorkTree {
		return Listing{}, nil
	}
	out, err := run(ctx, r.dir, "ls-files", "-z", "-t", "--cached", "--others", "--exclude-standard", "--end-of-options", ".")
	if err != nil {
		return Listing{}, fmt.Errorf("list files: %w", err)
	}
	return parseListing(out), nil
}

// parseListing reads "<tag> <path>" records, each ended by a zero byte.
func parseListing(out []byte) Listing {
	var l Listing
	for record := range bytes.SplitSeq(out, []byte{0}) {
		tag, path, ok := strings.Cut(string(record), " ")
		switch {
		case !ok:
		case tag == "?":
			l.Others = append(l.Others, path)
		default:
			l.Tracked = append(l.Tracked, path)
		}
	}
	slices.Sort(l.Others)
	slices.Sort(l.Tracked)
	l.Tracked = slices.Compact(l.Tracked) // a conflict lists a file three times
	return l
}

// Dirty reports whether the ladder's folder differs from HEAD: changed, added,
// removed or unknown files, not counting ignored ones. What is no work tree is
// never dirty.
func (r *Repo) Dirty(ctx context.Context) (bool, error) {
	if r.kind != WorkTree {
		return false, nil
	}
	files, err := r.Listing(ctx)
	if err != nil || len(files.Others) > 0 {
		return true, err
	}
	staged, err := r.staged(ctx)
	if err != nil || staged {
		return true, err
	}
	return r.changed(ctx)
}

// staged reports whether the index differs from HEAD.
func (r *Repo) staged(ctx context.Context) (bool, error) {
	if head, err := r.verify(ctx, "HEAD"); err != nil || head == "" {
		return true, err
	}
	c := command{dir: r.dir, limit: 1}
	out, err := c.run(ctx, "diff-index", "--cached", "--raw", "--no-ext-diff", "--ignore-submodules=all", "HEAD", "--", ".")
	if err != nil {
		return true, fmt.Errorf("compare the index: %w", err)
	}
	return len(out) > 0, nil
}

// changed reports whether a tracked file differs from the index. The program
// compares times and sizes; files it finds suspicious are compared here, since
// it would run the filters that the repository's configuration names.
func (r *Repo) changed(ctx context.Context) (bool, error) {
	filters, err := r.filters(ctx)
	if err != nil {
		return true, err
	}
	c := command{dir: r.dir, limit: maxOutput, empty: filters}
	out, err := c.run(ctx, "diff-files", "--raw", "-z", "--no-abbrev", "--no-ext-diff", "--no-renames", "--relative", "--ignore-submodules=all", "--", ".")
	if err != nil {
		return true, fmt.Errorf("compare the files: %w", err)
	}
	fields := strings.Split(string(out), "\x00")
	for i := 0; i+1 < len(fields); i += 2 {
		same, err := r.sameFile(ctx, fields[i], fields[i+1])
		if err != nil || !same {
			return true, err
		}
	}
	return false, nil
}

// filters returns the settings that name programs to pass files through.
func (r *Repo) filters(ctx context.Context) ([]string, error) {
	out, err := run(ctx, r.dir, "config", "-z", "--name-only", "--get-regexp", `^filter\.`)
	var failed *commandError
	if errors.As(err, &failed) {
		return nil, nil // there is none
	}
	return strings.FieldsFunc(string(out), func(c rune) bool { return c == 0 }), err
}

// sameFile compares a file with the blob that a raw difference names, as
// ":100644 100644 <id> <zeros> M". Line endings may have been converted when
// it was checked out.
func (r *Repo) sameFile(ctx context.Context, difference, path string) (bool, error) {
	f := strings.Fields(difference)
	if len(f) != 5 || f[4] != "M" || f[0] != ":"+f[1] || f[1] == "120000" || !isID(f[2]) {
		return false, nil
	}
	now, err := readBounded(filepath.Join(r.dir, filepath.FromSlash(path)))
	if err != nil {
		return false, nil // unreadable is not the same
	}
	o, err := r.load(ctx, []string{f[2]}, len(f[2])/2)
	if err != nil {
		return false, err
	}
	if o == nil || o.kind != "blob" || o.size > maxBlob {
		return false, nil
	}
	return bytes.Equal(o.blob, now) || bytes.Equal(o.blob, bytes.ReplaceAll(now, []byte("\r\n"), []byte("\n"))), nil
}

func readBounded(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxBlob+1))
	if err == nil && len(data) > maxBlob {
		err = fault.New(fault.Invalid, "%s is too large", filepath.Base(path))
	}
	return data, err
}
