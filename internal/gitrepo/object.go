package gitrepo

import (
	"bytes"
	"cmp"
	"encoding/hex"
	"errors"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// header is the first line of an answer of cat-file.
type header struct {
	kind string // blob, tree, commit or tag; "" where there is no such object
	size int64
}

var errProtocol = errors.New("git answered what is not understood")

// parseHeader reads "<id> <kind> <size>" or "<name> missing".
func parseHeader(line string) (header, error) {
	line = strings.TrimSuffix(line, "\n")
	if strings.HasSuffix(line, " missing") || strings.HasSuffix(line, " ambiguous") {
		return header{}, nil
	}
	f := strings.Split(line, " ")
	if len(f) != 3 || !isID(f[0]) {
		return header{}, errProtocol
	}
	size, err := strconv.ParseInt(f[2], 10, 64)
	if err != nil || size < 0 {
		return header{}, errProtocol
	}
	switch f[1] {
	case "blob", "tree", "commit", "tag":
		return header{kind: f[1], size: size}, nil
	}
	return header{}, errProtocol
}

// entry is one name in a tree.
type entry struct {
	name string
	mode fs.FileMode // type bits alone: 0, ModeDir or ModeSymlink
	id   string      // "" for a submodule, which reads as an empty folder
}

// tree is the entries of one folder, by name.
type tree []entry

func (t tree) find(name string) (entry, bool) {
	i, ok := slices.BinarySearchFunc(t, name, func(e entry, n string) int { return cmp.Compare(e.name, n) })
	if !ok {
		return entry{}, false
	}
	return t[i], true
}

var errTree = errors.New("malformed tree")

// parseTree reads a tree object whose ids have idSize bytes. Names that no
// file system of ours can hold (not UTF-8) are left out; names that could
// lead elsewhere make the tree malformed.
func parseTree(data []byte, idSize int) (tree, error) {
	var t tree
	for len(data) > 0 {
		e, rest, err := parseEntry(data, idSize)
		if err != nil {
			return nil, err
		}
		data = rest
		if utf8.ValidString(e.name) {
			t = append(t, e)
		}
	}
	slices.SortFunc(t, func(a, b entry) int { return cmp.Compare(a.name, b.name) })
	for i := 1; i < len(t); i++ {
		if t[i].name == t[i-1].name {
			return nil, errTree
		}
	}
	return t, nil
}

func parseEntry(data []byte, idSize int) (entry, []byte, error) {
	mode, rest, ok := bytes.Cut(data, []byte(" "))
	if !ok {
		return entry{}, nil, errTree
	}
	name, rest, ok := bytes.Cut(rest, []byte{0})
	if !ok || len(rest) < idSize || !isName(string(name)) {
		return entry{}, nil, errTree
	}
	e := entry{name: string(name), id: hex.EncodeToString(rest[:idSize])}
	switch string(mode) {
	case "40000", "040000":
		e.mode = fs.ModeDir
	case "120000":
		e.mode = fs.ModeSymlink
	case "160000":
		e.mode, e.id = fs.ModeDir, ""
	case "100644", "100755", "100664":
	default:
		return entry{}, nil, errTree
	}
	return e, rest[idSize:], nil
}

func isName(name string) bool {
	return name != "" && name != "." && name != ".." && !strings.ContainsRune(name, '/')
}
