package cli

import (
	"context"
	"errors"
	"path"
	"path/filepath"
	"slices"

	"rung/internal/compile"
	"rung/internal/diag"
	"rung/internal/fault"
	"rung/internal/origin"
	"rung/internal/source"
)

// revision is the flag of commands that read a repository at a revision.
type revision struct {
	Rev string `placeholder:"REV" help:"Read the repository at this branch, tag or commit (default: the files as they are)."`
}

// ladder is an open source of ladders, compiled.
type ladder struct {
	*origin.Origin
	result *compile.Result
	typed  string // the path as it was typed
}

// compiler makes a framework of what stands at an origin.
type compiler func(ctx context.Context, o *origin.Origin) (*compile.Result, error)

// openLadder opens what stands at the path and compiles it. The caller closes
// it.
func (p *program) openLadder(ctx context.Context, arg, rev string, run compiler) (*ladder, error) {
	typed, err := p.path(arg)
	if err != nil {
		return nil, err
	}
	o, err := origin.Open(ctx, typed, rev)
	if err != nil {
		return nil, err
	}
	l := &ladder{Origin: o, typed: typed}
	if l.result, err = run(ctx, o); err != nil {
		return nil, errors.Join(err, o.Close())
	}
	if l.result.Framework == nil { // a check that was made before
		return l, nil
	}
	if l.result.Framework.Title == "" {
		l.result.Framework.Title = o.Title
	}
	if len(l.result.Framework.Roles) == 0 && l.result.Report.Len() == 0 {
		return nil, errors.Join(noLadder(typed, l.result), o.Close())
	}
	return l, nil
}

// compileOne compiles the files that are chosen, without their history: the
// ids of its statements are not those that history gives.
func compileOne(ctx context.Context, o *origin.Origin) (*compile.Result, error) {
	tree, err := o.Tree(ctx)
	if err != nil {
		return nil, err
	}
	return compile.Compile(ctx, compile.Input{Tree: tree, Revision: o.Revision(), Naming: compile.Unnamed})
}

// compileKnown is compileOne, and asks first what was said of the same bytes
// before.
func compileKnown(answers *answerFiles) compiler {
	return func(ctx context.Context, o *origin.Origin) (*compile.Result, error) {
		if answers == nil {
			return compileOne(ctx, o)
		}
		id := buildID()
		if id == "" { // another program might read what this one writes
			return compileOne(ctx, o)
		}
		tree, err := o.Tree(ctx)
		if err != nil {
			return nil, err
		}
		return compile.Check(ctx, compile.Input{Tree: tree, Revision: o.Revision(), Naming: compile.Unnamed}, id, answers)
	}
}

// noLadder says why there is nothing to work with.
func noLadder(typed string, r *compile.Result) error {
	if len(r.Sources.Paths()) == 0 {
		return fault.New(fault.NotFound, "%s holds no file that a ladder could be in, expected Markdown, YAML, JSON or CSV", typed)
	}
	return fault.New(fault.NotFound, "%s holds no role: a role is a page with a title and a list of what is expected", typed)
}

// found returns the diagnostics with the paths of their files below prefix.
func (l *ladder) found(prefix string) ([]diag.Diagnostic, *source.Set) {
	list := l.result.Report.Sorted()
	if prefix == "" || prefix == "." {
		return list, l.result.Sources
	}
	var files []*source.File
	for _, name := range l.result.Sources.Paths() {
		files = append(files, l.result.Sources.File(name).At(path.Join(prefix, name)))
	}
	for i := range list {
		list[i] = moved(list[i], prefix)
	}
	return list, source.NewSet(files...)
}

// typedFolder returns the ladder's folder as it was typed, so that editors and
// terminals open the files below it; "" where there are none to open.
func (l *ladder) typedFolder() string {
	switch l.Kind {
	case origin.Folder, origin.WorkTree:
		return filepath.ToSlash(filepath.Clean(l.typed))
	case origin.File:
		return filepath.ToSlash(filepath.Dir(l.typed))
	default:
		return ""
	}
}

// repositoryFolder returns the ladder's folder below the top of its work tree,
// which is what code hosts count from; "" where there is none.
func (l *ladder) repositoryFolder() string {
	dir := l.Place()
	if l.Kind == origin.File {
		dir = filepath.Dir(dir)
	}
	top := treeOf(dir)
	rel, err := filepath.Rel(top, dir)
	if top == "" || err != nil {
		return ""
	}
	return filepath.ToSlash(rel)
}

// moved returns d with all its places below prefix.
func moved(d diag.Diagnostic, prefix string) diag.Diagnostic {
	move := func(s source.Span) source.Span {
		if s.Path != "" {
			s.Path = path.Join(prefix, s.Path)
		}
		return s
	}
	d.Primary = move(d.Primary)
	d.Related = slices.Clone(d.Related)
	for i := range d.Related {
		d.Related[i].Span = move(d.Related[i].Span)
	}
	d.Fixes = slices.Clone(d.Fixes)
	for i := range d.Fixes {
		d.Fixes[i].Edits = slices.Clone(d.Fixes[i].Edits)
		for j := range d.Fixes[i].Edits {
			d.Fixes[i].Edits[j].Span = move(d.Fixes[i].Edits[j].Span)
		}
	}
	return d
}
