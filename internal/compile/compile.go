// Package compile is the core's one door: files in, a framework and what is
// wrong with it out. It runs the passes in order and writes and stores what
// they give. It reads no clock, no disk and no network.
package compile

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"runtime/debug"

	"rung/internal/diag"
	"rung/internal/dialect"
	"rung/internal/dialect/matrix"
	"rung/internal/dialect/perarea"
	"rung/internal/dialect/percompetency"
	"rung/internal/dialect/perlevel"
	"rung/internal/dialect/pertrack"
	"rung/internal/dialect/records"
	"rung/internal/fault"
	"rung/internal/lineage"
	"rung/internal/lint"
	"rung/internal/model"
	"rung/internal/parse"
	"rung/internal/resolve"
	"rung/internal/settings"
	"rung/internal/source"
)

// Lint says whether the rules of quality are applied.
type Lint int

// The zero Lint applies them.
const (
	WithLint Lint = iota
	WithoutLint
)

// Naming says whether statements get the ids that history gives them.
type Naming int

// The zero Naming names them. Unnamed statements keep the passing names that
// they are read under: enough for saying what is wrong, and for nothing that
// outlives the result.
const (
	Named Naming = iota
	Unnamed
)

// Cache keeps what was read from files that many trees share, as the revisions
// of a history do. It is safe for concurrent use.
type Cache struct{ trees *parse.Cache }

// NewCache returns a cache for files of at most maxBytes bytes together.
func NewCache(maxBytes int) *Cache { return &Cache{trees: parse.NewCache(maxBytes)} }

// Input is what Compile is given.
type Input struct {
	Tree     fs.FS
	Title    string // of the framework; "" takes the ladder's own
	Revision string // commit id, or ""
	Cache    *Cache // nil: none
	Lint     Lint
	Naming   Naming
	Rules    lint.Config // which rules of quality run; the zero Config takes each by its default
}

// Result is a compiled revision. It is the caller's own; methods do not change
// it.
type Result struct {
	Framework *model.Framework
	Sources   *source.Set        // what was read
	Report    *diag.Report       // what is wrong with it
	Settings  *settings.Settings // what rung.yaml says, or nil

	config *source.File // rung.yaml, or nil
	files  *parse.Files // until they are read
	draft  *model.DraftFramework
	linker *resolve.Linker
}

// ways are the ways of writing a ladder, the most telling first.
func ways() []dialect.Way {
	return []dialect.Way{records.New(), percompetency.Way{}, matrix.Way{}, perarea.New(), pertrack.Way{}, perlevel.Way{}}
}

// Compile reads the whole tree. What is wrong with the ladder is in the
// result's report; the error is for a cancelled ctx, a tree that cannot be
// read, and our own bugs, which name the pass they are in. The same input
// gives the same result on any machine.
func Compile(ctx context.Context, in Input) (*Result, error) {
	return compilation{in: in, result: &Result{Report: new(diag.Report)}}.passes(ctx)
}

func (c compilation) passes(ctx context.Context) (*Result, error) {
	if err := c.run(ctx, c.gathering()); err != nil {
		return nil, err
	}
	if err := c.run(ctx, c.reading()); err != nil {
		return nil, err
	}
	return c.result, nil
}

// gathering are the passes that take in all that a result depends on.
func (c compilation) gathering() []pass {
	return []pass{
		{"configure", c.configure}, // rung.yaml says what belongs to the ladder
		{"gather", c.gather},
	}
}

// reading are the passes that make a result of what was gathered.
func (c compilation) reading() []pass {
	return []pass{
		{"read", c.read},       // files become a draft
		{"resolve", c.resolve}, // links and edges need all roles
		{"name", c.name},       // ids hold for all that is said from here on
		{"account", c.account}, // what is unread must be said
		{"lint", c.lint},       // judges what will be read
		{"silence", c.silence}, // comments in the text silence one place each
		{"grade", c.grade},     // rung.yaml has the last word on quality
	}
}

func (c compilation) run(ctx context.Context, passes []pass) error {
	for _, p := range passes {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("compile: %w", err)
		}
		if err := p.guarded(ctx); err != nil {
			return err
		}
	}
	return nil
}

// compilation is one run.
type compilation struct {
	in      Input
	result  *Result
	chained bool // a Chain will name the statements
}

// pass is one step; what it says of the ladder goes to the report.
type pass struct {
	name string
	run  func(context.Context) error
}

// guarded runs the pass. A panic is our own bug: it becomes an error that
// names the pass, so that one odd file does not end a server. The result is
// named because a deferred function sets it.
func (p pass) guarded(ctx context.Context) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fault.Wrap(fault.Internal, fmt.Errorf("panic: %v\n%s", v, debug.Stack()), "compile: pass %q failed", p.name)
		}
	}()
	if err := p.run(ctx); err != nil {
		return fmt.Errorf("compile: %s: %w", p.name, err)
	}
	return nil
}

func (c compilation) configure(context.Context) error {
	c.result.config = settings.Find(c.in.Tree)
	c.result.Settings = settings.Read(c.result.config, Rules(), c.result.Report)
	settings.ReadLinks(settings.FindLinks(c.in.Tree), c.result.Report) // what they say is for a Chain
	return nil
}

func (c compilation) gather(ctx context.Context) error {
	files, err := parse.ReadTree(ctx, c.in.Tree, c.result.Settings.Belongs, c.result.Report)
	c.result.files = files
	return err
}

func (c compilation) read(ctx context.Context) error {
	cfg := dialect.Config{Title: c.in.Title, Settings: c.result.Settings, Ways: ways(), Files: c.result.files}
	if cfg.Title == "" && cfg.Settings != nil {
		cfg.Title = cfg.Settings.Title
	}
	if c.in.Cache != nil {
		cfg.Cache = c.in.Cache.trees
	}
	draft, err := dialect.Read(ctx, c.in.Tree, cfg, c.result.Report)
	if err != nil {
		return err
	}
	c.result.draft, c.result.Sources, c.result.files = draft, draft.Sources, nil
	return nil
}

func (c compilation) resolve(context.Context) error {
	c.result.linker = resolve.NewLinker(c.result.draft)
	c.result.Framework = resolve.Resolve(c.result.draft, c.result.linker, c.result.Report)
	c.result.Framework.Revision = c.in.Revision
	return nil
}

// name gives each statement the id of its first occurrence, as if this were
// the first revision; a chain of revisions names them by their history. A check
// needs no ids, and deriving them takes longer than judging what they name.
func (c compilation) name(context.Context) error {
	if !c.chained && c.in.Naming == Named {
		c.result.Framework.Rename(lineage.First(c.result.Framework))
	}
	return nil
}

func (c compilation) lint(context.Context) error {
	if c.in.Lint == WithLint {
		lint.Run(c.result.Framework, c.result.Sources, c.ruleConfig(), c.result.Report)
	}
	return nil
}

// account is left out with the lint: nobody reads what it says.
func (c compilation) account(context.Context) error {
	if c.in.Lint == WithLint {
		newAccount(c.result).unread(c.result.Sources, c.result.Report)
	}
	return nil
}

func (c compilation) silence(context.Context) error {
	if c.in.Lint == WithLint {
		settings.Silence(c.result.draft.Comments, c.result.Sources, Rules(), c.result.Report)
	}
	return nil
}

func (c compilation) grade(context.Context) error {
	c.result.Settings.Regrade(c.result.Report)
	return nil
}

// ruleConfig is which rules run: as the caller wants, else as rung.yaml says,
// else by their own defaults.
func (c compilation) ruleConfig() lint.Config {
	enabled := c.result.Settings.Enabled()
	maps.Copy(enabled, c.in.Rules.Enabled)
	return lint.Config{Enabled: enabled}
}
