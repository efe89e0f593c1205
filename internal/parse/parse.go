package parse

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"rung/internal/source"
)

// Parse reads file, or takes what cache holds for its bytes. It always returns
// a Document; what is wrong with the text is in Document.Report.
func Parse(file *source.File, cache *Cache) *Document {
	src := file.Bytes()
	format := FormatOf(file.Path(), src)
	tree := cache.tree(format, src, func() *Tree { return read(format, src, file.String()) })
	return &Document{File: file, Tree: tree}
}

// read reads src, which is text too, as format. The order matters: damage is found before words
// are taken, and front matter is split off before the rest is read.
func read(format Format, src []byte, text string) *Tree {
	t := &Tree{Format: format}
	if format == Unknown {
		return t
	}
	if isUTF16(src) || bytes.IndexByte(src, 0) >= 0 {
		t.Format = Unknown
		t.find(binaryFinding(src))
		return t
	}
	findInvalid(t, src)
	m := newMender(t, src)
	base := len(src) - len(bytes.TrimPrefix(src, bom))
	body := src[base:]
	switch format {
	case YAML:
		t.lineComments(body, base)
		t.Data = readYAML(t, body, base, m.repair)
	case JSON:
		t.Data = readJSON(t, body, base, m.repair)
	case TOML:
		t.lineComments(body, base)
		t.Data = readTOML(t, body, base, m.repair)
	case CSV:
		t.Data = readCSV(t, body, base, m.repair)
	case HTML:
		readHTML(t, body, base, m.mending(), text)
	case RST:
		readRST(t, body, base, m.mending(), text)
	default:
		if start, end, rest, ok := splitFront(body); ok {
			t.lineComments(body[start:end], base+start)
			t.Front = readFront(t, body[start:end], base+start, body[0], m.repair)
			base, body = base+rest, body[rest:]
		}
		readMarkdown(t, body, base, m.mending(), text)
	}
	t.sortComments()
	return t
}

func binaryFinding(src []byte) finding {
	f := finding{rule: UnreadableRule, help: "save the file as UTF-8 text"}
	if isUTF16(src) {
		f.end, f.message = 2, "this file is UTF-16; expected UTF-8"
		return f
	}
	f.start = bytes.IndexByte(src, 0)
	f.end = f.start + 1
	f.message = "this file holds a zero byte, which text has not; expected UTF-8 text"
	return f
}

// findInvalid reports bytes that are no UTF-8, once a file.
func findInvalid(t *Tree, src []byte) {
	if utf8.Valid(src) {
		return
	}
	f := finding{rule: EncodingRule, help: "save the file as UTF-8", fix: "read these bytes as Windows-1252"}
	for i := 0; i < len(src); {
		r, n := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && n == 1 {
			f.edits = append(f.edits, edit{i, i + 1, validText(string(src[i : i+1]))})
		}
		i += n
	}
	f.start, f.end = f.edits[0].start, f.edits[0].end
	f.message = "byte 0x" + strconv.FormatUint(uint64(src[f.start]), 16) + " is no UTF-8, with " + count(len(f.edits)-1, "other") + " in this file; it was read as " + strconv.Quote(f.edits[0].text)
	t.find(f)
}
