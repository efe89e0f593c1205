package compile

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"

	"rung/internal/fault"
	"rung/internal/model"
)

// modelSchema numbers the stored form of a framework. It changes when old
// bytes would be read wrongly.
const modelSchema = "rung.model/1"

// maxEncoded is the most bytes that Decode reads: more than any ladder needs,
// less than a machine has.
const maxEncoded = 512 << 20

// stored is the form in which a framework is kept.
type stored struct {
	Schema    string           `json:"schema"`
	Framework *model.Framework `json:"framework"`
}

// Encode returns the canonical bytes of a framework, which Decode reads
// without loss: equal frameworks give equal bytes. It fails for a framework
// that Decode would refuse.
func Encode(f *model.Framework) ([]byte, error) {
	if err := validate(f); err != nil {
		return nil, fmt.Errorf("encode framework: %w", err)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(stored{Schema: modelSchema, Framework: canonical(f)}); err != nil {
		return nil, fmt.Errorf("encode framework: %w", err)
	}
	return b.Bytes(), nil
}

// Decode reads what Encode wrote. Anything else is an Invalid error: another
// schema, unknown fields, edges or marks that point nowhere, data after the
// end.
func Decode(data []byte) (*model.Framework, error) {
	if len(data) > maxEncoded {
		return nil, fault.New(fault.Invalid, "The stored framework has %d bytes; at most %d are read.", len(data), maxEncoded)
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	var in stored
	if err := dec.Decode(&in); err != nil {
		return nil, fault.Wrap(fault.Invalid, err, "The stored framework cannot be read")
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, fault.New(fault.Invalid, "The stored framework is followed by other data.")
	}
	if in.Schema != modelSchema {
		return nil, fault.New(fault.Invalid, "The stored framework has the schema %q; %q is expected.", in.Schema, modelSchema)
	}
	if err := validate(in.Framework); err != nil {
		return nil, fault.Wrap(fault.Invalid, err, "The stored framework is damaged")
	}
	return canonical(in.Framework), nil
}

// Digest returns the name of content by its bytes: SHA-256 in hexadecimal.
func Digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// canonical returns f with the lists that are always written empty instead of
// nil. It copies what it changes.
func canonical(f *model.Framework) *model.Framework {
	out := *f
	out.Tracks = orEmpty(f.Tracks)
	out.Pages = orEmpty(f.Pages)
	out.Readings = orEmpty(f.Readings)
	out.Roles = make([]*model.Role, len(f.Roles))
	for i, r := range f.Roles {
		role := *r
		role.Areas = make([]*model.Area, len(r.Areas))
		for j, a := range r.Areas {
			area := *a
			area.Statements = orEmpty(a.Statements)
			role.Areas[j] = &area
		}
		out.Roles[i] = &role
	}
	return &out
}

func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
