package cli

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"io/fs"

	"rung/internal/gitrepo"
	"rung/internal/history"
	"rung/internal/origin"
)

type historyCmd struct {
	Path   string `arg:"" optional:"" name:"PATH" help:"Where the ladders are (default: the current folder)."`
	Format string `default:"text" enum:"text,json" help:"How to print: ${enum}."`
	At     string `placeholder:"REV" help:"Print the statements of this revision with their lines instead."`
	Doubts bool   `help:"Print the links that somebody should look at, as entries for rung.links.yaml."`
	revision
}

func (historyCmd) Help() string {
	return `Reads the first-parent line of the repository and says what each revision did to the
statements: added, reworded, moved, split, merged, retired, revived. A statement keeps its id
through all of these. A link that somebody should look at is marked with a question mark.

The JSON has the schema rung.history/1: every statement that ever was, with all its wordings.
Nothing is written into the ladder, and no ids are needed in its text. Where the program is wrong or
in doubt, a file rung.links.yaml beside the ladder says which statement is which, and is obeyed; to
begin one: rung history --doubts > rung.links.yaml`
}

func (c historyCmd) Run(ctx context.Context, p *program) error {
	line, o, err := p.openLine(ctx, c.Path, cmp.Or(c.At, c.Rev))
	if err != nil {
		return err
	}
	defer o.Close()
	out := bufio.NewWriter(p.out)
	return errors.Join(c.print(out, line), out.Flush())
}

func (c historyCmd) print(out *bufio.Writer, line *history.Line) error {
	switch {
	case c.At != "":
		return history.EncodeAt(out, line.Last())
	case c.Doubts:
		return history.PrintDoubts(out, line)
	case c.Format == "json":
		return history.Encode(out, line)
	}
	return history.Print(out, line)
}

// openLine reads the whole first-parent line at a path, up to a revision or "",
// which is HEAD. The last revision is kept. Where the line never held a ladder,
// that is said. The caller closes the origin.
func (p *program) openLine(ctx context.Context, path, rev string) (*history.Line, *origin.Origin, error) {
	typed, err := p.path(path)
	if err != nil {
		return nil, nil, err
	}
	o, err := origin.Open(ctx, typed, rev)
	if err != nil {
		return nil, nil, err
	}
	line, err := readLine(ctx, o, rev)
	if err == nil && len(line.Lives) == 0 {
		err = noLadder(typed, line.Last())
	}
	if err != nil {
		return nil, nil, errors.Join(err, o.Close())
	}
	return line, o, nil
}

func readLine(ctx context.Context, o *origin.Origin, rev string) (*history.Line, error) {
	last, err := o.Resolve(ctx, rev)
	if err != nil {
		return nil, err
	}
	return history.Read(ctx, commits{o}, history.Config{Keep: []string{last}})
}

// commits is the first-parent line of an origin, for package history.
type commits struct{ *origin.Origin }

// Revisions implements history.Source. What has no history is refused.
func (c commits) Revisions(ctx context.Context) ([]history.Revision, error) {
	if _, err := c.Resolve(ctx, ""); err != nil {
		return nil, err
	}
	list, err := c.Origin.Revisions(ctx)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	return c.withChanges(ctx, list)
}

// withChanges returns commits of a first-parent line with what they changed.
func (c commits) withChanges(ctx context.Context, list []gitrepo.Commit) ([]history.Revision, error) {
	changes, err := c.Changes(ctx, list[len(list)-1].ID)
	if err != nil {
		return nil, err
	}
	out := make([]history.Revision, len(list))
	for i, r := range list {
		out[i] = toRevision(r)
		files, known := changes[r.ID]
		out[i].Known = known
		for _, f := range files {
			out[i].Changes = append(out[i].Changes, history.FileChange{Path: f.Path, Modified: f.Modified})
		}
	}
	return out, nil
}

func toRevision(r gitrepo.Commit) history.Revision {
	return history.Revision{ID: r.ID, Tree: r.Tree, Time: r.Time, Author: r.Author, Subject: r.Subject}
}

// TreeAt implements history.Source.
func (c commits) TreeAt(ctx context.Context, id string) (fs.FS, error) {
	return c.Origin.TreeAt(ctx, id)
}
