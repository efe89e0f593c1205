package example

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/txtar"
)

const (
	blockOld   = "<<<<<<<\n"
	blockNew   = "=======\n"
	blockClose = ">>>>>>>\n"
)

// applyStep does what one file of a revision's archive says.
func applyStep(tree map[string][]byte, step txtar.File) error {
	verb, rest, found := strings.Cut(step.Name, ":")
	if !found {
		return writeFile(tree, step.Name, step.Data)
	}
	rest = strings.TrimSpace(rest)
	switch verb {
	case "edit":
		return editFile(tree, rest, step.Data)
	case "move":
		from, to, arrow := strings.Cut(rest, " -> ")
		if !arrow {
			return fmt.Errorf("move %q: expected \"move: A -> B\"", rest)
		}
		return movePath(tree, from, to)
	case "delete":
		return deleteFile(tree, rest)
	}
	return fmt.Errorf("step %q: expected a path, or edit, move or delete and a colon", step.Name)
}

func writeFile(tree map[string][]byte, name string, data []byte) error {
	if !fs.ValidPath(name) {
		return fmt.Errorf("write %q: not a slash-separated relative path", name)
	}
	tree[name] = data
	return nil
}

func deleteFile(tree map[string][]byte, name string) error {
	if _, ok := tree[name]; !ok {
		return fmt.Errorf("delete %s: no such file", name)
	}
	delete(tree, name)
	return nil
}

// movePath renames a file, or a whole folder when both names end in a slash.
func movePath(tree map[string][]byte, from, to string) error {
	moved := map[string][]byte{}
	for name, data := range tree {
		rest, inside := strings.CutPrefix(name, from)
		if name == from || inside && strings.HasSuffix(from, "/") && strings.HasSuffix(to, "/") {
			moved[to+rest] = data
			delete(tree, name)
		}
	}
	if len(moved) == 0 {
		return fmt.Errorf("move %s: no such file or folder", from)
	}
	for _, name := range slices.Sorted(maps.Keys(moved)) {
		if _, taken := tree[name]; taken {
			return fmt.Errorf("move %s: %s is there already", from, name)
		}
		tree[name] = moved[name]
	}
	return nil
}

// editFile replaces the old text of each block, which must be found exactly
// once, by its new text.
func editFile(tree map[string][]byte, name string, script []byte) error {
	data, ok := tree[name]
	if !ok {
		return fmt.Errorf("edit %s: no such file", name)
	}
	blocks, err := parseBlocks(script)
	if err != nil {
		return fmt.Errorf("edit %s: %w", name, err)
	}
	for i, block := range blocks {
		if n := bytes.Count(data, block.before); n != 1 {
			return fmt.Errorf("edit %s: block %d: old text found %d times, expected once", name, i+1, n)
		}
		data = bytes.Replace(data, block.before, block.after, 1)
	}
	tree[name] = data
	return nil
}

type replacement struct {
	before, after []byte
}

var errBlockForm = errors.New("expected blocks of <<<<<<<, old text, =======, new text, >>>>>>>, each mark on a line of its own")

// parseBlocks reads the replacement blocks of an edit. The last line end
// before a mark belongs to the mark, so a block may replace part of a line.
func parseBlocks(script []byte) ([]replacement, error) {
	var blocks []replacement
	for rest := script; len(rest) > 0; {
		body, opened := bytes.CutPrefix(rest, []byte(blockOld))
		before, body, divided := cutAtLine(body, blockNew)
		after, next, closed := cutAtLine(body, blockClose)
		if !opened || !divided || !closed || len(before) == 0 {
			return nil, errBlockForm
		}
		blocks = append(blocks, replacement{trimLineEnd(before), trimLineEnd(after)})
		rest = next
	}
	if len(blocks) == 0 {
		return nil, errBlockForm
	}
	return blocks, nil
}

// cutAtLine cuts text around the first line that is mark.
func cutAtLine(text []byte, mark string) (before, after []byte, found bool) {
	if rest, first := bytes.CutPrefix(text, []byte(mark)); first {
		return nil, rest, true
	}
	at := bytes.Index(text, []byte("\n"+mark))
	if at < 0 {
		return nil, nil, false
	}
	return text[:at+1], text[at+1+len(mark):], true
}

func trimLineEnd(text []byte) []byte {
	return bytes.TrimSuffix(text, []byte("\n"))
}
