package gitrepo

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"rung/internal/fault"
)

// FileChange is a file that a commit changed, against its first parent.
type FileChange struct {
	Path     string // below the ladder's folder
	Modified bool   // it was there before and is there still, as a file
}

// Changes returns for each commit of the first-parent line up to rev what it
// changed below the ladder's folder, by the commit's id. A commit that changed
// nothing there has an empty list. All are asked for at once, which costs a
// hundredth of looking at each.
func (r *Repo) Changes(ctx context.Context, rev string) (map[string][]FileChange, error) {
	id, err := r.Resolve(ctx, rev)
	if err != nil {
		return nil, err
	}
	out, err := run(ctx, r.dir, "log", "--first-parent", "--diff-merges=first-parent", "--root", "--raw", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-textconv", "-z", "--format=%x01%H", "--end-of-options", id)
	if err != nil {
		return nil, fmt.Errorf("list changes: %w", err)
	}
	changes := map[string][]FileChange{}
	for part := range bytes.SplitSeq(out, []byte{1}) {
		if len(part) == 0 {
			continue
		}
		if err := r.parseChanges(part, changes); err != nil {
			return nil, err
		}
	}
	return changes, nil
}

// parseChanges reads "id", then pairs of ":modes ids letter" and a path, all
// with zero bytes behind them.
func (r *Repo) parseChanges(part []byte, into map[string][]FileChange) error {
	fields := strings.Split(strings.TrimLeft(string(part), "\n"), "\x00")
	id := strings.TrimSpace(fields[0])
	if !isID(id) {
		return fault.New(fault.Unavailable, "git printed a list of changes that is not understood: install Git %s or newer", leastGit)
	}
	list := []FileChange{}
	for i := 1; i+1 < len(fields); i += 2 {
		raw := strings.TrimLeft(fields[i], "\n")
		if raw == "" {
			break
		}
		name, inside := strings.CutPrefix(fields[i+1], r.prefixSlash())
		f := strings.Fields(raw)
		if len(f) != 5 {
			return fault.New(fault.Unavailable, "git printed a list of changes that is not understood: install Git %s or newer", leastGit)
		}
		if inside {
			list = append(list, FileChange{Path: name, Modified: f[4] == "M" && regular(f[0]) && regular(f[1])})
		}
	}
	into[id] = list
	return nil
}

func regular(mode string) bool {
	return strings.HasSuffix(mode, "100644") || strings.HasSuffix(mode, "100755")
}

func (r *Repo) prefixSlash() string {
	if r.prefix == "" {
		return ""
	}
	return r.prefix + "/"
}
