package cli

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"slices"

	"rung/internal/compile"
	"rung/internal/diag"
	"rung/internal/origin"
)

// fixRounds is how often a ladder is compiled anew to find what fixes that
// overlapped left over.
const fixRounds = 10

// fixing is one run of safe fixes: it mends the files in memory until nothing
// is left to mend, and then writes each once.
type fixing struct {
	changed map[string][]byte // files as they will be
	before  map[string][]byte // and as they are
	mended  []mended
}

// mended is a finding that is no more, at the place that it had.
type mended struct {
	path         string
	line, column int
	code         diag.Code
	title        string
}

// compile is a compiler that mends. The result is that of the mended files.
func (f *fixing) compile(ctx context.Context, o *origin.Origin) (*compile.Result, error) {
	if err := o.Writable(); err != nil {
		return nil, err
	}
	tree, err := o.Tree(ctx)
	if err != nil {
		return nil, err
	}
	in := compile.Input{Tree: overlay{tree, f.changed}, Naming: compile.Unnamed}
	for range fixRounds {
		r, err := compile.Compile(ctx, in)
		if err != nil || !f.mend(r) {
			return r, err
		}
	}
	return compile.Compile(ctx, in)
}

// mend applies the safe fixes of a result that go together; it reports whether
// there were any.
func (f *fixing) mend(r *compile.Result) bool {
	fixed := diag.SafeFixes(r.Report.Sorted(), func(path string) int {
		if file := r.Sources.File(path); file != nil {
			return file.Len()
		}
		return -1
	})
	for path, edits := range fixed.Edits {
		text := r.Sources.File(path).Bytes()
		if f.before[path] == nil {
			f.before[path] = text
		}
		f.changed[path] = diag.Splice(text, edits)
	}
	for _, d := range fixed.Diagnostics {
		i := slices.IndexFunc(d.Fixes, func(x diag.Fix) bool { return x.Safe == diag.Safe })
		at := r.Sources.Start(d.Primary)
		f.mended = append(f.mended, mended{d.Primary.Path, at.Line, at.Column, d.Code, d.Fixes[i].Title})
	}
	return len(fixed.Diagnostics) > 0
}

// write puts the mended files in their places and says what was done.
func (f *fixing) write(p *program, o *origin.Origin) error {
	paths := make([]string, 0, len(f.changed))
	for path := range f.changed {
		if !bytes.Equal(f.changed[path], f.before[path]) {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	for _, path := range paths {
		if err := o.Replace(path, f.before[path], f.changed[path]); err != nil {
			return err
		}
	}
	for _, m := range f.mended {
		fmt.Fprintf(p.err, "%s:%d:%d: %s: %s\n", m.path, m.line, m.column, m.code, m.title)
	}
	if len(f.mended) == 0 {
		fmt.Fprintln(p.err, "nothing can be mended without a person's look")
		return nil
	}
	fmt.Fprintf(p.err, "mended %s in %s\n", plural(len(f.mended), "finding", "findings"), plural(len(paths), "file", "files"))
	return nil
}

// overlay is a tree in which some files say something else.
type overlay struct {
	fs.FS
	changed map[string][]byte
}

// Open implements fs.FS.
func (o overlay) Open(name string) (fs.File, error) {
	f, err := o.FS.Open(name)
	text, ok := o.changed[name]
	if err != nil || !ok {
		return f, err
	}
	return overlaid{f, bytes.NewReader(text)}, nil
}

// Lstat implements fs.ReadLinkFS, so that links stay links.
func (o overlay) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(o.FS, name) }

// ReadLink implements fs.ReadLinkFS.
func (o overlay) ReadLink(name string) (string, error) { return fs.ReadLink(o.FS, name) }

// overlaid is an open file with another text.
type overlaid struct {
	fs.File
	text *bytes.Reader
}

// Read implements fs.File.
func (o overlaid) Read(p []byte) (int, error) { return o.text.Read(p) }
