package cli

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"rung/internal/compile"
)

// answerFiles keeps the answers of checks in the user's cache folder, a file
// each. Nothing there is worth an error: what cannot be read is as if it were
// not there, and what cannot be written is not kept. Several programs may use
// the folder at a time; a file takes its place whole.
type answerFiles struct {
	dir string
	now func() time.Time
}

// What the folder holds at most. The answers that were used longest ago go
// first.
const (
	maxAnswers     = 256
	maxAnswerBytes = 64 << 20  // of all
	maxAnswerSize  = 16 << 20  // of one
	answerEnding   = ".answer" // of their names; the folder may hold what others put there
)

// answerMagic begins every file, before the hash of what follows.
var answerMagic = []byte("rung answer\n")

// answers returns where answers are kept, or nil where they are not: where
// somebody said so, and where no folder is known.
func (p *program) answers() *answerFiles {
	switch strings.ToLower(p.env["RUNG_CACHE"]) {
	case "off", "0", "false", "no":
		return nil
	}
	dir, err := p.folder("XDG_CACHE_HOME", ".cache")
	if err != nil {
		return nil
	}
	return &answerFiles{dir: filepath.Join(dir, "checks"), now: p.now}
}

func (a *answerFiles) name(key compile.AnswerKey) string {
	return filepath.Join(a.dir, hex.EncodeToString(key[:])+answerEnding)
}

// Get returns an answer that is whole. One that is damaged is removed.
func (a *answerFiles) Get(key compile.AnswerKey) ([]byte, bool) {
	name := a.name(key)
	text, err := readAtMost(name, maxAnswerSize)
	if err != nil {
		return nil, false
	}
	head := len(answerMagic) + sha256.Size
	if len(text) < head || !bytes.HasPrefix(text, answerMagic) || sha256.Sum256(text[head:]) != [sha256.Size]byte(text[len(answerMagic):head]) {
		_ = os.Remove(name) // the next run writes it anew
		return nil, false
	}
	now := a.now()
	_ = os.Chtimes(name, now, now) // says only which goes first when there are too many
	return text[head:], true
}

// readAtMost reads a plain file of a size that we may have written.
func readAtMost(name string, most int64) ([]byte, error) {
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > most {
		return nil, os.ErrNotExist
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, most))
}

// Put keeps an answer, and forgets others where there are too many.
func (a *answerFiles) Put(key compile.AnswerKey, answer []byte) {
	sum := sha256.Sum256(answer)
	text := slices.Concat(answerMagic, sum[:], answer)
	if len(text) > maxAnswerSize || makeFolder(a.dir) != nil {
		return
	}
	f, err := os.CreateTemp(a.dir, ".new-*") // made 0600
	if err != nil {
		return
	}
	_, err = f.Write(text)
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(f.Name(), a.name(key)) // not synced: what a crash damages does not fit its hash
	}
	if err != nil {
		_ = os.Remove(f.Name())
		return
	}
	a.trim()
}

// trim removes the answers that were used longest ago, and files that a program
// which was ended left half-written.
func (a *answerFiles) trim() {
	entries, err := os.ReadDir(a.dir)
	if err != nil {
		return
	}
	var kept []os.FileInfo
	for _, e := range entries {
		info, err := e.Info()
		switch {
		case err != nil:
		case strings.HasPrefix(e.Name(), ".new-") && a.now().Sub(info.ModTime()) > time.Hour:
			_ = os.Remove(filepath.Join(a.dir, e.Name()))
		case strings.HasSuffix(e.Name(), answerEnding):
			kept = append(kept, info)
		}
	}
	slices.SortFunc(kept, func(x, y os.FileInfo) int { return y.ModTime().Compare(x.ModTime()) })
	bytes := int64(0)
	for i, info := range kept {
		if bytes += info.Size(); i >= maxAnswers || bytes > maxAnswerBytes {
			_ = os.Remove(filepath.Join(a.dir, info.Name()))
		}
	}
}
