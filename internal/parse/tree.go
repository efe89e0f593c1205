package parse

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"rung/internal/diag"
	"rung/internal/source"
)

// Files is what a tree holds.
type Files struct {
	Sources *source.Set     // what is text of a ladder
	Folders map[string]bool // every folder, without trailing slash
	Others  map[string]bool // files that exist and were not read
}

// ReadTree reads the files of tree that may be text of a ladder and belong to
// it; a nil belongs takes all. Hidden files
// and folders and what tools keep are passed over; links, devices, what
// cannot be read and what goes beyond a limit is reported and passed over. It
// returns an error for a cancelled ctx and for a tree whose root cannot be
// read.
func ReadTree(ctx context.Context, tree fs.FS, belongs func(path string) bool, report *diag.Report) (*Files, error) {
	w := &walker{ctx: ctx, tree: tree, belongs: belongs, report: report, folders: map[string]bool{}, others: map[string]bool{}}
	if err := w.folder(".", 0); err != nil {
		return nil, fmt.Errorf("read tree: %w", err)
	}
	return &Files{Sources: source.NewSet(w.files...), Folders: w.folders, Others: w.others}, nil
}

type walker struct {
	ctx     context.Context
	tree    fs.FS
	belongs func(path string) bool
	report  *diag.Report
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
	if !mayBeText(name) || w.full || w.belongs != nil && !w.belongs(name) {
		return nil
	}
	content, err := w.content(name)
	if err != nil {
		note(w.report, UnreadableRule, diag.Warning, name, quote(path.Base(name))+" cannot be read", "check who may read it")
		return nil
	}
	w.take(name, content)
	return nil
}

// mayBeText reports whether the name allows a text of a ladder.
func mayBeText(name string) bool {
	return FormatOf(name, nil) != Unknown || FormatOf(name, []byte("# Text\n")) != Unknown
}

// content reads at most a byte more than a file may have.
func (w *walker) content(name string) ([]byte, error) {
	f, err := w.tree.Open(name)
	if err != nil {
		return nil, err
	}
	content, err := io.ReadAll(io.LimitReader(f, MaxFileBytes+1))
	return content, errors.Join(err, f.Close())
}

// take keeps a file that is text of a ladder and within the limits.
func (w *walker) take(name string, content []byte) {
	switch {
	case FormatOf(name, content) == Unknown:
		return
	case len(content) > MaxFileBytes:
		note(w.report, LimitRule, diag.Warning, name, quote(path.Base(name))+" is larger than "+count(MaxFileBytes, "byte")+"; it was not read", "split it")
		return
	case len(w.files) >= MaxFiles:
		w.full = true
		note(w.report, LimitRule, diag.Warning, name, "the tree has more than "+count(MaxFiles, "file")+"; the rest was not read", "name the folder of the ladders")
		return
	case w.bytes+len(content) > MaxTotalBytes:
		w.full = true
		note(w.report, LimitRule, diag.Warning, name, "the tree has more than "+count(MaxTotalBytes, "byte")+" of text; the rest was not read", "name the folder of the ladders")
		return
	}
	delete(w.others, name)
	w.bytes += len(content)
	w.files = append(w.files, source.NewFile(name, content))
}

func quote(s string) string { return `"` + s + `"` }
