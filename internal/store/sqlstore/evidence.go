package sqlstore

import (
	"context"
	"strings"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store"
	"rung/internal/store/sqlstore/query"
)

// AddEvidence implements store.Evidence.
func (t *Tx) AddEvidence(ctx context.Context, e growth.Evidence) (growth.Evidence, error) {
	refs, err := encodeRefs(e.Statements)
	if err != nil {
		return growth.Evidence{}, err
	}
	k, err := t.keyOf(ctx, e.Owner)
	if err != nil {
		return growth.Evidence{}, err
	}
	words := row{table: "evidence", id: string(e.ID), aead: k.aead}
	p := query.AddEvidenceParams{
		ID: string(e.ID), OwnerID: string(e.Owner), Key: e.Key, Happened: micros(e.Happened), Kind: string(e.Kind),
		KeyID: k.id, TextSealed: words.seal("text", e.Text), WithSealed: words.seal("with", e.With),
		LinkSealed: words.seal("link", e.Link), Visible: string(e.Visible),
		CreatedAt: micros(e.CreatedAt), UpdatedAt: micros(e.UpdatedAt),
	}
	if words.err != nil {
		return growth.Evidence{}, words.err
	}
	n, err := t.q.AddEvidence(ctx, p)
	if err == nil && n == 0 {
		return t.evidenceByKey(ctx, e)
	}
	if err != nil {
		return growth.Evidence{}, t.refused("add evidence", err)
	}
	err = t.q.AddEvidenceStatements(ctx, query.AddEvidenceStatementsParams{EvidenceID: string(e.ID), Refs: refs})
	e.Version = 1
	return e, t.refused("add what evidence supports", err)
}

// evidenceByKey returns what the owner sent before under e's key. Without such
// a key it was e's id that is taken.
func (t *Tx) evidenceByKey(ctx context.Context, e growth.Evidence) (growth.Evidence, error) {
	id, err := t.q.EvidenceIDByKey(ctx, query.EvidenceIDByKeyParams{OwnerID: string(e.Owner), Key: e.Key})
	id, err = found(t, "evidence", id, err)
	if fault.KindOf(err) == fault.NotFound {
		return growth.Evidence{}, fault.New(fault.Conflict, "There is such evidence already.")
	}
	if err != nil {
		return growth.Evidence{}, err
	}
	return t.EvidenceByID(ctx, growth.EvidenceID(id), e.Owner)
}

// ChangeEvidence implements store.Evidence.
func (t *Tx) ChangeEvidence(ctx context.Context, e growth.Evidence) error {
	refs, err := encodeRefs(e.Statements)
	if err != nil {
		return err
	}
	k, err := t.keyOf(ctx, e.Owner)
	if err != nil {
		return err
	}
	words := row{table: "evidence", id: string(e.ID), aead: k.aead}
	p := query.ChangeEvidenceParams{
		ID: string(e.ID), OwnerID: string(e.Owner), Version: e.Version, Happened: micros(e.Happened), Kind: string(e.Kind),
		KeyID: k.id, TextSealed: words.seal("text", e.Text), WithSealed: words.seal("with", e.With),
		LinkSealed: words.seal("link", e.Link), Visible: string(e.Visible), UpdatedAt: micros(e.UpdatedAt),
	}
	if words.err != nil {
		return words.err
	}
	n, err := t.q.ChangeEvidence(ctx, p)
	if err := t.changed("evidence", n, err, func() (int64, error) {
		return t.q.CountEvidence(ctx, query.CountEvidenceParams{ID: p.ID, OwnerID: p.OwnerID})
	}); err != nil {
		return err
	}
	if err := t.q.RemoveEvidenceStatements(ctx, p.ID); err != nil {
		return t.refused("replace what evidence supports", err)
	}
	err = t.q.AddEvidenceStatements(ctx, query.AddEvidenceStatementsParams{EvidenceID: p.ID, Refs: refs})
	return t.refused("replace what evidence supports", err)
}

// RemoveEvidence implements store.Evidence.
func (t *Tx) RemoveEvidence(ctx context.Context, owner growth.PersonID, id growth.EvidenceID) error {
	n, err := t.q.RemoveEvidence(ctx, query.RemoveEvidenceParams{ID: string(id), OwnerID: string(owner)})
	return t.removed("evidence", n, err)
}

// EvidenceByID implements store.Evidence.
func (t *Tx) EvidenceByID(ctx context.Context, id growth.EvidenceID, viewer growth.PersonID) (growth.Evidence, error) {
	r, err := t.q.EvidenceByID(ctx, query.EvidenceByIDParams{ID: string(id), ViewerID: string(viewer)})
	r, err = found(t, "evidence", r, err)
	if err != nil {
		return growth.Evidence{}, err
	}
	return t.evidence(query.ListEvidenceRow(r))
}

// ListEvidence implements store.Evidence.
func (t *Tx) ListEvidence(ctx context.Context, f store.EvidenceFilter) ([]growth.Evidence, error) {
	rows, err := t.q.ListEvidence(ctx, query.ListEvidenceParams{
		OwnerID: string(f.Owner), ViewerID: string(f.Viewer), StatementID: string(f.Statement), Since: micros(f.Since),
		AfterHappened: micros(f.AfterHappened), AfterID: string(f.AfterID), MaxRows: bounded(f.Limit),
	})
	return opened(t, "evidence", rows, err, t.evidence)
}

func (t *Tx) evidence(r query.ListEvidenceRow) (growth.Evidence, error) {
	words := t.words("evidence", r.ID, r.KeyID, r.Seal)
	e := growth.Evidence{
		ID: growth.EvidenceID(r.ID), Owner: growth.PersonID(r.OwnerID), Key: r.Key,
		Happened: moment(r.Happened), Kind: growth.Kind(r.Kind),
		Text: words.open("text", r.TextSealed), With: words.open("with", r.WithSealed), Link: words.open("link", r.LinkSealed),
		Visible: growth.Visibility(r.Visible), Statements: decodeRefs(r.Refs),
		CreatedAt: moment(r.CreatedAt), UpdatedAt: moment(r.UpdatedAt), Version: r.Version,
	}
	return e, words.err
}

// encodeRefs writes references for json_each. They are read back as words, so
// an id or revision with a space or an @ in it could not be told apart.
func encodeRefs(refs []growth.StatementRef) (string, error) {
	pairs := make([][]string, len(refs))
	for i, r := range refs {
		if strings.ContainsAny(string(r.Statement), " @") || strings.Contains(r.Revision, " ") {
			return "", fault.New(fault.Invalid, "The statement or revision %q is no id.", string(r.Statement)+"@"+r.Revision)
		}
		pairs[i] = []string{string(r.Statement), r.Revision}
	}
	return numbered(pairs)
}

func decodeRefs(s string) []growth.StatementRef {
	if s == "" {
		return nil
	}
	words := strings.Split(s, " ")
	refs := make([]growth.StatementRef, len(words))
	for i, w := range words {
		id, revision, _ := strings.Cut(w, "@")
		refs[i] = growth.StatementRef{Statement: model.StatementID(id), Revision: revision}
	}
	return refs
}
