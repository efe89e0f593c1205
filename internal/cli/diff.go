package cli

import (
	"context"

	"rung/internal/change"
)

type diffCmd struct {
	Between string `arg:"" name:"A..B" help:"Two revisions, or one to compare with the files as they are."`
	Path    string `arg:"" optional:"" name:"PATH" help:"Where the ladders are (default: the current folder)."`
	Format  string `default:"text" enum:"text,markdown,json" help:"How to print: ${enum}."`
}

func (diffCmd) Help() string {
	return `Says what B changes in the words of the ladder: which statements are added, reworded (a slip of
the pen, clarified, raised or lowered where the words show it), moved, split, merged, retired and
revived, and what becomes of roles and tracks. A branch is compared with where it left A, in one
step, as its merge would be. The JSON has the schema rung.changes/1.`
}

func (c diffCmd) Run(ctx context.Context, p *program) error {
	s, err := p.openSides(ctx, c.Path, c.Between, nil)
	if err != nil {
		return err
	}
	defer s.Close()
	r := s.report()
	switch c.Format {
	case "json":
		return change.Encode(p.out, r)
	case "markdown":
		return change.Markdown(p.out, r)
	}
	return change.Print(p.out, r)
}

func (s *sides) report() *change.Report {
	return change.NewReport(change.Revision{ID: s.from.ID, Time: s.from.Time}, change.Revision{ID: s.to.ID, Time: s.to.Time}, s.base, s.Sides)
}
