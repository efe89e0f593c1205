package parse

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"rung/internal/diag"
	"rung/internal/source"
	"rung/internal/workers"
)

// Files is what a tree holds.
type Files struct {
	Sources *source.Set     // what is text of a ladder
	Folders map[string]bool // every folder, without trailing slash
	Others  map[string]bool // files that exist and were not read
}

// ReadTree reads the files of tree that may be text of a ladder and belong to
// it; a nil belongs takes all. Several files are read at a time, so tree must
// be safe for concurrent use. Hidden files and folders and what tools keep are passed over; links, devices, what
// cannot be read and what goes beyond a limit is reported and passed over. It
// returns an error for a cancelled ctx and for a tree whose root cannot be
// read.
func ReadTree(ctx context.Context, tree fs.FS, belongs func(path string) bool, report *diag.Report) (*Files, error) {
	return readTree(ctx, tree, belongs, bounds{MaxFiles, MaxTotalBytes}, report)
}

func readTree(ctx context.Context, tree fs.FS, belongs func(path string) bool, limit bounds, report *diag.Report) (*Files, error) {
	w := &walker{ctx: ctx, tree: tree, belongs: belongs, limit: limit, report: report, folders: map[string]bool{}, others: map[string]bool{}}
	if err := w.folder(".", 0); err != nil {
		return nil, fmt.Errorf("read tree: %w", err)
	}
	if err := w.read(); err != nil {
		return nil, fmt.Errorf("read tree: %w", err)
	}
	return &Files{Sources: source.NewSet(w.files...), Folders: w.folders, Others: w.others}, nil
}

type walker struct {
	ctx     context.Context
	tree    fs.FS
	belongs func(path string) bool
	limit   bounds
	report  *diag.Report
	names   []string // of files to be read
	files   []*source.File
	bytes   int
	full    bool
	folders map[string]bool
	others  map[string]bool
}

// folder reads a folder; it fails for a cancelled ctx and an unreadable root.
func (w *walker) folder(dir string, depth int) error {
	if err := w.ctx.Err(); err != nil {
		return err
	}
	entries, err := fs.ReadDir(w.tree, dir)
	if err != nil && dir == "." {
		return err
	}
	if err != nil {
		note(w.report, UnreadableRule, diag.Warning, dir, "the folder "+quote(dir)+" cannot be read", "check who may read it")
		return nil
	}
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), "."), !fs.ValidPath(name):
			w.others[name] = true
		case e.IsDir():
			if err := w.subfolder(name, e.Name(), depth); err != nil {
				return err
			}
		default:
			if err := w.file(name, e); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *walker) subfolder(name, base string, depth int) error {
	w.folders[name] = true
	if base == "node_modules" { // what a package manager keeps, never a ladder
		return nil
	}
	if depth+1 >= MaxFolderDepth {
		note(w.report, LimitRule, diag.Warning, name, "the folder "+quote(base)+" lies "+count(depth+1, "folder")+" deep; at most "+count(MaxFolderDepth, "folder")+" are read", "move it up")
		return nil
	}
	return w.folder(name, depth+1)
}

func (w *walker) file(name string, e fs.DirEntry) error {
	if err := w.ctx.Err(); err != nil {
		return err
	}
	w.others[name] = true
	if e.Type()&fs.ModeSymlink != 0 {
		note(w.report, UnreadableRule, diag.Note, name, quote(path.Base(name))+" is a symbolic link; it was not followed", "put the file itself there")
		return nil
	}
	if !e.Type().IsRegular() {
		note(w.report, UnreadableRule, diag.Note, name, quote(path.Base(name))+" is no regular file; it was not read", "")
		return nil
	}
	if mayBeText(name) && (w.belongs == nil || w.belongs(name)) {
		w.names = append(w.names, name)
	}
	return nil
}

// batch is how many files are read before the limits are looked at, so that a
// tree far beyond them is not read as a whole.
const batch = 64

// read reads the files that were found, several at a time, and keeps them in
// the order in which they were found.
func (w *walker) read() error {
	type outcome struct {
		text string
		err  error
	}
	got := make([]outcome, batch)
	for names := w.names; len(names) > 0 && !w.full; names = names[min(batch, len(names)):] {
		if err := w.ctx.Err(); err != nil {
			return err
		}
		now := names[:min(batch, len(names))]
		workers.Each(len(now), 0, func(i int) {
			got[i].text, got[i].err = w.content(now[i])
		})
		for i, name := range now {
			switch {
			case w.full:
			case got[i].err != nil:
				note(w.report, UnreadableRule, diag.Warning, name, quote(path.Base(name))+" cannot be read", "check who may read it")
			default:
				w.take(name, got[i].text)
			}
		}
	}
	return nil
}

// mayBeText reports whether the name allows a text of a ladder.
func mayBeText(name string) bool {
	return FormatOf(name, nil) != Unknown || FormatOf(name, []byte("# Text\n")) != Unknown
}

// content reads at most a byte more than a file may have.
func (w *walker) content(name string) (string, error) {
	f, err := w.tree.Open(name)
	if err != nil {
		return "", err
	}
	size := int64(0) // a guess that spares growing
	if info, err := f.Stat(); err == nil {
		size = min(info.Size(), MaxFileBytes)
	}
	var text bytes.Buffer
	text.Grow(int(size) + bytes.MinRead) // which the last read finds empty
	_, err = text.ReadFrom(io.LimitReader(f, MaxFileBytes+1))
	return text.String(), errors.Join(err, f.Close())
}

// take keeps a file that is text of a ladder and within the limits.
func (w *walker) take(name, text string) {
	switch {
	case FormatOf(name, nil) == Unknown && FormatOf(name, []byte(text[:min(len(text), sniffed)])) == Unknown:
		return
	case len(text) > MaxFileBytes:
		note(w.report, LimitRule, diag.Warning, name, quote(path.Base(name))+" is larger than "+count(MaxFileBytes, "byte")+"; it was not read", "split it")
		return
	case len(w.files) >= w.limit.files:
		w.full = true
		note(w.report, LimitRule, diag.Warning, name, "the tree has more than "+count(w.limit.files, "file")+"; the rest was not read", "name the folder of the ladders")
		return
	case w.bytes+len(text) > w.limit.total:
		w.full = true
		note(w.report, LimitRule, diag.Warning, name, "the tree has more than "+count(w.limit.total, "byte")+" of text; the rest was not read", "name the folder of the ladders")
		return
	}
	delete(w.others, name)
	w.bytes += len(text)
	w.files = append(w.files, source.FromString(name, text))
}

func quote(s string) string { return `"` + s + `"` }
