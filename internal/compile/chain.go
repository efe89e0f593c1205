package compile

import (
	"context"
	"io/fs"

	"rung/internal/diag"
	"rung/internal/lineage"
	"rung/internal/model"
	"rung/internal/settings"
)

// ChainConfig is what a Chain is made of.
type ChainConfig struct {
	// Known is the ledger of identities, see lineage.Config. Nil knows nothing.
	Known func(occurrence string) (model.StatementID, bool)
	// Verdicts are links that people confirmed or corrected; see Verdicts.
	Verdicts []lineage.Verdict
	// Cache keeps what revisions share. Nil makes one for this chain.
	Cache *Cache
}

// chainCache is the size of the cache that a chain makes for itself, in bytes.
const chainCache = 64 << 20

// Chain compiles the revisions of one ladder, oldest first, and gives their
// statements the ids that they had before. It is not safe for concurrent use.
type Chain struct {
	history *lineage.History
	cache   *Cache
}

// ChainStep is one compiled revision with what became of its statements and of
// those before.
type ChainStep struct {
	*Result
	Links []lineage.Link
}

// Verdicts returns what people say in the files of a revision about which
// statement is which; what is wrong there is in the report of compiling it.
func Verdicts(tree fs.FS) []lineage.Verdict {
	var out []lineage.Verdict
	for _, l := range settings.ReadLinks(settings.FindLinks(tree), &diag.Report{}) {
		out = append(out, lineage.Verdict{Statement: model.StatementID(l.Statement), Becomes: l.Becomes, Role: model.RoleID(l.Role), Same: l.Same})
	}
	return out
}

// NewChain returns a chain without revisions.
func NewChain(c ChainConfig) *Chain {
	if c.Cache == nil {
		c.Cache = NewCache(chainCache)
	}
	return &Chain{history: lineage.NewHistory(lineage.Config{Known: c.Known, Verdicts: c.Verdicts}), cache: c.Cache}
}

// Step compiles the next revision, with the chain's cache, and links it to all
// before it. After an error the chain stands where it stood.
func (c *Chain) Step(ctx context.Context, in Input) (*ChainStep, error) {
	in.Cache = c.cache
	result, err := compilation{in: in, result: &Result{Report: new(diag.Report)}, chained: true}.passes(ctx)
	if err != nil {
		return nil, err
	}
	return &ChainStep{Result: result, Links: c.Replay(result.Framework)}, nil
}

// Replay links a framework that was compiled earlier as the next revision, and
// gives its statements their ids. Where they have other ids already, the ledger
// must know these, or they are given anew.
func (c *Chain) Replay(f *model.Framework) []lineage.Link { return c.history.Step(f) }

// Amend links a revision of which only some roles may differ from the one
// before; see lineage.History.Amend. It reports whether it could: where not,
// the whole revision must be linked.
func (c *Chain) Amend(roles []*model.Role) bool {
	_, ok := c.history.Amend(roles)
	return ok
}

// Pass counts a revision that is the one before it, byte for byte.
func (c *Chain) Pass() { c.history.Pass() }

// Lives returns every statement of all revisions so far with its wordings,
// counting revisions from 0.
func (c *Chain) Lives() []lineage.Life { return c.history.Lives() }
