package compile

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/gob"
	"hash"
	"maps"
	"slices"

	"rung/internal/diag"
	"rung/internal/workers"
)

// AnswerKey names the answer of a check: a hash of all that it depends on.
type AnswerKey [sha256.Size]byte

// Answers keeps what checks have said. It may forget; what it returns for a key
// must be what was put there, byte for byte.
type Answers interface {
	Get(AnswerKey) (answer []byte, ok bool)
	Put(key AnswerKey, answer []byte)
}

// Check says what is wrong with a ladder, and says again what it said of the
// same bytes before: the files are read every time, and the answer is found by
// the hash of every name and every byte that it can depend on, of what in asks
// for, and of program, which must differ between any two programs. No time of a
// file is looked at. The result holds Sources and Report alone where the answer
// was known; its Framework is nil then. A ladder without roles of which nothing
// is wrong is not kept: whoever asks needs the framework to say so.
func Check(ctx context.Context, in Input, program string, answers Answers) (*Result, error) {
	c := compilation{in: in, result: &Result{Report: new(diag.Report)}}
	if err := c.run(ctx, c.gathering()); err != nil {
		return nil, err
	}
	key := c.key(program)
	if answer, ok := answers.Get(key); ok {
		if report, err := unpack(answer); err == nil {
			return &Result{Sources: c.result.files.Sources, Report: report}, nil
		}
	}
	if err := c.run(ctx, c.reading()); err != nil {
		return nil, err
	}
	if len(c.result.Framework.Roles) > 0 || c.result.Report.Len() > 0 {
		answers.Put(key, pack(c.result.Report))
	}
	return c.result, nil
}

// pack writes a report byte for byte: a message may quote what is no UTF-8.
func pack(report *diag.Report) []byte {
	var out bytes.Buffer
	if err := gob.NewEncoder(&out).Encode(report.Sorted()); err != nil {
		panic(err) // plain values written to memory
	}
	return out.Bytes()
}

func unpack(answer []byte) (*diag.Report, error) {
	var list []diag.Diagnostic
	if err := gob.NewDecoder(bytes.NewReader(answer)).Decode(&list); err != nil {
		return nil, err
	}
	report := new(diag.Report)
	for _, d := range list {
		report.Add(d)
	}
	return report, nil
}

// key hashes what was gathered. Every part is written with its length, so that
// no two gatherings write the same bytes.
func (c compilation) key(program string) AnswerKey {
	w := keyWriter{sha256.New()}
	w.text("rung answer 1")
	w.text(program)
	w.text(c.in.Title)
	w.number(int(c.in.Lint))
	w.number(len(c.in.Rules.Enabled))
	for _, code := range slices.Sorted(maps.Keys(c.in.Rules.Enabled)) {
		w.text(string(code))
		w.flag(c.in.Rules.Enabled[code])
	}
	w.flag(c.result.config != nil)
	if c.result.config != nil {
		w.text(c.result.config.String())
	}
	w.text(string(pack(c.result.Report))) // what was not read, and why
	files := c.result.files
	paths := files.Sources.Paths()
	sums := make([][sha256.Size]byte, len(paths))
	workers.Each(len(paths), 0, func(i int) { sums[i] = sha256.Sum256(files.Sources.File(paths[i]).Bytes()) })
	w.number(len(paths))
	for i, p := range paths {
		w.text(p)
		w.Write(sums[i][:])
	}
	for _, names := range []map[string]bool{files.Folders, files.Others} {
		w.number(len(names))
		for _, name := range slices.Sorted(maps.Keys(names)) {
			w.text(name)
			w.flag(names[name])
		}
	}
	return AnswerKey(w.Sum(nil))
}

// keyWriter writes parts into a hash, which never fails.
type keyWriter struct{ hash.Hash }

func (w keyWriter) number(n int) {
	var b [8]byte
	binary.BigEndian.PutUint64(b[:], uint64(n))
	w.Write(b[:])
}

func (w keyWriter) text(s string) {
	w.number(len(s))
	w.Write([]byte(s))
}

func (w keyWriter) flag(b bool) {
	if b {
		w.number(1)
	} else {
		w.number(0)
	}
}
