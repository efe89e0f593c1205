package sqlstore

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"rung/internal/growth"
	"rung/internal/store/sqlstore/query"
)

// Private words are sealed with AES-256-GCM under a key of the person to whom
// they belong. The associated data is the table, the column and the row, so a
// box that is moved elsewhere does not open.
//
// What this is for: erasure. When a person's key is destroyed her words are
// gone, in this database and in every copy of it that was made without the
// key, and the rows that others need to make sense of their own stay.
// What it is not: the keys lie in the same database, so whoever holds the
// machine's disk, or a backup, can read everything that is not erased.

// keySize is that of AES-256.
const keySize = 32

// key is the one under which a person's new words are sealed.
type key struct {
	id   string
	aead cipher.AEAD
}

// opener opens what was sealed under one key. A nil aead is a destroyed key.
type opener struct{ aead cipher.AEAD }

// row seals and opens the words of one row. It remembers its first error.
type row struct {
	table, id string
	aead      cipher.AEAD
	err       error
}

// makeKey gives the person a key.
func (t *Tx) makeKey(ctx context.Context, person growth.PersonID) error {
	secret := make([]byte, keySize)
	if _, err := rand.Read(secret); err != nil {
		return t.refused("draw a key", err)
	}
	return t.refused("keep a person's key", t.q.AddPersonKey(ctx, query.AddPersonKeyParams{
		KeyID: rand.Text(), PersonID: string(person), Key: secret, MadeAt: micros(time.Now()),
	}))
}

// keyOf returns the person's key, or fault.NotFound where there is no such
// person or her words are erased.
func (t *Tx) keyOf(ctx context.Context, person growth.PersonID) (key, error) {
	if k, ok := t.keys[person]; ok {
		return k, nil
	}
	r, err := t.q.PersonKey(ctx, string(person))
	if errors.Is(err, sql.ErrNoRows) {
		return key{}, missing("person")
	}
	if err != nil {
		return key{}, t.refused("read a person's key", err)
	}
	aead, err := newAEAD(r.Key)
	if err != nil {
		return key{}, err
	}
	t.keys[person] = key{id: r.KeyID, aead: aead}
	return t.keys[person], nil
}

// openerOf returns what opens boxes under that key; secret is empty where it
// was destroyed.
func (t *Tx) openerOf(id string, secret []byte) (opener, error) {
	if o, ok := t.boxes[id]; ok || len(secret) == 0 {
		return o, nil
	}
	aead, err := newAEAD(secret)
	if err != nil {
		return opener{}, err
	}
	t.boxes[id] = opener{aead}
	return t.boxes[id], nil
}

// words returns the row whose words are under that key, to be opened.
func (t *Tx) words(table, id, keyID string, secret []byte) row {
	o, err := t.openerOf(keyID, secret)
	return row{table: table, id: id, aead: o.aead, err: err}
}

// seal returns text in a box for that column.
func (r *row) seal(column, text string) []byte {
	if r.err != nil {
		return nil
	}
	nonce := make([]byte, r.aead.NonceSize(), r.aead.NonceSize()+len(text)+r.aead.Overhead())
	if _, err := rand.Read(nonce); err != nil {
		r.err = fmt.Errorf("draw a nonce: %w", err)
		return nil
	}
	return r.aead.Seal(nonce, nonce, []byte(text), r.place(column))
}

// open returns the text of a box, "" where its key was destroyed. A box that
// does not open was damaged or moved.
func (r *row) open(column string, box []byte) string {
	if r.err != nil || r.aead == nil {
		return ""
	}
	n := r.aead.NonceSize()
	if len(box) < n {
		r.err = fmt.Errorf("open %s of %s %s: cut short", column, r.table, r.id)
		return ""
	}
	text, err := r.aead.Open(nil, box[:n], box[n:], r.place(column))
	if err != nil {
		r.err = fmt.Errorf("open %s of %s %s: %w", column, r.table, r.id, err)
		return ""
	}
	return string(text)
}

func (r *row) place(column string) []byte {
	return []byte(r.table + "\x00" + column + "\x00" + r.id)
}

func newAEAD(secret []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(secret)
	if err != nil {
		return nil, fmt.Errorf("use a person's key: %w", err)
	}
	aead, err := cipher.NewGCM(block)
	if err != nil {
		return nil, fmt.Errorf("use a person's key: %w", err)
	}
	return aead, nil
}

// opened is list for rows with sealed words.
func opened[R, T any](t *Tx, what string, rows []R, err error, one func(R) (T, error)) ([]T, error) {
	if err != nil {
		return nil, t.refused("list "+what, err)
	}
	out := make([]T, len(rows))
	for i, r := range rows {
		if out[i], err = one(r); err != nil {
			return nil, fmt.Errorf("list %s: %w", what, err)
		}
	}
	return out, nil
}
