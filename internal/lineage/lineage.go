// Package lineage says which statement is the same statement after an edit.
//
// An id is derived from where a statement stood and what it said when it was
// first seen, never from names of commits, so that rewriting a repository's
// history changes no id. From revision to revision a statement keeps its id
// where the source itself gives it one, where a person says so, when it stands
// unchanged, when the same words stand elsewhere, and when a global optimum over
// likeness of words and place finds it in another wording; each link says how
// sure it is.
package lineage

import (
	"crypto/sha256"
	"encoding/base32"
	"strconv"
	"strings"

	"rung/internal/model"
	"rung/internal/wording"
)

// Matcher is the version of the way ids are derived. Ids of two versions never
// meet; a ledger keeps those that were given (see Config.Known).
const Matcher = "1"

const (
	idLength         = 14 // characters after "s-": 70 bits
	occurrenceLength = 32
)

// Occurrence returns a key for a statement that stands at p and is the nth of
// equal words there, counting from 0. It depends on the role, the area and the
// normalised words, and on nothing else. Statements that have an id in their
// source (model.Statement.Key) occur by that instead; see Link.Occurrence.
func Occurrence(p model.Place, nth int) string {
	return occurrence(p.Role.ID, p.Area.ID, wording.Normal(p.Statement.Text), nth)
}

func occurrence(role model.RoleID, area model.AreaID, normal string, nth int) string {
	return digest(occurrenceLength, string(role), string(area), normal, strconv.Itoa(nth))
}

// keyOccurrence is the occurrence of a statement that has an id in its source:
// the id alone, so that it may move and be reworded before it is ever linked.
// Where a revision has the id several times, as in roles that ask for one
// competency, each place is an occurrence of its own.
func keyOccurrence(it *item) string {
	if it.shared == 0 {
		return digest(occurrenceLength, "key", it.key)
	}
	return digest(occurrenceLength, "key", it.key, string(it.Role), string(it.Area), strconv.Itoa(it.shared))
}

// derive returns the id of a statement that was first seen at the occurrence.
func derive(occurrence string) model.StatementID {
	return model.StatementID("s-" + digest(idLength, Matcher, occurrence))
}

// digest is the beginning of a hash of the parts, in lower-case base32.
func digest(length int, parts ...string) string {
	// No part holds a zero byte that another could be taken for: ids are
	// slugs and normalised words hold letters, digits and few signs.
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return strings.ToLower(base32.StdEncoding.EncodeToString(sum[:]))[:length]
}

// First returns the ids of a framework without history, by the ids that its
// statements have now. It is what the first Step of a History without a ledger
// gives.
func First(f *model.Framework) map[model.StatementID]model.StatementID {
	h := NewHistory(Config{})
	places := f.Places()
	names := make(map[model.StatementID]model.StatementID, len(places))
	for i, it := range h.read(places) {
		it.id = h.newID(it)
		h.enter(it)
		names[places[i].Statement.ID] = it.id
	}
	return names
}
