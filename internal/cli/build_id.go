package cli

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"io"
	"os"
)

// buildID returns what tells this program from every other one: the id that
// the linker wrote, which holds a hash of the whole program, else such a hash.
// It is "" where the program cannot find itself.
func buildID() string {
	name, err := os.Executable()
	if err != nil {
		return ""
	}
	f, err := os.Open(name)
	if err != nil {
		return ""
	}
	defer f.Close()
	head := make([]byte, 64<<10)
	n, err := io.ReadFull(f, head)
	if err != nil && err != io.ErrUnexpectedEOF {
		return ""
	}
	if id := linkerID(head[:n]); id != "" {
		return id
	}
	sum := sha256.New()
	sum.Write(head[:n])
	if _, err := io.Copy(sum, f); err != nil {
		return ""
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// linkerID finds the id at the beginning of a program: in a note of an ELF
// file, or as text before the first instruction. Its last part is a hash of
// what the program holds; one without is none.
func linkerID(head []byte) string {
	const note = "\x04\x00\x00\x00Go\x00\x00" // type 4, the name's four bytes
	var id []byte
	if i := bytes.Index(head, []byte(note)); i >= 8 {
		size := int(binary.LittleEndian.Uint32(head[i-4:]))
		if from := i + len(note); size > 0 && size < 1<<10 && from+size <= len(head) {
			id = head[from : from+size]
		}
	} else if _, rest, ok := bytes.Cut(head, []byte("\xff Go build ID: \"")); ok {
		id, _, _ = bytes.Cut(rest[:min(len(rest), 1<<10)], []byte{'"'})
	}
	if parts := bytes.Split(id, []byte{'/'}); len(parts) != 4 || len(parts[3]) < 16 {
		return ""
	}
	return string(id)
}
