package cli

import (
	"context"

	"rung/internal/compile"
	"rung/internal/origin"
)

type exportCmd struct {
	Path   string `arg:"" optional:"" name:"PATH" help:"Where the ladders are (default: the current folder)."`
	Format string `default:"json" enum:"json,csv" help:"How to print: ${enum}."`
	revision
}

func (exportCmd) Help() string {
	return `Prints the framework as it is understood: tracks, roles with their levels and scope, areas,
statements and examples, each with the line where it stands. The JSON has the schema
rung.framework/1; the CSV has a line for each statement and example.

The ids of statements come from their history: a statement keeps its id when it is reworded or
moved. So in a repository all commits are read, and a shallow clone is refused. Files without Git
have no history; there an id is made of where a statement stands and what it says.`
}

func (c exportCmd) Run(ctx context.Context, p *program) error {
	l, err := p.openLadder(ctx, c.Path, c.Rev, compileLine)
	if err != nil {
		return err
	}
	defer l.Close()
	if c.Format == "csv" {
		return compile.ExportCSV(p.out, l.result)
	}
	return compile.Export(p.out, l.result)
}

// historyCache bounds what is kept of the files that revisions share, in
// bytes.
const historyCache = 64 << 20

// compileLine compiles the first-parent line and then, where they differ from
// its end, the files as they are, so that each statement has the id that its
// history gives it.
func compileLine(ctx context.Context, o *origin.Origin) (*compile.Result, error) {
	line, err := o.Revisions(ctx)
	if err != nil {
		return nil, err
	}
	chain := compile.NewChain(compile.ChainConfig{Cache: compile.NewCache(historyCache)})
	for _, commit := range line {
		tree, err := o.TreeAt(ctx, commit.ID)
		if err != nil {
			return nil, err
		}
		step, err := chain.Step(ctx, compile.Input{Tree: tree, Revision: commit.ID, Lint: compile.WithoutLint})
		if err != nil {
			return nil, err
		}
		if commit.ID == o.Revision() {
			return step.Result, nil
		}
	}
	tree, err := o.Tree(ctx)
	if err != nil {
		return nil, err
	}
	step, err := chain.Step(ctx, compile.Input{Tree: tree, Lint: compile.WithoutLint})
	if err != nil {
		return nil, err
	}
	return step.Result, nil
}
