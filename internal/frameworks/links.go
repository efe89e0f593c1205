package frameworks

import (
	"context"
	"maps"
	"slices"

	"rung/internal/compile"
	"rung/internal/model"
	"rung/internal/store"
)

// whySame is noted with an alias that a person's word made.
const whySame = "rung.links.yaml says so"

// corrected notes where the ids of a stored revision are not those that the
// line gives now, because people said so: the stored ones become aliases.
// Nothing that is stored is renamed.
func (b *build) corrected(ctx context.Context, r Revision, step *compile.ChainStep) error {
	if !b.verdicts {
		return nil
	}
	before, err := b.service.decode(ctx, r)
	if err != nil {
		return err
	}
	names, ok := sameStatements(before, step.Framework)
	if !ok {
		return nil // an upgrade of the compiler reads it otherwise
	}
	now := map[model.StatementID]bool{}
	for id := range names {
		now[id] = true
	}
	for id, stored := range names {
		if stored = follow(b.aliases, stored); stored != id && !now[stored] {
			b.same[stored] = id
		}
	}
	return nil
}

// newAliases returns what corrected found, by id, but for ids that stand for a
// statement of their own somewhere on the line.
func (b *build) newAliases() []store.Alias {
	alive := map[model.StatementID]bool{}
	for _, l := range b.chain.Lives() {
		alive[l.ID] = true
	}
	var out []store.Alias
	for _, from := range slices.Sorted(maps.Keys(b.same)) {
		if !alive[from] {
			out = append(out, store.Alias{From: from, To: b.same[from], Why: whySame, At: b.service.now().UTC()})
		}
	}
	return out
}
