package origin

import (
	"context"
	"io/fs"
	"path/filepath"
	"slices"

	"rung/internal/fault"
	"rung/internal/gitrepo"
)

// Tree returns the ladder's files at the chosen revision, or as they are. In a
// work tree these are the files that Git knows and the new ones, without those
// it ignores, so that a clean work tree reads like its commit.
func (o *Origin) Tree(ctx context.Context) (fs.FS, error) {
	if o.files {
		return o.present(ctx)
	}
	tree, err := o.TreeAt(ctx, o.Revision())
	if err != nil {
		return nil, err
	}
	if list, err := fs.ReadDir(tree, "."); err == nil && len(list) == 0 && o.repo.Prefix() != "" {
		return nil, fault.New(fault.NotFound, "the folder %s does not exist at revision %s", o.repo.Prefix(), o.rev)
	}
	return tree, nil
}

// present returns the files as they are.
func (o *Origin) present(ctx context.Context) (fs.FS, error) {
	switch {
	case o.repo != nil && o.only == "":
		return o.workTree(ctx)
	case o.repo != nil:
		if err := o.look(ctx); err != nil {
			return nil, err
		}
	}
	if o.only != "" {
		return pick(o.root.FS(), []string{o.only}), nil
	}
	return o.root.FS(), nil
}

func (o *Origin) workTree(ctx context.Context) (fs.FS, error) {
	if err := o.look(ctx); err != nil {
		return nil, err
	}
	list, err := o.repo.Listing(ctx)
	if err != nil {
		return nil, err
	}
	return pick(o.root.FS(), append(list.Tracked, list.Others...)), nil
}

// TreeAt returns the ladder's files at a commit of Revisions. A folder or file
// that did not exist then is an empty tree.
func (o *Origin) TreeAt(ctx context.Context, commit string) (fs.FS, error) {
	if o.repo == nil {
		return nil, o.noHistory()
	}
	tree, err := o.repo.Tree(ctx, commit)
	if err != nil || o.only == "" {
		return tree, err
	}
	return pick(tree, []string{o.only}), nil
}

// Resolve returns the id of the commit that rev names here.
func (o *Origin) Resolve(ctx context.Context, rev string) (string, error) {
	if o.repo == nil {
		return "", o.noHistory()
	}
	return o.repo.Resolve(ctx, rev)
}

// MergeBase returns the commit at which the lines of two commits part.
func (o *Origin) MergeBase(ctx context.Context, a, b string) (string, error) {
	if o.repo == nil {
		return "", o.noHistory()
	}
	return o.repo.MergeBase(ctx, a, b)
}

// Revisions returns the first-parent line up to the chosen revision (HEAD
// where none was asked for), oldest first; nil where there is no Git. A
// shallow clone is Unavailable, since statements are named by where they first
// stood. So is a machine without the git program, where there should be one.
func (o *Origin) Revisions(ctx context.Context) ([]gitrepo.Commit, error) {
	return o.RevisionsTo(ctx, o.rev)
}

// RevisionsTo is Revisions up to another revision.
func (o *Origin) RevisionsTo(ctx context.Context, rev string) ([]gitrepo.Commit, error) {
	if o.repo == nil {
		return nil, o.noGit
	}
	if o.repo.Shallow() {
		return nil, fault.New(fault.Unavailable, "%s is a shallow clone, and history needs all commits: run git fetch --unshallow (in CI: fetch-depth: 0)", filepath.Base(o.place))
	}
	return o.repo.FirstParent(ctx, rev)
}

// Changes returns what each commit of the first-parent line up to rev changed
// of the ladder, by the commit's id.
func (o *Origin) Changes(ctx context.Context, rev string) (map[string][]gitrepo.FileChange, error) {
	if o.repo == nil {
		return nil, o.noHistory()
	}
	changes, err := o.repo.Changes(ctx, rev)
	if err != nil || o.only == "" {
		return changes, err
	}
	for id, list := range changes {
		changes[id] = slices.DeleteFunc(list, func(c gitrepo.FileChange) bool { return c.Path != o.only })
	}
	return changes, nil
}

// noHistory is the error for what needs Git where there is none.
func (o *Origin) noHistory() error {
	if o.noGit != nil {
		return o.noGit
	}
	return fault.New(fault.Invalid, "%s is a plain %s without history: commit the ladder to a Git repository first", filepath.Base(o.place), o.Kind)
}
