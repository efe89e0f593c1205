package frameworks

import (
	"context"
	"io/fs"
	"slices"
	"strings"

	"rung/internal/compile"
	"rung/internal/lineage"
	"rung/internal/model"
	"rung/internal/store"
)

// contentPrefix begins the id of a revision that is no commit.
const contentPrefix = "content:"

// build is one run over the whole line.
type build struct {
	service *Service
	chain   *compile.Chain
	held    map[string]store.Revision
	line    []Revision
	fresh   []fresh
	seen    map[string]bool // occurrences that are to be kept already
	last    *compile.ChainStep

	verdicts bool // people say something about links
	aliases  map[model.StatementID]model.StatementID
	same     map[model.StatementID]model.StatementID // stored ids that are another's now
}

// fresh is a revision that is not stored yet.
type fresh struct {
	revision    store.Revision
	content     []byte
	occurrences []store.Occurrence
}

// commits steps through the commits of the line. The one that is shown is
// judged as well, the others are only read.
func (b *build) commits(ctx context.Context, line []Revision, shown string) error {
	for _, r := range line {
		tree, err := b.service.source.TreeAt(ctx, r.ID)
		if err != nil {
			return err
		}
		lint := compile.WithoutLint
		if r.ID == shown {
			lint = compile.WithLint
		}
		step, err := b.chain.Step(ctx, compile.Input{Tree: tree, Title: b.service.title, Revision: r.ID, Lint: lint})
		if err != nil {
			return err
		}
		b.last = step
		if _, ok := b.held[r.ID]; ok {
			if err := b.corrected(ctx, r, step); err != nil {
				return err
			}
		}
		if err := b.note(r, step); err != nil {
			return err
		}
	}
	return nil
}

// replay steps through the revisions that the store holds, where there is no
// Git to ask.
func (b *build) replay(ctx context.Context) ([]Revision, error) {
	var line []Revision
	for _, r := range b.held {
		line = append(line, Revision{ID: r.ID, Seq: r.Seq, Time: r.Time, Subject: r.Subject})
	}
	slices.SortFunc(line, func(x, y Revision) int { return x.Seq - y.Seq })
	for _, r := range line {
		e, err := b.service.stored(ctx, r)
		if err != nil {
			return nil, err
		}
		b.chain.Replay(e.Framework)
	}
	return line, nil
}

// present gives the edition that is shown. Files that are of no commit are one
// more revision at the end of the line, unless they say what its end says.
func (b *build) present(ctx context.Context, tree fs.FS, revision string) (*Edition, error) {
	if at, ok := find(b.line, revision); ok && revision != "" && b.last != nil && b.last.Framework.Revision == revision {
		return newEdition(at, b.last.Framework, b.last.Result), nil
	}
	step, err := b.chain.Step(ctx, compile.Input{Tree: tree, Title: b.service.title})
	if err != nil {
		return nil, err
	}
	content, err := compile.Encode(step.Framework)
	if err != nil {
		return nil, err
	}
	digest := compile.Digest(content)
	r := Revision{ID: contentPrefix + digest, Seq: len(b.line) + 1, Time: b.service.now().UTC(), Subject: "Files as they are"}
	if n := len(b.line); n > 0 && b.line[n-1].ID == r.ID {
		return newEdition(b.line[n-1], step.Framework, step.Result), nil
	}
	b.line = append(b.line, r)
	b.add(r, content, step.Links)
	return newEdition(r, step.Framework, step.Result), nil
}

// note keeps a step for saving, unless the store holds it.
func (b *build) note(r Revision, step *compile.ChainStep) error {
	if _, ok := b.held[r.ID]; ok {
		return nil
	}
	content, err := compile.Encode(step.Framework)
	if err != nil {
		return err
	}
	b.add(r, content, step.Links)
	return nil
}

func (b *build) add(r Revision, content []byte, links []lineage.Link) {
	if b.seen == nil {
		b.seen = map[string]bool{}
	}
	list := slices.DeleteFunc(occurrences(links, r.ID), func(o store.Occurrence) bool {
		had := b.seen[o.Key]
		b.seen[o.Key] = true
		return had
	})
	b.fresh = append(b.fresh, fresh{
		revision:    store.Revision{ID: r.ID, Seq: r.Seq, Time: r.Time, Subject: strings.TrimSpace(r.Subject), Digest: compile.Digest(content)},
		content:     content,
		occurrences: list,
	})
}

// save keeps everything that is new in one transaction: a ledger without its
// revisions, or the other way round, would be of no use.
func (b *build) save(ctx context.Context) error {
	aliases := b.newAliases()
	if len(b.fresh)+len(aliases) == 0 {
		return nil
	}
	return b.service.store.Update(ctx, func(tx store.Tx) error {
		for _, f := range b.fresh {
			if err := tx.PutRevision(ctx, f.revision, f.content); err != nil {
				return err
			}
			if err := tx.AddOccurrences(ctx, f.occurrences); err != nil {
				return err
			}
		}
		for _, a := range aliases {
			if err := tx.AddAlias(ctx, a); err != nil {
				return err
			}
			b.aliases[a.From] = a.To
		}
		return nil
	})
}
